import type { Services } from '../../client/src/exercises/checks/context';
import type { Track } from '../../client/src/exercises/model';
import { run } from '../../client/src/exercises/process';
import { tail } from '../../client/src/exercises/show';
import { installAdvice, toolFacts } from '../../client/src/exercises/tools';

const LIMIT_MS = 600_000;

/**
 * Brings what a track needs, by the commands that a learner would be offered.
 * @returns why the track cannot run here, or undefined when it can
 */
export async function install(track: Track, services: Services): Promise<string | undefined> {
  const runtime = services.runtime(track);
  for (const tool of runtime?.tools ?? []) {
    if ((await services.tools.find(tool)) === undefined) {
      return `${toolFacts[tool].title} is not installed (${installAdvice(tool)})`;
    }
  }
  const missing = await runtime?.missing?.(services.practice, services.tools);
  if (missing === undefined) return undefined;
  if (missing.install === undefined) return missing.why;
  console.log(`${missing.why}: installing …`);
  for (const command of missing.install) {
    const ended = await run(command, { cwd: services.practice }, { timeoutMs: LIMIT_MS });
    if (ended.code !== 0) {
      const said = tail(ended.stderr || ended.stdout, 3);
      return `${missing.why}; ${command.program} failed: ${ended.failed ?? said}`;
    }
  }
  return (await runtime?.missing?.(services.practice, services.tools))?.why;
}
