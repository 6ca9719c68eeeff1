import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import requirements from '../../../../walkthroughs/bases/flask/requirements.txt';
import { need } from './programs';
import type { Missing, Tools } from './runtime';

/** One virtual environment, in the practice folder, for all exercises with Python's frameworks. */

const wanted = requirements.split('\n').filter((line) => line.trim() !== '');

/** The environment's Python. */
export function environmentPython(practice: string): string {
  const inside = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python'];
  return path.join(practice, '.venv', ...inside);
}

/** @param what the framework, as its makers write it */
export async function missingPackages(
  what: string,
  practice: string,
  tools: Tools,
): Promise<Missing | undefined> {
  const there = installed(practice);
  const lacking = wanted.filter((line) => !there.has(plainName(line.split('==')[0]!)));
  if (lacking.length === 0) return undefined;
  const python = environmentPython(practice);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet'];
  return {
    why: `The packages of the ${what} exercises are not installed`,
    install: [
      ...(existsSync(python)
        ? []
        : [
            {
              program: await need(tools, 'python'),
              args: ['-m', 'venv', path.join(practice, '.venv')],
            },
          ]),
      { program: python, args: [...pip, ...wanted] },
    ],
  };
}

/** Names of what is installed, as pip writes them into the environment. */
function installed(practice: string): ReadonlySet<string> {
  const root = path.join(practice, '.venv');
  const libraries =
    process.platform === 'win32'
      ? [path.join(root, 'Lib', 'site-packages')]
      : entries(path.join(root, 'lib')).map((name) =>
          path.join(root, 'lib', name, 'site-packages'),
        );
  return new Set(
    libraries
      .flatMap(entries)
      .flatMap((name) => /^(.+?)-[^-]+\.dist-info$/.exec(name)?.[1] ?? [])
      .map(plainName),
  );
}

function entries(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[-_.]+/g, '-');
}
