import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import type { RuleContext } from '../rule';
import {
  argumentAt,
  type Bind,
  type Binding,
  bindList,
  calledName,
  insertAll,
  insertAt,
  intoMap,
  presentNames,
  type Values,
} from './binding';
import { bindMysqli, bindPdo, bindPreparedPdo, bindSqlite } from './phpStatements';

/** How the extensions, frameworks and builders of PHP take values. */
export const bindPhp: Bind = (site, call, text, context) => {
  const name = calledName(call);
  const { driver, form } = site.spec?.data ?? {};
  if (form === 'fragment') return fragment(call, text, context) ?? doctrineBuilder(call, text);
  switch (driver === 'unknown' ? driverOf(call, context) : driver) {
    case 'pdo':
      return name === 'prepare'
        ? bindPreparedPdo('PDO', call, context)
        : bindPdo(call, text, context);
    case 'mysqli':
      return bindMysqli(call, text, context);
    case 'pgsql':
      return postgres(call, text, name);
    case 'sqlite3':
      return bindSqlite(call, text, context);
    case 'wpdb':
      return wordpress(call, name, context);
    case 'laravel':
      return laravel(call, text, name, context);
    case 'doctrine':
      return doctrine(call);
    case 'dbal':
      return name === 'prepare'
        ? bindPreparedPdo('Doctrine DBAL', call, context)
        : dbal(call, text, name);
    case 'codeigniter':
      return list('CodeIgniter', call, text, {});
    default:
      return form === undefined && driver === 'unknown' ? anyHandle(call, name) : undefined;
  }
};

/**
 * A handle of an unknown library, whose result is thrown away: PDO and, since PHP 8.1, mysqli have
 * both methods: https://www.php.net/manual/en/mysqli-stmt.execute.php
 */
function anyHandle(call: Call, name: string): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || !/^(?:query|exec|execute)$/.test(name)) return undefined;
  if (call.args.length !== 1) return undefined;
  return {
    driver: 'prepare, execute',
    options: { mark: { kind: '?' } },
    isGuess: true,
    bind: ({ params, list: variable, context }) => {
      const isAlone = nodesAt(context.module, call).some(
        (node) => node.kind === 'expr' && node.expr === call,
      );
      if (!isAlone) return undefined;
      const values = variable ?? `[${params.map(({ written }) => written).join(', ')}]`;
      return [renamed(call, 'prepare'), insertAt(call.end, `->execute(${values})`)];
    },
  };
}

/** The library of a handle that another file gives, by what this one says of it. */
function driverOf(call: Call, { text }: RuleContext): string | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const receiver = text.slice(callee.object.start, callee.object.end);
  if (/\$wpdb$/.test(receiver)) return 'wpdb';
  if (/mysqli$/i.test(receiver)) return 'mysqli';
  if (/pdo$/i.test(receiver)) return 'pdo';
  if (/\bCI_(?:Model|Controller)\b|\bCodeIgniter\\/.test(text)) return 'codeigniter';
  if (/\bDoctrine\\|->getDoctrine\(|->getEntityManager\(/.test(text)) {
    return /^create(?:Native)?Query$/.test(callee.property) ? 'doctrine' : 'dbal';
  }
  const hasPdo = /\bnew \\?PDO\b|\bPDO::/.test(text);
  const hasMysqli = /\bnew \\?mysqli\b|\bmysqli_connect\(/.test(text);
  if (hasPdo !== hasMysqli) return hasPdo ? 'pdo' : 'mysqli';
  return undefined;
}

/** Values in an array behind the text. */
function list(
  driver: string,
  call: Call,
  text: Expr,
  more: Partial<Binding['options']>,
  edits: readonly TextEdit[] = [],
): Binding {
  const textArg = call.args.findIndex(
    ({ value }) => value.start <= text.start && text.end <= value.end,
  );
  const present = call.args[textArg + 1]?.value;
  const isNamed = present?.kind === 'map';
  return {
    driver,
    options: {
      mark: isNamed ? { kind: 'name', before: ':', after: '' } : { kind: '?' },
      ...(isNamed ? {} : { lists: 'spread' as const }),
      taken: presentNames(present),
      hasParams: present !== undefined,
      ...more,
    },
    text,
    bind: (values) => {
      if (isNamed) {
        const entries = values.params.map((one) => `'${one.name}' => ${one.written}`);
        const added = intoMap(present, entries);
        return added && [...added, ...edits];
      }
      const added = bindList(call, text, present, 'array', values);
      return added && [...added, ...edits];
    },
  };
}

function renamed({ callee }: Call, name: string): TextEdit {
  const span = callee.kind === 'member' ? callee.propertySpan : callee;
  return { start: span.start, end: span.end, newText: name };
}

// ---------------------------------------------------------------------------------------------
// PostgreSQL, WordPress

function postgres(call: Call, text: Expr, name: string): Binding | undefined {
  const options = { mark: { kind: '$' }, lists: 'any' } as const;
  const already = /_params$/.test(name);
  const to = {
    pg_query: 'pg_query_params',
    pg_exec: 'pg_query_params',
    pg_send_query: 'pg_send_query_params',
  }[name];
  if (!already && to === undefined) return undefined;
  const present = already ? argumentAt(call, call.args.length - 1)?.value : undefined;
  return {
    driver: 'pg_query_params',
    options: { ...options, hasParams: already },
    bind: (values) => {
      const added = bindList(call, text, present === text ? undefined : present, 'array', values);
      return added && (to ? [...added, renamed(call, to)] : added);
    },
  };
}

/** `$wpdb->get_row($wpdb->prepare('… %s', $value))`: https://developer.wordpress.org/reference/classes/wpdb/prepare/ */
function wordpress(call: Call, name: string, context: RuleContext): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const options = { mark: { kind: '%s' }, numberMark: '%d', lists: 'spread' } as const;
  const textArg = call.args[0];
  if (!textArg) return undefined;
  if (name === 'prepare') {
    return {
      driver: '$wpdb->prepare',
      options: { ...options, hasParams: call.args.length > 1 },
      bind: ({ params, list: variable }) => {
        if (variable)
          return [insertAt(textArg.end, `, ${variable}`)].filter(() => call.args.length === 1);
        return insertAll(call.args.slice(1), params.map(spreadOf), textArg);
      },
    };
  }
  const handle = source(context, callee.object);
  const space = /^\(\s/.test(context.text.slice(call.argsSpan.start, call.argsSpan.start + 2))
    ? ' '
    : '';
  return {
    driver: '$wpdb->prepare',
    options,
    bind: ({ params, list: variable }) => {
      const values = variable ?? params.map((one) => spreadOf(one).written).join(', ');
      return [
        insertAt(textArg.start, `${handle}->prepare(${space}`),
        insertAt(textArg.end, `, ${values}${space})`),
      ];
    },
  };
}

function spreadOf(param: Values['params'][number]): { written: string; position: number } {
  const { written, position, isList } = param;
  return { written: isList ? `...${written}` : written, position };
}

// ---------------------------------------------------------------------------------------------
// Laravel

/** Methods that take conditions as text, by the SQL in front of them. */
const rawMethods: Readonly<Record<string, string>> = {
  whereRaw: 'SELECT x FROM t WHERE ',
  orWhereRaw: 'SELECT x FROM t WHERE ',
  havingRaw: 'SELECT x FROM t HAVING ',
  orHavingRaw: 'SELECT x FROM t HAVING ',
  orderByRaw: 'SELECT x FROM t ORDER BY ',
  groupByRaw: 'SELECT x FROM t GROUP BY ',
  selectRaw: 'SELECT ',
  fromRaw: 'SELECT x FROM ',
};

/** Methods whose text may be marked as SQL, and those that take such a text with its values. */
const withRaw: Readonly<Record<string, string>> = {
  where: 'whereRaw',
  orWhere: 'orWhereRaw',
  having: 'havingRaw',
  orderBy: 'orderByRaw',
  groupBy: 'groupByRaw',
  select: 'selectRaw',
};

function laravel(call: Call, text: Expr, name: string, context: RuleContext): Binding | undefined {
  const inner = rawText(text);
  if (inner) return unwrapped(call, text, inner, name, context);
  const edits = name === 'unprepared' ? [renamed(call, 'statement')] : [];
  return list('Laravel', call, text, { numbers: true }, edits);
}

/** The text of `DB::raw(…)`. */
function rawText(expr: Expr): Expr | undefined {
  if (expr.kind !== 'call' || calledName(expr) !== 'raw' || expr.args.length !== 1)
    return undefined;
  return expr.args[0]?.value;
}

/** `DB::select(DB::raw('…'))`: the mark goes, so that the values can come. */
function unwrapped(
  call: Call,
  raw: Expr,
  inner: Expr,
  name: string,
  context: RuleContext,
): Binding | undefined {
  const isStatement =
    /^(?:select|selectOne|statement|insert|update|delete|scalar)$/.test(name) &&
    isDb(call, context);
  const to = isStatement ? name : withRaw[name];
  if (to === undefined || call.args.length !== 1) return undefined;
  return {
    driver: 'Laravel',
    text: inner,
    options: {
      mark: { kind: '?' },
      before: isStatement ? '' : (rawMethods[to] ?? ''),
      lists: 'spread',
      numbers: true,
    },
    bind: ({ params, list: variable }) => {
      const values = variable ?? `[${params.map((one) => spreadOf(one).written).join(', ')}]`;
      return [
        ...(isStatement ? [] : [renamed(call, to)]),
        { start: raw.start, end: inner.start, newText: '' },
        { start: inner.end, end: raw.end, newText: `, ${values}` },
      ];
    },
  };
}

function isDb({ callee }: Call, context: RuleContext): boolean {
  return (
    callee.kind === 'member' && /\bDB$|connection\([^)]*\)$/.test(source(context, callee.object))
  );
}

function fragment(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const name = calledName(call);
  if (name === 'raw') {
    const outer = nodesAt(context.module, call).findLast(
      (node): node is Call => node.kind === 'call' && node !== call && node.args[0]?.value === call,
    );
    return outer && unwrapped(outer, call, text, calledName(outer), context);
  }
  const inner = rawText(text);
  if (inner) return unwrapped(call, text, inner, name, context);
  const before = rawMethods[name];
  if (before === undefined) return undefined;
  return list('Laravel', call, text, { before, numbers: true });
}

// ---------------------------------------------------------------------------------------------
// Doctrine

/** `createQuery('… :name')->setParameter('name', $value)`. */
function doctrine(call: Call): Binding {
  return {
    driver: 'Doctrine',
    options: { mark: { kind: 'name', before: ':', after: '' }, lists: 'nested' },
    bind: setParameters(call),
  };
}

function setParameters(call: Call): Binding['bind'] {
  return ({ params, list: variable }) => {
    if (variable) return undefined;
    const calls = params.map(({ name, written }) => `->setParameter('${name}', ${written})`);
    return [insertAt(call.end, calls.join(''))];
  };
}

function doctrineBuilder(call: Call, text: Expr): Binding | undefined {
  if (!/^(?:where|andWhere|orWhere|having|andHaving|orHaving)$/.test(calledName(call)))
    return undefined;
  return {
    driver: 'Doctrine',
    text,
    options: {
      mark: { kind: 'name', before: ':', after: '' },
      before: 'SELECT x FROM t WHERE ',
      lists: 'nested',
    },
    bind: setParameters(call),
  };
}

function dbal(call: Call, text: Expr, name: string): Binding | undefined {
  // `query` and `exec` take no values.
  const to = { query: 'executeQuery', exec: 'executeStatement' }[name];
  return list('Doctrine DBAL', call, text, { limitsStay: true }, to ? [renamed(call, to)] : []);
}
