import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding, PackageNeed } from '../../server/src/report/finding';
import { compareAll, compile } from './compile';
import type { JudgedFile } from './corpus';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const finding: Finding = {
  ruleId: 'a-rule',
  severity: 'error',
  message: '',
  start: 0,
  end: 1,
  trace: [],
  incomplete: false,
};

/** A program whose findings are fixed by each of these texts. */
function program(name: string, language: string, text: string, ...fixed: string[]): JudgedFile {
  const findings = fixed.map((each) => ({ finding, fix: undefined, fixed: each, why: undefined }));
  const packages: PackageNeed[] = [];
  const together = { text: fixed[0] ?? text, packages, why: undefined };
  return { path: path.join(folder, name), language, text, verdict: { findings, together } };
}

async function outcomeOf(file: JudgedFile) {
  const { languages, why } = await compile([file], { root, files: [file.path], pom: undefined });
  return { ...languages[file.language], why: [...why.values()] };
}

describe('a fix compiles or not', () => {
  it.each<[language: string, name: string, before: string, good: string, bad: string]>([
    ['javascript', 'a.js', 'const a = 1;', 'const a = 2;', 'const a = ;'],
    ['javascript', 'b.js', 'import a from "a";', 'import b from "b";', 'import b from b;'],
    ['javascript', 'c.js', 'return 1;', 'return await1;', 'await f();'],
    ['typescript', 'a.ts', 'const a: number = 1;', 'const a = 2;', 'const a: number = "x";'],
    ['typescript', 'b.ts', 'unknown();', 'unknown(); process.exit();', 'unknown(); other();'],
    ['python', 'a.py', 'a = 1\n', 'a = 2\n', ' a = 2\n'],
    ['ruby', 'a.rb', 'a = 1\n', 'a = 2\n', 'a = (\n'],
    ['php', 'a.php', '<?php $a = 1;', '<?php $a = 2;', '<?php $a = ;'],
    ['java', 'A.java', 'class A { B b; }', 'class A { C c; }', 'class A { C }'],
  ])('%s: %s', async (language, name, before, good, bad) => {
    const outcome = await outcomeOf(program(name, language, before, good, bad));
    if (outcome.how?.startsWith('not compiled')) {
      expect(outcome).toMatchObject({ compiled: 0, failed: 0, skipped: 3, why: [] });
    } else {
      expect(outcome).toMatchObject({ compiled: 2, failed: 1, skipped: 0 });
      expect(outcome.why).toEqual([expect.stringMatching(/^it does not compile: /)]);
    }
  });

  it('does not count for a program that did not compile before', async () => {
    expect(
      await outcomeOf(program('a.js', 'javascript', 'const a = ;', 'const b = ;')),
    ).toMatchObject({ compiled: 0, failed: 0, skipped: 2, why: [] });
  });

  it('is not counted as good when the tool is missing', async () => {
    const file = program('a.js', 'javascript', 'a', 'b');
    const variant = { file, text: 'b', finding: 0 };
    const outcome = await compareAll([variant], new Map(), folder, 'x', async () => ({
      missing: 'x is not installed',
    }));
    expect(outcome).toEqual({
      how: 'not compiled: x is not installed',
      compiled: 0,
      failed: 0,
      skipped: 1,
    });
  });
});
