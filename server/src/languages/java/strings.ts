import type { FormatSyntax, Placeholder } from '../formats';

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

/** `java.util.Formatter`; groups: the argument's number, flags, the conversion unless it is a date's. */
const formatter = /%(?:(\d+)\$)?([-#+ 0,(<]*)\d*(?:\.\d+)?(?:[tT][a-zA-Z]|([a-su-zA-SU-Z%]))/g;
/** `java.text.MessageFormat`. */
const messageFormat = /\{(\d+)[^{}]*\}/g;

/**
 * The format strings of `String.format` and the like, or of `MessageFormat`.
 * @param text the source in which the literals' spans lie.
 */
export function formatSyntax(text: string, style: 'formatter' | 'message'): FormatSyntax {
  const isMessage = style === 'message';
  return {
    scan({ start, end }) {
      const places: Placeholder[] = [];
      let last = -1;
      for (const found of text.slice(start, end).matchAll(isMessage ? messageFormat : formatter)) {
        const at = start + found.index;
        const span = { start: at, end: at + found[0].length, widths: 0 };
        const [, index, flags, conversion] = found;
        if (!isMessage && (conversion === '%' || conversion === 'n')) continue;
        // `%<s` takes the argument of the place before.
        let key: number | undefined;
        if (isMessage) key = Number(index);
        else if (index !== undefined) key = Number(index) - 1;
        else if (flags?.includes('<')) key = Math.max(0, last);
        last = key ?? last + 1;
        places.push(key === undefined ? span : { ...span, key });
      }
      return places;
    },
    text(_piece, from, to) {
      const cooked = cook(text.slice(from, to));
      if (isMessage) return cooked.replaceAll("''", "'");
      return cooked.replace(/%[%n]/g, (mark) => (mark === '%n' ? '\n' : '%'));
    },
  };
}
