import type { Comment } from '../ir/types';

/**
 * Comments that switch a finding off, with a reason:
 * `backend-tutor-ignore sql-injection: the table name comes from our own list`.
 * They hold for their own line and for the next one. Without a reason they do not hold.
 */
const pattern = /^backend-tutor-ignore\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)\s*:\s*\S/;

export class Suppressions {
  /** Rule ids by line number. */
  private readonly lines = new Map<number, Set<string>>();

  constructor(comments: readonly Comment[], text: string) {
    for (const comment of comments) {
      const rules = pattern.exec(comment.text)?.[1];
      if (rules === undefined) continue;
      const line = lineOf(text, comment.end);
      for (const rule of rules.split(',')) {
        this.add(line, rule.trim());
        this.add(line + 1, rule.trim());
      }
    }
  }

  private add(line: number, rule: string): void {
    const rules = this.lines.get(line) ?? new Set();
    rules.add(rule);
    this.lines.set(line, rules);
  }

  get isEmpty(): boolean {
    return this.lines.size === 0;
  }

  /** @param offset on a line of the finding, or of the statement that it is in. */
  covers(ruleId: string, offset: number, text: string): boolean {
    return this.lines.get(lineOf(text, offset))?.has(ruleId) ?? false;
  }
}

/** Number of the line, from 0. */
function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
