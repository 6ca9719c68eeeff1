import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesIn, filesOf, type State } from './layers';
import type { Exercise, Place, Track } from './model';
import { WORK } from './scratch';

/** Where in the learner's files a message belongs. */

/**
 * The line that an error message of a compiler or an interpreter names.
 * @param text what the program printed
 * @param files of the learner, relative to the exercise's folder
 */
export function placeInOutput(text: string, files: readonly string[]): Place | undefined {
  let last: Place | undefined;
  let first: Place | undefined;
  const pattern =
    /([\w./\\-]+\.(?:js|mjs|cjs|ejs|py|java|rb|erb|php|html))(?:"?, line |:| on line |\()(\d+)/g;
  for (const match of text.matchAll(pattern)) {
    const named = match[1]!.replaceAll('\\', '/');
    const file = files.find((each) => isFile(named, each));
    if (file === undefined) continue;
    last = { file, line: Math.max(0, Number(match[2]) - 1) };
    first ??= last;
  }
  // Python prints the innermost call last, the others first.
  return /Traceback \(most recent call last\)/.test(text) ? last : first;
}

/** Whether a path in an output means a file of the copy that is checked. */
function isFile(named: string, file: string): boolean {
  if (named === file || named === `./${file}` || named.endsWith(`/${WORK}/${file}`)) return true;
  // Java names the file of a class without its folders.
  return file.endsWith('.java') && path.posix.basename(file) === named;
}

/** The line that declares or first has a name; capitals and `_` do not matter. */
export function placeOfName(text: string, file: string, name: string): Place | undefined {
  const wanted = name.replaceAll('_', '').toLowerCase();
  const line = text.split('\n').findIndex((each) => {
    const words = each.match(/\w+/g) ?? [];
    return words.some((word) => word.replaceAll('_', '').toLowerCase() === wanted);
  });
  return line < 0 ? undefined : { file, line };
}

/** The first line of a text that is not in the text that it began as. */
export function firstChange(before: string, after: string): number | undefined {
  const old = before.split(/\r?\n/).map((line) => line.trimEnd());
  const lines = after.split(/\r?\n/).map((line) => line.trimEnd());
  const at = lines.findIndex((line, index) => line !== old[index]);
  return at >= 0 ? at : undefined;
}

/**
 * The best place that is known without an error: a name, the first change, a TODO, the first line.
 * @param folder the learner's
 */
export async function placeOfWork(
  exercise: Exercise,
  track: Track,
  folder: string,
  edited: readonly string[],
  name: string | undefined,
): Promise<Place | undefined> {
  const starters = await filesOf(exercise, track, 'starter' satisfies State);
  const present = new Set(await filesIn(folder));
  const texts = new Map<string, string>();
  for (const file of edited) {
    if (present.has(file)) texts.set(file, await readFile(path.join(folder, file), 'utf8'));
  }
  if (name !== undefined) {
    for (const [file, text] of texts) {
      const place = placeOfName(text, file, name);
      if (place) return place;
    }
  }
  for (const [file, text] of texts) {
    const starter = starters.get(file);
    const line = starter === undefined ? 0 : firstChange(await readFile(starter, 'utf8'), text);
    if (line !== undefined) return { file, line };
  }
  for (const [file, text] of texts) {
    const line = text.split('\n').findIndex((each) => each.includes('TODO'));
    if (line >= 0) return { file, line };
  }
  const [file] = texts.keys();
  return file === undefined ? undefined : { file, line: 0 };
}
