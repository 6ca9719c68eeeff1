/** Inputs that are drawn anew for each check, so that an answer cannot be written down. */

const WORDS =
  'apple river stone cloud lemon tiger paper window garden music silver bridge candle forest harbor island jacket kettle ladder market needle orange pocket quartz rocket saddle tunnel velvet walnut yellow'.split(
    ' ',
  );

/** A whole number, both ends included. */
export function drawNumber(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

/** A lower-case word. */
function drawWord(): string {
  return WORDS[drawNumber(0, WORDS.length - 1)]!;
}

/** A lower-case word of 8 letters that no one has written before. */
export function drawName(): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(drawNumber(97, 122))).join('');
}

/**
 * Fills `{{int LOW HIGH}}`, `{{ints N LOW HIGH}}`, `{{word}}`, `{{words N}}`, `{{pick a b c}}`.
 * @throws {Error} for anything else between the braces
 */
export function drawText(template: string): string {
  return template.replace(/\{\{(.+?)\}\}/g, (whole, inner: string) => {
    const [kind, ...args] = inner.trim().split(/\s+/);
    const numbers = args.map(Number);
    const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = numbers;
    const filled =
      kind === 'int' && args.length === 2
        ? String(drawNumber(first, second))
        : kind === 'ints' && args.length === 3
          ? Array.from({ length: first }, () => drawNumber(second, third)).join(' ')
          : kind === 'word' && args.length === 0
            ? drawWord()
            : kind === 'words' && args.length === 1
              ? Array.from({ length: first }, drawWord).join(' ')
              : kind === 'pick' && args.length > 0
                ? args[drawNumber(0, args.length - 1)]
                : undefined;
    if (filled === undefined || filled.includes('NaN')) throw new Error(`cannot draw ${whole}`);
    return filled;
  });
}
