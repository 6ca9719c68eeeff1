import type { FunctionNode } from '../ir/types';
import { type Entry, joinValues, type Shape, type Value, withContent } from './values';

/** Variables written since a branch began, over those of before. Most branches write none. */
export class Layer {
  private own: Map<string, Value | undefined> | undefined;
  constructor(readonly under: Layer | undefined) {}

  get(name: string): Value | undefined {
    for (let layer: Layer | undefined = this; layer; layer = layer.under) {
      const { own } = layer;
      if (own === undefined) continue;
      const found = own.get(name);
      if (found !== undefined || own.has(name)) return found;
    }
    return undefined;
  }

  set(name: string, value: Value | undefined): void {
    this.own ??= new Map();
    this.own.set(name, value);
  }

  delete(name: string): void {
    this.own?.delete(name);
  }

  /** Whether the variable was written since the branch began. */
  has(name: string): boolean {
    return this.own?.has(name) ?? false;
  }

  /** What was written since the branch began. */
  entries(): Iterable<[string, Value | undefined]> {
    return this.own ?? [];
  }

  addNames(to: Set<string>): void {
    if (this.own) for (const name of this.own.keys()) to.add(name);
  }
}

/** How deep an object is looked for inside what other variables hold. */
const maxHolderDepth = 2;

/** A running function, or the top level: its variables and what it gives back. */
export class Frame {
  layer = new Layer(undefined);
  returns: Value | undefined;
  /** What follows here is never reached. */
  dead = false;
  /** Variables as they were at `break` and `continue` in the innermost loop or switch. */
  jumps: Layer[] | undefined;
  /** Refined paths such as `req.query.sort`, which stand among the variables, by their first name. */
  paths: Map<string, Set<string>> | undefined;

  /** The body of a class, whose variables are its fields. */
  isClassBody = false;
  /** Where a framework sends what the function gives back. */
  returnsTo: Entry['returns'];
  /** Variables that hold an object, or held it: by the object's number. */
  private holders: Map<number, Set<string>> | undefined;

  constructor(
    readonly fn: FunctionNode | undefined,
    readonly parent: Frame | undefined,
  ) {}

  lookup(name: string): Value | undefined {
    for (let frame: Frame | undefined = this; frame; frame = frame.parent) {
      const found = frame.layer.get(name);
      if (found !== undefined) return found;
      if (frame.hidesOuter(name)) return undefined;
    }
    return undefined;
  }

  /** Whether variables of this name around the function are others. */
  private hidesOuter(name: string): boolean {
    const captures = this.fn?.captures;
    if (captures === undefined || name.charCodeAt(0) !== dollar) return false;
    return !captures.includes(rootOf(name));
  }

  /** Sets a variable of this frame. */
  declare(name: string, value: Value): void {
    this.layer.set(name, value);
    if (this.paths) for (const path of this.paths.get(name) ?? []) this.layer.set(path, undefined);
    if (value.id !== undefined || value.shape) this.noteHolder(name, value, 0);
  }

  private noteHolder(name: string, value: Value, depth: number): void {
    if (value.id !== undefined) {
      this.holders ??= new Map();
      const names = this.holders.get(value.id);
      if (names) names.add(name);
      else this.holders.set(value.id, new Set([name]));
    }
    if (!value.shape || depth >= maxHolderDepth) return;
    const inner = value.shape.kind === 'map' ? value.shape.fields.values() : value.shape.elements;
    for (const field of inner) {
      if (field.id !== undefined || field.shape) this.noteHolder(name, field, depth + 1);
    }
  }

  /**
   * An object has changed: all variables that hold it see it. In an enclosing function, whose code
   * may run before or after, the old state stays possible.
   */
  changeObject(id: number, to: Value): void {
    for (let frame: Frame | undefined = this; frame; frame = frame.parent) {
      for (const name of frame.holders?.get(id) ?? []) {
        const held = frame.layer.get(name);
        if (held === undefined) continue;
        const now = frame === this ? to : undefined;
        const changed = replaceObject(held, id, (old) => now ?? joinValues(old, to), 0);
        if (changed === held) continue;
        frame.layer.set(name, changed);
        frame.noteHolder(name, changed, 0);
      }
    }
  }

  /**
   * Sets the variable where it lives. In an enclosing function, whose code may run before or after,
   * the old value stays possible.
   */
  assign(name: string, value: Value): void {
    if (this.layer.get(name) === undefined && !this.hidesOuter(name)) {
      for (let frame = this.parent; frame; frame = frame.parent) {
        const old = frame.layer.get(name);
        if (old !== undefined) {
          frame.declare(name, joinValues(old, value));
          return;
        }
        if (frame.hidesOuter(name)) break;
      }
    }
    this.declare(name, value);
  }

  setPath(path: string, value: Value): void {
    this.forgetPath(path);
    this.paths ??= new Map();
    const root = rootOf(path);
    const known = this.paths.get(root);
    if (known) known.add(path);
    else this.paths.set(root, new Set([path]));
    this.layer.set(path, value);
  }

  /** Something was written to this path: what was known of it and of what hangs on it is void. */
  forgetPath(path: string): void {
    for (const known of this.paths?.get(rootOf(path)) ?? []) {
      if (known === path || known.startsWith(`${path}.`)) this.layer.set(known, undefined);
    }
  }

  /** Runs `run` over the present variables; gives what it wrote, and undoes that here. */
  branch(run: () => void, from: Layer = this.layer): { layer: Layer; dead: boolean } {
    const before = this.layer;
    const deadBefore = this.dead;
    this.layer = new Layer(from);
    this.dead = deadBefore;
    run();
    const result = { layer: this.layer, dead: this.dead };
    this.layer = before;
    this.dead = deadBefore;
    return result;
  }

  /** A branch in which nothing happens. */
  emptyBranch(): { layer: Layer; dead: boolean } {
    return { layer: new Layer(this.layer), dead: this.dead };
  }

  /** Goes on with whichever of these happened. `base` is the layer that they all started from. */
  merge(base: Layer, ends: readonly { layer: Layer; dead: boolean }[]): void {
    this.layer = base;
    let isAlive = false;
    const names = new Set<string>();
    for (const end of ends) {
      if (end.dead) continue;
      isAlive = true;
      for (let layer: Layer | undefined = end.layer; layer && layer !== base; layer = layer.under) {
        layer.addNames(names);
      }
    }
    if (!isAlive) this.dead = true;
    for (const name of names) {
      const isPath = name.includes('.');
      let joined: Value | undefined;
      for (const end of ends) {
        if (end.dead) continue;
        const value = end.layer.get(name);
        if (value === undefined) {
          // A refinement holds only where every way has it.
          if (isPath) {
            joined = undefined;
            break;
          }
          continue;
        }
        joined = joined ? joinValues(joined, value) : value;
      }
      base.set(name, joined);
    }
  }
}

const dollar = 36;

function rootOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** `value` with the object of this number changed, wherever in it it is. */
function replaceObject(
  value: Value,
  id: number,
  change: (old: Value) => Value,
  depth: number,
): Value {
  if (value.id === id) return change(value);
  if (!value.shape || depth >= maxHolderDepth) return value;
  let changed = false;
  const inner = (field: Value): Value => {
    const now = replaceObject(field, id, change, depth + 1);
    changed ||= now !== field;
    return now;
  };
  let shape: Shape;
  if (value.shape.kind === 'list') {
    shape = { kind: 'list', elements: value.shape.elements.map(inner), open: value.shape.open };
  } else {
    const fields = new Map<string, Value>();
    for (const [key, field] of value.shape.fields) fields.set(key, inner(field));
    shape = { kind: 'map', fields, open: value.shape.open };
  }
  return changed ? withContent(value, value.taints, shape, value.text) : value;
}
