import type {
  Arg,
  Assign,
  Binary,
  Call,
  ClassNode,
  Expr,
  FunctionNode,
  Loop,
  MapExpr,
  Member,
  Module,
  Name,
  Param,
  Span,
  Stmt,
  StringBuild,
  Switch,
  Target,
  Try,
  Unary,
} from '../ir/types';
import { holdsAll } from './conditions';
import { binaryConstant, truthOf, unaryConstant } from './constants';
import { checkedParams, pathOf, refine } from './guards';
import {
  type CallSpec,
  type CompiledModel,
  memberSymbol,
  resultSymbol,
  type SinkSpec,
} from './model';
import { Frame, type Layer } from './scope';
import { SiteLog } from './siteLog';
import type { FlowResult, SiteArg } from './sites';
import { substituteSite, substituteValue } from './substitute';
import {
  addStep,
  allTaints,
  buildText,
  type ClassRef,
  cleanTaints,
  constant,
  elementOf,
  type FunctionRef,
  joinValues,
  listShape,
  mapShape,
  markUncertain,
  newTaint,
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

/** Runs a file's IR over abstract values and collects the sites that rules look at. */
export function analyseFlow(module: Module, model: CompiledModel): FlowResult {
  return new Interpreter(module, model).run();
}

type FunctionState = { returns: Value | undefined; running: boolean };

/** Words in the name of a function that says it makes its argument safe. */
const cleaningName = /escap|sanit|valid|encod|quot|clean|whitelist|allow/i;

class Interpreter {
  private readonly log = new SiteLog();
  private readonly summaries = new Map<FunctionNode, FunctionState>();
  private readonly refs = new Map<FunctionNode, FunctionRef>();
  private readonly pending: FunctionRef[] = [];
  private readonly incomplete = new Set<FunctionNode>();
  private readonly imports = new Set<string>();
  /** Fields of the objects that all functions share. */
  private readonly stored = new Map<string, Value>();
  private readonly sensitive = new Map<string, string | undefined>();
  private readonly top: Frame;
  private frame: Frame;
  private steps = 0;
  private totalSteps = 0;
  private depth = 0;
  private inLoop = false;

  constructor(
    private readonly module: Module,
    private readonly model: CompiledModel,
  ) {
    this.top = new Frame(undefined, undefined, undefined);
    this.frame = this.top;
  }

  run(): FlowResult {
    // What a function is may depend on imports, and functions are declared before anything runs.
    for (const stmt of this.module.body) {
      if (stmt.kind === 'import') this.imports.add(this.model.language.moduleSymbol(stmt.source));
    }
    this.execAll(this.module.body);
    for (let i = 0; i < this.pending.length; i++) {
      const ref = this.pending[i]!;
      if (ref.entry) this.runFunction(ref, ref.entry);
      else this.summarise(ref);
    }
    return {
      sites: this.log.all(),
      incomplete: [...this.incomplete],
      imports: this.imports,
      paramIsOpen: (taint: Taint) => {
        const ref = taint.source.param && this.refs.get(taint.source.param.fn);
        return ref !== undefined && (ref.escapes || ref.calls === 0);
      },
    };
  }

  // -------------------------------------------------------------------------------------------
  // Statements

  private execAll(body: readonly Stmt[]): void {
    for (const stmt of body) {
      if (stmt.kind === 'function-decl') this.declareFunction(stmt.fn);
      else if (stmt.kind === 'export' && stmt.declaration?.kind === 'function-decl') {
        this.declareFunction(stmt.declaration.fn).escapes = true;
      }
    }
    for (const stmt of body) {
      if (this.frame.dead) return;
      this.exec(stmt);
    }
  }

  private exec(stmt: Stmt): void {
    if (this.depth > maxDepth) {
      this.giveUp();
      return;
    }
    this.depth++;
    switch (stmt.kind) {
      case 'expr':
        this.eval(stmt.expr);
        break;
      case 'block':
        this.execAll(stmt.body);
        break;
      case 'if':
        this.execIf(stmt.test, stmt.then, stmt.else);
        break;
      case 'loop':
        this.execLoop(stmt);
        break;
      case 'switch':
        this.execSwitch(stmt);
        break;
      case 'return':
        if (stmt.value) this.addReturn(this.eval(stmt.value));
        this.frame.dead = true;
        break;
      case 'throw':
        if (stmt.value) this.eval(stmt.value);
        this.frame.dead = true;
        break;
      case 'jump':
        this.frame.jumps?.push(this.frame.layer);
        this.frame.dead = true;
        break;
      case 'try':
        this.execTry(stmt);
        break;
      case 'function-decl':
        this.execFunctionDecl(stmt.fn);
        break;
      case 'class-decl':
        this.declareClass(stmt.cls);
        break;
      case 'import': {
        const symbol = this.model.language.moduleSymbol(stmt.source);
        this.imports.add(symbol);
        for (const name of stmt.names) {
          const whole = name.imported === '*' || name.imported === 'default';
          this.frame.declare(
            name.local,
            this.symbolValue(whole ? symbol : `${symbol}.${name.imported}`, name),
          );
        }
        break;
      }
      case 'export':
        if (stmt.declaration) this.exec(stmt.declaration);
        // With a source, the names are those of another file.
        if (stmt.source === undefined) {
          for (const name of stmt.names) this.escape(this.frame.lookup(name.imported));
        }
        this.escapeDeclared(stmt.declaration);
        break;
      case 'unknown':
        for (const child of stmt.children) this.evalOrExec(child);
        break;
    }
    this.depth--;
  }

  /** The value of an expression; `unknown` for a statement. */
  private evalOrExec(node: Expr | Stmt): Value {
    switch (node.kind) {
      case 'expr':
      case 'block':
      case 'if':
      case 'loop':
      case 'switch':
      case 'return':
      case 'throw':
      case 'jump':
      case 'try':
      case 'function-decl':
      case 'class-decl':
      case 'import':
      case 'export':
        this.exec(node);
        // Half-parsed text: what follows may well be reached.
        this.frame.dead = false;
        return unknown;
      default:
        return this.eval(node);
    }
  }

  private execIf(test: Expr, then: Stmt, otherwise: Stmt | undefined): void {
    const frame = this.frame;
    const known = this.eval(test).constant;
    const truth = known && truthOf(known.value);
    const base = frame.layer;
    const ends: { layer: Layer; dead: boolean }[] = [];
    if (truth !== false) {
      ends.push(
        frame.branch(() => {
          refine(frame, test, true, this.peek);
          this.exec(then);
        }),
      );
    }
    if (truth !== true) {
      ends.push(
        frame.branch(() => {
          refine(frame, test, false, this.peek);
          if (otherwise) this.exec(otherwise);
        }),
      );
    }
    frame.merge(base, ends);
  }

  private execLoop(loop: Loop): void {
    const frame = this.frame;
    if (loop.init) this.exec(loop.init);
    const items = loop.iterable ? this.eval(loop.iterable) : undefined;
    const jumpsBefore = frame.jumps;
    const outermost = !this.inLoop;
    this.inLoop = true;
    // The second pass sees what the first one wrote; more would add nothing but longer ways.
    for (let pass = 0; pass < (outermost ? 2 : 1); pass++) {
      const base = frame.layer;
      frame.jumps = [];
      const end = frame.branch(() => {
        if (loop.target) this.bindLoopTarget(loop, items ?? unknown);
        if (loop.test) {
          this.eval(loop.test);
          refine(frame, loop.test, true, this.peek);
        }
        this.exec(loop.body);
        if (loop.update) this.eval(loop.update);
      });
      const jumps: Layer[] = frame.jumps;
      // The first pass ran with the constants of before the loop; what changed is not constant.
      frame.merge(base, [
        end,
        ...jumps.map((layer) => ({ layer, dead: false })),
        frame.branch(() => {}),
      ]);
    }
    if (outermost) this.inLoop = false;
    frame.jumps = jumpsBefore;
    if (loop.else) this.exec(loop.else);
  }

  private bindLoopTarget(loop: Loop, items: Value): void {
    const item = loop.iterates === 'keys' ? unknown : elementOf(items);
    if (loop.target)
      this.assignTo(
        loop.target,
        withTaints(item, addStep(item.taints, loop.target, 'goes over it')),
        undefined,
      );
  }

  private execSwitch(stmt: Switch): void {
    const frame = this.frame;
    this.eval(stmt.subject);
    const base = frame.layer;
    const jumpsBefore = frame.jumps;
    frame.jumps = [];
    const ends: { layer: Layer; dead: boolean }[] = [];
    let hasDefault = false;
    let fallsFrom: Layer | undefined;
    for (const branch of stmt.cases) {
      if (branch.tests.length === 0) hasDefault = true;
      for (const test of branch.tests) this.eval(test);
      const end = frame.branch(() => {
        if (branch.tests.length === 1) {
          const test: Binary = {
            kind: 'binary',
            op: '===',
            left: stmt.subject,
            right: branch.tests[0]!,
            start: branch.start,
            end: branch.end,
          };
          refine(frame, test, true, this.peek);
        }
        this.execAll(branch.body);
      }, fallsFrom ?? base);
      fallsFrom = end.dead ? undefined : end.layer;
      ends.push(end);
    }
    if (!hasDefault) ends.push(frame.branch(() => {}));
    for (const layer of frame.jumps) ends.push({ layer, dead: false });
    frame.jumps = jumpsBefore;
    frame.merge(base, ends);
  }

  private execTry(stmt: Try): void {
    const frame = this.frame;
    const base = frame.layer;
    const body = frame.branch(() => this.exec(stmt.body));
    const ends = [body];
    for (const handler of stmt.handlers) {
      // The exception may come anywhere in the body: its last state and the first are both possible.
      ends.push(
        frame.branch(() => {
          frame.merge(frame.layer, [{ layer: body.layer, dead: false }, frame.branch(() => {})]);
          if (handler.target) this.assignTo(handler.target, unknown, undefined);
          this.exec(handler.body);
        }),
      );
    }
    frame.merge(base, ends);
    if (stmt.finally) {
      const dead = frame.dead;
      frame.dead = false;
      this.exec(stmt.finally);
      frame.dead ||= dead;
    }
  }

  private addReturn(returned: Value): void {
    const frame = this.frame;
    frame.returns = frame.returns ? joinValues(frame.returns, returned) : returned;
  }

  // -------------------------------------------------------------------------------------------
  // Functions and classes

  private makeRef(fn: FunctionNode, owner: ClassRef | undefined): FunctionRef {
    const known = this.refs.get(fn);
    if (known) return known;
    const ref: FunctionRef = {
      fn,
      closure: this.frame,
      owner,
      entry: undefined,
      escapes: false,
      calls: 0,
    };
    ref.entry = this.signatureEntry(ref);
    this.refs.set(fn, ref);
    return ref;
  }

  private declareFunction(fn: FunctionNode): FunctionRef {
    const ref = this.makeRef(fn, undefined);
    if (this.frame === this.top && this.model.language.exportsEverything) ref.escapes = true;
    this.pending.push(ref);
    if (fn.name !== undefined) this.frame.declare(fn.name, value({ fn: ref }));
    return ref;
  }

  private execFunctionDecl(fn: FunctionNode): void {
    this.decorate(this.makeRef(fn, undefined));
  }

  /** A decorator may register the function with a framework. */
  private decorate(ref: FunctionRef): void {
    for (const decorator of ref.fn.decorators) {
      const expr = decorator.expr;
      const callee = this.eval(expr.kind === 'call' ? expr.callee : expr).symbol;
      const args = expr.kind === 'call' ? this.evalArgs(expr.args) : [];
      if (expr.kind === 'call') this.recordCall(expr, callee, undefined, unknown, args, undefined);
      const spec = callee === undefined ? undefined : this.model.decorators.get(callee);
      if (!spec) {
        ref.escapes = true;
        continue;
      }
      const pattern = args[0]?.value.constant?.value;
      const tainting = new Map<string, boolean>();
      if (typeof pattern === 'string' && spec.pathParams) {
        for (const match of pattern.matchAll(spec.pathParams)) {
          const name = match[2];
          if (name !== undefined)
            tainting.set(name, !spec.cleanConverters?.includes(match[1] ?? ''));
        }
      }
      ref.entry = ref.fn.params.map((param) => {
        const name = param.target.kind === 'name' ? param.target.name : undefined;
        if (name === undefined || !tainting.get(name)) return unknown;
        return tainted([
          newTaint({ kind: 'remote', label: spec.label, start: param.start, end: param.end }),
        ]);
      });
    }
  }

  /** Values of the parameters when their names say which framework calls the function. */
  private signatureEntry(ref: FunctionRef): readonly Value[] | undefined {
    const skip = ref.owner && this.model.language.receiver === 'first-parameter' ? 1 : 0;
    const params = ref.fn.params.slice(skip);
    for (const spec of this.model.signatures) {
      if (params.length < spec.names.length) continue;
      if (!spec.names.every((names, i) => names.includes(paramName(params[i]!)))) continue;
      if (spec.ifImported !== undefined && !this.importsFrom(spec.ifImported)) continue;
      ref.escapes = true;
      return ref.fn.params.map((param, i) => {
        const symbol = spec.params[i - skip];
        return typeof symbol === 'string' && i >= skip
          ? value({ symbol })
          : this.symbolicParam(ref.fn, param, i);
      });
    }
    return undefined;
  }

  private importsFrom(module: string): boolean {
    for (const symbol of this.imports)
      if (symbol === module || symbol.startsWith(`${module}.`)) return true;
    return false;
  }

  private symbolicParam(fn: FunctionNode, param: Param, index: number): Value {
    const typed = this.typedValue(param.type);
    if (typed) return typed;
    const name = paramName(param);
    const source: Source = {
      kind: 'param',
      label: name === '' ? 'a parameter' : `the parameter \`${name}\``,
      param: { fn, index },
      start: param.start,
      end: param.end,
    };
    return value({ taints: [newTaint(source)], param: { fn, index } });
  }

  /** What an annotation says; undefined when it leaves the value open. */
  private typedValue(type: string | undefined): Value | undefined {
    if (type === undefined) return undefined;
    const name = /^(?:Optional\[)?\s*['"]?([A-Za-z_$][\w$.]*)/.exec(type)?.[1];
    if (name === undefined) return undefined;
    if (
      /^(?:number|boolean|int|float|bool|UUID|uuid\.UUID|datetime|date|Date|bigint)$/.test(name)
    ) {
      return /[|,]/.test(type) ? undefined : unknown;
    }
    // One of a few texts: `'asc' | 'desc'`, `Literal['asc', 'desc']`.
    if (/^\s*(['"])[^'"]*\1(?:\s*\|\s*(['"])[^'"]*\2)+\s*$/.test(type)) return unknown;
    if (name === 'Literal' || name === 'typing.Literal') return unknown;
    const [first = '', ...rest] = name.split('.');
    let symbol = this.frame.lookup(first)?.symbol;
    for (const part of rest) symbol = symbol && memberSymbol(symbol, part);
    if (symbol === undefined) return undefined;
    const instance = this.model.types.get(`${symbol}()`);
    return instance === undefined ? undefined : value({ symbol: instance });
  }

  /** Runs a function once with nothing known of its arguments; gives what it returns. */
  private summarise(ref: FunctionRef): Value {
    const known = this.summaries.get(ref.fn);
    if (known) return known.returns ?? unknown;
    const args = ref.fn.params.map((param, i) => this.symbolicParam(ref.fn, param, i));
    return this.runFunction(ref, args);
  }

  private runFunction(ref: FunctionRef, args: readonly Value[]): Value {
    const { fn } = ref;
    const state: FunctionState = this.summaries.get(fn) ?? { returns: undefined, running: false };
    if (state.running || this.depth > maxDepth || this.totalSteps > fileBudget) {
      if (!state.running) this.incomplete.add(fn);
      return state.returns ?? unknown;
    }
    this.summaries.set(fn, state);
    state.running = true;
    const frameBefore = this.frame;
    const stepsBefore = this.steps;
    const inLoopBefore = this.inLoop;
    this.steps = 0;
    const receiver: Value | undefined =
      ref.owner && value({ instance: ref.owner, symbol: ref.owner.symbol });
    const closure = ref.closure as Frame;
    const receiverIsParam =
      ref.owner !== undefined && !fn.isStatic && this.model.language.receiver === 'first-parameter';
    this.frame = new Frame(fn, closure, receiver ?? closure.thisValue);
    fn.params.forEach((param, i) => {
      let arg = args[i] ?? unknown;
      if (receiverIsParam && i === 0) arg = receiver ?? unknown;
      if (param.rest === 'list') arg = tainted(unionAll(args.slice(i)));
      if (param.default) {
        const fallback = this.eval(param.default);
        if (args[i] === undefined) arg = fallback;
      }
      this.assignTo(param.target, arg, undefined);
    });
    this.exec(fn.body);
    const returns = this.frame.returns ?? constant(undefined);
    this.frame.dead = false;
    this.frame = frameBefore;
    this.steps = stepsBefore;
    this.inLoop = inLoopBefore;
    state.running = false;
    state.returns = state.returns ? joinValues(state.returns, returns) : returns;
    return returns;
  }

  private declareClass(cls: ClassNode): Value {
    const supers = cls.supers.map((base) => this.eval(base));
    const parent = supers.find((base) => base.symbol !== undefined)?.symbol;
    const ref: ClassRef = {
      name: cls.name,
      fields: new Map(),
      methods: new Map(),
      symbol: parent === undefined ? undefined : resultSymbol(this.model, parent),
    };
    const classValue = value({ instance: ref, symbol: parent });
    if (cls.name !== undefined) this.frame.declare(cls.name, classValue);
    for (const decorator of cls.decorators) this.eval(decorator.expr);
    // Fields are the class's own: they are evaluated apart from the variables around.
    const outer = this.frame;
    this.frame = new Frame(outer.fn, outer, value({ instance: ref, symbol: ref.symbol }));
    this.execAll(cls.body);
    for (const [name, field] of this.frame.layer.vars) if (field) ref.fields.set(name, field);
    this.frame = outer;
    const refs = cls.methods.map((fn) => {
      const method = this.makeRef(fn, ref);
      method.escapes = true;
      if (fn.name !== undefined) ref.methods.set(fn.name, method);
      return method;
    });
    for (const method of refs) this.decorate(method);
    // The constructor fills the fields that the other methods read.
    const isConstructor = (method: FunctionRef) =>
      method.fn.name === 'constructor' || method.fn.name === '__init__';
    this.pending.push(
      ...refs.filter(isConstructor),
      ...refs.filter((method) => !isConstructor(method)),
    );
    return classValue;
  }

  private escape(of: Value | undefined, depth = 0): void {
    if (!of) return;
    if (of.fn) of.fn.escapes = true;
    if (of.shape?.kind === 'map' && depth < 3) {
      for (const field of of.shape.fields.values()) this.escape(field, depth + 1);
    }
  }

  private escapeDeclared(stmt: Stmt | undefined): void {
    if (stmt?.kind === 'expr' && stmt.expr.kind === 'assign' && stmt.expr.target.kind === 'name') {
      this.escape(this.frame.lookup(stmt.expr.target.name));
    } else if (stmt?.kind === 'block') {
      for (const inner of stmt.body) this.escapeDeclared(inner);
    }
  }

  // -------------------------------------------------------------------------------------------
  // Expressions

  /** A value without the effects of evaluating: names and what hangs on them. */
  private readonly peek = (expr: Expr): Value => {
    if (expr.kind === 'name') return this.frame.lookup(expr.name) ?? unknown;
    if (expr.kind === 'list' || expr.kind === 'map') return this.eval(expr);
    if (expr.kind === 'member') return this.memberOf(this.peek(expr.object), expr.property, expr);
    return unknown;
  };

  private giveUp(): void {
    if (this.frame.fn) this.incomplete.add(this.frame.fn);
  }

  private eval(expr: Expr): Value {
    if (++this.steps > functionBudget || ++this.totalSteps > fileBudget || this.depth > maxDepth) {
      this.giveUp();
      return unknown;
    }
    this.depth++;
    const result = this.evalKind(expr);
    this.depth--;
    return result;
  }

  private evalKind(expr: Expr): Value {
    switch (expr.kind) {
      case 'literal':
        return expr.regex ? unknown : constant(expr.value);
      case 'name':
        return this.evalName(expr);
      case 'member':
        return this.evalMember(expr, this.eval(expr.object));
      case 'index':
        return this.evalIndex(expr.object, expr.index, expr);
      case 'call':
        return this.evalCall(expr);
      case 'string':
        return this.evalString(expr);
      case 'list':
        return this.evalList(expr.elements);
      case 'map':
        return this.evalMap(expr);
      case 'function':
        return this.evalFunction(expr.fn);
      case 'class':
        return this.declareClass(expr.cls);
      case 'binary':
        return this.evalBinary(expr);
      case 'unary':
        return this.evalUnary(expr);
      case 'conditional': {
        const truth = this.truth(this.eval(expr.test));
        if (truth === true) return this.eval(expr.then);
        if (truth === false) return this.eval(expr.else);
        return this.evalEither(expr.test, expr.then, expr.else);
      }
      case 'assign':
        return this.evalAssign(expr);
      case 'sequence': {
        let last = unknown;
        for (const item of expr.items) last = this.eval(item);
        return last;
      }
      case 'unknown': {
        let taints: readonly Taint[] = [];
        for (const child of expr.children)
          taints = unionTaints(taints, this.evalOrExec(child).taints);
        return tainted(taints);
      }
    }
  }

  private truth(of: Value): boolean | undefined {
    return of.constant && truthOf(of.constant.value);
  }

  private evalEither(test: Expr, then: Expr, otherwise: Expr): Value {
    const frame = this.frame;
    const base = frame.layer;
    let a = unknown;
    let b = unknown;
    const ends = [
      frame.branch(() => {
        refine(frame, test, true, this.peek);
        a = this.eval(then);
      }),
      frame.branch(() => {
        refine(frame, test, false, this.peek);
        b = this.eval(otherwise);
      }),
    ];
    frame.merge(base, ends);
    return joinValues(a, b);
  }

  private evalName(expr: Name): Value {
    const found = this.frame.lookup(expr.name);
    if (found !== undefined) return found;
    if (expr.name === 'this' || expr.name === 'self' || expr.name === 'super') {
      for (let frame: Frame | undefined = this.frame; frame; frame = frame.parent) {
        if (frame.thisValue) return frame.thisValue;
      }
      return unknown;
    }
    if (this.model.globals.has(expr.name)) return this.symbolValue(expr.name, expr);
    return unknown;
  }

  /** The value of an API, which may be a source. */
  private symbolValue(symbol: string, at: Span): Value {
    const source = this.model.sources.get(symbol);
    if (!source) return value({ symbol });
    return value({
      symbol,
      taints: [newTaint({ kind: source.kind, label: source.label, start: at.start, end: at.end })],
    });
  }

  private evalMember(expr: Member, object: Value): Value {
    if (this.frame.paths) {
      const path = pathOf(expr);
      const refined = path === undefined ? undefined : this.frame.lookup(path);
      if (refined) return refined;
    }
    return this.memberOf(object, expr.property, expr);
  }

  private memberOf(object: Value, property: string, at: Span): Value {
    let result = unknown;
    if (object.shape?.kind === 'map') result = object.shape.fields.get(property) ?? unknown;
    if (object.instance) {
      const field = object.instance.fields.get(property);
      const method = object.instance.methods.get(property);
      if (field) result = field;
      else if (method) return value({ fn: method });
    }
    if (object.symbol !== undefined && this.stored.size > 0)
      result = this.stored.get(`${object.symbol}.${property}`) ?? result;
    if (object.symbol !== undefined && result === unknown) {
      const symbol = memberSymbol(object.symbol, property);
      if (symbol !== undefined)
        result = this.symbolValue(this.model.types.get(symbol) ?? symbol, at);
    }
    if (property === 'length') return result;
    // What an exact shape holds under a key is known better than what the whole holds.
    const known = object.shape?.kind === 'map' && object.shape.fields.has(property);
    if (!known) result = withTaints(result, object.taints);
    return this.withSensitive(result, property, at);
  }

  /** Adds the taint of a name that says what the data is (`password`). */
  private withSensitive(of: Value, name: string, at: Span): Value {
    const kind = this.sensitiveKind(name);
    if (kind === undefined || of.fn || of.taints.some((taint) => taint.source.kind === kind))
      return of;
    return withTaints(of, [newTaint({ kind, label: name, start: at.start, end: at.end })]);
  }

  private sensitiveKind(name: string): string | undefined {
    if (this.sensitive.has(name)) return this.sensitive.get(name);
    const kind = this.model.language.sensitiveName(name);
    this.sensitive.set(name, kind);
    return kind;
  }

  private evalIndex(objectExpr: Expr, indexExpr: Expr, at: Expr): Value {
    const object = this.eval(objectExpr);
    const index = this.eval(indexExpr);
    if (this.frame.paths) {
      const path = pathOf(at);
      const refined = path === undefined ? undefined : this.frame.lookup(path);
      if (refined) return refined;
    }
    const key = index.constant?.value;
    if (typeof key === 'string') return this.memberOf(object, key, at);
    if (object.shape?.kind === 'list') {
      if (typeof key === 'number') {
        const at = key < 0 ? object.shape.elements.length + key : key;
        const element = object.shape.open ? undefined : object.shape.elements[at];
        if (element) return element;
      }
      return elementOf(object);
    }
    // Which element is taken does not make the element the attacker's.
    if (object.shape?.kind === 'map') return { ...elementOf(object), constant: undefined };
    return tainted(object.taints);
  }

  private evalString(expr: StringBuild): Value {
    const parts = expr.parts.map((node) => ({ node, value: this.eval(node) }));
    return this.concatenate(parts, expr);
  }

  private concatenate(
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
      taints: at ? addStep(taints, at, 'becomes part of a text') : taints,
      constant: constantText === undefined ? undefined : { value: constantText },
      text: buildText(parts, node),
    });
  }

  private evalArgs(args: readonly Arg[]): readonly SiteArg[] {
    return args.map((arg) => ({
      node: arg.value,
      value: this.eval(arg.value),
      name: arg.name,
      spread: arg.spread !== undefined,
    }));
  }

  private evalList(elements: readonly Arg[]): Value {
    const values: Value[] = [];
    let taints: readonly Taint[] = [];
    let open = false;
    for (const element of elements) {
      const of = this.eval(element.value);
      if (element.spread) {
        if (of.shape?.kind === 'list' && !of.shape.open) values.push(...of.shape.elements);
        else open = true;
        taints = unionTaints(taints, of.taints);
      } else {
        values.push(of);
      }
    }
    return value({ shape: listShape(values, open), taints });
  }

  private evalMap(expr: MapExpr): Value {
    const fields = new Map<string, Value>();
    let taints: readonly Taint[] = [];
    let open = false;
    for (const entry of expr.entries) {
      const of = this.eval(entry.value);
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
      const key = this.eval(entry.key).constant?.value;
      if (key === undefined || key === null) {
        open = true;
        taints = unionTaints(taints, of.taints);
      } else {
        fields.set(String(key), of);
      }
    }
    return value({ shape: mapShape(fields, open), taints });
  }

  private evalFunction(fn: FunctionNode): Value {
    const known = this.refs.has(fn);
    const ref = this.makeRef(fn, undefined);
    if (!known) this.pending.push(ref);
    return value({ fn: ref });
  }

  private evalBinary(expr: Binary): Value {
    const left = this.eval(expr.left);
    if (expr.op === '&&' || expr.op === '||' || expr.op === '??')
      return this.evalLogical(expr, left);
    const right = this.eval(expr.right);
    if (left.constant && right.constant) {
      const known = binaryConstant(expr.op, left.constant.value, right.constant.value);
      if (known) {
        const isText = expr.op === '+' && typeof known.value === 'string';
        return isText
          ? this.concatenate(
              [
                { node: expr.left, value: left },
                { node: expr.right, value: right },
              ],
              undefined,
            )
          : value({ constant: known });
      }
    }
    switch (expr.op) {
      case '+':
        if (
          left.text ||
          right.text ||
          typeof left.constant?.value === 'string' ||
          typeof right.constant?.value === 'string'
        ) {
          return this.concatenate(
            [
              { node: expr.left, value: left },
              { node: expr.right, value: right },
            ],
            undefined,
          );
        }
        return value({
          taints: unionTaints(left.taints, right.taints),
          shape:
            left.shape?.kind === 'list' && right.shape?.kind === 'list'
              ? listShape(
                  [...left.shape.elements, ...right.shape.elements],
                  left.shape.open || right.shape.open,
                )
              : undefined,
        });
      case '===':
      case '==':
      case '!==':
      case '!=':
        if (left.taints.length > 0 || right.taints.length > 0) {
          this.log.record({
            kind: 'compare',
            node: expr,
            spec: undefined,
            args: [siteArg(expr.left, left), siteArg(expr.right, right)],
            receiver: undefined,
            fn: this.frame.fn,
            through: [],
          });
        }
        return unknown;
      case '%':
        // A format whose text is not literal.
        return tainted(unionTaints(left.taints, allTaints(right)));
      default:
        return unknown;
    }
  }

  private evalLogical(expr: Binary, left: Value): Value {
    const truth = this.truth(left);
    if (expr.op === '&&' && truth === false) return left;
    if (expr.op === '||' && truth === true) return left;
    const frame = this.frame;
    const base = frame.layer;
    let right = unknown;
    const end = frame.branch(() => {
      if (expr.op !== '??') refine(frame, expr.left, expr.op === '&&', this.peek);
      right = this.eval(expr.right);
    });
    frame.merge(base, [end, frame.branch(() => {})]);
    if (expr.op === '&&') return truth === true ? right : joinValues(left, right);
    if (
      left.constant &&
      (truth === false || left.constant.value === null || left.constant.value === undefined)
    ) {
      return right;
    }
    return joinValues(left, right);
  }

  private evalUnary(expr: Unary): Value {
    const operand = this.eval(expr.operand);
    if (expr.op === 'yield') {
      this.addReturn(operand);
      return unknown;
    }
    if ((expr.op === '++' || expr.op === '--') && expr.operand.kind === 'name') {
      this.frame.assign(expr.operand.name, unknown);
      return unknown;
    }
    const known = operand.constant && unaryConstant(expr.op, operand.constant.value);
    return known ? value({ constant: known }) : unknown;
  }

  // -------------------------------------------------------------------------------------------
  // Assignments

  private evalAssign(expr: Assign): Value {
    let assigned: Value;
    if (expr.op !== undefined && expr.value) {
      assigned = this.evalCompound(expr.target, expr.op, expr.value);
    } else if (expr.value) {
      assigned = this.eval(expr.value);
    } else {
      const typed = this.typedValue(expr.type);
      if (expr.declares && expr.target.kind === 'name')
        this.frame.declare(expr.target.name, typed ?? constant(undefined));
      return unknown;
    }
    const typed =
      assigned.symbol === undefined && !assigned.shape && !assigned.fn
        ? this.typedValue(expr.type)
        : undefined;
    if (typed?.symbol !== undefined) assigned = { ...assigned, symbol: typed.symbol };
    const isCheck =
      expr.target.kind === 'name' &&
      expr.op === undefined &&
      /^(?:binary|call|unary)$/.test(expr.value?.kind ?? '');
    if (isCheck) assigned = { ...assigned, condition: expr.value };
    this.recordAssign(expr, assigned);
    this.assignTo(expr.target, assigned, expr.declares);
    return assigned;
  }

  private evalCompound(target: Target, op: string, right: Expr): Value {
    const before =
      target.kind === 'name' || target.kind === 'member' || target.kind === 'index'
        ? this.eval(target)
        : unknown;
    const added = this.eval(right);
    if (op === '+') {
      if (
        before.text ||
        added.text ||
        typeof before.constant?.value === 'string' ||
        typeof added.constant?.value === 'string'
      ) {
        const targetExpr = target as Expr;
        return this.concatenate(
          [
            { node: targetExpr, value: before },
            { node: right, value: added },
          ],
          undefined,
        );
      }
      return tainted(unionTaints(before.taints, added.taints));
    }
    if (op === '||' || op === '??' || op === '&&') return joinValues(before, added);
    return unknown;
  }

  private recordAssign(expr: Assign, assigned: Value): void {
    const { target } = expr;
    let specs: readonly SinkSpec[] | undefined;
    let receiver: SiteArg | undefined;
    if (target.kind === 'name') {
      if (this.frame === this.top) specs = this.model.nameSinks.get(target.name);
    } else if (target.kind === 'member') {
      specs = this.model.keySinks.get(target.property.toLowerCase());
      if (specs) receiver = siteArg(target.object, this.eval(target.object));
    } else if (target.kind === 'index') {
      const key =
        target.index.kind === 'literal'
          ? target.index.value
          : this.peek(target.index).constant?.value;
      if (typeof key === 'string') specs = this.model.keySinks.get(key.toLowerCase());
      if (specs) receiver = siteArg(target.object, this.eval(target.object));
    }
    if (!specs || !expr.value) return;
    for (const spec of specs) {
      this.log.record({
        kind: spec.kind,
        node: expr,
        spec,
        args: [siteArg(expr.value, assigned)],
        receiver,
        fn: this.frame.fn,
        through: [],
      });
    }
  }

  private assignTo(target: Target, assigned: Value, declares: Assign['declares']): void {
    switch (target.kind) {
      case 'name': {
        const labelled = assigned.taints.some((taint) => !taint.uncertain && isInput(taint))
          ? this.withSensitive(assigned, target.name, target)
          : assigned;
        const stepped =
          labelled.taints.length === 0
            ? labelled
            : {
                ...labelled,
                taints: addStep(labelled.taints, target, `is stored in \`${target.name}\``),
              };
        if (declares || this.model.language.assignmentDeclares)
          this.frame.declare(target.name, stepped);
        else this.frame.assign(target.name, stepped);
        break;
      }
      case 'member':
        this.assignField(target.object, target.property, assigned);
        break;
      case 'index': {
        const object = this.eval(target.object);
        const key = this.eval(target.index).constant?.value;
        if (typeof key === 'string') this.assignField(target.object, key, assigned);
        else
          this.updateRoot(
            target.object,
            withTaints({ ...object, shape: undefined }, allTaints(assigned)),
          );
        break;
      }
      case 'list-pattern':
        target.elements.forEach((element, i) => {
          const source =
            assigned.shape?.kind === 'list' && !assigned.shape.open && !element.rest
              ? (assigned.shape.elements[i] ?? constant(undefined))
              : elementOf(assigned);
          this.assignElement(element.target, element.default, source, declares);
        });
        break;
      case 'map-pattern':
        for (const element of target.elements) {
          const source =
            element.key !== undefined
              ? this.memberOf(assigned, element.key, element)
              : tainted(allTaints(assigned));
          this.assignElement(element.target, element.default, source, declares);
        }
        break;
      case 'unknown':
        for (const child of target.children) this.evalOrExec(child);
    }
  }

  private assignElement(
    target: Target | undefined,
    fallback: Expr | undefined,
    source: Value,
    declares: Assign['declares'],
  ): void {
    const otherwise = fallback && this.eval(fallback);
    if (target) this.assignTo(target, otherwise ? joinValues(source, otherwise) : source, declares);
  }

  private assignField(objectExpr: Expr, property: string, assigned: Value): void {
    const object = this.eval(objectExpr);
    if (this.isExports(objectExpr, property)) this.escape(assigned);
    if (object.symbol !== undefined && this.model.stores.has(object.symbol)) {
      const field = `${object.symbol}.${property}`;
      const before = this.stored.get(field);
      this.stored.set(field, before ? joinValues(before, assigned) : assigned);
      return;
    }
    if (object.instance) {
      const before = object.instance.fields.get(property);
      object.instance.fields.set(property, before ? joinValues(before, assigned) : assigned);
      return;
    }
    const path = pathOf(objectExpr);
    if (path !== undefined) {
      if (objectExpr.kind === 'name') this.frame.forgetPath(`${path}.${property}`);
      else this.frame.setPath(`${path}.${property}`, assigned);
    }
    const fields = new Map(object.shape?.kind === 'map' ? object.shape.fields : []);
    fields.set(property, assigned);
    const open = object.shape?.kind === 'map' ? object.shape.open : true;
    this.updateRoot(objectExpr, { ...object, param: undefined, shape: mapShape(fields, open) });
  }

  /** Gives the variable that an expression names another value; does nothing for other expressions. */
  private updateRoot(expr: Expr, to: Value): void {
    if (expr.kind === 'name' && this.frame.lookup(expr.name) !== undefined)
      this.frame.assign(expr.name, to);
    else if (expr.kind === 'member') this.assignFieldOf(expr, to);
  }

  private assignFieldOf(expr: Member, to: Value): void {
    const object = this.peek(expr.object);
    if (object.instance) object.instance.fields.set(expr.property, to);
  }

  private isExports(object: Expr, property: string): boolean {
    const { exportObjects } = this.model.language;
    const path = pathOf(object);
    return (
      path !== undefined &&
      (exportObjects.includes(path) || exportObjects.includes(`${path}.${property}`))
    );
  }

  // -------------------------------------------------------------------------------------------
  // Calls

  private evalCall(expr: Call): Value {
    const { callee } = expr;
    if (this.frame.paths) {
      const path = pathOf(expr);
      const refined = path === undefined ? undefined : this.frame.lookup(path);
      if (refined) return refined;
    }
    let receiver: SiteArg | undefined;
    let target: Value;
    let method: string | undefined;
    if (callee.kind === 'member') {
      const object = this.eval(callee.object);
      receiver = siteArg(callee.object, object);
      target = this.evalMember(callee, object);
      method = callee.property;
    } else {
      target = this.eval(callee);
    }
    const args = this.evalArgs(expr.args);
    const { symbol } = target;

    const imported = this.evalImportCall(expr, symbol, args);
    if (imported) return imported;

    this.recordCall(expr, symbol, method, target, args, receiver);
    this.registerHandlers(symbol, args);

    if (target.fn) return this.callLocal(expr, target.fn, args, receiver);
    if (target.instance && callee.kind === 'name')
      return this.construct(expr, target.instance, args);

    const source = symbol === undefined ? undefined : this.model.calledSources.get(symbol);
    const spec = this.callSpec(symbol, method, args);
    const given = this.runCallbacks(spec, args, receiver);
    if (source) {
      const taint = newTaint({
        kind: source.kind,
        label: source.label,
        start: expr.start,
        end: expr.end,
      });
      return value({ taints: [taint], symbol: symbol && resultSymbol(this.model, symbol) });
    }
    return this.resultOf(expr, symbol, method, spec, args, receiver, given);
  }

  private evalImportCall(
    expr: Call,
    symbol: string | undefined,
    args: readonly SiteArg[],
  ): Value | undefined {
    if (
      expr.callee.kind !== 'name' ||
      symbol === undefined ||
      symbol !== this.model.language.importCall
    )
      return undefined;
    const name = args[0]?.value.constant?.value;
    if (typeof name !== 'string') return undefined;
    const module = this.model.language.moduleSymbol(name);
    this.imports.add(module);
    return this.symbolValue(module, expr);
  }

  private recordCall(
    expr: Call,
    symbol: string | undefined,
    method: string | undefined,
    target: Value,
    args: readonly SiteArg[],
    receiver: SiteArg | undefined,
  ): void {
    const exact = symbol === undefined ? undefined : this.model.callSinks.get(symbol);
    const specs =
      exact ??
      (method !== undefined && !target.fn ? this.model.methodSinks.get(method) : undefined);
    if (!specs) return;
    for (const spec of specs) {
      this.log.record({
        kind: spec.kind,
        node: expr,
        spec,
        args,
        receiver,
        fn: this.frame.fn,
        through: [],
      });
    }
  }

  private registerHandlers(symbol: string | undefined, args: readonly SiteArg[]): void {
    const spec = symbol === undefined ? undefined : this.model.registrations.get(symbol)?.[0];
    if (!spec) return;
    for (const arg of args.slice(spec.from)) {
      const handlers = arg.value.shape?.kind === 'list' ? arg.value.shape.elements : [arg.value];
      for (const { fn } of handlers) {
        if (!fn) continue;
        const shift = spec.errorFirst && fn.fn.params.length > spec.params.length ? 1 : 0;
        fn.entry = fn.fn.params.map((_, i) => {
          const type = spec.params[i - shift];
          return typeof type === 'string' ? value({ symbol: type }) : unknown;
        });
        // A function that was analysed as nobody's is a handler after all.
        if (this.summaries.has(fn.fn)) this.pending.push(fn);
      }
    }
  }

  private callSpec(
    symbol: string | undefined,
    method: string | undefined,
    args: readonly SiteArg[],
  ): CallSpec | undefined {
    const applies = (spec: CallSpec) => holdsAll(spec.where, { args, receiver: undefined });
    const exact = symbol === undefined ? undefined : this.model.calls.get(symbol)?.find(applies);
    return (
      exact ??
      (method === undefined ? undefined : this.model.methodCalls.get(method)?.find(applies))
    );
  }

  private runCallbacks(
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
      const first =
        spec?.callback?.[0] === 'element'
          ? elementOf(from)
          : spec?.callback?.[0] === 'receiver'
            ? from
            : unknown;
      const returned = this.runFunction(
        ref,
        ref.fn.params.map((_, i) => (i === 0 ? first : unknown)),
      );
      given ??= returned;
    }
    return given;
  }

  private resultOf(
    expr: Call,
    symbol: string | undefined,
    method: string | undefined,
    spec: CallSpec | undefined,
    args: readonly SiteArg[],
    receiver: SiteArg | undefined,
    given: Value | undefined,
  ): Value {
    const resultType = symbol === undefined ? undefined : resultSymbol(this.model, symbol);
    const element = spec?.result === 'element' ? this.lookedUp(args, receiver) : undefined;
    if (element) return element;
    if (spec && spec.result !== 'element') {
      if (spec.effect?.on === 'absorb' && receiver) this.absorb(receiver, args);
      if (spec.result === 'never') {
        this.frame.dead = true;
        return unknown;
      }
      if (spec.result === 'mapped') {
        const mapped = given ?? this.callBack(expr, args[0], receiver);
        if (mapped) return value({ shape: listShape([mapped], true) });
      }
      if (spec.result === 'filtered') {
        const { fn } = args[0]?.value ?? unknown;
        if (fn && checkedParams(fn.fn, true, this.peek).includes(0))
          return value({ shape: listShape([unknown], true) });
      }
      if (spec.result === 'joined' && receiver) {
        const separatorFirst = typeof receiver.value.constant?.value === 'string';
        const list = separatorFirst ? args[0] : receiver;
        if (list) return this.joined(list, separatorFirst ? receiver : args[0], expr);
      }
      if (spec.result === 'receiver') return receiver?.value ?? unknown;
      if (spec.result === 'argument') return args[0]?.value ?? unknown;
      const incoming = unionTaints(
        receiver?.value.taints ?? [],
        unionAll(args.map((arg) => arg.value)),
      );
      if (spec.result === 'clean') {
        return spec.cleans
          ? value({ taints: cleanTaints(incoming, spec.cleans), symbol: resultType })
          : value({ symbol: resultType });
      }
      return value({ taints: incoming, symbol: resultType });
    }
    if (receiver && receiver.value.taints.length > 0) {
      // A method of the data itself gives data of the same origin.
      const key = args[0]?.value.constant?.value;
      const result = value({
        taints: unionTaints(receiver.value.taints, unionAll(args.map((arg) => arg.value))),
        symbol: resultType,
      });
      return typeof key === 'string' && args.length <= 2
        ? this.withSensitive(result, key, expr)
        : result;
    }
    const name = method ?? (expr.callee.kind === 'name' ? expr.callee.name : '');
    const incoming = unionAll(args.map((arg) => arg.value));
    if (incoming.length === 0 || cleaningName.test(name)) return value({ symbol: resultType });
    return value({
      taints: markUncertain(addStep(incoming, expr, `goes through \`${name}\``)),
      symbol: resultType,
    });
  }

  /** What a collection holds under a key; undefined when nothing is known of the collection. */
  private lookedUp(args: readonly SiteArg[], receiver: SiteArg | undefined): Value | undefined {
    const { shape } = receiver?.value ?? unknown;
    if (!receiver || !shape || args.length === 0 || args.length > 2) return undefined;
    const key = args[0]?.value.constant?.value;
    const exact =
      shape.kind === 'map' && typeof key === 'string' ? shape.fields.get(key) : undefined;
    let found = exact ?? elementOf(receiver.value);
    if (shape.kind === 'list') {
      // A `Map` made of lists of key and value.
      const values = shape.elements.map((entry) =>
        entry.shape?.kind === 'list' ? entry.shape.elements[1] : undefined,
      );
      const first = values[0];
      if (!first || values.includes(undefined)) return undefined;
      found = values.reduce<Value>((a, b) => joinValues(a, b ?? unknown), first);
    }
    const fallback = args[1]?.value;
    return fallback
      ? joinValues(found, fallback)
      : exact
        ? found
        : { ...found, constant: undefined };
  }

  /** What a function that stands elsewhere gives for an element of the receiver. */
  private callBack(
    expr: Call,
    callback: SiteArg | undefined,
    receiver: SiteArg | undefined,
  ): Value | undefined {
    if (!callback) return undefined;
    const element = elementOf(receiver?.value ?? unknown);
    const { fn, symbol } = callback.value;
    if (fn && !fn.entry) {
      const call = { fn: fn.fn, args: [element], at: expr, label: 'is passed to a function' };
      return substituteValue(this.summarise(fn), call);
    }
    const spec = symbol === undefined ? undefined : this.model.calls.get(symbol)?.[0];
    if (spec?.result !== 'clean') return undefined;
    return spec.cleans ? tainted(cleanTaints(allTaints(element), spec.cleans)) : unknown;
  }

  private joined(list: SiteArg, separator: SiteArg | undefined, at: Expr): Value {
    const { shape } = list.value;
    if (shape?.kind !== 'list' || shape.open)
      return tainted(addStep(allTaints(list.value), at, 'becomes part of a text'));
    const written = list.node.kind === 'list' ? list.node.elements : [];
    const between = separator ?? siteArg(list.node, constant(','));
    const parts = shape.elements.flatMap((element, i) => {
      const part = { node: written[i]?.value ?? list.node, value: element };
      return i === 0 ? [part] : [{ node: between.node, value: between.value }, part];
    });
    const text = this.concatenate(parts, undefined);
    return withTaints(
      { ...text, taints: addStep(text.taints, at, 'becomes part of a text') },
      list.value.taints,
    );
  }

  private absorb(receiver: SiteArg, args: readonly SiteArg[]): void {
    const taints = unionAll(args.map((arg) => arg.value));
    const { shape } = receiver.value;
    const grown =
      shape?.kind === 'list' && !this.inLoop
        ? listShape([...shape.elements, ...args.map((arg) => arg.value)], shape.open)
        : undefined;
    if (taints.length > 0 || grown || shape) {
      this.updateRoot(receiver.node, {
        ...withTaints(receiver.value, grown ? [] : taints),
        shape: grown,
      });
    }
  }

  private callLocal(
    expr: Call,
    ref: FunctionRef,
    args: readonly SiteArg[],
    receiver: SiteArg | undefined,
  ): Value {
    ref.calls++;
    const shifted =
      ref.owner && !ref.fn.isStatic && this.model.language.receiver === 'first-parameter';
    const actual = bindArguments(ref.fn, args, shifted && receiver ? [receiver.value] : []);
    const returns = this.summarise(ref);
    const name = ref.fn.name === undefined ? 'a function' : `\`${ref.fn.name}\``;
    const call = { fn: ref.fn, args: actual, at: expr, label: `is passed to ${name}` };
    for (const site of this.log.reachedFrom(ref.fn)) {
      const reached = substituteSite(site, call);
      if (reached.through.length <= 8) this.log.record(reached);
    }
    for (const arg of args) {
      const callback = arg.value.fn;
      if (callback && arg.node.kind === 'function' && !callback.entry) {
        this.runFunction(
          callback,
          callback.fn.params.map(() => unknown),
        );
      }
    }
    return substituteValue(returns, call);
  }

  private construct(expr: Call, cls: ClassRef, args: readonly SiteArg[]): Value {
    const init = cls.methods.get('constructor') ?? cls.methods.get('__init__');
    const instance = value({ instance: cls, symbol: cls.symbol });
    if (init) this.callLocal(expr, init, args, siteArg(expr.callee, instance));
    return instance;
  }
}

function bindArguments(
  fn: FunctionNode,
  args: readonly SiteArg[],
  before: readonly Value[],
): readonly Value[] {
  const positional = [
    ...before,
    ...args
      .filter((arg) => arg.name === undefined)
      .map((arg) => (arg.spread ? elementOf(arg.value) : arg.value)),
  ];
  return fn.params.map((param, i) => {
    const named = args.find((arg) => arg.name !== undefined && arg.name === paramName(param));
    if (named) return named.value;
    if (param.rest === 'list') return tainted(unionAll(positional.slice(i)));
    return positional[i] ?? (param.default ? unknown : constant(undefined));
  });
}

function unionAll(values: readonly Value[]): readonly Taint[] {
  let taints: readonly Taint[] = [];
  for (const of of values) taints = unionTaints(taints, allTaints(of));
  return taints;
}

function siteArg(node: Expr, of: Value): SiteArg {
  return { node, value: of, name: undefined, spread: false };
}

function paramName(param: Param): string {
  return param.target.kind === 'name' ? param.target.name : '';
}

/** Whether the data comes from outside, as far as this file shows. */
function isInput(taint: Taint): boolean {
  const { kind } = taint.source;
  return kind === 'remote' || kind === 'local' || kind === 'param';
}
