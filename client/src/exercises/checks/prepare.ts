import { filesIn } from '../layers';
import type { Problem } from '../model';
import { placeInOutput } from '../place';
import { run } from '../process';
import type { Runtime } from '../runtimes/runtime';
import type { CheckContext } from './context';

const COMPILE_LIMIT_MS = 120_000;

/**
 * Compiles the copy of the learner's work, where the language does.
 * @returns what the compiler says against it
 */
export async function prepare(
  context: CheckContext,
  runtime: Runtime,
  work: string,
  output: string,
): Promise<Problem | undefined> {
  const commands = (await runtime.prepare?.(work, output, context.tools, context.practice)) ?? [];
  for (const command of commands) {
    const ended = await run(
      command,
      { cwd: work, signal: context.signal },
      { timeoutMs: COMPILE_LIMIT_MS },
    );
    if (ended.code === 0) continue;
    if (ended.failed !== undefined) throw new Error(`${command.program}: ${ended.failed}`);
    const said = `${ended.stderr}\n${ended.stdout}`;
    const error = /^.*?([\w.-]+\.java):(\d+): error: (.*)$/m.exec(said);
    return {
      name: 'The program compiles',
      expected: 'a program that compiles',
      seen:
        ended.stopped === 'time'
          ? 'the compiler did not end in time'
          : error
            ? `${error[1]}, line ${error[2]}: ${error[3]}`
            : said.trim().split('\n').slice(0, 5).join('\n'),
      tryNext: 'Repair the first error: those below often go away with it.',
      place: placeInOutput(said, await filesIn(work)),
    };
  }
  return undefined;
}
