import type { ClassNode, Decorator, FunctionNode, Param } from '../ir/types';
import { assignTo, keepFields } from './assignments';
import { evalArgs } from './calls';
import { holdsAll } from './conditions';
import { evaluate } from './expressions';
import { type EntryPointSpec, type ParamSpec, resultSymbol } from './model';
import type { FileRun, Summary } from './run';
import { Frame } from './scope';
import { exec, execAll } from './statements';
import {
  type ClassRef,
  changedValue,
  constant,
  type Entry,
  elementOf,
  type FunctionRef,
  listShape,
  mapShape,
  newTaint,
  renumbered,
  tainted,
  unknown,
  type Value,
  value,
} from './values';

/** Ways to call one function that are told apart, by what is known of the arguments. */
const maxVariants = 6;

// -------------------------------------------------------------------------------------------------
// Declarations

export function makeRef(run: FileRun, fn: FunctionNode, owner: ClassRef | undefined): FunctionRef {
  const known = run.refs.get(fn);
  // Of a file that is run anew, the old functions are stale.
  if (known?.home === run) return known;
  const ref: FunctionRef = {
    fn,
    home: run,
    closure: run.frame,
    owner,
    entry: undefined,
    escapes: false,
    calls: 0,
  };
  ref.entry = signatureEntry(run, ref) ?? annotatedEntry(run, ref);
  run.refs.set(fn, ref);
  return ref;
}

export function declareFunction(run: FileRun, fn: FunctionNode): FunctionRef {
  const ref = makeRef(run, fn, undefined);
  if (run.frame === run.top && run.model.language.exportsEverything) ref.escapes = true;
  run.pending.push(ref);
  if (fn.name !== undefined) run.frame.declare(fn.name, value({ fn: ref }));
  return ref;
}

export function declareClass(run: FileRun, cls: ClassNode): Value {
  const supers = cls.supers.map((base) => evaluate(run, base));
  const parents = supers.flatMap((base) => (base.isClass && base.instance ? [base.instance] : []));
  const extended = supers.find((base) => base.symbol !== undefined)?.symbol;
  // A model may know the library's class by a shorter name.
  const parent = extended === undefined ? undefined : (run.model.types.get(extended) ?? extended);
  const inherited = parents.find((of) => of.symbol !== undefined)?.symbol;
  const ref: ClassRef = {
    name: cls.name,
    fields: new Map(),
    constants: new Set(),
    methods: new Map(),
    symbol: (parent === undefined ? undefined : resultSymbol(run.model, parent)) ?? inherited,
    parents,
    children: [],
  };
  for (const of of parents) of.children.push(ref);
  const classValue = value({ instance: ref, isClass: true, symbol: parent });
  if (cls.name !== undefined) run.frame.declare(cls.name, classValue);
  for (const decorator of cls.decorators) applyDecorator(run, decorator, undefined);
  const outer = run.frame;
  const refs = declareMethods(run, cls, ref, classValue);
  run.frame = outer;
  for (const method of refs) decorate(run, method);
  for (const spec of supers.flatMap(({ symbol }) => methodEntriesOf(run, symbol))) {
    for (const method of refs) enterMethod(run, method, spec);
  }
  // The constructor fills the fields that the other methods read.
  const isConstructor = (method: FunctionRef) =>
    method.fn.name !== undefined && run.model.language.constructors.includes(method.fn.name);
  run.pending.push(
    ...refs.filter(isConstructor),
    ...refs.filter((method) => !isConstructor(method)),
  );
  return classValue;
}

/** Runs the class's body, whose fields are its own, apart from the variables around. */
function declareMethods(
  run: FileRun,
  cls: ClassNode,
  ref: ClassRef,
  classValue: Value,
): readonly FunctionRef[] {
  const outer = run.frame;
  const { implicitReceiver } = run.model.language;
  const scope = implicitReceiver ? new Frame(outer.fn, outer) : outer;
  const runBody = () => {
    const body = new Frame(outer.fn, scope);
    body.isClassBody = true;
    run.frame = body;
    execAll(run, cls.body);
    for (const [name, field] of body.layer.entries()) if (field) ref.fields.set(name, field);
    for (const stmt of cls.body) {
      const assign = stmt.kind === 'expr' && stmt.expr.kind === 'assign' ? stmt.expr : undefined;
      if (assign?.declares === 'const' && assign.value && assign.target.kind === 'name')
        ref.constants.add(assign.target.name);
    }
  };
  // Methods see the names around the class, and where the receiver is implied, its members.
  const makeMethod = (fn: FunctionNode) => {
    const method = makeRef(run, fn, ref);
    method.escapes = fn.isPrivate !== true;
    if (fn.name !== undefined) ref.methods.set(fn.name, method);
    return method;
  };
  if (implicitReceiver) {
    scope.declare('@-1', changedValue(classValue, { isClass: false, symbol: ref.symbol }));
    run.frame = scope;
    const refs = cls.methods.map(makeMethod);
    runBody();
    return refs;
  }
  runBody();
  run.frame = outer;
  return cls.methods.map(makeMethod);
}

// -------------------------------------------------------------------------------------------------
// Entry points

function methodEntriesOf(
  run: FileRun,
  symbol: string | undefined,
): readonly Extract<EntryPointSpec, { by: 'method' }>[] {
  if (symbol === undefined || run.model.methodEntries.size === 0) return [];
  const { methodEntries } = run.model;
  const type = resultSymbol(run.model, symbol);
  return methodEntries.get(symbol) ?? (type === undefined ? [] : (methodEntries.get(type) ?? []));
}

function enterMethod(
  run: FileRun,
  ref: FunctionRef,
  spec: Extract<EntryPointSpec, { by: 'method' }>,
): void {
  const { name, params, isPrivate } = ref.fn;
  if (isPrivate) return;
  if (spec.names && !(name !== undefined && spec.names.includes(name))) return;
  if (!spec.names && name !== undefined && run.model.language.constructors.includes(name)) return;
  const skip = receiverParams(run, ref);
  ref.entry = {
    args: params.map((param, i) =>
      i < skip
        ? unknown
        : (givenValue(run, spec.params[i - skip], param) ?? symbolicParam(run, ref, param, i)),
    ),
    returns: spec.returns,
  };
}

/** Parameters that stand for the receiver: they come first. */
function receiverParams(run: FileRun, ref: FunctionRef): number {
  return ref.owner && !ref.fn.isStatic && run.model.language.receiver === 'first-parameter' ? 1 : 0;
}

/** The value that a framework passes for a parameter. */
export function givenValue(run: FileRun, spec: ParamSpec, param: Param): Value | undefined {
  if (spec === undefined) return undefined;
  if (typeof spec === 'string') return value({ symbol: spec });
  if (spec.onlyTypes && param.type !== undefined && !spec.onlyTypes.test(param.type))
    return run.typedValue(param.type) ?? unknown;
  const source = run.source(spec.kind ?? 'remote', spec.source, param);
  return value({ taints: [newTaint(source, spec.harmless)], symbol: spec.type });
}

/** A decorator may register the function with a framework. */
export function decorate(run: FileRun, ref: FunctionRef): void {
  for (const decorator of ref.fn.decorators) {
    const { symbol, method, args } = applyDecorator(run, decorator, ref.fn);
    const { decorators, methodDecorators } = run.model;
    const specs =
      (symbol === undefined ? undefined : decorators.get(symbol)) ??
      (method === undefined ? undefined : methodDecorators.get(method));
    const spec = specs?.find((one) => holdsAll(one.where, { args, receiver: undefined }));
    if (spec) ref.entry = decoratedEntry(run, ref, spec, args);
    else ref.escapes = true;
  }
}

function applyDecorator(run: FileRun, decorator: Decorator, fn: FunctionNode | undefined) {
  const { expr } = decorator;
  const named = expr.kind === 'call' ? expr.callee : expr;
  const target = evaluate(run, named);
  const args = expr.kind === 'call' ? evalArgs(run, expr.args) : [];
  const { symbol } = target;
  const method = named.kind === 'member' ? named.property : undefined;
  const { decoratorSinks, methodDecoratorSinks, callSinks } = run.model;
  const specs = [
    ...((symbol === undefined ? undefined : decoratorSinks.get(symbol)) ??
      (method === undefined ? undefined : methodDecoratorSinks.get(method)) ??
      []),
    ...((symbol !== undefined && expr.kind === 'call' && callSinks.get(symbol)) || []),
  ];
  if (specs.length > 0) run.record(expr, specs, args, undefined, fn);
  return { symbol, method, args };
}

function decoratedEntry(
  run: FileRun,
  ref: FunctionRef,
  spec: Extract<EntryPointSpec, { by: 'decorator' }>,
  args: ReturnType<typeof evalArgs>,
): Entry {
  const skip = receiverParams(run, ref);
  const inPath = new Map<string, boolean>();
  const pattern = args[0]?.value.constant?.value;
  const isRoute = typeof pattern === 'string' && spec.pathParams !== undefined;
  if (isRoute) {
    for (const match of pattern.matchAll(spec.pathParams)) {
      const name = match[2];
      if (name !== undefined) inPath.set(name, !spec.cleanConverters?.includes(match[1] ?? ''));
    }
  }
  const values = ref.fn.params.map((param, i) => {
    if (i < skip) return unknown;
    const known = annotatedParam(run, param);
    if (known) return known;
    if (spec.tainted === 'none') return run.typedValue(param.type) ?? unknown;
    const name = paramName(param);
    if (spec.tainted === 'path') {
      if (!inPath.get(name)) return run.typedValue(param.type) ?? unknown;
    } else if (inPath.get(name) === false || isExceptDefault(run, spec, param)) {
      return run.typedValue(param.type) ?? unknown;
    }
    const typed = run.typedValue(param.type);
    if (typed && !typed.instance) return typed;
    const taints = [newTaint(run.source(spec.kind ?? 'remote', spec.label, param), spec.harmless)];
    return value({ taints, instance: typed?.instance });
  });
  // A function may serve several routes.
  const isFixedRoute = isRoute && inPath.size === 0 && ref.entry?.isFixedRoute !== false;
  return { args: values, returns: spec.returns, isFixedRoute };
}

function isExceptDefault(
  run: FileRun,
  spec: Extract<EntryPointSpec, { by: 'decorator' }>,
  param: Param,
): boolean {
  if (!spec.exceptDefaults || param.default?.kind !== 'call') return false;
  const { symbol } = evaluate(run, param.default.callee);
  return symbol !== undefined && spec.exceptDefaults.includes(symbol);
}

/** The value of a parameter with an annotation that says where it comes from. */
function annotatedParam(run: FileRun, param: Param): Value | undefined {
  if (param.decorators.length === 0 || run.model.paramDecorators.size === 0) return undefined;
  for (const { expr } of param.decorators) {
    const { symbol } = evaluate(run, expr.kind === 'call' ? expr.callee : expr);
    const spec = symbol === undefined ? undefined : run.model.paramDecorators.get(symbol);
    if (!spec) continue;
    const typed = run.typedValue(param.type);
    // A number carries no attack, wherever it comes from.
    if (typed && typed.symbol === undefined && !typed.instance) return typed;
    const source = run.source(spec.kind ?? 'remote', spec.label, param);
    return value({ ...typed, taints: [newTaint(source, spec.harmless)] });
  }
  return undefined;
}

/** Functions of which a parameter's annotation says that a framework calls them. */
function annotatedEntry(run: FileRun, ref: FunctionRef): Entry | undefined {
  if (run.model.paramDecorators.size === 0) return undefined;
  const known = ref.fn.params.map((param) => annotatedParam(run, param));
  if (!known.some((of) => of !== undefined)) return undefined;
  ref.escapes = true;
  const args = ref.fn.params.map(
    (param, i) => known[i] ?? run.typedValue(param.type) ?? symbolicParam(run, ref, param, i),
  );
  return { args, returns: undefined };
}

/** Values of the parameters when their names say which framework calls the function. */
function signatureEntry(run: FileRun, ref: FunctionRef): Entry | undefined {
  const skip = ref.owner && run.model.language.receiver === 'first-parameter' ? 1 : 0;
  const params = ref.fn.params.slice(skip);
  for (const spec of run.model.signatures) {
    if (!haveNames(params, spec.names)) continue;
    if (spec.ifImported !== undefined && !run.importsFrom(spec.ifImported)) continue;
    ref.escapes = true;
    const args = ref.fn.params.map((param, i) => {
      const given = i >= skip ? givenValue(run, spec.params[i - skip], param) : undefined;
      return given ?? symbolicParam(run, ref, param, i);
    });
    return { args, returns: spec.returns };
  }
  return undefined;
}

function haveNames(params: readonly Param[], names: readonly (readonly string[])[]): boolean {
  if (params.length < names.length) return false;
  return names.every((allowed, i) => allowed.includes(paramName(params[i]!)));
}

/** Functions that a framework finds by the name under which the file exports them. */
function enterExported(run: FileRun): void {
  const { exportEntries } = run.model;
  if (exportEntries.size === 0) return;
  const whole = run.exportedWhole?.shape;
  const exports = [...run.exported, ...(whole?.kind === 'map' ? whole.fields : [])];
  for (const [name, { fn: ref }] of exports) {
    if (!ref || ref.entry || ref.home !== run) continue;
    const spec = exportEntries
      .get(name)
      ?.find(
        (one) => (one.ifFile?.test(run.file) ?? true) && haveNames(ref.fn.params, one.names ?? []),
      );
    if (!spec) continue;
    ref.entry = {
      args: ref.fn.params.map(
        (param, i) => givenValue(run, spec.params[i], param) ?? symbolicParam(run, ref, param, i),
      ),
      returns: spec.returns,
    };
  }
}

// -------------------------------------------------------------------------------------------------
// Running

function paramName(param: Param): string {
  return param.target.kind === 'name' ? param.target.name : '';
}

function symbolicParam(run: FileRun, ref: FunctionRef, param: Param, index: number): Value {
  const typed = run.typedValue(param.type);
  const { symbol } = typed ?? unknown;
  if (typed && !typed.instance && !(symbol !== undefined && run.model.carriers.has(symbol)))
    return symbol === undefined ? typed : renumbered(typed, run.newId());
  const name = paramName(param);
  const to = { fn: ref.fn, index, path: [] };
  const label = name === '' ? 'a parameter' : `the parameter \`${name}\``;
  const source = run.source('param', label, param, to);
  return value({
    id: run.newId(),
    taints: [newTaint(source)],
    param: to,
    instance: typed?.instance,
    symbol: typed?.symbol,
  });
}

function symbolicReceiver(run: FileRun, ref: FunctionRef, index: number): Value | undefined {
  if (!ref.owner) return undefined;
  return value({
    id: run.newId(),
    instance: ref.owner,
    symbol: ref.owner.symbol,
    param: { fn: ref.fn, index, path: [] },
    isClass: ref.fn.isStatic,
    // What one branch writes to a field then stays apart from the other fields.
    shape: mapShape(new Map(), true),
  });
}

/** What must be known of an argument to run the callee with it: which API or function it is. */
function variantOf(args: readonly Value[]): string {
  let key = '';
  for (const [i, { symbol, fn }] of args.entries()) {
    if (fn) key += `${i}:${fn.fn.start};`;
    else if (symbol?.endsWith('#')) key += `${i}:${symbol};`;
  }
  return key;
}

/**
 * What a function does, from one run with nothing known of its arguments but which API they are.
 *
 * @param args those of a call; empty for a function that nobody is seen to call
 */
export function summarise(ref: FunctionRef, args: readonly Value[] = []): Summary {
  const run = ref.home as FileRun;
  let states = run.states.get(ref.fn);
  if (!states) {
    states = new Map();
    run.states.set(ref.fn, states);
  }
  let key = variantOf(args);
  if (!states.has(key) && states.size >= maxVariants) key = '';
  let state = states.get(key);
  if (!state) {
    state = { summary: undefined, running: false };
    states.set(key, state);
  }
  if (state.summary) return state.summary;
  if (state.running) return nothingKnown;
  state.running = true;
  const params = ref.fn.params.map((param, i) => {
    const symbolic = expectedParam(ref, symbolicParam(run, ref, param, i), i);
    const actual = key === '' ? undefined : args[i];
    if (!actual) return symbolic;
    if (actual.fn) return changedValue(symbolic, { fn: actual.fn });
    // What is passed may be of a more exact type than the written one.
    return actual.symbol?.endsWith('#')
      ? changedValue(symbolic, { symbol: actual.symbol })
      : symbolic;
  });
  state.summary = runFunction(run, ref, params, undefined);
  state.running = false;
  return state.summary;
}

/** What a framework passes is of its type here too, when nothing better is known. */
function expectedParam(ref: FunctionRef, symbolic: Value, index: number): Value {
  const expected = ref.entry?.args[index]?.symbol;
  return expected?.endsWith('#') && symbolic.symbol === undefined
    ? changedValue(symbolic, { symbol: expected })
    : symbolic;
}

const nothingKnown: Summary = { returns: unknown, effects: [], returnsArg: undefined };

/** Runs a function with these arguments. */
export function runFunction(
  run: FileRun,
  ref: FunctionRef,
  args: readonly Value[],
  returns: Entry['returns'],
): Summary {
  const { fn } = ref;
  if (run.tooDeep || run.isSpent || run.running.has(fn)) {
    if (!run.running.has(fn)) run.incomplete.add(fn);
    return nothingKnown;
  }
  run.running.add(fn);
  run.ran.add(fn);
  const { frame: frameBefore, steps: stepsBefore, inLoop: inLoopBefore } = run;
  run.steps = 0;
  run.inLoop = false;
  run.frame = new Frame(fn, ref.closure as Frame);
  run.frame.returnsTo = returns;
  const objects = bindParams(run, ref, args);
  exec(run, fn.body);
  const { frame } = run;
  const receiverIndex = receiverParams(run, ref) - 1;
  frame.dead = false;
  const result = frame.returns ?? constant(undefined);
  const effects: { index: number; value: Value }[] = [];
  let returnsArg: number | undefined;
  for (const [index, before] of objects) {
    const after = frame.layer.get(`@${index}`);
    if (after && after !== before) {
      effects.push({ index, value: after });
      if (ref.owner && index === receiverIndex) keepFields(after);
    }
    const isField = result.param !== undefined && result.param.path.length > 0;
    if (before.id !== undefined && before.id === result.id && !isField) returnsArg = index;
  }
  run.frame = frameBefore;
  run.steps = stepsBefore;
  run.inLoop = inLoopBefore;
  run.running.delete(fn);
  return { returns: result, effects, returnsArg };
}

/** Declares the parameters; gives the objects among them, which the function may change. */
function bindParams(
  run: FileRun,
  ref: FunctionRef,
  args: readonly Value[],
): readonly (readonly [number, Value])[] {
  const { fn } = ref;
  const { frame } = run;
  const objects: (readonly [number, Value])[] = [];
  const hold = (index: number, object: Value) => {
    frame.declare(`@${index}`, object);
    objects.push([index, object]);
  };
  const receiverFirst = receiverParams(run, ref) === 1;
  if (ref.owner && !receiverFirst) {
    const receiver = symbolicReceiver(run, ref, -1);
    if (receiver) hold(-1, receiver);
  }
  fn.params.forEach((param, i) => {
    let arg = args[i] ?? unknown;
    if (receiverFirst && i === 0) arg = symbolicReceiver(run, ref, 0) ?? unknown;
    if (param.rest === 'list') {
      const rest = args.slice(i);
      arg =
        rest.length === 1 && rest[0]?.param
          ? tainted(rest[0].taints)
          : value({ shape: listShape(rest, false) });
    }
    if (param.default) {
      const fallback = evaluate(run, param.default);
      if (args[i] === undefined) arg = fallback;
    }
    if (arg.id !== undefined) hold(i, arg);
    assignTo(run, param.target, arg, 'let');
  });
  return objects;
}

/** Runs the functions that nothing called yet, and those that frameworks call. */
export function runPending(run: FileRun): void {
  enterExported(run);
  for (let i = 0; i < run.pending.length; i++) {
    const ref = run.pending[i]!;
    if (ref.entry) runFunction(run, ref, ref.entry.args, ref.entry.returns);
    else if (!run.ran.has(ref.fn)) summarise(ref);
  }
  run.pending.length = 0;
}

/** Arguments in the order of the parameters. */
export function bindArguments(
  fn: FunctionNode,
  args: ReturnType<typeof evalArgs>,
  before: readonly Value[],
): readonly Value[] {
  if (!args.some((arg) => arg.name !== undefined)) return bindInOrder(fn, args, before);
  const positional = [
    ...before,
    ...args
      .filter((arg) => arg.name === undefined)
      .map((arg) => (arg.spread ? elementOf(arg.value) : arg.value)),
  ];
  const names = new Set(fn.params.map(paramName));
  const leftover = args.filter(({ name }) => name !== undefined && !names.has(name));
  const options = leftover.length > 0 ? optionsOf(leftover) : undefined;
  let next = 0;
  return fn.params.map((param, i) => {
    const named = args.find((arg) => arg.name !== undefined && arg.name === paramName(param));
    if (named) return named.value;
    if (param.rest === 'map') return options ?? value({ shape: mapShape(new Map(), false) });
    if (param.rest === 'list') {
      const rest = positional.slice(next);
      next = positional.length;
      return value({ shape: listShape(rest, false) });
    }
    const given = positional[next++];
    if (given) return given;
    // Named arguments that no parameter takes are one map behind the others.
    if (options && i === next - 1 && next === positional.length + 1) return options;
    return param.default ? unknown : constant(undefined);
  });
}

/** The same without named arguments. */
function bindInOrder(
  fn: FunctionNode,
  args: ReturnType<typeof evalArgs>,
  before: readonly Value[],
): readonly Value[] {
  const given = before.slice();
  for (const arg of args) given.push(arg.spread ? elementOf(arg.value) : arg.value);
  let next = 0;
  return fn.params.map((param) => {
    if (param.rest === 'map') return value({ shape: mapShape(new Map(), false) });
    if (param.rest === 'list') {
      const rest = given.slice(next);
      next = given.length;
      return value({ shape: listShape(rest, false) });
    }
    return given[next++] ?? (param.default ? unknown : constant(undefined));
  });
}

function optionsOf(args: ReturnType<typeof evalArgs>): Value {
  const fields = new Map<string, Value>();
  for (const { name, value: of } of args) if (name !== undefined) fields.set(name, of);
  return value({ shape: mapShape(fields, false) });
}

/** The node that stands for parameter `index` in a call, whose object an effect changes. */
export function nodeOfParam(
  fn: FunctionNode,
  args: ReturnType<typeof evalArgs>,
  index: number,
  shift: number,
) {
  const name = fn.params[index] && paramName(fn.params[index]);
  const named = args.find((arg) => arg.name !== undefined && arg.name === name);
  return named ?? args.filter((arg) => arg.name === undefined)[index - shift];
}
