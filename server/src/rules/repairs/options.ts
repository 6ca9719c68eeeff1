import type { Arg, Call, Expr, MapEntry, MapExpr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { indentationAt, lineBreak, quote, writtenSpan } from '../edits';
import type { RuleContext } from '../rule';

/**
 * Sets, replaces or takes away an option: a key of an object, a dictionary, a hash or an array, a
 * keyword argument, or what a setter of a builder is given. Values are code, as it is to be written.
 */

/** Edits that give a key of a written collection this value; undefined where that cannot be written. */
export function setEntry(
  map: MapExpr,
  key: string,
  value: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const present = entryNamed(map, key);
  if (present) return [replaceEntry(present, key, value, map, context)];
  return addEntries(map, [[key, value]], context);
}

/** The same for a key of a collection in this one: `['session', 'cookie', 'secure']`. */
export function setEntryAt(
  map: MapExpr,
  path: readonly [string, ...string[]],
  value: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const [key, next, ...rest] = path;
  if (next === undefined) return setEntry(map, key, value, context);
  const inner = entryNamed(map, key)?.value;
  if (inner?.kind === 'map') return setEntryAt(inner, [next, ...rest], value, context);
  const written = [next, ...rest].reduceRight((text, one) => newMap([[one, text]], context), value);
  return setEntry(map, key, written, context);
}

/** Several keys at once; undefined when one of them cannot be written. */
export function setEntries(
  map: MapExpr,
  entries: readonly (readonly [string, string])[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const present = entries.filter(([key]) => entryNamed(map, key));
  const missing = entries.filter(([key]) => !entryNamed(map, key));
  const replaced = present.map(([key, value]) =>
    replaceEntry(entryNamed(map, key)!, key, value, map, context),
  );
  if (missing.length === 0) return replaced;
  const added = addEntries(map, missing, context);
  return added && [...replaced, ...added];
}

/** A collection of its own, in the way of the language. */
export function newMap(
  entries: readonly (readonly [string, string])[],
  context: RuleContext,
): string {
  const inside = entries.map(([key, value]) => entryText(key, value, undefined, context));
  const { language } = context.module;
  if (language === 'php') return `[${inside.join(', ')}]`;
  return language === 'python' ? `{${inside.join(', ')}}` : `{ ${inside.join(', ')} }`;
}

/** The entry of a written collection under this key. */
export function entryNamed(map: MapExpr, key: string): MapEntry | undefined {
  return map.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === key);
}

function replaceEntry(
  entry: MapEntry,
  key: string,
  value: string,
  map: MapExpr,
  context: RuleContext,
): TextEdit {
  const from = writtenSpan(context, entry.value);
  const between = entry.key && context.text.slice(entry.key.end, from.start);
  // A shorthand or a method has no value of its own.
  if (between === undefined || !/[:=]/.test(between)) {
    return { ...spanOf(entry), newText: entryText(key, value, map, context) };
  }
  return { start: from.start, end: Math.max(from.end, entry.end), newText: value };
}

function addEntries(
  map: MapExpr,
  entries: readonly (readonly [string, string])[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const last = map.entries.at(-1);
  const texts = entries.map(([key, value]) => entryText(key, value, map, context));
  if (last) return behind(last, texts, context);
  const open = /^(?:\{|\[|array\s*\()/i.exec(context.text.slice(map.start, map.end))?.[0];
  const inside = open && context.text.slice(map.start + open.length, map.end - 1);
  // A comment in it may be meant for what stands there.
  if (open === undefined || inside?.trim() !== '') return undefined;
  const space = open === '{' && context.module.language !== 'python' ? ' ' : '';
  const newText =
    open + space + texts.join(', ') + space + context.text.slice(map.end - 1, map.end);
  return [{ start: map.start, end: map.end, newText }];
}

/** More items of a list behind its last one, each on a line of its own where that is. */
function behind(last: Span, texts: readonly string[], context: RuleContext): readonly TextEdit[] {
  const { text } = context;
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const isOwnLine = text.slice(lineStart, last.start).trim() === '';
  if (!isOwnLine) return [insert(last.end, texts.map((one) => `, ${one}`).join(''))];
  const space = lineBreak(text) + indentationAt(text, last.start);
  const [, comma, comment] = /^(,?)([ \t]*(?:\/\/|#)[^\r\n]*)/.exec(text.slice(last.end)) ?? [];
  if (comma === undefined || comment === undefined) {
    return [insert(last.end, texts.map((one) => `,${space}${one}`).join(''))];
  }
  // The comment stays with what it stands beside.
  const lines = texts.join(`,${space}`) + comma;
  const end = last.end + comma.length + comment.length;
  return [...(comma === '' ? [insert(last.end, ',')] : []), insert(end, space + lines)];
}

function insert(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

function entryText(
  key: string,
  value: string,
  map: MapExpr | undefined,
  context: RuleContext,
): string {
  const q = quoteOfKeys(map, context) ?? quote(context.text);
  const quoted = `${q}${key}${q}`;
  switch (context.module.language) {
    case 'python':
      return `${quoted}: ${value}`;
    case 'php':
      return `${quoted} => ${value}`;
    case 'ruby': {
      const beside = map?.entries.find((entry) => entry.key);
      const written = beside ? context.text.slice(beside.start, beside.end) : '';
      if (/^['"][^'"]*['"]\s*=>/.test(written)) return `${quoted} => ${value}`;
      if (/^:\w+\s*=>/.test(written)) return `:${key} => ${value}`;
      return `${key}: ${value}`;
    }
    default: {
      const isName = /^[A-Za-z_$][\w$]*$/.test(key) && !allQuoted(map, context);
      return `${isName ? key : quoted}: ${value}`;
    }
  }
}

/** JavaScript: `{ 'secure': true }`. */
function allQuoted(map: MapExpr | undefined, context: RuleContext): boolean {
  const keys = map?.entries.flatMap(({ key }) => key ?? []) ?? [];
  return keys.length > 0 && keys.every((key) => /['"]/.test(context.text[key.start - 1] ?? ''));
}

function quoteOfKeys(map: MapExpr | undefined, { text }: RuleContext): string | undefined {
  const key = map?.entries.find((entry) => entry.key?.kind === 'literal')?.key;
  const mark = key && text[key.start - 1];
  return mark === "'" || mark === '"' ? mark : undefined;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/**
 * Gives a keyword argument (Python, Ruby, PHP 8) this value: in place of the one that is there, else
 * behind the last argument that is no block or spread map.
 */
export function setKeyword(
  call: Call,
  name: string,
  value: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  return setKeywords(call, [[name, value]], context);
}

/** Several keyword arguments at once. */
export function setKeywords(
  call: Call,
  values: readonly (readonly [string, string])[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const [name, value] of values) {
    const present = call.args.find((arg) => arg.name === name);
    if (present) edits.push({ ...writtenSpan(context, present.value), newText: value });
    else added.push(keyword(call, name, value, context));
  }
  if (added.length > 0) {
    const more = addArguments(call, added, context);
    if (!more) return undefined;
    edits.push(...more);
  }
  return edits;
}

function keyword({ args }: Call, name: string, value: string, context: RuleContext): string {
  if (context.module.language === 'python') return `${name}=${value}`;
  const beside = args.find((arg) => arg.name !== undefined);
  const isRocket = beside && /^:\w+\s*=>/.test(context.text.slice(beside.start, beside.end));
  return isRocket ? `:${name} => ${value}` : `${name}: ${value}`;
}

/** Adds arguments behind those that are there; undefined where a call has no parentheses. */
export function addArguments(
  call: Call,
  texts: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  // Ruby's block stands behind the parentheses.
  const last = call.args.filter(({ value }) => !isBlock(value, call)).at(-1);
  if (last) return behind(last, texts, context);
  if (text[call.argsSpan.start] !== '(' || text[call.argsSpan.end - 1] !== ')') return undefined;
  if (text.slice(call.argsSpan.start + 1, call.argsSpan.end - 1).trim() !== '') return undefined;
  return [{ ...spanOf(call.argsSpan), newText: `(${texts.join(', ')})` }];
}

function isBlock(value: Expr, { argsSpan }: Call): boolean {
  return value.kind === 'function' && value.start >= argsSpan.end;
}

/** Replaces what an argument or an entry is given. */
export function replaceValue(of: Expr, value: string, context: RuleContext): TextEdit {
  return { ...writtenSpan(context, of), newText: value };
}

/** Takes one of several items (arguments, entries, elements) away, with the comma beside it. */
export function removeItem(
  items: readonly (Arg | MapEntry | Span)[],
  item: Span,
  { text }: RuleContext,
): TextEdit | undefined {
  const at = items.findIndex((one) => one.start === item.start && one.end === item.end);
  if (at < 0) return undefined;
  const next = items[at + 1];
  if (next) return { start: item.start, end: next.start, newText: '' };
  const previous = items[at - 1];
  if (previous) return { start: previous.end, end: item.end, newText: '' };
  const comma = /^\s*,/.exec(text.slice(item.end))?.[0].length ?? 0;
  return { start: item.start, end: item.end + comma, newText: '' };
}

/** `True` in Python, `true` elsewhere. */
export function booleanText(value: boolean, context: RuleContext): string {
  if (context.module.language === 'python') return value ? 'True' : 'False';
  return String(value);
}

/** A text in the quotes that the file uses. */
export function stringText(value: string, context: RuleContext): string {
  const q = context.module.language === 'java' ? '"' : quote(context.text);
  return `${q}${value}${q}`;
}
