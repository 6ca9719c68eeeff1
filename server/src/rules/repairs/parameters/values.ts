import type { Call, Expr } from '../../../ir/types';
import type { HoleContext } from '../../../sql/holes';
import { isPrimary, source } from '../../edits';
import type { RuleContext } from '../../rule';
import { type HolePiece, joinedList } from './text';

/** Writes values as they stand among the parameters of a statement. */

/** An expression as it is written; what stands in a PHP string gets the form that it has outside. */
function writtenValue(node: Expr, context: RuleContext): string {
  const written = source(context, node);
  if (context.module.language !== 'php') return written;
  const bare = /^[A-Za-z_]\w*$/.test(written) && node.kind === 'name' ? `$${written}` : written;
  // https://www.php.net/types.string#language.types.string.parsing
  return bare.replace(/^(\$\w+)\[([A-Za-z_]\w*)\]$/, "$1['$2']");
}

/**
 * The value of a hole, with what surrounded it inside the quotes: `'%' + x + '%'` for LIKE.
 *
 * @param numbers the driver sends texts in quotes, which the number of rows must not have
 */
export function parameterValue(
  holes: readonly HolePiece[],
  of: HoleContext,
  numbers: boolean,
  context: RuleContext,
): string | undefined {
  const [first] = holes;
  if (!first) return undefined;
  if (holes.some(({ node, build }) => isFormatted(node, build?.style, context))) return undefined;
  const isQuoted = of.quoted !== undefined;
  const values = new Map(holes.map(({ node }) => [node, unescapedValue(node, isQuoted)]));
  const plain = values.get(first.node)!;
  if (numbers && (of.kind === 'limit' || of.kind === 'value')) return asNumber(plain, context);
  const parts = partsOf(holes, of);
  if (parts.length === 1 || !isQuoted) return argument(plain, context);
  const pieces = parts.map((part) => (typeof part === 'string' ? part : values.get(part.node)!));
  return joined(pieces, context);
}

/** A format or a conversion behind the value would be lost: `{price:.2f}`, `{name!r}`. */
function isFormatted(
  node: Expr,
  style: string | undefined,
  { text, module }: RuleContext,
): boolean {
  return (
    module.language === 'python' &&
    style === 'template' &&
    /^[\s)]*(?:![ra]|:)/.test(text.slice(node.end, node.end + 20))
  );
}

/** Text and holes between the quotes, in order. */
function partsOf(holes: readonly HolePiece[], of: HoleContext): readonly (string | HolePiece)[] {
  const parts: (string | HolePiece)[] = [];
  let next = 0;
  for (const part of of.quoted?.parts ?? [0]) {
    if (typeof part === 'string') parts.push(part);
    else parts.push(holes[next++]!);
  }
  return parts;
}

/** What an expression needs around it as an argument. */
function argument(node: Expr, context: RuleContext): string {
  return writtenValue(node, context);
}

function joined(parts: readonly (string | Expr)[], context: RuleContext): string | undefined {
  const { language } = context.module;
  if (parts.some((part) => typeof part === 'string' && /[\\`\n\r"$#{}]/.test(part)))
    return undefined;
  switch (language) {
    case 'javascript':
    case 'typescript':
      return `\`${parts.map((part) => (typeof part === 'string' ? part : `\${${source(context, part)}}`)).join('')}\``;
    case 'ruby':
      return `"${parts.map((part) => (typeof part === 'string' ? part : `#{${source(context, part)}}`)).join('')}"`;
    case 'python':
      return joinedPython(parts, context);
    case 'php':
      return parts
        .map((part) => (typeof part === 'string' ? quotedBy("'", part) : operand(part, context)))
        .join(' . ');
    case 'java': {
      const [a, b] = parts;
      const opens = typeof a === 'string' || typeof b === 'string' ? '' : '"" + ';
      return (
        opens +
        parts
          .map((part) => (typeof part === 'string' ? `"${part}"` : operand(part, context)))
          .join(' + ')
      );
    }
  }
}

function joinedPython(parts: readonly (string | Expr)[], context: RuleContext): string {
  const q = parts.some((part) =>
    (typeof part === 'string' ? part : source(context, part)).includes("'"),
  )
    ? '"'
    : "'";
  const isPlain = parts.every(
    (part) => typeof part === 'string' || part.kind === 'name' || part.kind === 'member',
  );
  if (isPlain) {
    return `f${q}${parts.map((part) => (typeof part === 'string' ? part : `{${source(context, part)}}`)).join('')}${q}`;
  }
  return parts
    .map((part) => (typeof part === 'string' ? q + part + q : `str(${source(context, part)})`))
    .join(' + ');
}

function quotedBy(q: string, text: string): string {
  return q + text.replaceAll(q, `\\${q}`) + q;
}

function operand(node: Expr, context: RuleContext): string {
  const written = writtenValue(node, context);
  return isPrimary(node) || /^\$?[\w.]+$/.test(written) ? written : `(${written})`;
}

/** The number that a text is, as the language reads it. */
function asNumber(node: Expr, context: RuleContext): string {
  const written = writtenValue(node, context);
  switch (context.module.language) {
    case 'javascript':
    case 'typescript':
      return /^(?:Number|parseInt|parseFloat)\(/.test(written) ? written : `Number(${written})`;
    case 'python':
      return /^int\(/.test(written) ? written : `int(${written})`;
    case 'php':
      return /^(?:\(int\)|intval\()/.test(written) ? written : `(int) ${operand(node, context)}`;
    case 'ruby':
      return /\.to_i$/.test(written) ? written : `${operand(node, context)}.to_i`;
    case 'java':
      return written;
  }
}

// ---------------------------------------------------------------------------------------------
// What was done by hand against injection

/** Functions that escape what is then put between quotes. */
const escapers =
  /^(?:mysql_(?:real_)?escape_string|mysqli_(?:real_)?escape_string|mysqli_escape_string|addslashes|esc_sql|pg_escape_string|sqlite_escape_string|real_escape_string|escape_string|escapeString|escape|encodeForSQL|escapeSql)$/;
/** Those that write the quotes too. */
const quoters = /^(?:quote|escape|escapeLiteral|pg_escape_literal|escape_literal|literal)$/;

/** The value without escaping: a parameter must not be escaped, or the backslashes are stored. */
function unescapedValue(node: Expr, isQuoted: boolean): Expr {
  if (node.kind !== 'call') return node;
  const name = calledName(node);
  const given = node.args.map(({ value }) => value);
  const last = given.at(-1);
  if (last && given.length <= 2 && (isQuoted ? escapers : quoters).test(name)) {
    // `mysql_real_escape_string($x, $link)` alone has the connection behind.
    return unescapedValue(/^mysql_/.test(name) ? given[0]! : last, isQuoted);
  }
  if (isQuoted && node.callee.kind === 'member' && doublesQuotes(node)) {
    return unescapedValue(node.callee.object, isQuoted);
  }
  return node;
}

function calledName({ callee }: Call): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

/** `x.replace("'", "''")`. */
function doublesQuotes({ callee, args }: Call): boolean {
  if (callee.kind !== 'member' || !/^(?:replace|replaceAll|gsub)$/.test(callee.property))
    return false;
  const [from, to] = args.map(({ value }) => (value.kind === 'literal' ? String(value.value) : ''));
  return /^\/?'\/?g?$/.test(from ?? '') && /^(?:''|\\+')$/.test(to ?? '');
}

// ---------------------------------------------------------------------------------------------
// Lists

/**
 * The list whose elements a text is, with commas between; undefined for a single value. What is no
 * list yet counts as one if its name is a plural.
 */
export function listElements(
  node: Expr,
  of: HoleContext,
  context: RuleContext,
): string | undefined {
  const joined = joinedList(node);
  if (of.kind === 'quoted-value') {
    const isQuoted = joined && /^'\s*,\s*'$/.test(joined.separator);
    return isQuoted ? writtenValue(joined.list, context) : undefined;
  }
  if (of.kind !== 'in-list') return undefined;
  if (joined) {
    return joined.separator.trim() === ',' ? writtenValue(joined.list, context) : undefined;
  }
  const written = writtenValue(node, context);
  if (!/(?:[a-z]s|list|in)\b\W*$/i.test(written)) return undefined;
  switch (context.module.language) {
    case 'javascript':
    case 'typescript':
      return `String(${written}).split(',')`;
    case 'python':
      return `${operand(node, context)}.split(',')`;
    case 'ruby':
      return `${operand(node, context)}.to_s.split(',')`;
    case 'php':
      return `explode(',', ${written})`;
    case 'java':
      return `java.util.Arrays.asList(${operand(node, context)}.split(","))`;
  }
}

// ---------------------------------------------------------------------------------------------
// Names

/** A name for a placeholder, by what the value is called; adds it to those that are taken. */
export function parameterName(node: Expr, taken: Set<string>, context: RuleContext): string {
  const words = source(context, unescapedValue(node, true)).match(/[A-Za-z_]\w*/g) ?? [];
  const stem =
    words.findLast(
      (word) =>
        !/^(?:toString|to_s|to_i|get|strip|trim|str|int|args|form|query|params|body|GET|POST|REQUEST|_GET|_POST)$/.test(
          word,
        ),
    ) ?? 'value';
  const base = stem.replace(/^_+/, '') || 'value';
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
  taken.add(name);
  return name;
}
