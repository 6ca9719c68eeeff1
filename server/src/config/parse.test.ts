import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, type ConfigNode, configLanguages, scalars } from './file';
import { configLanguageOf, purposeOf } from './kinds';
import { parseConfig } from './parse';
import { environment, reference, scripts, springSettings } from './settings';

const names = {
  dockerfile: 'Dockerfile',
  compose: 'compose.yml',
  workflow: '.github/workflows/ci.yml',
  spring: 'application.properties',
  dotenv: '.env',
  npm: 'package.json',
  rails: 'config/database.yml',
} as const;

/** Path, value and the text at the span of each scalar. */
function flat(language: keyof typeof names, text: string, name: string = names[language]) {
  const file = parseConfig(language, name, text);
  return [...scalars(file.root)].map(({ path, node }) => [
    path.join('/'),
    node.value,
    text.slice(node.start, node.end),
  ]);
}

describe('kinds of files by name', () => {
  it.each([
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.dev', 'dockerfile'],
    ['web.dockerfile', 'dockerfile'],
    ['Dockerfile.dockerignore', undefined],
    ['docker-compose.yml', 'compose'],
    ['C:\\app\\compose.prod.yaml', 'compose'],
    ['/app/.github/workflows/ci.yml', 'workflow'],
    ['src/main/resources/application-dev.yml', 'spring'],
    ['application.properties', 'spring'],
    ['.env', 'dotenv'],
    ['.env.production', 'dotenv'],
    ['prod.env', 'dotenv'],
    ['package.json', 'npm'],
    ['package-lock.json', undefined],
    ['mkdocs.yml', undefined],
    ['config/locales/en.yml', undefined],
    ['config/database.yml', 'rails'],
  ])('%s is %s', (path, language) => {
    expect(configLanguageOf(path)).toBe(language);
  });

  it.each([
    ['.env.example', 'example'],
    ['.env.test', 'test'],
    ['.env.production', 'production'],
    ['application-dev.yml', 'development'],
    ['docker-compose.override.yml', 'development'],
    ['tests/docker-compose.yml', 'test'],
    ['latest/compose.yml', 'general'],
    ['.github/workflows/test.yml', 'test'],
    ['Dockerfile', 'general'],
  ])('%s is for %s', (path, purpose) => {
    expect(purposeOf(path)).toBe(purpose);
  });
});

describe('what the formats say', () => {
  it('properties', () => {
    const text = '# note\na.b = one two \nc\\:d: x\\\n   y\ne f\n! more\ng\n';
    expect(flat('spring', text)).toEqual([
      ['a.b', 'one two', 'one two'],
      ['c:d', 'xy', 'x\\\n   y'],
      ['e', 'f', 'f'],
      ['g', '', ''],
    ]);
    const { comments } = parseConfig('spring', 'application.properties', text);
    expect(comments.map((comment) => comment.text)).toEqual(['note', 'more']);
  });

  it('.env', () => {
    const text =
      'A=1\nexport B = "two # \\"x\\"" # note\nC=\'a\nb\'\nD=x#y #z\nE=\n# F=1\nG=http://h/#a\n';
    expect(flat('dotenv', text)).toEqual([
      ['A', '1', '1'],
      ['B', 'two # "x"', '"two # \\"x\\""'],
      ['C', 'a\nb', "'a\nb'"],
      ['D', 'x#y', 'x#y'],
      ['E', '', ''],
      ['G', 'http://h/#a', 'http://h/#a'],
    ]);
  });

  it('YAML', () => {
    const text = 'a: &x\n  b: "c"\n  d: [1, yes]\ne:\n  <<: *x\n  f: |\n    line\n';
    expect(flat('compose', text)).toEqual([
      ['a/b', 'c', '"c"'],
      ['a/d/0', '1', '1'],
      ['a/d/1', 'yes', 'yes'],
      ['e/b', 'c', '"c"'],
      ['e/d/0', '1', '1'],
      ['e/d/1', 'yes', 'yes'],
      ['e/f', 'line\n', '|\n    line'],
    ]);
  });

  it('JSON with tabs', () => {
    expect(flat('npm', '{\n\t"scripts": {\n\t\t"x": "y"\n\t}\n}\n')).toEqual([
      ['scripts/x', 'y', '"y"'],
    ]);
  });

  it('Dockerfile', () => {
    const text =
      'ARG V=1\nFROM --platform=linux/amd64 node:$V AS b\nENV A=1 C="d e"\nUSER app\nRUN x \\\n  # note\n  && y\n';
    const { root } = parseConfig('dockerfile', 'Dockerfile', text);
    expect(root.children.map(({ key }) => key)).toEqual(['head', '0']);
    const stage = at(root, '0');
    expect(at(stage, 'FROM', '--platform')?.value).toBe('linux/amd64');
    expect(at(stage, 'FROM', '0')?.value).toBe('node:$V');
    expect(at(stage, 'ENV', 'C')?.value).toBe('d e');
    expect(at(stage, 'USER')?.value).toBe('app');
    expect(at(stage, 'RUN')?.value).toBe('x \\\n  # note\n  && y');
  });

  it('half a YAML file keeps its whole parts', () => {
    const file = parseConfig(
      'compose',
      'compose.yml',
      'services:\n  a:\n    user: root\n  b: [x\n',
    );
    expect(file.hasSyntaxError).toBe(true);
    expect(at(file.root, 'services', 'a', 'user')?.value).toBe('root');
  });

  it('aliases of aliases do not grow without end', () => {
    const lines = Array.from({ length: 12 }, (_, i) => {
      const list =
        i === 0
          ? 'x'
          : Array(10)
              .fill(`*a${i - 1}`)
              .join(', ');
      return `a${i}: &a${i} [${list}]`;
    });
    const file = parseConfig('compose', 'compose.yml', lines.join('\n'));
    expect([...scalars(file.root)].length).toBeLessThan(60_000);
  });
});

describe('settings', () => {
  it('Spring: both formats, relaxed names, profiles of documents', () => {
    const text = 'a:\n  b-c: 1\n---\nspring.config.activate.on-profile: dev\na.bC: 2\n';
    const file = parseConfig('spring', 'application.yml', text);
    const found = springSettings(file).filter(({ canonical }) => canonical === 'a.bc');
    expect(found.map(({ value, purpose }) => [value, purpose])).toEqual([
      ['1', 'general'],
      ['2', 'development'],
    ]);
  });

  it('the environment, in lists, maps, images and scripts', () => {
    const seen = (language: keyof typeof names, text: string) =>
      environment(parseConfig(language, names[language], text)).map(({ name, value, at: span }) => [
        name,
        value,
        text.slice(span.start, span.end),
      ]);
    expect(
      seen(
        'compose',
        'services:\n  a:\n    environment:\n      - "A=1"\n      - B\n  b:\n    environment:\n      C: "2"\n',
      ),
    ).toEqual([
      ['A', '1', '1'],
      ['C', '2', '2'],
    ]);
    expect(seen('dockerfile', 'FROM a\nENV A="1 2" B=3\n')).toEqual([
      ['A', '1 2', '1 2'],
      ['B', '3', '3'],
    ]);
    expect(seen('npm', '{"scripts": {"s": "A_B=1 node ."}}')).toEqual([['A_B', '1', '1']]);
    expect(
      seen('workflow', 'env:\n  A: 1\njobs:\n  j:\n    steps:\n      - env: {B: 2}\n'),
    ).toEqual([
      ['A', '1', '1'],
      ['B', '2', '2'],
    ]);
  });

  it.each([
    ['$' + '{DB:-x}', 'x'],
    ['$' + '{DB:x}', 'x'],
    ['$' + '{DB}', undefined],
    ['pre-$DB', undefined],
    ['{{ x }}', undefined],
  ])('%s is a reference', (value, fallback) => {
    expect(reference(value)).toEqual({ fallback });
  });

  it('plain text is no reference', () => {
    expect(reference('pa$$w0rd!')).toBeUndefined();
  });
});

describe('for any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '\n',
        '  ',
        '- ',
        ': ',
        'a',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        '#',
        '|',
        '>',
        '&a',
        '*a',
        '<<',
      ],
      ...[
        'FROM ',
        'ENV ',
        'RUN ',
        '\\\n',
        '=',
        '$' + '{',
        '<<EOF',
        '--from=',
        '---\n',
        '\t',
        '\r\n',
        '\r',
      ],
    ),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );

  it.each(configLanguages)('%s is read, and spans stay inside', (language) => {
    fc.assert(
      fc.property(text, (code) => {
        const file = parseConfig(language, names[language], code);
        const check = (node: ConfigNode): void => {
          for (const { start, end } of [node, node.keyAt]) {
            expect(0 <= start && start <= end && end <= code.length).toBe(true);
          }
          node.children.forEach(check);
        };
        check(file.root);
        springSettings(file);
        environment(file);
        scripts(file);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    '['.repeat(200_000),
    '{'.repeat(20_000),
    '- '.repeat(100_000),
    '? '.repeat(50_000),
    `${' '.repeat(5000)}a: b`,
    'a: b: '.repeat(20_000),
    '"'.repeat(30_000),
    'a:\n'.repeat(20_000),
    'FROM a\n'.repeat(5000),
    'RUN a \\\n'.repeat(10_000),
    `ENV ${'a=b '.repeat(5000)}`,
  ])('a text made to be slow ends soon (%#)', (code) => {
    for (const language of ['compose', 'dockerfile', 'spring', 'dotenv'] as const) {
      const start = performance.now();
      parseConfig(language, names[language], code);
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});
