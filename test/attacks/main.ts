import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { recipe as django } from './django/recipe';
import { type Outcome, prove, type Run } from './driver';
import { recipe as express } from './express/recipe';
import { recipe as flask } from './flask/recipe';
import { explain, isProved, type Verdict } from './judge';
import { recipe as laravel } from './laravel/recipe';
import { Postgres } from './postgres';
import { ProgramError } from './processes';
import { recipe as rails } from './rails/recipe';
import type { Recipe } from './recipe';
import { recipe as springBoot } from './spring-boot/recipe';
import { makeWorld } from './world';

/**
 * The attack proof, started by `scripts/prove-attacks.mjs`:
 * `main.js <root> <cache folder> [--json FILE] [--keep] [framework…]`.
 */

const recipes: Readonly<Record<string, Recipe>> = {
  django,
  express,
  flask,
  laravel,
  rails,
  'spring-boot': springBoot,
};

/** What is written with `--json`. */
type Results = Record<string, Record<string, Verdict> | string>;

async function main(argv: readonly string[]): Promise<number> {
  const [root = '.', cache = '.', ...rest] = argv;
  const { values, positionals } = parseArgs({
    args: rest,
    options: { json: { type: 'string' }, keep: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const known = Object.keys(recipes);
  const chosen = positionals.length === 0 ? known : positionals;
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no application for ${unknown.join(', ')}; there are ${known.join(', ')}.\n`,
    );
    return 2;
  }

  const scratch = mkdtempSync(path.join(tmpdir(), 'backend-tutor-attacks-'));
  const worldFolder = path.join(scratch, 'world');
  mkdirSync(worldFolder);
  const world = await makeWorld(worldFolder);
  // In a folder that another user may enter, unlike the rest.
  const databaseFolder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-postgresql-'));
  // Also when a signal ends the run.
  process.once('exit', () => {
    rmSync(databaseFolder, { recursive: true, force: true });
    if (values.keep) progress(`Kept: ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true });
  });
  let postgres: Postgres | undefined;
  const results: Results = {};
  let failed = false;
  try {
    postgres = await Postgres.start(databaseFolder);
    if (postgres === undefined) progress('PostgreSQL is not installed: SQLite only.');
    for (const framework of chosen) {
      const recipe = recipes[framework];
      if (recipe === undefined) continue;
      const folder = path.join(scratch, framework);
      mkdirSync(folder);
      const outcome = await prove(framework, recipe, {
        cli: path.join(root, 'dist', 'extension', 'cli.js'),
        source: path.join(root, 'test', 'attacks', framework),
        scratch: folder,
        cache: path.join(cache, 'attacks', framework),
        world,
        postgres,
        progress,
      }).catch((error: unknown): Outcome => {
        // The others can still be tried.
        if (error instanceof ProgramError) return { notRun: error.message, isOurs: true };
        throw error;
      });
      record(framework, outcome, results);
      if (values.json !== undefined) {
        writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
      }
      if (!isGood(outcome)) failed = true;
      process.stdout.write(`${describe(framework, outcome)}\n`);
    }
  } finally {
    await postgres?.stop();
    world.close();
  }
  return failed ? 1 : 0;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function record(framework: string, outcome: Outcome, results: Results): void {
  if ('notRun' in outcome) {
    results[framework] = `not run: ${outcome.notRun}`;
    return;
  }
  for (const { name, trials } of outcome.runs) {
    results[name] = Object.fromEntries(trials.map(({ attack, verdict }) => [attack, verdict]));
  }
}

function isGood(outcome: Outcome): boolean {
  if ('notRun' in outcome) return !outcome.isOurs;
  return outcome.runs.every(({ trials }) => trials.every(({ verdict }) => isProved(verdict)));
}

function describe(framework: string, outcome: Outcome): string {
  if ('notRun' in outcome) return `${framework}: not run: ${outcome.notRun}`;
  return outcome.runs.map(table).join('\n');
}

function table(run: Run): string {
  const columns = [32, 13, 13, 11];
  const row = (...cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(columns[at] ?? 0))
      .join('')
      .trimEnd();
  const lines = [row(run.name, 'before', 'after', 'normal', '')];
  for (const { attack, verdict } of run.trials) {
    lines.push(
      row(
        `  ${attack}`,
        verdict.before ? 'attacked' : 'HELD',
        verdict.after ? 'ATTACKED' : 'held',
        verdict.normal ? 'works' : 'BROKEN',
        isProved(verdict) ? 'proved' : 'NOT PROVED',
      ),
    );
  }
  const failures = run.trials.filter(({ verdict }) => !isProved(verdict));
  // What stopped all of them is said once.
  const reasons = new Map<string, string[]>();
  for (const { attack, before, after, findings } of failures) {
    const stages = [
      before.broken !== undefined || before.attacked === undefined ? before : undefined,
      after.broken !== undefined ? after : undefined,
    ];
    const wrote = stages.flatMap((stage) => (stage?.wrote ? indent(stage.wrote, '| ') : []));
    const reason = [...explain(before, after), ...wrote].join('\n');
    const what = `${attack} (findings: ${findings.before} → ${findings.after})`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), what]);
  }
  for (const [reason, attacks] of reasons) {
    lines.push(`${run.name}: ${attacks.join(', ')}`, indent(reason, '  '));
  }
  return `${lines.join('\n')}\n`;
}

function indent(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
