import type { RuleInfo, Severity, TraceStep } from './finding';
import { rulesToJson } from './json';
import { LineTable } from './positions';
import {
  type FileReport,
  incompleteNote,
  type ReportedFinding,
  type ScanReport,
} from './scanReport';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Leaves out the summary. */
  readonly quiet: boolean;
}

type Style = 'red' | 'yellow' | 'blue' | 'cyan' | 'dim' | 'bold';
type Paint = (style: Style, text: string) => string;

const codes: Record<Style, number> = { red: 31, yellow: 33, blue: 34, cyan: 36, dim: 2, bold: 1 };
const severityStyles: Record<Severity, Style> = { error: 'red', warning: 'yellow', hint: 'blue' };

/** Lines around the finding that a frame shows. */
const CONTEXT = 2;
/** A finding over more lines than this shows its first ones. */
const MAX_MARKED = 4;
const TAB = '  ';

/** A scan as text for a person: for each finding a code frame, the way of the data and the fixes. */
export function toTerminal(report: ScanReport, options: TerminalOptions): string {
  const paint: Paint = options.colour
    ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`
    : (_, text) => text;
  const width = Math.max(40, Math.min(options.width, 110));
  const blocks = report.files.flatMap((file) => {
    const table = new LineTable(file.text);
    return file.results.map((result) => describe(file, result, table, width, paint));
  });
  const summary = options.quiet ? [] : [summarise(report, paint)];
  return [...blocks, ...summary].map((block) => `${block}\n`).join('\n');
}

/** The rules as a table. */
export function rulesToTerminal(rules: readonly RuleInfo[]): string {
  const rows = rulesToJson(rules).map((rule) => [
    rule.id,
    rule.severity,
    rule.cwe.join(', '),
    rule.languages.join(', '),
    rule.title,
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]!.length)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function describe(
  file: FileReport,
  { finding, fixes }: ReportedFinding,
  table: LineTable,
  width: number,
  paint: Paint,
): string {
  const { line, character } = table.positionAt(finding.start);
  const severity = paint(severityStyles[finding.severity], finding.severity);
  const path = printable(file.path);
  const place = (offset: number) => {
    const at = table.positionAt(offset);
    return `${path}:${at.line + 1}:${at.character + 1}`;
  };
  const lines = [
    `${paint('bold', `${path}:${line + 1}:${character + 1}`)}  ${severity}  ${finding.ruleId}`,
    ...wrap(finding.message, width - 2).map((text) => `  ${text}`),
    '',
    ...frame(finding, table, width, paint),
  ];
  if (finding.trace.length > 0) {
    lines.push('', '  The way of the data:');
    const digits = String(finding.trace.length).length;
    finding.trace.forEach((step, index) => {
      const head = `  ${String(index + 1).padStart(digits)}. `;
      const [first = '', ...rest] = wrap(step.message, width - head.length);
      lines.push(
        `${head}${first}`,
        ...rest.map((text) => ' '.repeat(head.length) + text),
        ' '.repeat(head.length) +
          paint('dim', step.elsewhere ? placeElsewhere(step.elsewhere) : place(step.start)),
      );
    });
  }
  if (fixes.length > 0) {
    lines.push('');
    for (const fix of fixes) {
      const note = fix.kind === 'preview' ? ' (look at the result before you keep it)' : '';
      const [first = '', ...rest] = wrap(`${fix.title}${note}`, width - 7);
      lines.push(`  ${paint('cyan', 'Fix:')} ${first}`, ...rest.map((text) => `       ${text}`));
    }
  }
  if (finding.incomplete) {
    lines.push('', `  ${incompleteNote}`);
  }
  return lines.join('\n');
}

function placeElsewhere({ path, from }: NonNullable<TraceStep['elsewhere']>): string {
  return `${printable(path)}:${from.line + 1}:${from.character + 1}`;
}

/** The code around a finding, with line numbers and carets. */
function frame(
  { start, end }: { readonly start: number; readonly end: number },
  table: LineTable,
  width: number,
  paint: Paint,
): string[] {
  const from = table.positionAt(start);
  const to = table.positionAt(Math.max(start, end));
  const lastMarked = Math.min(to.line, from.line + MAX_MARKED - 1);
  const first = Math.max(0, from.line - CONTEXT);
  const bottom = Math.min(table.lineCount - 1, lastMarked + CONTEXT);
  // After its last line end a file has one more line, which nobody sees.
  const last = bottom > lastMarked && isEmptyEnd(table, bottom) ? bottom - 1 : bottom;
  const digits = String(last + 1).length;
  const room = Math.max(20, width - digits - 5);
  const lines: string[] = [];
  for (let line = first; line <= last; line++) {
    const text = table.lineText(line);
    const marked = line >= from.line && line <= lastMarked;
    const markStart = line === from.line ? from.character : text.length - text.trimStart().length;
    const markEnd = line === to.line ? to.character : text.length;
    // Where a line is longer than the terminal, the marked part must stay in sight.
    const skip = marked ? hiddenStart(text, markStart, markEnd, room) : 0;
    const shown = clip(text, skip, room);
    const gutter = `${marked ? '>' : ' '} ${String(line + 1).padStart(digits)}`;
    lines.push(
      `${marked ? paint('bold', gutter) : paint('dim', gutter)} ${paint('dim', '|')} ${shown}`.trimEnd(),
    );
    if (!marked) continue;
    const before = displayWidth((skip > 0 ? '…' : '') + printable(text.slice(skip, markStart)));
    const carets = Math.max(
      1,
      Math.min(
        displayWidth(printable(text.slice(Math.max(skip, markStart), markEnd))),
        room - before,
      ),
    );
    lines.push(
      `${' '.repeat(digits + 2)} ${paint('dim', '|')} ${' '.repeat(before)}${paint('red', '^'.repeat(carets))}`,
    );
  }
  if (lastMarked < to.line) {
    lines.push(`  ${paint('dim', `… to line ${to.line + 1}`)}`);
  }
  return lines;
}

function isEmptyEnd(table: LineTable, line: number): boolean {
  return line === table.lineCount - 1 && table.lineText(line) === '';
}

/** How many code units to leave out at the start of a line so that the marked part is in sight. */
function hiddenStart(text: string, markStart: number, markEnd: number, room: number): number {
  if (markEnd <= room && displayWidth(printable(text.slice(0, markEnd))) <= room) return 0;
  // The sign for what is left out takes a column at each end.
  const skip = Math.max(0, Math.min(markStart, markEnd - room + 2));
  // Not into the middle of a character.
  return /^[\udc00-\udfff]/.test(text.slice(skip, skip + 1)) ? skip - 1 : skip;
}

/** At most `room` columns of a line, with a sign where something is left out. */
function clip(text: string, skip: number, room: number): string {
  const head = skip > 0 ? '…' : '';
  // A line of a minified file can have a million characters.
  const rest = printable(text.slice(skip, skip + 4 * room));
  if (text.length <= skip + 4 * room && displayWidth(head + rest) <= room) return head + rest;
  let shown = head;
  let used = head.length;
  for (const { segment } of graphemes.segment(rest)) {
    used += displayWidth(segment);
    if (used > room - 1) break;
    shown += segment;
  }
  return `${shown}…`;
}

/** Tabs become spaces. A file must not be able to send commands to the terminal. */
function printable(text: string): string {
  return text.replaceAll('\t', TAB).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns that a text takes in a terminal: two for an emoji or a wide East Asian letter. */
function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (/^[\p{Mark}\u200b-\u200f\ufeff]/u.test(segment)) continue;
    width +=
      /\p{Emoji_Presentation}|\ufe0f|^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^[\u{20000}-\u{3fffd}]/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Breaks a text between words. A word longer than a line stays whole: it may be an address. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text.replace(/\s+/g, ' ').trim()).split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function summarise(report: ScanReport, paint: Paint): string {
  const findings = report.files.flatMap(({ results }) => results.map(({ finding }) => finding));
  const files = count(report.scanned, 'file');
  const notRead = report.notices.length;
  const skipped = notRead === 0 ? '' : ` ${count(notRead, 'file')} could not be analysed.`;
  if (findings.length === 0) return `No findings in ${files}.${skipped}`;
  const parts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [paint(severityStyles[severity], count(number, severity))];
  });
  return `${count(findings.length, 'finding')} (${parts.join(', ')}) in ${report.files.length} of ${files}.${skipped}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
