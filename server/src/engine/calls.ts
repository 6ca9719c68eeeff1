import type { Arg, Call, Expr, FunctionNode, Index, Member } from '../ir/types';
import { walk } from '../ir/walk';
import { absorbed, changeObject } from './assignments';
import { holdsAll, type Parts } from './conditions';
import { measures, textConstant } from './constants';
import { applyEffect } from './effects';
import { concatenate, evaluate, formatted, memberValue, noteBuilt } from './expressions';
import { bindArguments, givenValue, nodeOfParam, runFunction, summarise } from './functions';
import { checkedParams, pathOf } from './guards';
import { type CallSpec, type EntryPointSpec, resultSymbol, type TextFunction } from './model';
import { elementAt, type FileRun, namedArg, type Summary, siteArg } from './run';
import { argument, type SiteArg } from './sites';
import { type CallBinding, substituteSite, substituteValue } from './substitute';
import {
  allTaints,
  type ClassRef,
  changedValue,
  cleanTaints,
  constant,
  elementOf,
  type FunctionRef,
  joinValues,
  listShape,
  mapShape,
  markUncertain,
  methodOf,
  named,
  newTaint,
  notConstant,
  ofSymbol,
  renumbered,
  reshaped,
  retainted,
  type Taint,
  tainted,
  unionAll,
  unionTaints,
  unknown,
  type Value,
  value,
  withTaints,
} from './values';

/** Words in the name of a function that says it makes its argument safe. */
const cleaningName = /escap|sanit|valid|encod|quot|clean|whitelist|allow/i;

/** Calls on one way from source to sink that are followed. */
const maxThrough = 8;
/** Classes that an interface's method is looked for in. */
const maxImplementations = 8;

/** A call in progress: what is called, on what, with what. */
interface Invocation {
  readonly node: Expr;
  /** Set where arguments are written; a read that is a call has none. */
  readonly call: Call | undefined;
  readonly target: Value;
  readonly method: string | undefined;
  readonly receiver: SiteArg | undefined;
  readonly args: readonly SiteArg[];
}

export function evalArgs(run: FileRun, args: readonly Arg[]): readonly SiteArg[] {
  const given: SiteArg[] = [];
  for (const arg of args) {
    const of = evaluate(run, arg.value);
    given.push({ node: arg.value, value: of, name: arg.name, spread: arg.spread !== undefined });
  }
  return given;
}

export function evalCall(run: FileRun, expr: Call): Value {
  const { callee } = expr;
  if (run.frame.paths) {
    const path = pathOf(expr);
    const refined = path === undefined ? undefined : run.frame.lookup(path);
    if (refined) return refined;
  }
  let receiver: SiteArg | undefined;
  let target: Value;
  let method: string | undefined;
  if (callee.kind === 'member') {
    const object = evaluate(run, callee.object);
    receiver = siteArg(callee.object, object);
    target = memberValue(run, callee, object);
    method = callee.property;
  } else if (callee.kind === 'name' && run.model.language.parentNames?.includes(callee.name)) {
    target = parentMethod(run);
    const own = run.receiver();
    if (own) receiver = siteArg(callee, own);
  } else if (callee.kind === 'name' && run.model.language.implicitReceiver) {
    const local = run.frame.lookup(callee.name);
    const implied = local ?? run.impliedMember(callee);
    if (implied && !local) {
      const own = run.receiver();
      if (own) receiver = siteArg(callee, own);
    }
    target = implied ?? run.outerName(callee.name, callee);
    method = callee.name;
  } else {
    target = evaluate(run, callee);
    if (callee.kind === 'index') recordComputedCall(run, expr, callee);
    // PHP calls a function by a text that holds its name.
    if (target.taints.length > 0 && !target.fn)
      run.recordOwn('reflection', expr, [namedArg(callee, target, 'name')]);
  }
  const args = evalArgs(run, expr.args);
  return invoke(run, { node: expr, call: expr, target, method, receiver, args });
}

/** `object[name](…)` with a name from outside. */
function recordComputedCall(run: FileRun, expr: Call, callee: Index): void {
  const name = evaluate(run, callee.index);
  if (name.taints.length === 0) return;
  run.recordOwn('reflection', expr, [
    namedArg(callee.index, name, 'name'),
    namedArg(callee.object, run.peek(callee.object), 'object'),
  ]);
}

/** The method of the parent class that the running one overrides. */
function parentMethod(run: FileRun): Value {
  for (let { frame }: { frame: FileRun['frame'] | undefined } = run; frame; frame = frame.parent) {
    const owner = frame.fn && run.refs.get(frame.fn)?.owner;
    const name = frame.fn?.name;
    if (!owner || name === undefined) continue;
    for (const parent of owner.parents) {
      const fn = methodOf(parent, name);
      if (fn) return value({ fn });
    }
    return unknown;
  }
  return unknown;
}

/** A member that is read, in a language where that is a call without arguments. */
export function callMember(run: FileRun, expr: Member, target: Value, object: Value): Value {
  return readCall(run, expr, target, siteArg(expr.object, object), expr.property);
}

export function readCall(
  run: FileRun,
  node: Expr,
  target: Value,
  receiver: SiteArg | undefined,
  method?: string,
): Value {
  const { memory } = run.model;
  const facts = target.symbol === undefined ? undefined : memory.symbol(target.symbol);
  // A source that is read is data already.
  if (facts?.source) return target;
  const ofMethod = method === undefined ? undefined : memory.method(method);
  const isCalled =
    target.fn !== undefined ||
    facts?.isCalled === true ||
    ofMethod?.calls !== undefined ||
    ofMethod?.sinks !== undefined;
  if (!isCalled) return target;
  return invoke(run, { node, call: undefined, target, method, receiver, args: [] });
}

function invoke(run: FileRun, call: Invocation): Value {
  const { target, method } = call;
  const { symbol } = target;
  const imported = importCall(run, call);
  if (imported) return imported;

  const { memory } = run.model;
  const facts = symbol === undefined ? undefined : memory.symbol(symbol);
  const ofMethod = method === undefined ? undefined : memory.method(method);
  const sinks = facts?.sinks ?? (target.fn ? undefined : ofMethod?.sinks);
  if (sinks) run.record(call.node, sinks, call.args, call.receiver);
  const registrations = facts?.registrations ?? ofMethod?.registrations;
  if (registrations) registerHandlers(run, registrations, call.args, call.receiver);

  if (target.fn) return callFunction(run, call, target.fn);
  const called = calledValue(run, call);
  if (called) return called;
  const construct = target.isClass ? target.instance : undefined;
  if (construct && isConstruction(run, call)) return constructInstance(run, call, construct);

  const source = facts?.calledSource;
  const spec = applying(facts?.calls, call) ?? applying(ofMethod?.calls, call);
  const { receiver, args } = withReceiver(spec, call);
  const given = runCallbacks(run, spec, args, receiver);
  if (source) {
    const taints = [newTaint(run.source(source.kind, source.label, call.node), source.harmless)];
    if (!source.into) return named(taints, facts?.result);
    const filled = argument(args, source.into);
    if (filled) changeObject(run, filled.node, filled.value, absorbed(filled.value, taints));
  }
  let result = resultOf(run, args === call.args ? call : { ...call, receiver, args }, spec, given);
  if (spec?.effect) {
    const changed = applyEffect(run, spec.effect, args, receiver);
    if (spec.result === 'receiver' && changed) result = changed;
  }
  return spec?.gives
    ? withTaints(result, [newTaint(run.source(spec.gives.kind, spec.gives.label, call.node))])
    : result;
}

/** A function may take as an argument what is the receiver of a method elsewhere. */
function withReceiver(
  spec: CallSpec | undefined,
  call: Invocation,
): Pick<Invocation, 'receiver' | 'args'> {
  const own = spec?.receiver && argument(call.args, spec.receiver);
  return own ? { receiver: own, args: call.args.filter((arg) => arg !== own) } : call;
}

/** `f.call(x)`: a method of a function value that calls it. */
function calledValue(run: FileRun, call: Invocation): Value | undefined {
  const { receiver, method, args } = call;
  const { callMethods } = run.model.language;
  const fn = receiver?.value.fn;
  if (!fn || !callMethods || method === undefined) return undefined;
  const leftOut = callMethods[method] ?? callMethods['*'];
  if (leftOut === undefined) return undefined;
  return callFunction(run, { ...call, receiver: undefined, args: args.slice(leftOut) }, fn);
}

/** A class is constructed by `new`, or by calling it where there is no `new`. */
function isConstruction(run: FileRun, { call }: Invocation): boolean {
  return (
    call !== undefined &&
    (call.isNew || run.model.language.receiver === 'first-parameter' || call.callee.kind === 'name')
  );
}

function importCall(run: FileRun, { call, node, target, args }: Invocation): Value | undefined {
  const { language } = run.model;
  if (target.symbol !== undefined && language.includeCalls?.has(target.symbol)) {
    const source = includedPath(args[0]?.value);
    const once = language.includeCalls.get(target.symbol) === 'once';
    return source === undefined ? undefined : run.linker?.included(run, source, once);
  }
  if (language.importCall === undefined || target.symbol !== language.importCall) return undefined;
  if (call?.callee.kind !== 'name') return undefined;
  const name = args[0]?.value.constant?.value;
  if (typeof name !== 'string') return undefined;
  const module = language.moduleSymbol(name);
  run.imports.add(module);
  return run.linker?.imported(run.file, name, '*') ?? run.symbolValue(module, node);
}

/** The path that is included, or the constant end of it behind a folder that is not known. */
function includedPath(of: Value | undefined): string | undefined {
  const known = of?.constant?.value;
  if (typeof known === 'string') return known;
  const [folder, file, ...more] = of?.text?.pieces ?? [];
  if (file?.text === undefined || more.length > 0) return undefined;
  return folder && folder.text === undefined && folder.value.taints.length === 0
    ? `.${file.text}`
    : undefined;
}

// -------------------------------------------------------------------------------------------------
// Frameworks

type Registration = Extract<EntryPointSpec, { by: 'registration' }>;

function registerHandlers(
  run: FileRun,
  specs: readonly Registration[],
  args: readonly SiteArg[],
  receiver: SiteArg | undefined,
): void {
  for (const spec of specs) {
    if (!holdsAll(spec.where, { args, receiver })) continue;
    for (const arg of args.slice(spec.from)) {
      for (const fn of handlersIn(arg.value, spec, 0)) registerHandler(run, fn, spec);
    }
  }
}

function handlersIn(of: Value, spec: Registration, depth: number): readonly FunctionRef[] {
  if (of.fn) return [of.fn];
  const { shape } = of;
  if (shape?.kind === 'list') return shape.elements.flatMap((e) => handlersIn(e, spec, depth + 1));
  if (shape?.kind === 'map' && spec.inMap && depth < 4) {
    return [...shape.fields.values()].flatMap((field) => handlersIn(field, spec, depth + 1));
  }
  return [];
}

const caughtError = { source: 'the details of an error', kind: 'exception' };

function registerHandler(run: FileRun, fn: FunctionRef, spec: Registration): void {
  const given =
    spec.errorFirst && fn.fn.params.length > spec.params.length
      ? [caughtError, ...spec.params]
      : spec.params;
  fn.entry = {
    args: fn.fn.params.map(
      (param, i) => givenValue(run, given[i], param) ?? run.typedValue(param.type) ?? unknown,
    ),
    returns: spec.returns,
  };
  const home = fn.home as FileRun;
  // A function that was analysed as nobody's is a handler after all.
  if (home.states.has(fn.fn) || home !== run) home.pending.push(fn);
  // What it puts into variables around it is there for those that are registered later.
  if (home === run && run.frame !== run.top && writesAround(fn.fn))
    runFunction(run, fn, fn.entry.args, fn.entry.returns);
}

const writers = new WeakMap<FunctionNode, boolean>();

/** Whether a function may write to a variable that is not its own, or add to a list. */
function writesAround(fn: FunctionNode): boolean {
  const known = writers.get(fn);
  if (known !== undefined) return known;
  let writes = false;
  walk(fn.body, (node) => {
    if (node.kind === 'assign' && !node.declares && node.target.kind === 'name') writes = true;
    if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'push')
      writes = true;
  });
  writers.set(fn, writes);
  return writes;
}

/** The first specification whose conditions hold. */
function applying(specs: readonly CallSpec[] | undefined, parts: Parts): CallSpec | undefined {
  if (specs) for (const spec of specs) if (holdsAll(spec.where, parts)) return spec;
  return undefined;
}

/** Runs functions that are written among the arguments; gives what the first gives back. */
function runCallbacks(
  run: FileRun,
  spec: CallSpec | undefined,
  args: readonly SiteArg[],
  receiver: SiteArg | undefined,
): Value | undefined {
  let given: Value | undefined;
  for (const arg of args) {
    const ref = arg.value.fn;
    if (!ref || ref.entry) continue;
    ref.escapes ||= arg.node.kind !== 'function';
    if (arg.node.kind !== 'function') continue;
    const from = receiver?.value ?? unknown;
    const first = args.find((other) => !other.value.fn)?.value ?? unknown;
    const params = ref.fn.params.map((param, i) => {
      const role = spec?.callback?.[i];
      if (role === 'element') return elementOf(from);
      if (role === 'receiver') return from;
      if (role === 'argument') return elementOf(first);
      return run.typedValue(param.type) ?? unknown;
    });
    given ??= runFunction(run, ref, params, undefined).returns;
  }
  return given;
}

// -------------------------------------------------------------------------------------------------
// Results of library functions

function resultOf(
  run: FileRun,
  call: Invocation,
  spec: CallSpec | undefined,
  given: Value | undefined,
): Value {
  const { target, receiver, args } = call;
  const type = target.symbol === undefined ? undefined : resultSymbol(run.model, target.symbol);
  const known = spec && specifiedResult(run, call, spec, given, type);
  if (known) return read(run, call, withIdentity(run, known));
  let incoming: readonly Taint[] = [];
  for (const arg of args) incoming = unionTaints(incoming, allTaints(arg.value));
  if (receiver && receiver.value.taints.length > 0) {
    // A method of the data itself gives data of the same origin.
    return read(run, call, named(unionTaints(receiver.value.taints, incoming), type));
  }
  const name = calledName(call);
  if (incoming.length === 0 || cleaningName.test(name)) {
    return read(run, call, withIdentity(run, ofSymbol(type)));
  }
  const label = `goes through \`${name}\``;
  return named(markUncertain(run.addStep(incoming, call.node, label)), type);
}

/** A method may read a field by its own name or a key: `user.getPassword()`, `form.get('password')`. */
function read(run: FileRun, { method, args, node }: Invocation, result: Value): Value {
  if (method === undefined || args.length > 2) return result;
  const key = args.length === 0 ? method : args[0]?.value.constant?.value;
  return typeof key === 'string' ? run.withSensitive(result, key, node) : result;
}

function calledName({ call, method }: Invocation): string {
  return method ?? (call?.callee.kind === 'name' ? call.callee.name : '');
}

/** A new object of a type that a model names is one whose fields setters may fill. */
function withIdentity(run: FileRun, of: Value): Value {
  if (of.id !== undefined || of.symbol === undefined || !of.symbol.endsWith('#')) return of;
  const shape = of.shape ?? mapShape(new Map(), false);
  return changedValue(of, { id: run.newId(), shape });
}

/** What the model says that the call gives; undefined when it says nothing for these values. */
function specifiedResult(
  run: FileRun,
  call: Invocation,
  spec: CallSpec,
  given: Value | undefined,
  type: string | undefined,
): Value | undefined {
  const { receiver, args } = call;
  const { result } = spec;
  const all = () =>
    unionTaints(receiver ? allTaints(receiver.value) : [], unionAll(args.map((arg) => arg.value)));
  if (typeof result === 'object') return textResult(run, call, result.text);
  switch (result) {
    case 'never':
      run.frame.dead = true;
      return unknown;
    case 'clean':
      return spec.cleans ? named(cleanTaints(all(), spec.cleans), type) : ofSymbol(type);
    case 'propagate':
      return named(all(), type);
    case 'receiver':
      return receiver?.value ?? unknown;
    case 'argument': {
      const arg = args[spec.argument ?? 0];
      if (!arg) return ofSymbol(type);
      return arg.value.symbol === undefined && type?.endsWith('#')
        ? changedValue(arg.value, { symbol: type, id: run.newId() })
        : arg.value;
    }
    case 'derived':
      return value({
        symbol: type,
        shape: receiver?.value.shape,
        taints: receiver?.value.taints ?? [],
        id: run.newId(),
      });
    case 'element':
      return lookedUp(args.slice(spec.argument ?? 0), receiver);
    case 'any-element':
      return (
        receiver &&
        changedValue(elementOf(receiver.value), {
          symbol: elementOf(receiver.value).symbol ?? type,
        })
      );
    case 'first-element':
      return receiver && elementAt(receiver.value, 0);
    case 'last-element':
      return receiver && elementAt(receiver.value, -1);
    case 'list':
      return value({
        id: run.newId(),
        symbol: type,
        shape: listShape(
          args.map((arg) => arg.value),
          args.some((arg) => arg.spread),
        ),
      });
    case 'map':
      return mapOf(run, args, type);
    case 'mapped': {
      const mapped = given ?? callBack(run, call, args[0]);
      return mapped
        ? value({ id: run.newId(), shape: listShape([mapped], true) })
        : named(all(), type);
    }
    case 'filtered': {
      const { fn } = args[0]?.value ?? unknown;
      return fn && checkedParams(fn.fn, true, run.knowledge).includes(0)
        ? value({ shape: listShape([unknown], true) })
        : named(all(), type);
    }
    case 'joined': {
      if (!receiver) return undefined;
      const separatorFirst = typeof receiver.value.constant?.value === 'string';
      const list = separatorFirst ? args[0] : receiver;
      return list && joined(run, list, separatorFirst ? receiver : args[0], call.node);
    }
    case 'concat': {
      const parts = receiver && !isNamespace(receiver.value) ? [receiver, ...args] : args;
      return noteBuilt(run, call.node, concatenate(run, parts, undefined));
    }
    case 'resource': {
      const name = args[0]?.value.constant?.value;
      if (typeof name !== 'string') return undefined;
      return run.linker?.imported(run.file, name, '*');
    }
    case 'callback':
      return given ?? callBack(run, call, args[0]) ?? value({ taints: all(), symbol: type });
  }
}

/** Whether a value is what functions hang on, and no data itself. */
function isNamespace(of: Value): boolean {
  return (
    of.symbol !== undefined && !of.symbol.endsWith('#') && of.taints.length === 0 && !of.constant
  );
}

function textResult(run: FileRun, call: Invocation, fn: TextFunction): Value {
  const { receiver, args } = call;
  const parts = receiver && !isNamespace(receiver.value) ? [receiver, ...args] : args;
  const [subject, ...others] = parts;
  if (!subject) return unknown;
  if (fn === 'to-string') {
    const { constant: known, text, taints } = subject.value;
    return value({
      constant: known && textConstant(fn, known.value, []),
      text,
      taints: unionTaints(taints, allTaints(subject.value)),
      param: undefined,
    });
  }
  if (fn === 'concat') return noteBuilt(run, call.node, concatenate(run, parts, undefined));
  if (fn === 'format-percent') return formatted(run, 'percent', subject, others, call.node);
  if (fn === 'format-braces') return formatted(run, 'braces', subject, others, call.node);
  const known = subject.value.constant;
  if (known && others.every((other) => other.value.constant)) {
    const result = textConstant(
      fn,
      known.value,
      others.map((other) => other.value.constant?.value),
    );
    if (result) return value({ constant: result });
  }
  if (measures(fn)) return unknown;
  return tainted(unionAll(parts.map((part) => part.value)));
}

function mapOf(run: FileRun, args: readonly SiteArg[], type: string | undefined): Value {
  const fields = new Map<string, Value>();
  let open = false;
  for (let i = 0; i + 1 < args.length; i += 2) {
    const key = args[i]?.value.constant?.value;
    if (typeof key === 'string') fields.set(key, args[i + 1]!.value);
    else open = true;
  }
  return value({
    id: run.newId(),
    symbol: type,
    shape: mapShape(fields, open),
    taints: open ? unionAll(args.map((arg) => arg.value)) : [],
  });
}

/** What a collection holds under a key; undefined when nothing is known of the collection. */
function lookedUp(args: readonly SiteArg[], receiver: SiteArg | undefined): Value | undefined {
  const { shape } = receiver?.value ?? unknown;
  if (!receiver || !shape || args.length === 0 || args.length > 2) return undefined;
  const key = args[0]?.value.constant?.value;
  let exact = shape.kind === 'map' && typeof key === 'string' ? shape.fields.get(key) : undefined;
  let found = exact ?? elementOf(receiver.value);
  if (shape.kind === 'map' && typeof key === 'string' && !exact && !shape.open)
    found = tainted(receiver.value.taints);
  if (shape.kind === 'list') {
    // A `Map` made of lists of key and value.
    const pairs = shape.elements.map((entry) =>
      entry.shape?.kind === 'list' ? entry.shape.elements[1] : undefined,
    );
    const first = pairs[0];
    if (typeof key === 'number') {
      exact = elementAt(receiver.value, key);
      found = exact;
    } else if (first && !pairs.includes(undefined)) {
      found = pairs.reduce<Value>((a, b) => joinValues(a, b ?? unknown), first);
    } else return undefined;
  }
  const fallback = args[1]?.value;
  if (fallback && !exact) return joinValues(found, fallback);
  return exact ? found : notConstant(found);
}

/** What a function that stands elsewhere gives for an element of the receiver. */
function callBack(
  run: FileRun,
  call: Invocation,
  callback: SiteArg | undefined,
): Value | undefined {
  if (!callback) return undefined;
  const element = elementOf(call.receiver?.value ?? unknown);
  const { fn, symbol } = callback.value;
  if (fn && !fn.entry) {
    const binding = bindCall(run, call.node, fn, [element], undefined, 'is passed to a function');
    return substituteValue(summarise(fn).returns, binding);
  }
  const spec = symbol === undefined ? undefined : run.model.calls.get(symbol)?.[0];
  if (spec?.result !== 'clean') return undefined;
  return spec.cleans ? tainted(cleanTaints(allTaints(element), spec.cleans)) : unknown;
}

function joined(run: FileRun, list: SiteArg, separator: SiteArg | undefined, at: Expr): Value {
  const { shape } = list.value;
  if (shape?.kind !== 'list' || shape.open)
    return tainted(run.addStep(allTaints(list.value), at, 'becomes part of a text'));
  const written = list.node.kind === 'list' ? list.node.elements : [];
  const between = separator ?? siteArg(list.node, constant(','));
  const parts = shape.elements.flatMap((element, i) => {
    const part = { node: written[i]?.value ?? list.node, value: element };
    return i === 0 ? [part] : [{ node: between.node, value: between.value }, part];
  });
  const text = concatenate(run, parts, undefined);
  const taints = run.addStep(text.taints, at, 'becomes part of a text');
  return withTaints(retainted(text, taints), list.value.taints);
}

// -------------------------------------------------------------------------------------------------
// Functions of the program

function bindCall(
  run: FileRun,
  at: Expr,
  ref: FunctionRef,
  args: readonly Value[],
  receiver: Value | undefined,
  label: string,
): CallBinding {
  return {
    fn: ref.fn,
    args,
    receiver,
    at: run.place(at),
    label,
    member: (object, name) => run.memberOf(object, name, at),
  };
}

/** A method of an interface is that of the classes which implement it. */
function implementations(ref: FunctionRef, receiver: SiteArg | undefined): readonly FunctionRef[] {
  const { name } = ref.fn;
  const cls = receiver?.value.instance;
  if (!cls || name === undefined || !ref.owner || cls.children.length === 0) return [ref];
  const found = new Set<FunctionRef>();
  const visit = (of: ClassRef, depth: number): void => {
    const own = of.methods.get(name);
    if (own && !isAbstract(own)) found.add(own);
    if (depth < 4) for (const child of of.children) visit(child, depth + 1);
  };
  visit(cls, 0);
  const inherited = methodOf(cls, name);
  if (inherited && !isAbstract(inherited)) found.add(inherited);
  return found.size === 0 || found.size > maxImplementations ? [ref] : [...found];
}

/** Without a body, what it does stands in the classes below. */
function isAbstract(ref: FunctionRef): boolean {
  return ref.fn.body.body.length === 0 && ref.fn.body.start === ref.fn.body.end;
}

function callFunction(run: FileRun, call: Invocation, ref: FunctionRef): Value {
  const candidates = implementations(ref, call.receiver);
  if (candidates.length === 1 && candidates[0] === ref && isAbstract(ref)) {
    // Nobody knows who implements it.
    return resultOf(
      run,
      { ...call, target: changedValue(call.target, { fn: undefined }) },
      undefined,
      undefined,
    );
  }
  let result: Value | undefined;
  for (const candidate of candidates) {
    const returned = callOne(run, call, candidate, call.receiver);
    result = result ? joinValues(result, returned) : returned;
  }
  if (candidates.every(({ fn }) => fn.returnType !== undefined && noReturn.test(fn.returnType))) {
    run.frame.dead = true;
  }
  return result ?? unknown;
}

/** The written type of a function that does not come back. */
const noReturn = /^(?:never|(?:typing\.)?(?:NoReturn|Never))$/;

function callOne(
  run: FileRun,
  call: Invocation,
  ref: FunctionRef,
  receiver: SiteArg | undefined,
): Value {
  ref.calls++;
  const receiverFirst =
    ref.owner !== undefined &&
    !ref.fn.isStatic &&
    run.model.language.receiver === 'first-parameter';
  const shift = receiverFirst && receiver ? 1 : 0;
  const actual = bindArguments(ref.fn, call.args, shift && receiver ? [receiver.value] : []);
  const summary = summarise(ref, actual);
  const name = ref.fn.name === undefined ? 'a function' : `\`${ref.fn.name}\``;
  const binding = bindCall(run, call.node, ref, actual, receiver?.value, `is passed to ${name}`);
  const home = ref.home as FileRun;
  for (const site of home.log.reachedFrom(ref.fn)) {
    const reached = substituteSite(site, binding);
    if (reached.through.length <= maxThrough) run.log.record(reached);
  }
  const after = applySummary(run, call, ref, summary, binding, receiver, shift);
  const substituted = cleanedByName(run, ref, substituteValue(summary.returns, binding));
  runWrittenCallbacks(run, call.args);
  const { returnsArg } = summary;
  if (returnsArg !== undefined) {
    const given = returnsArg < 0 ? receiver?.value : actual[returnsArg];
    return after.get(returnsArg) ?? given ?? substituted;
  }
  const isOwn = substituted.id !== undefined && substituted.id === summary.returns.id;
  return isOwn ? renumbered(substituted, run.newId()) : substituted;
}

/** What a function gives back, less what its name says that it takes out. */
function cleanedByName(run: FileRun, { fn }: FunctionRef, of: Value): Value {
  const kinds = fn.name === undefined ? undefined : run.model.language.cleansByName(fn.name);
  if (!kinds || allTaints(of).length === 0) return of;
  return changedValue(of, {
    taints: cleanTaints(of.taints, kinds),
    text: undefined,
    param: undefined,
  });
}

/** Functions written as arguments run, even when the callee is not seen to call them. */
function runWrittenCallbacks(run: FileRun, args: readonly SiteArg[]): void {
  for (const arg of args) {
    const callback = arg.value.fn;
    if (!callback || arg.node.kind !== 'function' || callback.entry) continue;
    runFunction(
      run,
      callback,
      callback.fn.params.map((param) => run.typedValue(param.type) ?? unknown),
      undefined,
    );
  }
}

/** Changes the caller's objects as the callee does; gives them by parameter. */
function applySummary(
  run: FileRun,
  call: Invocation,
  ref: FunctionRef,
  summary: Summary,
  binding: CallBinding,
  receiver: SiteArg | undefined,
  shift: number,
): ReadonlyMap<number, Value> {
  const after = new Map<number, Value>();
  for (const effect of summary.effects) {
    const isReceiver = effect.index < 0 || (shift === 1 && effect.index === 0);
    const arg = isReceiver ? receiver : nodeOfParam(ref.fn, call.args, effect.index, shift);
    if (!arg) continue;
    const changed = changedBy(
      arg.value,
      substituteValue(changedValue(effect.value, { param: undefined }), binding),
    );
    after.set(effect.index, changed);
    changeObject(run, arg.node, arg.value, changed);
  }
  return after;
}

/** An object of the caller's after the callee wrote to it. */
function changedBy(before: Value, after: Value): Value {
  const taints = unionTaints(before.taints, after.taints);
  if (after.shape?.kind === 'map' && before.shape?.kind !== 'list') {
    const fields = new Map(before.shape?.fields ?? []);
    for (const [key, field] of after.shape.fields) fields.set(key, field);
    const open = before.shape?.open ?? true;
    return reshaped(retainted(before, taints), mapShape(fields, open));
  }
  if (before.shape?.kind === 'list') {
    return reshaped(retainted(before, taints), { ...before.shape, open: true });
  }
  return changedValue(before, { taints, param: undefined, text: after.text, constant: undefined });
}

function constructInstance(run: FileRun, call: Invocation, cls: ClassRef): Value {
  const { language } = run.model;
  const init = language.constructors.map((name) => methodOf(cls, name)).find((found) => found);
  const instance = value({
    id: run.newId(),
    instance: cls,
    symbol: cls.symbol,
    shape: mapShape(new Map(), false),
  });
  // A constructor that is inherited from a library keeps what it is given, unless a model says no.
  if (!init) {
    const { symbol } = call.target;
    const calls = symbol === undefined ? undefined : run.model.memory.symbol(symbol).calls;
    const spec = applying(calls, { args: call.args, receiver: undefined });
    const taints = unionAll(call.args.map((arg) => arg.value));
    if (spec?.result !== 'clean') return withTaints(instance, taints);
    return spec.cleans ? withTaints(instance, cleanTaints(taints, spec.cleans)) : instance;
  }
  // The new object has a name while its constructor runs.
  const name = '@new';
  const { frame } = run;
  frame.declare(name, instance);
  callOne(run, call, init, siteArg(call.node, instance));
  const made = frame.layer.get(name) ?? instance;
  frame.layer.delete(name);
  return made;
}

/** `object.name = value`, where the class says what that does. */
export function callSetter(
  run: FileRun,
  setter: FunctionRef,
  receiver: SiteArg,
  assigned: SiteArg,
): void {
  const target = value({ fn: setter });
  const { name } = setter.fn;
  const call = { node: receiver.node, call: undefined, target, method: name, receiver };
  callOne(run, { ...call, args: [assigned] }, setter, receiver);
}
