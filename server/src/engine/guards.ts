import type { Expr } from '../ir/types';
import type { Frame } from './scope';
import { type Value, value } from './values';

/** Functions that tell whether a value has a harmless form, by the name of what is called. */
const typeChecks = new Set([
  'isInteger',
  'isSafeInteger',
  'isFinite',
  'isNaN',
  'isinstance',
  'isdigit',
  'isnumeric',
  'isdecimal',
  'isInt',
  'isNumeric',
  'isUUID',
  'isalnum',
]);
const membershipChecks = new Set(['includes', 'has', 'hasOwn', 'hasOwnProperty']);
const harmlessTypes = new Set(['number', 'boolean', 'bigint']);

/** `a`, `a.b`, `a.b.c` as a key among the variables; undefined for anything else. */
export function pathOf(expr: Expr, depth = 0): string | undefined {
  if (expr.kind === 'name') return expr.name;
  if (depth > 3) return undefined;
  if (expr.kind === 'member') {
    const object = pathOf(expr.object, depth + 1);
    return object && `${object}.${expr.property}`;
  }
  if (
    expr.kind === 'index' &&
    expr.index.kind === 'literal' &&
    typeof expr.index.value === 'string'
  ) {
    const object = pathOf(expr.object, depth + 1);
    return object && `${object}.${expr.index.value}`;
  }
  return undefined;
}

/**
 * Notes what a condition says of the variables in it, given how it came out: a value that is one of
 * a fixed list, equal to a constant, or a number, carries no attack.
 *
 * @param known what an expression is, without effects; used for the collections looked up in.
 */
export function refine(frame: Frame, test: Expr, truth: boolean, known: (of: Expr) => Value): void {
  if (test.kind === 'unary' && test.op === '!') {
    refine(frame, test.operand, !truth, known);
    return;
  }
  if (test.kind === 'binary') {
    if ((test.op === '&&' && truth) || (test.op === '||' && !truth)) {
      refine(frame, test.left, truth, known);
      refine(frame, test.right, truth, known);
      return;
    }
    const equal = test.op === '===' || test.op === '==';
    const different = test.op === '!==' || test.op === '!=';
    if ((equal && truth) || (different && !truth)) {
      refineEqual(frame, test.left, test.right);
      refineEqual(frame, test.right, test.left);
      return;
    }
    const member = test.op === 'in';
    const notMember = test.op === 'not in';
    if (((member && truth) || (notMember && !truth)) && isFixed(known(test.right))) {
      clean(frame, test.left);
    }
    return;
  }
  if (test.kind === 'call') {
    const callee = test.callee;
    const name =
      callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
    const first = test.args[0]?.value;
    if (typeChecks.has(name)) {
      const subject = first ?? (callee.kind === 'member' ? callee.object : undefined);
      const negative = name === 'isNaN';
      if (!subject || truth === negative) return;
      if (name === 'isinstance') {
        const type = test.args[1]?.value;
        if (type?.kind !== 'name' || !['int', 'float', 'bool'].includes(type.name)) return;
      }
      clean(frame, subject);
    } else if (truth && first && callee.kind === 'member') {
      if (membershipChecks.has(name)) {
        const isStatic = name === 'hasOwn';
        const collection = isStatic ? first : callee.object;
        const subject = isStatic ? test.args[1]?.value : first;
        if (subject && isFixed(known(collection))) clean(frame, subject);
      } else if (name === 'test' && callee.object.kind === 'literal' && callee.object.regex) {
        if (isStrictPattern(String(callee.object.value))) clean(frame, first);
      }
    }
  }
}

function refineEqual(frame: Frame, subject: Expr, other: Expr): void {
  if (other.kind === 'literal' && other.value !== null && other.value !== undefined) {
    if (subject.kind === 'unary' && subject.op === 'typeof') {
      if (harmlessTypes.has(String(other.value))) clean(frame, subject.operand);
    } else {
      clean(frame, subject, value({ constant: { value: other.value } }));
    }
  }
}

function clean(frame: Frame, subject: Expr, to: Value = value({})): void {
  const path = pathOf(subject);
  if (path === undefined) return;
  if (path.includes('.')) frame.setPath(path, to);
  else frame.layer.vars.set(path, to);
}

/** A collection whose elements are all constants. */
function isFixed(of: Value): boolean {
  const shape = of.shape;
  if (!shape || shape.open || of.taints.length > 0) return false;
  if (shape.kind === 'map') return true;
  return shape.elements.length > 0 && shape.elements.every((element) => element.constant);
}

/** A pattern for the whole text that admits only letters, digits, `_` and `-`. */
function isStrictPattern(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  const source = literal.startsWith('/') && end > 0 ? literal.slice(1, end) : literal;
  const flags = literal.startsWith('/') && end > 0 ? literal.slice(end + 1) : '';
  if (flags.includes('m')) return false;
  return /^\^(?:\\[dw]|\[(?:\\[dw]|[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_]|\\?-)+\]|[A-Za-z0-9_-])(?:[+*?]|\{\d+(?:,\d*)?\})?(?:(?:\\[dw]|\[(?:\\[dw]|[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_]|\\?-)+\]|[A-Za-z0-9_-])(?:[+*?]|\{\d+(?:,\d*)?\})?)*\$$/.test(
    source,
  );
}
