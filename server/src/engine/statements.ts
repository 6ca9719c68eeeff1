import type { Expr, Import, Loop, Return, Stmt, Switch, SwitchCase, Try } from '../ir/types';
import { assignTo } from './assignments';
import { binaryConstant, truthOf } from './constants';
import { evaluate } from './expressions';
import { declareClass, declareFunction, decorate, makeRef } from './functions';
import { refine } from './guards';
import { memberSymbol, typeOf } from './model';
import { type FileRun, siteArg } from './run';
import type { Layer } from './scope';
import {
  elementOf,
  joinValues,
  newTaint,
  tainted,
  unknown,
  type Value,
  withTaints,
} from './values';

/** Runs statements in order; functions among them are declared before anything runs. */
export function execAll(run: FileRun, body: readonly Stmt[]): void {
  for (const stmt of body) {
    if (stmt.kind === 'function-decl') declareFunction(run, stmt.fn);
    else if (stmt.kind === 'export' && stmt.declaration?.kind === 'function-decl') {
      declareFunction(run, stmt.declaration.fn).escapes = true;
    }
  }
  for (const stmt of body) {
    if (run.frame.dead) return;
    exec(run, stmt);
  }
}

export function exec(run: FileRun, stmt: Stmt): void {
  if (run.tooDeep) {
    run.giveUp();
    return;
  }
  run.depth++;
  execKind(run, stmt);
  run.depth--;
}

function execKind(run: FileRun, stmt: Stmt): void {
  const { frame } = run;
  switch (stmt.kind) {
    case 'expr':
      evaluate(run, stmt.expr);
      break;
    case 'block':
      execAll(run, stmt.body);
      break;
    case 'if':
      execIf(run, stmt.test, stmt.then, stmt.else);
      break;
    case 'loop':
      execLoop(run, stmt);
      break;
    case 'switch':
      execSwitch(run, stmt);
      break;
    case 'return':
      execReturn(run, stmt);
      break;
    case 'throw':
      if (stmt.value) evaluate(run, stmt.value);
      frame.dead = true;
      break;
    case 'jump':
      frame.jumps?.push(frame.layer);
      frame.dead = true;
      break;
    case 'try':
      execTry(run, stmt);
      break;
    case 'function-decl':
      decorate(run, makeRef(run, stmt.fn, undefined));
      break;
    case 'class-decl':
      declareClass(run, stmt.cls);
      break;
    case 'import':
      execImport(run, stmt);
      break;
    case 'export':
      execExport(run, stmt);
      break;
    case 'unknown':
      for (const child of stmt.children) evalOrExec(run, child);
      break;
  }
}

const statementKinds: ReadonlySet<string> = new Set([
  'expr',
  'block',
  'if',
  'loop',
  'switch',
  'return',
  'throw',
  'jump',
  'try',
  'function-decl',
  'class-decl',
  'import',
  'export',
]);

function isStatement(node: Expr | Stmt): node is Exclude<Stmt, { kind: 'unknown' }> {
  return statementKinds.has(node.kind);
}

/** The value of an expression; `unknown` for a statement. */
export function evalOrExec(run: FileRun, node: Expr | Stmt): Value {
  if (!isStatement(node)) return evaluate(run, node);
  exec(run, node);
  // Half-parsed text: what follows may well be reached.
  run.frame.dead = false;
  return unknown;
}

interface End {
  readonly layer: Layer;
  readonly dead: boolean;
}

function execIf(run: FileRun, test: Expr, then: Stmt, otherwise: Stmt | undefined): void {
  const { frame } = run;
  const known = evaluate(run, test).constant;
  const truth = known && truthOf(known.value);
  const base = frame.layer;
  const ends: End[] = [];
  if (truth !== false) {
    ends.push(
      frame.branch(() => {
        refine(frame, test, true, run.knowledge);
        exec(run, then);
      }),
    );
  }
  if (truth !== true) {
    ends.push(
      frame.branch(() => {
        refine(frame, test, false, run.knowledge);
        if (otherwise) exec(run, otherwise);
      }),
    );
  }
  frame.merge(base, ends);
}

function execLoop(run: FileRun, loop: Loop): void {
  const { frame } = run;
  if (loop.init) exec(run, loop.init);
  const items = loop.iterable ? evaluate(run, loop.iterable) : undefined;
  const jumpsBefore = frame.jumps;
  const outermost = !run.inLoop;
  run.inLoop = true;
  // The second pass sees what the first one wrote; more would add nothing but longer ways.
  for (let pass = 0; pass < (outermost ? 2 : 1); pass++) {
    const base = frame.layer;
    frame.jumps = [];
    const end = frame.branch(() => {
      if (loop.target) bindLoopTarget(run, loop, items ?? unknown);
      if (loop.test) {
        evaluate(run, loop.test);
        refine(frame, loop.test, true, run.knowledge);
      }
      exec(run, loop.body);
      if (loop.update) evaluate(run, loop.update);
    });
    const jumps: Layer[] = frame.jumps;
    // The first pass ran with the constants of before the loop; what changed is not constant.
    frame.merge(base, [
      end,
      ...jumps.map((layer) => ({ layer, dead: false })),
      frame.emptyBranch(),
    ]);
  }
  if (outermost) run.inLoop = false;
  frame.jumps = jumpsBefore;
  if (loop.else) exec(run, loop.else);
}

function bindLoopTarget(run: FileRun, loop: Loop, items: Value): void {
  if (!loop.target) return;
  const item = loop.iterates === 'keys' ? unknown : elementOf(items);
  const stepped = run.addStep(item.taints, loop.target, 'goes over it');
  assignTo(run, loop.target, withTaints(item, stepped), undefined);
}

function execSwitch(run: FileRun, stmt: Switch): void {
  const { frame } = run;
  const subject = evaluate(run, stmt.subject).constant;
  const base = frame.layer;
  const jumpsBefore = frame.jumps;
  frame.jumps = [];
  const ends: End[] = [];
  let hasDefault = false;
  /** A case that is surely taken: what comes after it is reached only by falling through. */
  let decided = false;
  let fallsFrom: Layer | undefined;
  const outcomes = stmt.cases.map((branch) => {
    const tests = branch.tests.map((test) => evaluate(run, test).constant);
    return subject === undefined ? undefined : outcomeOf(subject.value, tests);
  });
  const someTaken = outcomes.includes(true);
  stmt.cases.forEach((branch, i) => {
    const isDefault = branch.tests.length === 0;
    if (isDefault) hasDefault = true;
    const excluded = isDefault ? someTaken : decided || outcomes[i] === false;
    if (excluded && !fallsFrom) return;
    if (!isDefault && outcomes[i] === true) decided = true;
    const end = frame.branch(() => {
      refineCase(run, stmt, branch);
      execAll(run, branch.body);
    }, fallsFrom ?? base);
    fallsFrom = end.dead ? undefined : end.layer;
    ends.push(end);
  });
  if (!hasDefault && !decided) ends.push(frame.emptyBranch());
  for (const layer of frame.jumps) ends.push({ layer, dead: false });
  frame.jumps = jumpsBefore;
  frame.merge(base, ends);
}

/** Whether a case is taken; undefined when that is not known. */
function outcomeOf(
  subject: NonNullable<Value['constant']>['value'],
  tests: readonly Value['constant'][],
): boolean | undefined {
  let all: boolean | undefined = false;
  for (const test of tests) {
    const same = test && binaryConstant('===', subject, test.value)?.value;
    if (same === true) return true;
    if (same !== false) all = undefined;
  }
  return all;
}

function refineCase(run: FileRun, stmt: Switch, branch: SwitchCase): void {
  const [only, ...more] = branch.tests;
  if (!only) return;
  const { start, end } = branch;
  const elements = branch.tests.map((test) => ({ start: test.start, end: test.end, value: test }));
  const right: Expr = more.length === 0 ? only : { kind: 'list', of: 'list', elements, start, end };
  const op = more.length === 0 ? '===' : 'in';
  refine(
    run.frame,
    { kind: 'binary', op, left: stmt.subject, right, start, end },
    true,
    run.knowledge,
  );
}

function execTry(run: FileRun, stmt: Try): void {
  const { frame } = run;
  const base = frame.layer;
  const body = frame.branch(() => exec(run, stmt.body));
  const ends = [body];
  for (const handler of stmt.handlers) {
    // The exception may come anywhere in the body: its last state and the first are both possible.
    ends.push(
      frame.branch(() => {
        frame.merge(frame.layer, [{ layer: body.layer, dead: false }, frame.emptyBranch()]);
        if (handler.target) {
          const source = run.source('exception', 'the details of an error', handler.target);
          assignTo(run, handler.target, tainted([newTaint(source)]), 'let');
        }
        exec(run, handler.body);
      }),
    );
  }
  frame.merge(base, ends);
  if (stmt.finally) {
    const { dead } = frame;
    frame.dead = false;
    exec(run, stmt.finally);
    frame.dead ||= dead;
  }
}

function execReturn(run: FileRun, stmt: Return): void {
  if (stmt.value) addReturn(run, evaluate(run, stmt.value), stmt.value);
  run.frame.dead = true;
}

/** Notes what the running function gives back. */
export function addReturn(run: FileRun, returned: Value, at: Expr): void {
  const { frame } = run;
  frame.returns = frame.returns ? joinValues(frame.returns, returned) : returned;
  const to = frame.returnsTo;
  if (!to) return;
  const spec = { kind: to.kind, at: { call: '' }, roles: returnRoles, data: to.data ?? {} };
  run.record(at, [spec], [siteArg(at, returned)], undefined);
}

const returnRoles = { content: { position: 0 } };

// -------------------------------------------------------------------------------------------------
// Modules

function execImport(run: FileRun, stmt: Import): void {
  const symbol = run.model.language.moduleSymbol(stmt.source);
  run.imports.add(symbol);
  for (const name of stmt.names) {
    if (name.imported === '*' && name.local === '*') {
      run.wildcards.push({ symbol, source: stmt.source });
      continue;
    }
    const whole = name.imported === '*' || name.imported === 'default';
    const linked = run.linker?.imported(run.file, stmt.source, name.imported);
    const member = whole ? symbol : memberSymbol(symbol, name.imported);
    const named = member === undefined ? undefined : importedSymbol(run, member);
    // `try: from a import x` / `except ImportError: from b import x`: the two are the same to callers.
    if (!linked && !run.isKnown(named) && run.isKnown(run.frame.lookup(name.local)?.symbol))
      continue;
    if (name.local.includes('.')) run.importsByPath = true;
    run.frame.declare(
      name.local,
      linked ?? (named === undefined ? unknown : run.symbolValue(named, name)),
    );
  }
}

/** What an import names, or the type that the models give to a whole family of names. */
function importedSymbol(run: FileRun, symbol: string): string {
  return run.model.known.has(symbol) ? symbol : (typeOf(run.model, symbol) ?? symbol);
}

function execExport(run: FileRun, stmt: Extract<Stmt, { kind: 'export' }>): void {
  const { declaration } = stmt;
  if (declaration?.kind === 'expr' && declaration.expr.kind !== 'assign') {
    exportName(run, 'default', evaluate(run, declaration.expr));
  } else if (declaration) exec(run, declaration);
  // With a source, the names are those of another file.
  if (stmt.source === undefined) {
    for (const name of stmt.names) exportName(run, name.local, run.frame.lookup(name.imported));
  } else {
    const all = run.linker?.names(run.file, stmt.source) ?? [];
    const pairs = stmt.names.map(({ imported, local }) => [imported, local] as const);
    for (const [imported, local] of pairs.length > 0 ? pairs : all.map((name) => [name, name])) {
      if (imported === undefined || local === undefined) continue;
      exportName(run, local, run.linker?.imported(run.file, stmt.source, imported));
    }
  }
  exportDeclared(run, stmt.declaration);
}

function exportName(run: FileRun, name: string, of: Value | undefined): void {
  if (!of) return;
  run.exported.set(name, of);
  markEscaped(of);
}

/** What leaves the file may be called from where we do not see. */
export function markEscaped(of: Value | undefined, depth = 0): void {
  if (!of) return;
  if (of.fn) of.fn.escapes = true;
  if (of.shape?.kind === 'map' && depth < 3) {
    for (const field of of.shape.fields.values()) markEscaped(field, depth + 1);
  }
}

function exportDeclared(run: FileRun, stmt: Stmt | undefined): void {
  if (stmt?.kind === 'expr' && stmt.expr.kind === 'assign' && stmt.expr.target.kind === 'name') {
    const { name } = stmt.expr.target;
    exportName(run, name, run.frame.lookup(name));
  } else if (stmt?.kind === 'block') {
    for (const inner of stmt.body) exportDeclared(run, inner);
  } else if (stmt?.kind === 'function-decl') {
    exportNamed(run, stmt.fn.name);
  } else if (stmt?.kind === 'class-decl') {
    exportNamed(run, stmt.cls.name);
  }
}

/** The IR does not tell a default export with a name from a named one: it answers to both. */
function exportNamed(run: FileRun, name: string | undefined): void {
  if (name === undefined) return;
  const of = run.frame.lookup(name);
  exportName(run, name, of);
  if (!run.exported.has('default')) exportName(run, 'default', of);
}
