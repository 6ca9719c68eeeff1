import { expect, it } from 'vitest';
import type { Finding, Severity } from '../../server/src/report/finding';
import type { JudgedFile } from './corpus';
import type { FindingVerdict } from './judge';
import { addTo, type Results, toMarkdown, toText } from './table';

function verdict(severity: Severity, start: number, fixed: boolean, why?: string): FindingVerdict {
  const finding: Finding = {
    ruleId: 'a-rule',
    severity,
    message: '',
    start,
    end: start + 1,
    trace: [],
    incomplete: false,
  };
  const fix = fixed ? { title: 'Repair it', kind: 'proved' as const, edits: [] } : undefined;
  return { finding, fix, fixed: fixed ? '' : undefined, why };
}

const file: JudgedFile = {
  path: '/a/b.py',
  language: 'python',
  text: 'x\ny\nz\n',
  verdict: {
    findings: [
      verdict('error', 0, true),
      verdict('error', 2, true, 'the result does not parse'),
      verdict('warning', 4, false),
    ],
    together: { text: '', packages: [], why: 'a new finding: b' },
  },
};

it('counts findings, fixes and proofs by rule and language', () => {
  const results: Results = {};
  addTo(results, file);
  expect(results).toEqual({
    'a-rule': {
      python: {
        findings: 3,
        fixed: 2,
        proved: 1,
        failed: [{ file: '/a/b.py', line: 2, why: 'the result does not parse' }],
      },
    },
  });
  const { findings, together } = file.verdict;
  const alone = findings.map((each) => ({ ...each, why: undefined }));
  const others: Results = {};
  addTo(others, { ...file, verdict: { findings: alone, together } });
  expect(others['a-rule']?.python).toMatchObject({
    proved: 2,
    failed: [{ file: '/a/b.py', line: 1, why: 'all fixes together: a new finding: b' }],
  });
  expect(toText(results)).toContain(
    'a-rule  python           3           2   66 %       1       1\n',
  );
  expect(toText(results)).toContain('/a/b.py:2: a-rule: the result does not parse\n');
  expect(toText(results)).toMatch(/3 findings, 2 with a fix \(66 %\), 1 proved, 1 failed\.$/);
});

it('has a table for each severity', () => {
  const of = (severity: Severity) => {
    const results: Results = {};
    addTo(results, file, severity);
    return results;
  };
  const markdown = toMarkdown({ error: of('error'), warning: of('warning'), hint: of('hint') });
  expect(markdown.split('\n')).toEqual([
    '### Errors',
    '',
    '2 findings, 2 with a fix (100 %), 1 of these fixes proved (50 %).',
    '',
    '| rule | JavaScript | TypeScript | Python | Java | Ruby | PHP | other |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    '| [a-rule](rules/a-rule.md) |  |  | 1/2 |  |  |  |  |',
    '| **all** |  |  | 1/2 (50 %) |  |  |  |  |',
    '',
    '### Warnings',
    '',
    '1 findings, 0 with a fix (0 %), 0 of these fixes proved (–).',
    '',
    '| rule | JavaScript | TypeScript | Python | Java | Ruby | PHP | other |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    '| [a-rule](rules/a-rule.md) |  |  | 0/1 |  |  |  |  |',
    '| **all** |  |  | 0/1 (0 %) |  |  |  |  |',
  ]);
});
