import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editedFiles } from '../catalogue';
import { drawText } from '../draw';
import { copyForCheck, filesIn, lay } from '../layers';
import type { Outcome, OutputCheck, OutputRun, Problem, RequirementResult } from '../model';
import { namesFor } from '../naming';
import { placeInOutput, placeOfWork } from '../place';
import { type Ended, run } from '../process';
import { javascript } from '../runtimes/programs';
import type { Command } from '../runtimes/runtime';
import { makeScratch } from '../scratch';
import { errorLine, quoted, shown } from '../show';
import { sorted } from '../sorted';
import type { CheckContext } from './context';
import { prepare } from './prepare';

/** Runs the learner's program and looks at what it prints and writes. */

const LIMIT_MS = 10_000;

interface Attempt {
  readonly ended: Ended;
  /** The files that the run names in `creates`, as far as they are there. */
  readonly created: ReadonlyMap<string, string>;
}

export async function checkOutput(check: OutputCheck, context: CheckContext): Promise<Outcome> {
  const runtime = context.runtime(context.track);
  if (runtime?.program === undefined) throw new Error(`${context.track} has no programs`);
  const scratch = await makeScratch(context.practice);
  try {
    await copyForCheck(context.exercise, context.track, context.folder, scratch.work);
    const broken = await prepare(context, runtime, scratch.work, scratch.output);
    if (broken)
      return failed(
        [broken],
        check.runs.map(({ name }) => ({ name, passed: false })),
      );
    const command = await runtime.program(scratch.work, scratch.output, context.tools);

    const problems: Problem[] = [];
    const requirements: RequirementResult[] = [];
    for (const definition of check.runs) {
      const drawn = { ...definition, stdin: drawText(definition.stdin ?? '') };
      const attempt = await runOnce(command, scratch.work, drawn, context);
      if (attempt.ended.stopped === 'cancelled')
        return { state: 'notRun', why: 'The check was cancelled.' };
      const difference = await judge(drawn, attempt, context);
      requirements.push({ name: definition.name, passed: difference === undefined });
      if (difference === undefined) continue;
      const files = await filesIn(scratch.work);
      const crash =
        attempt.ended.code === 0 ? undefined : placeInOutput(attempt.ended.stderr, files);
      const edited = editedFiles(context.exercise, context.track);
      problems.push({
        name: definition.name,
        ...difference,
        tryNext: namesFor(context.track, difference.tryNext),
        place:
          crash ??
          (await placeOfWork(
            context.exercise,
            context.track,
            context.folder,
            edited,
            definition.at,
          )),
      });
      // A program that does not end would cost its limit in every run.
      if (attempt.ended.stopped !== undefined) break;
    }
    return problems.length > 0 ? failed(problems, requirements) : { state: 'passed', requirements };
  } finally {
    await scratch.remove();
  }
}

function failed(problems: readonly Problem[], requirements: readonly RequirementResult[]): Outcome {
  return { state: 'failed', problems, requirements };
}

async function runOnce(
  command: Command,
  folder: string,
  definition: OutputRun,
  context: CheckContext,
): Promise<Attempt> {
  for (const [name, text] of Object.entries(definition.files ?? {})) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const ended = await run(
    { ...command, args: [...command.args, ...(definition.args ?? [])] },
    { cwd: folder, signal: context.signal },
    { stdin: definition.stdin ?? '', timeoutMs: definition.maxMs ?? LIMIT_MS },
  );
  const created = new Map<string, string>();
  for (const name of Object.keys(definition.creates ?? {})) {
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) created.set(name, text);
  }
  return { ended, created };
}

type Difference = Pick<Problem, 'expected' | 'seen' | 'tryNext'>;

async function judge(
  definition: OutputRun,
  { ended, created }: Attempt,
  context: CheckContext,
): Promise<Difference | undefined> {
  const input = describeInput(definition);
  const tryNext = definition.try;
  if (ended.failed !== undefined)
    throw new Error(`The program could not be started: ${ended.failed}`);
  if (ended.stopped === 'time') {
    const seen = 'the program was still running';
    return definition.maxMs === undefined
      ? {
          expected: `an end within ${LIMIT_MS / 1000} seconds${input}`,
          seen,
          tryNext: `Look for a loop that never ends. ${tryNext}`,
        }
      : { expected: `an answer within ${definition.maxMs / 1000} seconds`, seen, tryNext };
  }
  if (ended.stopped === 'output') {
    return {
      expected: `a short output${input}`,
      seen: 'the program prints without end',
      tryNext: 'Look for a loop that never ends.',
    };
  }
  const code = definition.exit ?? 0;
  if (ended.code !== code) {
    const said = errorLine(ended.stderr);
    return {
      expected:
        code === 0 ? `a program that ends without an error${input}` : `exit code ${code}${input}`,
      seen: ended.code === 0 ? 'exit code 0' : said || `exit code ${ended.code ?? 'none'}`,
      tryNext,
    };
  }
  const expected = definition.stdout ?? (await solutionOutput(definition, context));
  const difference = compareTexts(expected, ended.stdout);
  if (difference) {
    return { expected: `${difference.expected}${input}`, seen: difference.seen, tryNext };
  }
  for (const [name, wanted] of Object.entries(definition.creates ?? {})) {
    const problem = compareFile(name, wanted, created.get(name));
    if (problem) return { ...problem, tryNext };
  }
  if (definition.maxMs !== undefined && ended.tookMs > definition.maxMs) {
    return {
      expected: `an answer within ${definition.maxMs / 1000} seconds`,
      seen: `${(ended.tookMs / 1000).toFixed(1)} seconds`,
      tryNext,
    };
  }
  return undefined;
}

function describeInput({ stdin = '', args = [] }: OutputRun): string {
  const parts = [
    ...(args.length > 0 ? [`the arguments ${args.join(' ')}`] : []),
    ...(stdin !== '' ? [`the input ${quoted(stdin.replace(/\n$/, ''))}`] : []),
  ];
  return parts.length > 0 ? ` for ${parts.join(' and ')}` : '';
}

/** Runs our JavaScript answer on the same input, beside the learner's files. */
async function solutionOutput(definition: OutputRun, context: CheckContext): Promise<string> {
  const scratch = await makeScratch(context.practice);
  try {
    await lay(context.exercise, 'javascript', 'solution', scratch.work);
    const command = await javascript.program!(scratch.work, scratch.output, context.tools);
    // Our answer need not be fast: the machine may be busy.
    const unhurried = { ...definition, maxMs: undefined };
    const { ended } = await runOnce(command, scratch.work, unhurried, context);
    if (ended.code !== (definition.exit ?? 0)) {
      throw new Error(`our own answer fails: ${ended.failed ?? ended.stderr}`);
    }
    return ended.stdout;
  } finally {
    await scratch.remove();
  }
}

function compareFile(
  name: string,
  wanted: string | { readonly json: unknown },
  seen: string | undefined,
): Pick<Problem, 'expected' | 'seen'> | undefined {
  if (seen === undefined) return { expected: `a file ${name}`, seen: 'no such file' };
  if (typeof wanted === 'string') {
    const difference = compareTexts(wanted, seen);
    return difference && { expected: `${difference.expected} in ${name}`, seen: difference.seen };
  }
  let value: unknown;
  try {
    value = JSON.parse(seen);
  } catch {
    return { expected: `JSON in ${name}`, seen: quoted(seen) };
  }
  const isEqual = JSON.stringify(sorted(value)) === JSON.stringify(sorted(wanted.json));
  return isEqual ? undefined : { expected: `${shown(wanted.json)} in ${name}`, seen: shown(value) };
}

/** Space at line ends and empty lines at the end do not count. */
export function compareTexts(
  expected: string,
  seen: string,
): Pick<Problem, 'expected' | 'seen'> | undefined {
  const wanted = linesOf(expected);
  const got = linesOf(seen);
  const at = wanted.findIndex((line, index) => line !== got[index]);
  if (at < 0 && wanted.length === got.length) return undefined;
  if (got.length === 0) return { expected: quoted(wanted.join('\n')), seen: 'nothing was printed' };
  if (wanted.length === 0) return { expected: 'nothing printed', seen: quoted(got.join('\n')) };
  if (wanted.length <= 1 && got.length <= 1) {
    return { expected: quoted(wanted[0] ?? ''), seen: quoted(got[0] ?? '') };
  }
  const line = at < 0 ? wanted.length : at;
  const describe = (lines: readonly string[]) =>
    lines[line] === undefined
      ? `${lines.length} lines`
      : `line ${line + 1} is ${quoted(lines[line]!)}`;
  return { expected: describe(wanted), seen: describe(got) };
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
