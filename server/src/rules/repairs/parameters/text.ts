import type { Call, Expr, Literal, Node, Span, StringBuild } from '../../../ir/types';
import { walk } from '../../../ir/walk';
import { enclosingFunction, nodesAt } from '../../edits';
import { contains } from '../../report';
import type { RuleContext } from '../../rule';

/**
 * The text of a statement as the file builds it: in one expression, in a variable, in a builder, bit
 * by bit and in branches. Reads the source alone, so that every piece can be changed where it stands.
 */

/** One place that gives a part of the text. */
export interface Unit {
  /** The expression that is the part, as it is written. */
  readonly expr: Expr;
  /** The assignment or call that adds it; absent where the text stands at its use. */
  readonly adder?: Node;
  /** It is left out on some ways through the function. */
  readonly conditional: boolean;
  /** The text begins anew here. */
  readonly starts: boolean;
}

export type Piece =
  | { readonly kind: 'text'; readonly node: TextLiteral; readonly unit: Unit }
  /** A constant that is not written at this place. */
  | { readonly kind: 'fixed'; readonly node: Expr; readonly text: string; readonly unit: Unit }
  | HolePiece;

export interface HolePiece {
  readonly kind: 'hole';
  readonly node: Expr;
  readonly unit: Unit;
  /** The expression that it is a part of, with its number among the parts. */
  readonly build?: StringBuild;
  readonly index?: number;
}

export type TextLiteral = Literal & { readonly value: string };

/** What is known of one text; `texts` are its alternatives, where it begins in several branches. */
export interface Assembly {
  readonly texts: readonly (readonly Piece[])[];
  readonly units: readonly Unit[];
  /** The variables that hold it on its way. */
  readonly variables: readonly string[];
  readonly isBranching: boolean;
}

export function isText(part: Expr): part is TextLiteral {
  return part.kind === 'literal' && typeof part.value === 'string' && !part.regex;
}

/** More parts than anybody writes. */
const maxUnits = 60;

/**
 * The text that an expression is.
 *
 * @param fragments names of variables whose text is a part of the statement, and no value in it
 * @returns undefined where the file does not show how it is made
 */
export function assemble(
  expr: Expr,
  fragments: ReadonlySet<string>,
  context: RuleContext,
): Assembly | undefined {
  const assembler = new Assembler(fragments, context);
  return assembler.assemble(expr);
}

class Assembler {
  private readonly texts: Piece[][] = [[]];
  private readonly units: Unit[] = [];
  private readonly variables: string[] = [];
  private isBranching = false;
  private isUnclear = false;

  constructor(
    private readonly fragments: ReadonlySet<string>,
    private readonly context: RuleContext,
  ) {}

  assemble(expr: Expr): Assembly | undefined {
    const unit: Unit = { expr, conditional: false, starts: true };
    if (!this.whole(expr, unit, 0)) return undefined;
    const texts = this.texts.filter((pieces) => pieces.some(({ kind }) => kind !== 'hole'));
    if (texts.length === 0 || this.units.length > maxUnits || this.isUnclear) return undefined;
    const { units, variables, isBranching } = this;
    return { texts, units, variables, isBranching };
  }

  /** The expression that is the whole text: a variable is followed, and a builder. */
  private whole(expr: Expr, unit: Unit, depth: number): boolean {
    const builder = builderOf(expr);
    const at = builder ?? expr;
    if (at.kind === 'name') return depth < 4 && this.variable(at, depth);
    if (builder) return this.chain(builder, unit);
    this.add(expr, unit);
    return true;
  }

  private variable(name: Expr & { kind: 'name' }, depth: number): boolean {
    const found = definitionsOf(name, this.context);
    if (found.length === 0 || found.length > maxUnits || this.variables.includes(name.name)) {
      return false;
    }
    this.variables.push(name.name);
    const counted = stillHeld(found);
    if (!counted[0]?.starts) return false;
    for (const unit of counted) {
      if (unit.conditional) this.isBranching = true;
      if (unit.starts && unit.conditional) {
        // A text that began with data would leave its values behind.
        if (this.current().some(({ kind }) => kind === 'hole') && !isEmptyStart(counted[0])) {
          if (!counted[0].conditional) return false;
        }
        this.texts.push([]);
      }
      if (!this.part(unit, depth)) return false;
    }
    return true;
  }

  private part(unit: Unit, depth: number): boolean {
    const { expr, adder } = unit;
    if (adder?.kind === 'call') {
      this.units.push(unit);
      this.add(expr, unit);
      return true;
    }
    if (unit.starts && expr.kind === 'name') return this.whole(expr, unit, depth + 1);
    if (unit.starts) {
      const builder = builderOf(expr);
      if (builder) return this.chain(builder, unit);
    }
    this.units.push(unit);
    this.add(expr, unit);
    return true;
  }

  /** `new StringBuilder("…").append(x)`, written at once. */
  private chain(expr: Expr, unit: Unit): boolean {
    this.units.push(unit);
    for (const arg of chainParts(expr) ?? []) this.add(arg, unit);
    return true;
  }

  private add(expr: Expr, unit: Unit, build?: StringBuild, index?: number): void {
    if (build === undefined && !this.units.includes(unit)) this.units.push(unit);
    // What the text was before: `sql = sql + "…"`.
    if (index === 0 && !unit.starts && expr.kind === 'name' && this.variables.includes(expr.name)) {
      return;
    }
    if (isText(expr)) {
      this.current().push({ kind: 'text', node: expr, unit });
    } else if (expr.kind === 'literal') {
      const text = String(expr.value);
      this.current().push({ kind: 'fixed', node: expr, text, unit });
    } else if (expr.kind === 'string') {
      expr.parts.forEach((part, i) => {
        this.add(part, unit, expr, i);
      });
    } else if (expr.kind === 'name' && this.fragments.has(expr.name)) {
      this.fragment(expr, unit, build, index);
    } else if (this.joined(expr, unit)) {
      // Its parts are added.
    } else if (expr.kind === 'conditional' && isText(expr.else) && isSyntax(expr.then)) {
      // A clause that may be left out: `where.length ? ' WHERE ' + … : ''`.
      this.isBranching = true;
      const from = this.current().length;
      this.add(expr.then, unit, build, index);
      // A value of its own would be left out with it, and its placeholder would not.
      const own = this.current().slice(from);
      if (own.some((piece) => piece.kind === 'hole' && piece.unit === unit)) this.isUnclear = true;
    } else {
      const text = constantOf(expr, this.context);
      if (text === undefined) {
        this.current().push({
          kind: 'hole',
          node: expr,
          unit,
          ...(build && { build, index: index! }),
        });
      } else {
        this.current().push({ kind: 'fixed', node: expr, text, unit });
      }
    }
  }

  /** A part of the statement that has a variable of its own. */
  private fragment(
    name: Expr & { kind: 'name' },
    unit: Unit,
    build: StringBuild | undefined,
    index: number | undefined,
  ): void {
    const found = definitionsOf(name, this.context);
    const isKnown =
      found.some(({ expr }) => isSyntax(expr)) &&
      !this.variables.includes(name.name) &&
      found.filter(({ starts, conditional }) => starts && !conditional).length <= 1 &&
      found[0]!.starts;
    if (!isKnown) {
      const piece: HolePiece = { kind: 'hole', node: name, unit };
      this.current().push(build && index !== undefined ? { ...piece, build, index } : piece);
      return;
    }
    this.variables.push(name.name);
    for (const part of found) {
      if (part.conditional) this.isBranching = true;
      this.units.push(part);
      this.add(part.expr, part);
    }
  }

  /** `conditions.join(' AND ')`: the parts that were put into the list, in order. */
  private joined(expr: Expr, unit: Unit): boolean {
    const of = joinedList(expr);
    if (of?.list.kind !== 'name' || this.variables.includes(of.list.name)) return false;
    const found = stillHeld(definitionsOf(of.list, this.context));
    const [start, ...parts] = found;
    if (start?.expr.kind !== 'list' || start.conditional || parts.length === 0) return false;
    if (!parts.every(({ expr: part }) => isSyntax(part))) return false;
    this.variables.push(of.list.name);
    this.isBranching = true;
    this.units.push(start);
    const written = start.expr.elements.map(({ value }) => ({ expr: value, from: start }));
    const added = parts.map((part) => ({ expr: part.expr, from: part }));
    [...written, ...added].forEach(({ expr: part, from }, i) => {
      if (i > 0) this.current().push({ kind: 'fixed', node: expr, text: of.separator, unit });
      if (!this.units.includes(from)) this.units.push(from);
      this.add(part, from);
    });
    return true;
  }

  private current(): Piece[] {
    return this.texts.at(-1)!;
  }
}

const syntax =
  /(?:^|\s)(?:AND|OR|WHERE|ORDER\s+BY|GROUP\s+BY|LIMIT|OFFSET|JOIN|FROM|SET|HAVING|SELECT|UNION|I?LIKE|REGEXP|BETWEEN|IS|IN|VALUES)\b|[=<>]/i;

/** Whether an expression has words or signs of SQL, and is no mere value. */
function isSyntax(expr: Expr): boolean {
  if (isText(expr)) return syntax.test(expr.value);
  return (
    expr.kind === 'string' && expr.parts.some((part) => isText(part) && syntax.test(part.value))
  );
}

function isEmptyStart(unit: Unit): boolean {
  return unit.expr.kind === 'literal' && !unit.expr.value;
}

/** What builds a text bit by bit and is asked for it: the `sb` of `sb.toString()`. */
function builderOf(expr: Expr): Expr | undefined {
  if (expr.kind === 'call' && expr.callee.kind === 'member') {
    const { object, property } = expr.callee;
    if (
      /^(?:toString|trim|strip|to_s|squish|rstrip|lstrip)$/.test(property) &&
      expr.args.length === 0
    ) {
      return builderOf(object) ?? object;
    }
  }
  return chainParts(expr) ? expr : undefined;
}

/** The parts of `new StringBuilder("a").append(b)`, in order; undefined for anything else. */
function chainParts(expr: Expr): readonly Expr[] | undefined {
  if (expr.kind !== 'call') return undefined;
  const { callee, args } = expr;
  if (callee.kind === 'name' && /^String(?:Builder|Buffer)$/.test(callee.name)) {
    const [first] = args;
    return first && (isText(first.value) || first.value.kind === 'string') ? [first.value] : [];
  }
  if (callee.kind !== 'member' || callee.property !== 'append') return undefined;
  const before = chainParts(callee.object);
  return before && [...before, ...args.slice(0, 1).map(({ value }) => value)];
}

// ---------------------------------------------------------------------------------------------
// Variables

/** The bodies of the functions around a node up to the one that has the parameter, then the file. */
function scopesOf(node: Expr & { kind: 'name' }, context: RuleContext): readonly Node[][] {
  const scopes: Node[][] = [];
  for (let at: Span = node; ; ) {
    const fn = enclosingFunction(context.module, at);
    if (!fn || scopes.length > 6) break;
    scopes.push([fn.body]);
    if (fn.params.some(({ target }) => target.kind === 'name' && target.name === node.name)) {
      return scopes;
    }
    const outer = nodesAt(context.module, fn).findLast(
      (around) => contains(around, fn) && (around.start < fn.start || around.end > fn.end),
    );
    if (!outer) break;
    at = outer;
  }
  scopes.push([...context.module.body]);
  return scopes;
}

/** The parts that a variable's text is given in front of a use, in order. */
export function definitionsOf(
  name: Expr & { kind: 'name' },
  context: RuleContext,
): readonly Unit[] {
  for (const scope of scopesOf(name, context)) {
    const found: Unit[] = [];
    for (const root of scope) {
      walk(root, (node) => {
        if (node.kind === 'module' || node.start >= name.start) return;
        for (const unit of unitsOf(node, name.name)) {
          found.push({ ...unit, conditional: isConditional(node, name, context) });
        }
      });
    }
    if (found.some(({ starts }) => starts)) {
      return found.sort((a, b) => a.expr.start - b.expr.start);
    }
  }
  return [];
}

/** What is replaced on every way counts no more. */
export function stillHeld(units: readonly Unit[]): readonly Unit[] {
  const last = units.findLastIndex(({ starts, conditional }) => starts && !conditional);
  return units.slice(Math.max(last, 0));
}

/** What a node adds to the text of a variable. */
function unitsOf(node: Node, name: string): readonly Omit<Unit, 'conditional'>[] {
  if (node.kind === 'assign' && node.target.kind === 'name' && node.target.name === name) {
    if (!node.value || (node.op !== undefined && node.op !== '+')) return [];
    if (node.value.kind === 'literal' && node.value.value === null) return [];
    // `sql = sql + "…"` adds, as `+=` does.
    if (node.op === undefined && addsToItself(node.value, name)) {
      return [{ expr: node.value, adder: node, starts: false }];
    }
    return [{ expr: node.value, adder: node, starts: node.op === undefined }];
  }
  if (node.kind === 'call') return appended(node, name) ?? [];
  return [];
}

function addsToItself(value: Expr, name: string): boolean {
  if (value.kind !== 'string' || value.holes) return false;
  const [first] = value.parts;
  return first?.kind === 'name' && first.name === name;
}

/** A list that is made one text: `ids.join(',')`, `','.join(ids)`, `implode(',', $ids)`. */
export function joinedList(node: Expr): { list: Expr; separator: string } | undefined {
  if (node.kind !== 'call') return undefined;
  const { callee } = node;
  const name =
    callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const given = node.args.map(({ value }) => value);
  if (name === 'implode' || (name === 'join' && given.length === 2)) {
    const [separator, list] = given;
    if (separator?.kind !== 'literal' || !list) return undefined;
    return { list, separator: String(separator.value) };
  }
  if (name !== 'join' || callee.kind !== 'member') return undefined;
  const [only] = given;
  // Python's separator has the method.
  if (callee.object.kind === 'literal') {
    return only && { list: only, separator: String(callee.object.value) };
  }
  if (only === undefined) return { list: callee.object, separator: ',' };
  return only.kind === 'literal'
    ? { list: callee.object, separator: String(only.value) }
    : undefined;
}

/** `sb.append(a).append(b)`, `sql << a`, `sql.concat(a)`, `list.push(a)`: the call around them all. */
function appended(call: Call, name: string): readonly Omit<Unit, 'conditional'>[] | undefined {
  const { callee, args } = call;
  if (callee.kind !== 'member' || !/^(?:append|<<|concat|push)$/.test(callee.property))
    return undefined;
  const [only] = args;
  if (!only || args.length !== 1) return undefined;
  let { object } = callee;
  while (
    object.kind === 'call' &&
    object.callee.kind === 'member' &&
    /^(?:append|<<|concat)$/.test(object.callee.property)
  ) {
    object = object.callee.object;
  }
  if (object.kind !== 'name' || object.name !== name) return undefined;
  return [{ expr: only.value, adder: call, starts: false }];
}

/** Whether a node is left out on some ways to a use that stands behind it. */
function isConditional(node: Node, use: Span, context: RuleContext): boolean {
  return nodesAt(context.module, node).some((around) => {
    if (around === node || contains(around, use)) return false;
    switch (around.kind) {
      case 'if':
      case 'loop':
      case 'switch':
      case 'conditional':
      case 'function':
        return true;
      case 'binary':
        return /^(?:&&|\|\||\?\?)$/.test(around.op);
      case 'try':
        return around.handlers.some((handler) => contains(handler.body, node));
      default:
        return false;
    }
  });
}

/** The text of a name that is only ever given one constant; undefined for anything else. */
function constantOf(expr: Expr, context: RuleContext): string | undefined {
  if (expr.kind === 'conditional') {
    // One of two texts of the program's own.
    return isText(expr.then) && isText(expr.else) ? expr.then.value : undefined;
  }
  if (expr.kind !== 'name') return undefined;
  const found = definitionsOf(expr, context);
  const texts = found.map((unit) => (unit.expr.kind === 'literal' ? unit.expr.value : undefined));
  if (texts.length === 0 || texts.some((text) => text === undefined || text === null)) {
    return undefined;
  }
  return texts.map(String).reduce((a, b) => (b.length > a.length ? b : a));
}
