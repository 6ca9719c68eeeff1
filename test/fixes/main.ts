import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAnalysis } from '../../server/src/analysis';
import type { Severity } from '../../server/src/report/finding';
import { compile, type LanguageOutcome, type Variant } from './compile';
import { type JudgedFile, judgeFiles, listFiles } from './corpus';
import { addTo, type Results, toMarkdown, toText, totalsOf } from './table';

/**
 * The corpus proof, started by `scripts/prove-fixes.mjs`:
 * `main.js <root> [--json FILE] [--markdown FILE] [--severity S]… [--compile [--pom FILE]] PATH…`.
 */

const allSeverities: readonly Severity[] = ['error', 'warning', 'hint'];

class UsageError extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const [root = '.', ...rest] = argv;
  const { values, positionals } = parseArgs({
    args: rest,
    options: {
      json: { type: 'string' },
      markdown: { type: 'string' },
      severity: { type: 'string', multiple: true, default: [] },
      compile: { type: 'boolean', default: false },
      pom: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    throw new UsageError('Say where the programs are: npm run --silent prove-fixes -- PATH…');
  }
  const severities = new Set(
    values.severity.map((each) => {
      const known = allSeverities.find((severity) => severity === each);
      if (known === undefined)
        throw new UsageError(`--severity must be one of ${allSeverities.join(', ')}.`);
      return known;
    }),
  );
  const grammars = path.join(root, 'dist', 'extension', 'grammars');
  const analysis = await createAnalysis({
    loadWasm: (name) => readFile(path.join(grammars, name)),
  });
  const chosen = severities.size === 0 ? new Set(allSeverities) : severities;
  const results: Results = {};
  const bySeverity: Record<Severity, Results> = { error: {}, warning: {}, hint: {} };
  const add = (file: JudgedFile) => {
    addTo(results, file);
    for (const severity of allSeverities) addTo(bySeverity[severity], file, severity);
  };
  const compiled: Record<string, LanguageOutcome> = {};
  for (const folder of positionals) {
    const files = await listFiles(analysis, folder);
    const judged: JudgedFile[] = [];
    for await (const file of judgeFiles(analysis, files, files, chosen)) judged.push(file);
    if (!values.compile) {
      judged.forEach(add);
      continue;
    }
    const own = path.join(folder, 'pom.xml');
    const pom = values.pom ?? (existsSync(own) ? own : undefined);
    const { languages, why } = await compile(judged, { root, files, pom });
    for (const [language, outcome] of Object.entries(languages)) {
      compiled[`${language}, ${folder}`] = outcome;
    }
    for (const file of judged) add(withCompiled(file, why));
  }
  if (values.json !== undefined) put(values.json, JSON.stringify(results, undefined, 2));
  if (values.markdown !== undefined) put(values.markdown, toMarkdown(bySeverity));
  process.stdout.write(`${toText(results)}\n`);
  for (const [name, { how, compiled: good, failed, skipped }] of Object.entries(compiled)) {
    const rest = skipped > 0 ? `, ${skipped} not counted: their programs do not compile` : '';
    process.stdout.write(`${name} (${how}): ${good} compile, ${failed} do not${rest}.\n`);
  }
  return totalsOf(results).failed > 0 ? 1 : 0;
}

/** What does not compile is not proved. */
function withCompiled(file: JudgedFile, why: ReadonlyMap<Variant, string>): JudgedFile {
  const findings = [...file.verdict.findings];
  let { together } = file.verdict;
  for (const [variant, message] of why) {
    if (variant.file !== file) continue;
    const { finding } = variant;
    if (finding === undefined) together = together && { ...together, why: together.why ?? message };
    else {
      const verdict = findings[finding];
      if (verdict) findings[finding] = { ...verdict, why: verdict.why ?? message };
    }
  }
  return { ...file, verdict: { findings, together } };
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof UsageError ? error.message : (error as Error).stack;
    process.stderr.write(`${message}\n`);
    process.exitCode = 2;
  },
);
