// npm run bench [-- --json FILE --corpus DIR --peers]: how fast the extension is, through the code
// that is shipped. With --corpus, a scan of that folder is timed too; with --peers, other scanners on
// it that are installed (--peer-modules DIR for ESLint's, --semgrep-rules DIR for Semgrep's rules).
// Times are those of this machine, now: compare figures of one run, or of runs on a machine at rest.
import { spawn } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EXTENSION, ensureBuilt } from './build.mjs';
import { Advice, isMain, main, progress } from './lib/messages.mjs';
import { benchDist, dist, root } from './lib/paths.mjs';
import { measurePeer, peers } from './lib/peers.mjs';
import { run } from './lib/process.mjs';
import { packageExtension } from './package.mjs';
import { ensureSetup } from './setup.mjs';

const ACTIVATIONS = 5;
const MB = 1024 * 1024;

/** What is aimed at; nothing fails when it is missed. */
const TARGETS = {
  p95: { 500: 20, 5000: 60 },
  ratio: 2,
  activationMs: 100,
  vsixMb: 10,
  scanRatio: 3,
  scanMb: 300,
};

/** A scan is timed so often; the median counts. */
const SCANS = 3;

/** Tells through a pipe of its own how much memory the process had at most, in kilobytes. */
const MEMORY_HOOK =
  "import { writeSync } from 'node:fs'; process.on('exit', () => { try { writeSync(3, process.resourceUsage().maxRSS + ' '); } catch {} });";

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
 * @property {Scan} [scan] of the folder given with --corpus
 * @property {Record<string, import('./lib/peers.mjs').PeerResult>} [peers]
 *
 * @typedef {{ files: number, wall_s: number, parse_only_s: number, rss_mb: number }} Scan
 */

if (isMain(import.meta)) {
  await main(async () => {
    const { values } = parseArgs({
      options: {
        json: { type: 'string' },
        corpus: { type: 'string' },
        peers: { type: 'boolean' },
        'peer-modules': { type: 'string' },
        'semgrep-rules': { type: 'string' },
      },
    });
    if (values.peers && values.corpus === undefined) {
      throw new Advice('--peers needs a folder to compare on: give it with --corpus DIR.');
    }
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
    if (values.corpus !== undefined) {
      progress(`Scanning ${values.corpus} …`);
      report.scan = await measureScan(values.corpus);
    }
    if (values.peers && values.corpus !== undefined) {
      report.peers = {};
      for (const peer of peers(values['peer-modules'], values['semgrep-rules'])) {
        progress(`Timing ${peer.name} …`);
        report.peers[peer.name] = await measurePeer(peer, values.corpus, SCANS, async (folder) => {
          return (await scanOnce(folder)).seconds;
        });
      }
    }
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
    }
    console.log(table(report, latencies));
  });
}

/**
 * Runs one kind of measurement in a process of its own.
 * @param {string} kind @param {string[]} args
 * @returns {Promise<any>}
 */
async function measure(kind, ...args) {
  const { code, output, stdout } = await run(process.execPath, [
    path.join(benchDist, 'main.js'),
    kind,
    root,
    ...args,
  ]);
  if (code !== 0) throw new Advice(`Measuring "${kind}" failed:\n${output.trim()}`);
  return JSON.parse(stdout);
}

/**
 * One scan as a process of its own.
 * @param {string} folder
 * @returns {Promise<{ seconds: number, rssMb: number }>}
 */
function scanOnce(folder) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const hook = `data:text/javascript,${encodeURIComponent(MEMORY_HOOK)}`;
    const cli = path.join(dist, 'extension', 'cli.js');
    const args = ['--import', hook, cli, 'scan', '--quiet', '--format', 'json', folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
    let memory = '';
    child.stdio[3]?.on('data', (/** @type {Buffer} */ data) => {
      memory += data.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && code !== 1) reject(new Advice(`The scan of ${folder} ended with ${code}.`));
      const rssMb = Math.max(...memory.trim().split(/\s+/).map(Number)) / 1024;
      resolve({ seconds: (performance.now() - started) / 1000, rssMb });
    });
  });
}

/** @param {string} corpus @returns {Promise<Scan>} */
async function measureScan(corpus) {
  const folder = path.resolve(corpus);
  const scans = [];
  const parses = [];
  let files = 0;
  for (let time = 0; time < SCANS; time++) {
    /** @type {{ files: number, seconds: number }} */
    const parsed = await measure('parse', folder);
    files = parsed.files;
    parses.push(parsed.seconds);
    scans.push(await scanOnce(folder));
  }
  return {
    files,
    wall_s: round(middle(scans.map(({ seconds }) => seconds))),
    parse_only_s: round(middle(parses)),
    rss_mb: round(Math.max(...scans.map(({ rssMb }) => rssMb))),
  };
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
  add('server memory (RSS, 12 files open)', report.server_rss_mb, ' MB');
  add('package (VSIX)', report.vsix_bytes / MB, ' MB', TARGETS.vsixMb);
  if (report.scan) {
    const { files, wall_s, parse_only_s, rss_mb } = report.scan;
    add(`scan of ${files} programs: wall clock`, wall_s, ' s');
    add('scan ÷ bare parse', wall_s / parse_only_s, '', TARGETS.scanRatio);
    add('scan: memory at most', rss_mb, ' MB', TARGETS.scanMb);
  }
  for (const [name, result] of Object.entries(report.peers ?? {})) {
    if ('notRun' in result) rows.push([`${name}: not run, ${result.notRun}`, '', '', '']);
    else add(`${name}: its time ÷ ours`, result.ratio, '');
  }
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
