import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../client/src/exercises/process';

const LIMIT_MS = 20_000;

/** What a learner does in a repository: `git …`, `write FILE TEXT`, `append FILE TEXT`, `delete FILE`. */
export async function runSteps(steps: string, git: string, folder: string): Promise<void> {
  for (const line of steps.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [verb = '', ...words] = wordsOf(line);
    const [file = '', text = ''] = words;
    const target = path.join(folder, file);
    if (verb === 'git') {
      const env = { GIT_EDITOR: 'true', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
      const args = ['-c', 'protocol.file.allow=always', ...words];
      const ended = await run(
        { program: git, args },
        { cwd: folder, env },
        { timeoutMs: LIMIT_MS },
      );
      // A merge with a conflict ends with 1, and is what an exercise may be about.
      const isConflict = /CONFLICT|could not apply|could not revert/.test(
        `${ended.stdout}${ended.stderr}`,
      );
      if (ended.code !== 0 && !isConflict)
        throw new Error(`${line}: ${ended.stderr || ended.stdout}`);
    } else if (verb === 'write' || verb === 'append') {
      await mkdir(path.dirname(target), { recursive: true });
      const content = text.replaceAll('\\n', '\n');
      await (verb === 'write' ? writeFile(target, content) : appendFile(target, content));
    } else if (verb === 'delete') await rm(target);
    else throw new Error(`unknown step: ${line}`);
  }
}

/** Words of a command line: quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double?.replace(/\\(["\\])/g, '$1') ?? single ?? plain ?? '',
  );
}
