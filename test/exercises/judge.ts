import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkExercise } from '../../client/src/exercises/checks/check';
import type { Services } from '../../client/src/exercises/checks/context';
import { setUpRepository } from '../../client/src/exercises/checks/git';
import { gradeQuiz } from '../../client/src/exercises/checks/quiz';
import { lay, type State } from '../../client/src/exercises/layers';
import {
  type Exercise,
  languageOfTrack,
  type Outcome,
  problemText,
  type QuizCheck,
  type ScanFinding,
  type Track,
} from '../../client/src/exercises/model';
import { runSteps } from './steps';

/** One exercise in one track, as `--json` writes it. */
export interface Verdict {
  readonly exercise: string;
  readonly step: string;
  readonly language: string;
  readonly framework?: string;
  /** Or why it was not run. */
  readonly ran: true | string;
  readonly starter?: 'failed' | 'passed';
  readonly solution?: 'failed' | 'passed';
  /** `failed`: with the words that exercise.json asks for. */
  readonly wrong: readonly {
    readonly name: string;
    readonly failed: boolean;
    readonly message: string;
  }[];
  /** Errors and warnings of the scanner in the solution. */
  readonly findings: number;
  /** Hints of the scanner in the solution. */
  readonly hints: number;
  readonly problems: readonly string[];
}

export async function judge(
  exercise: Exercise,
  track: Track,
  services: Services,
  scratch: string,
  cannot: string | undefined,
): Promise<Verdict> {
  const language = languageOfTrack[track] ?? track;
  const base = {
    exercise: exercise.id,
    step: exercise.step,
    language,
    ...(language !== track && languageOfTrack[track] && { framework: track }),
  };
  const nothing = { wrong: [], findings: 0, hints: 0 };
  if (cannot !== undefined) return { ...base, ran: cannot, ...nothing, problems: [] };
  try {
    if (exercise.check.kind === 'quiz') return { ...base, ...judgeQuiz(exercise.check), hints: 0 };
    return { ...base, ...(await judgeStates(exercise, track, services, scratch)) };
  } catch (error) {
    const problem = `the check itself fails: ${error instanceof Error ? error.message : error}`;
    return { ...base, ran: true, ...nothing, problems: [problem] };
  }
}

/** No choice fails, all right answers pass, and each way to be wrong by one answer fails. */
function judgeQuiz(
  check: QuizCheck,
): Pick<Verdict, 'ran' | 'starter' | 'solution' | 'wrong' | 'findings' | 'problems'> {
  const right = check.questions.map(({ answers }) =>
    answers.flatMap((answer, index) => (answer.right ? [index] : [])),
  );
  const problems = check.questions.flatMap(({ ask, answers }) => [
    ...(answers.some((each) => each.right) ? [] : [`"${ask}" has no right answer`]),
    ...(answers.some((each) => !each.right) ? [] : [`"${ask}" has no wrong answer`]),
    ...answers.filter(({ why }) => !why?.trim()).map(({ text }) => `"${text}" has no why`),
  ]);
  const starter = gradeQuiz(check, []).state === 'passed' ? 'passed' : 'failed';
  const solution = gradeQuiz(check, right).state === 'passed' ? 'passed' : 'failed';
  if (starter !== 'failed') problems.push('it passes without an answer');
  if (solution !== 'passed') problems.push('the right answers do not pass');
  return { ran: true, starter, solution, wrong: [], findings: 0, problems };
}

type Judged = Omit<Verdict, 'exercise' | 'step' | 'language' | 'framework'>;

async function judgeStates(
  exercise: Exercise,
  track: Track,
  services: Services,
  scratch: string,
): Promise<Judged> {
  const problems: string[] = [];
  const attempt = async (state: State) => {
    const root = path.join(scratch, `${exercise.id}-${track}-${state}`);
    const folder = path.join(root, exercise.id);
    await mkdir(folder, { recursive: true });
    try {
      await make(exercise, track, state, folder, services);
      const outcome = await checkExercise(exercise, track, folder, services);
      const scanned = state === 'solution' ? await services.scan(folder) : [];
      return { outcome, scanned };
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    }
  };

  const starter = await attempt('starter');
  if (starter.outcome.state === 'notRun') {
    return { ran: starter.outcome.why, wrong: [], findings: 0, hints: 0, problems: [] };
  }
  if (starter.outcome.state === 'passed') problems.push('the starter passes');
  const mustRun = exercise.check.kind === 'output' || exercise.check.kind === 'http';
  if (starter.outcome.state === 'failed' && mustRun) {
    const broken = /^(?:The program compiles|The server starts)/;
    const first = starter.outcome.problems[0];
    if (first && broken.test(first.name)) {
      problems.push(`the starter does not run: ${first.seen}`);
    }
  }

  const solution = await attempt('solution');
  if (solution.outcome.state !== 'passed') {
    problems.push(`the solution does not pass: ${messageOf(solution.outcome)}`);
  }
  for (const finding of solution.scanned.filter(({ severity }) => severity !== 'hint')) {
    problems.push(`finding in the solution: ${describe(finding)}`);
  }

  const wrong: { name: string; failed: boolean; message: string }[] = [];
  for (const [name, words] of Object.entries(exercise.wrong)) {
    const state = (name.startsWith('wrong-') ? name : `wrong-${name}`) as State;
    if (!existsSync(path.join(exercise.folder, track, state))) continue;
    const { outcome } = await attempt(state);
    const message = messageOf(outcome);
    const failed = outcome.state === 'failed' && message.includes(words);
    wrong.push({ name: state.slice('wrong-'.length), failed, message });
    if (outcome.state !== 'failed') problems.push(`${state} does not fail`);
    else if (!failed) problems.push(`${state} fails without "${words}": ${message}`);
  }
  if (wrong.length === 0) problems.push('there is no wrong one');
  const hints = solution.scanned.filter(({ severity }) => severity === 'hint').length;
  return {
    ran: true,
    starter: starter.outcome.state,
    solution: solution.outcome.state === 'passed' ? 'passed' : 'failed',
    wrong,
    findings: solution.scanned.length - hints,
    hints,
    problems,
  };
}

async function make(
  exercise: Exercise,
  track: Track,
  state: State,
  folder: string,
  services: Services,
): Promise<void> {
  if (exercise.check.kind !== 'git') return lay(exercise, track, state, folder);
  const specification = services.specification(exercise.id);
  const git = await services.tools.find('git');
  if (specification?.kind !== 'git' || git === undefined) {
    throw new Error('no specification, or no Git');
  }
  await setUpRepository(specification, git, folder);
  if (state === 'starter') return;
  const steps = await readFile(path.join(exercise.folder, track, state, 'steps.txt'), 'utf8');
  await runSteps(steps, git, folder);
}

function messageOf(outcome: Outcome): string {
  if (outcome.state === 'passed') return 'passed';
  if (outcome.state === 'notRun') return `not run: ${outcome.why}`;
  return outcome.problems.map(problemText).join('\n');
}

function describe({ rule, file, line, message }: ScanFinding): string {
  return `${rule} in ${file}:${line + 1}: ${message}`;
}
