/** What can be told of a document without VS Code: pure decisions, tested apart. */

/** Findings of a document at one version. */
export interface Counts {
  readonly counts: Readonly<Record<string, number>>;
  readonly hasSyntaxError: boolean;
}

/** Keys reached because findings went away between two states of a document. */
export function fixedRules(before: Counts | undefined, after: Counts): string[] {
  if (!before || after.hasSyntaxError) return [];
  return Object.keys(before.counts)
    .filter((rule) => (after.counts[rule] ?? 0) < (before.counts[rule] ?? 0))
    .map((rule) => `did.fix.${rule}`);
}

/** Keys reached by a saved practice file. */
export function practiceKeys(id: string, text: string, starter: string, state: Counts): string[] {
  if (state.hasSyntaxError || squeeze(text) === '' || squeeze(text) === squeeze(starter)) return [];
  const clean = Object.values(state.counts).every((count) => count === 0);
  // Emptying a file is no repair of it.
  const kept = squeeze(text).length * 2 > squeeze(starter).length;
  return [`did.edit.${id}`, ...(clean && kept ? [`did.clean.${id}`] : [])];
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether a README says what the project is, how to install it and how to use it. */
export function isReadme(text: string): boolean {
  const headings = text.match(/^#{1,6}\s+\S.*$/gm) ?? [];
  const title = headings.some((heading) => /^#\s/.test(heading));
  const has = (words: RegExp) => headings.some((heading) => words.test(heading));
  const what =
    has(/\b(?:about|what|overview|description|features)\b/i) || /^#\s.*\n+[^#\s]/m.test(text);
  const install = has(/\b(?:install\w*|set-?\s?up|getting started|requirements|run\w*)\b/i);
  const use = has(/\b(?:us(?:e|age|ing)|examples?|api|run\w*|how to)\b/i);
  return title && what && install && use;
}

/** What git's history and references show. */
export interface GitFacts {
  readonly branches: number;
  readonly commits: readonly { readonly message: string; readonly parents: number }[];
  readonly ignoreCommitted: boolean;
}

export function gitKeys(facts: GitFacts): string[] {
  const { branches, commits, ignoreCommitted } = facts;
  const keys = ['did.git.init'];
  if (commits.length > 0) keys.push('did.git.commit');
  if (branches > 1) keys.push('did.git.branch');
  if (commits.some(({ parents }) => parents > 1)) keys.push('did.git.merge');
  if (commits.some(({ message }) => message.includes('This reverts commit')))
    keys.push('did.git.revert');
  if (ignoreCommitted) keys.push('did.git.ignore');
  return keys;
}
