import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../analysis';
import { applyEdits } from '../report/finding';
import { openAnalysis } from '../testing/analysis';

/** What the fixes of configuration files write: the first fix of each finding, one by one. */

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

const options = { rules: {}, sqlDialect: 'auto' } as const;

async function fixed(file: string, text: string): Promise<{ text: string; titles: string[] }> {
  const document = await analysis.open(file, undefined, text);
  const titles: string[] = [];
  for (let i = 0; i < 20; i++) {
    const fix = document
      .findings(options)
      .map((finding) => document.fixes(finding)[0])
      .find((found) => found !== undefined);
    if (!fix) break;
    titles.push(`${fix.title} (${fix.kind})`);
    document.update(applyEdits(document.text, fix.edits));
  }
  return { text: document.text, titles };
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly titles: readonly string[];
}

const workflow = '.github/workflows/build.yml';

const cases: readonly Case[] = [
  {
    name: 'a secret in a compose file',
    file: 'compose.yml',
    before:
      'services:\n  db:\n    image: postgres:16.4\n    environment:\n      POSTGRES_PASSWORD: kX9w2LmQ7rT4\n',
    after:
      'services:\n  db:\n    image: postgres:16.4\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n',
    titles: ['Read it from the environment (POSTGRES_PASSWORD) (preview)'],
  },
  {
    name: 'a well-known password in a list of a compose file',
    file: 'compose.yml',
    before:
      'services:\n  db:\n    image: postgres:16.4\n    environment:\n      - POSTGRES_PASSWORD=postgres\n',
    after:
      'services:\n  db:\n    image: postgres:16.4\n    environment:\n      - POSTGRES_PASSWORD=${POSTGRES_PASSWORD}\n',
    titles: ['Read it from the environment (POSTGRES_PASSWORD) (preview)'],
  },
  {
    name: 'settings of Spring',
    file: 'src/main/resources/application.properties',
    before:
      'spring.datasource.password=kX9w2LmQ7rT4\nmanagement.endpoints.web.exposure.include=*\nspring.h2.console.enabled=true\nspring.devtools.remote.secret=abc\n',
    after:
      'spring.datasource.password=${SPRING_DATASOURCE_PASSWORD}\nmanagement.endpoints.web.exposure.include=health,info\nspring.h2.console.enabled=false\n',
    titles: [
      'Read it from the environment (SPRING_DATASOURCE_PASSWORD) (preview)',
      'Show only health and info (preview)',
      'Switch it off (proved)',
      'Remove the secret of the developer tools (proved)',
    ],
  },
  {
    name: 'the database of Rails',
    file: 'config/database.yml',
    before: 'production:\n  adapter: postgresql\n  password: kX9w2LmQ7rT4\n',
    after: "production:\n  adapter: postgresql\n  password: <%= ENV['DATABASE_PASSWORD'] %>\n",
    titles: ['Read it from the environment (DATABASE_PASSWORD) (preview)'],
  },
  {
    name: 'debug mode in production',
    file: '.env.production',
    before: 'APP_ENV=production\nAPP_DEBUG=true\n',
    after: 'APP_ENV=production\nAPP_DEBUG=false\n',
    titles: ['Switch debug mode off (proved)'],
  },
  {
    name: 'a container without a user',
    file: 'Dockerfile',
    before: 'FROM node:22.11\nCOPY . .\nCMD ["node", "server.js"]\n',
    after: 'FROM node:22.11\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
    titles: ['Run as the user node (preview)'],
  },
  {
    name: 'a container on Debian, with an entry point and a command',
    file: 'Dockerfile',
    before: 'FROM python:3.12-slim\nENTRYPOINT ["python"]\nCMD ["app.py"]\n',
    after:
      'FROM python:3.12-slim\nRUN useradd --system --create-home app\nUSER app\nENTRYPOINT ["python"]\nCMD ["app.py"]\n',
    titles: ['Run as the user app (preview)'],
  },
  {
    name: 'a container on Alpine that says root',
    file: 'Dockerfile',
    before: 'FROM python:3.12-alpine\nUSER root\nCMD ["python", "app.py"]\n',
    after:
      'FROM python:3.12-alpine\nRUN adduser -S -D -H app\nUSER app\nCMD ["python", "app.py"]\n',
    titles: ['Run as the user app (preview)'],
  },
  {
    name: 'rights of a service',
    file: 'compose.yml',
    before:
      'services:\n  app:\n    image: shop:1.2\n    privileged: true\n    cap_add:\n      - SYS_ADMIN\n      - NET_BIND_SERVICE\n',
    after:
      'services:\n  app:\n    image: shop:1.2\n    privileged: false\n    cap_add:\n      - NET_BIND_SERVICE\n',
    titles: ['Take the rights away (preview)', 'Take the right away (preview)'],
  },
  {
    name: 'the only right of a service',
    file: 'compose.yml',
    before:
      'services:\n  app:\n    image: shop:1.2\n    cap_add:\n      - SYS_ADMIN\n    restart: always\n',
    after: 'services:\n  app:\n    image: shop:1.2\n    restart: always\n',
    titles: ['Take the right away (preview)'],
  },
  {
    name: 'a secret in an image',
    file: 'Dockerfile',
    before: 'FROM node:22.11\nENV API_TOKEN=kX9w2LmQ7rT4\nUSER node\nCMD ["node", "a.js"]\n',
    after: 'FROM node:22.11\nUSER node\nCMD ["node", "a.js"]\n',
    titles: ['Remove it from the image (preview)'],
  },
  {
    name: 'a value of a stranger in a script',
    file: workflow,
    before: [
      'on: issues',
      'permissions: {}',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-24.04',
      '    steps:',
      '      - run: echo "New: ${{ github.event.issue.title }}"',
      '',
    ].join('\n'),
    after: [
      'on: issues',
      'permissions: {}',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-24.04',
      '    steps:',
      '      - env:',
      '          ISSUE_TITLE: ${{ github.event.issue.title }}',
      '        run: echo "New: ${ISSUE_TITLE}"',
      '',
    ].join('\n'),
    titles: ['Pass it in the variable ISSUE_TITLE (proved)'],
  },
  {
    name: 'without quotes, in a block, beside other variables',
    file: workflow,
    before: [
      'on: issue_comment',
      'permissions: {}',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-24.04',
      '    steps:',
      '      - name: say',
      '        env:',
      '          A: b',
      '        run: |',
      '          echo ${{ github.event.comment.body }}',
      "          echo 'by ${{ github.head_ref }}'",
      '',
    ].join('\n'),
    after: [
      'on: issue_comment',
      'permissions: {}',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-24.04',
      '    steps:',
      '      - name: say',
      '        env:',
      '          HEAD_REF: ${{ github.head_ref }}',
      '          COMMENT_BODY: ${{ github.event.comment.body }}',
      '          A: b',
      '        run: |',
      '          echo "$COMMENT_BODY"',
      `          echo 'by '"\${HEAD_REF}"''`,
      '',
    ].join('\n'),
    titles: [
      'Pass it in the variable COMMENT_BODY (proved)',
      'Pass it in the variable HEAD_REF (proved)',
    ],
  },
  {
    name: 'PowerShell is left alone',
    file: workflow,
    before:
      'on: issues\npermissions: {}\njobs:\n  a:\n    runs-on: windows-2022\n    steps:\n      - run: echo "${{ github.event.issue.title }}"\n',
    after:
      'on: issues\npermissions: {}\njobs:\n  a:\n    runs-on: windows-2022\n    steps:\n      - run: echo "${{ github.event.issue.title }}"\n',
    titles: [],
  },
  {
    name: 'all rights for a workflow',
    file: workflow,
    before: 'on: push\npermissions: write-all\njobs: {}\n',
    after: 'on: push\npermissions: { contents: read }\njobs: {}\n',
    titles: ['Allow reading the code only (preview)'],
  },
  {
    name: 'the port of a database',
    file: 'compose.yml',
    before: 'services:\n  db:\n    image: redis:7.4\n    ports:\n      - "6379:6379"\n',
    after: 'services:\n  db:\n    image: redis:7.4\n    ports:\n      - "127.0.0.1:6379:6379"\n',
    titles: ['Publish the port on 127.0.0.1 only (preview)'],
  },
];

describe('fixes of configuration files', () => {
  it.each(cases)('$name', async ({ file, before, after, titles }) => {
    expect(await fixed(file, before)).toEqual({ text: after, titles });
  });
});
