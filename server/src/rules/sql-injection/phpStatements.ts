import type { Call, Expr, Node, Stmt } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import type { Param } from '../repairs/parameters/placeholders';
import { rewrittenText } from '../repairs/parameters/rewritten';
import { indentUnit, insertAfter, insertBefore, ownLine } from '../repairs/statements';
import { contains } from '../report';
import type { RuleContext } from '../rule';
import {
  type Binding,
  calledName,
  freshName,
  insertAll,
  insertAt,
  intoMap,
  nodesAround,
  presentNames,
  type Values,
} from './binding';

/** PHP: what runs a text becomes a prepared statement, in statements of its own. */

/** Where lines fit in front of a call that is run once, and before all else of its statement. */
function placeBefore(call: Call, context: RuleContext): Stmt | undefined {
  const statement = ownLine(call, context);
  if (!statement) return undefined;
  const between = nodesAt(context.module, call).filter(
    (node) => node !== call && contains(statement, node) && contains(node, call),
  );
  const isOnce = between.every((node) => {
    switch (node.kind) {
      case 'loop':
        return node.iterable !== undefined && contains(node.iterable, call);
      case 'function':
        return false;
      case 'if':
        return contains(node.test, call);
      case 'conditional':
        return contains(node.test, call);
      case 'binary':
        return !/^(?:&&|\|\||\?\?|and|or)$/.test(node.op) || contains(node.left, call);
      default:
        return true;
    }
  });
  return isOnce ? statement : undefined;
}

function replaced(call: Call, newText: string): TextEdit {
  return { start: call.start, end: call.end, newText };
}

function freshStatement(at: Call, context: RuleContext): string {
  return `$${freshName(['statement', 'stmt', 'prepared'], at, context)}`;
}

function readsRows({ rewrite }: Values): boolean {
  return !/^(?:INSERT|UPDATE|DELETE|REPLACE|MERGE|CALL)$/.test(rewrite.verb);
}

/** The values as one array. */
function arrayOf({ params, list }: Values): string {
  return (
    list ?? `[${params.map((one) => (one.isList ? `...${one.written}` : one.written)).join(', ')}]`
  );
}

/** The variable that a call alone is given to, in a statement of its own. */
function targetOf(call: Call, statement: Stmt, context: RuleContext): string | undefined {
  if (statement.kind !== 'expr' || statement.expr.kind !== 'assign') return undefined;
  const { target, value, op } = statement.expr;
  return value === call && target.kind === 'name' && op === undefined
    ? source(context, target)
    : undefined;
}

// ---------------------------------------------------------------------------------------------
// PDO

export function bindPdo(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  return {
    driver: 'PDO',
    options: { mark: { kind: '?' }, lists: 'spread', limitsStay: true },
    bind: (values) => {
      const statement = placeBefore(call, context);
      const { start, end } = callee.propertySpan;
      const prepare = { start, end, newText: 'prepare' };
      const isAlone = nodesAt(context.module, call).some(
        (node) => node.kind === 'expr' && node.expr === call,
      );
      if (isAlone) return [prepare, insertAt(call.end, `->execute(${arrayOf(values)})`)];
      if (!statement || call.args.length !== 1) return undefined;
      const target = targetOf(call, statement, context);
      if (target !== undefined && callee.property === 'query') {
        const after = insertAfter(statement, [`${target}->execute(${arrayOf(values)});`], context);
        return after && [prepare, after];
      }
      const name = freshStatement(call, context);
      const sql = rewrittenText(text, values.rewrite, context);
      const lines = [
        `${name} = ${source(context, callee.object)}->prepare(${sql});`,
        `${name}->execute(${arrayOf(values)});`,
      ];
      const result = callee.property === 'exec' ? `${name}->rowCount()` : name;
      return [insertBefore(statement, lines, context), replaced(call, result)];
    },
  };
}

/** `prepare` with a built text: the values go to `execute`, or are bound as the others are. */
export function bindPreparedPdo(
  driver: string,
  call: Call,
  context: RuleContext,
): Binding | undefined {
  const runs = runsOf(call, context);
  if (runs.length !== 1) return undefined;
  const run = runs[0]!;
  const present = run.args[0]?.value;
  const bound = bindsOf(call, context);
  const isNamed =
    present?.kind === 'map' ||
    bound.some(
      ({ args }) => args[0]?.value.kind === 'literal' && typeof args[0].value.value === 'string',
    );
  if (bound.length > 0 && (present || !isNamed)) return undefined;
  return {
    driver,
    options: {
      mark: isNamed ? { kind: 'name', before: ':', after: '' } : { kind: '?' },
      ...(isNamed ? {} : { lists: 'spread' as const }),
      limitsStay: true,
      hasParams: present !== undefined || bound.length > 0,
      taken: [...presentNames(present), ...bound.flatMap(({ args }) => nameOf(args[0]?.value))],
    },
    bind: (values) => {
      if (bound.length > 0) return bindMore(run, values, context);
      if (present?.kind === 'map') {
        return intoMap(
          present,
          values.params.map((one) => `'${one.name}' => ${one.written}`),
        );
      }
      if (!present) return [insertAt(run.argsSpan.end - 1, arrayOf(values))];
      if (present.kind !== 'list' || values.list) return undefined;
      return insertAll(present.elements, values.params, undefined);
    },
  };
}

function nameOf(expr: Expr | undefined): readonly string[] {
  return expr?.kind === 'literal' ? [String(expr.value).replace(/^:/, '')] : [];
}

function bindMore(
  run: Call,
  { params, list }: Values,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const statement = ownLine(run, context);
  if (!statement || list || run.callee.kind !== 'member') return undefined;
  const name = source(context, run.callee.object);
  const lines = params.map((one) => `${name}->bindValue(':${one.name}', ${one.written});`);
  return [insertBefore(statement, lines, context)];
}

/** The variable that holds a prepared statement. */
function statementName(prepare: Call, context: RuleContext): string | undefined {
  const assign = nodesAt(context.module, prepare).findLast(
    (node) => node.kind === 'assign' && node.value === prepare,
  );
  return assign?.kind === 'assign' ? source(context, assign.target) : undefined;
}

function methodsOf(prepare: Call, method: RegExp, context: RuleContext): readonly Call[] {
  const name = statementName(prepare, context);
  return nodesAround(prepare, context).filter(
    (node): node is Call =>
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      method.test(node.callee.property) &&
      node.start >= prepare.start &&
      (node.callee.object === prepare ||
        (name !== undefined && source(context, node.callee.object) === name)),
  );
}

function runsOf(prepare: Call, context: RuleContext): readonly Call[] {
  return methodsOf(prepare, /^(?:execute|executeQuery|executeStatement)$/, context);
}

function bindsOf(prepare: Call, context: RuleContext): readonly Call[] {
  return methodsOf(prepare, /^(?:bindValue|bindParam)$/, context);
}

// ---------------------------------------------------------------------------------------------
// mysqli

/** Both forms: methods of an object, and functions that take it first. */
export function bindMysqli(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const name = calledName(call);
  const isMethod = call.callee.kind === 'member';
  const options = { mark: { kind: '?' }, lists: 'spread', numbers: true } as const;
  if (/^(?:mysqli_)?prepare$/.test(name)) return preparedMysqli(call, isMethod, context);
  if (!/^(?:mysqli_)?(?:query|execute_query)$/.test(name)) return undefined;
  return {
    driver: 'mysqli',
    options,
    bind: (values) => {
      const statement = placeBefore(call, context);
      const handle =
        isMethod && call.callee.kind === 'member' ? call.callee.object : call.args[0]?.value;
      if (!statement || !handle || (/execute_query$/.test(name) && values.params.length === 0))
        return undefined;
      const variable = freshStatement(call, context);
      const form = formOf(isMethod);
      const sql = rewrittenText(text, values.rewrite, context);
      const bound = bindLines(variable, values, form, context);
      const run = form.call(variable, 'execute', '');
      const lines = [`${variable} = ${form.prepare(source(context, handle), sql)};`, ...bound];
      if (!readsRows(values)) {
        return [insertBefore(statement, lines, context), replaced(call, run)];
      }
      return [
        insertBefore(statement, [...lines, `${run};`], context),
        replaced(call, form.call(variable, 'get_result', '')),
      ];
    },
  };
}

interface Form {
  prepare(handle: string, sql: string): string;
  call(variable: string, method: string, args: string): string;
}

function formOf(isMethod: boolean): Form {
  if (isMethod) {
    return {
      prepare: (handle, sql) => `${handle}->prepare(${sql})`,
      call: (variable, method, args) => `${variable}->${method}(${args})`,
    };
  }
  return {
    prepare: (handle, sql) => `mysqli_prepare(${handle}, ${sql})`,
    call: (variable, method, args) =>
      `mysqli_stmt_${method}(${args === '' ? variable : `${variable}, ${args}`})`,
  };
}

/** `bind_param` takes variables alone; other values get one first. */
function bindLines(
  variable: string,
  { params, list }: Values,
  form: Form,
  context: RuleContext,
): readonly string[] {
  if (list !== undefined) {
    const bound = form.call(variable, 'bind_param', `str_repeat('s', count(${list})), ...${list}`);
    return [`if (${list}) {`, `${indentUnit(context)}${bound};`, '}'];
  }
  const lines: string[] = [];
  const { types, values } = bindArguments(params, lines, context);
  const only = params.length === 1 && params[0]?.isList ? params[0] : undefined;
  if (only) {
    lines.push(
      `${form.call(variable, 'bind_param', `str_repeat('s', count(${only.written})), ...${only.written}`)};`,
    );
    return lines;
  }
  lines.push(`${form.call(variable, 'bind_param', `'${types}', ${values.join(', ')}`)};`);
  return lines;
}

function bindArguments(
  params: readonly Param[],
  lines: string[],
  context: RuleContext,
): { readonly types: string; readonly values: readonly string[] } {
  const taken = new Set<string>();
  const values = params.map((param) => {
    if (isVariable(param.written)) return param.written;
    const stem = param.written.match(/[A-Za-z]\w*(?=\W*$)/)?.[0] ?? 'value';
    let name = `$${freshName([`${stem}Value`, 'value'], param.node, context)}`;
    for (let n = 2; taken.has(name); n++) name = `$value${n}`;
    taken.add(name);
    lines.push(`${name} = ${param.written};`);
    return name;
  });
  return { types: params.map(({ kind }) => (kind === 'limit' ? 'i' : 's')).join(''), values };
}

function isVariable(written: string): boolean {
  return /^\$\w+(?:\[(?:'[^']*'|"[^"$]*"|\w+|\$\w+)\]|->\w+)*$/.test(written);
}

/** `$stmt = $mysqli->prepare(…)` with a built text. */
function preparedMysqli(call: Call, isMethod: boolean, context: RuleContext): Binding | undefined {
  const variable = statementName(call, context);
  if (variable === undefined) return undefined;
  const named = (method: string): readonly Call[] =>
    nodesAround(call, context).filter((node): node is Call =>
      isStatementCall(node, variable, method, context),
    );
  const runs = named('execute');
  const binds = named('bind_param');
  if (runs.length !== 1 || binds.length > 1) return undefined;
  const [bound] = binds;
  return {
    driver: 'mysqli',
    options: { mark: { kind: '?' }, lists: 'spread', numbers: true, hasParams: binds.length > 0 },
    bind: (values) => {
      const statement = ownLine(bound ?? runs[0]!, context);
      if (!statement || values.params.some(({ isList }) => isList && bound)) return undefined;
      if (!bound) {
        return [
          insertBefore(statement, bindLines(variable, values, formOf(isMethod), context), context),
        ];
      }
      const given = isMethod ? bound.args : bound.args.slice(1);
      const [types, ...present] = given;
      if (types?.value.kind !== 'literal' || typeof types.value.value !== 'string' || values.list)
        return undefined;
      const lines: string[] = [];
      const added = bindArguments(values.params, lines, context);
      let kinds = types.value.value;
      values.params.forEach(({ position }, i) => {
        kinds = kinds.slice(0, position) + added.types[i] + kinds.slice(position);
      });
      const inserted = insertAll(
        present,
        values.params.map(({ position }, i) => ({ written: added.values[i]!, position })),
        types,
      );
      const { start, end } = types.value;
      return (
        inserted && [
          ...(lines.length > 0 ? [insertBefore(statement, lines, context)] : []),
          { start, end, newText: kinds },
          ...inserted,
        ]
      );
    },
  };
}

function isStatementCall(
  node: Node,
  variable: string,
  method: string,
  context: RuleContext,
): boolean {
  if (node.kind !== 'call') return false;
  if (node.callee.kind === 'member') {
    return node.callee.property === method && source(context, node.callee.object) === variable;
  }
  const [first] = node.args;
  return (
    node.callee.kind === 'name' &&
    node.callee.name === `mysqli_stmt_${method}` &&
    first !== undefined &&
    source(context, first.value) === variable
  );
}

// ---------------------------------------------------------------------------------------------
// SQLite3

export function bindSqlite(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || !/^(?:query|exec|querySingle)$/.test(callee.property))
    return undefined;
  return {
    driver: 'SQLite3',
    options: { mark: { kind: '?' }, numbers: true },
    bind: (values) => {
      const statement = placeBefore(call, context);
      if (!statement || values.list) return undefined;
      const name = freshStatement(call, context);
      const sql = rewrittenText(text, values.rewrite, context);
      const lines = [
        `${name} = ${source(context, callee.object)}->prepare(${sql});`,
        ...values.params.map(
          ({ position, written }) => `${name}->bindValue(${position + 1}, ${written});`,
        ),
      ];
      const result = sqliteResult(call, `${name}->execute()`, context);
      return [insertBefore(statement, lines, context), replaced(call, result)];
    },
  };
}

/** https://www.php.net/manual/en/sqlite3.querysingle.php */
function sqliteResult(call: Call, run: string, context: RuleContext): string {
  if (calledName(call) !== 'querySingle') return run;
  const whole = call.args[1];
  if (whole && source(context, whole.value).toLowerCase() === 'true') {
    return `(${run}->fetchArray(SQLITE3_ASSOC) ?: [])`;
  }
  return `(${run}->fetchArray(SQLITE3_NUM)[0] ?? null)`;
}
