import type { Track } from './model';

/** Hints and messages are written once, with names as JavaScript writes them. */

/**
 * Names in backticks as the language of a track writes them: `linePrice` is `line_price` in Python
 * and Ruby. Names that begin with a capital, and whole expressions, stay.
 */
export function namesFor(track: Track, text: string): string {
  if (track !== 'python' && track !== 'ruby') return text;
  return text.replace(/`([a-z]+(?:[A-Z][a-z0-9]*)+)(\(\))?`/g, (_, name: string, call = '') => {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return `\`${snake}${call}\``;
  });
}
