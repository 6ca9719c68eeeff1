import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Finding, RuleInfo } from '../report/finding';
import { isGenerated } from '../report/generated';
import { plainText } from '../report/plainText';
import type { ClientFeatures } from './clientFeatures';
import { generatedReason } from './codeActions';
import { toRange } from './diagnostics';
import type { Snapshot } from './documents';

/** Explains the findings at a place: why it matters, how to fix it, where to read on. */
export function hoverAt(
  snapshot: Snapshot,
  offset: number,
  features: ClientFeatures,
  pageOf: (rule: RuleInfo) => string,
): Hover | null {
  const here = snapshot.findings.filter(({ start, end }) => start <= offset && offset <= end);
  const innermost = smallest(here);
  if (innermost === undefined) return null;
  // The message stands in the diagnostic, which editors show in the same hover.
  const rules = [...new Set(here.map(({ ruleId }) => ruleId))].flatMap(
    (id) => snapshot.analysis.rules.find((rule) => rule.id === id) ?? [],
  );
  if (rules.length === 0) return null;
  const parts = rules.map((rule) =>
    features.markdown ? explain(rule, here, pageOf(rule)) : explainPlainly(rule),
  );
  if (isGenerated(snapshot.text.getText())) parts.push(generatedReason);
  return {
    contents: {
      kind: features.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: parts.join(features.markdown ? '\n\n---\n\n' : '\n\n'),
    },
    range: toRange(snapshot.text, innermost),
  };
}

function smallest(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function explain(rule: RuleInfo, findings: readonly Finding[], page: string): string {
  const cwe = findings.find(({ ruleId }) => ruleId === rule.id)?.cwe ?? rule.cwe[0];
  const weakness = cwe === undefined ? '' : ` (CWE-${cwe})`;
  return [
    `**${rule.title}**${weakness}`,
    `**Why it matters:** ${firstParagraph(rule.docs.why)}`,
    `**How to fix it:** ${firstParagraph(rule.docs.how)}`,
    ...(page === '' ? [] : [`[Read more about ${rule.id}](${page})`]),
  ].join('\n\n');
}

function explainPlainly(rule: RuleInfo): string {
  const plain = (text: string) => plainText(firstParagraph(text));
  return [
    rule.title,
    `Why it matters: ${plain(rule.docs.why)}`,
    `How to fix it: ${plain(rule.docs.how)}`,
  ].join('\n\n');
}

/** The first paragraph of prose: no heading, no code. What announces code ends like a sentence. */
function firstParagraph(markdown: string): string {
  const paragraphs = markdown.replace(/^```[\s\S]*?^```$/gm, '').split(/\n\s*\n/);
  const first = paragraphs.map((each) => each.trim()).find((each) => /^[^#]/.test(each));
  return first?.replace(/:$/, '.') ?? '';
}
