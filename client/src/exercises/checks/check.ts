import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { editedFiles } from '../catalogue';
import { filesOf } from '../layers';
import type { Exercise, Outcome, Problem, ScanFinding, Track } from '../model';
import { installAdvice, toolFacts } from '../tools';
import type { CheckContext, Services } from './context';
import { checkCql } from './cql';
import { checkDocuments } from './documents';
import { checkGit } from './git';
import { checkHttp } from './http';
import { checkOutput } from './output';
import { lineAt } from './patterns';
import { checkSql } from './sql';
import { checkText } from './text';

/** The one entrance: checks what a learner did in a folder. */

/**
 * @param folder the learner's files; nothing in it is changed
 * @throws {Error} for a mistake of ours, never for the learner's
 */
export async function checkExercise(
  exercise: Exercise,
  track: Track,
  folder: string,
  services: Services,
  signal?: AbortSignal,
): Promise<Outcome> {
  const context: CheckContext = { ...services, exercise, track, folder, signal };
  const missing = await whatIsMissing(exercise, track, services);
  if (missing !== undefined) return lookAtCode(missing, exercise, track, folder, services);
  const outcome = await run(context);
  if (outcome.state === 'notRun' || exercise.rules.length === 0) return outcome;
  return withFindings(outcome, context);
}

/**
 * What can be said of code that is not run: what is left to write, and what the scanner finds.
 * @param why it is not run
 */
export async function lookAtCode(
  why: string,
  exercise: Exercise,
  track: Track,
  folder: string,
  { scan }: Pick<Services, 'scan'>,
): Promise<Outcome> {
  if (!RUNS_CODE.includes(exercise.check.kind) || exercise.check.kind === 'git') {
    return { state: 'notRun', why };
  }
  const problems: Problem[] = [];
  for (const file of editedFiles(exercise, track)) {
    const text = await readFile(path.join(folder, file), 'utf8').catch(() => '');
    const lines = text.split(/\r?\n/);
    const line = lines.findIndex((each) => /\bTODO\b/.test(each));
    if (line < 0) continue;
    problems.push({
      name: 'Something is left to write',
      expected: 'no TODO any more',
      seen: lines[line]!.trim(),
      tryNext: 'Write what the comment asks for, then take the comment away.',
      place: { file, line },
    });
  }
  const found = (await scan(folder)).filter(({ severity }) => severity !== 'hint');
  return { state: 'notRun', why, withoutRunning: [...problems, ...found.map(problemOf)] };
}

/** Kinds of checks that run programs of the learner's. */
export const RUNS_CODE: readonly string[] = ['output', 'http', 'git'];

/** Why an exercise cannot be checked on this machine, or undefined when it can. */
export async function whatIsMissing(
  exercise: Exercise,
  track: Track,
  services: Services,
): Promise<string | undefined> {
  const { kind } = exercise.check;
  const runtime = kind === 'output' || kind === 'http' ? services.runtime(track) : undefined;
  const tools = kind === 'git' ? (['git'] as const) : (runtime?.tools ?? []);
  for (const tool of tools) {
    if ((await services.tools.find(tool)) === undefined) {
      return `${toolFacts[tool].title} is not installed. To install it: ${installAdvice(tool)}.`;
    }
  }
  return (await runtime?.missing?.(services.practice, services.tools))?.why;
}

function run(context: CheckContext): Promise<Outcome> | Outcome {
  const { check, id } = context.exercise;
  switch (check.kind) {
    case 'output':
      return checkOutput(check, context);
    case 'sql':
      return checkSql(check, context);
    case 'documents':
      return checkDocuments(check, context);
    case 'cql':
      return checkScript(context, (script, setup) => checkCql(script, check, setup), check.setup);
    case 'text':
      return checkText(check, context);
    case 'quiz':
      return { state: 'notRun', why: 'A quiz is answered in its own view.' };
    case 'http':
    case 'git': {
      const specification = context.specification(id);
      if (specification?.kind === 'http') return checkHttp(specification, context);
      if (specification?.kind === 'git') return checkGit(specification, context);
      throw new Error(`${id} has no check.ts`);
    }
  }
}

async function checkScript(
  { exercise, track, folder }: CheckContext,
  judge: (script: string, setup: string) => ReturnType<typeof checkCql>,
  setup: string | undefined,
): Promise<Outcome> {
  const [main = ''] = editedFiles(exercise, track);
  const script = await readFile(path.join(folder, main), 'utf8').catch(() => undefined);
  if (script === undefined) return { state: 'notRun', why: `The file ${main} is not there.` };
  const files = await filesOf(exercise, track, 'starter');
  const given = setup === undefined ? '' : await readFile(files.get(setup) ?? setup, 'utf8');
  const { problems, requirements } = judge(script, given);
  if (problems.length === 0) return { state: 'passed', requirements };
  return {
    state: 'failed',
    requirements,
    problems: problems.map(({ offset = 0, ...problem }) => ({
      ...problem,
      place: { file: main, line: lineAt(script, offset) },
    })),
  };
}

/** Where rules are trained, what they find counts as well. */
async function withFindings(
  outcome: Exclude<Outcome, { state: 'notRun' }>,
  { exercise, folder, scan }: CheckContext,
): Promise<Outcome> {
  const found = (await scan(folder)).filter(({ rule }) => exercise.rules.includes(rule));
  const passed = found.length === 0;
  const requirements = [...outcome.requirements, { name: NO_FINDING, passed }];
  const problems: Problem[] = [
    ...(outcome.state === 'failed' ? outcome.problems : []),
    ...found.map(problemOf),
  ];
  return problems.length > 0
    ? { state: 'failed', problems, requirements }
    : { state: 'passed', requirements };
}

const NO_FINDING = 'The scanner finds nothing';

function problemOf({ rule, message, file, line }: ScanFinding): Problem {
  return {
    name: NO_FINDING,
    expected: `no finding of the rule ${rule}`,
    seen: message,
    tryNext: 'Open the light bulb at this line: it may offer the repair.',
    place: { file, line },
  };
}
