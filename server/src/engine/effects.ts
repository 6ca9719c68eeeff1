import { absorbed, changeObject, putUnder } from './assignments';
import { concatenate } from './expressions';
import type { CallEffect } from './model';
import type { FileRun } from './run';
import { argument, type SiteArg } from './sites';
import {
  allTaints,
  changedValue,
  cleanTaints,
  constant,
  listShape,
  mapShape,
  notConstant,
  reshaped,
  retainted,
  type Shape,
  unionAll,
  unionTaints,
  unknown,
  type Value,
  value,
  withContent,
} from './values';

/**
 * Does to the receiver, or to an argument, what a call of a library function does.
 *
 * @returns the receiver as it is afterwards, when it changed
 */
export function applyEffect(
  run: FileRun,
  effect: CallEffect,
  args: readonly SiteArg[],
  receiver: SiteArg | undefined,
): Value | undefined {
  if (effect.on === 'fill') {
    const target = argument(args, effect.argument);
    if (!target) return undefined;
    const others = [...args.filter((arg) => arg !== target), ...(receiver ? [receiver] : [])];
    const taints = unionAll(others.map((other) => other.value));
    changeObject(run, target.node, target.value, absorbed(target.value, taints));
    return undefined;
  }
  if (effect.on === 'check') {
    const target = effect.subject === 'receiver' ? receiver : argument(args, effect.subject);
    if (!target) return undefined;
    const cleaned = effect.cleans
      ? retainted(target.value, cleanTaints(allTaints(target.value), effect.cleans))
      : value({ symbol: target.value.symbol });
    changeObject(run, target.node, changedValue(target.value, { id: undefined }), cleaned);
    return undefined;
  }
  if (!receiver) return undefined;
  const after = changed(run, effect, args, receiver);
  changeObject(run, receiver.node, receiver.value, after);
  return after;
}

function changed(
  run: FileRun,
  effect: Exclude<CallEffect, { on: 'fill' | 'check' }>,
  args: readonly SiteArg[],
  receiver: SiteArg,
): Value {
  const object = receiver.value;
  const first = args[0]?.value ?? unknown;
  const taints = unionAll(args.map((arg) => arg.value));
  switch (effect.on) {
    case 'absorb':
      return run.inLoop || object.shape?.kind !== 'list'
        ? absorbed(object, taints)
        : withElements(object, [...object.shape.elements, ...args.map((arg) => arg.value)]);
    case 'append':
      return appended(run, object, receiver, args);
    case 'prepend':
      return object.shape?.kind === 'list' && !run.inLoop
        ? withElements(object, [first, ...object.shape.elements])
        : absorbed(object, taints);
    case 'extend':
      return extended(run, object, first);
    case 'remove':
      return removed(run, object, args.length === 0 ? -1 : first.constant?.value);
    case 'remove-first':
      return removed(run, object, 0);
    case 'set':
      return putUnder(object, first.constant?.value, args[1]?.value ?? unknown);
    case 'delete':
      return removed(run, object, first.constant?.value);
    case 'clear':
      return withContent(notConstant(object), [], emptied(object.shape), undefined);
    case 'field':
      return setterResult(effect, object, args);
  }
}

function emptied(shape: Shape | undefined): Shape | undefined {
  if (!shape) return undefined;
  return shape.kind === 'list' ? listShape([], false) : mapShape(new Map(), false);
}

function withElements(object: Value, elements: readonly Value[]): Value {
  const open = object.shape?.kind === 'list' ? object.shape.open : true;
  return reshaped(object, listShape(elements, open));
}

/** A list with one more element, or a text with more behind it. */
function appended(run: FileRun, object: Value, receiver: SiteArg, args: readonly SiteArg[]): Value {
  const arg = args[0];
  if (!arg) return object;
  const isText = object.text !== undefined || object.constant !== undefined;
  if (isText) {
    const parts = [
      { node: receiver.node, value: changedValue(object, { symbol: undefined, id: undefined }) },
      arg,
    ];
    const text = concatenate(run, parts, undefined);
    return changedValue(object, {
      param: undefined,
      taints: text.taints,
      text: text.text,
      constant: run.inLoop ? undefined : text.constant,
    });
  }
  if (object.shape?.kind === 'list' && !run.inLoop)
    return withElements(object, [...object.shape.elements, arg.value]);
  return absorbed(object, allTaints(arg.value));
}

function extended(run: FileRun, object: Value, by: Value): Value {
  if (object.shape?.kind === 'list' && by.shape?.kind === 'list' && !run.inLoop) {
    const open = object.shape.open || by.shape.open;
    const elements = [...object.shape.elements, ...by.shape.elements];
    return reshaped(
      retainted(object, unionTaints(object.taints, by.taints)),
      listShape(elements, open),
    );
  }
  if (object.shape?.kind === 'map' && by.shape?.kind === 'map') {
    const fields = new Map([...object.shape.fields, ...by.shape.fields]);
    return reshaped(object, mapShape(fields, object.shape.open || by.shape.open));
  }
  return absorbed(object, allTaints(by));
}

function removed(run: FileRun, object: Value, key: unknown): Value {
  const { shape } = object;
  if (shape?.kind === 'map' && typeof key === 'string') {
    const fields = new Map(shape.fields);
    fields.delete(key);
    return changedValue(object, { shape: mapShape(fields, shape.open) });
  }
  if (shape?.kind !== 'list' || shape.open) return object;
  if (typeof key !== 'number' || run.inLoop)
    return changedValue(object, { shape: { ...shape, open: true } });
  const at = key < 0 ? shape.elements.length + key : key;
  const elements = shape.elements.filter((_, i) => i !== at);
  return changedValue(object, { shape: listShape(elements, false) });
}

function setterResult(
  effect: Extract<CallEffect, { on: 'field' }>,
  object: Value,
  args: readonly SiteArg[],
): Value {
  const key = effect.key && argument(args, effect.key)?.value;
  const known = key?.constant?.value ?? key?.symbol;
  const name = effect.name ?? (known === undefined ? undefined : String(known));
  const given =
    typeof effect.value === 'object'
      ? (argument(args, effect.value)?.value ?? unknown)
      : constant(effect.value);
  if (name === undefined) return absorbed(object, allTaints(given));
  const fields = new Map(object.shape?.kind === 'map' ? object.shape.fields : []);
  fields.set(name, given);
  const open = object.shape?.kind === 'map' ? object.shape.open : true;
  return reshaped(object, mapShape(fields, open));
}
