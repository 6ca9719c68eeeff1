import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { editedFiles } from '../catalogue';
import { filesOf } from '../layers';
import type { DocumentsCheck, Outcome, Problem, RequirementResult } from '../model';
import { shown } from '../show';
import { sorted } from '../sorted';
import type { CheckContext } from './context';
import { bareScript, lineAt, patternProblems } from './patterns';
import { compareLists, queryName } from './rows';

/** Runs the learner's statements on collections of documents, and ours beside them, and compares. */

type Collections = Readonly<Record<string, readonly unknown[]>>;

/** What one statement gave. */
export interface Given {
  readonly start: number;
  /** Of a query; absent for a statement that gives no documents. */
  readonly documents?: readonly unknown[];
  readonly value?: unknown;
  /** It changed what is stored, or was meant to. */
  readonly changes: boolean;
}

/** A statement that cannot be run. */
export class ScriptError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Runs scripts on one set of collections.
 * @throws {ScriptError} from `run` when a statement is wrong
 */
export interface DocumentStore {
  run(script: string): readonly Given[];
}

export async function checkDocuments(
  check: DocumentsCheck,
  context: CheckContext,
): Promise<Outcome> {
  const [main = 'main.mongodb.js'] = editedFiles(context.exercise, context.track);
  const files = await filesOf(context.exercise, context.track, 'solution');
  const given = async (name: string) => readFile(files.get(name) ?? name, 'utf8');
  const script = await readFile(path.join(context.folder, main), 'utf8').catch(() => undefined);
  if (script === undefined) return { state: 'notRun', why: `The file ${main} is not there.` };
  const solution = await given(main);

  const problems: Problem[] = [];
  const results = new Map<string, boolean>();
  const note = (name: string, found: readonly Problem[]) => {
    results.set(name, (results.get(name) ?? true) && found.length === 0);
    problems.push(...found);
  };
  for (const [index, name] of [check.data, ...(check.more ?? [])].entries()) {
    // A first set that is wrong says enough.
    if (problems.length > 0) break;
    const more = index === 0 ? undefined : name;
    const data = JSON.parse(await given(name)) as Collections;
    const ours = context.documents(data);
    const theirs = context.documents(data);
    const wanted = ours.run(solution).filter(({ changes }) => !changes);
    let got: readonly Given[];
    try {
      got = theirs.run(script).filter(({ changes }) => !changes);
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      const line = lineAt(script, error.offset);
      note('The statements run', [
        {
          name: 'The statements run',
          expected: 'statements that run to the end',
          seen: `line ${line + 1}: ${error.message}`,
          tryNext: 'Look at the place in the line, and at the brackets before it.',
          place: { file: main, line },
        },
      ]);
      break;
    }
    for (const [at, query] of (check.queries ?? []).entries()) {
      const mine = wanted[at];
      if (!mine) throw new Error(`our own answer has no query "${query.name}"`);
      const seen = got[at];
      const place = { file: main, line: lineAt(script, seen?.start ?? script.trimEnd().length) };
      const difference = seen
        ? compare(mine, seen, query.ordered ?? false)
        : {
            expected: `query number ${at + 1}`,
            seen: got.length === 1 ? '1 query' : `${got.length} queries`,
          };
      const problem = difference && {
        name: queryName(query, more),
        ...difference,
        tryNext: query.try,
        place,
      };
      note(query.name, problem ? [problem] : []);
    }
    for (const { name, query, try: tryNext } of check.probes ?? []) {
      const mine = ours.run(query).at(-1);
      if (!mine) throw new Error(`the probe "${name}" gives nothing`);
      const difference = compare(mine, probe(theirs, query), false);
      note(
        name,
        difference ? [{ name, ...difference, tryNext, place: { file: main, line: 0 } }] : [],
      );
    }
  }
  for (const pattern of [...(check.uses ?? []), ...(check.avoids ?? [])]) {
    const isUse = check.uses?.includes(pattern) ?? false;
    const list = [pattern];
    note(
      pattern.name,
      patternProblems(bareScript(script), main, isUse ? list : [], isUse ? [] : list),
    );
  }
  const requirements: RequirementResult[] = [...results].map(([name, passed]) => ({
    name,
    passed,
  }));
  return problems.length > 0
    ? { state: 'failed', problems, requirements }
    : { state: 'passed', requirements };
}

/** What a probe gives; a probe that fails gives its message. */
function probe(store: DocumentStore, query: string): Given {
  try {
    return store.run(query).at(-1) ?? { start: 0, changes: false };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    return { start: 0, value: error.message, changes: false };
  }
}

function compare(wanted: Given, got: Given, ordered: boolean) {
  if (wanted.documents !== undefined && got.documents !== undefined) {
    return compareLists(plain(wanted.documents), plain(got.documents), ordered, 'document');
  }
  const a = wanted.documents ?? wanted.value;
  const b = got.documents ?? got.value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
    ? undefined
    : { expected: shown(a), seen: shown(b) };
}

function plain(documents: readonly unknown[]): unknown[] {
  return JSON.parse(JSON.stringify(documents)) as unknown[];
}
