import type { ConfigLanguage, ConfigNode } from '../config/file';
import { parseConfig } from '../config/parse';
import type { Span } from '../ir/types';
import { rules } from '../rules/registry.generated';
import { type Looked, onePerPlace, plainFound } from './plainDocument';
import { Suppressions } from './suppressions';

const configRules = rules.filter((rule) => rule.config);

export function detectInConfig(language: ConfigLanguage, path: string, text: string): Looked {
  const file = parseConfig(language, path, text);
  const suppressions = new Suppressions(file.comments, file.text);
  const all = configRules.flatMap((rule) =>
    (rule.config?.(file) ?? []).map((observation) => plainFound(rule, observation)),
  );
  const found = onePerPlace(all).filter(({ finding: { ruleId, start, end } }) => {
    if (suppressions.isEmpty) return true;
    const starts = [start, ...keysAround(file.root, { start, end })];
    return !starts.some((offset) => suppressions.covers(ruleId, offset, file.text));
  });
  return { found, hasSyntaxError: file.hasSyntaxError };
}

/**
 * Where the innermost entry with the span begins: a comment above `run: |` also speaks for the
 * lines of the script.
 */
function keysAround(node: ConfigNode, span: Span): number[] {
  const inner = node.children.find(
    (child) => Math.min(child.keyAt.start, child.start) <= span.start && span.end <= child.end,
  );
  if (inner) return keysAround(inner, span);
  return node.key === '' ? [] : [node.keyAt.start];
}
