import type { Module, Node } from './types';
import { children } from './walk';

/** A node as one line of text, for tests and for looking at: `(call (member (name db) query) …)`. */
export function dump(node: Node | Module): string {
  const label = labelOf(node);
  const inner = children(node).map(dump);
  return `(${[node.kind, ...label, ...inner].join(' ')})`;
}

function labelOf(node: Node | Module): readonly string[] {
  switch (node.kind) {
    case 'literal':
      return [node.regex ? String(node.value) : JSON.stringify(node.value ?? String(node.value))];
    case 'name':
      return [node.name];
    case 'member':
      return [`.${node.property}`];
    case 'call':
      return node.isNew ? ['new'] : [];
    case 'string':
      return [node.style];
    case 'list':
      return [node.of];
    case 'binary':
    case 'unary':
      return [node.op];
    case 'assign':
      return [...(node.declares ? [node.declares] : []), ...(node.op ? [`${node.op}=`] : [])];
    case 'function':
    case 'function-decl':
      return [
        ...(node.fn.name === undefined ? [] : [node.fn.name]),
        ...(node.fn.isAsync ? ['async'] : []),
        ...(node.fn.isGenerator ? ['generator'] : []),
      ];
    case 'class':
    case 'class-decl':
      return node.cls.name === undefined ? [] : [node.cls.name];
    case 'import':
      return [node.source, ...node.names.map((name) => `${name.imported}:${name.local}`)];
    case 'export':
      return node.names.map((name) => `${name.imported}:${name.local}`);
    case 'jump':
      return [node.how];
    case 'unknown':
      return [node.syntax];
    default:
      return [];
  }
}
