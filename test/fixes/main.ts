import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAnalysis } from '../../server/src/analysis';
import type { Severity } from '../../server/src/report/finding';
import { judgeFiles, listFiles } from './corpus';
import { addTo, type Results, toMarkdown, toText, totalsOf } from './table';

/**
 * The corpus proof, started by `scripts/prove-fixes.mjs`:
 * `main.js <root> [--json FILE] [--markdown FILE] [--severity S]… PATH…`.
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
  const results: Results = {};
  for (const folder of positionals) {
    const files = await listFiles(analysis, folder);
    const chosen = severities.size === 0 ? new Set(allSeverities) : severities;
    for await (const file of judgeFiles(analysis, files, files, chosen)) addTo(results, file);
  }
  if (values.json !== undefined) put(values.json, JSON.stringify(results, undefined, 2));
  if (values.markdown !== undefined) put(values.markdown, toMarkdown(results));
  process.stdout.write(`${toText(results)}\n`);
  return totalsOf(results).failed > 0 ? 1 : 0;
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
