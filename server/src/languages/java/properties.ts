import { parseProperties } from '../../config/properties';
import type { Module, Stmt } from '../../ir/types';

/**
 * A file of properties that a program reads, as a module: each key is a constant text.
 * Any text gives a module.
 */
export function lowerProperties(text: string): Module {
  const { children, comments } = parseProperties(text);
  const body = children.flatMap((node): Stmt[] => {
    if (node.value === undefined) return [];
    const { start, end } = node;
    const span = { start: Math.min(node.keyAt.start, start), end };
    return [
      {
        kind: 'expr',
        ...span,
        expr: {
          kind: 'assign',
          ...span,
          target: { kind: 'name', ...node.keyAt, name: node.key },
          value: { kind: 'literal', start, end, value: node.value },
          declares: 'const',
        },
      },
    ];
  });
  const counts = { named: children.length, unknown: 0 };
  const span = { start: 0, end: text.length };
  return { kind: 'module', ...span, language: 'java', body, comments, errors: [], counts };
}
