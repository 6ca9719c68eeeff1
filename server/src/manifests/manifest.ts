import type { PackageNeed } from '../report/finding';

/** A kind of file that says which libraries a program needs. */
export interface Manifest {
  readonly ecosystem: PackageNeed['ecosystem'];
  /** Names of the file. */
  readonly names: readonly string[];
  /** Whether the file names the library already, in whatever version. */
  has(text: string, name: string): boolean;
  /** The text with the library; undefined when this file has no place for it, or is wrong. */
  add(text: string, need: PackageNeed): string | undefined;
}

/** Where a name belongs among others: before the first greater one when they are sorted, else at the end. */
export function placeAmong(names: readonly string[], name: string): number {
  const lower = names.map((each) => each.toLowerCase());
  const isSorted = lower.every((each, i) => i === 0 || (lower[i - 1] ?? '') <= each);
  const index = isSorted ? lower.findIndex((each) => each > name.toLowerCase()) : -1;
  return index < 0 ? names.length : index;
}

export function insert(text: string, offset: number, added: string): string {
  return text.slice(0, offset) + added + text.slice(offset);
}

export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
