import type { Span } from '../ir/types';
import type { FlatTree } from '../parsing/flatTree';

/** Ways to move in a flat tree, the same for every grammar. Nodes are numbers; -1 is none. */
export class FlatReader {
  readonly text: string;

  /** @param extra 1 for the symbols of nodes that may stand anywhere, such as comments. */
  constructor(
    readonly tree: FlatTree,
    private readonly extra: Uint8Array,
  ) {
    this.text = tree.text;
  }

  symbol(node: number): number {
    return this.tree.symbol[node]!;
  }

  start(node: number): number {
    return this.tree.start[node]!;
  }

  end(node: number): number {
    return this.tree.end[node]!;
  }

  span(node: number): Span {
    return { start: this.start(node), end: this.end(node) };
  }

  textOf(node: number): string {
    return this.text.slice(this.tree.start[node]!, this.tree.end[node]!);
  }

  /** First named child that is no comment, or -1. */
  first(parent: number): number {
    return this.seek(parent + 1, this.tree.skip[parent]!);
  }

  /** Next named sibling of `child` inside `parent` that is no comment, or -1. */
  next(parent: number, child: number): number {
    return this.seek(this.tree.skip[child]!, this.tree.skip[parent]!);
  }

  private seek(from: number, limit: number): number {
    const { isNamed, symbol, skip } = this.tree;
    for (let node = from; node < limit; node = skip[node]!) {
      if (isNamed[node] === 1 && this.extra[symbol[node]!] === 0) return node;
    }
    return -1;
  }

  /** First child, named or not, under `field`, or -1. */
  child(parent: number, field: number): number {
    const { skip } = this.tree;
    const limit = skip[parent]!;
    for (let node = parent + 1; node < limit; node = skip[node]!) {
      if (this.tree.field[node] === field) return node;
    }
    return -1;
  }

  /** Named children that are no comments. */
  children(parent: number): number[] {
    const found: number[] = [];
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) found.push(node);
    return found;
  }

  /** First direct child with the symbol (also of a token), or -1. */
  childOf(parent: number, symbol: number): number {
    const { skip } = this.tree;
    const limit = skip[parent]!;
    for (let node = parent + 1; node < limit; node = skip[node]!) {
      if (this.tree.symbol[node] === symbol) return node;
    }
    return -1;
  }
}
