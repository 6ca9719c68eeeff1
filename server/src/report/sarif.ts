import type { Span } from '../ir/types';
import type { Finding, Fix, RuleInfo, Severity, TraceStep } from './finding';
import { plainText } from './plainText';
import { LineTable, type Position } from './positions';
import type { FileReport, Notice, ScanReport } from './scanReport';

/**
 * SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Lines and columns count
 * from 1, columns in UTF-16 code units.
 */
export interface SarifOptions {
  readonly version: string;
  /** All rules that ran, also those that found nothing. */
  readonly rules: readonly RuleInfo[];
  /** `file:` address of the folder that relative paths start from, with `/` at its end. */
  readonly root: string;
  /** Whether the scan ran to its end. */
  readonly successful: boolean;
}

type Json = Record<string, unknown>;

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'note' };

/**
 * `security-severity` of a rule as code-scanning sites read it: 7.0 and more is high, 4.0 and more
 * medium, below that low. Rules have three severities, so one figure stands for each.
 */
const securitySeverity: Record<Severity, string> = { error: '8.0', warning: '5.0', hint: '2.0' };

/** Writes a scan as one SARIF log with one run. */
export function toSarif(report: ScanReport, options: SarifOptions): Json {
  const rules = withVariants(options.rules, report);
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Backend Tutor',
            version: options.version,
            semanticVersion: options.version,
            rules: rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { uri: options.root } },
        artifacts: report.files.map(({ path }) => ({ location: artifact(path) })),
        invocations: [
          {
            executionSuccessful: options.successful,
            toolExecutionNotifications: report.notices.map(notification),
          },
        ],
        results: report.files.flatMap((file, fileIndex) =>
          results(file, fileIndex, rules, ruleIndex),
        ),
      },
    ],
  };
}

/**
 * The rules, and behind them one for each other weakness that a rule has found, by a hierarchical
 * name (SARIF 3.5.4): `insecure-cookie/1004`. Readers take the weakness from the rule.
 */
function withVariants(rules: readonly RuleInfo[], report: ScanReport): readonly RuleInfo[] {
  const variants = new Map<string, RuleInfo>();
  for (const { finding } of report.files.flatMap((file) => file.results)) {
    const { cwe } = finding;
    const id = ruleIdOf(finding, rules);
    const rule = rules.find((one) => one.id === finding.ruleId);
    if (!rule || cwe === undefined || id === rule.id || variants.has(id)) continue;
    variants.set(id, { ...rule, id, cwe: [cwe, ...rule.cwe.filter((other) => other !== cwe)] });
  }
  return [...rules, ...variants.values()];
}

function ruleIdOf({ ruleId, cwe }: Finding, rules: readonly RuleInfo[]): string {
  const first = rules.find(({ id }) => id === ruleId)?.cwe[0];
  return cwe === undefined || cwe === first ? ruleId : `${ruleId}/${cwe}`;
}

function describeRule(rule: RuleInfo): Json {
  const security = rule.owasp !== '' || rule.cwe.length > 0;
  const tags = [
    ...(security ? ['security'] : []),
    ...rule.cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`),
    // `A05:2025 Injection`: the category's number is what others filter by.
    ...(rule.owasp === '' ? [] : [`OWASP ${rule.owasp.split(' ')[0]}`]),
  ];
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: plainText(rule.docs.what) || rule.title },
    ...(rule.url === '' ? {} : { helpUri: rule.url }),
    help: {
      text: plainText(`${rule.docs.why}\n\n${rule.docs.how}`) || rule.title,
      markdown: `${rule.docs.what}\n\n## Why\n\n${rule.docs.why}\n\n## How to fix\n\n${rule.docs.how}`,
    },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags,
      precision: 'high',
      'problem.severity': rule.severity === 'hint' ? 'recommendation' : rule.severity,
      ...(security ? { 'security-severity': securitySeverity[rule.severity] } : {}),
    },
  };
}

function results(
  { path, text, results }: FileReport,
  fileIndex: number,
  rules: readonly RuleInfo[],
  ruleIndex: ReadonlyMap<string, number>,
): Json[] {
  const table = new LineTable(text);
  const seen = new Map<string, number>();
  const location = (span: Span, message?: string): Json => ({
    physicalLocation: {
      artifactLocation: { ...artifact(path), index: fileIndex },
      region: { ...region(table, span), snippet: { text: text.slice(span.start, span.end) } },
    },
    ...(message === undefined ? {} : { message: { text: message } }),
  });
  return results.map(({ finding, fixes }) => {
    const proved = fixes.filter(({ kind }) => kind === 'proved');
    const ruleId = ruleIdOf(finding, rules);
    return {
      ruleId,
      ...(ruleIndex.has(ruleId) ? { ruleIndex: ruleIndex.get(ruleId) } : {}),
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [location(finding)],
      partialFingerprints: { 'backendTutor/v1': fingerprint(finding, table, seen) },
      ...(finding.trace.length === 0
        ? {}
        : {
            codeFlows: [
              {
                threadFlows: [
                  {
                    locations: finding.trace.map((step) => ({
                      location: step.elsewhere
                        ? elsewhere(step.elsewhere, step.message)
                        : location(step, step.message),
                    })),
                  },
                ],
              },
            ],
          }),
      ...(proved.length === 0
        ? {}
        : { fixes: proved.map((fix) => describeFix(fix, path, fileIndex, table)) }),
      ...(finding.incomplete ? { properties: { incomplete: true } } : {}),
    };
  });
}

/** A place in another file. */
function elsewhere(at: NonNullable<TraceStep['elsewhere']>, message: string): Json {
  return {
    physicalLocation: { artifactLocation: artifact(at.path), region: lines(at.from, at.to) },
    message: { text: message },
  };
}

function describeFix(fix: Fix, path: string, fileIndex: number, table: LineTable): Json {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { ...artifact(path), index: fileIndex },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(table, edit),
          ...(edit.newText === '' ? {} : { insertedContent: { text: edit.newText } }),
        })),
      },
    ],
  };
}

function region(table: LineTable, { start, end }: Span): Json {
  return lines(table.positionAt(start), table.positionAt(end));
}

function lines(from: Position, to: Position): Json {
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

function artifact(path: string): Json {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  // An absolute path lies outside the root: `/home/…`, or `C:/…` on Windows.
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

function notification({ path, message }: Notice): Json {
  return {
    level: 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

/**
 * Stays the same when lines above move: made of the rule, the code on the line without its
 * indentation, and a number for equal ones. The path is not part of it; sites add it themselves.
 */
function fingerprint(finding: Finding, table: LineTable, seen: Map<string, number>): string {
  const line = table.lineText(table.positionAt(finding.start).line);
  const key = `${finding.ruleId}\0${line.replace(/\s+/g, ' ').trim()}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return `${hash(key)}:${count}`;
}

/** FNV-1a, 64 bits, over UTF-16 code units. Not for secrets. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
