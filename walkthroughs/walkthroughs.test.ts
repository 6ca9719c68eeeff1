import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sqlParser from 'node-sql-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { parseAllDocuments } from 'yaml';
import { readCatalogue } from '../client/src/exercises/catalogue';
import { forbidden, prose } from './testing/prose';

/** The course as a whole: what each walkthrough names exists, is used, reads well and parses. */

interface Step {
  id: string;
  title: string;
  description: string;
  lesson: string;
  altText?: string;
  completion: string;
  /** Rules that the step teaches. */
  rules?: string[];
}

interface Walkthrough {
  id: string;
  title: string;
  description: string;
  steps: Step[];
}

const root = path.join(__dirname, '..');
const catalogue = readCatalogue(__dirname);
/** What the editor shows: the generator adds a step's exercises. */
const manifest: {
  contributes: { walkthroughs: { id: string; steps: { id: string; description: string }[] }[] };
} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const pictures = path.join(root, 'media', 'pictures');
const folders = readdirSync(__dirname).filter(
  (name) => /^\d+-/.test(name) && existsSync(path.join(__dirname, name, 'walkthrough.json')),
);
const walkthroughs = new Map<string, Walkthrough>(
  folders.map((folder) => [
    folder,
    JSON.parse(readFileSync(path.join(__dirname, folder, 'walkthrough.json'), 'utf8')),
  ]),
);

const frameworks = ['express', 'django', 'flask', 'spring-boot', 'rails', 'laravel'];
const snippetSets = [...frameworks, 'sql', 'docker'];
const rules = [
  'sql-injection',
  'plaintext-password',
  'permissive-cors',
  'sql-syntax',
  'missing-where',
];

/** Built-in commands of VS Code (and of its Git extension) that a button may run. */
const builtInCommands = [
  'editor.action.formatDocument',
  'git.branch',
  'git.clone',
  'git.commit',
  'git.init',
  'git.merge',
  'markdown.showPreviewToSide',
  'workbench.action.files.newUntitledFile',
  'workbench.action.problems.focus',
  'workbench.action.quickOpen',
  'workbench.action.showCommands',
  'workbench.action.terminal.new',
  'workbench.view.extensions',
  'workbench.view.scm',
];

/** Keys that something other than the exercises of a lesson completes. */
const completionKeys = new Set([
  ...rules.map((rule) => `did.fix.${rule}`),
  ...snippetSets.map((set) => `did.snippet.${set}`),
  'did.scan.workspace',
]);

/** Lessons with exercises, by the folder of their step. */
const learnable = new Map(
  catalogue.steps.map((step) => [
    step.id,
    step.lessons.filter(({ exercises }) => exercises.length > 0).map(({ id }) => id),
  ]),
);

function lessonText(folder: string, lesson: string): string {
  return readFileSync(path.join(__dirname, folder, lesson), 'utf8');
}

/** The description of a step as package.json has it. */
function contributed(folder: string, step: string): string {
  const { id } = walkthroughs.get(folder)!;
  const steps = manifest.contributes.walkthroughs.find((each) => each.id === id)?.steps;
  return steps?.find((each) => each.id === step)?.description ?? '';
}

/** The `command:` links of a description: the command's id, and its decoded arguments. */
function commandsOf(description: string): { command: string; args: unknown[] }[] {
  return [...description.matchAll(/\]\(command:([^?)\s]+)(?:\?([^)\s]+))?\)/g)].map((match) => ({
    command: match[1]!,
    args: match[2] === undefined ? [] : JSON.parse(decodeURIComponent(match[2])),
  }));
}

/** Returns why a button cannot work, or undefined. */
function buttonProblem(command: string, args: unknown[]): string | undefined {
  const [arg] = args;
  const onlyText = args.length === 1 && typeof arg === 'string';
  switch (command) {
    case 'backendTutor.startLesson': {
      const [folder, lesson] = args as string[];
      const isKnown = learnable.get(folder ?? '')?.includes(lesson ?? '') ?? false;
      return isKnown ? undefined : `no exercises for ${lesson}`;
    }
    case 'backendTutor.startExercise':
      return onlyText && catalogue.exercises.has(arg) ? undefined : `no exercise ${arg}`;
    case 'backendTutor.insertSnippet':
      return onlyText && snippetSets.includes(arg) ? undefined : `no snippets for ${arg}`;
    case 'backendTutor.openWalkthrough':
      return onlyText ? undefined : 'openWalkthrough needs the id of a walkthrough';
    case 'backendTutor.openSettings':
      return onlyText ? undefined : 'openSettings needs a text';
    case 'backendTutor.scanWorkspace':
      return args.length === 0 ? undefined : 'scanWorkspace takes no argument';
    default:
      return builtInCommands.includes(command) ? undefined : `unknown command ${command}`;
  }
}

function isCompletionKey(folder: string, key: string): boolean {
  const lesson = /^did\.learn\.(.+)$/.exec(key)?.[1];
  return lesson === undefined
    ? completionKeys.has(key)
    : (learnable.get(folder)?.includes(lesson) ?? false);
}

interface Block {
  language: string;
  dialect: string | undefined;
  code: string;
}

function codeBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\S*)(?: +(\S+))?\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1]!,
    dialect: match[2],
    code: match[3]!,
  }));
}

const grammarFiles: Readonly<Record<string, string>> = {
  js: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
  ruby: 'tree-sitter-ruby/tree-sitter-ruby.wasm',
  php: 'tree-sitter-php/tree-sitter-php.wasm',
};
const parsers = new Map<string, Parser>();

/** Returns whether the code has no syntax error; for a language without a checker, true. */
function parses({ language, dialect, code }: Block): boolean {
  const parser = parsers.get(language);
  if (parser) {
    const tree = parser.parse(code);
    const ok = tree !== null && !tree.rootNode.hasError;
    tree?.delete();
    return ok;
  }
  try {
    if (language === 'sql' && dialect !== 'cassandra') {
      new sqlParser.Parser().parse(code, { database: dialect ?? 'postgresql' });
    } else if (language === 'json') {
      JSON.parse(code);
    } else if (language === 'yaml') {
      return parseAllDocuments(code).every((document) => document.errors.length === 0);
    }
    return true;
  } catch {
    return false;
  }
}

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

/** Runs the file or, with `-`, the given text; returns its standard error if it failed. */
function failure(command: string, args: string[], input?: string): string | undefined {
  const result = spawnSync(command, args, { input, encoding: 'utf8', timeout: 20_000 });
  return result.status === 0 ? undefined : result.stderr;
}

beforeAll(async () => {
  await Parser.init();
  for (const [language, file] of Object.entries(grammarFiles)) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(path.join(root, 'node_modules', file)));
    parsers.set(language, parser);
  }
});

describe('the checks themselves', () => {
  it('notice a broken block, a wrong key, a wrong button and a forbidden word', () => {
    for (const [language, code] of [
      ['js', 'const = 1;'],
      ['python', 'def f(:\n'],
      ['java', 'class {'],
      ['ruby', 'def (1'],
      ['php', '<?php function ('],
      ['sql', 'SELEC 1'],
      ['json', '{'],
    ] as const) {
      expect(parses({ language, dialect: undefined, code }), language).toBe(false);
    }
    expect(isCompletionKey('1-fundamentals', 'did.learn.missing')).toBe(false);
    expect(isCompletionKey('1-fundamentals', 'did.something')).toBe(false);
    expect(buttonProblem('backendTutor.startLesson', ['1-fundamentals', 'no'])).toBeTruthy();
    expect(buttonProblem('workbench.action.unknown', [])).toBeTruthy();
    expect(forbidden.test(prose('This is simply `a = !b` here.'))).toBe(true);
    expect(forbidden.test(prose('Write `a = !b` here.'))).toBe(false);
  });
});

it('has a walkthrough for each step of the roadmap', () => {
  expect(folders).toEqual([
    '1-fundamentals',
    '2-databases',
    '3-frameworks',
    '4-git',
    '5-projects',
    '6-security',
  ]);
});

it('has no picture that no lesson shows', () => {
  const shown = new Set<string>();
  for (const { id, lessons } of catalogue.steps) {
    for (const { id: lesson } of lessons) {
      const text = lessonText(id, `lessons/${lesson}.md`);
      for (const match of text.matchAll(/media\/pictures\/([^)"\s]+)/g)) shown.add(match[1]!);
    }
  }
  expect(readdirSync(pictures).filter((name) => !shown.has(name))).toEqual([]);
});

it('draws all pictures in the colors of one style block, which suit every theme', () => {
  const styles = new Set<string>();
  for (const name of readdirSync(pictures)) {
    const svg = readFileSync(path.join(pictures, name), 'utf8');
    const style = /<style>[\s\S]*?<\/style>/.exec(svg)?.[0] ?? 'none';
    styles.add(style);
    const drawing = svg.replace(style, '');
    expect(drawing, name).toMatch(/^<svg [^>]*role="img"[^>]* aria-label="[^"]+"/);
    expect(drawing, name).not.toMatch(/ (?:fill|stroke|style|on\w+|href)=|<script/);
  }
  expect(styles.size).toBe(1);
});

describe.each(folders)('%s', (folder) => {
  const walkthrough = walkthroughs.get(folder)!;
  const { steps } = walkthrough;

  it('has the fields that the generator reads', () => {
    expect(Object.keys(walkthrough).sort()).toEqual(['description', 'id', 'steps', 'title']);
    expect(walkthrough.id).toBe(folder.replace(/^\d+-/, ''));
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(12);
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
    for (const { altText, rules: taught = [], ...step } of steps) {
      for (const rule of taught) {
        expect(existsSync(path.join(root, 'server/src/rules', rule, 'rule.ts')), rule).toBe(true);
      }
      expect(Object.keys(step).sort()).toEqual([
        'completion',
        'description',
        'id',
        'lesson',
        'title',
      ]);
      for (const text of Object.values(step)) expect(text).toMatch(/\S/);
      if (altText !== undefined) expect(altText).toMatch(/\S/);
      expect(step.lesson).toBe(`lessons/${step.id}.md`);
    }
  });

  it('shows lessons of the course', () => {
    const lessons = catalogue.steps.find(({ id }) => id === folder)?.lessons.map(({ id }) => id);
    expect(steps.filter(({ id }) => !lessons?.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(steps)('$id: its buttons work and its tick is a known one', (step) => {
    const shown = contributed(folder, step.id);
    const buttons = commandsOf(shown);
    expect(buttons.length).toBeGreaterThan(0);
    for (const { command, args } of buttons) expect(buttonProblem(command, args)).toBeUndefined();
    expect(shown.match(/\(command:/g)).toHaveLength(buttons.length);
    for (const line of shown.split('\n')) {
      if (line.includes('(command:')) expect(line).toMatch(/^\[[^\]]+\]\([^)\s]+\)$/);
    }
    expect(isCompletionKey(folder, step.completion), step.completion).toBe(true);
  });
});

const pages = catalogue.steps.flatMap((step) =>
  step.lessons.map(({ id }) => ({ id, folder: step.id, lesson: `lessons/${id}.md` })),
);

describe.each(pages)('the lesson $folder/$id', ({ folder, lesson }) => {
  it('is complete and reads well', () => {
    const text = lessonText(folder, lesson);
    const words = prose(text);
    expect(text.replace(/^```[\s\S]*?^```$/gm, '').match(/^# .+/gm)).toHaveLength(1);
    expect(text).toMatch(/^# /);
    expect(text).toMatch(/^## Try it$/m);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^Next: /);
    const count = words.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(120);
    expect(count).toBeLessThanOrEqual(450);
    expect(forbidden.exec(words)?.[0]).toBeUndefined();
    for (const match of text.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)) {
      expect(match[1]).toMatch(/\S/);
      const picture = path.resolve(__dirname, folder, 'lessons', match[2]!);
      expect(existsSync(picture), match[2]).toBe(true);
    }
  });

  it('has code that parses', () => {
    const broken = codeBlocks(lessonText(folder, lesson)).filter((block) => !parses(block));
    expect(broken).toEqual([]);
  });
});

describe('code in the lessons on fundamentals runs', () => {
  it.each(pages.filter(({ folder }) => folder === '1-fundamentals'))(
    '$id',
    ({ folder, lesson }) => {
      for (const { language, code } of codeBlocks(lessonText(folder, lesson))) {
        if (language === 'js') expect(failure(process.execPath, ['-'], code)).toBeUndefined();
        if (language === 'python' && python) expect(failure(python, ['-'], code)).toBeUndefined();
      }
    },
  );
});
