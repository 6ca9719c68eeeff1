// What is bundled, out of what, and to where. Run through `npm run build` (scripts/build.mjs),
// which skips what is up to date. esbuild itself is imported late: the list of targets is read
// before the dependencies are known to be installed.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = path.dirname(fileURLToPath(import.meta.url));
const extension = 'dist/extension';
const editorTests = 'dist/test/editor';
const bench = 'dist/test/bench';
const attacks = 'dist/test/attacks';
const fixes = 'dist/test/fixes';
const exercises = 'dist/test/exercises';

/**
 * One bundle, or one group of bundles that are built together.
 * @typedef {object} Target
 * @property {Record<string, string>} entries output file without its ending → source file
 * @property {string} outdir
 * @property {string[]} external modules that are there at run time
 * @property {Record<string, string>} [copies] output file → file that is copied as it is
 * @property {Record<string, (mode: Mode) => Promise<Uint8Array>>} [made] output file → what makes its bytes
 * @property {'browser'} [platform] where it runs, when that is not Node
 * @property {string} [banner] first line of each output
 */

/** @type {Record<'client' | 'servers' | 'webview' | 'databases' | 'server' | 'cli' | 'editorTests' | 'bench' | 'attacks' | 'fixes' | 'exercises', () => Target>} */
const targets = {
  // The language client is big and loaded late: in a file of its own it costs the activation nothing.
  client: () => ({
    entries: {
      client: 'client/src/extension.ts',
      languageClient: 'client/src/languageClient.ts',
      learning: 'client/src/learning/index.ts',
      playground: 'client/src/playground/index.ts',
    },
    outdir: extension,
    external: ['vscode', './languageClient', './learning', './playground', ...servers],
  }),
  // Each driver is loaded when a setting asks for it.
  servers: () => ({
    entries: {
      postgresServer: 'client/src/databases/postgresServer.ts',
      mysqlServer: 'client/src/databases/mysqlServer.ts',
      mongoServer: 'client/src/databases/mongoServer.ts',
    },
    outdir: extension,
    // What the drivers load where it is there, and do without.
    external: [
      'pg-native',
      'kerberos',
      'snappy',
      'socks',
      'aws4',
      'gcp-metadata',
      'mongodb-client-encryption',
      '@mongodb-js/zstd',
      '@aws-sdk/credential-providers',
    ],
  }),
  webview: () => ({
    entries: { results: 'client/src/playground/webview/results.ts' },
    outdir: `${extension}/webview`,
    external: [],
    platform: 'browser',
    copies: { 'results.css': 'client/src/playground/webview/results.css' },
  }),
  // PostgreSQL as WebAssembly and collections of documents, each in a thread of its own.
  databases: () => ({
    entries: {
      postgresWorker: 'client/src/databases/postgresWorker.ts',
      documentsWorker: 'client/src/databases/documents/worker.ts',
    },
    outdir: extension,
    external: [],
    made: {
      'pglite/pglite.wasm.br': (mode) => packed('pglite.wasm', mode, pgliteFile('pglite.wasm')),
      'pglite/pglite.data.br': (mode) => packed('pglite.data', mode, pgliteFile('pglite.data')),
      'pglite/snapshot.tar.br': (mode) => packed('snapshot.tar', mode, databaseSnapshot),
    },
  }),
  server: () => ({
    entries: { server: 'server/src/main.ts' },
    outdir: extension,
    external: [],
    copies: grammars,
  }),
  cli: () => ({
    entries: { cli: 'server/src/cli/main.ts' },
    outdir: extension,
    external: [],
    banner: '#!/usr/bin/env node',
  }),
  // Mocha stays outside: it is an ES module that looks for its own files.
  editorTests: () => ({
    entries: {
      index: 'test/editor/index.ts',
      restarted: 'test/editor/restarted.ts',
      ...Object.fromEntries(
        readdirSync(path.join(root, 'test/editor'))
          .filter((name) => /\.(?:test|before-restart|after-restart)\.ts$/.test(name))
          .map((name) => [name.replace(/\.ts$/, ''), `test/editor/${name}`]),
      ),
    },
    outdir: editorTests,
    external: ['vscode', 'mocha'],
  }),
  bench: () => ({
    entries: { main: 'test/bench/main.ts' },
    outdir: bench,
    external: [],
  }),
  attacks: () => ({
    entries: { main: 'test/attacks/main.ts' },
    outdir: attacks,
    external: [],
  }),
  fixes: () => ({
    entries: { main: 'test/fixes/main.ts' },
    outdir: fixes,
    external: [],
  }),
  // The thread of PostgreSQL is found beside the extension's bundles.
  exercises: () => ({
    entries: { main: 'test/exercises/main.ts' },
    outdir: exercises,
    external: [],
  }),
};

/** Loaded by the playground, late. */
const servers = ['./postgresServer', './mysqlServer', './mongoServer'];

const pglite = 'node_modules/@electric-sql/pglite/dist';

/** @param {string} name */
const pgliteFile = (name) => () => readFile(path.join(root, pglite, name));

/** An empty database, as an archive: unpacking it is faster than to make one. */
async function databaseSnapshot() {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('none');
  await database.close();
  return new Uint8Array(await dump.arrayBuffer());
}

const WINDOW_BITS = 26;

/**
 * Packs a file of PGlite, tightly for a package and fast for work. What was packed before is kept
 * until the dependencies are installed anew.
 * @param {string} name @param {Mode} mode @param {() => Promise<Uint8Array>} read
 * @returns {Promise<Uint8Array>}
 */
async function packed(name, mode, read) {
  const { version } = JSON.parse(
    await readFile(path.join(root, pglite, '../package.json'), 'utf8'),
  );
  const quality = mode === 'production' ? constants.BROTLI_MAX_QUALITY : 3;
  const kept = path.join(
    root,
    `node_modules/.cache/backend-tutor/${name}-${version}-${quality}-${WINDOW_BITS}.br`,
  );
  if (existsSync(kept)) return readFile(kept);
  const bytes = await read();
  const result = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      // A database has much twice, far apart.
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeWhole(kept, result);
  return result;
}

/** The parser and its grammars: WebAssembly that the server loads from beside itself. */
const grammars = Object.fromEntries(
  [
    'web-tree-sitter/web-tree-sitter.wasm',
    'tree-sitter-javascript/tree-sitter-javascript.wasm',
    'tree-sitter-typescript/tree-sitter-typescript.wasm',
    'tree-sitter-typescript/tree-sitter-tsx.wasm',
    'tree-sitter-python/tree-sitter-python.wasm',
    'tree-sitter-java/tree-sitter-java.wasm',
    'tree-sitter-ruby/tree-sitter-ruby.wasm',
    'tree-sitter-php/tree-sitter-php.wasm',
  ].map((file) => [`grammars/${path.basename(file)}`, `node_modules/${file}`]),
);

/** The files, relative to the project, that a target is made of at the top and what it writes. */
export function outline(/** @type {TargetName} */ name) {
  const { entries, outdir, copies = {}, made = {} } = targets[name]();
  return {
    entries: Object.values(entries),
    outputs: [
      ...Object.keys(entries).map((output) => `${output}.js`),
      ...Object.keys(copies),
      ...Object.keys(made),
    ].map((output) => path.posix.join(outdir, output)),
  };
}

/** @typedef {keyof typeof targets} TargetName */
/** @typedef {'development' | 'production'} Mode */

/**
 * Bundles one target. Files appear whole: each is written beside its place and then renamed, since
 * another process may be reading.
 * @param {TargetName} name
 * @param {Mode} mode development: source maps; production: small, without source maps
 * @returns {Promise<string[]>} the files that went in, relative to the project
 * @throws {Error} with esbuild's messages, or naming the source file that is missing
 */
export async function buildTarget(name, mode) {
  const target = targets[name]();
  for (const source of Object.values(target.entries)) {
    if (!existsSync(path.join(root, source))) {
      throw new Error(`Cannot build "${name}": ${source} is missing.`);
    }
  }
  const esbuild = await import('esbuild');
  const production = mode === 'production';
  const result = await esbuild
    .build({
      absWorkingDir: root,
      entryPoints: target.entries,
      outdir: target.outdir,
      bundle: true,
      write: false,
      metafile: true,
      ...(target.platform === 'browser'
        ? { platform: 'browser', target: 'es2022', format: 'iife' }
        : { platform: 'node', target: 'node20', format: 'cjs' }),
      external: target.external,
      // Their ES modules read import.meta, which a CommonJS bundle does not have.
      alias: {
        'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs',
        '@electric-sql/pglite': `./${pglite}/index.cjs`,
      },
      mainFields: ['module', 'main'],
      loader: { '.txt': 'text' },
      banner: target.banner === undefined ? {} : { js: target.banner },
      minify: production,
      sourcemap: production ? false : 'linked',
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
      logLevel: 'silent',
    })
    .catch((error) => {
      throw new Error(describe(name, error));
    });
  for (const { path: file, contents } of result.outputFiles) writeWhole(file, contents);
  if (target.banner !== undefined) {
    for (const output of Object.keys(target.entries)) {
      chmodSync(path.join(root, target.outdir, `${output}.js`), 0o755);
    }
  }
  for (const output of Object.keys(target.entries)) {
    if (production) rmSync(path.join(root, target.outdir, `${output}.js.map`), { force: true });
  }
  const copies = Object.entries(target.copies ?? {});
  for (const [output, source] of copies) {
    writeWhole(path.join(root, target.outdir, output), await readFile(path.join(root, source)));
  }
  for (const [output, make] of Object.entries(target.made ?? {})) {
    writeWhole(path.join(root, target.outdir, output), await make(mode));
  }
  return [...Object.keys(result.metafile.inputs), ...copies.map(([, source]) => source)];
}

/** @param {string} file @param {Uint8Array} contents */
function writeWhole(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, file);
}

/** @param {string} name @param {Partial<import('esbuild').BuildFailure>} error */
function describe(name, error) {
  if (error.errors === undefined) return String(error);
  const lines = error.errors.slice(0, 10).map(({ text, location }) => {
    const place = location ? `${location.file}:${location.line}:${location.column + 1}: ` : '';
    return `  ${place}${text}`;
  });
  return [`Cannot build "${name}":`, ...lines].join('\n');
}
