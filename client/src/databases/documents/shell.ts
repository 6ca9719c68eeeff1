import { evaluate, ShellError, type World } from './evaluate';
import { parseShell } from './parse';
import type { Collections, Document } from './values';

export { ShellError } from './evaluate';

/** What one statement gave: documents, or some other value. */
export interface ShellResult {
  /** The statement, and where it stands in the script. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of `find` and `aggregate`. */
  readonly documents?: readonly Document[];
  /** Of everything else: a document or null, a number, a list, or what a change did. */
  readonly value?: unknown;
  /** It is a change of what is stored, such as `insertOne`. */
  readonly changes: boolean;
}

/**
 * Runs a script of the MongoDB shell on the collections, which it changes. No JavaScript runs: the
 * script is read as data, and the calls that the shell knows are done here. A variable gives no
 * result.
 * @throws {ShellError} at the first statement that cannot be read or done
 */
export function runShell(text: string, collections: Collections): ShellResult[] {
  const world: World = { collections, variables: new Map(), lists: new WeakSet(), changes: false };
  const done: ShellResult[] = [];
  for (const statement of parseShell(text)) {
    const { start, end } = statement;
    const place = { text: text.slice(start, end), start, end };
    world.changes = false;
    try {
      if (statement.kind === 'mistake') throw new ShellError(statement.message, statement.offset);
      if (statement.kind === 'word') {
        done.push({
          ...place,
          value: say(statement.word, statement.argument, start, world),
          changes: false,
        });
        continue;
      }
      if (statement.kind === 'variable') {
        world.variables.set(statement.name, evaluate(statement.value, world));
        continue;
      }
      const value = evaluate(statement.expression, world);
      const isList = Array.isArray(value) && world.lists.has(value);
      done.push({
        ...place,
        ...(isList ? { documents: value } : { value }),
        changes: world.changes,
      });
    } catch (error) {
      throw ShellError.of(error, start, done);
    }
  }
  return done;
}

/** `use shop`, `show collections` */
function say(word: string, argument: string, offset: number, { collections }: World): unknown {
  if (word === 'use') return `There is one database here, so ${argument} is this one.`;
  if (argument === 'collections' || argument === 'tables') return [...collections.keys()].sort();
  if (argument === 'dbs' || argument === 'databases') return ['playground'];
  throw new ShellError(`The shell cannot show ${argument}. It knows: show collections.`, offset);
}
