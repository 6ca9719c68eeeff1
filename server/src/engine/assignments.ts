import type { Assign, Expr, Target } from '../ir/types';
import { callSetter } from './calls';
import { evaluate, joinText, noteBuilt } from './expressions';
import { pathOf } from './guards';
import { memberSymbol, type SinkSpec } from './model';
import { type FileRun, hasMember, namedArg, siteArg } from './run';
import type { SiteArg } from './sites';
import { evalOrExec, markEscaped } from './statements';
import {
  allTaints,
  changedValue,
  constant,
  elementOf,
  joinValues,
  listShape,
  mapShape,
  methodOf,
  notConstant,
  reshaped,
  retainted,
  type Taint,
  tainted,
  unionTaints,
  unknown,
  type Value,
  withCondition,
  withContent,
} from './values';

export function evalAssign(run: FileRun, expr: Assign): Value {
  let assigned: Value;
  if (expr.op !== undefined && expr.value) {
    assigned = evalCompound(run, expr.target, expr.op, expr.value);
  } else if (expr.value) {
    assigned = evaluate(run, expr.value);
  } else {
    return declareEmpty(run, expr);
  }
  if (!run.isKnown(assigned.symbol) && !assigned.fn && expr.type !== undefined) {
    const typed = run.typedValue(expr.type);
    if (typed?.symbol !== undefined) assigned = changedValue(assigned, { symbol: typed.symbol });
    if (typed?.instance && !assigned.instance)
      assigned = changedValue(assigned, { instance: typed.instance });
  }
  const isCheck =
    expr.target.kind === 'name' &&
    expr.op === undefined &&
    (expr.value.kind === 'call' || expr.value.kind === 'binary' || expr.value.kind === 'unary');
  if (isCheck) assigned = withCondition(assigned, expr.value);
  recordAssign(run, expr, assigned);
  assignTo(run, expr.target, assigned, expr.declares);
  return assigned;
}

/** A declaration without value: what its type says. */
function declareEmpty(run: FileRun, expr: Assign): Value {
  if (expr.declares === undefined || expr.target.kind !== 'name') return unknown;
  const typed = run.typedValue(expr.type);
  run.frame.declare(expr.target.name, typed ?? constant(undefined));
  return unknown;
}

function evalCompound(run: FileRun, target: Target, op: string, right: Expr): Value {
  const isPlace = target.kind === 'name' || target.kind === 'member' || target.kind === 'index';
  const before = isPlace ? evaluate(run, target) : unknown;
  const added = evaluate(run, right);
  if (op === '+' && isPlace)
    return noteBuilt(run, right, joinText(run, target, before, right, added));
  if (op === '||' || op === '??' || op === '&&') return joinValues(before, added);
  return unknown;
}

// -------------------------------------------------------------------------------------------------
// Sites

function recordAssign(run: FileRun, expr: Assign, assigned: Value): void {
  const { target } = expr;
  if (!expr.value) return;
  const { model, frame } = run;
  if (target.kind === 'name') {
    if (frame !== run.top && !frame.isClassBody) return;
    const specs = model.nameSinks.get(target.name);
    if (specs) run.record(expr, specs, [siteArg(expr.value, assigned)], undefined);
    return;
  }
  if (target.kind !== 'member' && target.kind !== 'index') return;
  const key = keyOf(run, target);
  if (key === undefined && target.kind === 'index') recordComputedKey(run, expr, target, assigned);
  const byKey = key === undefined ? undefined : model.keySinks.get(key.toLowerCase());
  if (!byKey && model.assignSinks.size === 0) return;
  const object = run.peek(target.object);
  if (!byKey && object.symbol === undefined) return;
  const specs: readonly SinkSpec[] = [
    ...(byKey ?? []),
    ...sinksOf(run, object.symbol, key),
    ...sinksOf(run, object.symbol, '*'),
  ];
  if (specs.length === 0) return;
  const keyNode = target.kind === 'index' ? target.index : target.object;
  const keyValue = key === undefined ? evaluate(run, keyNode) : constant(key);
  const args = [siteArg(expr.value, assigned), namedArg(keyNode, keyValue, 'key')];
  run.record(expr, specs, args, siteArg(target.object, object));
}

/** What the models say of an assignment to a member of an object. */
function sinksOf(
  run: FileRun,
  object: string | undefined,
  key: string | undefined,
): readonly SinkSpec[] {
  if (object === undefined || key === undefined) return [];
  const symbol = memberSymbol(object, key);
  return (symbol === undefined ? undefined : run.model.assignSinks.get(symbol)) ?? [];
}

/** `object[key] = value` with a key from outside. */
function recordComputedKey(
  run: FileRun,
  expr: Assign,
  target: Extract<Target, { kind: 'index' }>,
  assigned: Value,
): void {
  const key = evaluate(run, target.index);
  if (key.taints.length === 0 || !expr.value) return;
  const args: SiteArg[] = [
    namedArg(target.object, evaluate(run, target.object), 'object'),
    namedArg(target.index, key, 'key'),
    namedArg(expr.value, assigned, 'value'),
  ];
  run.recordOwn('computed-key', expr, args);
}

function keyOf(run: FileRun, target: Extract<Target, { kind: 'member' | 'index' }>) {
  if (target.kind === 'member') return target.property;
  const key =
    target.index.kind === 'literal' ? target.index.value : run.peek(target.index).constant?.value;
  return typeof key === 'string' ? key : undefined;
}

// -------------------------------------------------------------------------------------------------
// Places

export function assignTo(
  run: FileRun,
  target: Target,
  assigned: Value,
  declares: Assign['declares'],
): void {
  switch (target.kind) {
    case 'name':
      assignName(run, target, assigned, declares);
      break;
    case 'member':
      assignField(run, target.object, target.property, assigned);
      break;
    case 'index':
      assignIndex(run, target, assigned);
      break;
    case 'list-pattern':
      target.elements.forEach((element, i) => {
        const source =
          assigned.shape?.kind === 'list' && !assigned.shape.open && !element.rest
            ? (assigned.shape.elements[i] ?? constant(undefined))
            : elementOf(assigned);
        assignElement(run, element.target, element.default, source, declares);
      });
      break;
    case 'map-pattern':
      for (const element of target.elements) {
        const source =
          element.key !== undefined
            ? run.memberOf(assigned, element.key, element)
            : tainted(allTaints(assigned));
        assignElement(run, element.target, element.default, source, declares);
      }
      break;
    case 'unknown':
      for (const child of target.children) evalOrExec(run, child);
  }
}

function assignName(
  run: FileRun,
  target: Extract<Target, { kind: 'name' }>,
  assigned: Value,
  declares: Assign['declares'],
): void {
  const { frame } = run;
  const { language } = run.model;
  const labelled = assigned.taints.some((taint) => !taint.uncertain && isInput(taint))
    ? run.withSensitive(assigned, target.name, target)
    : assigned;
  const stepped =
    labelled.taints.length === 0
      ? labelled
      : retainted(
          labelled,
          run.addStep(labelled.taints, target, `is stored in \`${target.name}\``),
        );
  if (declares || language.assignmentDeclares) {
    frame.declare(target.name, stepped);
    return;
  }
  if (language.implicitReceiver && !language.readsCall && frame.lookup(target.name) === undefined) {
    const receiver = run.receiver();
    if (receiver?.instance && hasMember(receiver.instance, target.name)) {
      setField(run, receiver, target.name, assigned);
      return;
    }
  }
  frame.assign(target.name, stepped);
}

/** Whether the data comes from outside, as far as this file shows. */
function isInput(taint: Taint): boolean {
  const { kind } = taint.source;
  return kind === 'remote' || kind === 'local' || kind === 'param';
}

function assignElement(
  run: FileRun,
  target: Target | undefined,
  fallback: Expr | undefined,
  source: Value,
  declares: Assign['declares'],
): void {
  const otherwise = fallback && evaluate(run, fallback);
  if (target) assignTo(run, target, otherwise ? joinValues(source, otherwise) : source, declares);
}

function assignIndex(
  run: FileRun,
  target: Extract<Target, { kind: 'index' }>,
  assigned: Value,
): void {
  const object = evaluate(run, target.object);
  const key = evaluate(run, target.index).constant?.value;
  if (typeof key === 'string') assignField(run, target.object, key, assigned);
  else changeObject(run, target.object, object, putUnder(object, key, assigned));
}

/** A collection after something was put under a key; taints it as a whole when the key is unknown. */
export function putUnder(
  object: Value,
  key: string | number | boolean | null | undefined,
  assigned: Value,
): Value {
  const { shape } = object;
  const isKey = typeof key === 'string' || typeof key === 'number';
  if (isKey && (shape?.kind === 'map' || !shape)) {
    const fields = new Map(shape?.fields ?? []);
    fields.set(String(key), assigned);
    // A variable that nothing was assigned to before becomes a collection of just this.
    const open = shape?.open ?? object !== unknown;
    return reshaped(object, mapShape(fields, open));
  }
  if (typeof key === 'number' && shape?.kind === 'list' && !shape.open && key >= 0) {
    if (key < shape.elements.length || key < 64) {
      const elements = [...shape.elements];
      while (elements.length < key) elements.push(unknown);
      elements[key] = assigned;
      return reshaped(object, listShape(elements, false));
    }
  }
  return absorbed(object, allTaints(assigned));
}

/** A collection that took data in, nobody knows where. */
export function absorbed(object: Value, taints: readonly Taint[]): Value {
  const held = unionTaints(allTaints(object), taints);
  return withContent(notConstant(object), held, undefined, undefined);
}

function assignField(run: FileRun, objectExpr: Expr, property: string, assigned: Value): void {
  noteExport(run, objectExpr, property, assigned);
  const object = evaluate(run, objectExpr);
  if (object.symbol !== undefined && run.model.stores.has(object.symbol)) {
    const field = `${object.symbol}.${property}`;
    const before = run.stored.get(field);
    run.stored.set(field, before ? joinValues(before, assigned) : assigned);
    return;
  }
  const path = pathOf(objectExpr);
  if (path !== undefined && object.id === undefined) {
    if (objectExpr.kind === 'name') run.frame.forgetPath(`${path}.${property}`);
    else run.frame.setPath(`${path}.${property}`, assigned);
  } else if (path !== undefined) {
    run.frame.forgetPath(`${path}.${property}`);
  }
  if (object.instance) {
    const setter = methodOf(object.instance, `${property}=`);
    const at = siteArg(objectExpr, object);
    if (setter) callSetter(run, setter, at, siteArg(objectExpr, assigned));
    else setField(run, object, property, assigned);
    return;
  }
  const fields = new Map(object.shape?.kind === 'map' ? object.shape.fields : []);
  fields.set(property, assigned);
  const open = object.shape?.kind === 'map' ? object.shape.open : true;
  changeObject(run, objectExpr, object, reshaped(object, mapShape(fields, open)));
}

/** A field of an instance, and what all instances may have there. */
/** What all instances of a class may have in a field. What a caller passed in is known at the call. */
function commonOf(assigned: Value): Value {
  const taints = assigned.taints.filter(
    ({ source }) => source.kind !== 'param' && source.kind !== 'field',
  );
  return changedValue(assigned, { taints, param: undefined, text: undefined, constant: undefined });
}

/** An object that a field of a class has had from the start has changed. */
function changeField(run: FileRun, expr: Expr, id: number, to: Value): void {
  const isImplied = expr.kind === 'name' && run.frame.lookup(expr.name) === undefined;
  if (expr.kind !== 'member' && !isImplied) return;
  const { instance } = (expr.kind === 'member' ? run.peek(expr.object) : run.receiver()) ?? unknown;
  const name = expr.kind === 'member' ? expr.property : expr.name;
  if (instance?.fields.get(name)?.id === id) instance.fields.set(name, commonOf(to));
}

/** The receiver after a method: objects in its fields are for other methods as they are now. */
export function keepFields({ instance, shape }: Value): void {
  if (!instance || shape?.kind !== 'map') return;
  for (const [name, field] of shape.fields) {
    if (field.id !== undefined && instance.fields.has(name)) {
      instance.fields.set(name, commonOf(field));
    }
  }
}

function setField(run: FileRun, object: Value, property: string, assigned: Value): void {
  const { instance } = object;
  if (!instance) return;
  const common = commonOf(assigned);
  const before = instance.fields.get(property);
  instance.fields.set(property, before ? joinValues(before, common) : common);
  if (object.id === undefined) return;
  const fields = new Map(object.shape?.kind === 'map' ? object.shape.fields : []);
  fields.set(property, assigned);
  const open = object.shape?.kind === 'map' ? object.shape.open : true;
  const changed = withContent(object, object.taints, mapShape(fields, open), object.text);
  run.frame.changeObject(object.id, changed);
}

/** An object that an expression gives has changed: all names of it see that. */
export function changeObject(run: FileRun, expr: Expr, before: Value, to: Value): void {
  if (before.id !== undefined) {
    run.frame.changeObject(before.id, to);
    changeField(run, expr, before.id, to);
    return;
  }
  if (expr.kind === 'name') {
    if (run.frame.lookup(expr.name) !== undefined) run.frame.assign(expr.name, to);
    else if (run.model.language.assignmentDeclares) run.frame.declare(expr.name, to);
  } else if (expr.kind === 'index') {
    const object = run.peek(expr.object);
    const key = run.peek(expr.index).constant?.value;
    changeObject(run, expr.object, object, putUnder(object, key, to));
  } else if (expr.kind === 'member') {
    const object = run.peek(expr.object);
    if (object.instance) setField(run, object, expr.property, to);
    else if (object.shape?.kind === 'map' || object.id !== undefined)
      changeObject(run, expr.object, object, putUnder(object, expr.property, to));
  }
}

// -------------------------------------------------------------------------------------------------
// Exports

function noteExport(run: FileRun, object: Expr, property: string, assigned: Value): void {
  const { exportObjects } = run.model.language;
  if (exportObjects.length === 0) return;
  const path = pathOf(object);
  if (path === undefined) return;
  if (exportObjects.includes(path)) {
    run.exported.set(property, assigned);
    markEscaped(assigned);
  } else if (exportObjects.includes(`${path}.${property}`)) {
    run.exportedWhole = assigned;
    markEscaped(assigned);
  }
}
