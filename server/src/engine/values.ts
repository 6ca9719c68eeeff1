import type { Expr, FunctionNode, Span, StringBuild } from '../ir/types';

/**
 * Abstract values: what the analysis knows of what an expression can be. Immutable; `unknown` is
 * the value of which nothing is known.
 */
export interface Value {
  /** Which object it is, for what can be changed: names of one object have one number. */
  readonly id: number | undefined;
  readonly taints: readonly Taint[];
  /** The only primitive it can be. */
  readonly constant: Constant | undefined;
  /** Name in the models: see `model.ts`. */
  readonly symbol: string | undefined;
  readonly shape: Shape | undefined;
  /** The function of the program that it is. */
  readonly fn: FunctionRef | undefined;
  /** The class of the program that it is an instance of; for the class itself, `isClass`. */
  readonly instance: ClassRef | undefined;
  readonly isClass: boolean;
  /** How its text is made, when it is a string that was built. */
  readonly text: TextValue | undefined;
  /** It is this parameter, or a field of it, unchanged. */
  readonly param: ParamRef | undefined;
  /** The expression that it was computed by, when that may be a check (`const ok = list.includes(x)`). */
  readonly condition: Expr | undefined;
}

export interface Constant {
  readonly value: string | number | boolean | null | undefined;
}

export interface ParamRef {
  readonly fn: FunctionNode;
  /** -1 for the receiver, where it is no parameter. */
  readonly index: number;
  /** Fields that lead from the parameter to the data. */
  readonly path: readonly string[];
}

/** Data from one source, and the way it took. */
export interface Taint {
  readonly source: Source;
  /** Last step first. */
  readonly steps: Step | undefined;
  /** Sink kinds that it can no longer harm. */
  readonly cleaned: readonly string[];
  /** It went through a function that we do not know. */
  readonly uncertain: boolean;
}

export interface Source extends Span {
  /** `remote`, `local`, `param`, or a kind of sensitive name. */
  readonly kind: string;
  readonly label: string;
  /** For kind `param`: whose parameter. */
  readonly param?: ParamRef | undefined;
  /** Path of the file that the span is in. */
  readonly file: string;
}

export interface Step extends Span {
  readonly file: string;
  readonly label: string;
  readonly before: Step | undefined;
  readonly length: number;
}

export type Shape =
  | { readonly kind: 'map'; readonly fields: ReadonlyMap<string, Value>; readonly open: boolean }
  | { readonly kind: 'list'; readonly elements: readonly Value[]; readonly open: boolean };

/** Pieces of a built string in order. */
export interface TextValue {
  readonly pieces: readonly TextPiece[];
  /** The one node that builds all of it, when it is one. */
  readonly node: StringBuild | undefined;
}

export type TextPiece =
  | { readonly text: string; readonly node: Expr }
  | { readonly text: undefined; readonly node: Expr; readonly value: Value };

export interface FunctionRef {
  readonly fn: FunctionNode;
  /** The analysis of the file that it stands in; only the interpreter looks inside. */
  readonly home: object;
  /** The environment of its definition; only the interpreter looks inside. */
  readonly closure: object;
  readonly owner: ClassRef | undefined;
  /** What a framework passes in, and what it does with the result. */
  entry: Entry | undefined;
  /** It can be called from where we do not see. */
  escapes: boolean;
  /** Calls of it that were seen. */
  calls: number;
}

export interface Entry {
  readonly args: readonly Value[];
  readonly returns:
    | { readonly kind: string; readonly data?: Readonly<Record<string, string>> }
    | undefined;
  /** Its route is a path without parameters. */
  readonly isFixedRoute?: boolean;
}

export interface ClassRef {
  readonly name: string | undefined;
  /** What all instances may have in a field, as far as it does not depend on who made them. */
  readonly fields: Map<string, Value>;
  /** Fields that never get another value than that of their declaration. */
  readonly constants: Set<string>;
  readonly methods: Map<string, FunctionRef>;
  /** Instance type among the models that it extends. */
  readonly symbol: string | undefined;
  readonly parents: readonly ClassRef[];
  readonly children: ClassRef[];
}

/** A method by name, also an inherited one. */
export function methodOf(cls: ClassRef, name: string, depth = 0): FunctionRef | undefined {
  const own = cls.methods.get(name);
  if (own || depth > 8) return own;
  for (const parent of cls.parents) {
    const inherited = methodOf(parent, name, depth + 1);
    if (inherited) return inherited;
  }
  return undefined;
}

/** What is known of a field of all instances, also an inherited one. */
export function fieldOf(cls: ClassRef, name: string, depth = 0): Value | undefined {
  const own = cls.fields.get(name);
  if (own || depth > 8) return own;
  for (const parent of cls.parents) {
    const inherited = fieldOf(parent, name, depth + 1);
    if (inherited) return inherited;
  }
  return undefined;
}

const noTaints: readonly Taint[] = [];
const noKinds: readonly string[] = [];
const maxTaints = 8;
const maxFields = 64;
const maxPieces = 64;
const maxSteps = 24;
const maxShapeDepth = 6;

export const unknown: Value = {
  id: undefined,
  taints: noTaints,
  constant: undefined,
  symbol: undefined,
  shape: undefined,
  fn: undefined,
  instance: undefined,
  isClass: false,
  text: undefined,
  param: undefined,
  condition: undefined,
};

/** A copy. All values are made in one order of fields: reading them then stays fast. */
function copyOf(of: Value): { -readonly [K in keyof Value]: Value[K] } {
  return {
    id: of.id,
    taints: of.taints,
    constant: of.constant,
    symbol: of.symbol,
    shape: of.shape,
    fn: of.fn,
    instance: of.instance,
    isClass: of.isClass,
    text: of.text,
    param: of.param,
    condition: of.condition,
  };
}

/** What differs from `of` in these fields alone; those that are there and undefined count. */
export function changedValue(of: Value, to: Partial<Value>): Value {
  return Object.assign(copyOf(of), to);
}

export function value(known: Partial<Value>): Value {
  return Object.assign(copyOf(unknown), known);
}

export function constant(of: Constant['value']): Value {
  const made = copyOf(unknown);
  made.constant = { value: of };
  return made;
}

/** A value of which these taints and this name in the models are known. */
export function named(taints: readonly Taint[], symbol: string | undefined): Value {
  const made = copyOf(unknown);
  made.taints = taints;
  made.symbol = symbol;
  return made;
}

export function ofSymbol(symbol: string | undefined): Value {
  return symbol === undefined ? unknown : named(noTaints, symbol);
}

/** `value` with these taints and nothing else known: what a transformation gives. */
export function tainted(taints: readonly Taint[]): Value {
  return taints.length === 0 ? unknown : named(taints, undefined);
}

/** The same with these taints instead of its own. */
export function retainted(of: Value, taints: readonly Taint[]): Value {
  const made = copyOf(of);
  made.taints = taints;
  return made;
}

/** The same with its constant not known. */
export function notConstant(of: Value): Value {
  const made = copyOf(of);
  made.constant = undefined;
  return made;
}

/** The same object with other content, which is no parameter as it was passed any more. */
export function reshaped(of: Value, shape: Shape): Value {
  const made = copyOf(of);
  made.param = undefined;
  made.shape = shape;
  return made;
}

/** The same thing with other content. */
export function withContent(
  of: Value,
  taints: readonly Taint[],
  shape: Shape | undefined,
  text: TextValue | undefined,
): Value {
  const made = copyOf(of);
  made.taints = taints;
  made.shape = shape;
  made.text = text;
  return made;
}

export function withCondition(of: Value, condition: Expr): Value {
  const made = copyOf(of);
  made.condition = condition;
  return made;
}

/** The same object with another number. */
export function renumbered(of: Value, id: number): Value {
  const made = copyOf(of);
  made.id = id;
  return made;
}

/** @param cleaned sink kinds that data of this source cannot harm from the start */
export function newTaint(source: Source, cleaned: readonly string[] = noKinds): Taint {
  return { source, steps: undefined, cleaned, uncertain: false };
}

export function withTaints(of: Value, taints: readonly Taint[]): Value {
  return taints.length === 0 ? of : retainted(of, unionTaints(of.taints, taints));
}

/** Taints of a value and of what it holds. */
export function allTaints(of: Value, depth = 0): readonly Taint[] {
  if (!of.shape || depth >= maxShapeDepth) return of.taints;
  const inner = of.shape.kind === 'map' ? of.shape.fields.values() : of.shape.elements;
  let taints = of.taints;
  for (const element of inner) taints = unionTaints(taints, allTaints(element, depth + 1));
  return taints;
}

/** Union by source; of two ways from one source the more certain, then the shorter, stays. */
export function unionTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  let result: Taint[] | undefined;
  for (const taint of b) {
    const list = result ?? a;
    const at = indexOfSource(list, taint.source);
    if (at < 0) {
      if (list.length < maxTaints) {
        result ??= a.slice();
        result.push(taint);
      }
      continue;
    }
    const merged = mergeTaint(list[at]!, taint);
    if (merged !== list[at]) {
      result ??= a.slice();
      result[at] = merged;
    }
  }
  return result ?? a;
}

function indexOfSource(taints: readonly Taint[], source: Source): number {
  for (let i = 0; i < taints.length; i++) if (sameSource(taints[i]!.source, source)) return i;
  return -1;
}

function sameSource(a: Source, b: Source): boolean {
  if (a === b) return true;
  if (a.start !== b.start || a.end !== b.end || a.kind !== b.kind || a.file !== b.file)
    return false;
  return samePath(a.param?.path, b.param?.path);
}

function samePath(a: readonly string[] = noKinds, b: readonly string[] = noKinds): boolean {
  return a === b || (a.length === b.length && a.every((key, i) => key === b[i]));
}

/** Whether both are the same parameter, or the same field of it. */
function sameParam(a: ParamRef | undefined, b: ParamRef | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && a.fn === b?.fn && a.index === b.index && samePath(a.path, b.path);
}

function mergeTaint(a: Taint, b: Taint): Taint {
  const cleaned =
    a.cleaned.length === 0 ? a.cleaned : a.cleaned.filter((kind) => b.cleaned.includes(kind));
  const uncertain = a.uncertain && b.uncertain;
  const steps = (b.steps?.length ?? 0) < (a.steps?.length ?? 0) ? b.steps : a.steps;
  if (cleaned.length === a.cleaned.length && uncertain === a.uncertain && steps === a.steps)
    return a;
  return { source: a.source, steps, cleaned, uncertain };
}

/** Notes that data passed through here. Long ways keep their beginning. */
export function addStep(
  taints: readonly Taint[],
  at: Span,
  label: string,
  file: string,
): readonly Taint[] {
  if (taints.length === 0) return taints;
  return taints.map((taint) => {
    const before = taint.steps;
    if (
      before &&
      (before.length >= maxSteps ||
        (before.start === at.start && before.end === at.end && before.file === file))
    ) {
      return taint;
    }
    const steps = {
      start: at.start,
      end: at.end,
      file,
      label,
      before,
      length: (before?.length ?? 0) + 1,
    };
    return { source: taint.source, steps, cleaned: taint.cleaned, uncertain: taint.uncertain };
  });
}

export function markUncertain(taints: readonly Taint[]): readonly Taint[] {
  return taints.map((taint) =>
    taint.uncertain
      ? taint
      : { source: taint.source, steps: taint.steps, cleaned: taint.cleaned, uncertain: true },
  );
}

/** The taints after a sanitizer for these sink kinds. */
export function cleanTaints(taints: readonly Taint[], kinds: readonly string[]): readonly Taint[] {
  return taints.map((taint) => ({
    source: taint.source,
    steps: taint.steps,
    cleaned: [...new Set([...taint.cleaned, ...kinds])],
    uncertain: taint.uncertain,
  }));
}

/** What holds whichever of the two it is. */
export function joinValues(a: Value, b: Value, depth = 0): Value {
  if (a === b) return a;
  const aNothing = isNothing(a);
  const bNothing = isNothing(b);
  // A variable that starts as null and gets its value later keeps what is known of that value.
  if (aNothing && !bNothing) return b.constant ? notConstant(b) : b;
  if (bNothing && !aNothing) return a.constant ? notConstant(a) : a;
  const shape = depth < maxShapeDepth ? joinShapes(a.shape, b.shape, depth) : undefined;
  // What a lost shape held is in the value all the same.
  const held = (of: Value) => (of.shape && !shape ? allTaints(of, depth) : of.taints);
  return {
    id: a.id === b.id ? a.id : undefined,
    taints: unionTaints(held(a), held(b)),
    constant:
      a.constant && b.constant && a.constant.value === b.constant.value ? a.constant : undefined,
    symbol: a.symbol === b.symbol ? a.symbol : undefined,
    shape,
    fn: a.fn === b.fn ? a.fn : undefined,
    instance: a.instance === b.instance ? a.instance : commonClass(a.instance, b.instance),
    isClass: a.isClass && b.isClass,
    // The text that carries more from outside is the one worth looking at.
    text: a.text === b.text ? a.text : holes(a.text) >= holes(b.text) ? a.text : b.text,
    param: sameParam(a.param, b.param) ? a.param : undefined,
    condition: a.condition === b.condition ? a.condition : undefined,
  };
}

/** A class that both are: one of the two, or a parent. */
function commonClass(a: ClassRef | undefined, b: ClassRef | undefined): ClassRef | undefined {
  if (!a || !b) return undefined;
  if (b.parents.includes(a)) return a;
  if (a.parents.includes(b)) return b;
  return a.parents.find((parent) => b.parents.includes(parent));
}

/** Whether it is surely null or undefined. */
export function isNothing(of: Value): boolean {
  return (
    of.constant !== undefined && (of.constant.value === null || of.constant.value === undefined)
  );
}

function holes(text: TextValue | undefined): number {
  return text ? text.pieces.reduce((n, piece) => n + (piece.text === undefined ? 1 : 0), 0) : -1;
}

function joinShapes(a: Shape | undefined, b: Shape | undefined, depth: number): Shape | undefined {
  if (!a || !b) return undefined;
  if (a === b) return a;
  if (a.kind === 'map' && b.kind === 'map') {
    const fields = new Map(a.fields);
    for (const [key, field] of b.fields) {
      const other = fields.get(key);
      fields.set(key, other ? joinValues(other, field, depth + 1) : field);
    }
    return mapShape(fields, a.open || b.open || a.fields.size !== b.fields.size);
  }
  if (a.kind === 'list' && b.kind === 'list' && a.elements.length === b.elements.length) {
    const elements = a.elements.map((element, i) => joinValues(element, b.elements[i]!, depth + 1));
    return { kind: 'list', elements, open: a.open || b.open };
  }
  return undefined;
}

export function mapShape(fields: ReadonlyMap<string, Value>, open: boolean): Shape {
  if (fields.size <= maxFields) return { kind: 'map', fields, open };
  return { kind: 'map', fields: new Map([...fields].slice(0, maxFields)), open: true };
}

export function listShape(elements: readonly Value[], open: boolean): Shape {
  if (elements.length <= maxFields) return { kind: 'list', elements, open };
  return { kind: 'list', elements: elements.slice(0, maxFields), open: true };
}

/** Any element of a collection: the join of those that are known. */
export function elementOf(of: Value): Value {
  const shape = of.shape;
  if (!shape) return tainted(of.taints);
  const elements = shape.kind === 'list' ? shape.elements : [...shape.fields.values()];
  const first = elements[0];
  if (!first) return tainted(of.taints);
  const joined = elements.slice(1).reduce((a, b) => joinValues(a, b), first);
  const open = shape.open && joined.constant ? notConstant(joined) : joined;
  return withTaints(open, of.taints);
}

/** The pieces of a string made of these parts, with the text of constants filled in. */
export function buildText(
  parts: readonly { readonly node: Expr; readonly value: Value }[],
  node: StringBuild | undefined,
): TextValue | undefined {
  const pieces: TextPiece[] = [];
  for (const part of parts) {
    if (part.value.constant && typeof part.value.constant.value !== 'undefined') {
      pieces.push({ text: String(part.value.constant.value), node: part.node });
    } else if (part.value.text) {
      pieces.push(...part.value.text.pieces);
    } else {
      pieces.push({ text: undefined, node: part.node, value: part.value });
    }
    if (pieces.length > maxPieces) return undefined;
  }
  return { pieces, node };
}

/** Source first. */
export function stepsOf(taint: Taint): readonly Step[] {
  const steps: Step[] = [];
  for (let step = taint.steps; step; step = step.before) steps.unshift(step);
  return steps;
}

/** Taints of several values and of what they hold. */
export function unionAll(values: readonly Value[]): readonly Taint[] {
  let taints: readonly Taint[] = noTaints;
  for (const of of values) taints = unionTaints(taints, allTaints(of));
  return taints;
}
