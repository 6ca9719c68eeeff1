import type { Call, Expr, Node, Span, Stmt } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, indentationAt, lineBreak, nodesAt, source } from '../edits';
import { importClass } from '../repairs/imports';
import { isNumberColumn, type Param } from '../repairs/parameters/placeholders';
import { rewrittenText } from '../repairs/parameters/rewritten';
import { isText } from '../repairs/parameters/text';
import { indentUnit, insertAfter, insertBefore, ownLine } from '../repairs/statements';
import type { RuleContext } from '../rule';
import { type Binding, freshName, insertAt, nodesAround, type Values } from './binding';

/** JDBC: a `Statement` becomes a `PreparedStatement`, whose values are set one by one. */

/** `statement.executeQuery(text)` and its kin. */
export function bindStatement(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  return {
    driver: 'PreparedStatement',
    options: { mark: { kind: '?' }, lists: 'spread' },
    bind: (values) =>
      onOwnVariable(call, callee.object, text, values, context) ??
      onNewVariable(call, callee.object, text, values, context),
  };
}

/** What stands for the keys that the database makes: `Statement.RETURN_GENERATED_KEYS`. */
function keysOf(call: Call, context: RuleContext): string {
  return call.args
    .slice(1)
    .map(({ value }) => `, ${source(context, value)}`)
    .join('');
}

interface Declared {
  readonly assign: Node & { kind: 'assign' };
  readonly init: Expr;
  /** Where its type is written; absent for `var`, and where it is assigned later. */
  readonly type: Span | undefined;
}

/** A statement of the function's own that runs nothing else. */
function onOwnVariable(
  call: Call,
  object: Expr,
  text: Expr,
  values: Values,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  if (object.kind !== 'name') return undefined;
  const declared = declarationOf(object, call, context);
  if (!declared || isRunTwice(object.name, call, context)) return undefined;
  const { init } = declared;
  const isEarly =
    text.kind === 'name' &&
    values.rewrite.assembly.units.every(({ expr }) => expr.end < init.start);
  const isConstant =
    values.rewrite.assembly.texts.flat().every(({ kind }) => kind !== 'fixed') &&
    values.rewrite.names.length === 0 &&
    text.kind !== 'name' &&
    text.kind !== 'call';
  const moves = !isEarly && !isConstant;
  const whole = moves ? movable(declared, call, object.name, context) : undefined;
  if (moves && !whole) return undefined;
  const statement = rewrittenText(text, values.rewrite, context);
  const prepared = `${connectionOf(init, context)}.prepareStatement(${statement}${createArguments(init, context) || keysOf(call, context)})`;
  if (whole) {
    const type = declared.type ? retyped(declared.type, context) : [];
    const [typeEdit, ...imports] = type;
    const opening = typeEdit ? `${typeEdit.newText} ` : 'var ';
    const moved = `${opening}${object.name} = ${prepared}`;
    const again = runPrepared(call, object.name, values, moved, context);
    return again && [...again, ...imports, { ...whole, newText: '' }];
  }
  const run = runPrepared(call, object.name, values, undefined, context);
  if (!run) return undefined;
  return [
    { start: init.start, end: init.end, newText: prepared },
    ...(declared.type ? retyped(declared.type, context) : []),
    ...run,
  ];
}

/**
 * The line of a declaration that can stand at the call as well: in the same block, and nothing uses
 * the variable in between.
 */
function movable(
  { assign, init }: Declared,
  call: Call,
  name: string,
  context: RuleContext,
): Span | undefined {
  const { text, module } = context;
  const statement = ownLine(assign, context);
  const run = ownLine(call, context);
  if (!statement || !run || assign.declares === undefined) return undefined;
  const blockOf = (span: Span) => nodesAt(module, span).findLast(({ kind }) => kind === 'block');
  if (blockOf(statement) !== blockOf(run) || resourceAround(call, context)) return undefined;
  const isUsed = nodesAround(call, context).some(
    (node) =>
      node.kind === 'name' && node.name === name && node.start > init.end && node.end <= run.start,
  );
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const lineEnd = text.indexOf('\n', statement.end);
  const rest = text.slice(statement.end, lineEnd);
  if (isUsed || lineEnd < 0 || !/^;?\s*$/.test(rest)) return undefined;
  return { start: lineStart, end: lineEnd + 1 };
}

/** `connection` of `connection.createStatement()`; any statement knows its connection. */
function connectionOf(init: Expr, context: RuleContext): string {
  if (isCreate(init)) return source(context, init.callee.object);
  return `${source(context, init)}.getConnection()`;
}

function createArguments(init: Expr, context: RuleContext): string {
  return isCreate(init) ? init.args.map(({ value }) => `, ${source(context, value)}`).join('') : '';
}

function isCreate(expr: Expr): expr is Call & { callee: Expr & { kind: 'member' } } {
  return (
    expr.kind === 'call' &&
    expr.callee.kind === 'member' &&
    expr.callee.property === 'createStatement'
  );
}

function retyped(type: Span, context: RuleContext): readonly TextEdit[] {
  const written = source(context, type);
  if (written.includes('.')) return [{ ...type, newText: 'java.sql.PreparedStatement' }];
  const name = importClass(context, 'java.sql.PreparedStatement');
  return [{ ...type, newText: name.name }, ...name.edits];
}

function declarationOf(
  name: Expr & { kind: 'name' },
  call: Call,
  context: RuleContext,
): Declared | undefined {
  const assigned = nodesAround(call, context).filter(
    (node): node is Node & { kind: 'assign' } =>
      node.kind === 'assign' && node.target.kind === 'name' && node.target.name === name.name,
  );
  const given = assigned.filter(
    ({ value }) => value && !(value.kind === 'literal' && value.value === null),
  );
  const declares = assigned.find((node) => node.declares !== undefined);
  const [only] = given;
  if (given.length !== 1 || !only?.value || !declares || only.start > call.start) return undefined;
  const { type } = declares;
  if (type === undefined || type === 'var')
    return { assign: only, init: only.value, type: undefined };
  if (!/(?:^|\.)Statement$/.test(type)) return undefined;
  const before = context.text.slice(0, declares.target.start).trimEnd();
  if (!before.endsWith(type)) return undefined;
  return {
    assign: only,
    init: only.value,
    type: { start: before.length - type.length, end: before.length },
  };
}

/** Whether the variable runs another text too, which a prepared statement cannot. */
function isRunTwice(name: string, call: Call, context: RuleContext): boolean {
  return nodesAround(call, context).some(
    (node) =>
      node.kind === 'call' &&
      node !== call &&
      node.args.length > 0 &&
      node.callee.kind === 'member' &&
      node.callee.object.kind === 'name' &&
      node.callee.object.name === name &&
      /^(?:execute\w*|addBatch)$/.test(node.callee.property),
  );
}

/** A statement of its own for this text: `connection.prepareStatement(text)` in front. */
function onNewVariable(
  call: Call,
  object: Expr,
  text: Expr,
  values: Values,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  // What is added to a batch is run together with the rest of it.
  if (call.callee.kind !== 'member' || call.callee.property === 'addBatch') return undefined;
  const name = freshName(['statement', 'stmt', 'preparedStatement'], call, context);
  const type = importClass(context, 'java.sql.PreparedStatement');
  const statement = rewrittenText(text, values.rewrite, context);
  const more = createArguments(object, context) || keysOf(call, context);
  const init = `${connectionOf(object, context)}.prepareStatement(${statement}${more})`;
  const declared = `${type.name} ${name} = ${init}`;
  const run = runPrepared(call, name, values, declared, context);
  return run && [...run, ...type.edits, { start: object.start, end: object.end, newText: name }];
}

/** Sets the values in front of the call and takes the text away from it. */
function runPrepared(
  call: Call,
  name: string,
  values: Values,
  declared: string | undefined,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { start, end } = call.argsSpan;
  const emptied = { start, end, newText: '()' };
  const lines = setLines(name, values, new Map(), context);
  const resource = resourceAround(call, context);
  if (resource) {
    const nested = nestResource(resource, call, declared, lines, context);
    return nested && [...nested, emptied];
  }
  const statement = ownLine(call, context);
  if (!statement || isRepeated(statement, call)) return undefined;
  const all = declared ? [`${declared};`, ...lines] : lines;
  return [insertBefore(statement, all, context), emptied];
}

/** Whether the call is run again and again, or not at all, by its own statement. */
function isRepeated(statement: Stmt, call: Span): boolean {
  if (statement.kind !== 'loop') return false;
  return statement.iterable === undefined || !within(statement.iterable, call);
}

function within(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

// ---------------------------------------------------------------------------------------------
// `prepareStatement` with a text that is built

export function bindPrepared(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  return {
    driver: 'PreparedStatement',
    options: { mark: { kind: '?' }, lists: 'spread' },
    bind: (values) => {
      const assign = assignmentOf(call, context);
      if (!assign) return preparedInPlace(call, text, values, context);
      const { name } = assign;
      const moved = renumbered(name, call, values, context);
      if (!moved || (values.list !== undefined && moved.present > 0)) return undefined;
      const lines = setLines(name, values, moved.positions, context);
      const resource = resourceAround(call, context);
      if (resource) {
        const into = intoBody(resource, lines, context);
        return into && [...into, ...moved.edits];
      }
      const statement = ownLine(call, context);
      const added = statement && insertAfter(statement, lines, context);
      return added && [added, ...moved.edits];
    },
  };
}

/** The variable that a call is given to. */
function assignmentOf(call: Call, context: RuleContext): { readonly name: string } | undefined {
  const assign = nodesAt(context.module, call).findLast(
    (node) => node.kind === 'assign' && node.value === call,
  );
  if (assign?.kind !== 'assign') return undefined;
  if (assign.target.kind === 'name') return { name: assign.target.name };
  if (assign.target.kind === 'member') return { name: source(context, assign.target) };
  return undefined;
}

function preparedInPlace(
  call: Call,
  text: Expr,
  values: Values,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { callee } = call;
  const statement = ownLine(call, context);
  if (callee.kind !== 'member' || !statement || isRepeated(statement, call)) return undefined;
  const kind = callee.property === 'prepareCall' ? 'CallableStatement' : 'PreparedStatement';
  const type = importClass(context, `java.sql.${kind}`);
  const name = freshName(['statement', 'stmt', 'preparedStatement'], call, context);
  const sql = rewrittenText(text, values.rewrite, context);
  const init = `${source(context, callee)}(${sql}${keysOf(call, context)})`;
  const lines = [`${type.name} ${name} = ${init};`, ...setLines(name, values, new Map(), context)];
  const isAlone = statement.kind === 'expr' && statement.expr === call;
  if (isAlone) {
    const newText = lines
      .join(lineBreak(context.text) + indentationAt(context.text, statement.start))
      .replace(/;$/, '');
    return [{ start: call.start, end: call.end, newText }, ...type.edits];
  }
  return [
    insertBefore(statement, lines, context),
    { start: call.start, end: call.end, newText: name },
    ...type.edits,
  ];
}

/** Numbers of the values that are set already, with room for the new ones. */
function renumbered(
  name: string,
  call: Call,
  { params }: Values,
  context: RuleContext,
):
  | {
      readonly edits: readonly TextEdit[];
      readonly positions: ReadonlyMap<Param, number>;
      readonly present: number;
    }
  | undefined {
  const edits: TextEdit[] = [];
  let present = 0;
  for (const node of nodesAround(call, context)) {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || node.start < call.start) continue;
    if (
      source(context, node.callee.object) !== name ||
      !/^(?:set[A-Z]\w*|registerOutParameter)$/.test(node.callee.property)
    )
      continue;
    const [first] = node.args;
    if (node.args.length < 2) continue;
    const index = first?.value;
    if (index?.kind !== 'literal' || typeof index.value !== 'number') return undefined;
    present++;
    const shift = params.filter(({ position }, i) => position - i < Number(index.value)).length;
    if (shift > 0)
      edits.push({ start: index.start, end: index.end, newText: String(index.value + shift) });
  }
  return { edits, positions: new Map(params.map((param) => [param, param.position + 1])), present };
}

// ---------------------------------------------------------------------------------------------
// The values

function setLines(
  name: string,
  { params, list }: Values,
  positions: ReadonlyMap<Param, number>,
  context: RuleContext,
): readonly string[] {
  if (list !== undefined) {
    const unit = indentUnit(context);
    return [
      `for (int i = 0; i < ${list}.size(); i++) {`,
      `${unit}${name}.setObject(i + 1, ${list}.get(i));`,
      '}',
    ];
  }
  return params.map((param) => {
    const at = positions.get(param) ?? param.position + 1;
    const { method, value } = setterOf(param, context);
    return `${name}.${method}(${at}, ${value});`;
  });
}

const setters: Readonly<Record<string, string>> = {
  String: 'setString',
  int: 'setInt',
  Integer: 'setInt',
  short: 'setShort',
  long: 'setLong',
  Long: 'setLong',
  double: 'setDouble',
  Double: 'setDouble',
  float: 'setFloat',
  boolean: 'setBoolean',
  Boolean: 'setBoolean',
  BigDecimal: 'setBigDecimal',
};

/** A value as an object: what stood without quotes for a number must be one. */
export function objectOf(param: Param, context: RuleContext): string {
  const { written, node, kind, column } = param;
  const isText = written === source(context, node) && typeOf(node, context) === 'String';
  if (isText && kind === 'limit') return `Integer.parseInt(${written})`;
  if (!isText || kind !== 'value' || !isNumberColumn(column)) return written;
  return `${/id$/i.test(column) ? 'Long.parseLong' : 'Integer.parseInt'}(${written})`;
}

/** The method that sets a value of this type, and the value as it takes it. */
function setterOf(param: Param, context: RuleContext): { method: string; value: string } {
  const { written, node, kind, column } = param;
  const isQuoted = kind === 'quoted-value' || kind === 'like-value';
  const type = written === source(context, node) ? typeOf(node, context) : 'String';
  if (isQuoted) {
    if (type === 'String' || type === undefined)
      return { method: 'setString', value: asText(written, type) };
    return { method: 'setString', value: `String.valueOf(${written})` };
  }
  if (type === 'String' || (type === undefined && kind === 'limit')) {
    if (kind === 'limit') return { method: 'setInt', value: `Integer.parseInt(${written})` };
    // Without quotes it was a number; some databases compare numbers with numbers alone.
    if (isNumberColumn(column)) return { method: 'setLong', value: `Long.parseLong(${written})` };
  }
  const method = type === undefined ? undefined : setters[type];
  return { method: method ?? 'setObject', value: written };
}

function asText(written: string, type: string | undefined): string {
  return type === 'String' ? written : `String.valueOf(${written})`;
}

/** The simple name of an expression's type, as far as the file says. */
function typeOf(node: Expr, context: RuleContext): string | undefined {
  if (isText(node) || node.kind === 'string') return 'String';
  if (node.kind === 'literal') return typeof node.value === 'number' ? 'int' : undefined;
  if (node.kind === 'call') {
    const written = source(context, node.callee);
    if (/(?:^|\.)Integer\.(?:parseInt|valueOf)$|\.(?:getInt|length|size)$/.test(written))
      return 'int';
    if (/(?:^|\.)Long\.(?:parseLong|valueOf)$|\.getLong$/.test(written)) return 'long';
    if (
      /\.(?:getParameter|getHeader|getQueryString|getString|toString|trim|substring|toLowerCase|toUpperCase|replace|replaceAll|nextLine|readLine|getProperty|getPathInfo|getRemoteUser|valueOf|format|decode)$/.test(
        written,
      )
    ) {
      return 'String';
    }
    return undefined;
  }
  if (node.kind !== 'name') return undefined;
  const fn = enclosingFunction(context.module, node);
  const param = fn?.params.find(
    ({ target }) => target.kind === 'name' && target.name === node.name,
  );
  const declared = nodesAround(node, context).find(
    (one): one is Node & { kind: 'assign' } =>
      one.kind === 'assign' &&
      one.declares !== undefined &&
      one.type !== undefined &&
      one.target.kind === 'name' &&
      one.target.name === node.name,
  );
  const type = declared?.type ?? param?.type ?? fieldType(node.name, context);
  return type
    ?.replace(/^final\s+/, '')
    .split('.')
    .at(-1);
}

function fieldType(name: string, { text }: RuleContext): string | undefined {
  const found = new RegExp(
    `^[ \\t]*(?:(?:private|protected|public|static|final)\\s+)+([\\w.]+)\\s+${name}\\s*[;=]`,
    'm',
  ).exec(text);
  return found?.[1];
}

// ---------------------------------------------------------------------------------------------
// try (…) {…}

interface Resource {
  readonly statement: Stmt & { kind: 'try' };
  /** The declaration in the parentheses. */
  readonly declaration: Span;
  /** The one in front of it. */
  readonly before: Span | undefined;
  /** The brace that opens the body. */
  readonly open: number;
  readonly isLast: boolean;
}

/** The resource of a `try` that a call stands in. */
function resourceAround(call: Call, context: RuleContext): Resource | undefined {
  const { text, module } = context;
  const statement = nodesAt(module, call).findLast(
    (node): node is Stmt & { kind: 'try' } =>
      node.kind === 'try' && /^try\s*\(/.test(text.slice(node.start, node.start + 20)),
  );
  if (!statement) return undefined;
  const { body } = statement.body;
  const at = body.findIndex((stmt) => within(stmt, call));
  const declaration = body[at];
  if (!declaration) return undefined;
  const close = /^\s*(;?)\s*\)\s*\{/.exec(text.slice(declaration.end));
  const next = /^\s*;\s*(?:final\s+)?[\w.<>]+\s+\w+\s*=/.exec(text.slice(declaration.end));
  // A declaration of the body stands behind the brace.
  const header = text.slice(statement.start, declaration.start);
  if (depthOf(header) !== 1) return undefined;
  const isLast = close !== null;
  if (!isLast && !next) return undefined;
  const rest = text.slice(declaration.end);
  const open = isLast
    ? declaration.end + close[0].length - 1
    : declaration.end + (closingBrace(rest) ?? 0);
  return { statement, declaration, before: at > 0 ? body[at - 1] : undefined, open, isLast };
}

/** How many parentheses are open behind a text. */
function depthOf(text: string): number {
  return text.split('(').length - text.split(')').length;
}

function closingBrace(text: string): number | undefined {
  let depth = 1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) {
      const brace = /^\)\s*\{/.exec(text.slice(i));
      return brace ? i + brace[0].length - 1 : undefined;
    }
  }
  return undefined;
}

/** Lines at the beginning of a body, where nothing of the header needs them. */
function intoBody(
  resource: Resource,
  lines: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  if (!resource.isLast) return undefined;
  const indent = indentationAt(text, resource.statement.start) + indentUnit(context);
  const br = lineBreak(text);
  return [insertAt(resource.open + 1, lines.map((line) => br + indent + line).join(''))];
}

/** The resource that runs the statement gets a `try` of its own inside, behind the values. */
function nestResource(
  { statement, declaration, before, open, isLast }: Resource,
  call: Call,
  declared: string | undefined,
  lines: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  const close = statement.body.end - 1;
  const body = text.slice(open + 1, close);
  if (!isLast || text[close] !== '}' || body.includes('"""') || (!before && !declared))
    return undefined;
  const unit = indentUnit(context);
  const outer = indentationAt(text, statement.start);
  const br = lineBreak(text);
  const edits: TextEdit[] = [];
  const resource = text.slice(declaration.start, call.argsSpan.start);
  // The receiver of the call may have a new name.
  const receiver = call.callee.kind === 'member' ? call.callee.object : undefined;
  const name = declared && /^[\w.]+ (\w+) =/.exec(declared)?.[1];
  const head =
    receiver && name !== undefined
      ? text.slice(declaration.start, receiver.start) +
        name +
        text.slice(receiver.end, call.argsSpan.start)
      : resource;
  const tail = text.slice(call.argsSpan.end, declaration.end);
  const inner = `try (${head}()${tail}) {`;
  edits.push(
    declared !== undefined
      ? { start: declaration.start, end: declaration.end, newText: declared }
      : { start: before!.end, end: declaration.end, newText: '' },
  );
  edits.push(
    insertAt(open + 1, [...lines, inner].map((line) => br + outer + unit + line).join('')),
  );
  for (const match of body.matchAll(/\n(?=[ \t]*\S)/g)) {
    edits.push(insertAt(open + 1 + match.index + 1, unit));
  }
  const lastLine = text.lastIndexOf('\n', close) + 1;
  if (text.slice(lastLine, close).trim() !== '') return undefined;
  // The line of the closing brace was moved in too: it closes the inner one now.
  return [
    ...edits.filter(({ start }) => start !== lastLine),
    insertAt(lastLine, `${outer}${unit}}${br}`),
  ];
}
