import type { FunctionNode } from '../ir/types';
import { type Place, type Site, withValue } from './sites';
import {
  addStep,
  allTaints,
  type ParamRef,
  type Shape,
  type Taint,
  type TextPiece,
  type TextValue,
  unionTaints,
  unknown,
  type Value,
  withContent,
} from './values';

/** A call of a function of the program: what its summary is filled in with. */
export interface CallBinding {
  readonly fn: FunctionNode;
  readonly args: readonly Value[];
  /** What the method is called on, where that is no parameter. */
  readonly receiver: Value | undefined;
  readonly at: Place;
  readonly label: string;
  /** What a value has under a name. */
  member(object: Value, name: string): Value;
}

const maxDepth = 6;

/** What the caller gives for a parameter, or for a field of it. */
function actualOf(param: ParamRef, call: CallBinding): Value {
  let actual = (param.index < 0 ? call.receiver : call.args[param.index]) ?? unknown;
  for (const name of param.path) actual = call.member(actual, name);
  return actual;
}

function substituteTaints(taints: readonly Taint[], call: CallBinding): readonly Taint[] {
  if (!taints.some((taint) => taint.source.param?.fn === call.fn)) return taints;
  let result: readonly Taint[] = [];
  for (const taint of taints) {
    const param = taint.source.param;
    if (param?.fn !== call.fn) {
      result = unionTaints(result, [taint]);
      continue;
    }
    const actual = allTaints(actualOf(param, call)).map((incoming) => ({
      source: incoming.source,
      steps: incoming.steps,
      uncertain: incoming.uncertain || taint.uncertain,
      cleaned:
        taint.cleaned.length === 0
          ? incoming.cleaned
          : [...new Set([...incoming.cleaned, ...taint.cleaned])],
    }));
    result = unionTaints(result, addStep(actual, call.at, call.label, call.at.file));
  }
  return result;
}

/** A value of the callee as the caller sees it. */
export function substituteValue(of: Value, call: CallBinding, depth = 0): Value {
  if (of.param?.fn === call.fn) return actualOf(of.param, call);
  if (of.taints.length === 0 && !of.shape && !of.text) return of;
  const deeper = depth < maxDepth;
  return withContent(
    of,
    substituteTaints(of.taints, call),
    of.shape && deeper ? substituteShape(of.shape, call, depth + 1) : undefined,
    of.text && deeper ? substituteText(of.text, call, depth + 1) : undefined,
  );
}

function substituteShape(shape: Shape, call: CallBinding, depth: number): Shape {
  if (shape.kind === 'list') {
    const elements = shape.elements.map((e) => substituteValue(e, call, depth));
    return { kind: 'list', elements, open: shape.open };
  }
  const fields = new Map<string, Value>();
  for (const [key, field] of shape.fields) fields.set(key, substituteValue(field, call, depth));
  return { kind: 'map', fields, open: shape.open };
}

function substituteText(text: TextValue, call: CallBinding, depth: number): TextValue {
  const pieces: TextPiece[] = [];
  for (const piece of text.pieces) {
    if (piece.text !== undefined) {
      pieces.push(piece);
      continue;
    }
    const actual = substituteValue(piece.value, call, depth);
    const known = actual.constant?.value;
    if (known !== undefined) pieces.push({ text: String(known), node: piece.node });
    else pieces.push({ text: undefined, node: piece.node, value: actual });
  }
  return { pieces, node: text.node };
}

/** A site of the callee as this call reaches it. */
export function substituteSite(site: Site, call: CallBinding): Site {
  return {
    kind: site.kind,
    node: site.node,
    spec: site.spec,
    args: site.args.map((arg) => withValue(arg, substituteValue(arg.value, call))),
    receiver: site.receiver && withValue(site.receiver, substituteValue(site.receiver.value, call)),
    decorates: site.decorates,
    file: site.file,
    fn: site.fn,
    through: [call.at, ...site.through],
  };
}

/** Parameters, by function, whose data reaches the site. */
export function paramFunctions(site: Site): ReadonlySet<FunctionNode> {
  let found: Set<FunctionNode> | undefined;
  const add = (param: ParamRef | undefined) => {
    if (param) (found ??= new Set()).add(param.fn);
  };
  const look = (of: Value) => {
    add(of.param);
    if (of.taints.length === 0 && !of.shape) return;
    for (const taint of allTaints(of)) add(taint.source.param);
  };
  for (const arg of site.args) look(arg.value);
  if (site.receiver) look(site.receiver.value);
  return found ?? noFunctions;
}

const noFunctions: ReadonlySet<FunctionNode> = new Set();
