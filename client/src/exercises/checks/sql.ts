import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseError, type SqlEngine, type StatementResult } from '../../databases/engine';
import { statementsOf } from '../../databases/statements';
import { editedFiles } from '../catalogue';
import { filesOf } from '../layers';
import type { Outcome, Problem, RequirementResult, SqlCheck, SqlProbe } from '../model';
import type { CheckContext } from './context';
import { bareSql, lineAt, patternProblems } from './patterns';
import { compareTables, queryName } from './rows';

/** Runs the learner's script on PostgreSQL, and ours beside it, and compares. */

const LIMIT_MS = 10_000;

/** What one probe gave: rows, a plan's nodes, or an SQLSTATE. */
type Probed = { readonly rows: StatementResult | undefined } | { readonly error: DatabaseError };

export async function checkSql(check: SqlCheck, context: CheckContext): Promise<Outcome> {
  const [main = 'main.sql'] = editedFiles(context.exercise, context.track);
  const files = await filesOf(context.exercise, context.track, 'solution');
  const given = async (name: string) => readFile(files.get(name) ?? name, 'utf8');
  const script = await readFile(path.join(context.folder, main), 'utf8').catch(() => undefined);
  if (script === undefined) return { state: 'notRun', why: `The file ${main} is not there.` };
  const solution = await given(main);
  const setup = check.setup === undefined ? '' : await given(check.setup);

  const problems: Problem[] = [];
  const results = new Map<string, boolean>();
  const note = (name: string, found: readonly Problem[]) => {
    results.set(name, (results.get(name) ?? true) && found.length === 0);
    problems.push(...found);
  };
  const { engine, release } = await context.sql();
  try {
    for (const more of [undefined, ...(check.more ?? [])]) {
      // A first set that is wrong says enough.
      if (problems.length > 0) break;
      const data = `${setup}\n${more === undefined ? '' : await given(more)}`;
      const ours = await outcomeOf(engine, data, solution, check.probes ?? []);
      if (ours.failed) throw new Error(`our own answer fails: ${ours.failed.message}`);
      const theirs = await outcomeOf(engine, data, script, check.probes ?? []);
      if (theirs.failed) {
        note('The script runs', [scriptProblem(theirs.failed, script, main, more)]);
        break;
      }
      compareQueries(check, ours.results, theirs.results, { script, main, more }, note);
      for (const [index, probe] of (check.probes ?? []).entries()) {
        const problem = compareProbe(probe, ours.probed[index], theirs.probed[index]);
        note(probe.name, problem ? [{ ...problem, place: { file: main, line: 0 } }] : []);
      }
    }
  } finally {
    await release();
  }
  for (const pattern of [...(check.uses ?? []), ...(check.avoids ?? [])]) {
    const isUse = check.uses?.includes(pattern) ?? false;
    const list = [pattern];
    note(
      pattern.name,
      patternProblems(bareSql(script), main, isUse ? list : [], isUse ? [] : list),
    );
  }
  const requirements: RequirementResult[] = [...results].map(([name, passed]) => ({
    name,
    passed,
  }));
  return problems.length > 0
    ? { state: 'failed', problems, requirements }
    : { state: 'passed', requirements };
}

async function outcomeOf(
  engine: SqlEngine,
  data: string,
  script: string,
  probes: readonly SqlProbe[],
): Promise<{ results: StatementResult[]; probed: Probed[]; failed?: DatabaseError }> {
  await engine.reset();
  if (data.trim() !== '') await engine.run(data, { timeoutMs: LIMIT_MS });
  let results: StatementResult[];
  try {
    results = await engine.run(script, { timeoutMs: LIMIT_MS });
  } catch (error) {
    if (error instanceof DatabaseError) return { results: [], probed: [], failed: error };
    throw error;
  }
  // A transaction that the script left open is not kept.
  await engine.run('ROLLBACK');
  const probed: Probed[] = [];
  for (const probe of probes) probed.push(await runProbe(engine, probe));
  return { results, probed };
}

async function runProbe(engine: SqlEngine, { sql, plan }: SqlProbe): Promise<Probed> {
  await engine.run('BEGIN');
  try {
    const text = plan === undefined ? sql : `EXPLAIN (FORMAT JSON) ${sql}`;
    const results = await engine.run(text, { timeoutMs: LIMIT_MS });
    return { rows: results.findLast(({ columns }) => columns.length > 0) };
  } catch (error) {
    if (error instanceof DatabaseError) return { error };
    throw error;
  } finally {
    await engine.run('ROLLBACK');
  }
}

function scriptProblem(
  error: DatabaseError,
  script: string,
  main: string,
  more: string | undefined,
): Problem {
  const offset = error.position ?? 0;
  return {
    name: more === undefined ? 'The script runs' : 'The script runs with other data, too',
    expected: 'a script that PostgreSQL runs to its end',
    seen: `line ${lineAt(script, offset) + 1}: ${error.message}${error.detail ? ` (${error.detail})` : ''}`,
    tryNext: error.hint ?? 'Look at the place in the line, and at what stands before it.',
    place: { file: main, line: lineAt(script, offset) },
  };
}

function compareQueries(
  check: SqlCheck,
  ours: readonly StatementResult[],
  theirs: readonly StatementResult[],
  { script, main, more }: { script: string; main: string; more: string | undefined },
  note: (name: string, problems: readonly Problem[]) => void,
): void {
  const withRows = (results: readonly StatementResult[]) =>
    results.filter(({ columns }) => columns.length > 0);
  const wanted = withRows(ours);
  const got = withRows(theirs);
  for (const [index, query] of (check.queries ?? []).entries()) {
    const mine = wanted[index];
    const seen = got[index];
    if (!mine) throw new Error(`our own answer has no query "${query.name}"`);
    if (!seen) {
      const place = { file: main, line: Math.max(0, script.trimEnd().split('\n').length - 1) };
      note(query.name, [
        {
          name: query.name,
          expected: `query number ${index + 1}`,
          seen: got.length === 1 ? '1 query' : `${got.length} queries`,
          tryNext: query.try,
          place,
        },
      ]);
      continue;
    }
    const difference = compareTables(mine, seen, query.ordered ?? false);
    const place = { file: main, line: lineAt(script, seen.start) };
    note(
      query.name,
      difference
        ? [{ name: queryName(query, more), ...difference, tryNext: query.try, place }]
        : [],
    );
  }
}

function compareProbe(
  probe: SqlProbe,
  ours: Probed | undefined,
  theirs: Probed | undefined,
): Problem | undefined {
  const { name, try: tryNext } = probe;
  // What comes before the last statement prepares it.
  const asked = statementsOf(probe.sql, 'postgresql').at(-1)?.sql ?? probe.sql;
  if (!ours || !theirs) throw new Error(`the probe "${name}" was not run`);
  if (probe.error !== undefined) {
    if (!('error' in ours && ours.error.code?.startsWith(probe.error))) {
      throw new Error(`our own answer does not refuse "${name}"`);
    }
    if ('error' in theirs && theirs.error.code?.startsWith(probe.error)) return undefined;
    const seen = 'error' in theirs ? theirs.error.message : 'the database accepted it';
    return { name, expected: `the database refuses: ${asked}`, seen, tryNext };
  }
  if ('error' in ours) throw new Error(`our own answer fails at "${name}": ${ours.error.message}`);
  if ('error' in theirs) {
    return { name, expected: `an answer to: ${asked}`, seen: theirs.error.message, tryNext };
  }
  if (probe.plan !== undefined) {
    const nodes = planNodes(theirs.rows);
    if (!planNodes(ours.rows).some((node) => node.includes(probe.plan!))) {
      throw new Error(`our own answer has no ${probe.plan} in the plan of "${name}"`);
    }
    if (nodes.some((node) => node.includes(probe.plan!))) return undefined;
    return {
      name,
      expected: `a plan with ${probe.plan} for: ${asked}`,
      seen: nodes.join(', '),
      tryNext,
    };
  }
  const nothing = { columns: [], rows: [] };
  const difference = compareTables(
    ours.rows ?? nothing,
    theirs.rows ?? nothing,
    probe.ordered ?? false,
  );
  return difference && { name, ...difference, tryNext };
}

/** The kinds of node of a plan, from the top. */
function planNodes(result: StatementResult | undefined): string[] {
  const [[written] = []] = result?.rows ?? [];
  const parsed: unknown = typeof written === 'string' ? JSON.parse(written) : written;
  const nodes: string[] = [];
  const visit = (node: unknown) => {
    const { 'Node Type': type, Plans: inner } = node as { 'Node Type': string; Plans?: unknown[] };
    nodes.push(type);
    for (const each of inner ?? []) visit(each);
  };
  for (const { Plan } of parsed as { Plan: unknown }[]) visit(Plan);
  return nodes;
}
