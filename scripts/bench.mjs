// npm run bench [-- --json FILE]: how fast the extension is, through the code that is shipped.
// Times are those of this machine, now: compare figures of one run, or of runs on a machine at rest.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EXTENSION, ensureBuilt } from './build.mjs';
import { Advice, isMain, main, progress } from './lib/messages.mjs';
import { benchDist, dist, root } from './lib/paths.mjs';
import { run } from './lib/process.mjs';
import { packageExtension } from './package.mjs';
import { ensureSetup } from './setup.mjs';

const ACTIVATIONS = 5;
const MB = 1024 * 1024;

/** What is aimed at; nothing fails when it is missed. */
const TARGETS = { p95: { 500: 30, 5000: 100 }, ratio: 2.5, activationMs: 100, vsixMb: 10 };

/**
 * @typedef {{ p50: number, p95: number }} Percentiles
 * @typedef {{ language: string, lines: number, keystrokes: number } & Percentiles} Latency
 *
 * @typedef {object} Report
 * @property {string} commit
 * @property {Record<'500' | '5000', Percentiles>} latency of the language with the highest p95
 * @property {number} activation_ms
 * @property {number} cold_start_ms
 * @property {number} server_rss_mb
 * @property {number} vsix_bytes
 * @property {Record<string, number>} ratio
 */

if (isMain(import.meta)) {
  await main(async () => {
    const { values } = parseArgs({ options: { json: { type: 'string' } } });
    await ensureSetup();
    const vsix = await findPackage();
    await ensureBuilt({ targets: [...EXTENSION, 'bench'], mode: 'production' });

    progress('Typing in files of 500 and 5,000 lines …');
    /** @type {{ latencies: Latency[], rssMb: number }} */
    const { latencies, rssMb } = await measure('latency');
    progress('Starting the server …');
    /** @type {number} */
    const coldStart = await measure('cold-start');
    progress('Activating the extension …');
    /** @type {number[]} */
    const activations = [];
    for (let time = 0; time < ACTIVATIONS; time++) activations.push(await measure('activation'));
    progress('Parsing and analysing a few hundred small files …');
    /** @type {Record<string, number>} */
    const ratio = await measure('ratio');

    /** @type {Report} */
    const report = {
      commit: await commit(),
      latency: { 500: slowest(latencies, 500), 5000: slowest(latencies, 5000) },
      activation_ms: round(middle(activations)),
      cold_start_ms: round(coldStart),
      server_rss_mb: round(rssMb),
      vsix_bytes: statSync(vsix).size,
      ratio: Object.fromEntries(
        Object.entries(ratio).map(([language, value]) => [language, round(value)]),
      ),
    };
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
    }
    console.log(table(report, latencies));
  });
}

/**
 * Runs one kind of measurement in a process of its own.
 * @param {string} kind
 * @returns {Promise<any>}
 */
async function measure(kind) {
  const { code, output, stdout } = await run(process.execPath, [
    path.join(benchDist, 'main.js'),
    kind,
    root,
  ]);
  if (code !== 0) throw new Advice(`Measuring "${kind}" failed:\n${output.trim()}`);
  return JSON.parse(stdout);
}

/** The package in dist, made first when there is none. */
async function findPackage() {
  await ensureBuilt({ mode: 'production' });
  const name = readdirSync(dist).find((file) => file.endsWith('.vsix'));
  return name === undefined ? packageExtension() : path.join(dist, name);
}

/** The commit that is checked out, with `+` when files differ from it. */
async function commit() {
  const head = await run('git', ['rev-parse', 'HEAD'], { cwd: root });
  if (head.code !== 0) return 'unknown';
  const status = await run('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: root });
  return head.stdout.trim() + (status.stdout === '' ? '' : '+');
}

/**
 * A fast language must not hide a slow one.
 * @param {readonly Latency[]} latencies @param {number} lines
 * @returns {Percentiles}
 */
function slowest(latencies, lines) {
  const [worst] = latencies
    .filter((latency) => latency.lines === lines)
    .sort((a, b) => b.p95 - a.p95);
  if (worst === undefined) throw new Error(`no file of ${lines} lines was measured`);
  return { p50: round(worst.p50), p95: round(worst.p95) };
}

/** @param {readonly number[]} values */
function middle(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {Report} report @param {readonly Latency[]} latencies */
function table(report, latencies) {
  /** @type {string[][]} */
  const rows = [['', 'measured', 'target', '']];
  const add = (
    /** @type {string} */ what,
    /** @type {number} */ value,
    /** @type {string} */ unit,
    /** @type {number | undefined} */ target = undefined,
  ) => {
    const aim = target === undefined ? '' : `≤ ${target}${unit}`;
    const verdict = target === undefined ? '' : value <= target ? 'met' : 'MISSED';
    rows.push([what, `${value.toFixed(value < 10 ? 2 : 1)}${unit}`, aim, verdict]);
  };
  for (const { language, lines, keystrokes, p50, p95 } of latencies) {
    const what = `${language}, ${lines} lines, ${keystrokes} keystrokes`;
    add(`${what}: p50`, p50, ' ms');
    add(`${what}: p95`, p95, ' ms', TARGETS.p95[lines === 500 ? 500 : 5000]);
  }
  for (const [language, value] of Object.entries(report.ratio)) {
    add(`${language}: parse + lower + analyse ÷ parse`, value, '', TARGETS.ratio);
  }
  add(
    'activation (load + activate(), stub editor)',
    report.activation_ms,
    ' ms',
    TARGETS.activationMs,
  );
  add('cold start (process to first diagnostics)', report.cold_start_ms, ' ms');
  add('server memory (RSS, 6 files open)', report.server_rss_mb, ' MB');
  add('package (VSIX)', report.vsix_bytes / MB, ' MB', TARGETS.vsixMb);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map(([what = '', value = '', aim = '', verdict = '']) =>
    `${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${aim.padStart(widths[2] ?? 0)}  ${verdict}`.trimEnd(),
  );
  return [
    `Commit ${report.commit}`,
    ...lines,
    'Keystrokes: from didChange to the answer with diagnostics, over stdio, production build.',
    'Activation leaves out what the editor does itself, and the server, which starts later.',
  ].join('\n');
}
