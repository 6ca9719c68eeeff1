import type { MapPattern, PatternElement, Target } from '../../ir/types';
import type { Context } from './lowerContext';

/** The left side of an assignment, a declaration, or a parameter. */
export function lowerTarget(x: Context, node: number): Target {
  if (x.is(node, x.s.object_pattern)) return x.nested(node, mapPattern);
  if (x.is(node, x.s.array_pattern)) return x.nested(node, listPattern);
  if (
    x.is(node, x.s.non_null_expression) ||
    x.is(node, x.s.parenthesized_expression) ||
    x.is(node, x.s.as_expression)
  ) {
    const inner = x.inner(node);
    return inner < 0 ? x.missing(x.start(node)) : x.nested(inner, lowerTarget);
  }
  // A parameter may be called `undefined`.
  if (x.is(node, x.s.shorthand_property_identifier_pattern) || x.is(node, x.s.undefined))
    return x.name(node);
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
        syntax: expr.kind,
        start: expr.start,
        end: expr.end,
        children: [expr],
      };
  }
}

/** A target with a default value, which is no target of its own in the IR. */
function element(x: Context, node: number, key: string | undefined): PatternElement {
  const named = key === undefined ? {} : { key };
  if (x.is(node, x.s.assignment_pattern) || x.is(node, x.s.object_assignment_pattern)) {
    const left = x.child(node, x.f.left);
    const right = x.child(node, x.f.right);
    return {
      start: x.start(node),
      end: x.end(node),
      ...named,
      ...(left >= 0 ? { target: lowerTarget(x, left) } : {}),
      ...(right >= 0 ? { default: x.expr(right) } : {}),
    };
  }
  return { start: x.start(node), end: x.end(node), ...named, target: lowerTarget(x, node) };
}

function restElement(x: Context, node: number): PatternElement {
  const inner = x.first(node);
  return {
    start: x.start(node),
    end: x.end(node),
    rest: true,
    ...(inner >= 0 ? { target: lowerTarget(x, inner) } : {}),
  };
}

function mapPattern(x: Context, node: number): MapPattern {
  const elements: PatternElement[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, x.s.rest_pattern)) {
      elements.push(restElement(x, child));
    } else if (x.is(child, x.s.pair_pattern)) {
      const key = x.child(child, x.f.key);
      const value = x.child(child, x.f.value);
      if (value >= 0)
        elements.push({
          ...element(x, value, keyText(x, key)),
          start: x.start(child),
          end: x.end(child),
        });
    } else if (x.is(child, x.s.object_assignment_pattern)) {
      const left = x.child(child, x.f.left);
      elements.push(element(x, child, left < 0 ? undefined : x.textOf(left)));
    } else {
      elements.push(element(x, child, x.textOf(child)));
    }
  }
  return { kind: 'map-pattern', start: x.start(node), end: x.end(node), elements };
}

function keyText(x: Context, key: number): string | undefined {
  if (key < 0) return undefined;
  if (!x.is(key, x.s.computed_property_name)) return x.nameText(key);
  const inner = x.inner(key);
  return x.is(inner, x.s.string) ? x.nameText(inner) : undefined;
}

/** Commas count: `[, b]` takes the second element. */
function listPattern(x: Context, node: number): Target {
  const { tree } = x;
  const comma = x.t[','];
  const elements: PatternElement[] = [];
  let filled = false;
  for (let child = node + 1; child < tree.skip[node]!; child = tree.skip[child]!) {
    if (tree.symbol[child] === comma) {
      if (!filled) elements.push({ start: x.start(child), end: x.start(child) });
      filled = false;
    } else if (tree.isNamed[child] === 1 && !x.is(child, x.s.comment)) {
      elements.push(
        x.is(child, x.s.rest_pattern) ? restElement(x, child) : element(x, child, undefined),
      );
      filled = true;
    }
  }
  return { kind: 'list-pattern', start: x.start(node), end: x.end(node), elements };
}
