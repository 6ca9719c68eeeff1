import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedDocument, Analysis } from '../analysis';
import { applyEdits, type Finding } from '../report/finding';
import { openAnalysis } from '../testing/analysis';
import { languageOf } from '../workspace/languages';
import { rules, rulesWithFixes } from './registry.generated';

/** The rules' pages are tests: what they call unsafe is found, what they call safe is silent. */

const folder = __dirname;
const extensions: Readonly<Record<string, string>> = {
  js: '.js',
  ts: '.ts',
  tsx: '.tsx',
  python: '.py',
  php: '.php',
  ruby: '.rb',
  java: '.java',
  sql: '.sql',
};

/** For formats that go by the whole name of a file, where the example does not name it. */
const fileNames: Readonly<Record<string, string>> = {
  dockerfile: 'Dockerfile',
  json: 'package.json',
  ejs: 'page.ejs',
  erb: 'page.html.erb',
  handlebars: 'page.hbs',
  jinja: 'page.jinja',
  twig: 'page.html.twig',
  blade: 'page.blade.php',
  jsp: 'page.jsp',
  html: 'page.html',
  pug: 'page.pug',
  vue: 'Page.vue',
};

interface Example {
  readonly kind: 'bad' | 'good';
  readonly language: string;
  readonly code: string;
  readonly line: number;
  /** What the first line calls the file, in a comment. */
  readonly file: string | undefined;
}

function examplesOf(page: string): Example[] {
  const found: Example[] = [];
  for (const match of page.matchAll(/^```(\w+) (bad|good)\n([\s\S]*?)^```$/gm)) {
    const line = page.slice(0, match.index).split('\n').length;
    const code = match[3]!;
    const file =
      /^# (\S+\.\w+|\.env\S*)$/m.exec(code.split('\n', 1)[0]!)?.[1] ?? fileNames[match[1]!];
    const language = file === undefined ? match[1]! : (languageOf(undefined, file) ?? match[1]!);
    found.push({ language, kind: match[2] as 'bad' | 'good', code, line, file });
  }
  return found;
}

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

const options = { rules: {}, sqlDialect: 'auto' } as const;

async function open({ language, file, code }: Example): Promise<AnalysedDocument> {
  const name = file ?? `example${extensions[language]}`;
  return analysis.open(name, undefined, code);
}

/** What a test about one rule looks at. Hints of other rules are advice on the rest of a program. */
function findingsFor(document: AnalysedDocument, ruleId: string): readonly Finding[] {
  return document
    .findings(options)
    .filter((finding) => finding.severity !== 'hint' || finding.ruleId === ruleId);
}

for (const rule of rules) {
  describe(rule.id, () => {
    const page = readFileSync(path.join(folder, rule.id, 'rule.md'), 'utf8');
    const examples = examplesOf(page);

    it('says truly whether it has fixes', async () => {
      const isFixed = (document: AnalysedDocument) =>
        document
          .findings(options)
          .some((finding) => finding.ruleId === rule.id && document.fixes(finding).length > 0);
      const texts = [
        ...examples.filter(({ kind }) => kind === 'bad').map((example) => () => open(example)),
        ...caseFiles(rule.id).map((name) => () => {
          const file = path.join(folder, rule.id, 'cases', name);
          return analysis.open(file, undefined, readFileSync(file, 'utf8'));
        }),
      ];
      let found = false;
      for (const text of texts) found ||= isFixed(await text());
      expect(found).toBe(rulesWithFixes.has(rule.id));
    });

    it('has examples of both kinds in each of its languages', () => {
      const written = new Set(examples.map(({ language, kind }) => `${language} ${kind}`));
      const names: Record<string, string> = { javascript: 'js', typescript: 'ts' };
      for (const language of rule.languages) {
        // The rules about SQL text work on all programs alike: one of them shows it.
        if (rule.sql && language !== 'sql' && language !== 'javascript') continue;
        const name = names[language] ?? language;
        expect([...written]).toContain(`${name} bad`);
        expect([...written]).toContain(`${name} good`);
      }
    });

    it.each(examples)('$kind $language example at line $line', async (example) => {
      const document = await open(example);
      const { kind } = example;
      if (rule.id !== 'sql-syntax' || kind === 'good') expect(document.hasSyntaxError).toBe(false);
      const ids = findingsFor(document, rule.id).map(({ ruleId }) => ruleId);
      if (kind === 'bad') expect(ids).toContain(rule.id);
      else expect(ids).toEqual([]);
    });

    for (const file of caseFiles(rule.id)) {
      it(`case ${file}`, async () => {
        await runCase(path.join(folder, rule.id, 'cases', file), rule.id);
      });
    }
  });
}

function caseFiles(ruleId: string): string[] {
  const cases = path.join(folder, ruleId, 'cases');
  return existsSync(cases) ? readdirSync(cases).filter((file) => !file.includes('.fixed.')) : [];
}

/**
 * A case is a program. A line that ends in a comment `finds RULE` has an error of that rule that
 * begins there; `finds RULE (warning)` a warning; several are separated by commas. `misses RULE` says
 * that there should be one and is not yet, `alarms RULE` that there is one and should not be; all
 * other lines are silent. What `NAME.fixed.EXT` holds is the result of applying the first fix of each
 * finding, one by one; hints of other rules are left out.
 */
async function runCase(file: string, ruleId: string): Promise<void> {
  const code = readFileSync(file, 'utf8');
  const document = await analysis.open(file, undefined, code);
  const expected: string[] = [];
  // In these formats a comment needs a line of its own: it speaks of the next line.
  const below = /Dockerfile|\.properties$|\.pug$/.test(file) ? 2 : 1;
  code.split('\n').forEach((line, i) => {
    const marks = /(?:\/\/|#|--) (?:finds|alarms) ([a-z, ()-]+)/.exec(line)?.[1]?.split(',') ?? [];
    for (const mark of marks) {
      const [, id, severity = 'error'] = /^\s*([a-z-]+)(?: \((\w+)\))?\s*$/.exec(mark) ?? [];
      if (id === undefined) throw new Error(`line ${i + 1}: not a mark: ${mark}`);
      expected.push(`${i + below} ${id} ${severity}`);
    }
  });
  const actual = document.findings(options).flatMap((finding) => {
    const line = code.slice(0, finding.start).split('\n').length;
    const found = `${line} ${finding.ruleId} ${finding.severity}`;
    // Hints of other rules may be marked, and need not.
    const counts = finding.severity !== 'hint' || finding.ruleId === ruleId;
    return counts || expected.includes(found) ? [found] : [];
  });
  expect(actual.sort()).toEqual(expected.sort());

  const extension = path.extname(file);
  const fixed = `${file.slice(0, -extension.length)}.fixed${extension}`;
  if (existsSync(fixed)) expect(fixAll(document, ruleId)).toBe(readFileSync(fixed, 'utf8'));
}

/** Applies the first fix of each finding, until none is left that has one. */
function fixAll(document: AnalysedDocument, ruleId: string): string {
  for (let i = 0; i < 100; i++) {
    const fix = findingsFor(document, ruleId)
      .map((finding) => document.fixes(finding)[0])
      .find((found) => found !== undefined);
    if (!fix) return document.text;
    document.update(applyEdits(document.text, fix.edits));
  }
  throw new Error('the fixes never end');
}
