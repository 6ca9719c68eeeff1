import { isPlain, ObjectId } from './documents/values';

/** A field of the documents of a collection. */
export interface Field {
  readonly name: string;
  /** Kinds of its values, the most frequent first. */
  readonly types: readonly string[];
  /** The share of documents that have it, from 0 to 1. */
  readonly share: number;
  /** Fields of the documents inside it. */
  readonly fields: readonly Field[];
}

/** As many documents as are looked at. */
const SAMPLE = 500;
const DEEPEST = 5;

/** What fields documents have: a collection has no schema but this. */
export function fieldsOf(documents: readonly unknown[], depth = 0): Field[] {
  const sample = documents.slice(0, SAMPLE).filter(isPlain);
  const values = new Map<string, unknown[]>();
  for (const document of sample) {
    for (const [name, value] of Object.entries(document)) {
      const there = values.get(name);
      if (there === undefined) values.set(name, [value]);
      else there.push(value);
    }
  }
  return [...values].map(([name, all]) => ({
    name,
    types: typesOf(all),
    share: all.length / sample.length,
    fields: depth < DEEPEST ? fieldsOf(all.flat(), depth + 1) : [],
  }));
}

function typesOf(values: readonly unknown[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const type = typeOf(value);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([type]) => type);
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) {
    const inner = typesOf(value);
    return inner.length === 0 ? 'list' : `list of ${inner.join(' or ')}`;
  }
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'ObjectId';
  if (value instanceof RegExp) return 'regular expression';
  return isPlain(value) ? 'document' : typeof value;
}
