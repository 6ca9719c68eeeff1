import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import Ajv from 'ajv';
import { DockerfileParser } from 'dockerfile-ast';
import { transformSync } from 'esbuild';
import sqlParser from 'node-sql-parser/build/postgresql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { parseDocument } from 'yaml';
import { openAnalysis } from '../server/src/testing/analysis';
import { KNOWN_VARIABLES, parseSnippet, type SnippetNode, tabStops } from './expand';
import { loadSnippets, type SnippetGroup } from './load';

const read = (file: string): Promise<string> =>
  readFile(new URL(file, import.meta.url), { encoding: 'utf8' });

const groups = JSON.parse(await read('index.json')) as SnippetGroup[];
const snippets = await loadSnippets(read);
const analysis = await openAnalysis();

const FRAMEWORKS = ['express', 'django', 'flask', 'spring-boot', 'rails', 'laravel'];
const FRAMEWORK_TOPICS = [
  'app',
  'route',
  'query',
  'register',
  'login',
  'session',
  'cors',
  'jwt-issue',
  'jwt-verify',
  'validation',
  'error',
  'upload',
  'test',
  'config',
];
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(FRAMEWORKS.map((id) => [id, FRAMEWORK_TOPICS])),
  sql: [
    'create-table',
    'one-to-many',
    'many-to-many',
    'inner-join',
    'left-join',
    'subquery',
    'cte',
    'transaction',
    'update',
    'delete',
    'index',
    'upsert',
  ],
  docker: ['node', 'python', 'java', 'ruby', 'php', 'compose', 'ignore'],
};

describe('the files', () => {
  const ajv = new Ajv({ allErrors: true });

  test('index.json has the right shape, and names every snippet file once', async () => {
    const valid = ajv.compile({
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'languages', 'file', 'order'],
        properties: {
          id: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
          label: { type: 'string', minLength: 1 },
          languages: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
          file: { type: 'string', pattern: '^[a-z-]+\\.json$' },
          order: { type: 'integer' },
          languageOf: { type: 'object', additionalProperties: { type: 'string' } },
          partial: { type: 'object', additionalProperties: { enum: ['member', 'statements'] } },
        },
      },
    });
    expect(valid(groups), ajv.errorsText(valid.errors)).toBe(true);
    expect(groups.map((group) => group.order)).toEqual(groups.map((_, at) => at + 1));

    const onDisk = (await readdir(new URL('.', import.meta.url))).filter(
      (file) => file.endsWith('.json') && file !== 'index.json',
    );
    expect(groups.map((group) => group.file).sort()).toEqual(onDisk.sort());
  });

  test.each(groups)('$file has the right shape', async ({ id, file }) => {
    const valid = ajv.compile({
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['prefix', 'description', 'body'],
        properties: {
          prefix: { type: 'string', pattern: `^bt-${id}-[a-z]+(-[a-z]+)*$` },
          description: { type: 'string', pattern: '^[A-Z][^\\n]*[^.\\s]\\.$' },
          // No space or tab at the end of a line.
          body: { type: 'array', minItems: 1, items: { type: 'string', pattern: '(^|\\S)$' } },
        },
      },
    });
    const text = await read(file);
    expect(valid(JSON.parse(text)), ajv.errorsText(valid.errors)).toBe(true);
  });

  test.each(groups)('$file has no name twice', async ({ file }) => {
    // A second one with the same name would silently replace the first.
    const names = [...(await read(file)).matchAll(/^ {2}"((?:[^"\\]|\\.)*)": \{/gm)];
    expect(names.length).toBe(Object.keys(JSON.parse(await read(file)) as object).length);
  });

  test.each(groups)('the exceptions that index.json names for $id exist', (group) => {
    const topics = snippets.filter((each) => each.group === group.id).map((each) => each.topic);
    expect(topics).toEqual(expect.arrayContaining(Object.keys(group.languageOf ?? {})));
    expect(topics).toEqual(expect.arrayContaining(Object.keys(group.partial ?? {})));
    for (const language of Object.values(group.languageOf ?? {})) {
      expect(group.languages).toContain(language);
    }
  });

  test('prefixes and names are unique', () => {
    expect(new Set(snippets.map((each) => each.id)).size).toBe(snippets.length);
    expect(new Set(snippets.map((each) => each.name)).size).toBe(snippets.length);
  });

  test.each(Object.entries(TOPICS))('%s has every topic', (id, wanted) => {
    const topics = snippets.filter((each) => each.group === id).map((each) => each.topic);
    expect(topics).toEqual(expect.arrayContaining([...wanted]));
  });
});

describe.each(snippets)('$id', (snippet) => {
  const nodes = parseSnippet(snippet.body);

  test('has its stops in order: 1, 2, 3 and so on', () => {
    const stops = tabStops(nodes).filter((index) => index > 0);
    expect(stops).toEqual(stops.map((_, at) => at + 1));
  });

  test('has no dollar that should have been escaped', () => {
    expect(unknownVariables(nodes)).toEqual([]);
    // In no place may the start of a placeholder be left over as text.
    expect(textOf(nodes)).not.toMatch(/(?<!\\)\$\{\d+[:|/]/);
  });

  test('gives each stop at most one default', () => {
    // Only the first default would count; the second would surprise.
    const defaults = stopsWithDefault(nodes);
    expect(defaults).toEqual([...new Set(defaults)]);
  });

  test.runIf(analysis.languageOf(snippet.language, snippet.id))(
    'gives no finding of our own',
    async () => {
      const document = await analysis.open(snippet.id, snippet.language, snippet.fileText);
      // Hints are advice on the program around, such as a limit of logins, which a snippet leaves out.
      const findings = document
        .findings({ rules: {}, sqlDialect: 'auto' })
        .filter(({ severity }) => severity !== 'hint');
      document.dispose();
      expect(findings).toEqual([]);
    },
  );

  test('says nothing that looks like a real secret', () => {
    expect(snippet.expandedText).not.toMatch(
      /(?:secret|password|token|(?:api|signing|private)_?key)\w*["']?\s*(?:=>|[=:])\s*["'][^"'$ ]{4,}["']/i,
    );
    expect(snippet.expandedText).not.toMatch(/:\/\/[^\s/:@]+:[^\s/@]+@/);
  });

  test('parses', () => {
    expect(problems(snippet.language, snippet.fileText)).toEqual([]);
    // The same snippets are offered in TypeScript files.
    if (snippet.language === 'javascript') {
      expect(problems('typescript', snippet.fileText)).toEqual([]);
    }
  });
});

describe('the checks themselves', () => {
  test.each([
    ['javascript', 'const a = ;'],
    ['javascript', 'const a = 1; const a = 2;'],
    ['typescript', 'app.get("/", (req => {});'],
    ['python', 'def f(:\n    pass'],
    ['java', 'class A { void f() { return }; '],
    ['java', 'class A { void f() { int a = 1 } }'],
    ['ruby', 'def f\n  if x\nend'],
    ['php', '<?php\n$a = [1, 2;'],
    ['php', 'no opening tag'],
    ['sql', 'SELEC id FROM users;'],
    ['dockerfile', 'FROM node:22\nUSER node\nCMD ["node"]'],
    [
      'dockerfile',
      'FROM node:22 AS build\nFROM node:22\nCOPY --from=built /a /a\nUSER node\nCMD []',
    ],
    ['dockerfile', 'FROM node:22 AS build\nFROM node:22\nCMD ["node"]'],
    ['dockerfile', 'FROM node:22 AS build\nFROM node:latest\nUSER node\nCMD ["node"]'],
    ['dockerfile', 'FROM node:22 AS build\nFROM node:22\nUSER root\nCMD ["node"]'],
    ['dockerfile', 'FROM node:22 AS build\nFORM node:22\nFROM node:22\nUSER node\nCMD ["node"]'],
    ['dockercompose', 'services:\n  db:\n image: postgres'],
    ['dockercompose', 'services:\n  db:\n    image: postgres:18'],
    ['ignore', 'node modules'],
  ])('find what is wrong in %s: %j', (language, text) => {
    expect(problems(language, text)).not.toEqual([]);
  });
});

const PYTHON_CHECK = `
import json, sys
for name, text in json.load(sys.stdin).items():
    try:
        compile(text, name, "exec")
    except SyntaxError as error:
        print(name, error)
`;

/** The compilers of the languages themselves, where this machine has them. */
describe('the real compilers', () => {
  test.skipIf(!onPath('python3'))('python3 compiles every Python snippet', () => {
    const files = filesIn('python');
    expect(run('python3', ['-c', PYTHON_CHECK], JSON.stringify(files))).toBe('');
  });

  test.skipIf(!onPath('ruby'))('ruby checks every Ruby snippet', () => {
    for (const [id, text] of Object.entries(filesIn('ruby'))) {
      expect(run('ruby', ['-c'], text), id).toBe('Syntax OK\n');
    }
  });

  test.skipIf(!onPath('php'))('php checks every PHP snippet', () => {
    for (const [id, text] of Object.entries(filesIn('php'))) {
      expect(run('php', ['-l'], text), id).toMatch(/^No syntax errors detected/);
    }
  });
});

const GRAMMARS: Readonly<Record<string, string>> = {
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
  ruby: 'tree-sitter-ruby/tree-sitter-ruby.wasm',
  php: 'tree-sitter-php/tree-sitter-php.wasm',
};
const parsers = new Map<string, Parser>();

beforeAll(async () => {
  const { resolve } = createRequire(import.meta.url);
  await Parser.init();
  for (const [language, file] of Object.entries(GRAMMARS)) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(resolve(file)));
    parsers.set(language, parser);
  }
});

/** What is wrong with a whole file in that language; empty when nothing is. */
function problems(language: string, text: string): string[] {
  switch (language) {
    case 'sql':
      return errorsOf(() => new sqlParser.Parser().astify(text, { database: 'postgresql' }));
    case 'dockerfile':
      return dockerfileProblems(text);
    case 'dockercompose':
      return composeProblems(text);
    case 'ignore':
      return text.split('\n').filter((line) => !/^(?:!?[\w.*?/-]+)?$/.test(line));
    case 'javascript':
    case 'typescript': {
      const loader = language === 'javascript' ? 'js' : 'ts';
      const strict = errorsOf(() =>
        transformSync(text, { loader, format: 'esm', logLevel: 'silent' }),
      );
      return [...strict, ...treeProblems(language, text)];
    }
    case 'php':
      return [
        ...(text.startsWith('<?php\n') ? [] : ['no opening tag']),
        ...treeProblems(language, text),
      ];
    default:
      return treeProblems(language, text);
  }
}

function treeProblems(language: string, text: string): string[] {
  const tree = parsers.get(language)?.parse(text);
  if (!tree) {
    throw new Error(`There is no grammar for ${language}.`);
  }
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) {
      found.push(`line ${node.startPosition.row + 1}: ${node.type} ${node.text.slice(0, 40)}`);
    }
    for (const child of node.children) {
      if (child?.hasError || child?.isMissing) {
        visit(child);
      }
    }
  };
  visit(tree.rootNode);
  tree.delete();
  return found;
}

/** An image is built in stages, from images with a version, and its program is not root. */
function dockerfileProblems(text: string): string[] {
  const known =
    /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|RUN|SHELL|USER|VOLUME|WORKDIR)$/;
  const dockerfile = DockerfileParser.parse(text);
  const found = dockerfile
    .getInstructions()
    .filter((each) => !known.test(each.getInstruction()))
    .map((each) => `unknown instruction ${each.getInstruction()}`);

  const froms = dockerfile.getFROMs();
  if (froms.length < 2) {
    found.push('fewer than two stages');
  }
  const stages = froms.map((from) => from.getBuildStage());
  froms.forEach((from, at) => {
    const earlier = stages.slice(0, at).includes(from.getImage());
    const tag = from.getImageTag();
    if (!earlier && (tag === null || tag === 'latest')) {
      found.push(`no version: ${from.getImage()}`);
    }
  });
  for (const copy of dockerfile.getCOPYs()) {
    const source = copy.getFlags().find((flag) => flag.getName() === 'from');
    if (source && !stages.includes(source.getValue())) {
      found.push(`no such stage: ${source.getValue()}`);
    }
  }

  const last = dockerfile.getInstructions().filter((each) => each.isAfter(froms.at(-1)!));
  const names = last.map((each) => each.getInstruction());
  const user = last.findLast((each) => each.getInstruction() === 'USER')?.getArgumentsContent();
  if (!user || user === 'root' || user === '0') {
    found.push('runs as root');
  }
  const start = names.findIndex((name) => name === 'CMD' || name === 'ENTRYPOINT');
  if (start === -1 || start < names.indexOf('USER')) {
    found.push('starts nothing after USER');
  }
  return found;
}

/** Every service has an image or is built; each database has a health check. */
function composeProblems(text: string): string[] {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  if (document.errors.length > 0) {
    return document.errors.map((error) => error.message);
  }
  const { services } = document.toJS() as {
    services: Record<string, { image?: string; build?: string; healthcheck?: object }>;
  };
  return Object.entries(services).flatMap(([name, service]) => [
    ...(service.image || service.build ? [] : [`${name} has no image`]),
    ...(service.image && !service.healthcheck ? [`${name} has no health check`] : []),
  ]);
}

function errorsOf(action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function flatten(nodes: readonly SnippetNode[]): SnippetNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'text' ? [node] : [node, ...flatten(node.children ?? [])],
  );
}

function unknownVariables(nodes: readonly SnippetNode[]): string[] {
  return flatten(nodes)
    .filter((node) => node.kind === 'variable')
    .map((node) => node.name)
    .filter((name) => !KNOWN_VARIABLES.has(name));
}

function textOf(nodes: readonly SnippetNode[]): string {
  return flatten(nodes)
    .map((node) => (node.kind === 'text' ? node.value : ''))
    .join('');
}

function stopsWithDefault(nodes: readonly SnippetNode[]): number[] {
  return flatten(nodes)
    .filter((node) => node.kind === 'stop' && node.children !== undefined)
    .map((node) => (node.kind === 'stop' ? node.index : -1));
}

function filesIn(language: string): Record<string, string> {
  const files = snippets.filter((each) => each.language === language);
  expect(files.length).toBeGreaterThan(0);
  return Object.fromEntries(files.map((each) => [each.id, each.fileText]));
}

function onPath(command: string): boolean {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, command)));
}

function run(command: string, args: readonly string[], input: string): string {
  const { stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  return stdout + stderr;
}
