import type { Site } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import { nodesAt, source } from '../edits';
import { importFrom } from '../repairs/imports';
import type { Mark } from '../repairs/parameters/placeholders';
import type { RuleContext } from '../rule';
import {
  type Bind,
  type Binding,
  bindList,
  calledName,
  insertAt,
  intoMap,
  presentNames,
  presentParams,
  type Values,
} from './binding';

/** How the drivers and builders of Python take values. */
export const bindPython: Bind = (site, call, text, context) => {
  const { driver, placeholder, params, form } = site.spec?.data ?? {};
  if (driver === 'unknown') return alike(site, call, text, context);
  if (driver === 'sqlalchemy') return alchemy(site, call, text, context);
  const mark = placeholder === undefined ? undefined : marks[placeholder];
  if (!mark || driver === undefined) return undefined;
  if (mark.kind === 'name') return named(site, call, text, driver);
  if (form === 'fragment' && driver !== 'peewee' && driver !== 'django') return undefined;
  const style = styles[params ?? ''];
  if (!style) return undefined;
  // The first takes no values, the second a list of them, the third none yet.
  if (/^(?:executescript|executemany|prepare)$/.test(calledName(call))) return undefined;
  return listed(
    site,
    call,
    text,
    driver,
    mark,
    style,
    form === 'fragment' ? 'SELECT x FROM t WHERE ' : '',
  );
};

const marks: Readonly<Record<string, Mark>> = {
  '?': { kind: '?' },
  '%s': { kind: '%s' },
  $n: { kind: '$' },
  ':name': { kind: 'name', before: ':', after: '' },
};

const styles: Readonly<Record<string, 'array' | 'tuple' | 'spread'>> = {
  list: 'array',
  tuple: 'tuple',
  spread: 'spread',
};

function listed(
  site: Site,
  call: Call,
  text: Expr,
  driver: string,
  mark: Mark,
  style: 'array' | 'tuple' | 'spread',
  before = '',
): Binding {
  const present = style === 'spread' ? undefined : presentParams(site);
  // `%(name)s` goes with a map.
  const byName = present?.kind === 'map' && mark.kind === '%s';
  return {
    driver,
    options: {
      mark: byName ? { kind: 'name', before: '%(', after: ')s' } : mark,
      before,
      hasParams: present !== undefined,
      lists: mark.kind === '$' ? 'any' : 'spread',
      numbers: driver === 'mysql' || driver === 'django',
      strict: driver === 'asyncpg',
      taken: presentNames(present),
    },
    bind: (values) => {
      if (byName) {
        return intoMap(
          present,
          values.params.map(({ name, written }) => `'${name}': ${written}`),
        );
      }
      return bindList(call, text, present, style, values);
    },
  };
}

/** Oracle and `databases`: `:name`, with a map. */
function named(site: Site, call: Call, text: Expr, driver: string): Binding | undefined {
  const present = presentParams(site);
  return {
    driver,
    options: { mark: { kind: 'name', before: ':', after: '' }, taken: presentNames(present) },
    bind: (values) => bindMap(call, text, present, values),
  };
}

function bindMap(call: Call, text: Expr, present: Expr | undefined, { params, list }: Values) {
  if (list) return undefined;
  const entries = params.map(({ name, written }) => `'${name}': ${written}`);
  if (present) return intoMap(present, entries);
  const arg = call.args.find(({ value }) => value.start <= text.start && text.end <= value.end);
  return arg && [insertAt(arg.end, `, {${entries.join(', ')}}`)];
}

/** `text('… :name')` with a map behind it in `execute`, else with `.bindparams(name=value)`. */
function alchemy(site: Site, call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const name = calledName(call);
  const isText = site.spec?.data?.params === 'bind';
  if (site.spec?.data?.form === 'fragment') return undefined;
  const mark = { kind: 'name', before: ':', after: '' } as const;
  if (!isText) {
    // The text of a driver: its placeholders are not known. SQLAlchemy 2 takes no texts elsewhere.
    if (name === 'exec_driver_sql') return undefined;
    const present = presentParams(site);
    const wrapped = textFunction(context);
    return {
      driver: 'SQLAlchemy',
      options: { mark, taken: presentNames(present) },
      bind: (values) => {
        const bound = bindMap(call, text, present, values);
        if (!bound) return undefined;
        const insideCall = call.args.find(({ value }) => value === text);
        if (!insideCall) return undefined;
        const close = bound.map((edit) =>
          edit.start === insideCall.end ? { ...edit, newText: `)${edit.newText}` } : edit,
        );
        const closes = bound.some(({ start }) => start === insideCall.end);
        return [
          insertAt(text.start, `${wrapped.name}(`),
          ...close,
          ...(closes ? [] : [insertAt(text.end, ')')]),
          ...wrapped.edits,
        ];
      },
    };
  }
  const outer = nodesAt(context.module, call).findLast(
    (node): node is Call =>
      node.kind === 'call' &&
      node.args[0]?.value === call &&
      /^(?:execute|scalar|scalars|stream|read_sql|read_sql_query)$/.test(calledName(node)),
  );
  const second = outer?.args[1];
  const present =
    second?.name === undefined || second.name === 'params' ? second?.value : undefined;
  return {
    driver: 'SQLAlchemy',
    options: { mark, taken: presentNames(present) },
    bind: (values) => {
      if (
        outer &&
        (!second || present?.kind === 'map') &&
        /^(?:execute|scalar|scalars|stream)$/.test(calledName(outer))
      ) {
        return bindMap(outer, call, present, values);
      }
      if (values.list) return undefined;
      const bound = values.params.map((one) => `${one.name}=${one.written}`).join(', ');
      return [insertAt(call.end, `.bindparams(${bound})`)];
    },
  };
}

/** What the file calls SQLAlchemy's `text`. */
function textFunction(context: RuleContext) {
  return importFrom(context, 'sqlalchemy', 'text');
}

/** A cursor of another file: other calls of this file show its placeholders. */
function alike(site: Site, call: Call, text: Expr, context: RuleContext): Binding | undefined {
  if (!/^(?:execute|executemany)$/.test(calledName(call))) return undefined;
  const all = context.text;
  const known = drivers.find(({ module }) => module.test(all));
  const shown = /\.execute\(\s*f?(?:'''|"""|['"])[^'"]*?(\?|%s)[^'"]*(?:'''|"""|['"])\s*,/.exec(
    all,
  )?.[1];
  const mark = shown === '?' ? '?' : (shown ?? known?.mark);
  if (mark === undefined) return undefined;
  return listed(
    site,
    call,
    text,
    known?.name ?? source(context, call.callee),
    marks[mark]!,
    'tuple',
  );
}

/** Modules whose connections a file may get from another one. */
const drivers = [
  { module: /\bimport sqlite3\b|\bfrom sqlite3\b/, mark: '?', name: 'sqlite3' },
  { module: /\b(?:import|from) psycopg2?\b/, mark: '%s', name: 'psycopg' },
  {
    module: /\b(?:import|from) (?:pymysql|MySQLdb|mysql\.connector|flask_mysqldb)\b/,
    mark: '%s',
    name: 'mysql',
  },
  { module: /\bfrom django\.db\b/, mark: '%s', name: 'django' },
] as const;
