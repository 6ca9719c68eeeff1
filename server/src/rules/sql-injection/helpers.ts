import type { Arg, Call, Expr, FunctionNode, Param as FunctionParam, Node } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, source } from '../edits';
import { type Param, type Rewrite, rewriteText } from '../repairs/parameters/placeholders';
import type { RuleContext } from '../rule';
import { type Binding, calledName, insertAt } from './binding';

/** Functions of the file that build a statement, or run one that they are given. */

/** A rewritten text whose values are those of the place that runs it. */
export interface Inlined {
  readonly rewrite: Rewrite;
  readonly params: readonly Param[];
}

/**
 * A call of a function that only gives back a text made of its parameters: the text changes there,
 * and the values are the arguments of the call.
 */
export function builtByHelper(
  call: Expr,
  binding: Binding,
  context: RuleContext,
): Inlined | undefined {
  if (call.kind !== 'call') return undefined;
  const fn = localFunction(call, context);
  const [only, ...more] = fn?.body.body ?? [];
  if (!fn || only?.kind !== 'return' || !only.value || more.length > 0) return undefined;
  // Another caller would run the text without its values.
  if (callsOf(fn, context).length !== 1 || isExported(fn, context)) return undefined;
  const rewrite = rewriteText(only.value, binding.options, context);
  if (!rewrite || rewrite.assembly.isBranching) return undefined;
  const params: Param[] = [];
  for (const param of rewrite.params) {
    const at = fn.params.findIndex(({ target }) => isName(target, param.node));
    const given = at < 0 ? undefined : positional(call.args)[at];
    if (!given || param.written !== source(context, param.node)) return undefined;
    params.push({ ...param, node: given.value, written: source(context, given.value) });
  }
  return { rewrite, params };
}

/**
 * A function that runs the text which it is given: it takes the values too, and each caller that
 * builds a text hands them over.
 */
export function runByHelper(
  text: Expr,
  call: Call,
  binding: Binding,
  context: RuleContext,
): { readonly edits: readonly TextEdit[]; readonly count: number } | undefined {
  const fn = enclosingFunction(context.module, call);
  if (!fn || text.kind !== 'name' || binding.options.mark.kind === 'name') return undefined;
  const at = fn.params.findIndex(({ target }) => isName(target, text));
  const last = fn.params.at(-1);
  if (at < 0 || !last || last.rest || isExported(fn, context) || binding.options.hasParams) {
    return undefined;
  }
  const list = listParameter(fn, context);
  const edits: TextEdit[] = [];
  let count = 0;
  for (const caller of callsOf(fn, context)) {
    const args = positional(caller.args);
    const given = args[at];
    if (!given || args.length !== fn.params.length) return undefined;
    if (given.value.kind === 'literal') continue;
    const rewrite = rewriteText(given.value, binding.options, context);
    if (!rewrite || rewrite.assembly.isBranching || rewrite.assembly.variables.length > 0) {
      return undefined;
    }
    if (rewrite.params.some(({ isList }) => isList) || rewrite.names.length > 0) return undefined;
    const written = rewrite.params.map((param) => param.written).join(', ');
    const end = args.at(-1)!.end;
    edits.push(...rewrite.edits, insertAt(end, `, [${written}]`));
    count += rewrite.params.length;
  }
  if (count === 0) return undefined;
  const nothing = { params: [], names: [], edits: [], before: '', verb: '' };
  const assembly = { texts: [], units: [], variables: [], isBranching: false };
  const rewrite = { ...nothing, assembly };
  const marker =
    context.module.language === 'python' || context.module.language === 'ruby' ? '*' : '...';
  const bound = binding.bind({ params: [], list: list.name, rewrite, marker, context });
  if (!bound) return undefined;
  const end = parameterEnd(last);
  return { edits: [...edits, ...bound, insertAt(end, `, ${list.declared}`)], count };
}

function listParameter(
  { params }: FunctionNode,
  context: RuleContext,
): { readonly name: string; readonly declared: string } {
  const taken = params.flatMap(({ target }) => (target.kind === 'name' ? [target.name] : []));
  const free = ['params', 'values', 'queryParams'].find(
    (name) => !taken.some((one) => one.replace('$', '') === name),
  );
  const name = free ?? 'statementValues';
  switch (context.module.language) {
    case 'typescript':
      return { name, declared: `${name}: unknown[] = []` };
    case 'python':
      return { name, declared: `${name}=()` };
    case 'php':
      return { name: `$${name}`, declared: `$${name} = []` };
    default:
      return { name, declared: `${name} = []` };
  }
}

function parameterEnd(param: FunctionParam): number {
  return Math.max(param.end, param.default?.end ?? 0);
}

function positional(args: readonly Arg[]): readonly Arg[] {
  return args.filter(({ name, spread }) => name === undefined && !spread);
}

function isName(target: Node, expr: Expr): boolean {
  return target.kind === 'name' && expr.kind === 'name' && target.name === expr.name;
}

/** The one function of the file that a call names. */
function localFunction(call: Call, context: RuleContext): FunctionNode | undefined {
  const name = calledName(call);
  const found = functionsOf(context).filter((fn) => nameOf(fn, context) === name);
  return found.length === 1 ? found[0] : undefined;
}

function functionsOf({ module }: RuleContext): readonly FunctionNode[] {
  return [
    ...nodesOf(module, 'function-decl').map(({ fn }) => fn),
    ...nodesOf(module, 'function').map(({ fn }) => fn),
    ...nodesOf(module, 'class-decl').flatMap(({ cls }) => cls.methods),
  ];
}

/** Its own name, or that of the variable that it is given to. */
function nameOf(fn: FunctionNode, { module }: RuleContext): string | undefined {
  if (fn.name !== undefined) return fn.name;
  const assign = nodesOf(module, 'assign').find(
    ({ value }) => value?.kind === 'function' && value.fn === fn,
  );
  return assign?.target.kind === 'name' ? assign.target.name : undefined;
}

function callsOf(fn: FunctionNode, context: RuleContext): readonly Call[] {
  const name = nameOf(fn, context);
  return nodesOf(context.module, 'call').filter((call) => calledName(call) === name);
}

/** Whether other files may call it. */
function isExported(fn: FunctionNode, context: RuleContext): boolean {
  const name = nameOf(fn, context);
  const { module, text } = context;
  if (
    module.body.some(
      (stmt) => stmt.kind === 'export' && stmt.start <= fn.start && fn.end <= stmt.end,
    )
  ) {
    return true;
  }
  const exported = /module\.exports\s*=\s*\{([^}]*)\}/.exec(text)?.[1] ?? '';
  return (
    new RegExp(`\\b${name}\\b`).test(exported) ||
    new RegExp(
      `exports\\.\\w+\\s*=\\s*${name}\\b|exports\\.${name}\\s*=|export\\s*\\{[^}]*\\b${name}\\b`,
    ).test(text)
  );
}
