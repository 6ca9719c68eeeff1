import { allTaints, stepsOf, type Taint, type Value } from '../../engine/values';
import type { Call, Expr, Name, Span, Target } from '../../ir/types';
import { walk } from '../../ir/walk';
import { enclosingFunction } from '../edits';
import type { Detection, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { isHere } from './wrap';

/** Where the data of a finding goes into a text, a path or a list, as expressions of this file. */

/** The argument that a detection marks; undefined where it marks something else. */
export function markedArg({ site, at }: Detection) {
  const given = site.receiver ? [...site.args, site.receiver] : site.args;
  return given.find(({ node }) => node.start === at.start && node.end === at.end);
}

/** Variables that one is followed through. */
const maxDepth = 6;

/** Functions and constructors that put parts together to one value, or wrap one, by their last name. */
const composes =
  /^(?:join|resolve|File|Path|Paths|get|of|URI|URL|create|Request|concat|format|sprintf|normpath|abspath|normalize|Pathname|expand_path|toPath|toFile|toURI|toURL|toUri|toUrl|toString|toAbsolutePath|as_posix|to_s|realpath|append|File(?:In|Out)putStream|FileReader|FileWriter|FileSystemResource|UrlResource|ClassPathResource|InputStreamReader|PathResource|SplFileObject|list|List|asList|resolveSibling|joinpath|getFD|strip|trim)$/;

/**
 * The expressions whose data makes a value dangerous: parts of texts, of paths and of lists, found
 * through the variables of the function. The expression itself where it is not put together here.
 *
 * @param isHarmful which of the value's data counts
 */
export function placesOf(
  node: Expr,
  value: Value,
  isHarmful: (taint: Taint) => boolean,
  context: RuleContext,
): readonly Expr[] {
  const taints = allTaints(value).filter(isHarmful);
  const carriers = new Carriers(taints, context);
  const found = new Set<Expr>();
  // Where the analysis knows the text, it knows the data in it.
  const pieces = value.text?.pieces.flatMap((piece) =>
    piece.text === undefined && allTaints(piece.value).some(isHarmful) ? [piece.node] : [],
  );
  const isKnown = pieces && pieces.length > 0 && pieces.every((piece) => isHere(piece, context));
  for (const start of isKnown ? pieces : [node]) collect(start, carriers, found, context, 0);
  return [...found].filter((one) => isHere(one, context));
}

function collect(
  node: Expr,
  carriers: Carriers,
  found: Set<Expr>,
  context: RuleContext,
  depth: number,
): void {
  if (depth > maxDepth) {
    found.add(node);
    return;
  }
  const inner = partsOf(node, context);
  const certain = inner.filter((part) => carriers.has(part));
  const params = certain.length > 0 ? certain : inner.filter((part) => isParam(part, context));
  const open = inner.filter(isOpen);
  const carrying = params.length > 0 ? params : open.length === 1 ? open : [];
  if (carrying.length === 0) {
    // Of several parts it is not known which one it is; the whole is more than the data.
    if (inner.length < 2) found.add(node);
    return;
  }
  for (const part of carrying) collect(part, carriers, found, context, depth + 1);
}

/** What an expression is put together from; nothing where the data enters it otherwise. */
function partsOf(node: Expr, context: RuleContext): readonly Expr[] {
  switch (node.kind) {
    case 'string':
      return node.parts;
    case 'binary':
      return /^(?:\/|\+|\?\?|\|\|)$/.test(node.op) ? [node.left, node.right] : [];
    case 'conditional':
      return [node.then, node.else];
    case 'list':
      return node.elements.map((element) => element.value);
    case 'name': {
      const given = givenTo(node, context);
      const added = addedTo(node.name, node, context);
      if (added.length > 0) return [...given, ...added];
      return given.some((one) => isComposite(one, context)) ? given : [];
    }
    case 'call':
      return partsOfCall(node);
    default:
      return [];
  }
}

function partsOfCall({ callee, args, isNew }: Call): readonly Expr[] {
  const name =
    callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const last = name.split('.').at(-1) ?? '';
  if (!composes.test(last)) return [];
  const of = callee.kind === 'member' ? lastName(callee.object) : '';
  if (/^(?:get|of)$/.test(last) && !factories.test(of)) return [];
  const given = args.map((arg) => arg.value);
  return callee.kind === 'member' && !isNew ? [callee.object, ...given] : given;
}

/** Classes whose `of` and `get` make a value of its parts. */
const factories = /^(?:Paths?|FileSystems|FileSystem|List|Set|Stream|Arrays|URI)$/;

function lastName(node: Expr): string {
  if (node.kind === 'name') return node.name;
  return node.kind === 'member' ? node.property : '';
}

/** What a variable is given; where it is tested too, only if that is one value. */
function givenTo(node: Name, context: RuleContext): readonly Expr[] {
  const given = assignmentsTo(node.name, node, context.module);
  if (given.length > 0) return given;
  const all = takenFrom(node.name, node, context);
  return all.length === 1 && isComposite(all[0]!, context) ? all : [];
}

/** What is put into a list behind its declaration: `list.add(data)`. */
function addedTo(name: string, node: Expr, { module }: RuleContext): readonly Expr[] {
  const scope = enclosingFunction(module, node)?.body ?? module;
  const found: Expr[] = [];
  walk(scope, (inner) => {
    if (inner.kind !== 'call' || inner.callee.kind !== 'member') return;
    const { object, property } = inner.callee;
    if (object.kind !== 'name' || object.name !== name) return;
    if (/^(?:add|push|append|extend|addAll)$/.test(property) && inner.end <= node.start) {
      found.push(...inner.args.map(({ value }) => value));
    }
  });
  return found;
}

/** Whether a variable is worth looking behind: it is more than another name for the data. */
function isComposite(node: Expr, context: RuleContext): boolean {
  if (node.kind === 'name') {
    const given = assignmentsTo(node.name, node, context.module);
    return given.length === 1 && given[0] !== node && given[0]!.kind !== 'name'
      ? isComposite(given[0]!, context)
      : false;
  }
  if (node.kind === 'conditional')
    return isComposite(node.then, context) || isComposite(node.else, context);
  return (
    node.kind === 'list' ||
    partsOf(node, context).length > 1 ||
    (node.kind === 'call' && partsOfCall(node).some((part) => isComposite(part, context))) ||
    (node.kind === 'call' && node.isNew && partsOfCall(node).length > 0)
  );
}

/** A part that is neither written out nor a constant by its name. */
function isOpen(part: Expr): boolean {
  switch (part.kind) {
    case 'literal':
      return false;
    case 'name':
      return !/^[A-Z][A-Z\d_]*$|^__\w+$|^this$|^self$/.test(part.name);
    case 'member':
      return !/^[A-Z][A-Z\d_]*$/.test(part.property);
    case 'call':
      return part.args.length === 0 || part.args.some(({ value }) => isOpen(value));
    default:
      return true;
  }
}

/** A parameter of the function around, whose data came from a place that is not here. */
function isParam(node: Expr, context: RuleContext): boolean {
  if (node.kind !== 'name') return false;
  const fn = enclosingFunction(context.module, node);
  return fn?.params.some(({ target }) => namesIn(target).includes(node.name)) ?? false;
}

function namesIn(target: Target): readonly string[] {
  const names: string[] = [];
  walk(target, (node) => {
    if (node.kind === 'name') names.push(node.name);
  });
  return names;
}

/** What a variable is given or taken out of: `const { name } = value`, `for (const name of values)`. */
function takenFrom(name: string, node: Expr, { module }: RuleContext): readonly Expr[] {
  const scope = enclosingFunction(module, node)?.body ?? module;
  const found: Expr[] = [];
  walk(scope, (inner) => {
    if (inner.kind === 'assign' && inner.value && inner.target.kind === 'name') {
      if (inner.target.name === name) found.push(inner.value);
    } else if (inner.kind === 'assign' && inner.value && /-pattern$/.test(inner.target.kind)) {
      if (namesIn(inner.target).includes(name)) found.push(inner.value);
    } else if (inner.kind === 'loop' && inner.target && inner.iterable) {
      if (namesIn(inner.target).includes(name)) found.push(inner.iterable);
    }
  });
  return found;
}

/** Which expressions hold data of certain sources. */
class Carriers {
  private readonly marks: readonly Span[];
  private readonly known = new Map<Expr, boolean>();

  constructor(
    taints: readonly Taint[],
    private readonly context: RuleContext,
  ) {
    const { file } = context.flow;
    this.marks = taints.flatMap((taint) =>
      [taint.source, ...stepsOf(taint)].filter((place) => place.file === file),
    );
  }

  has(node: Expr): boolean {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    // A variable that is made of itself.
    this.known.set(node, false);
    const found = this.find(node);
    this.known.set(node, found);
    return found;
  }

  private find(node: Expr): boolean {
    let found = false;
    walk(node, (inner) => {
      if (found) return;
      if (inner.kind === 'name') found = this.isData(inner.name, inner);
      else if (inner.kind !== 'literal' && inner.kind !== 'string') {
        found = this.marks.some((mark) => mark.start === inner.start && mark.end === inner.end);
      }
    });
    return found;
  }

  private isData(name: string, node: Expr): boolean {
    if (this.marks.some((mark) => mark.start === node.start && mark.end === node.end)) return true;
    const given = takenFrom(name, node, this.context);
    if (given.length > 0) return given.some((one) => this.has(one));
    const fn = enclosingFunction(this.context.module, node);
    return (
      fn?.params.some(
        ({ target, start, end }) =>
          namesIn(target).includes(name) &&
          this.marks.some((mark) => start <= mark.start && mark.end <= end),
      ) ?? false
    );
  }
}

/** Whether an expression is surely no text, by the type that Java declares. */
export function isOtherType(node: Expr, context: RuleContext): boolean {
  if (context.module.language !== 'java') return false;
  if (node.kind === 'list' || (node.kind === 'call' && node.isNew)) return true;
  if (node.kind !== 'name') return false;
  const fn = enclosingFunction(context.module, node);
  const types = (fn?.params ?? [])
    .filter(({ target }) => namesIn(target).includes(node.name))
    .map(({ type }) => type);
  walk(fn?.body ?? context.module, (inner) => {
    if (inner.kind !== 'assign' || inner.target.kind !== 'name') return;
    if (inner.target.name === node.name && inner.type !== undefined) types.push(inner.type);
  });
  return types.some(
    (type) => type !== undefined && !/^(?:java\.lang\.)?(?:final )?String$|^var$/.test(type),
  );
}
