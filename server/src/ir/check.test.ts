import { describe, expect, it } from 'vitest';
import { checkModule } from './check';
import { dump } from './dump';
import type { Expr, Literal, Module, Name, Node, Stmt } from './types';
import { children, walk } from './walk';

function name(text: string, start: number): Name {
  return { kind: 'name', start, end: start + text.length, name: text };
}

function text(value: string, start: number): Literal {
  return { kind: 'literal', start, end: start + value.length, value };
}

function moduleOf(...exprs: Expr[]): Module {
  const body: Stmt[] = exprs.map((expr) => ({
    kind: 'expr',
    start: expr.start,
    end: expr.end,
    expr,
  }));
  const counts = { named: 0, unknown: 0 };
  const kind = 'module';
  return { kind, start: 0, end: 20, language: 'python', body, comments: [], errors: [], counts };
}

describe('the check of the IR', () => {
  it('finds nothing wrong in a sound tree', () => {
    const member: Expr = {
      kind: 'member',
      start: 0,
      end: 3,
      object: name('a', 0),
      property: 'b',
      propertySpan: { start: 2, end: 3 },
    };
    expect(checkModule(moduleOf(member))).toEqual([]);
  });

  it('finds a node with two owners', () => {
    const shared = name('a', 0);
    const module = moduleOf({
      kind: 'binary',
      start: 0,
      end: 5,
      op: '+',
      left: shared,
      right: shared,
    });
    expect(checkModule(module)).toEqual(['name 0–1 has two owners']);
  });

  it('finds spans outside the text and outside the parent', () => {
    expect(checkModule(moduleOf(name('abc', 18)))).toContain(
      'name 18–21 lies outside the text of 20',
    );
    expect(
      checkModule(moduleOf({ kind: 'unary', start: 2, end: 4, op: '-', operand: name('a', 6) })),
    ).toEqual(['name 6–7 lies outside its parent unary 2–4']);
    expect(checkModule(moduleOf({ ...name('a', 3), end: 2 }))).toContain(
      'name 3–2 lies outside the text of 20',
    );
  });

  it('finds parts outside their node', () => {
    const call: Expr = {
      kind: 'call',
      start: 0,
      end: 4,
      callee: name('f', 0),
      args: [],
      isNew: false,
      argsSpan: { start: 1, end: 5 },
    };
    expect(checkModule(moduleOf(call))).toEqual(['a part 1–5 lies outside call 0–4']);
  });

  it('finds holes that do not fit the values', () => {
    const module = moduleOf({
      kind: 'string',
      style: 'percent',
      start: 0,
      end: 9,
      parts: [text('a', 1), name('x', 6)],
      holes: [],
    });
    expect(checkModule(module)).toEqual(['string 0–9 has 1 values and 0 holes']);
  });

  it('stops at the limit', () => {
    const wrong = Array.from({ length: 30 }, () => name('abc', 19));
    expect(checkModule(moduleOf(...wrong), 5)).toHaveLength(5);
  });
});

describe('walking', () => {
  it('visits parents before children, in order, and does not recurse', () => {
    let deep: Expr = name('x', 0);
    for (let i = 0; i < 100_000; i++) {
      deep = { kind: 'unary', start: 0, end: 1, op: '!', operand: deep };
    }
    let visited = 0;
    walk(moduleOf(deep, name('y', 2)), () => visited++);
    expect(visited).toBe(100_005);
    const seen: string[] = [];
    const list: Expr = {
      kind: 'list',
      of: 'list',
      start: 0,
      end: 9,
      elements: [name('a', 1), name('b', 3)].map((value) => ({ start: 1, end: 4, value })),
    };
    walk(moduleOf(list, name('c', 10)), (node) => {
      seen.push(node.kind === 'name' ? node.name : node.kind);
    });
    expect(seen).toEqual(['module', 'expr', 'list', 'a', 'b', 'expr', 'c']);
  });

  it('reaches what hangs in a function', () => {
    const block = { kind: 'block', start: 9, end: 10, body: [] } as const;
    const fn: Node = {
      kind: 'function-decl',
      start: 0,
      end: 10,
      fn: {
        start: 0,
        end: 10,
        name: 'f',
        params: [
          {
            start: 3,
            end: 6,
            target: name('p', 3),
            default: name('d', 5),
            decorators: [{ start: 2, end: 3, expr: name('q', 2) }],
          },
        ],
        body: block,
        isAsync: true,
        isGenerator: false,
        isStatic: false,
        decorators: [{ start: 0, end: 1, expr: name('g', 0) }],
      },
    };
    expect(children(fn).map(dump)).toEqual([
      '(name g)',
      '(name q)',
      '(name p)',
      '(name d)',
      '(block)',
    ]);
    expect(dump(fn)).toBe('(function-decl f async (name g) (name q) (name p) (name d) (block))');
  });
});
