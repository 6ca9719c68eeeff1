import type { Site } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source, writtenSpan } from '../edits';
import type { RewriteOptions } from '../repairs/parameters/placeholders';
import type { RuleContext } from '../rule';
import {
  type Bind,
  type Binding,
  bindList,
  calledName,
  endOfText,
  insertAll,
  insertAt,
  presentParams,
  type Values,
} from './binding';

/** How Active Record and the drivers of Ruby take values. */
export const bindRuby: Bind = (site, call, text, context) => {
  const { driver } = site.spec?.data ?? {};
  const name = calledName(call);
  switch (driver === 'unknown' ? driverOf(call, name, context) : driver) {
    case 'active-record':
      return activeRecord(call, text, name, context);
    case 'pg':
      return postgres(site, call, text, name);
    case 'mysql2':
      return mysql(call, text, name, context);
    case 'sqlite3':
      return listed('sqlite3', site, call, text);
    case 'sequel':
      return spread('Sequel', call, text, isSequelFragment(name) ? conditions : '');
    default:
      return undefined;
  }
};

/** The library of a connection that another file gives, by what this one says of it. */
function driverOf(call: Call, name: string, { text }: RuleContext): string | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const receiver = text.slice(callee.object.start, callee.object.end);
  if (/^(?:select_\w+|exec_(?:query|update|delete|insert))$/.test(name)) return 'active-record';
  if (/(?:^|\.)connection$/.test(receiver)) return 'active-record';
  if (/^exec(?:_params)?$/.test(name)) return 'pg';
  if (/\bSQLite3\b/.test(text)) return 'sqlite3';
  if (/\bMysql2\b/.test(text)) return 'mysql2';
  return /\bPG\b/.test(text) ? 'pg' : undefined;
}

const conditions = 'SELECT x FROM t WHERE ';

function isSequelFragment(name: string): boolean {
  return /^(?:where|exclude|having|lit)$/.test(name);
}

/** Values as arguments behind the text. */
function spread(driver: string, call: Call, text: Expr, before: string): Binding {
  return {
    driver,
    options: { mark: { kind: '?' }, before, lists: 'nested' },
    bind: (values) => bindList(call, text, undefined, 'spread', values),
  };
}

/** Values in an array behind the text. */
function listed(driver: string, site: Site, call: Call, text: Expr): Binding {
  const present = presentParams(site);
  return {
    driver,
    options: { mark: { kind: '?' }, lists: 'spread', hasParams: present !== undefined },
    bind: (values) => bindList(call, text, present, 'array', values),
  };
}

// ---------------------------------------------------------------------------------------------
// Drivers

function postgres(site: Site, call: Call, text: Expr, name: string): Binding | undefined {
  const to = {
    exec: 'exec_params',
    query: 'exec_params',
    async_exec: 'async_exec_params',
    sync_exec: 'sync_exec_params',
    send_query: 'send_query_params',
  }[name];
  if (to === undefined && !/_params$/.test(name)) return undefined;
  const present = presentParams(site);
  return {
    driver: 'pg',
    options: { mark: { kind: '$' }, lists: 'any', hasParams: present !== undefined },
    bind: (values) => {
      const bound = bindList(call, text, present, 'array', values);
      return bound && (to ? [...bound, renamed(call, to)] : bound);
    },
  };
}

function renamed({ callee }: Call, name: string): TextEdit {
  const span = callee.kind === 'member' ? callee.propertySpan : callee;
  return { start: span.start, end: span.end, newText: name };
}

/** `client.prepare('… ?').execute(value)`. */
function mysql(call: Call, text: Expr, name: string, context: RuleContext): Binding | undefined {
  if (name !== 'query' || call.args.length !== 1) return undefined;
  return {
    driver: 'mysql2',
    options: { mark: { kind: '?' }, lists: 'spread', numbers: true },
    bind: (values) => {
      const bound = values.list ? `*${values.list}` : values.params.map(argument).join(', ');
      return endOfText(text, context) < text.end
        ? undefined
        : [renamed(call, 'prepare'), insertAt(call.end, `.execute(${bound})`)];
    },
  };
}

function argument({ written, isList }: Values['params'][number]): string {
  return isList ? `*${written}` : written;
}

// ---------------------------------------------------------------------------------------------
// Active Record

/** SQL in front of what a method takes. */
const fragments: Readonly<Record<string, string>> = {
  where: conditions,
  not: conditions,
  having: 'SELECT x FROM t HAVING ',
  conditions,
  joins: 'SELECT x FROM t ',
  from: 'SELECT x FROM ',
  select: 'SELECT ',
  order: 'SELECT x FROM t ORDER BY ',
  reorder: 'SELECT x FROM t ORDER BY ',
  group: 'SELECT x FROM t GROUP BY ',
  delete_all: conditions,
  destroy_all: conditions,
  find_by: conditions,
  'find_by!': conditions,
  'exists?': conditions,
  first: conditions,
  last: conditions,
  take: conditions,
  update_all: 'UPDATE t SET ',
};

function activeRecord(
  call: Call,
  text: Expr,
  name: string,
  context: RuleContext,
): Binding | undefined {
  const option = optionOf(call, text);
  const fragment = fragments[option ?? name];
  const list = listAround(call, text);
  const nested = { mark: { kind: '?' }, lists: 'nested' } as const;
  const options: RewriteOptions = {
    ...nested,
    before: fragment ?? '',
    hasParams: list !== undefined,
  };
  if (list) {
    const first = list.elements[0];
    if (!first || (text !== list && !within(first.value, text))) return undefined;
    return {
      driver: 'Active Record',
      text: first.value,
      options,
      bind: (values) =>
        values.list === undefined
          ? insertAll(list.elements.slice(1), values.params, first)
          : undefined,
    };
  }
  // Values stand behind the text in these; elsewhere a list has both.
  if (option === undefined && /^(?:where|not|having|find_by!?)$/.test(name)) {
    return {
      driver: 'Active Record',
      options,
      bind: (values) => bindList(call, text, undefined, 'spread', values),
    };
  }
  if (option !== undefined || /^(?:find_by_sql|count_by_sql|exists\?|update_all)$/.test(name)) {
    if (option !== undefined && !/^(?:conditions|having)$/.test(option)) {
      // A name of a column or table is all that can be made safe here.
      return { driver: 'Active Record', options, bind: () => undefined };
    }
    return { driver: 'Active Record', options, bind: (values) => bracketed(text, values) };
  }
  if (
    /^(?:order|reorder|select|group|from|joins|execute|delete_all|destroy_all|first|last|take)$/.test(
      name,
    )
  ) {
    return sanitized(call, text, name, options, context);
  }
  if (/^(?:select_\w+|exec_\w+|insert|update|delete|query)$/.test(name)) {
    return sanitized(call, text, name, options, context);
  }
  return undefined;
}

function within(outer: Expr, inner: Expr): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The name of the option of a finder that the text is: `:conditions => "…"`. */
function optionOf({ args }: Call, text: Expr): string | undefined {
  for (const { name, value } of args) {
    if (name !== undefined && within(value, text)) return name;
    if (value.kind !== 'map') continue;
    const entry = value.entries.find((one) => within(one.value, text));
    if (entry?.key?.kind === 'literal') return String(entry.key.value);
  }
  return undefined;
}

/** `["… ?", value]`, with the text as its first element. */
function listAround({ args }: Call, text: Expr): (Expr & { kind: 'list' }) | undefined {
  for (const { value } of args) {
    if (value.kind === 'list' && within(value, text)) return value;
    if (value.kind !== 'map') continue;
    const entry = value.entries.find((one) => within(one.value, text));
    if (entry?.value.kind === 'list') return entry.value;
  }
  return undefined;
}

function bracketed(text: Expr, { params, list, context }: Values): readonly TextEdit[] {
  const values = list === undefined ? params.map(({ written }) => written).join(', ') : `*${list}`;
  return [
    insertAt(writtenSpan(context, text).start, '['),
    insertAt(endOfText(text, context), `, ${values}]`),
  ];
}

/**
 * What takes a text alone gets one that Active Record has filled in and quoted; conditions of records
 * that are found, deleted or counted go through `where`.
 */
function sanitized(
  call: Call,
  text: Expr,
  name: string,
  options: RewriteOptions,
  context: RuleContext,
): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  if (/^(?:delete_all|destroy_all|first|last|take)$/.test(name)) {
    const { start, end } = callee.propertySpan;
    return {
      driver: 'Active Record',
      options,
      bind: (values) => {
        const bound = bindList(call, text, undefined, 'spread', values);
        return (
          bound && [{ start, end, newText: 'where' }, ...bound, insertAt(call.end, `.${name}`)]
        );
      },
    };
  }
  // Only classes have it.
  const owner = /^[A-Z][\w:]*/.exec(source(context, callee.object))?.[0];
  const sanitizer = `${owner ?? 'ActiveRecord::Base'}.sanitize_sql_array`;
  return {
    driver: 'sanitize_sql_array',
    options,
    bind: (values) => {
      const [open, close] = bracketed(text, values);
      return (
        open &&
        close && [
          { ...open, newText: `${sanitizer}([` },
          { ...close, newText: `${close.newText})` },
        ]
      );
    },
  };
}
