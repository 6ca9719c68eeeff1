import type { Expr, Literal, Span, StringBuild } from '../ir/types';
import { isText, spanOf } from './lowering';

/** A placeholder of a format string, and the value that it takes. */
export interface Placeholder extends Span {
  /** Name, or position from 0, of its value; absent when it takes the next one. */
  readonly key?: string | number;
  /** How many values it takes for its width and precision before its own (`%*d`). */
  readonly widths: number;
  /** What it makes of its value before that becomes text; absent when it takes it as it is. */
  readonly convert?: (value: Expr) => Expr;
}

/** What a language's format strings look like. */
export interface FormatSyntax {
  /** The placeholders in one text piece of the format, in order, with spans in the file. */
  scan(piece: Literal): readonly Placeholder[];
  /** What the format's text between two offsets becomes (escapes, doubled marks). */
  text(piece: Literal, from: number, to: number): string;
}

export interface FormatValues {
  readonly positional: readonly Expr[];
  readonly named?: ReadonlyMap<string, Expr>;
  /** A list or map that holds the values that are not written one by one. */
  readonly rest?: Expr;
}

/**
 * The string that a format makes of its values: the text pieces of `format`, and at each
 * placeholder its value. Values that no placeholder takes are evaluated before.
 *
 * @param format a text whose placeholders can be seen; see `isFormat`.
 */
export function buildFormat(
  style: 'percent' | 'format',
  format: Expr,
  syntax: FormatSyntax,
  values: FormatValues,
  whole: Span,
): Expr {
  const parts: Expr[] = [];
  const holes: Span[] = [];
  const taken = new Set<Expr>();
  const take = (value: Expr | undefined, at: Span): Expr => {
    const missing: Expr = {
      kind: 'unknown',
      start: at.start,
      end: at.start,
      syntax: 'placeholder',
      children: [],
    };
    if (value === undefined) return missing;
    if (taken.has(value))
      return repeat(value) ?? { ...missing, start: value.start, end: value.start };
    taken.add(value);
    return value;
  };
  let next = 0;
  const valueFor = (key: string | number): Expr => {
    const value = typeof key === 'number' ? values.positional[key] : values.named?.get(key);
    if (value !== undefined || values.rest === undefined) return take(value, whole);
    const index = typeof key === 'number' ? key - values.positional.length : key;
    return elementOf(take(values.rest, whole), index);
  };
  for (const piece of format.kind === 'string' ? format.parts : [format]) {
    if (piece.kind !== 'literal' || typeof piece.value !== 'string') {
      parts.push(piece);
      holes.push({ start: piece.start, end: piece.end });
      continue;
    }
    let from = piece.start;
    const text = (to: number): void => {
      if (from >= to) return;
      const value = syntax.text(piece, from, to);
      parts.push({ kind: 'literal', start: from, end: to, value });
    };
    for (const hole of syntax.scan(piece)) {
      text(hole.start);
      const widths = Array.from({ length: hole.widths }, () => valueFor(next++));
      const given = valueFor(hole.key ?? next++);
      const value = hole.convert ? hole.convert(given) : given;
      const items = [...widths, value];
      const part: Expr =
        widths.length === 0 ? value : { kind: 'sequence', ...spanOf(items), items };
      parts.push(part);
      // A text as the value is text like the rest.
      const isPiece = part.kind === 'literal' && typeof part.value === 'string';
      if (!isPiece) holes.push({ start: hole.start, end: hole.end });
      from = hole.end;
    }
    text(piece.end);
  }
  const build: StringBuild = {
    kind: 'string',
    start: whole.start,
    end: whole.end,
    style,
    parts,
    holes,
  };
  const all = [...values.positional, ...(values.named?.values() ?? [])];
  if (values.rest) all.push(values.rest);
  const unused = all.filter((value) => !taken.has(value));
  if (unused.length === 0) return build;
  return { kind: 'sequence', start: whole.start, end: whole.end, items: [...unused, build] };
}

/** Whether the placeholders in the text can be seen. */
export function isFormat(expr: Expr): boolean {
  return isText(expr) && !(expr.kind === 'string' && expr.holes);
}

/** `value[key]`, where the key is not written as an expression: it has an empty span. */
export function elementOf(value: Expr, key: string | number): Expr {
  const { start, end } = value;
  const index: Literal = { kind: 'literal', start: end, end, value: key };
  return { kind: 'index', start, end, object: value, index };
}

/** A second use of an expression without effects, or undefined when it may have some. */
export function repeat(expr: Expr): Expr | undefined {
  if (expr.kind === 'name' || expr.kind === 'literal') return { ...expr };
  if (expr.kind !== 'member') return undefined;
  const object = repeat(expr.object);
  return object && { ...expr, object };
}
