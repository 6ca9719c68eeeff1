import type { Expr, Literal, Span } from '../../ir/types';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  s: ' ',
  '\n': '',
};

/** The text that a literal's source stands for (JLS 3.10.7); wrong escapes stay as they are. */
export function cook(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
    (_whole: string, unit?: string, octal?: string, single?: string) => {
      if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return escapes[single ?? ''] ?? single ?? '';
    },
  );
}

/** A text block's text without the indentation that all of its lines share (JLS 3.10.6). */
export function stripIndent(raw: string): string {
  const lines = raw
    .replace(/^[^\S\n]*\r?\n/, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const last = lines.length - 1;
  const indents = lines
    .filter((line, i) => line !== '' || i === last)
    .map((line) => line.length - line.trimStart().length);
  // The line of the closing quotes counts with the spaces in front of them.
  if (lines[last] === '') indents[indents.length - 1] = /[^\n]*$/.exec(raw)![0].length;
  const least = Math.min(...indents);
  return cook(lines.map((line) => line.slice(least)).join('\n'));
}

/** The number that a literal stands for; a `long` as the nearest number. */
export function numberOf(raw: string): number {
  const digits = raw.replace(/_/g, '');
  if (/^0[xX]/.test(digits)) return Number(digits.replace(/[lL]$/, ''));
  const plain = digits.replace(/[lLfFdD]$/, '');
  if (/^0[bB]/.test(plain)) return Number(plain);
  return /^0[0-7]+$/.test(plain) ? Number.parseInt(plain, 8) : Number(plain);
}

/** A place in a format, and the argument that fills it; none for one that repeats another. */
interface Place extends Span {
  readonly argument?: number;
}

/** `java.util.Formatter`; groups: the argument's number, flags, the conversion unless it is a date's. */
const formatter = /%(?:(\d+)\$)?([-#+ 0,(<]*)\d*(?:\.\d+)?(?:[tT][a-zA-Z]|([a-su-zA-SU-Z%]))/g;
/** `java.text.MessageFormat`. */
const messageFormat = /\{(\d+)[^{}]*\}/g;

export type FormatStyle = 'formatter' | 'message';

/** @param from the number of the first argument that no place names. */
function placesIn(
  raw: string,
  style: FormatStyle,
  from: number,
): { readonly places: readonly Place[]; readonly next: number } {
  const places: Place[] = [];
  let next = from;
  for (const found of raw.matchAll(style === 'formatter' ? formatter : messageFormat)) {
    const span = { start: found.index, end: found.index + found[0].length };
    const [, index, flags, conversion] = found;
    if (conversion === '%' || conversion === 'n') continue;
    if (style === 'message') places.push({ ...span, argument: Number(index) });
    else if (index !== undefined) places.push({ ...span, argument: Number(index) - 1 });
    else if (flags!.includes('<')) places.push(span);
    else places.push({ ...span, argument: next++ });
  }
  return { places, next };
}

function textBetween(raw: string, style: FormatStyle): string {
  const cooked = cook(raw);
  if (style === 'message') return cooked.replaceAll("''", "'");
  return cooked.replace(/%[%n]/g, (mark) => (mark === '%n' ? '\n' : '%'));
}

/** Whether the text has a place for an argument, so that it is a format. */
export function hasPlaces(raw: string, style: FormatStyle): boolean {
  return placesIn(raw, style, 0).places.length > 0;
}

/**
 * The parts of a format whose text is known, with the spans of its places, and the values that no
 * place takes. A value that is used twice is a part once: a node has one place in the tree.
 * @param texts the literals that the format is made of, in order.
 * @param text the source in which the literals' spans lie.
 */
export function formatParts(
  texts: readonly Literal[],
  text: string,
  values: readonly Expr[],
  style: FormatStyle,
): { readonly parts: readonly Expr[]; readonly holes: readonly Span[]; readonly unused: Expr[] } {
  const parts: Expr[] = [];
  const holes: Span[] = [];
  const unused = new Map(values.map((value, i) => [i, value]));
  let next = 0;
  for (const { start, end } of texts) {
    const raw = text.slice(start, end);
    let at = 0;
    const addText = (until: number) => {
      if (until <= at) return;
      const value = textBetween(raw.slice(at, until), style);
      parts.push({ kind: 'literal', start: start + at, end: start + until, value });
    };
    const found = placesIn(raw, style, next);
    next = found.next;
    for (const place of found.places) {
      addText(place.start);
      at = place.end;
      if (place.argument === undefined) continue;
      const value = unused.get(place.argument);
      if (value === undefined) continue;
      unused.delete(place.argument);
      parts.push(value);
      if (value.kind !== 'literal' || typeof value.value !== 'string') {
        holes.push({ start: start + place.start, end: start + place.end });
      }
    }
    addText(raw.length);
  }
  return { parts, holes, unused: [...unused.values()] };
}
