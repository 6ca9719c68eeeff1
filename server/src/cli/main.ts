import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { version } from '../../../package.json';
import { type Analysis, createAnalysis } from '../analysis';
import { writeAtomically } from '../platform/node/files';
import { loadWasm } from '../platform/node/wasm';
import type { Severity } from '../report/finding';
import { rulesToJson, toJson } from '../report/json';
import { toSarif } from '../report/sarif';
import type { Notice, ScanReport } from '../report/scanReport';
import { rulesToTerminal, toTerminal } from '../report/terminal';
import { helpText, readCommand, type ScanCommand, UsageError } from './args';
import { ProgressBar } from './progressBar';
import { MissingPathError, scan } from './scan';
import { fixSummary, scanAndFix } from './scanAndFix';
import { ScanPool, serveScans } from './scanPool';
import { unifiedDiff } from './unifiedDiff';

/** The `backend-tutor` command. */

const EXIT_CLEAN = 0;
const EXIT_FINDINGS = 1;
const EXIT_ERROR = 2;
const EXIT_INTERRUPTED = 130;

/** Columns of text for a file or a pipe. */
const DEFAULT_WIDTH = 100;

async function main(argv: readonly string[]): Promise<number> {
  const command = readCommand(argv);
  switch (command.kind) {
    case 'help':
      await print(helpText);
      return EXIT_CLEAN;
    case 'version':
      await print(`${version}\n`);
      return EXIT_CLEAN;
    case 'lsp':
      return runLanguageServer(argv);
    case 'scan':
      return runScan(command, await createAnalysis({ loadWasm }));
  }
}

/** The server is a bundle of its own beside this one; it reads `--stdio` and the like itself. */
async function runLanguageServer(argv: readonly string[]): Promise<number> {
  if (!argv.some((each) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(each))) {
    throw new UsageError('Say how the editor talks to the server: "backend-tutor lsp --stdio".');
  }
  const server = pathToFileURL(path.join(__dirname, 'server.js')).href;
  await import(server);
  return new Promise<never>(() => {}); // The server ends the process.
}

async function runScan(command: ScanCommand, analysis: Analysis): Promise<number> {
  const known = analysis.rules.map(({ id }) => id);
  const rules: Record<string, Severity | 'off'> = {};
  for (const [id, severity] of Object.entries(command.rules)) {
    if (!known.includes(id)) {
      throw new UsageError(`There is no rule "${id}". The rules are: ${known.join(', ')}.`);
    }
    if (severity !== 'default') rules[id] = severity;
  }
  if (command.listRules) {
    const asJson = command.format === 'json';
    await write(
      command,
      asJson ? json(rulesToJson(analysis.rules)) : rulesToTerminal(analysis.rules),
    );
    return EXIT_CLEAN;
  }
  const bar = new ProgressBar(process.stderr, !command.quiet);
  process.once('SIGINT', () => {
    bar.clear();
    process.exit(EXIT_INTERRUPTED);
  });
  const options = {
    paths: command.paths,
    exclude: command.exclude,
    cwd: process.cwd(),
    analysis: { rules, sqlDialect: 'auto' } as const,
    fixes: command.fixes,
    onProgress: (done: number, total: number, file: string) => bar.update(done, total, file),
  };
  const pool = new ScanPool(__filename);
  const { fix } = command;
  if (fix === undefined) {
    return report(
      await scan(analysis, options, pool).finally(() => bar.clear()),
      command,
      analysis,
    );
  }
  const fixed = await scanAndFix(analysis, { ...options, ...fix }, pool).finally(() => bar.clear());
  notify(fixed.notices, command);
  if (!command.quiet) for (const line of fixSummary(fixed, fix)) note(line);
  if (!fix.dryRun) return report(fixed.left, command, analysis);
  await write(command, unifiedDiff(fixed.changes, options.cwd));
  return exitCode(fixed.left);
}

async function report(
  result: ScanReport,
  command: ScanCommand,
  analysis: Analysis,
): Promise<number> {
  notify(result.notices, command);
  await write(command, render(result, command, analysis));
  return exitCode(result);
}

function notify(notices: readonly Notice[], { quiet }: ScanCommand): void {
  if (quiet) return;
  for (const { path: of, message } of notices) note(`${of}: ${message}`);
}

function exitCode({ files, scanned, notices }: ScanReport): number {
  if (files.length > 0) return EXIT_FINDINGS;
  // Nothing of what was asked for could be looked at: that is no clean bill.
  return scanned === 0 && notices.length > 0 ? EXIT_ERROR : EXIT_CLEAN;
}

function render(report: ScanReport, command: ScanCommand, analysis: Analysis): string {
  switch (command.format) {
    case 'json':
      return json(toJson(report, version));
    case 'sarif':
      return json(
        toSarif(report, {
          version,
          rules: analysis.rules,
          root: `${pathToFileURL(process.cwd()).href.replace(/\/$/, '')}/`,
          successful: true,
        }),
      );
    case 'text':
      return toTerminal(report, {
        width: process.stdout.columns || DEFAULT_WIDTH,
        colour: usesColour(command),
        quiet: command.quiet,
      });
  }
}

/** `--no-color` first, then NO_COLOR (https://no-color.org) and FORCE_COLOR, then the terminal. */
function usesColour(command: ScanCommand): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (!command.colour || command.output !== undefined) return false;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function write(command: ScanCommand, text: string): Promise<void> {
  if (command.output === undefined) return print(text);
  try {
    await writeAtomically(command.output, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`Cannot write ${command.output} (${code ?? message}).`);
  }
}

/** Resolves when the text has left the process. A reader that went away wants no more of it. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}

function note(line: string): void {
  process.stderr.write(`backend-tutor: ${line.replace(/\p{Cc}/gu, '?')}\n`);
}

if (!serveScans(() => createAnalysis({ loadWasm }))) start();

function start(): void {
  // What a file needs is garbage after it: the heap of no thread has to grow much between two
  // collections. Takes two fifths off the memory of a big scan, at no cost that can be measured.
  setFlagsFromString('--heap-growing-percent=20');
  // The callback of `write` reports it; without a listener the event would end the process.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof UsageError) note(`${error.message} (backend-tutor --help)`);
      else if (error instanceof MissingPathError) note(error.message);
      else process.stderr.write(`${(error instanceof Error && error.stack) || String(error)}\n`);
      process.exitCode = EXIT_ERROR;
    },
  );
}
