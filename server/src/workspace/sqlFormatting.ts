import type { AnalysisOptions, SqlFormatting } from '../analysis';
import { role } from '../engine/sites';
import type { Literal, Node, Span, StringBuild } from '../ir/types';
import type { Fix, TextEdit } from '../report/finding';
import { nodesAt } from '../rules/edits';
import type { RuleContext } from '../rules/rule';
import { looksLikeSql } from '../sql/detect';
import { formatSql } from '../sql/format';
import type { SqlPiece } from '../sql/holes';
import { formatSqlString, type HostString } from '../sql/stringEdits';
import { dialectOf } from './sqlStrings';

/** Edits that format a `.sql` file; none for statements that cannot be formatted safely. */
export function formatSqlFile(
  text: string,
  options: AnalysisOptions & SqlFormatting,
): readonly TextEdit[] {
  const { dialect } = dialectOf(options.sqlDialect, undefined, text);
  return formatSql(text, dialect, options).edits;
}

/** A refactoring that formats the SQL in the string at an offset; undefined when there is nothing to do. */
export function formatSqlStringAt(
  context: RuleContext,
  offset: number,
  options: AnalysisOptions & SqlFormatting,
): Fix | undefined {
  const node = nodesAt(context.module, { start: offset, end: offset }).findLast(isString);
  const host = node && hostString(node, context);
  if (!host) return undefined;
  const text = host.pieces.map((piece) => ('text' in piece ? piece.text : 'x')).join('');
  if (!looksLikeSql(text)) return undefined;
  const driver = context.flow.sites.find(
    (site) => site.kind === 'sql' && role(site, 'text')?.node === node,
  )?.spec?.data?.driver;
  const { dialect } = dialectOf(options.sqlDialect, driver, text);
  const result = formatSqlString(host, context.text, dialect, options);
  if (!result.ok || result.edits.length === 0) return undefined;
  return { title: 'Format the SQL in this string', kind: 'proved', edits: result.edits };
}

/** A literal of its own; a concatenation is several. */
function isString(node: Node): node is Literal | StringBuild {
  return (
    (node.kind === 'literal' && typeof node.value === 'string' && !node.regex) ||
    (node.kind === 'string' && node.style === 'template')
  );
}

function hostString(node: Literal | StringBuild, context: RuleContext): HostString | undefined {
  const { text, module } = context;
  const inner: Span = node.kind === 'literal' ? node : { start: node.start, end: node.end };
  const before = text.slice(Math.max(0, inner.start - 8), inner.start);
  // A literal's span leaves its quotes out; a template's has them in.
  const opening =
    node.kind === 'literal'
      ? /([a-zA-Z]{0,2})('''|"""|['"`])$/.exec(before)
      : /^([a-zA-Z]{0,2})('''|"""|['"`])/.exec(text.slice(inner.start, inner.start + 8));
  const quote = opening?.[2] as HostString['quote'] | undefined;
  if (!opening || quote === undefined) return undefined;
  const start = node.kind === 'literal' ? inner.start - opening[0].length : inner.start;
  const end = node.kind === 'literal' ? inner.end + quote.length : inner.end;
  if (!text.slice(0, end).endsWith(quote)) return undefined;
  const parts = node.kind === 'literal' ? [node] : node.parts;
  const pieces: SqlPiece[] = [];
  let at = start + opening[0].length;
  for (const part of parts) {
    // A string in a hole (`${'x'}`) does not begin where the text before it ended.
    const isText = part.kind === 'literal' && typeof part.value === 'string' && part.start === at;
    if (isText) {
      pieces.push({ text: String(part.value), span: part, raw: text.slice(part.start, part.end) });
      at = part.end;
    } else {
      // The hole with its marks, up to the next text or the end of the literal.
      const next = parts[parts.indexOf(part) + 1];
      const close = next && next.kind === 'literal' ? next.start : end - quote.length;
      pieces.push({ hole: { start: at, end: close }, kind: 'value' });
      at = close;
    }
  }
  const language = module.language === 'python' ? 'python' : 'javascript';
  return { language, quote, prefix: opening[1] ?? '', span: { start, end }, pieces };
}
