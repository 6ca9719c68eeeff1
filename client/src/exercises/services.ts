import path from 'node:path';
import { openPostgres } from '../databases/postgres';
import type { Services } from './checks/context';
import { openDocuments } from './documentStore';
import type { ScanFinding } from './model';
import { run } from './process';
import { programs } from './programs.generated';
import type { Tools } from './runtimes/runtime';
import { runtimes } from './runtimes/runtimes';
import { SqlPool } from './sqlPool';

/** What checks need, for a folder of the extension's bundles. */

const SCAN_LIMIT_MS = 60_000;
const IDLE_MS = 60_000;

export interface ServiceOptions {
  /** `dist/extension`, absolute. */
  readonly bundles: string;
  /** Where installed packages are, above the exercises. */
  readonly practice: () => string;
  readonly tools: Tools;
}

export interface OwnedServices extends Services {
  close(): Promise<void>;
}

export function createServices({ bundles, practice, tools }: ServiceOptions): OwnedServices {
  const pool = new SqlPool(() => openPostgres({ assets: path.join(bundles, 'pglite') }), IDLE_MS);
  return {
    tools,
    get practice() {
      return practice();
    },
    runtime: (track) => runtimes[track],
    specification: (id) => programs[id],
    sql: () => pool.take(),
    documents: openDocuments,
    scan: (folder) => scan(path.join(bundles, 'cli.js'), folder),
    close: () => pool.close(),
  };
}

interface ScanReport {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: ScanFinding['severity'];
    readonly message: string;
    readonly path: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

/** The scanner of the command line, in a process of its own. */
async function scan(cli: string, folder: string): Promise<readonly ScanFinding[]> {
  const ended = await run(
    { program: process.execPath, args: [cli, 'scan', '--format', 'json', '.'] },
    { cwd: folder },
    { timeoutMs: SCAN_LIMIT_MS },
  );
  let report: ScanReport;
  try {
    report = JSON.parse(ended.stdout) as ScanReport;
  } catch {
    throw new Error(
      `the scanner failed: ${ended.failed ?? (ended.stderr.trim() || ended.stopped)}`,
    );
  }
  return report.findings.map(({ ruleId, severity, message, path: file, range }) => ({
    rule: ruleId,
    severity,
    message,
    file: file.replaceAll('\\', '/').replace(/^\.\//, ''),
    line: range.start.line - 1,
  }));
}
