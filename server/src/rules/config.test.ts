import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/parse';
import { rules } from './registry.generated';

/** Cases in formats without comments, and of files that go by their folder. */

function seen(name: string, language: 'workflow' | 'npm' | 'rails', text: string): string[] {
  const file = parseConfig(language, name, text);
  return rules.flatMap((rule) =>
    (rule.config?.(file) ?? []).map(
      ({ at, severity }) => `${severity} ${rule.id}: ${text.slice(at.start, at.end)}`,
    ),
  );
}

const workflow = (...lines: string[]) =>
  seen('.github/workflows/any.yml', 'workflow', lines.join('\n'));
const value = (expression: string) => ['$', `{{ ${expression} }}`].join('');

describe('workflows', () => {
  const run = (on: string, script: string) =>
    workflow(`on: ${on}`, 'jobs:', '  j:', '    steps:', `      - run: ${script}`);

  it.each([
    ['issues', `echo "${value('github.event.issue.title')}"`, 'error'],
    ['[push, issue_comment]', `echo ${value("github.event['comment'].body")}`, 'error'],
    ['pull_request', `git checkout ${value('github.head_ref')}`, 'warning'],
    ['push', `echo ${value('github.event.commits[0].message')}`, 'warning'],
    ['pull_request', `echo '${value('toJSON(github.event)')}'`, 'warning'],
  ])('on %s: %s', (on, script, severity) => {
    const [found, ...more] = run(on, script);
    expect(found).toMatch(new RegExp(`^${severity} dangerous-workflow: \\$`));
    expect(more).toEqual([]);
  });

  it.each([
    `echo ${value('github.event.issue.number')}`,
    `echo ${value('github.event.pull_request.head.sha')}`,
    `test ${value("contains(github.event.comment.body, '/deploy')")}`,
    `echo ${value("github.head_ref == 'main' && 'yes' || 'no'")}`,
    'echo "$TITLE"',
    `echo ${value('secrets.TOKEN')}`,
  ])('silent: %s', (script) => {
    expect(run('issues', script)).toEqual([]);
  });

  it('a variable of the workflow is pasted as well, one of the shell is not', () => {
    const lines = [
      'on: issues',
      'env:',
      `  TITLE: ${value('github.event.issue.title')}`,
      'jobs:',
      '  j:',
      '    steps:',
      `      - run: echo ${value('env.TITLE')}`,
      '      - run: echo "$TITLE"',
    ];
    expect(workflow(...lines)).toEqual([`error dangerous-workflow: ${value('env.TITLE')}`]);
  });

  it('a script of JavaScript', () => {
    const lines = [
      'on: issues',
      'jobs:',
      '  j:',
      '    steps:',
      '      - uses: actions/github-script@v7',
      '        with:',
      '          script: |',
      `            console.log("${value('github.event.issue.body')}")`,
    ];
    expect(workflow(...lines)).toEqual([
      `error dangerous-workflow: ${value('github.event.issue.body')}`,
    ]);
  });

  const checkout = (...more: string[]) =>
    workflow(
      'on: pull_request_target',
      'jobs:',
      '  j:',
      ...more.filter((line) => !line.startsWith('-')).map((line) => `    ${line}`),
      '    steps:',
      '      - uses: actions/checkout@v4',
      '        with:',
      `          ref: ${value('github.event.pull_request.head.sha')}`,
      ...more.filter((line) => line.startsWith('-')).map((line) => `      ${line}`),
    ).map((line) => line.split(':', 1)[0]);

  it('code of a stranger: fetched, run, or with the word of somebody', () => {
    expect(checkout()).toEqual(['warning dangerous-workflow']);
    expect(checkout('- run: npm ci')).toEqual(['error dangerous-workflow']);
    expect(checkout('environment: review', '- run: npm ci')).toEqual([]);
    const own = value('github.event.pull_request.head.repo.full_name == github.repository');
    expect(checkout(`if: ${own}`, '- run: npm ci')).toEqual([]);
  });

  it('rights and commands', () => {
    expect(
      workflow('permissions: write-all', 'env:', '  ACTIONS_ALLOW_UNSECURE_COMMANDS: true'),
    ).toEqual(['warning dangerous-workflow: write-all', 'warning dangerous-workflow: true']);
    expect(workflow('permissions:', '  contents: write')).toEqual([]);
  });

  it('actions of others', () => {
    const lines = [
      'jobs:',
      '  j:',
      '    container: node',
      '    steps:',
      '      - uses: actions/setup-node@v4',
      '      - uses: ./.github/actions/own',
      '      - uses: some/thing@main',
      '      - uses: docker://alpine:3.20',
      '  k:',
      '    uses: some/flows/.github/workflows/x.yml@v1',
    ];
    expect(workflow(...lines)).toEqual([
      'hint unpinned-image: node',
      'hint unpinned-image: some/thing@main',
      'hint unpinned-image: some/flows/.github/workflows/x.yml@v1',
    ]);
  });
});

describe('package.json', () => {
  const scripts = (all: Record<string, string>) =>
    seen('package.json', 'npm', JSON.stringify({ scripts: all }));

  it('commands that trust everyone', () => {
    expect(
      scripts({
        postinstall: 'curl http://get.example.org/x.sh | sh',
        start: 'NODE_TLS_REJECT_UNAUTHORIZED=0 node --inspect=0.0.0.0 server.js',
        'dev:debug': 'node --inspect-brk=0.0.0.0:9229 server.js',
      }),
    ).toEqual([
      'warning cleartext-transport: http://get.example.org/x.sh',
      'warning debug-enabled: --inspect=0.0.0.0',
      'hint debug-enabled: --inspect-brk=0.0.0.0',
      'warning tls-verification-disabled: NODE_TLS_REJECT_UNAUTHORIZED=0',
    ]);
  });

  it('packages over plain HTTP', () => {
    const text = JSON.stringify({
      dependencies: {
        a: 'http://files.example.org/a.tgz',
        b: '^1.0.0',
        c: 'https://x.example.org/c',
      },
      devDependencies: { d: 'git://git.example.org/d.git' },
    });
    expect(seen('package.json', 'npm', text)).toEqual([
      'warning cleartext-transport: http://files.example.org/a.tgz',
      'warning cleartext-transport: git://git.example.org/d.git',
    ]);
  });

  it('plain commands are silent', () => {
    expect(
      scripts({
        test: 'NODE_ENV=test vitest',
        start: 'node --inspect server.js',
        get: 'curl http://localhost | sh',
      }),
    ).toEqual([]);
  });
});

it('YAML of Rails, by its environments', () => {
  const lines = [
    'default: &default',
    '  adapter: postgresql',
    'development:',
    '  <<: *default',
    '  password: postgres',
    'production:',
    '  <<: *default',
    '  username: shop',
    '  password: shop',
    'staging:',
    '  password: <%= ENV["DB_PASSWORD"] %>',
    'test:',
    '  secret_key_base: 4f9a1c7be2d80365fa1b9c4d7e2086af5c3b9d1e7f4a2860',
  ];
  expect(seen('config/database.yml', 'rails', lines.join('\n'))).toEqual([
    'warning default-credentials: shop',
  ]);
});

describe('for any text', () => {
  const files = {
    dockerfile: 'Dockerfile',
    compose: 'compose.yml',
    workflow: '.github/workflows/ci.yml',
    spring: 'application.properties',
    dotenv: '.env.production',
    npm: 'package.json',
    rails: 'config/secrets.yml',
  } as const;
  const check = (language: keyof typeof files, text: string) => {
    const file = parseConfig(language, files[language], text);
    for (const rule of rules) {
      for (const { at } of rule.config?.(file) ?? []) {
        expect(0 <= at.start && at.start <= at.end && at.end <= text.length).toBe(true);
      }
    }
  };
  const piece = fc.oneof(
    fc.constantFrom(
      ...['\n', '\n  ', '\n    ', '- ', ': ', '=', '"', "'", '[', ']', '{', '}', ' ', '\\\n', '$'],
      ...[
        'services:',
        'jobs:',
        'steps:',
        'run: |',
        'environment:',
        'ports:',
        'image: ',
        'on: issues',
      ],
      ...[
        'FROM a',
        'ENV ',
        'RUN ',
        'USER root',
        'PASSWORD',
        'curl -k ',
        'http://a:b@c.d/',
        ' | sh',
      ],
      ...[
        value('github.head_ref'),
        'uses: a/b@c',
        '5432:5432',
        'root',
        'spring.h2.console.enabled',
      ],
    ),
    fc.string({ maxLength: 6 }),
  );

  it.each(Object.keys(files) as (keyof typeof files)[])('of %s the rules end', (language) => {
    const text = fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (code) => check(language, code)),
      { numRuns: 100 },
    );
  });

  it.each([
    'curl ',
    'curl http://a.b',
    'curl -u a',
    '$'.concat('{{ github.event'),
    'a.b-c+',
    'echo a:',
    'git -',
    '<',
    'a://b:',
    'A_B=',
    '%a',
    'PASSWORD=<',
  ])('many times "%s" are no trouble', (part) => {
    const long = part.repeat(40_000 / part.length);
    const start = performance.now();
    check('dockerfile', `FROM a\nRUN ${long}\nENV PASSWORD="${long}"\n`);
    check('workflow', `jobs:\n  j:\n    steps:\n      - run: |\n          ${long}\n`);
    check('dotenv', `DB_PASSWORD=${long}\n`);
    check('spring', `a.password=${long}\n`);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
