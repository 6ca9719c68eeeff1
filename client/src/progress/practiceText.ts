/** Comparing a practice file with the one that the learner began with. */

export interface Analysed {
  /** Number of findings by rule id. */
  readonly counts: Readonly<Record<string, number>>;
  readonly hasSyntaxError: boolean;
}

/** Whether something other than line ends and space at line ends was changed, and something is left. */
export function isEdited(starter: string, text: string): boolean {
  const plain = normalise(text);
  return plain !== '' && plain !== normalise(starter);
}

function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/[ \t]*\r?\n/g, '\n')
    .trim();
}

/** Whether the text can be read as its language: findings about syntax count, too. */
export function isReadable({ counts, hasSyntaxError }: Analysed): boolean {
  return !hasSyntaxError && (counts['sql-syntax'] ?? 0) === 0;
}

export function findingCount({ counts }: Analysed): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * The practice file that a path ends with, as `<step folder>/<file>`.
 * @param files all practice files
 */
export function practiceFileOf(path: string, files: ReadonlySet<string>): string | undefined {
  const name = path.split('/').slice(-2).join('/');
  return files.has(name) ? name : undefined;
}

/** Whether most of the starter's length is left: emptying a file is no repair of it. */
export function isKept(starter: string, text: string): boolean {
  return normalise(text).length * 2 > normalise(starter).length;
}
