import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { initialise, ScratchRepository } from '../git/repository';
import { GitError, type GitSpecification } from '../git/specification';
import { CheckFailure } from '../http/specification';
import type { Outcome, Problem, RequirementResult } from '../model';
import { need } from '../runtimes/programs';
import type { CheckContext } from './context';

/** Looks at a learner's scratch repository. */
export async function checkGit(
  specification: GitSpecification,
  context: CheckContext,
): Promise<Outcome> {
  if (!existsSync(context.folder)) return { state: 'notRun', why: 'The exercise is not started.' };
  const repository = new ScratchRepository(await need(context.tools, 'git'), context.folder);
  const requirements: RequirementResult[] = [];
  const problems: Problem[] = [];
  for (const { name, tryNext, check } of specification.requirements) {
    try {
      await check(repository, {
        that(condition, expected, seen) {
          if (!condition) throw new CheckFailure(expected, seen);
        },
      });
      requirements.push({ name, passed: true });
    } catch (error) {
      if (!(error instanceof CheckFailure || error instanceof GitError)) throw error;
      requirements.push({ name, passed: false });
      problems.push(
        error instanceof CheckFailure
          ? { name, expected: error.expected, seen: error.seen, tryNext }
          : { name, expected: 'a repository that Git can read here', seen: error.message, tryNext },
      );
    }
  }
  return problems.length > 0
    ? { state: 'failed', problems, requirements }
    : { state: 'passed', requirements };
}

/**
 * Makes the repository that the learner begins with.
 * @param folder that is not there yet, or empty
 */
export async function setUpRepository(
  specification: GitSpecification,
  program: string,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const repository = new ScratchRepository(program, folder);
  if (!specification.empty) await initialise(repository);
  await specification.setup(repository);
}
