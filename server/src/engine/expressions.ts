import type {
  Binary,
  Conditional,
  Expr,
  FunctionNode,
  ListExpr,
  MapExpr,
  Member,
  Name,
  StringBuild,
  Unary,
} from '../ir/types';
import { evalAssign } from './assignments';
import { callMember, evalCall, readCall } from './calls';
import { binaryConstant, truthOf, unaryConstant } from './constants';
import { declareClass, makeRef } from './functions';
import { pathOf, refine } from './guards';
import { elementAt, type FileRun, namedArg } from './run';
import { addReturn, evalOrExec } from './statements';
import {
  allTaints,
  buildText,
  changedValue,
  cleanTaints,
  constant,
  joinValues,
  listShape,
  mapShape,
  retainted,
  type Taint,
  tainted,
  unionAll,
  unionTaints,
  unknown,
  type Value,
  value,
} from './values';

export function evaluate(run: FileRun, expr: Expr): Value {
  if (!run.spend()) return unknown;
  run.depth++;
  const result = evalKind(run, expr);
  run.depth--;
  return result;
}

function evalKind(run: FileRun, expr: Expr): Value {
  switch (expr.kind) {
    case 'literal':
      return constant(expr.value);
    case 'name':
      return evalName(run, expr);
    case 'member':
      return evalMember(run, expr);
    case 'index':
      return evalIndex(run, expr.object, expr.index, expr);
    case 'call':
      return evalCall(run, expr);
    case 'string':
      return evalString(run, expr);
    case 'list':
      return evalList(run, expr);
    case 'map':
      return evalMap(run, expr);
    case 'function':
      return evalFunction(run, expr.fn);
    case 'class':
      return declareClass(run, expr.cls);
    case 'binary':
      return evalBinary(run, expr);
    case 'unary':
      return evalUnary(run, expr);
    case 'conditional':
      return evalConditional(run, expr);
    case 'assign':
      return evalAssign(run, expr);
    case 'sequence': {
      let last = unknown;
      for (const item of expr.items) last = evaluate(run, item);
      return last;
    }
    case 'unknown': {
      let taints: readonly Taint[] = [];
      for (const child of expr.children)
        taints = unionTaints(taints, evalOrExec(run, child).taints);
      return tainted(taints);
    }
  }
}

function truth(of: Value): boolean | undefined {
  return of.constant && truthOf(of.constant.value);
}

function evalConditional(run: FileRun, expr: Conditional): Value {
  const known = truth(evaluate(run, expr.test));
  if (known === true) return evaluate(run, expr.then);
  if (known === false) return evaluate(run, expr.else);
  const { frame } = run;
  const base = frame.layer;
  let a = unknown;
  let b = unknown;
  const ends = [
    frame.branch(() => {
      refine(frame, expr.test, true, run.knowledge);
      a = evaluate(run, expr.then);
    }),
    frame.branch(() => {
      refine(frame, expr.test, false, run.knowledge);
      b = evaluate(run, expr.else);
    }),
  ];
  frame.merge(base, ends);
  return joinValues(a, b);
}

// -------------------------------------------------------------------------------------------------
// Names and members

function evalName(run: FileRun, expr: Name): Value {
  const found = run.frame.lookup(expr.name);
  if (found !== undefined) return found;
  const { language } = run.model;
  if (language.receiverNames.includes(expr.name)) return run.receiver() ?? unknown;
  if (language.parentNames?.includes(expr.name)) return asParent(run.receiver());
  if (language.implicitReceiver) {
    const implied = run.impliedMember(expr);
    if (implied)
      return language.readsCall?.test(expr.name)
        ? readCall(run, expr, implied, undefined)
        : implied;
  }
  const outer = run.outerName(expr.name, expr);
  return language.readsCall?.test(expr.name) ? readCall(run, expr, outer, undefined) : outer;
}

/** The receiver, with the methods that its class inherits. */
function asParent(receiver: Value | undefined): Value {
  const parent = receiver?.instance?.parents[0];
  if (!receiver) return unknown;
  return changedValue(receiver, { instance: parent });
}

function evalMember(run: FileRun, expr: Member): Value {
  const object = evaluate(run, expr.object);
  const target = memberValue(run, expr, object);
  const { readsCall } = run.model.language;
  if (!readsCall) return target;
  if (readsCall.test(expr.property)) return callMember(run, expr, target, object);
  return target.instance ? target : (linkedConstant(run, expr) ?? target);
}

/** A constant of a namespace that a file of its own declares: `Admin::Users`. */
function linkedConstant(run: FileRun, expr: Member): Value | undefined {
  const path = pathOf(expr);
  let found = path === undefined ? undefined : run.linkedName(path);
  const parts = path?.split('.') ?? [];
  // The file may give the outermost namespace, in which the others are.
  const inside = found?.instance?.name === undefined ? -1 : parts.indexOf(found.instance.name);
  for (const part of inside < 0 ? [] : parts.slice(inside + 1)) {
    found = found && run.memberOf(found, part, expr);
  }
  return found?.instance ? found : undefined;
}

/** A member's value, as conditions may have narrowed it. */
export function memberValue(run: FileRun, expr: Member, object: Value): Value {
  if (run.frame.paths || run.importsByPath) {
    const path = pathOf(expr);
    const refined = path === undefined ? undefined : run.frame.lookup(path);
    if (refined) return refined;
  }
  return run.memberOf(object, expr.property, expr);
}

function evalIndex(run: FileRun, objectExpr: Expr, indexExpr: Expr, at: Expr): Value {
  const object = evaluate(run, objectExpr);
  const index = evaluate(run, indexExpr);
  if (run.frame.paths) {
    const path = pathOf(at);
    const refined = path === undefined ? undefined : run.frame.lookup(path);
    if (refined) return refined;
  }
  const key = index.constant?.value;
  if (typeof key === 'string') return run.memberOf(object, key, at);
  return elementAt(object, key);
}

// -------------------------------------------------------------------------------------------------
// Texts

function evalString(run: FileRun, expr: StringBuild): Value {
  const parts = expr.parts.map((node) => ({ node, value: evaluate(run, node) }));
  return noteBuilt(run, expr, concatenate(run, parts, expr));
}

export function concatenate(
  run: FileRun,
  parts: readonly { node: Expr; value: Value }[],
  node: StringBuild | undefined,
): Value {
  let taints: readonly Taint[] = [];
  let constantText: string | undefined = '';
  for (const part of parts) {
    taints = unionTaints(taints, allTaints(part.value));
    const known = part.value.constant;
    if (constantText !== undefined && known && known.value !== undefined)
      constantText += String(known.value);
    else constantText = undefined;
  }
  const first = parts[0]?.node;
  const last = parts[parts.length - 1]?.node;
  const at = node ?? (first && last ? { start: first.start, end: last.end } : undefined);
  return value({
    taints: at ? run.addStep(taints, at, 'becomes part of a text') : taints,
    constant: constantText === undefined ? undefined : { value: constantText },
    text: buildText(parts, node),
  });
}

/** `%s`, `%-8.2f`, `%(name)s`, `%1$s`, `%%`; and `{}`, `{0}`, `{name:>8}`, `{{`. */
const placeholders = {
  percent: /%(?:%|(?:\([^)]*\)|\d+\$)?[-+ #0,]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[a-zA-Z@])/g,
  braces: /\{\{|\}\}|\{[^{}]*\}/g,
};

/**
 * The text that a format makes of its values, for a format that is not written out where it is used:
 * then the front end has not taken it apart. Which value a placeholder takes is not followed, unless
 * there are as many of one as of the other.
 */
export function formatted(
  run: FileRun,
  style: keyof typeof placeholders,
  format: { readonly node: Expr; readonly value: Value },
  values: readonly { readonly node: Expr; readonly value: Value }[],
  at: Expr,
): Value {
  const text = format.value.constant?.value;
  const [first] = values;
  if (typeof text !== 'string' || !first)
    return tainted(unionAll([format.value, ...values.map((one) => one.value)]));
  const found = [...text.matchAll(placeholders[style])];
  const holes = found.filter(([mark]) => !/^(?:%%|\{\{|\}\})$/.test(mark));
  const any = { node: first.node, value: tainted(unionAll(values.map((one) => one.value))) };
  const parts: { node: Expr; value: Value }[] = [];
  let from = 0;
  let taken = 0;
  for (const match of holes) {
    parts.push({ node: format.node, value: constant(text.slice(from, match.index)) });
    parts.push((holes.length === values.length ? values[taken++] : undefined) ?? any);
    from = match.index + match[0].length;
  }
  parts.push({ node: format.node, value: constant(text.slice(from)) });
  const result = concatenate(run, parts, undefined);
  const taints = run.addStep(result.taints, at, 'becomes part of a text');
  return noteBuilt(run, at, retainted(result, taints));
}

const tag = /<[a-z!/]/i;
const sqlVerb = /^[\s(]*(?:select|insert|update|delete|alter|drop|truncate|merge|replace|with)\s/i;

/** The beginning of an address up to its host. */
const scheme = /^\s*(?:https?|wss?|ftp):\/\/$/i;

/** Records a text of HTML or SQL, or an address, that takes in data from the network. @returns the text */
export function noteBuilt(run: FileRun, node: Expr, of: Value): Value {
  const pieces = of.text?.pieces;
  if (!pieces || !of.taints.some(({ source }) => source.kind === 'remote')) return of;
  const record = (kind: string) => run.recordOwn(kind, node, [namedArg(node, of, 'text')]);
  if (pieces.some(({ text }) => text !== undefined && tag.test(text))) record('built-markup');
  if (sqlVerb.test(pieces[0]?.text ?? '')) record('built-sql');
  if (scheme.test(pieces[0]?.text ?? '')) record('built-address');
  return of;
}

function isText(of: Value): boolean {
  return of.text !== undefined || typeof of.constant?.value === 'string';
}

/** `left + right`, where one of the two may be a text. */
export function joinText(
  run: FileRun,
  leftNode: Expr,
  left: Value,
  rightNode: Expr,
  right: Value,
): Value {
  if (isText(left) || isText(right)) {
    const parts = [
      { node: leftNode, value: left },
      { node: rightNode, value: right },
    ];
    return concatenate(run, parts, undefined);
  }
  const lists = left.shape?.kind === 'list' && right.shape?.kind === 'list';
  if (lists && left.shape?.kind === 'list' && right.shape?.kind === 'list') {
    const elements = [...left.shape.elements, ...right.shape.elements];
    return value({
      taints: unionTaints(left.taints, right.taints),
      shape: listShape(elements, left.shape.open || right.shape.open),
    });
  }
  return tainted(unionTaints(allTaints(left), allTaints(right)));
}

// -------------------------------------------------------------------------------------------------
// Collections and functions

function evalList(run: FileRun, expr: ListExpr): Value {
  const values: Value[] = [];
  let taints: readonly Taint[] = [];
  let open = false;
  for (const element of expr.elements) {
    const of = evaluate(run, element.value);
    if (element.spread) {
      if (of.shape?.kind === 'list' && !of.shape.open) values.push(...of.shape.elements);
      else open = true;
      taints = unionTaints(taints, of.taints);
    } else {
      values.push(of);
    }
  }
  return value({ id: run.newId(), shape: listShape(values, open), taints });
}

function evalMap(run: FileRun, expr: MapExpr): Value {
  const fields = new Map<string, Value>();
  let taints: readonly Taint[] = [];
  let open = false;
  for (const entry of expr.entries) {
    const of = evaluate(run, entry.value);
    if (!entry.key) {
      if (of.shape?.kind === 'map') {
        for (const [key, field] of of.shape.fields) fields.set(key, field);
        open ||= of.shape.open;
      } else {
        open = true;
      }
      taints = unionTaints(taints, of.taints);
      continue;
    }
    const key = evaluate(run, entry.key).constant?.value;
    if (key === undefined || key === null) {
      open = true;
      taints = unionTaints(taints, allTaints(of));
    } else {
      fields.set(String(key), of);
    }
  }
  return value({ id: run.newId(), shape: mapShape(fields, open), taints });
}

function evalFunction(run: FileRun, fn: FunctionNode): Value {
  const known = run.refs.get(fn);
  const ref = makeRef(run, fn, undefined);
  if (known !== ref) run.pending.push(ref);
  return value({ fn: ref });
}

// -------------------------------------------------------------------------------------------------
// Operators

function evalBinary(run: FileRun, expr: Binary): Value {
  const left = evaluate(run, expr.left);
  if (expr.op === '&&' || expr.op === '||' || expr.op === '??') return evalLogical(run, expr, left);
  const right = evaluate(run, expr.right);
  if (left.constant && right.constant) {
    const known = binaryConstant(expr.op, left.constant.value, right.constant.value);
    if (known && !(expr.op === '+' && typeof known.value === 'string'))
      return value({ constant: known });
  }
  const cleaned = cleanedByOperator(run, expr.op, left, right);
  if (cleaned) return cleaned;
  switch (expr.op) {
    case '+':
      return noteBuilt(run, expr, joinText(run, expr.left, left, expr.right, right));
    case '===':
    case '==':
    case '!==':
    case '!=':
      if (left.taints.length > 0 || right.taints.length > 0) {
        const args = [namedArg(expr.left, left, 'left'), namedArg(expr.right, right, 'right')];
        run.recordOwn('compare', expr, args);
      }
      return unknown;
    case '%':
      return formatted(
        run,
        'percent',
        { node: expr.left, value: left },
        right.shape?.kind === 'list'
          ? right.shape.elements.map((one) => ({ node: expr.right, value: one }))
          : [{ node: expr.right, value: right }],
        expr,
      );
    case '/':
    case '<<':
    case '>>':
      // An operator of a library's object, such as a path that another is put behind.
      return left.symbol?.endsWith('#')
        ? value({ symbol: left.symbol, taints: unionTaints(left.taints, allTaints(right)) })
        : unknown;
    default:
      return unknown;
  }
}

/** An operator that a model describes, such as one of a text that escapes what it takes in. */
function cleanedByOperator(
  { model }: FileRun,
  op: string,
  left: Value,
  right: Value,
): Value | undefined {
  const { symbol } = left;
  if (!symbol?.endsWith('#')) return undefined;
  const spec = model.calls.get(symbol + op)?.[0];
  if (spec?.result !== 'clean') return undefined;
  const taints = unionTaints(allTaints(left), allTaints(right));
  return value({ symbol, taints: spec.cleans ? cleanTaints(taints, spec.cleans) : [] });
}

function evalLogical(run: FileRun, expr: Binary, left: Value): Value {
  const known = truth(left);
  if (expr.op === '&&' && known === false) return left;
  if (expr.op === '||' && known === true) return left;
  const { frame } = run;
  const base = frame.layer;
  let right = unknown;
  const end = frame.branch(() => {
    if (expr.op !== '??') refine(frame, expr.left, expr.op === '&&', run.knowledge);
    right = evaluate(run, expr.right);
  });
  frame.merge(base, [end, frame.emptyBranch()]);
  if (expr.op === '&&') return known === true ? right : joinValues(left, right);
  const leftIsNothing =
    left.constant &&
    (known === false || left.constant.value === null || left.constant.value === undefined);
  return leftIsNothing ? right : joinValues(left, right);
}

function evalUnary(run: FileRun, expr: Unary): Value {
  const operand = evaluate(run, expr.operand);
  if (expr.op === 'yield') {
    addReturn(run, operand, expr);
    return unknown;
  }
  if ((expr.op === '++' || expr.op === '--') && expr.operand.kind === 'name') {
    run.frame.assign(expr.operand.name, unknown);
    return unknown;
  }
  const known = operand.constant && unaryConstant(expr.op, operand.constant.value);
  return known ? value({ constant: known }) : unknown;
}
