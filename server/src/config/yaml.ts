import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseAllDocuments,
} from 'yaml';
import type { Span } from '../ir/types';
import { type ConfigNode, hashComments } from './file';
import type { Parsed } from './properties';

/** What is deeper is nothing that a person wrote, and the parser suffers from it. */
const maxDepth = 200;
/** Nodes that are taken over: aliases can stand for the same node again and again. */
const maxNodes = 50_000;

/** Reads YAML, and JSON as a part of it. What is half typed is read as far as it goes. */
export function parseYaml(text: string): Parsed {
  const comments = hashComments(text);
  if (isTooDeep(text)) {
    return { children: [], comments, hasSyntaxError: true };
  }
  const documents = parseAllDocuments(text, { version: '1.2', logLevel: 'silent' });
  const list = Array.isArray(documents) ? documents : [];
  const children = list.flatMap((document) => {
    const reader = new Reader(text, (alias) => isAlias(alias) && alias.resolve(document));
    return reader.childrenOf(document.contents, 0);
  });
  return { children, comments, hasSyntaxError: list.some(({ errors }) => errors.length > 0) };
}

class Reader {
  private count = 0;

  constructor(
    private readonly text: string,
    private readonly resolve: (alias: Node) => Node | false | undefined,
  ) {}

  childrenOf(node: Node | null | undefined, depth: number): ConfigNode[] {
    const target = this.target(node);
    if (depth > maxDepth) return [];
    if (isMap(target)) {
      return target.items.flatMap((pair) => {
        const key = pair.key as ParsedNode | null;
        const value = pair.value as ParsedNode | null;
        if (!isScalar(key)) return [];
        // `<<: *base` takes over the keys of another map.
        if (key.value === '<<') return this.childrenOf(value, depth + 1);
        const keyAt = this.spanOf(key) ?? { start: 0, end: 0 };
        return this.node(textOf(key), keyAt, value, depth);
      });
    }
    if (isSeq(target)) {
      return target.items.flatMap((item, i) => {
        const value = item as ParsedNode;
        const start = this.spanOf(value)?.start ?? 0;
        return this.node(String(i), { start, end: start }, value, depth);
      });
    }
    return [];
  }

  private node(key: string, keyAt: Span, from: ParsedNode | null, depth: number): ConfigNode[] {
    if (++this.count > maxNodes) return [];
    const target = this.target(from);
    const span = this.spanOf(from) ?? { start: keyAt.end, end: keyAt.end };
    const value = isScalar(target) ? textOf(target) : from === null ? '' : undefined;
    const children = this.childrenOf(from, depth + 1);
    return [{ key, keyAt, ...span, value, isList: isSeq(target), children }];
  }

  /** Without the line break that ends a block. */
  private spanOf(node: Node | null): Span | undefined {
    if (!node?.range) return undefined;
    const [start, end] = node.range;
    return { start, end: start + this.text.slice(start, end).trimEnd().length };
  }

  private target(node: Node | null | undefined): Node | null | undefined {
    return (node && this.resolve(node)) || node;
  }
}

/** As written where no quotes are: `0644` and `yes` stay what they are. */
function textOf(scalar: { value: unknown; source?: string }): string {
  if (typeof scalar.value === 'string') return scalar.value;
  return scalar.source ?? String(scalar.value ?? '');
}

/** A rough count, before the parser sees the text: brackets that stay open, and columns. */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === '[' || char === '{') {
      if (++open > maxDepth) return true;
    } else if ((char === ']' || char === '}') && open > 0) open--;
  }
  return /^[ \t]{1000}|^[ \t]*(?:[-?:][ \t]+){100}/m.test(text);
}
