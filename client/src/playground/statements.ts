import { parseShell } from '../databases/documents/parse';
import { type Dialect, statementsOf } from '../databases/statements';

/** What a playground file holds. */
export type FileKind = 'sql' | 'mongodb';

/** A statement’s place in its file. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Its first word in capitals; empty for documents. */
  readonly verb: string;
}

export function kindOfFile(path: string, languageId: string): FileKind | undefined {
  if (path.endsWith('.mongodb.js')) return 'mongodb';
  return languageId === 'sql' || path.endsWith('.sql') ? 'sql' : undefined;
}

export function placesIn(text: string, kind: FileKind, dialect: Dialect): Place[] {
  if (kind === 'mongodb')
    return parseShell(text).map(({ start, end }) => ({ start, end, verb: '' }));
  return statementsOf(text, dialect).map(({ sql, start, end }) => ({
    start,
    end,
    verb: (/[a-z]+/i.exec(sql)?.[0] ?? '').toUpperCase(),
  }));
}

/**
 * The statement that a cursor means: the one that it stands in or right behind, in the same line;
 * else the next one; else the last one.
 */
export function placeAt(places: readonly Place[], text: string, offset: number): Place | undefined {
  const inside = places.find(({ start, end }) => start <= offset && offset <= end);
  if (inside !== undefined) return inside;
  const before = places.filter(({ end }) => end < offset).at(-1);
  if (before !== undefined && !text.slice(before.end, offset).includes('\n')) return before;
  return places.find(({ start }) => start > offset) ?? before;
}
