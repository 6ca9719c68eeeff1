import type { Call, Expr, FunctionNode, Module, Name, Span } from '../ir/types';
import { holdsAll } from './conditions';
import type { Knowledge } from './guards';
import {
  type CheckSpec,
  type CompiledModel,
  memberSymbol,
  type SinkSpec,
  type SymbolFacts,
  typeOf,
} from './model';
import { Frame } from './scope';
import { SiteLog } from './siteLog';
import type { Place, SiteArg } from './sites';
import {
  addStep,
  type ClassRef,
  changedValue,
  constant,
  elementOf,
  type FunctionRef,
  fieldOf,
  isNothing,
  methodOf,
  named,
  newTaint,
  notConstant,
  ofSymbol,
  type ParamRef,
  type Source,
  type Taint,
  tainted,
  unionTaints,
  unknown,
  type Value,
  value,
  withTaints,
} from './values';

/** Expressions evaluated in one run of a function, and in one file, before the analysis gives up. */
const functionBudget = 200_000;
const fileBudget = 4_000_000;
/** Nesting of expressions, statements and calls together. */
const maxDepth = 400;
/** Fields of parameters that are told apart, counted from the parameter. */
const maxPath = 3;

/** What other files of the program offer to one of them. */
export interface Linker {
  /**
   * What an import gives; undefined when no file of the program is meant.
   *
   * @param source as written, such as `./db` or `app.models`
   * @param name of what is exported; `*` for the module itself, `default` for the default export
   */
  imported(from: string, source: string, name: string): Value | undefined;
  /** All names that an import of everything gives. */
  names(from: string, source: string): readonly string[];
  /**
   * Runs a file in the place where another one includes it, with its variables.
   *
   * @returns what the file gives back; undefined when no file of the program is meant
   */
  included(into: FileRun, source: string, once: boolean): Value | undefined;
  /** What stands behind a name that nothing in the file declares, where names load files. */
  named(from: string, name: string): Value | undefined;
}

/** What a function does, as its callers see it. */
export interface Summary {
  readonly returns: Value;
  /** Objects that the caller passed, as they are afterwards; -1 is the receiver. */
  readonly effects: readonly { readonly index: number; readonly value: Value }[];
  /** The parameter that the result is the same object as. */
  readonly returnsArg: number | undefined;
}

/** A field of a parameter, with what was known of it apart from that. */
interface ParamField {
  readonly known: Value;
  readonly value: Value;
}

interface FunctionState {
  summary: Summary | undefined;
  running: boolean;
}

/** Numbers of objects are never used again: files that share variables share objects. */
let lastId = 0;

/** The analysis of one file: what its parts share. */
export class FileRun {
  readonly states = new Map<FunctionNode, Map<string, FunctionState>>();
  /** Functions that run now, so that a recursive call does not. */
  readonly running = new Set<FunctionNode>();
  readonly ran = new Set<FunctionNode>();
  readonly pending: FunctionRef[] = [];
  readonly incomplete = new Set<FunctionNode>();
  readonly imports = new Set<string>();
  /** A module was imported under a name of several parts: `import a.b`. */
  importsByPath = false;
  /** Files that this one is a part of now, and all that were included so far. */
  including: ReadonlySet<string> = new Set();
  includedFiles = new Set<string>();
  /** Modules whose every export is in scope. */
  readonly wildcards: { readonly symbol: string; readonly source: string }[] = [];
  /** Fields of the objects that all functions share. */
  readonly stored = new Map<string, Value>();
  /** What the file exports, by name; `default` for a default export. */
  readonly exported = new Map<string, Value>();
  /** What the file exports as a whole, when it does (`module.exports = …`). */
  exportedWhole: Value | undefined;
  readonly top = new Frame(undefined, undefined);
  frame: Frame = this.top;
  inLoop = false;
  steps = 0;
  depth = 0;
  private totalSteps = 0;
  private readonly paramFields = new WeakMap<Value, Map<string, ParamField>>();
  /** Names that the file asked the program for. */
  private readonly linked = new Map<string, Value | undefined>();

  constructor(
    readonly module: Module,
    readonly file: string,
    readonly model: CompiledModel,
    readonly refs: WeakMap<FunctionNode, FunctionRef>,
    readonly linker: Linker | undefined,
    readonly log = new SiteLog(),
  ) {}

  newId(): number {
    return ++lastId;
  }

  place(at: Span): Place {
    return { start: at.start, end: at.end, file: this.file };
  }

  source(kind: string, label: string, at: Span, param?: ParamRef): Source {
    return { kind, label, start: at.start, end: at.end, file: this.file, param };
  }

  addStep(taints: readonly Taint[], at: Span, label: string): readonly Taint[] {
    return addStep(taints, at, label, this.file);
  }

  /** Counts an expression. @returns false when the budget is spent */
  spend(): boolean {
    if (++this.steps > functionBudget || ++this.totalSteps > fileBudget || this.depth > maxDepth) {
      this.giveUp();
      return false;
    }
    return true;
  }

  get tooDeep(): boolean {
    return this.depth > maxDepth;
  }

  get isSpent(): boolean {
    return this.totalSteps > fileBudget;
  }

  giveUp(): void {
    if (this.frame.fn) this.incomplete.add(this.frame.fn);
  }

  /** What is recorded for rules, if a model's conditions do not rule it out already. */
  record(
    node: Expr,
    specs: readonly SinkSpec[],
    args: readonly SiteArg[],
    receiver: SiteArg | undefined,
    decorates?: FunctionNode,
  ): void {
    for (const spec of specs) {
      this.log.record({
        kind: spec.kind,
        node,
        spec,
        args,
        receiver,
        decorates,
        file: this.file,
        fn: this.frame.fn,
        through: [],
      });
    }
  }

  /** What the engine itself offers to rules. */
  recordOwn(kind: string, node: Expr, args: readonly SiteArg[]): void {
    this.log.record({
      kind,
      node,
      spec: undefined,
      args,
      receiver: undefined,
      decorates: undefined,
      file: this.file,
      fn: this.frame.fn,
      through: [],
    });
  }

  // -------------------------------------------------------------------------------------------
  // Symbols

  /** The value of an API, which may be a source. */
  symbolValue(symbol: string, at: Span): Value {
    return this.valueOf(this.model.memory.symbol(symbol), at);
  }

  private valueOf(facts: SymbolFacts, at: Span): Value {
    const { source, value: plain } = facts;
    if (!source || (source.isRoute && this.isFixedRoute())) return plain;
    const taint = newTaint(this.source(source.kind, source.label, at), source.harmless);
    return named([taint], plain.symbol);
  }

  /** Whether what runs is called for one path only. */
  private isFixedRoute(): boolean {
    const { fn } = this.frame;
    return fn !== undefined && this.refs.get(fn)?.entry?.isFixedRoute === true;
  }

  importsFrom(module: string): boolean {
    for (const symbol of this.imports)
      if (symbol === module || symbol.startsWith(`${module}.`)) return true;
    return false;
  }

  /** What a name means that no variable has: an import of all names, another file, a global. */
  outerName(name: string, at: Span): Value {
    const linked = this.linkedName(name);
    if (linked) return linked;
    for (const wildcard of this.wildcards) {
      const exported = this.linker?.imported(this.file, wildcard.source, name);
      if (exported) return exported;
      const symbol = memberSymbol(wildcard.symbol, name);
      if (symbol !== undefined && this.model.known.has(symbol)) return this.symbolValue(symbol, at);
    }
    const facts = this.model.memory.outerName(name);
    return facts ? this.valueOf(facts, at) : unknown;
  }

  /** What another file declares under a name, or under names with dots: `Admin.Users`. */
  linkedName(name: string): Value | undefined {
    if (!this.linker) return undefined;
    if (this.linked.has(name)) return this.linked.get(name);
    // Asked for while it is being found, a name is unknown.
    this.linked.set(name, undefined);
    const found = this.linker.named(this.file, name);
    this.linked.set(name, found);
    return found;
  }

  /** A class of the program by its package and name, which need no import in some languages. */
  private classByFullName(full: string, symbol: string, name: string): Value | undefined {
    if (!this.linker) return undefined;
    if (!this.linked.has(full)) {
      this.linked.set(full, undefined);
      this.linked.set(full, this.linker.imported(this.file, symbol, name));
    }
    return this.linked.get(full);
  }

  /** Whether a symbol says what a value is: an instance of a type, or an API of the models. */
  isKnown(symbol: string | undefined): boolean {
    return symbol !== undefined && (symbol.endsWith('#') || this.model.known.has(symbol));
  }

  sensitiveKind(name: string): string | undefined {
    return this.model.memory.sensitiveKind(name);
  }

  /** Adds the taint of a name that says what the data is (`password`). */
  withSensitive(of: Value, name: string, at: Span): Value {
    const kind = this.sensitiveKind(name);
    if (kind === undefined || of.fn || of.taints.some((taint) => taint.source.kind === kind))
      return of;
    return withTaints(of, [newTaint(this.source(kind, name, at))]);
  }

  // -------------------------------------------------------------------------------------------
  // Members

  /** The receiver of the method that runs, or of the one around. */
  receiver(): Value | undefined {
    return this.frame.lookup('@-1');
  }

  /** A name that is a member of the receiver, or of that of a function around. */
  impliedMember(expr: Name): Value | undefined {
    for (let frame: Frame | undefined = this.frame; frame; frame = frame.parent) {
      const receiver = frame.layer.get('@-1');
      if (!receiver) continue;
      const { instance, symbol } = receiver;
      if (instance && hasMember(instance, expr.name))
        return this.memberOf(receiver, expr.name, expr);
      if (symbol === undefined) continue;
      const member = this.memberOf(receiver, expr.name, expr);
      if (member.symbol !== undefined && this.model.known.has(member.symbol)) return member;
    }
    return undefined;
  }

  memberOf(object: Value, property: string, at: Span): Value {
    const { symbol, shape, instance } = object;
    const exact = shape?.kind === 'map' ? shape.fields.get(property) : undefined;
    if (exact) return this.withSensitive(exact, property, at);
    let result = unknown;
    if (instance) {
      const method = methodOf(instance, property);
      if (method) return value({ fn: method });
      const field = fieldOf(instance, property);
      // A field without a value gets one where we do not see.
      if (field && !isNothing(field)) {
        if (isConstantField(instance, property)) return this.withSensitive(field, property, at);
        result = field;
      }
    }
    if (symbol !== undefined && this.stored.size > 0)
      result = this.stored.get(`${symbol}.${property}`) ?? result;
    // What hangs on something that no model knows is nothing that one knows.
    if (symbol !== undefined && result === unknown) {
      const facts = this.model.memory.member(symbol, property);
      const { fullName } = facts;
      const own =
        fullName === undefined ? undefined : this.classByFullName(fullName, symbol, property);
      if (own) return own;
      // A package that no model knows may hold classes of the program.
      const member = facts.symbol ?? (this.linker && facts.inPackage);
      if (member) result = this.valueOf(member, at);
    }
    if (property === 'length') return result;
    result = object.param
      ? this.paramField(object, property, result)
      : withTaints(result, object.taints);
    return this.withSensitive(result, property, at);
  }

  /** A field of a parameter or of the receiver; the same one for the same object. */
  private paramField(object: Value, property: string, known: Value): Value {
    let fields = this.paramFields.get(object);
    if (!fields) {
      fields = new Map();
      this.paramFields.set(object, fields);
    }
    let field = fields.get(property);
    if (!field || field.known !== known) {
      field = { known, value: this.newParamField(object, property, known) };
      fields.set(property, field);
    }
    return field.value;
  }

  /** A field of a parameter or of the receiver, which the caller knows better. */
  private newParamField(object: Value, property: string, known: Value): Value {
    const { param } = object;
    if (!param || param.path.length >= maxPath) return withTaints(known, object.taints);
    const ref = { fn: param.fn, index: param.index, path: [...param.path, property] };
    let { taints } = known;
    if (param.path.length === 0 && this.isReceiver(object)) {
      const source = this.source('field', `the field \`${property}\``, param.fn, ref);
      taints = unionTaints(taints, [newTaint(source)]);
    } else if (object.taints.length === 0) {
      return known;
    }
    for (const taint of object.taints) {
      const ofParam = taint.source.param?.fn === param.fn;
      taints = unionTaints(taints, [ofParam ? ofField(taint, ref) : taint]);
    }
    return changedValue(known, { taints, param: ref });
  }

  private isReceiver(object: Value): boolean {
    const index = object.param?.index;
    if (index === -1) return true;
    return index === 0 && object.instance !== undefined && this.model.language.receiver !== 'this';
  }

  // -------------------------------------------------------------------------------------------
  // Types

  /** What an annotation says; undefined when it leaves the value open. */
  typedValue(type: string | undefined): Value | undefined {
    if (type === undefined) return undefined;
    const text = this.model.memory.typeText(type);
    if (text.kind !== 'name') return text.kind === 'harmless' ? unknown : undefined;
    const { first, rest } = text;
    let found = this.frame.lookup(first) ?? this.outerName(first, noPlace);
    for (const part of rest) found = this.memberOf(found, part, noPlace);
    if (found.isClass && found.instance)
      return value({ instance: found.instance, symbol: found.instance.symbol });
    const { symbol } = found;
    if (symbol !== undefined) {
      const { instance } = this.model.memory.symbol(symbol);
      if (instance !== undefined) return ofSymbol(instance);
    }
    return rest.length === 0 ? this.simpleType(first, symbol) : undefined;
  }

  /** A type whose import is not written yet: the one that the models know by this name. */
  private simpleType(name: string, symbol: string | undefined): Value | undefined {
    if (symbol !== undefined && symbol !== name) return undefined;
    const candidates = this.model.simpleTypes.get(name) ?? [];
    const types = new Set(candidates.map((candidate) => typeOf(this.model, `${candidate}()`)));
    const [only] = types;
    return types.size === 1 && only !== undefined ? ofSymbol(only) : undefined;
  }

  // -------------------------------------------------------------------------------------------
  // Knowledge for conditions

  private checksOf(symbol: string | undefined, method: string | undefined) {
    const { memory } = this.model;
    return (
      (symbol === undefined ? undefined : memory.symbol(symbol).checks) ??
      (method === undefined ? undefined : memory.method(method).checks)
    );
  }

  checkOf(
    symbol: string | undefined,
    method: string | undefined,
    args: readonly SiteArg[],
    receiver: SiteArg | undefined,
  ): CheckSpec | undefined {
    const specs = this.checksOf(symbol, method);
    return specs?.find((spec) => holdsAll(spec.where, { args, receiver }));
  }

  /** A value without the effects of evaluating: names and what hangs on them. */
  readonly peek = (expr: Expr): Value => {
    if (expr.kind === 'literal') return constant(expr.value);
    if (expr.kind === 'name') {
      const { receiverNames, implicitReceiver } = this.model.language;
      return (
        this.frame.lookup(expr.name) ??
        (receiverNames.includes(expr.name) ? this.receiver() : undefined) ??
        (implicitReceiver ? this.impliedMember(expr) : undefined) ??
        this.outerName(expr.name, expr)
      );
    }
    if (expr.kind === 'list') {
      const elements = expr.elements.map((element) => this.peek(element.value));
      const open = expr.elements.some((element) => element.spread !== undefined);
      return value({ shape: { kind: 'list', elements, open } });
    }
    if (expr.kind === 'call') {
      const { symbol } = this.peek(expr.callee);
      const specs = symbol === undefined ? undefined : this.model.calls.get(symbol);
      if (!specs?.some(({ result }) => result === 'list')) return unknown;
      const elements = expr.args.map((arg) => this.peek(arg.value));
      const open = expr.args.some((arg) => arg.spread !== undefined);
      return value({ shape: { kind: 'list', elements, open } });
    }
    if (expr.kind === 'map') {
      const fields = new Map<string, Value>();
      let open = false;
      for (const entry of expr.entries) {
        const key = entry.key && this.peek(entry.key).constant?.value;
        if (key === undefined || key === null) open = true;
        else fields.set(String(key), this.peek(entry.value));
      }
      return value({ shape: { kind: 'map', fields, open } });
    }
    if (expr.kind === 'member') return this.memberOf(this.peek(expr.object), expr.property, expr);
    if (expr.kind === 'index') {
      const key = this.peek(expr.index).constant?.value;
      const object = this.peek(expr.object);
      return typeof key === 'string' ? this.memberOf(object, key, expr) : elementAt(object, key);
    }
    return unknown;
  };

  readonly knowledge: Knowledge = {
    value: this.peek,
    isForm: (method) => this.model.language.forms?.test(method) ?? false,
    check: (call: Call) => {
      const { callee } = call;
      const symbol = this.peek(callee).symbol;
      const method = callee.kind === 'member' ? callee.property : undefined;
      if (!this.checksOf(symbol, method)) return undefined;
      const args = call.args.map((arg) => ({
        node: arg.value,
        value: this.peek(arg.value),
        name: arg.name,
        spread: arg.spread !== undefined,
      }));
      const receiver =
        callee.kind === 'member'
          ? { node: callee.object, value: this.peek(callee.object), name: undefined, spread: false }
          : undefined;
      return this.checkOf(symbol, method, args, receiver);
    },
  };
}

/** What a collection holds under an index; any element when the index is not known. */
export function elementAt(object: Value, key: string | number | boolean | null | undefined): Value {
  const { shape } = object;
  const text = object.constant?.value;
  if (typeof text === 'string' && typeof key === 'number') {
    const found = text.at(key);
    return found === undefined ? unknown : constant(found);
  }
  if (shape?.kind === 'list') {
    if (typeof key === 'number') {
      const at = key < 0 ? shape.elements.length + key : key;
      if (!shape.open) return shape.elements[at] ?? tainted(object.taints);
    }
    return elementOf(object);
  }
  if (shape?.kind === 'map') {
    const exact = typeof key === 'number' ? shape.fields.get(String(key)) : undefined;
    if (exact) return exact;
    if (typeof key === 'number' && !shape.open) return tainted(object.taints);
    // Which element is taken does not make the element the attacker's.
    return notConstant(elementOf(object));
  }
  return tainted(object.taints);
}

/** Taint of a parameter as one of its fields has it. */
function ofField({ source, steps, cleaned, uncertain }: Taint, param: ParamRef): Taint {
  const { kind, label, start, end, file } = source;
  return { source: { kind, label, start, end, file, param }, steps, cleaned, uncertain };
}

const noPlace: Span = { start: 0, end: 0 };

export function siteArg(node: Expr, of: Value): SiteArg {
  return { node, value: of, name: undefined, spread: false };
}

export function namedArg(node: Expr, of: Value, name: string): SiteArg {
  return { node, value: of, name, spread: false };
}

/** Whether a field keeps the value of its declaration, also in a class above. */
function isConstantField(cls: ClassRef, name: string, depth = 0): boolean {
  if (cls.fields.has(name) || depth > 8) return cls.constants.has(name);
  return cls.parents.some((parent) => isConstantField(parent, name, depth + 1));
}

/** Whether a class has a member of this name. */
export function hasMember(cls: ClassRef, name: string): boolean {
  return methodOf(cls, name) !== undefined || fieldOf(cls, name) !== undefined;
}
