import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { parseAllDocuments } from 'yaml';
import type {
  Outcome,
  Problem,
  RequirementResult,
  TextCheck,
  TextFormat,
  TextRequirement,
} from '../model';
import { shown } from '../show';
import type { CheckContext } from './context';
import { bareSql, lineAt } from './patterns';

/** Looks at files that are not run: they must be readable, and say what is asked. */

interface Read {
  /** For YAML and JSON: the values of its documents. */
  readonly values: readonly unknown[];
  readonly problem?: { readonly seen: string; readonly line: number };
}

export async function checkText(check: TextCheck, context: CheckContext): Promise<Outcome> {
  const requirements: RequirementResult[] = [];
  const problems: Problem[] = [];
  const note = (name: string, problem: Problem | undefined) => {
    requirements.push({ name, passed: problem === undefined });
    if (problem) problems.push(problem);
  };
  for (const { file, format, require = [], avoid = [] } of check.files) {
    const text = await readFile(path.join(context.folder, file), 'utf8').catch(() => undefined);
    if (text === undefined) {
      note(`${file} is there`, {
        name: `${file} is there`,
        expected: `a file ${file}`,
        seen: 'no such file',
        tryNext: 'Make the file in the folder of the exercise.',
      });
      continue;
    }
    const { values, problem } = await readText(text, format);
    const name = `${file} can be read`;
    if (problem) {
      note(name, {
        name,
        expected: `${formatNames[format]} without mistakes`,
        seen: `line ${problem.line + 1}: ${problem.seen}`,
        tryNext: 'Look at this line and at the one before it.',
        place: { file, line: problem.line },
      });
      continue;
    }
    const bare = format === 'text' ? text : bareText(text, format);
    for (const each of require) note(each.name, requirementProblem(each, file, bare, values));
    for (const { name: what, pattern, try: tryNext } of avoid) {
      const match = new RegExp(pattern, 'im').exec(bare);
      note(
        what,
        match
          ? {
              name: what,
              expected: what,
              seen: match[0].trim().slice(0, 100),
              tryNext,
              place: { file, line: lineAt(bare, match.index) },
            }
          : undefined,
      );
    }
  }
  return problems.length > 0
    ? { state: 'failed', problems, requirements }
    : { state: 'passed', requirements };
}

const formatNames: Readonly<Record<TextFormat, string>> = {
  dockerfile: 'a Dockerfile',
  yaml: 'YAML',
  json: 'JSON',
  mysql: 'SQL for MySQL',
  transactsql: 'SQL for SQL Server',
  postgresql: 'SQL for PostgreSQL',
  text: 'text',
};

async function readText(text: string, format: TextFormat): Promise<Read> {
  switch (format) {
    case 'text':
      return { values: [] };
    case 'dockerfile': {
      const instructions = DockerfileParser.parse(text).getInstructions();
      const unknown = instructions.find((each) => !DOCKER.has(each.getKeyword()));
      if (instructions.length === 0) return unreadable('it is empty', 0);
      if (unknown === undefined) return { values: [] };
      return unreadable(
        `${unknown.getInstruction()} is no instruction`,
        unknown.getRange().start.line,
      );
    }
    case 'yaml': {
      const documents = parseAllDocuments(text);
      const list = Array.isArray(documents) ? documents : [];
      for (const { errors } of list) {
        const [error] = errors;
        if (error)
          return unreadable(error.message.split('\n')[0]!, (error.linePos?.[0].line ?? 1) - 1);
      }
      return { values: list.map((document) => document.toJS() as unknown) };
    }
    case 'json':
      try {
        return { values: [JSON.parse(text)] };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
        return unreadable(message, lineAt(text, offset));
      }
    default: {
      const { Parser } = await grammars[format]();
      try {
        new Parser().astify(text, { database: format });
        return { values: [] };
      } catch (error) {
        const { location, found } = error as {
          location?: { start: { line: number } };
          found?: string;
        };
        const seen = found
          ? `${shown(found)} is not expected here`
          : 'the statement is not finished';
        return unreadable(seen, (location?.start.line ?? 1) - 1);
      }
    }
  }
}

const grammars = {
  mysql: () => import('node-sql-parser/build/mysql'),
  transactsql: () => import('node-sql-parser/build/transactsql'),
  postgresql: () => import('node-sql-parser/build/postgresql'),
};

/** https://docs.docker.com/reference/dockerfile/ */
const DOCKER = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

function unreadable(seen: string, line: number): Read {
  return { values: [], problem: { seen, line } };
}

/** Text without comments; what is left keeps its place. */
function bareText(text: string, format: TextFormat): string {
  if (format === 'json') return text;
  if (format === 'yaml' || format === 'dockerfile') {
    return text.replace(/(^|\s)#[^\n]*/g, (match) => match.replace(/[^\n]/g, ' '));
  }
  return bareSql(text);
}

function requirementProblem(
  requirement: TextRequirement,
  file: string,
  text: string,
  values: readonly unknown[],
): Problem | undefined {
  const { name, pattern, path: where, matches, try: tryNext } = requirement;
  if (pattern !== undefined) {
    if (new RegExp(pattern, 'im').test(text)) return undefined;
    return { name, expected: name, seen: 'it is not there', tryNext, place: { file, line: 0 } };
  }
  if (where === undefined)
    throw new Error(`the requirement "${name}" has neither pattern nor path`);
  const found = values.flatMap((value) => valuesAt(value, steps(where)));
  const wrong = found.find(
    (value) => matches !== undefined && !new RegExp(matches).test(String(value)),
  );
  if (found.length > 0 && wrong === undefined) return undefined;
  const key = /(\w[\w-]*)(?:\[\*\])?$/.exec(where)?.[1] ?? '';
  const offset = text.search(new RegExp(`(^|[\\s"'])${key}["']?\\s*:`, 'm'));
  return {
    name,
    expected: name,
    seen: found.length === 0 ? `nothing at ${where}` : `${where} is ${shown(wrong)}`,
    tryNext,
    place: { file, line: offset < 0 ? 0 : lineAt(text, offset + 1) },
  };
}

/** `spec.containers[*].image` and `jobs.*.steps[*].uses`, `on["push"]` not needed. */
function steps(path: string): string[] {
  return path.replace(/\[(\*|\d+)\]/g, '.$1').split('.');
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return value === undefined || value === null ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  const inner: unknown[] =
    step === '*'
      ? Object.values(value)
      : step in value
        ? [(value as Record<string, unknown>)[step]]
        : [];
  return inner.flatMap((each) => valuesAt(each, rest));
}
