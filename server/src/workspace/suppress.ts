import type { Finding, Fix } from '../report/finding';
import { enclosingStatement, indentationAt, lineBreak } from '../rules/edits';
import type { RuleContext } from '../rules/rule';

const reasonPlaceholder = 'why this is safe here';

/** What begins a comment, and what ends it; empty when the line does. */
export interface CommentMarks {
  readonly open: string;
  readonly close: string;
}

/** A comment above the statement of the finding that switches it off, with a reason to fill in. */
export function suppression(
  finding: Finding,
  text: string,
  { open, close }: CommentMarks,
  context: RuleContext | undefined,
): { readonly fix: Fix; readonly reasonPlaceholder: string } {
  const statement = context && enclosingStatement(context.module, finding);
  const at = Math.min(finding.start, statement?.start ?? finding.start);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const comment = `${open} backend-tutor-ignore ${finding.ruleId}: ${reasonPlaceholder}${close}`;
  const newText = indentationAt(text, at) + comment + lineBreak(text);
  return {
    fix: {
      title: `Suppress ${finding.ruleId} here, with a reason`,
      kind: 'preview',
      edits: [{ start: lineStart, end: lineStart, newText }],
    },
    reasonPlaceholder,
  };
}
