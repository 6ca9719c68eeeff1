import type { Call, Expr, FunctionNode } from '../ir/types';
import type { ArgRef, CheckSpec } from './model';
import { Frame } from './scope';
import { argument } from './sites';
import { allTaints, changedValue, cleanTaints, type Value, value } from './values';

/** What is known while a condition is looked at. */
export interface Knowledge {
  /** What an expression is, without effects. */
  value(of: Expr): Value;
  /** What the models say of a call that tells whether a value is harmless. */
  check(call: Call): CheckSpec | undefined;
  /** Whether a method gives its receiver in another form. */
  isForm(method: string): boolean;
}

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
  // `headers.get('Origin')` reads what `headers['Origin']` reads.
  if (expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'get') {
    const key = expr.args[0]?.value;
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return undefined;
    const object = pathOf(expr.callee.object, depth + 1);
    return object && `${object}.${key.value}`;
  }
  return undefined;
}

/** What is put in place of a name in a condition that was computed earlier or elsewhere. */
const maxIndirections = 4;

/**
 * Notes what a condition says of the variables in it, given how it came out: a value that is one of
 * a fixed list, equal to a constant, or a number, carries no attack.
 *
 * @param known used for the collections looked up in, and for calls that check.
 */
export function refine(
  frame: Frame,
  test: Expr,
  truth: boolean,
  known: Knowledge,
  depth = 0,
): void {
  if (test.kind === 'unary' && test.op === '!') {
    refine(frame, test.operand, !truth, known, depth);
    return;
  }
  if (test.kind === 'name') {
    const { condition } = known.value(test);
    if (condition && depth < maxIndirections) refine(frame, condition, truth, known, depth + 1);
    return;
  }
  if (test.kind === 'binary') {
    if ((test.op === '&&' && truth) || (test.op === '||' && !truth)) {
      refine(frame, test.left, truth, known, depth);
      refine(frame, test.right, truth, known, depth);
      return;
    }
    const found = indexOfCheck(test.op, test.left, test.right);
    if (found) {
      if (found.present === truth && isFixed(known.value(found.list))) clean(frame, found.subject);
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
    if (((member && truth) || (notMember && !truth)) && isFixed(known.value(test.right))) {
      clean(frame, test.left);
    }
    const absent = known.value(test.left).constant?.value;
    const kinds = typeof absent === 'string' ? harmlessWithout[absent] : undefined;
    if (kinds && ((member && !truth) || (notMember && truth)))
      cleanFor(frame, test.right, kinds, known);
    return;
  }
  if (test.kind === 'call') {
    const callee = test.callee;
    if (refineChecked(frame, test, truth, known)) return;
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
    } else if (!truth && first && callee.kind === 'member' && containsChecks.has(name)) {
      const absent = known.value(first).constant?.value;
      const kinds = typeof absent === 'string' ? harmlessWithout[absent] : undefined;
      if (kinds) cleanFor(frame, callee.object, kinds, known);
    } else if (truth && first && callee.kind === 'member') {
      if (membershipChecks.has(name)) {
        const isStatic = name === 'hasOwn';
        const collection = isStatic ? first : callee.object;
        const subject = isStatic ? test.args[1]?.value : first;
        if (subject && isFixed(known.value(collection))) clean(frame, subject);
      } else if (name === 'test' && callee.object.kind === 'literal' && callee.object.regex) {
        if (isStrictPattern(String(callee.object.value))) clean(frame, first);
      } else if (
        name === 'some' &&
        first.kind === 'function' &&
        isFixed(known.value(callee.object))
      ) {
        const subject = comparedWithParam(first.fn);
        if (subject) clean(frame, subject);
      }
    }
    const { fn } = known.value(callee);
    if (!fn || depth >= maxIndirections) return;
    // What the names in the helper mean is known in its own file.
    const home = (fn.home as { readonly knowledge?: Knowledge }).knowledge ?? known;
    for (const { index, kinds } of checkedBy(fn.fn, truth, home, depth)) {
      const arg = test.args[index];
      if (arg && !arg.spread && arg.name === undefined) cleanFor(frame, arg.value, kinds, known);
    }
  }
}

/** A call that a model knows as a check. */
function refineChecked(frame: Frame, test: Call, truth: boolean, known: Knowledge): boolean {
  const check = known.check(test);
  if (!check) return false;
  if (check.when !== truth) return true;
  const subject = partOf(test, check.subject);
  const { members, pattern } = check;
  if (members) {
    const collection = partOf(test, members);
    if (!collection || !isFixed(known.value(collection))) return true;
  }
  if (pattern) {
    const written = partOf(test, pattern);
    const source = written && known.value(written).constant?.value;
    if (typeof source !== 'string' || !isStrict(source, check.anchored === true)) return true;
  }
  if (!subject) return true;
  for (const form of formsOf(subject, known)) cleanFor(frame, form, check.cleans, known);
  return true;
}

/** Sink kinds that a helper's parameter is harmless for, where it is not harmless altogether. */
const partlyClean = new WeakMap<Value, readonly string[]>();
/** Frames of helpers, in which the caller's variables are out of sight. */
const helpers = new WeakSet<Frame>();

/** Cleans a variable for these sink kinds, or for all. */
function cleanFor(
  frame: Frame,
  subject: Expr,
  kinds: readonly string[] | undefined,
  known: Knowledge,
): void {
  if (!kinds) {
    clean(frame, subject);
  } else if (helpers.has(frame)) {
    const marker = value({});
    partlyClean.set(marker, kinds);
    clean(frame, subject, marker);
  } else {
    const now = known.value(subject);
    const taints = cleanTaints(allTaints(now), kinds);
    // No longer just what the caller gives.
    clean(frame, subject, changedValue(now, { taints, text: undefined, param: undefined }));
  }
}

/** The subject of a check, and what it is another form of: `file` in `file.getCanonicalPath()`. */
function formsOf(subject: Expr, known: Knowledge): readonly Expr[] {
  const forms: Expr[] = [subject];
  for (let at: Expr | undefined = subject; at && forms.length < maxIndirections; ) {
    const written: Expr | undefined = at.kind === 'name' ? known.value(at).condition : at;
    if (written?.kind !== 'call') break;
    const { callee, args }: Call = written;
    if (callee.kind === 'name' && known.isForm(callee.name)) at = args[0]?.value;
    else if (callee.kind !== 'member' || !known.isForm(callee.property)) at = undefined;
    else at = formOf(callee.object, written, known);
    if (at) forms.push(at);
  }
  return forms;
}

/** What another form is made of: the receiver, or the argument of a function in a module. */
function formOf(receiver: Expr, call: Expr | undefined, known: Knowledge): Expr | undefined {
  const { symbol, taints } = known.value(receiver);
  const isModule = symbol !== undefined && !/[#)]$/.test(symbol) && taints.length === 0;
  return isModule && call?.kind === 'call' ? call.args[0]?.value : receiver;
}

/** The receiver of a call, or one of its arguments. */
function partOf({ callee, args }: Call, ref: ArgRef | 'receiver'): Expr | undefined {
  if (ref === 'receiver') return callee.kind === 'member' ? callee.object : undefined;
  const known = args.map((arg) => ({
    node: arg.value,
    value: value({}),
    name: arg.name,
    spread: arg.spread !== undefined,
  }));
  return argument(known, ref)?.node;
}

/** `list.indexOf(x) !== -1` and its kin. */
function indexOfCheck(
  op: string,
  left: Expr,
  right: Expr,
): { list: Expr; subject: Expr; present: boolean } | undefined {
  if (left.kind !== 'call' || left.callee.kind !== 'member' || left.callee.property !== 'indexOf')
    return undefined;
  const subject = left.args[0]?.value;
  const limit =
    right.kind === 'unary' && right.op === '-' && right.operand.kind === 'literal'
      ? -Number(right.operand.value)
      : right.kind === 'literal'
        ? right.value
        : undefined;
  if (!subject) return undefined;
  const list = left.callee.object;
  if (limit === -1 && /^(?:!==?|>)$/.test(op)) return { list, subject, present: true };
  if (limit === -1 && /^===?$/.test(op)) return { list, subject, present: false };
  if (limit === 0 && op === '>=') return { list, subject, present: true };
  if (limit === 0 && op === '<') return { list, subject, present: false };
  return undefined;
}

/** What a function of one line gives back; a text in front of it is its documentation. */
function onlyResult(fn: FunctionNode): Expr | undefined {
  const [only, ...more] = fn.body.body.filter(
    (stmt) => stmt.kind !== 'expr' || stmt.expr.kind !== 'literal',
  );
  return only?.kind === 'return' && more.length === 0 ? only.value : undefined;
}

/** The `x` in `(element) => element === x`. */
function comparedWithParam(fn: FunctionNode): Expr | undefined {
  const result = onlyResult(fn);
  const param = fn.params[0]?.target;
  if (result?.kind !== 'binary' || !/^===?$/.test(result.op) || param?.kind !== 'name')
    return undefined;
  const isParam = (of: Expr) => of.kind === 'name' && of.name === param.name;
  if (isParam(result.left)) return result.right;
  return isParam(result.right) ? result.left : undefined;
}

/** Positions of the parameters that carry no attack when the function's result is true, or false. */
export function checkedParams(
  fn: FunctionNode,
  truth: boolean,
  known: Knowledge,
  depth = 0,
): readonly number[] {
  return checkedBy(fn, truth, known, depth)
    .filter(({ kinds }) => kinds === undefined)
    .map(({ index }) => index);
}

/** Parameters that the function's result says to be harmless: for these sink kinds, or for all. */
function checkedBy(
  fn: FunctionNode,
  truth: boolean,
  known: Knowledge,
  depth: number,
): readonly { readonly index: number; readonly kinds: readonly string[] | undefined }[] {
  const result = onlyResult(fn);
  if (!result) return [];
  const inner = new Frame(fn, undefined);
  helpers.add(inner);
  refine(inner, result, truth, known, depth + 1);
  return fn.params.flatMap(({ target }, index) => {
    if (target.kind !== 'name' || !inner.layer.has(target.name)) return [];
    const now = inner.layer.get(target.name);
    return [{ index, kinds: now && partlyClean.get(now) }];
  });
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
  else frame.layer.set(path, to);
}

const containsChecks: ReadonlySet<string> = new Set(['includes', 'contains', 'include?']);

/** What a text harms no more once it is known not to contain this. */
const harmlessWithout: Readonly<Record<string, readonly string[]>> = {
  "'": ['xpath'],
  '"': ['xpath'],
  '..': ['file-path', 'upload'],
  '../': ['file-path', 'upload'],
  '/': ['file-path', 'upload'],
};

/** A collection whose elements are all constants. */
function isFixed(of: Value): boolean {
  const shape = of.shape;
  if (!shape || shape.open || of.taints.length > 0) return false;
  if (shape.kind === 'map') return true;
  // The entries of a `Map` are lists of key and value.
  const key = (of: Value) => (of.shape?.kind === 'list' ? of.shape.elements[0] : of);
  return shape.elements.length > 0 && shape.elements.every((element) => key(element)?.constant);
}

/** A pattern for the whole text that admits only letters, digits, `_` and `-`. */
function isStrictPattern(literal: string): boolean {
  return isStrict(literal, false);
}

/**
 * @param pattern the source, or a literal between slashes with its flags
 * @param anchored it has to match the whole text, whatever it says
 */
function isStrict(pattern: string, anchored: boolean): boolean {
  const end = pattern.lastIndexOf('/');
  const isLiteral = pattern.startsWith('/') && end > 0;
  const flags = isLiteral ? pattern.slice(end + 1) : '';
  if (flags.includes('m')) return false;
  const source = isLiteral ? pattern.slice(1, end) : pattern;
  const body = /^(?:\^|\\A)(.*)(?:\$|\\[zZ])$/s.exec(source)?.[1];
  if (body === undefined && !anchored) return false;
  return isStrictBody(body ?? source.replace(/^\^|\$$/g, ''));
}

/** One harmless character, escape or class, with or without a count. */
const strictPart = /(?:\\[dw]|\[([^\]]+)\]|[A-Za-z0-9_-])(?:[+*?]|\{\d+(?:,\d*)?\})?/y;

function isStrictBody(body: string): boolean {
  strictPart.lastIndex = 0;
  while (strictPart.lastIndex < body.length) {
    const part = strictPart.exec(body);
    if (!part || (part[1] !== undefined && !/^(?:\\[dw-]|[A-Za-z0-9_-])+$/.test(part[1])))
      return false;
  }
  return body.length > 0;
}
