import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { fieldsOf } from '../fields';
import { type Index, indexesOf } from './collection';
import { runShell, ShellError, type ShellResult } from './shell';
import type { Reply, Request, WireResult } from './store';
import { type Collections, fromJson, toJson } from './values';

/** Runs the MongoDB shell in a thread of its own, so that a slow question holds up nobody else. */

const port = parentPort!;
const { file } = workerData as { file: string | undefined };

interface Stored {
  readonly collections: Readonly<Record<string, unknown[]>>;
  readonly indexes: Readonly<Record<string, Index[]>>;
}

const collections: Collections = new Map();

if (file !== undefined && existsSync(file)) {
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  for (const [name, documents] of Object.entries(stored.collections)) {
    collections.set(name, documents.map(fromJson));
  }
  for (const [name, indexes] of Object.entries(stored.indexes)) {
    indexesOf(collections).set(name, indexes);
  }
}

function save(): void {
  if (file === undefined) return;
  const stored: Stored = {
    collections: Object.fromEntries(
      [...collections].map(([name, documents]) => [name, documents.map(toJson)]),
    ),
    indexes: Object.fromEntries(indexesOf(collections)),
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(stored));
  renameSync(`${file}.new`, file);
}

function wire({ text, start, end, changes, documents, value }: ShellResult): WireResult {
  const place = { text, start, end, changes };
  if (documents !== undefined) return { ...place, documents: documents.map(toJson) };
  return { ...place, value: toJson(value) };
}

function run(text: string): Reply {
  const started = performance.now();
  let done: readonly ShellResult[];
  let error: { message: string; position: number } | undefined;
  try {
    done = runShell(text, collections);
  } catch (reason) {
    if (!(reason instanceof ShellError)) throw reason;
    done = reason.done;
    error = { message: reason.message, position: reason.position };
  }
  // A mistake in the middle of insertMany leaves what was inserted before.
  if (error !== undefined || done.some(({ changes }) => changes)) save();
  const milliseconds = performance.now() - started;
  return { results: done.map(wire), milliseconds, ...(error === undefined ? {} : { error }) };
}

port.on('message', (request: Request) => {
  if (request.kind === 'schema') {
    const indexes = indexesOf(collections);
    port.postMessage({
      collections: [...collections].map(([name, documents]) => ({
        name,
        count: documents.length,
        fields: fieldsOf(documents),
        indexes: (indexes.get(name) ?? []).map((index) => ({
          name: index.name,
          isUnique: index.unique,
        })),
      })),
    } satisfies Reply);
  } else port.postMessage(run(request.text));
});
