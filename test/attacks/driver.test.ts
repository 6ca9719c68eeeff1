import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillIn, prove, type Run } from './driver';
import { explain, isProved, judge, unobserved } from './judge';
import { Postgres } from './postgres';
import type { Recipe } from './recipe';
import { trials } from './specification';
import { makeWorld, type World } from './world';

const fixtures = path.join(import.meta.dirname, 'fixtures');
const attacks = trials.map(({ attack }) => attack);
const recipe: Recipe = {
  name: 'Shop',
  needs: ['node'],
  install: () => [],
  start: () => ({ program: process.execPath, args: ['server.js'] }),
};

let root: string;
let world: World;
let runs = 0;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'backend-tutor-attacks-test-'));
  mkdirSync(path.join(root, 'world'));
  world = await makeWorld(path.join(root, 'world'));
});

afterAll(() => {
  world.close();
  rmSync(root, { recursive: true, force: true });
});

/** What a shop does: with which weaknesses, with what broken. */
interface Behaviour {
  readonly weak?: readonly string[];
  readonly broken?: readonly string[];
  /** Does not start. */
  readonly crash?: boolean;
  /** Ends where it should refuse. */
  readonly fragile?: boolean;
}

/** @param fixed what the fixes make of it; undefined: the scanner fails */
async function proveShop(
  before: Behaviour,
  fixed: Behaviour | undefined,
  changes: Partial<Recipe> = {},
) {
  const folder = path.join(root, `run-${++runs}`);
  const [source, scratch] = [path.join(folder, 'source'), path.join(folder, 'scratch')];
  cpSync(path.join(fixtures, 'shop'), path.join(source, 'app'), { recursive: true });
  mkdirSync(scratch);
  writeFileSync(path.join(source, 'app', 'behaviour.json'), JSON.stringify(before));
  if (fixed) writeFileSync(path.join(source, 'app', 'fixed.json'), JSON.stringify(fixed));
  return prove(
    'shop',
    { ...recipe, ...changes },
    {
      cli: path.join(fixtures, 'scanner.js'),
      source,
      scratch,
      cache: path.join(folder, 'cache'),
      world,
      postgres: undefined,
      progress: () => {},
    },
  );
}

async function runShop(before: Behaviour, fixed: Behaviour | undefined): Promise<Run> {
  const outcome = await proveShop(before, fixed);
  if ('notRun' in outcome) throw new Error(outcome.notRun);
  const [run] = outcome.runs;
  if (!run) throw new Error('there was no run');
  return run;
}

describe('the proof', () => {
  it('is given for every attack when the fixes help', async () => {
    const { trials } = await runShop({ weak: attacks }, {});
    expect(trials.flatMap(({ before, after }) => explain(before, after))).toEqual([]);
    expect(trials.every(({ verdict }) => isProved(verdict))).toBe(true);
  });

  it('fails for every attack that still works', async () => {
    const { trials } = await runShop({ weak: attacks }, { weak: attacks });
    for (const { attack, verdict } of trials) {
      expect([attack, verdict]).toEqual([attack, { before: true, after: true, normal: true }]);
      expect(isProved(verdict)).toBe(false);
    }
  });

  it('fails for every attack that never worked', async () => {
    const { trials } = await runShop({}, {});
    for (const { attack, verdict } of trials) {
      expect([attack, verdict]).toEqual([attack, { before: false, after: false, normal: true }]);
    }
  });

  it('fails wherever the fixes break normal use', async () => {
    const { trials } = await runShop({ weak: attacks }, { broken: attacks });
    for (const { attack, verdict } of trials) {
      expect([attack, verdict]).toEqual([attack, { before: true, after: false, normal: false }]);
    }
  });

  it('tells one weakness from the others', async () => {
    const { trials } = await runShop({ weak: attacks }, { weak: ['open-redirect'] });
    const still = trials.filter(({ verdict }) => !isProved(verdict));
    expect(still.map(({ attack }) => attack)).toEqual(['open-redirect']);
  });

  it('fails when the fixed application does not start, and says what it wrote', async () => {
    const { trials } = await runShop({ weak: attacks }, { crash: true });
    expect(trials.some(({ verdict }) => isProved(verdict))).toBe(false);
    expect(trials[0]?.after.broken).toContain('this shop does not open');
  });

  it('fails when an attack brings the application down', async () => {
    const { trials } = await runShop({ weak: attacks }, { fragile: true });
    const command = trials.find(({ attack }) => attack === 'command-injection');
    expect(command?.verdict).toEqual({ before: true, after: false, normal: false });
    expect(command?.after.broken).toContain('no answer');
    expect(command?.after.wrote).toBe('refused');
  });

  it('fails when the fixes cannot be made', async () => {
    const { trials } = await runShop({ weak: attacks }, undefined);
    expect(trials.some(({ verdict }) => isProved(verdict))).toBe(false);
    expect(trials[0]?.after.broken).toContain('the fixes could not be made');
  });
});

describe('what cannot run', () => {
  it('is told from what should have', async () => {
    expect(await proveShop({}, {}, { needs: ['no-such-program'] })).toEqual({
      notRun: 'no-such-program not installed',
      isOurs: false,
    });
    expect(await proveShop({}, {}, { missing: async () => 'Shop is too old' })).toEqual({
      notRun: 'Shop is too old',
      isOurs: false,
    });
    const install = () => [{ program: process.execPath, args: ['-e', 'throw "no network"'] }];
    const outcome = await proveShop({}, {}, { install });
    expect(outcome).toMatchObject({ isOurs: true });
    expect('notRun' in outcome && outcome.notRun).toContain('no network');
  });
});

describe('a judgement', () => {
  const held = { broken: undefined, attacked: undefined };
  const attacked = { broken: undefined, attacked: 'the secret' };

  it('needs an attack that worked, then failed, and normal use', () => {
    expect(isProved(judge(attacked, held))).toBe(true);
    expect(isProved(judge(held, held))).toBe(false);
    expect(isProved(judge(attacked, attacked))).toBe(false);
    expect(isProved(judge(attacked, unobserved('it did not start')))).toBe(false);
    expect(isProved(judge({ ...attacked, broken: 'no answer' }, held))).toBe(false);
  });

  it('is explained', () => {
    expect(explain(held, attacked)).toEqual([
      'before the fixes, no attack worked',
      'after the fixes, an attack worked: the secret',
    ]);
  });
});

describe('placeholders', () => {
  it('are filled in where the fixes wrote, and nowhere else', () => {
    const [was, is] = [path.join(root, 'was'), path.join(root, 'is')];
    for (const folder of [was, is]) {
      mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
      writeFileSync(path.join(folder, 'same.js'), 'api.example.com');
      writeFileSync(
        path.join(folder, 'fixed.js'),
        folder === was ? '' : 'https://api.example.com/',
      );
    }
    writeFileSync(path.join(is, 'node_modules', 'a.js'), 'api.example.com');
    fillIn(was, is, [
      ['https://api.example.com', 'http://localhost:1'],
      ['api.example.com', 'localhost'],
    ]);
    const text = (file: string) => readFileSync(path.join(is, file), 'utf8');
    expect(text('fixed.js')).toBe('http://localhost:1/');
    expect(text('same.js')).toBe('api.example.com');
    expect(text('node_modules/a.js')).toBe('api.example.com');
  });
});

describe('PostgreSQL', () => {
  it('is started, keeps a database, and shows what it holds', async ({ skip }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-postgresql-test-'));
    const postgres = await Postgres.start(folder);
    try {
      if (!postgres) return skip('PostgreSQL is not installed');
      expect(await postgres.create('shop')).toMatch(
        /^postgres:\/\/shop:.*@127\.0\.0\.1:\d+\/shop$/,
      );
      expect(await postgres.dump('shop')).toContain('PostgreSQL database dump complete');
    } finally {
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
