import type { Arg, Assign, Block, MapPattern, PatternElement, Stmt, Target } from '../../ir/types';
import { exprStmt } from '../lowering';
import type { Context } from './lowerContext';

/** What statements, expressions and classes have in common. */

/** The statements of a block, or a single statement as a block; `;` has none. */
export function blockOf(x: Context, node: number, at: number): Block {
  if (x.is(node, x.t[';']))
    return { kind: 'block', start: x.start(node), end: x.end(node), body: [] };
  return x.block(node, at, x.s.block, x.s.constructor_body);
}

export function lowerArgs(x: Context, list: number): Arg[] {
  if (list < 0) return [];
  return x
    .children(list)
    .map((child) => ({ start: x.start(child), end: x.end(child), value: x.expr(child) }));
}

export function lowerTarget(x: Context, node: number): Target {
  const expr = x.expr(node);
  switch (expr.kind) {
    case 'name':
    case 'member':
    case 'index':
    case 'unknown':
      return expr;
    default:
      x.unknowns++;
      return {
        kind: 'unknown',
        start: expr.start,
        end: expr.end,
        syntax: expr.kind,
        children: [expr],
      };
  }
}

/** `Point(int a, var b)` takes components out; which ones, the record's declaration knows. */
export function lowerRecordPattern(x: Context, node: number): Target {
  return x.nested(node, (_, pattern): MapPattern => {
    const elements: PatternElement[] = [];
    const body = x.children(pattern).at(-1) ?? -1;
    for (const part of body < 0 ? [] : x.children(body)) {
      if (x.is(part, x.s.record_pattern)) {
        elements.push({
          start: x.start(part),
          end: x.end(part),
          target: lowerRecordPattern(x, part),
        });
      } else if (x.is(part, x.s.record_pattern_component)) {
        const bound = x.children(part).at(-1)!;
        elements.push({ start: x.start(part), end: x.end(part), target: x.name(bound) });
      }
    }
    return { kind: 'map-pattern', start: x.start(pattern), end: x.end(pattern), elements };
  });
}

/** `T a = b, c = d;` as assignments; fields and constants too. */
export function lowerDeclaration(x: Context, node: number, out: Stmt[]): void {
  const type = x.child(node, x.f.type);
  const modifiers = x.childOf(node, x.s.modifiers);
  // A constant of an interface is final without a word.
  const isFinal =
    x.is(node, x.s.constant_declaration) || (modifiers >= 0 && x.hasToken(modifiers, x.t.final));
  for (const declarator of x.childrenUnder(node, x.f.declarator)) {
    const nameNode = x.child(declarator, x.f.name);
    const value = x.child(declarator, x.f.value);
    const dimensions = x.child(declarator, x.f.dimensions);
    const span = x.span(declarator);
    const expr: Assign = {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: nameNode < 0 ? x.missing(span.start) : x.name(nameNode),
      value: value >= 0 ? x.expr(value) : undefined,
      declares: isFinal ? 'const' : 'let',
      type: type >= 0 ? x.textOf(type) + (dimensions < 0 ? '' : x.textOf(dimensions)) : undefined,
    };
    out.push(exprStmt(expr));
  }
}
