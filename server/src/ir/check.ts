import type { Module, Node } from './types';
import { children, walk } from './walk';

/** A broken invariant of the IR (see `types.ts`), in words. */
export type Violation = string;

/** Checks spans and ownership of every node; gives what is wrong, at most `limit` of it. */
export function checkModule(module: Module, limit = 20): readonly Violation[] {
  const violations: Violation[] = [];
  const owned = new Set<Node | Module>();
  const report = (message: string) => {
    if (violations.length < limit) violations.push(message);
  };
  walk(module, (node) => {
    if (owned.has(node)) report(`${describe(node)} has two owners`);
    owned.add(node);
    if (!(0 <= node.start && node.start <= node.end && node.end <= module.end)) {
      report(`${describe(node)} lies outside the text of ${module.end}`);
    }
    for (const child of children(node)) {
      if (child.start < node.start || child.end > node.end) {
        report(`${describe(child)} lies outside its parent ${describe(node)}`);
      }
    }
    if (node.kind === 'string' && node.holes) {
      const values = node.parts.filter(
        (part) => part.kind !== 'literal' || typeof part.value !== 'string',
      );
      if (values.length !== node.holes.length) {
        report(`${describe(node)} has ${values.length} values and ${node.holes.length} holes`);
      }
    }
  });
  return violations;
}

function describe(node: Node | Module): string {
  return `${node.kind} ${node.start}–${node.end}`;
}
