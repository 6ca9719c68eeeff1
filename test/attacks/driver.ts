import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { withLock } from '../../scripts/lib/lock.mjs';
import { findOnPath, outsideEnvironment } from '../../scripts/lib/process.mjs';
import { judge, type Observation, observe, unobserved, type Verdict } from './judge';
import type { Postgres } from './postgres';
import { freePort, ProgramError, runToEnd, Service } from './processes';
import type { Command, Place, Recipe } from './recipe';
import { seed, type Target, trials } from './specification';
import type { World } from './world';

/** Takes one application from its vulnerable state, over our fixes, to what they make of it. */

/** What the driver works with. */
export interface Workbench {
  /** The command line that is tried: a file for Node. */
  readonly cli: string;
  /** The folder of the framework in the project; `app` in it is copied. */
  readonly source: string;
  /** An empty folder for this run. */
  readonly scratch: string;
  readonly cache: string;
  readonly world: World;
  readonly postgres: Postgres | undefined;
  progress(line: string): void;
}

/** An application with one kind of database. */
export interface Run {
  /** "express" or "express (postgresql)". */
  readonly name: string;
  readonly trials: readonly TrialReport[];
}

export interface TrialReport {
  readonly attack: string;
  readonly before: Observed;
  readonly after: Observed;
  readonly verdict: Verdict;
  /** Findings of the rule of the attack's name, before and after the fixes. */
  readonly findings: { readonly before: number; readonly after: number };
}

export interface Observed extends Observation {
  /** The last lines that the application wrote meanwhile. */
  readonly wrote: string;
}

export type Outcome =
  | { readonly runs: readonly Run[] }
  /** `isOurs`: no toolchain is missing, so it should have run. */
  | { readonly notRun: string; readonly isOurs: boolean };

const ORIGIN = 'https://shop.example.net';

/** Fixes leave names for a person to fill in (reserved for examples by RFC 2606). The longest first. */
function placeholders(world: World): readonly (readonly [string, string])[] {
  return [
    ['https://app.example.com', ORIGIN],
    ['https://api.example.com', world.catalogue],
    ['api.example.com', new URL(world.catalogue).hostname],
  ];
}

const SECONDS = { install: 900, scan: 180, start: 30, probe: 2 };

/**
 * Installs, attacks, fixes and attacks again.
 * @param framework the name of its folder
 * @throws when the driver itself cannot work
 */
export async function prove(framework: string, recipe: Recipe, bench: Workbench): Promise<Outcome> {
  const absent = recipe.needs.filter((program) => findOnPath(program) === undefined);
  if (absent.length > 0) return { notRun: `${absent.join(', ')} not installed`, isOurs: false };
  const place: Place = { app: path.join(bench.scratch, 'app'), cache: bench.cache };
  mkdirSync(place.cache, { recursive: true });
  const missing = await recipe.missing?.(place);
  if (missing !== undefined) return { notRun: missing, isOurs: false };
  return withLock(`${place.cache}.lock`, `Waiting for another proof of ${recipe.name} …`, () =>
    proveInstalled(framework, recipe, place, bench),
  );
}

/** What is in the cache must not change meanwhile. */
async function proveInstalled(
  framework: string,
  recipe: Recipe,
  place: Place,
  bench: Workbench,
): Promise<Outcome> {
  const app = path.join(bench.source, 'app');
  cpSync(app, place.app, { recursive: true });
  bench.progress(`${recipe.name}: installing …`);
  const failure = await install(recipe, place);
  if (failure !== undefined) return { notRun: failure, isOurs: true };

  const found = await scan(bench, place.app);
  bench.progress(`${recipe.name}: before the fixes …`);
  const before = await tryAll('before', recipe, place, bench);
  bench.progress(`${recipe.name}: fixing …`);
  const broken = await fix(bench, place.app, app).then(
    () => install(recipe, place),
    (error: unknown) => {
      if (error instanceof ProgramError) return `the fixes could not be made: ${error.message}`;
      throw error;
    },
  );
  const left = await scan(bench, place.app);
  bench.progress(`${recipe.name}: after the fixes …`);
  const after =
    broken === undefined
      ? await tryAll('after', recipe, place, bench)
      : before.map(({ database }) => ({ database, observations: allBroken(broken) }));

  const runs = before.map((first, index) => {
    const second = after[index];
    if (second === undefined) throw new Error(`${first.database} was tried only once`);
    return {
      name: first.database === 'sqlite' ? framework : `${framework} (${first.database})`,
      trials: trials.map(({ attack }, at) => {
        const [one, two] = [first.observations[at], second.observations[at]];
        if (!one || !two) throw new Error(`${attack} was not tried`);
        return {
          attack,
          before: one,
          after: two,
          verdict: judge(one, two),
          findings: { before: found.get(attack) ?? 0, after: left.get(attack) ?? 0 },
        };
      }),
    };
  });
  return { runs };
}

/** What one start of an application showed. */
interface Stage {
  readonly database: 'sqlite' | 'postgresql';
  readonly observations: readonly Observed[];
}

async function tryAll(
  stage: 'before' | 'after',
  recipe: Recipe,
  place: Place,
  bench: Workbench,
): Promise<Stage[]> {
  const folder = path.join(bench.scratch, `database-${stage}`);
  mkdirSync(folder);
  const stages = [
    await tryOne('sqlite', recipe, place, bench, {
      variables: { DATABASE: path.join(folder, 'shop.db') },
      // Beside the file lie its journals.
      stored: async () =>
        readdirSync(folder)
          .map((file) => readFileSync(path.join(folder, file), 'latin1'))
          .join('\n'),
    }),
  ];
  if (bench.postgres) {
    const { postgres } = bench;
    const name = `shop_${randomBytes(6).toString('hex')}`;
    stages.push(
      await tryOne('postgresql', recipe, place, bench, {
        variables: { DATABASE_URL: await postgres.create(name) },
        stored: () => postgres.dump(name),
      }),
    );
  }
  return stages;
}

interface Database {
  readonly variables: Readonly<Record<string, string>>;
  stored(): Promise<string>;
}

async function tryOne(
  database: Stage['database'],
  recipe: Recipe,
  place: Place,
  bench: Workbench,
  { variables, stored }: Database,
): Promise<Stage> {
  const port = await freePort();
  const { world } = bench;
  const env = {
    ...outsideEnvironment(),
    DATABASE_URL: undefined,
    HOST: '127.0.0.1',
    PORT: String(port),
    JWT_SECRET: randomBytes(32).toString('hex'),
    ADMIN_PASSWORD: seed.admin.password,
    FILES: world.files,
    ...variables,
  };
  const target: Target = { url: `http://127.0.0.1:${port}`, origin: ORIGIN, ...world, stored };
  const service = Service.start(recipe.start(place), { cwd: place.app, env });
  const observations: Observed[] = [];
  try {
    await service.ready(() => answers(target), recipe.startSeconds ?? SECONDS.start);
    for (const trial of trials) {
      const from = service.written.length;
      const observation = await observe(trial, target);
      observations.push({ ...observation, wrote: service.tail(from) });
    }
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return { database, observations: allBroken(`it did not start: ${error.message}`) };
  } finally {
    await service.stop();
  }
  return { database, observations };
}

function allBroken(why: string): Observed[] {
  return trials.map(() => ({ ...unobserved(why), wrote: '' }));
}

/** Any answer will do: whether it is right is not the question yet. */
async function answers(target: Target): Promise<boolean> {
  const signal = AbortSignal.timeout(SECONDS.probe * 1000);
  return fetch(`${target.url}/products?search=lamp`, { signal }).then(
    () => true,
    () => false,
  );
}

/** @returns why it failed */
async function install(recipe: Recipe, place: Place): Promise<string | undefined> {
  try {
    for (const command of recipe.install(place)) {
      await runToEnd(command, { cwd: place.app, env: outsideEnvironment() }, SECONDS.install);
    }
    return undefined;
  } catch (error) {
    if (error instanceof ProgramError) return `it could not be installed: ${error.message}`;
    throw error;
  }
}

/** Our fixes, through the command line as a person would use it, and what that person fills in. */
async function fix(bench: Workbench, folder: string, original: string): Promise<void> {
  await scanner(bench, ['--fix', '--unsafe-fixes', folder], folder);
  fillIn(original, folder, placeholders(bench.world));
}

/** How many findings each rule has. */
async function scan(bench: Workbench, folder: string): Promise<ReadonlyMap<string, number>> {
  const file = path.join(bench.scratch, 'findings.json');
  await scanner(bench, ['--quiet', '--format', 'json', '--output', file, folder], folder);
  const report: { findings: { ruleId: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
  const counts = new Map<string, number>();
  for (const { ruleId } of report.findings) {
    counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return counts;
}

/** @throws {ProgramError} when the scan could not be done; findings are no failure */
async function scanner(bench: Workbench, args: readonly string[], cwd: string): Promise<void> {
  const command: Command = { program: process.execPath, args: [bench.cli, 'scan', ...args] };
  const service = Service.start(command, { cwd, env: process.env });
  try {
    const ended = await service.end(SECONDS.scan);
    if (!/^ended with [01]$/.test(ended)) {
      throw new ProgramError(`scan ${args.join(' ')}\nIt ${ended}.\n${service.tail()}`);
    }
  } finally {
    await service.stop();
  }
}

/**
 * Does what is left to a person: puts real names where a fix wrote a placeholder. Only files that
 * the fixes changed or made are touched.
 * @param original the application as it was
 * @param fixed the one that the fixes changed
 */
export function fillIn(
  original: string,
  fixed: string,
  names: readonly (readonly [placeholder: string, name: string])[],
): void {
  for (const file of files(fixed)) {
    const [was, is] = [path.join(original, file), path.join(fixed, file)];
    const text = readFileSync(is, 'utf8');
    if (!names.some(([placeholder]) => text.includes(placeholder))) continue;
    if (existsSync(was) && readFileSync(was, 'utf8') === text) continue;
    writeFileSync(
      is,
      names.reduce((so, [placeholder, name]) => so.replaceAll(placeholder, name), text),
    );
  }
}

/** What an install brought is not looked into. */
const BROUGHT = new Set(['node_modules', 'vendor', 'target', 'build', '.venv']);

function files(folder: string, under = ''): string[] {
  return readdirSync(path.join(folder, under)).flatMap((name) => {
    const file = path.join(under, name);
    const stats = lstatSync(path.join(folder, file));
    if (stats.isDirectory()) return BROUGHT.has(name) ? [] : files(folder, file);
    return stats.isFile() ? [file] : [];
  });
}
