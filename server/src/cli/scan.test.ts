import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeAnalysis } from '../../../test/protocol/fakeAnalysis';
import { MissingPathError, type ScanOptions, scan } from './scan';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'backend-tutor-'));
  for (const [name, text] of Object.entries({
    'src/a.js': 'BAD',
    'src/b.js': 'fine',
    'src/crash.js': 'CRASH',
    'src/c.txt': 'BAD',
    'legacy/d.js': 'BAD',
  })) {
    mkdirSync(path.join(cwd, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function run(paths: string[], options: Partial<ScanOptions> = {}) {
  const analysis = fakeAnalysis();
  const report = await scan(analysis, {
    paths,
    exclude: [],
    cwd,
    analysis: { rules: {}, sqlDialect: 'auto' },
    onProgress: () => {},
    ...options,
  });
  expect(analysis.openDocuments).toBe(0);
  return report;
}

it('reports findings with their fixes, and what could not be analysed', async () => {
  expect((await run(['.'])).files[0]!.results[0]!.fixes).toEqual([]);
  const report = await run(['.'], { fixes: true });
  expect(report.files.map((file) => file.path)).toEqual(['legacy/d.js', 'src/a.js']);
  expect(report.files[0]!.results[0]!.fixes).toMatchObject([{ title: 'Write GOOD' }]);
  expect(report.scanned).toBe(3);
  expect(report.notices).toEqual([
    { path: 'src/crash.js', message: 'The analysis failed: the analysis crashed' },
  ]);
});

it('excludes by the path from here and from the given folder', async () => {
  const paths = async (given: string, glob: string) =>
    (await run([given], { exclude: [glob] })).files.map((file) => file.path);
  expect(await paths('.', 'legacy')).toEqual(['src/a.js']);
  expect(await paths('src', 'src/a.js')).toEqual([]);
  expect(await paths('src', '/a.js')).toEqual([]);
});

it('always looks at a file that is named, and at each file once', async () => {
  const report = await run(['src/a.js', 'src', 'src/c.txt'], { exclude: ['a.js'] });
  expect(report.files.map((file) => file.path)).toEqual(['src/a.js']);
  expect(report.notices.map((notice) => notice.path)).toContain('src/c.txt');
});

it('names a file outside by its whole path', async () => {
  const report = await run(['../legacy/d.js'], { cwd: path.join(cwd, 'src') });
  expect(report.files[0]!.path).toBe(path.join(cwd, 'legacy/d.js').replaceAll(path.sep, '/'));
});

it('does not begin when a path is missing', async () => {
  await expect(run(['src', 'nowhere'])).rejects.toThrow(MissingPathError);
  await expect(run(['nowhere'])).rejects.toThrow('nowhere: There is no such file or folder.');
});
