import type { Expr, FunctionNode, Span } from '../ir/types';
import type { ArgRef, SinkSpec } from './model';
import { listShape, mapShape, type Taint, type Value, value } from './values';

/**
 * A place in the program that a model or the engine calls worth a rule's look, with the values that
 * reach it. Rules are functions of sites; the engine has no opinion on what is wrong.
 */
export interface Site {
  readonly kind: string;
  /** The call, assignment or comparison; for a decorator, its expression. */
  readonly node: Expr;
  /** Absent for what the engine itself offers: `compare`. */
  readonly spec: SinkSpec | undefined;
  readonly args: readonly SiteArg[];
  readonly receiver: SiteArg | undefined;
  /** For a decorator: the function that it stands at. */
  readonly decorates?: FunctionNode | undefined;
  /** Path of the file that it stands in. */
  readonly file: string;
  /** The function that contains it; undefined at the top level. */
  readonly fn: FunctionNode | undefined;
  /** Calls through which the values came, outermost first; empty for what stands in `fn` itself. */
  readonly through: readonly Place[];
}

export interface Place extends Span {
  readonly file: string;
}

export interface SiteArg {
  readonly node: Expr;
  readonly value: Value;
  readonly name: string | undefined;
  readonly spread: boolean;
}

/** The same argument with another value. */
export function withValue({ node, name, spread }: SiteArg, value: Value): SiteArg {
  return { node, value, name, spread };
}

/** The argument that plays a role of the site's specification. */
export function role(site: Site, name: string): SiteArg | undefined {
  const ref = site.spec?.roles?.[name];
  return ref === 'receiver' ? site.receiver : ref && argument(site.args, ref);
}

/** An argument by keyword, else by position; undefined behind a spread. */
export function argument(args: readonly SiteArg[], ref: ArgRef): SiteArg | undefined {
  const found = whole(args, ref);
  return found && ref.side ? sideOf(found, ref.side) : found;
}

/** What stands before or after the first colon of a text: a header line's name or value. */
function sideOf(arg: SiteArg, side: 'before-colon' | 'after-colon'): SiteArg | undefined {
  const known = arg.value.constant?.value;
  if (typeof known === 'string') {
    const at = known.indexOf(':');
    if (at < 0) return undefined;
    const text = side === 'before-colon' ? known.slice(0, at) : known.slice(at + 1);
    return { ...arg, value: value({ constant: { value: text.trim() } }) };
  }
  const [first, ...rest] = arg.value.text?.pieces ?? [];
  const at = first?.text?.indexOf(':') ?? -1;
  if (first?.text === undefined || at < 0) return undefined;
  if (side === 'before-colon') {
    return { ...arg, value: value({ constant: { value: first.text.slice(0, at).trim() } }) };
  }
  const left = first.text.slice(at + 1).trimStart();
  const pieces = left === '' ? rest : [{ text: left, node: first.node }, ...rest];
  const [only] = pieces;
  if (pieces.length === 1 && only && only.text === undefined) return { ...arg, value: only.value };
  return { ...arg, value: { ...arg.value, text: { pieces, node: undefined } } };
}

/** The elements of a list that is spread, where all of them are known. */
function elements(arg: SiteArg): readonly SiteArg[] {
  const { shape } = arg.value;
  if (!arg.spread || shape?.kind !== 'list' || shape.open) return [arg];
  return shape.elements.map((element) => ({ ...withValue(arg, element), spread: false }));
}

function whole(args: readonly SiteArg[], ref: ArgRef): SiteArg | undefined {
  if (ref.name !== undefined) {
    const named = args.find((arg) => arg.name === ref.name);
    if (named) return named;
  }
  if (ref.position === undefined) return undefined;
  const isPlain = args.every(({ name, spread }) => name === undefined && !spread);
  const inOrder = isPlain ? args : args.filter(({ name }) => name === undefined).flatMap(elements);
  let position = 0;
  for (const arg of inOrder) {
    if (position === ref.position) {
      if (ref.rest) return restOf(inOrder.slice(position));
      return arg.spread ? undefined : arg;
    }
    if (arg.spread) return undefined;
    position++;
  }
  return ref.named ? namedOf(args) : undefined;
}

/** Keyword arguments as one map, which stands where the first of them does. */
function namedOf(args: readonly SiteArg[]): SiteArg | undefined {
  const fields = new Map<string, Value>();
  for (const { name, value: of } of args) if (name !== undefined && !of.fn) fields.set(name, of);
  const first = args.find(({ name }) => name !== undefined && fields.has(name));
  return first && { ...first, name: undefined, value: value({ shape: mapShape(fields, false) }) };
}

/** Arguments as one list, which stands where the first of them does. */
function restOf(args: readonly SiteArg[]): SiteArg | undefined {
  const [first] = args;
  if (!first || (args.length === 1 && first.value.shape?.kind === 'list')) return first;
  const open = args.some((arg) => arg.spread);
  const elements = args.map((arg) => arg.value);
  return { ...first, spread: false, value: value({ shape: listShape(elements, open) }) };
}

/** Result of analysing one file. */
export interface FlowResult {
  readonly file: string;
  readonly sites: readonly Site[];
  /** Functions whose analysis a budget cut. */
  readonly incomplete: readonly FunctionNode[];
  /** Whether a taint of kind `param` can come from where we do not see. */
  paramIsOpen(taint: Taint): boolean;
  /** Module symbols that the file imports. */
  readonly imports: ReadonlySet<string>;
}
