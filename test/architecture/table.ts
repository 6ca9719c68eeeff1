/**
 * Which folder of `server/src` may import which. A folder that is not listed here is an error, so a
 * new one has to be placed. A target is a folder (with all inside it) or one module; `*` stands for
 * one path part.
 */
export interface LayerRule {
  /** Folders and modules of `server/src`, besides the layer itself. */
  readonly imports: readonly string[];
  /** The same, by `import type` only. */
  readonly typesOnly?: readonly string[];
  /** npm packages, and `node:` for Node's own modules. */
  readonly packages?: readonly string[];
}

export const layers: Readonly<Record<string, LayerRule>> = {
  ir: { imports: [] },
  parsing: { imports: ['ir'], packages: ['web-tree-sitter'] },
  // What the front ends share; it knows none of them.
  languages: { imports: ['parsing', 'ir', 'engine/model'] },
  // Programs read `.properties` files, too.
  'languages/*': { imports: ['languages', 'parsing', 'ir', 'engine/model', 'config/properties'] },
  engine: { imports: ['ir'] },
  report: { imports: ['ir'], packages: ['picomatch'] },
  // Configuration files as data.
  config: { imports: ['ir'], packages: ['yaml', 'dockerfile-ast'] },
  // Templates as data: what they put into a page, and where.
  templates: { imports: ['ir'] },
  sql: { imports: ['ir', 'report/finding'], packages: ['sql-formatter', 'node-sql-parser'] },
  // What the rules share; it knows none of them.
  // The words for sites are the languages' and the rules' alike.
  rules: {
    imports: ['engine', 'ir', 'sql', 'config', 'templates', 'report', 'languages/siteKinds'],
  },
  // How fixes write code; it knows no rule.
  'rules/repairs': { imports: ['rules', 'engine', 'ir', 'sql', 'config', 'templates', 'report'] },
  'rules/*': {
    imports: [
      'rules',
      'rules/repairs',
      'engine',
      'ir',
      'sql',
      'config',
      'templates',
      'report',
      'languages/siteKinds',
    ],
  },
  'rules/registry.generated': { imports: ['rules', 'rules/*', 'report'] },
  workspace: {
    imports: [
      'parsing',
      'languages',
      'languages/*',
      'engine',
      'rules',
      'rules/registry.generated',
      'report',
      'sql',
      'config',
      'templates',
      'ir',
    ],
    typesOnly: ['analysis'],
  },
  // Files that name a program's libraries, and how one is added.
  manifests: { imports: ['config', 'report'] },
  analysis: {
    imports: [
      'workspace',
      'manifests',
      'parsing',
      'report',
      'rules/registry.generated',
      'sql/dialects',
    ],
  },
  // The severities' and spans' types are IR's and the finding's; the rest comes by the analysis.
  lsp: {
    imports: ['analysis', 'report', 'sql/dialects'],
    typesOnly: ['ir/types'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  cli: {
    imports: ['analysis', 'report', 'sql/dialects', 'platform/node'],
    packages: ['node:', 'diff'],
  },
  main: {
    imports: ['analysis', 'lsp', 'platform/node'],
    packages: ['node:', 'vscode-languageserver'],
  },
  'platform/*': { imports: [] },
  'platform/node': { imports: [], packages: ['node:'] },
};

/**
 * What the client may take from the server: the words that both speak, and how a script of SQL is
 * split into statements.
 */
export const clientMayImport: readonly string[] = [
  'lsp/protocol',
  'lsp/scannedFiles',
  'sql/statements',
];

/** Files outside `server/src` and `client/src` that may be imported, and from where. */
export const outside: Readonly<Record<string, readonly string[]>> = {
  'package.json': ['main', 'cli'],
};

/** Modules that may import by a computed name: the command line starts the server bundle beside it. */
export const mayCompute: readonly string[] = ['cli/main'];

/**
 * Layers that import each other, by types alone. Every other cycle is an error.
 *
 * - analysis, workspace: `analysis.ts` is the entrance whose interfaces the workspace fulfils; the
 *   interfaces stay with the entrance, where its callers read them.
 */
export const typeCycles: readonly (readonly [string, string])[] = [['analysis', 'workspace']];

/** Layers that must not name a language, a framework or a rule. */
export const namelessLayers: readonly string[] = ['engine', 'ir'];
