import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { javascriptModel } from '../../server/src/languages/javascript/model';
import { pythonModel } from '../../server/src/languages/python/model';
import { createParsing, type Grammar } from '../../server/src/parsing/parsing';
import { rules } from '../../server/src/rules/registry.generated';
import { loadWasm } from '../../server/src/testing/analysis';
import { checkLayers, type SourceFile, type Violation } from './layers';

const root = path.resolve(import.meta.dirname, '../..');
const languageIds = ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'];
const names = new Set([
  ...languageIds,
  ...rules.map((rule) => rule.id),
  ...[javascriptModel, pythonModel].flatMap((model) =>
    model.language.models.map((framework) => framework.name.toLowerCase()),
  ),
]);

let grammar: Grammar;

beforeAll(async () => {
  grammar = await (await createParsing(loadWasm)).load('typescript');
});

function source(file: string, text: string): SourceFile {
  const document = grammar.open(text);
  document.dispose();
  return { path: file, tree: document.tree };
}

function sourcesIn(folder: string): SourceFile[] {
  return (
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      // `cases` hold code to be analysed, which is no code of ours.
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('/cases/'))
      .map((file) => source(file, readFileSync(path.join(root, file), 'utf8')))
  );
}

describe('the layers', () => {
  it('hold in server/src and client/src', () => {
    const files = [...sourcesIn('server/src'), ...sourcesIn('client/src')];
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(({ tree }) => tree.isError.includes(1)).map((file) => file.path)).toEqual(
      [],
    );
    expect(checkLayers(files, names)).toEqual([]);
  });
});

/** File texts that break the layers, and what must be said of them. */
const planted: readonly [string, Violation['kind'], Readonly<Record<string, string>>][] = [
  [
    'ir imports a higher layer',
    'layer',
    { 'ir/walk.ts': "import { analyseFlow } from '../engine/program';" },
  ],
  [
    'engine imports a rule by type',
    'layer',
    { 'engine/scope.ts': "import type { Rule } from '../rules/rule';" },
  ],
  [
    'engine imports a language',
    'layer',
    { 'engine/scope.ts': "import type { FrontEnd } from '../languages/frontEnd';" },
  ],
  [
    'parsing imports a language',
    'layer',
    { 'parsing/dump.ts': "import { FlatReader } from '../languages/flatReader';" },
  ],
  [
    'a language imports more of the engine than its models',
    'layer',
    { 'languages/python/lower.ts': "import { Frame } from '../../engine/scope';" },
  ],
  [
    'a language imports another',
    'layer',
    { 'languages/python/lower.ts': "import { cook } from '../javascript/strings';" },
  ],
  [
    'the shared part of the languages imports one of them',
    'layer',
    { 'languages/frontEnd.ts': "import { lowerPython } from './python/lower';" },
  ],
  [
    'a rule imports parsing',
    'layer',
    { 'rules/sql-injection/rule.ts': "import type { FlatTree } from '../../parsing/flatTree';" },
  ],
  [
    'a rule imports another',
    'layer',
    { 'rules/sql-injection/fix.ts': "export { fixes } from '../permissive-cors/fix';" },
  ],
  ['a rule imports LSP', 'layer', { 'rules/rule.ts': "import { x } from '../lsp/protocol';" }],
  [
    'report imports the workspace in a call',
    'layer',
    { 'report/sarif.ts': "const load = () => import('../workspace/document');" },
  ],
  [
    'report requires the workspace',
    'layer',
    { 'report/sarif.ts': "import document = require('../workspace/document');" },
  ],
  [
    'the workspace imports the analysis itself',
    'layer',
    { 'workspace/document.ts': "import { type Analysis, createAnalysis } from '../analysis';" },
  ],
  [
    'LSP goes past the analysis',
    'layer',
    { 'lsp/server.ts': "import { Document } from '../workspace/document';" },
  ],
  [
    'the command line goes past the analysis',
    'layer',
    { 'cli/scan.ts': "export * from '../engine/values';" },
  ],
  [
    'the platform knows the analysis',
    'layer',
    { 'platform/node/files.ts': "import { languageOf } from '../../workspace/languages';" },
  ],
  [
    'a new folder',
    'unplaced',
    { 'helpers/strings.ts': "import type { Span } from '../ir/types';" },
  ],
  [
    'node: outside the entry points',
    'package',
    { 'workspace/document.ts': "import { readFileSync } from 'node:fs';" },
  ],
  [
    'node: in another platform',
    'package',
    { 'platform/browser/wasm.ts': "import type { URL } from 'node:url';" },
  ],
  [
    'the protocol library outside of LSP',
    'package',
    { 'report/finding.ts': "import type { Diagnostic } from 'vscode-languageserver';" },
  ],
  [
    'a part of a package that is not listed',
    'package',
    { 'lsp/server.ts': "import { createConnection } from 'vscode-languageserver-protocol/node';" },
  ],
  [
    'code outside of the server',
    'outside',
    { 'lsp/server.ts': "import { loadSnippets } from '../../../snippets/load';" },
  ],
  [
    'the manifest in a low layer',
    'outside',
    { 'report/sarif.ts': "import { version } from '../../../package.json';" },
  ],
  [
    'code for tests',
    'testing',
    { 'workspace/document.ts': "import { loadWasm } from '../testing/analysis';" },
  ],
  ['a test', 'testing', { 'report/sarif.ts': "import { sample } from './reports.test';" }],
  [
    'a module by a computed name',
    'computed',
    { 'report/sarif.ts': 'const load = (name: string) => import(`../${name}`);' },
  ],
  ['a rule by name', 'name', { 'engine/sites.ts': "const kinds = ['sql-injection'];" }],
  ['a framework by name', 'name', { 'engine/sites.ts': "if (name === 'express.Request') stop();" }],
  ['a language by name', 'name', { 'ir/walk.ts': 'const label = `in Python, ${name}`;' }],
  ['a framework in a pattern', 'name', { 'engine/model.ts': 'const known = /^flask$/i;' }],
];

describe('a planted violation is reported', () => {
  it.each(planted)('%s', (_title, kind, texts) => {
    const files = Object.entries(texts).map(([file, text]) => source(`server/src/${file}`, text));
    const violations = checkLayers(files, names);
    expect(violations.map((violation) => violation.kind)).toEqual([kind]);
    expect(violations[0]?.message).toContain(files[0]?.path);
  });

  it('the client reaches into the server', () => {
    const violations = checkLayers(
      [
        source(
          'client/src/progress/watch.ts',
          "import type { RuleResult } from '../../../server/src/lsp/protocol';\n" +
            "import type { Finding } from '../../../server/src/report/finding';",
        ),
      ],
      names,
    );
    expect(violations).toEqual([
      {
        kind: 'client',
        message: 'client/src/progress/watch.ts: imports server/src/report/finding from the server',
      },
    ]);
  });

  it('layers import each other', () => {
    const files = [
      source('server/src/ir/walk.ts', "import { pathOf } from '../engine/guards';"),
      source('server/src/engine/guards.ts', "import type { Expr } from '../ir/types';"),
    ];
    expect(checkLayers(files, names)).toContainEqual({
      kind: 'cycle',
      message: 'ir → engine → ir',
    });
  });

  it('layers import each other in a ring, by types alone', () => {
    const files = [
      source('server/src/ir/walk.ts', "import type { Finding } from '../report/finding';"),
      source('server/src/report/finding.ts', "import type { Dialect } from '../sql/dialects';"),
      source('server/src/sql/dialects.ts', "import type { Span } from '../ir/types';"),
    ];
    expect(checkLayers(files, names)).toContainEqual({
      kind: 'cycle',
      message: 'ir → report → sql → ir',
    });
  });

  it('a cycle that is allowed by types is made of more', () => {
    const files = [
      source('server/src/analysis.ts', "import { Document } from './workspace/document';"),
      source('server/src/workspace/document.ts', "import { createAnalysis } from '../analysis';"),
    ];
    expect(checkLayers(files, names).map(({ kind }) => kind)).toContain('cycle');
  });
});

describe('what is allowed is not reported', () => {
  it.each([
    ['the type of a language in the IR', 'ir/types.ts', "export type LanguageId = 'python';"],
    ['a word that contains a name', 'engine/values.ts', "const label = 'an expression';"],
    ['tests', 'engine/values.test.ts', "import { readFile } from 'node:fs/promises';"],
    ['a type of the analysis', 'workspace/document.ts', "import type { A } from '../analysis';"],
    ['types one by one', 'workspace/prove.ts', "import { type A, type B } from '../analysis';"],
    ['what a rule shares', 'rules/sql-syntax/rule.ts', "import { x } from '../sqlText';"],
    ['a part of a package', 'main.ts', "import { x } from 'vscode-languageserver/node';"],
  ])('%s', (_title, file, text) => {
    expect(checkLayers([source(`server/src/${file}`, text)], names)).toEqual([]);
  });
});
