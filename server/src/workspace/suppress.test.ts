import { beforeAll, expect, it } from 'vitest';
import type { Analysis } from '../analysis';
import { applyEdits } from '../report/finding';
import { openAnalysis } from '../testing/analysis';

const options = { rules: {}, sqlDialect: 'auto' } as const;

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

/** Files with one finding, in each way to write a comment. */
const files: readonly (readonly [string, string])[] = [
  ['Dockerfile', 'FROM node:22.11 AS build\nUSER root\nCMD ["node", "server.js"]\n'],
  ['compose.yml', 'services:\n  a:\n    image: example/a:1\n    privileged: true\n'],
  [
    '.github/workflows/a.yml',
    `on: issues\njobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          echo $${'{{ github.event.issue.title }}'}\n`,
  ],
  ['application.properties', 'a=b\nspring.h2.console.enabled=true\n'],
  ['.env.production', 'APP_DEBUG=true\n'],
  ['page.ejs', '<p>\n  <%- post.text %>\n</p>\n'],
  ['page.html.erb', '<p>\n  <%= raw @post.text %>\n</p>\n'],
  ['page.jsp', '<p>\n  ${post.text}\n</p>\n'],
  ['page.hbs', '<p>\n  {{{post.text}}}\n</p>\n'],
  ['page.jinja', '<p>\n  {{ post.text|safe }}\n</p>\n'],
  ['page.html.twig', '<p>\n  {{ post.text|raw }}\n</p>\n'],
  ['page.blade.php', '<p>\n  {!! $post->text !!}\n</p>\n'],
  ['page.pug', 'div\n  p!= post.text\n'],
  ['View.vue', '<template>\n  <p v-html="post.text"></p>\n</template>\n'],
  ['page.html', '<p>\n  <b th:utext="${post.text}"></b>\n</p>\n'],
];

it.each(files)(
  'a finding in %s is switched off by the comment that is offered',
  async (name, text) => {
    const document = await analysis.open(name, undefined, text);
    const findings = document.findings(options);
    expect(findings).toHaveLength(1);
    const offered = document.suppress(findings[0]!);
    expect(offered).toBeDefined();
    document.update(applyEdits(text, offered!.fix.edits));
    expect(document.findings(options)).toEqual([]);
  },
);

it('a format without comments offers none', async () => {
  const text = '{ "scripts": { "x": "curl http://get.example.org/x | sh" } }';
  const document = await analysis.open('package.json', undefined, text);
  const [finding] = document.findings(options);
  expect(document.suppress(finding!)).toBeUndefined();
});
