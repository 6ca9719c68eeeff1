import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readExercise } from '../../client/src/exercises/catalogue';
import { type Exercise, languageOfTrack, type Track } from '../../client/src/exercises/model';
import { killAll } from '../../client/src/exercises/process';
import { createServices } from '../../client/src/exercises/services';
import { ToolFinder } from '../../client/src/exercises/tools';
import { install } from './install';
import { judge, type Verdict } from './judge';

/**
 * Checks the exercises themselves, started by `scripts/check-exercises.mjs`:
 * `main.js <root> <cache> <node> [--json FILE] [--language L] [--exercise ID] [--step S] [--findings-only]`.
 * The starter of each must fail, the solution pass without a finding, each wrong one fail with its words.
 */

async function main(argv: readonly string[]): Promise<number> {
  const [root = '.', cache = '.', node = '', ...rest] = argv;
  const { values } = parseArgs({
    args: rest,
    options: {
      json: { type: 'string' },
      language: { type: 'string', multiple: true, default: [] },
      exercise: { type: 'string', multiple: true, default: [] },
      step: { type: 'string', multiple: true, default: [] },
      jobs: { type: 'string' },
    },
  });
  const jobs = Math.max(1, Number(values.jobs ?? Math.min(4, cpus().length)) || 1);
  const walkthroughs = path.join(root, 'walkthroughs');
  const chosen = choose(walkthroughs, values);
  if (chosen.length === 0) throw new Error('No exercise is chosen: look at the ids.');

  const practice = path.join(cache, 'exercises');
  await mkdir(practice, { recursive: true });
  const tools = new ToolFinder(() => (node === '' ? {} : { node }));
  const services = createServices({
    bundles: path.join(root, 'dist', 'extension'),
    practice: () => practice,
    tools,
  });
  const scratch = await mkdtemp(path.join(tmpdir(), 'backend-tutor-exercises-'));
  const verdicts: Verdict[] = [];
  try {
    const cannot = new Map<Track, string>();
    for (const track of new Set(chosen.map(([, each]) => each))) {
      const why = await install(track, services);
      if (why !== undefined) cannot.set(track, why);
    }
    const queue = [...chosen];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [exercise, track] = next;
        const ask = () => judge(exercise, track, services, scratch, cannot.get(track));
        const first = await ask();
        // A machine that is busy for a moment proves nothing: what fails is asked once more.
        const verdict = first.problems.length === 0 ? first : await ask();
        if (verdict !== first && verdict.problems.length === 0) {
          console.log(
            `   ${exercise.id} ${track}: passed at the second try only: ${first.problems[0]}`,
          );
        }
        verdicts.push(verdict);
        print(verdict);
      }
    };
    await Promise.all(Array.from({ length: jobs }, work));
  } finally {
    await services.close();
    await rm(scratch, { recursive: true, force: true });
  }
  verdicts.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  if (values.json !== undefined) {
    await writeFile(
      values.json,
      `${JSON.stringify(
        verdicts.map(({ problems: _, ...each }) => each),
        null,
        2,
      )}\n`,
    );
  }
  const ran = verdicts.filter((each) => each.ran === true);
  const wrong = ran.filter(({ problems }) => problems.length > 0);
  console.log(
    `${ran.length - wrong.length} proved, ${wrong.length} not, ${verdicts.length - ran.length} not run`,
  );
  return wrong.length > 0 ? 1 : 0;
}

function order({ step, exercise, language, framework }: Verdict): string {
  return [step, exercise, language, framework].join(' ');
}

function print({ exercise, language, framework, ran, problems }: Verdict): void {
  const name = [exercise, framework ?? language].join(' ');
  if (ran !== true) console.log(`–  ${name}: not run: ${ran}`);
  else if (problems.length === 0) console.log(`ok ${name}`);
  else for (const problem of problems) console.log(`✗  ${name}: ${problem}`);
}

/** Every exercise that has a folder, whether a course lists it yet or not. */
function choose(
  walkthroughs: string,
  { language, exercise, step }: { language: string[]; exercise: string[]; step: string[] },
): [Exercise, Track][] {
  const exercises = readdirSync(walkthroughs)
    .filter((each) => step.length === 0 || step.includes(each))
    .sort()
    .flatMap((each) => {
      const folder = path.join(walkthroughs, each, 'exercises');
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .filter((id) => exercise.length === 0 || exercise.includes(id))
        .filter((id) => existsSync(path.join(folder, id, 'exercise.json')))
        .sort()
        .map((id) => readExercise(walkthroughs, each, id));
    });
  return exercises
    .flatMap((each) => each.tracks.map((track): [Exercise, Track] => [each, track]))
    .filter(([, track]) => {
      const written = languageOfTrack[track];
      return (
        language.length === 0 ||
        language.includes(track) ||
        (written !== undefined && language.includes(written))
      );
    });
}

process.on('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 2;
  },
);
