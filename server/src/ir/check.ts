import type { FunctionNode, Module, Node, Span } from './types';
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
    for (const part of partsOf(node)) {
      if (part.start < node.start || part.end > node.end || part.start > part.end) {
        report(`a part ${part.start}–${part.end} lies outside ${describe(node)}`);
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

/** The spans that a node carries besides those of the nodes in it. */
function partsOf(node: Node | Module): readonly Span[] {
  switch (node.kind) {
    case 'module':
      return [...node.comments, ...node.errors];
    case 'member':
      return [node.propertySpan];
    case 'call':
      return [node.argsSpan, ...node.args];
    case 'string':
      return node.holes ?? [];
    case 'list':
      return node.elements;
    case 'map':
      return node.entries;
    case 'list-pattern':
    case 'map-pattern':
      return node.elements;
    case 'function':
    case 'function-decl':
      return functionParts(node.fn);
    case 'class':
    case 'class-decl':
      return [node.cls, ...node.cls.decorators, ...node.cls.methods.flatMap(functionParts)];
    case 'switch':
      return node.cases;
    case 'try':
      return node.handlers;
    case 'import':
    case 'export':
      return node.names;
    default:
      return [];
  }
}

function functionParts(fn: FunctionNode): readonly Span[] {
  return [fn, ...(fn.nameSpan ? [fn.nameSpan] : []), ...fn.params, ...fn.decorators];
}

function describe(node: Node | Module): string {
  return `${node.kind} ${node.start}–${node.end}`;
}
