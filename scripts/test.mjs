// npm test: every check there is. A stage that fails does not stop the next ones.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Advice, main, progress } from './lib/messages.mjs';
import { root, scratch } from './lib/paths.mjs';
import { run } from './lib/process.mjs';
import { ensureSetup } from './setup.mjs';

const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/** @typedef {{ passed: number, failed: number }} Sums */

/**
 * A check is a program that fails or not: it counts as one.
 * @param {string} script of a package or of ours
 * @param {...string} args
 * @returns {() => Promise<Sums>}
 */
function check(script, ...args) {
  return async () => {
    const { code, output } = await run(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
    });
    if (code === 0) return { passed: 1, failed: 0 };
    progress(indent(output));
    return { passed: 0, failed: 1 };
  };
}

async function unitTests() {
  const report = path.join(scratch, 'vitest.json');
  mkdirSync(scratch, { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await run(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, env: { ...process.env, NO_COLOR: '1' } },
  );
  if (code !== 0)
    progress(indent(output.slice(Math.max(0, output.search(/⎯ (?:Failed|Unhandled)/)))));
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const sums = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot be loaded has no failed test, and still fails the run.
  const failed = Math.max(sums.numFailedTests, code === 0 ? 0 : 1);
  return { passed: sums.numPassedTests, failed };
}

async function editorTests() {
  const { runEditorTests } = await import('./editor-tests.mjs');
  return runEditorTests();
}

/** @type {[string, () => Promise<Sums>][]} */
const STAGES = [
  ['Generated files are fresh', check('scripts/generate.mjs', '--check')],
  ['Types', check('node_modules/typescript/bin/tsc', '--noEmit')],
  [
    'Types of pages',
    check('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'client/src/playground/webview'),
  ],
  [
    'Lint and format',
    check('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  ],
  ['Dead code', check('node_modules/knip/bin/knip.js')],
  ['Unit and protocol tests', unitTests],
  ['Editor suite, in a real extension host', editorTests],
];

await main(async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Advice(
      `The test tools need Node.js ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
    );
  }
  await ensureSetup();
  const sums = { passed: 0, failed: 0 };
  for (const [index, [name, stage]] of STAGES.entries()) {
    progress(`[${index + 1}/${STAGES.length}] ${name} …`);
    const started = Date.now();
    const { passed, failed } = await stage().catch((error) => {
      progress(indent(error instanceof Advice ? error.message : String(error.stack)));
      return { passed: 0, failed: 1 };
    });
    sums.passed += passed;
    sums.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    progress(
      `    ${failed === 0 ? 'ok' : 'FAILED'}: ${passed} passed, ${failed} failed, ${seconds} s`,
    );
  }
  console.log(`${sums.passed} passed, ${sums.failed} failed`);
  return sums.failed === 0 ? 0 : 1;
});

/** @param {string} text */
function indent(text) {
  return text.trimEnd().replace(/^/gm, '    ');
}
