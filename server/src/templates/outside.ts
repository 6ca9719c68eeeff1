/** A character of code that is not in a string. */
export interface Outside {
  readonly char: string;
  readonly at: number;
  /** How many brackets are open behind it; below 0 when one closes that was not opened. */
  readonly depth: number;
}

/** The characters of a part of a text that are in no string, nor its quotes; `\` hides the next one. */
export function* outsideStrings(text: string, from = 0, to = text.length): Generator<Outside> {
  let depth = 0;
  let quote = '';
  for (let at = from; at < to; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
      continue;
    }
    if (char === '"' || char === "'" || char === '`') quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    yield { char, at, depth };
  }
}

/** The bracket that closes the one at `open`; undefined when there is none before `limit`. */
export function closingBracket(text: string, open: number, limit: number): number | undefined {
  for (const { at, depth, char } of outsideStrings(text, open, Math.min(limit, text.length))) {
    if (depth === 0 && ')]}'.includes(char)) return at;
  }
  return undefined;
}
