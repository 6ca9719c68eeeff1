import { role } from '../../engine/sites';
import type { TextPiece } from '../../engine/values';
import type {
  Arg,
  Call,
  Expr,
  FunctionNode,
  Literal,
  Node,
  Span,
  StringBuild,
} from '../../ir/types';
import { walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { type HoleContext, holeContexts } from '../../sql/holes';
import { enclosingFunction, nodesAt, sortEdits, source } from '../edits';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { toSqlText } from '../sqlText';
import { sqlText } from './rule';

/**
 * Repairs a statement that one expression builds: each value leaves the text, a placeholder of the
 * driver takes its place, and the value goes into the call's parameters. The rest of the text, its
 * quotes and its line breaks stay as they are.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { spec, node: call } = detection.site;
  const driver = spec?.data?.driver;
  const placeholder = spec?.data?.placeholder;
  const params = spec?.data?.params;
  if (
    call.kind !== 'call' ||
    driver === undefined ||
    placeholder === undefined ||
    params === 'none' ||
    spec?.data?.form === 'fragment'
  )
    return [];
  const text = sqlText(detection.site);
  const build = text?.value.text?.node;
  const pieces = text?.value.text?.pieces;
  if (!text || !build || !pieces || text.node.kind === 'map') return [];
  const inPlace = text.node === build;
  if (!inPlace && !isOnlyUse(text.node, build, call, context)) return [];
  const rewrite = rewriteText(build, pieces, placeholder, existingParams(detection), context);
  if (!rewrite) return [];
  const target = params === 'chained' ? chainedCall(call, context) : call;
  if (!target) return [];
  const paramEdits = addParams(target, detection, rewrite.values, params ?? 'array');
  const edits = paramEdits && sortEdits([...rewrite.edits, ...paramEdits]);
  if (!edits) return [];
  const title =
    rewrite.values.length === 1
      ? `Use a query parameter (${driver})`
      : `Use query parameters (${driver})`;
  return [{ title, edits, safe: true }];
}

// ---------------------------------------------------------------------------------------------
// The text

interface ParamValue {
  /** The expression as it is to be written among the parameters. */
  readonly text: string;
  /** Number of the placeholder among all of the statement, from 0. */
  readonly position: number;
}

interface Rewrite {
  readonly edits: readonly TextEdit[];
  readonly values: readonly ParamValue[];
}

function isText(part: Expr): part is Literal & { value: string } {
  return part.kind === 'literal' && typeof part.value === 'string' && !part.regex;
}

function rewriteText(
  build: StringBuild,
  pieces: readonly TextPiece[],
  placeholder: string,
  existing: readonly Arg[],
  context: RuleContext,
): Rewrite | undefined {
  // Every piece must be a part of this node: text that comes from elsewhere is not ours to change.
  if (pieces.length !== build.parts.length) return undefined;
  const holes = holeContexts(toSqlText(pieces, context.text));
  const edits: TextEdit[] = [];
  const values: ParamValue[] = [];
  let before = 0;
  for (let i = 0; i < build.parts.length; i++) {
    const part = build.parts[i]!;
    const piece = pieces[i]!;
    if (isText(part)) {
      before += countPlaceholders(part.value, placeholder);
      continue;
    }
    // A constant is as safe in the text as outside.
    if (piece.text !== undefined) continue;
    const hole = holes[values.length];
    if (!hole) return undefined;
    const isValue =
      hole.kind === 'value' ||
      hole.kind === 'quoted-value' ||
      hole.kind === 'like-value' ||
      hole.kind === 'limit';
    if (!isValue) return undefined;
    const holeEdits = replaceHole(
      build,
      i,
      hole,
      placeholder === '$n' ? `$${existing.length + values.length + 1}` : placeholder,
      context,
    );
    if (!holeEdits) return undefined;
    edits.push(...holeEdits);
    // `$1` names its value by number, so new ones go behind those that are there.
    const position = (placeholder === '$n' ? existing.length : before) + values.length;
    values.push({ text: valueText(part, hole, context), position });
  }
  if (values.length === 0) return undefined;
  const finish = finishText(build, pieces, context);
  return finish && { edits: [...edits, ...finish], values };
}

function countPlaceholders(text: string, placeholder: string): number {
  if (placeholder === '?') return text.replace(/'[^']*'/g, '').split('?').length - 1;
  if (placeholder === '%s') return text.split('%s').length - 1;
  return 0;
}

/** The text in front of a quoted value and behind it, inside the quotes. */
function around(hole: HoleContext): readonly [string, string] {
  const parts = hole.quoted?.parts ?? [];
  const at = parts.findIndex((part) => typeof part === 'number');
  const text = (from: readonly (string | number)[]) => from.join('');
  return at < 0 ? ['', ''] : [text(parts.slice(0, at)), text(parts.slice(at + 1))];
}

/** The value with what surrounded it inside the quotes: `'%' + x + '%'` for LIKE. */
function valueText(part: Expr, hole: HoleContext, context: RuleContext): string {
  const written = source(context, part);
  const [prefix, suffix] = around(hole);
  if (prefix === '' && suffix === '') return written;
  if (context.module.language === 'python') {
    const q = written.includes("'") || prefix.includes("'") ? '"' : "'";
    const plainName = part.kind === 'name' || part.kind === 'member';
    if (plainName) return `f${q}${prefix}{${written}}${suffix}${q}`;
    const head = prefix === '' ? '' : `${q}${prefix}${q} + `;
    const tail = suffix === '' ? '' : ` + ${q}${suffix}${q}`;
    return `${head}str(${written})${tail}`;
  }
  return `\`${prefix}\${${written}}${suffix}\``;
}

/** Edits that put the placeholder where the value was, without the SQL quotes around it. */
function replaceHole(
  build: StringBuild,
  index: number,
  hole: HoleContext,
  placeholder: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  const left = build.parts[index - 1];
  const right = build.parts[index + 1];
  const part = build.parts[index]!;
  if (!left || !isText(left)) return undefined;
  if (right && !isText(right)) return undefined;
  const { quoted } = hole;
  if (quoted && quoted.parts.filter((inner) => typeof inner === 'number').length !== 1)
    return undefined;
  const from = quoted ? backslash(text, quoted.open.start) : left.end;
  const to = quoted ? quoted.close.end : (right?.start ?? build.end);
  if (from < left.start || from > left.end) return undefined;
  if (quoted && (!right || to < right.start || to > right.end)) return undefined;
  const rightTrim = right ? to - right.start : 0;

  if (build.holes) {
    // `%` and `.format`: the placeholder of the format stands in the text.
    const at = build.holes[holeNumber(build, index)];
    if (!at) return undefined;
    const end = right ? right.start + rightTrim : at.end;
    return [{ start: from, end, newText: placeholder }];
  }
  const between = text.slice(left.end, part.start);
  if (/^(?:\$\{|\{)[\s(]*$/.test(between)) {
    // A hole of a template ends where its closing brace is; a format specification would be lost.
    const close = /^[\s)]*\}/.exec(text.slice(part.end))?.[0];
    if (close === undefined) return undefined;
    const end = right ? right.start + rightTrim : part.end + close.length;
    if (right && right.start !== part.end + close.length) return undefined;
    return [{ start: from, end, newText: placeholder }];
  }
  const open = /^(['"]|`)\s*\+[\s(]*$/.exec(between)?.[1];
  if (open === undefined) return undefined;
  if (!right) {
    const tail = /^[\s)]*/.exec(text.slice(part.end, build.end))?.[0].length ?? 0;
    return [
      {
        start: from,
        end: Math.min(part.end + closing(between, text, part.end, tail), build.end),
        newText: placeholder + open,
      },
    ];
  }
  const after = text.slice(part.end, right.start);
  const match = /^[)\s]*\+\s*(['"`])$/.exec(after);
  if (!match) return undefined;
  const restIsEmpty = rightTrim === right.end - right.start;
  const rightIsLast = index + 1 === build.parts.length - 1;
  if (restIsEmpty && rightIsLast) {
    // Nothing is left of the literal behind the value: it goes with it.
    return [{ start: from, end: right.end + 1, newText: placeholder + open }];
  }
  if (after.includes('\n') || match[1] !== open) {
    const parenthesis = /^\)*/.exec(after)?.[0].length ?? 0;
    return [
      { start: from, end: part.end + parenthesis, newText: placeholder + open },
      ...(rightTrim > 0 ? [{ start: right.start, end: right.start + rightTrim, newText: '' }] : []),
    ];
  }
  return [{ start: from, end: right.start + rightTrim, newText: placeholder }];
}

/** Parentheses that were opened in front of the last value close behind it. */
function closing(between: string, text: string, at: number, most: number): number {
  const opened = between.split('(').length - 1;
  let length = 0;
  let closed = 0;
  while (closed < opened && length < most) {
    if (text[at + length] === ')') closed++;
    length++;
  }
  return length;
}

function holeNumber(build: StringBuild, index: number): number {
  return build.parts.slice(0, index).filter((part) => !isText(part)).length;
}

/** Where a quote begins in the source when it may be escaped there. */
function backslash(text: string, quoteAt: number): number {
  return text[quoteAt - 1] === '\\' && text[quoteAt - 2] !== '\\' ? quoteAt - 1 : quoteAt;
}

/** Takes away what made the literal a format: the `f` prefix, the `%` operand, the `.format(…)` call. */
function finishText(
  build: StringBuild,
  pieces: readonly TextPiece[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  const constantsLeft = build.parts.some(
    (part, i) => !isText(part) && pieces[i]?.text !== undefined,
  );
  if (build.holes) {
    if (constantsLeft) return undefined;
    const written = build.parts
      .filter(isText)
      .map((part) => source(context, part))
      .join('');
    if (/%%|\{\{|\}\}/.test(written)) return undefined;
    const lastPart = Math.max(
      ...build.parts.filter(isText).map((part) => part.end),
      ...build.holes.map((hole) => hole.end),
    );
    const close = /^(?:'''|"""|['"])/.exec(text.slice(lastPart))?.[0];
    if (close === undefined) return undefined;
    return [{ start: lastPart + close.length, end: build.end, newText: '' }];
  }
  if (context.module.language !== 'python' || constantsLeft) return [];
  const edits: TextEdit[] = [];
  for (const part of build.parts) {
    if (!isText(part)) continue;
    const head = text.slice(Math.max(build.start, part.start - 6), part.start);
    const prefix = /([a-zA-Z]+)('''|"""|['"])$/.exec(head);
    if (!prefix || !/f/i.test(prefix[1] ?? '')) continue;
    if (/\{\{|\}\}/.test(source(context, part))) return undefined;
    const at = part.start - prefix[0].length + (prefix[1] ?? '').toLowerCase().indexOf('f');
    edits.push({ start: at, end: at + 1, newText: '' });
  }
  // An f-string may begin with a value, which `replaceHole` has refused; its prefix is found above.
  return edits;
}

// ---------------------------------------------------------------------------------------------
// The parameters

function existingParams(detection: Detection): readonly Arg[] {
  const params = role(detection.site, 'params')?.node;
  return params?.kind === 'list' ? params.elements : [];
}

function addParams(
  call: Call,
  detection: Detection,
  values: readonly ParamValue[],
  style: string,
): readonly TextEdit[] | undefined {
  if (style === 'chained') {
    if (call.args.some((arg) => arg.value.kind === 'map' || arg.spread)) return undefined;
    return insertAll(call.args, values, { open: call.argsSpan.start + 1 });
  }
  const text = role(detection.site, 'text');
  const textArg = call.args.find((arg) => arg.value === text?.node);
  if (!textArg) return undefined;
  const present = role(detection.site, 'params');
  if (present && present.node.kind !== 'function') {
    if (present.node.kind !== 'list' || present.spread || present.node.of === 'set')
      return undefined;
    const { elements } = present.node;
    if (elements.some((element) => element.spread)) return undefined;
    if (elements.length === 0) {
      return [{ start: present.node.start, end: present.node.end, newText: listOf(values, style) }];
    }
    return insertAll(elements, values, { open: present.node.start + 1 });
  }
  return [{ start: textArg.end, end: textArg.end, newText: `, ${listOf(values, style)}` }];
}

function listOf(values: readonly ParamValue[], style: string): string {
  const inner = values.map((value) => value.text).join(', ');
  if (style === 'tuple') return values.length === 1 ? `(${inner},)` : `(${inner})`;
  return `[${inner}]`;
}

/** Puts each value at its position among those that are there. */
function insertAll(
  present: readonly Span[],
  values: readonly ParamValue[],
  list: { open: number },
): readonly TextEdit[] | undefined {
  const groups = new Map<number, string[]>();
  values.forEach((value, added) => {
    const at = Math.min(value.position - added, present.length);
    groups.set(at, [...(groups.get(at) ?? []), value.text]);
  });
  const edits: TextEdit[] = [];
  for (const [at, texts] of groups) {
    const inner = texts.join(', ');
    const before = present[at - 1];
    const after = present[at];
    if (before) edits.push({ start: before.end, end: before.end, newText: `, ${inner}` });
    else if (after) edits.push({ start: after.start, end: after.start, newText: `${inner}, ` });
    else edits.push({ start: list.open, end: list.open, newText: inner });
  }
  return edits;
}

/** better-sqlite3: the call of `get`, `all`, `run` or `iterate` that runs the prepared statement. */
function chainedCall(prepare: Call, context: RuleContext): Call | undefined {
  const runs = (node: Node, of: (object: Expr) => boolean): node is Call =>
    node.kind === 'call' &&
    node.callee.kind === 'member' &&
    /^(?:get|all|run|iterate)$/.test(node.callee.property) &&
    of(node.callee.object);
  const path = nodesAt(context.module, prepare);
  const chained = path.find((node) => runs(node, (object) => object === prepare));
  if (chained?.kind === 'call') return chained;
  const assign = path.find((node) => node.kind === 'assign' && node.value === prepare);
  if (assign?.kind !== 'assign' || assign.target.kind !== 'name') return undefined;
  const { name } = assign.target;
  const calls = uses(scopeOf(prepare, context), context).filter((node): node is Call =>
    runs(node, (object) => object.kind === 'name' && object.name === name),
  );
  return calls.length === 1 ? calls[0] : undefined;
}

/**
 * A statement kept in a variable: it is built once, in the same function, and only this call uses it
 * as SQL, so text and call may change together.
 */
function isOnlyUse(text: Expr, build: StringBuild, call: Call, context: RuleContext): boolean {
  if (text.kind !== 'name') return false;
  const fn = scopeOf(call, context);
  if (fn !== scopeOf(build, context)) return false;
  let assigned = 0;
  let passed = 0;
  for (const node of uses(fn, context)) {
    if (node.kind === 'assign' && node.target.kind === 'name' && node.target.name === text.name) {
      if (node.value !== build) return false;
      assigned++;
    }
    if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      !/^(?:log|info|debug|print)$/.test(node.callee.property)
    ) {
      if (node.args.some((arg) => arg.value.kind === 'name' && arg.value.name === text.name))
        passed++;
    }
  }
  return assigned === 1 && passed === 1;
}

function scopeOf(span: Span, context: RuleContext): FunctionNode | undefined {
  return enclosingFunction(context.module, span);
}

function uses(fn: FunctionNode | undefined, context: RuleContext): Node[] {
  const found: Node[] = [];
  for (const root of fn ? [fn.body] : context.module.body)
    walk(root, (node) => {
      if (node.kind !== 'module') found.push(node);
    });
  return found;
}
