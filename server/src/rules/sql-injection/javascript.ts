import type { Site } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importModule } from '../repairs/imports';
import type { Mark } from '../repairs/parameters/placeholders';
import { ownLine } from '../repairs/statements';
import type { RuleContext } from '../rule';
import {
  type Bind,
  type Binding,
  bindList,
  calledName,
  insertAt,
  intoList,
  intoMap,
  nodesAround,
  presentNames,
  presentParams,
} from './binding';

/** How the drivers and builders of JavaScript take values. */
export const bindJavaScript: Bind = (site, call, text, context) => {
  const driver = site.spec?.data?.driver;
  switch (driver) {
    case 'pg':
      return listed(site, call, text, 'pg', { kind: '$' }, 'any');
    case 'mysql2':
      return mysql(site, call, text, context);
    case 'sqlite3':
      return sqlite3(site, call, text);
    case 'better-sqlite3':
      return betterSqlite3(call, context);
    case 'knex':
      return listed(site, call, text, 'knex', { kind: '?' }, 'spread');
    case 'mssql':
      return mssql(call, context);
    case 'tedious':
      return tedious(call, context);
    case 'sequelize':
      return sequelize(site, call, text);
    case 'typeorm':
      return typeorm(site, call, text, context);
    case 'prisma':
      return prisma(call, text);
    default:
      return site.spec?.data?.form === 'fragment'
        ? fragment(site, call, text)
        : alike(site, call, text, context);
  }
};

/** Values in an array behind the text. */
function listed(
  site: Site,
  call: Call,
  text: Expr,
  driver: string,
  mark: Mark,
  lists: 'any' | 'nested' | 'spread',
  numbers = false,
): Binding {
  const config = configOf(call, text);
  const present = config ? entryOf(config, 'values') : presentParams(site);
  return {
    driver,
    options: { mark, lists, numbers, hasParams: present !== undefined },
    bind: (values) => {
      if (!config) return bindList(call, text, present, 'array', values);
      if (present) return values.list ? undefined : intoList(present, values.params, 'array');
      const written = values.list ?? `[${values.params.map((one) => one.written).join(', ')}]`;
      return intoMap(config, [`values: ${written}`]);
    },
  };
}

/** `{ text: '…', values: […] }`: https://node-postgres.com/apis/client#clientquery */
function configOf(call: Call, text: Expr): (Expr & { kind: 'map' }) | undefined {
  const [first] = call.args;
  if (first?.value.kind !== 'map') return undefined;
  return first.value.entries.some(({ value }) => value === text) ? first.value : undefined;
}

function entryOf(config: Expr & { kind: 'map' }, key: string): Expr | undefined {
  return config.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === key)
    ?.value;
}

function mysql(site: Site, call: Call, text: Expr, { text: all }: RuleContext): Binding {
  const module = /['"](mysql2?|mariadb|promise-mysql)(?:\/promise)?['"]/.exec(all)?.[1] ?? 'mysql2';
  // `execute` prepares the statement, and takes no lists.
  const lists = calledName(call) === 'execute' ? 'spread' : 'nested';
  return listed(site, call, text, module, { kind: '?' }, lists, true);
}

function sqlite3(site: Site, call: Call, text: Expr): Binding {
  const binding = listed(site, call, text, 'sqlite3', { kind: '?' }, 'spread');
  if (calledName(call) !== 'exec') return binding;
  // `exec` takes no values; `run` runs one statement.
  return {
    ...binding,
    bind: (values) => {
      if (values.rewrite.assembly.texts.flat().some(hasSeveralStatements)) return undefined;
      const edits = binding.bind(values);
      return edits && [...edits, renamed(call, 'run')];
    },
  };
}

function hasSeveralStatements(piece: { kind: string; node: Expr }): boolean {
  return piece.node.kind === 'literal' && /;\s*\S/.test(String(piece.node.value));
}

function renamed(call: Call, name: string): TextEdit {
  const { callee } = call;
  const span = callee.kind === 'member' ? callee.propertySpan : callee;
  return { start: span.start, end: span.end, newText: name };
}

/** The values go to the call that runs the prepared statement. */
function betterSqlite3(call: Call, context: RuleContext): Binding | undefined {
  const options = { mark: { kind: '?' }, lists: 'spread' } as const;
  if (calledName(call) === 'exec') {
    return {
      driver: 'better-sqlite3',
      options,
      bind: ({ params, list, rewrite }) => {
        if (rewrite.assembly.texts.flat().some(hasSeveralStatements)) return undefined;
        const written = list ? `...${list}` : params.map((one) => spreadOf(one)).join(', ');
        return [renamed(call, 'prepare'), insertAt(call.end, `.run(${written})`)];
      },
    };
  }
  const target = runningCall(call, context);
  if (!target) return undefined;
  return {
    driver: 'better-sqlite3',
    options,
    bind: ({ params, list }) => {
      if (target.args.some(({ value, spread }) => value.kind === 'map' || spread)) return undefined;
      if (list)
        return target.args.length > 0 ? undefined : [insertAt(target.end - 1, `...${list}`)];
      if (target.args.length === 0) {
        return [insertAt(target.end - 1, params.map((one) => spreadOf(one)).join(', '))];
      }
      return bindPositions(
        target,
        params.map((one) => ({ written: spreadOf(one), position: one.position })),
      );
    },
  };
}

function spreadOf({ written, isList }: { written: string; isList: boolean }): string {
  return isList ? `...${written}` : written;
}

function bindPositions(
  { args }: Call,
  values: readonly { readonly written: string; readonly position: number }[],
): readonly TextEdit[] {
  return values.map(({ written, position }, added) => {
    const at = Math.min(position - added, args.length);
    const before = args[at - 1];
    return before ? insertAt(before.end, `, ${written}`) : insertAt(args[0]!.start, `${written}, `);
  });
}

/** The call of `get`, `all`, `run` or `iterate` on a prepared statement, in the chain or by its name. */
function runningCall(prepare: Call, context: RuleContext): Call | undefined {
  const runs = (node: { kind: string }, of: (object: Expr) => boolean): node is Call => {
    const call = node as Call;
    return (
      call.kind === 'call' &&
      call.callee.kind === 'member' &&
      /^(?:get|all|run|iterate)$/.test(call.callee.property) &&
      of(call.callee.object)
    );
  };
  const path = nodesAt(context.module, prepare);
  const chained = path.find((node) => runs(node, (object) => object === prepare));
  if (chained?.kind === 'call') return chained;
  const assign = path.find((node) => node.kind === 'assign' && node.value === prepare);
  if (assign?.kind !== 'assign' || assign.target.kind !== 'name') return undefined;
  const { name } = assign.target;
  const calls = nodesAround(prepare, context).filter((node): node is Call =>
    runs(node, (object) => object.kind === 'name' && object.name === name),
  );
  return calls.length === 1 ? calls[0] : undefined;
}

/** `request.input('name', value).query('… @name')`. */
function mssql(call: Call, context: RuleContext): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const { object } = callee;
  const receiver = source(context, object);
  const taken = [...receiver.matchAll(/\.input\(\s*['"](\w+)/g)].map(([, name]) => name!);
  // https://tediousjs.github.io/node-mssql/#input-name-type-value
  const request = /request|^req$/i.test(receiver)
    ? ''
    : /^(?:sql|mssql)$/.test(receiver)
      ? `new ${receiver}.Request()`
      : `${receiver}.request()`;
  return {
    driver: 'mssql',
    options: { mark: { kind: 'name', before: '@', after: '' }, taken },
    bind: ({ params, list }) => {
      if (list) return undefined;
      const inputs = params.map(({ name, written }) => `.input('${name}', ${written})`).join('');
      if (request === '') return [insertAt(object.end, inputs)];
      return [{ start: object.start, end: object.end, newText: request + inputs }];
    },
  };
}

/** `request.addParameter('name', TYPES.NVarChar, value)` behind `new Request('… @name')`. */
function tedious(call: Call, context: RuleContext): Binding | undefined {
  const path = nodesAt(context.module, call);
  const assign = path.findLast((node) => node.kind === 'assign' && node.value === call);
  const statement = ownLine(call, context);
  if (assign?.kind !== 'assign' || assign.target.kind !== 'name' || !statement) return undefined;
  const { name: request } = assign.target;
  return {
    driver: 'tedious',
    options: { mark: { kind: 'name', before: '@', after: '' } },
    bind: ({ params, list }) => {
      if (list) return undefined;
      const types = /\bTYPES\b/.test(context.text)
        ? { name: 'TYPES', edits: [] }
        : (() => {
            const module = importModule(context, 'tedious', 'tedious');
            return { name: `${module.name}.TYPES`, edits: module.edits };
          })();
      const indent = /[ \t]*$/.exec(context.text.slice(0, statement.start))?.[0] ?? '';
      const lines = params.map(
        ({ name, written }) =>
          `\n${indent}${request}.addParameter('${name}', ${types.name}.NVarChar, ${written});`,
      );
      const end = context.text[statement.end] === ';' ? statement.end + 1 : statement.end;
      return [insertAt(end, lines.join('')), ...types.edits];
    },
  };
}

/** `{ replacements: { name: value } }`: https://sequelize.org/docs/v6/core-concepts/raw-queries/#replacements */
function sequelize(site: Site, call: Call, text: Expr): Binding | undefined {
  const options = presentParams(site);
  if (options && options.kind !== 'map') return undefined;
  const present = options && entryOf(options, 'replacements');
  if (options && entryOf(options, 'bind')) return undefined;
  const isList = present?.kind === 'list';
  return {
    driver: 'sequelize',
    options: {
      mark: isList ? { kind: '?' } : { kind: 'name', before: ':', after: '' },
      lists: 'nested',
      taken: presentNames(present),
    },
    bind: ({ params, list }) => {
      if (list) return undefined;
      if (isList) return intoList(present, params, 'array');
      const entries = params.map(({ name, written }) => entry(name, written));
      if (present) return intoMap(present, entries);
      const added = `replacements: { ${entries.join(', ')} }`;
      if (options) return intoMap(options, [added]);
      return [insertAt(text.end, `, { ${added} }`)].filter(() => call.args.length === 1);
    },
  };
}

function entry(name: string, written: string): string {
  return name === written ? name : `${name}: ${written}`;
}

/** TypeORM hands the values on to the driver, whose placeholders they are. */
function typeorm(site: Site, call: Call, text: Expr, context: RuleContext): Binding | undefined {
  if (/\b(?:postgres|cockroachdb)\b/.test(context.text)) {
    return listed(site, call, text, 'typeorm', { kind: '$' }, 'any');
  }
  if (/\b(?:mysql|mariadb|sqlite|better-sqlite3)\b/.test(context.text)) {
    return listed(site, call, text, 'typeorm', { kind: '?' }, 'spread', true);
  }
  return alike(site, call, text, context);
}

/** `$queryRaw` as a tag sends what stands in the holes apart from the text. */
function prisma(call: Call, text: Expr): Binding | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || text.kind !== 'string' || text.style !== 'template')
    return undefined;
  if (call.args.length !== 1) return undefined;
  const { start, end } = callee.propertySpan;
  return {
    driver: 'prisma',
    options: { mark: { kind: 'tag' } },
    bind: () => [
      { start, end, newText: callee.property.replace('Unsafe', '') },
      { start: call.argsSpan.start, end: text.start, newText: '' },
      { start: text.end, end: call.end, newText: '' },
    ],
  };
}

const builderMethods: Readonly<Record<string, string>> = {
  orderByRaw: 'SELECT x FROM t ORDER BY ',
  groupByRaw: 'SELECT x FROM t GROUP BY ',
  joinRaw: 'SELECT x FROM t ',
  fromRaw: 'SELECT x FROM ',
  orderBy: 'SELECT x FROM t ORDER BY ',
  addOrderBy: 'SELECT x FROM t ORDER BY ',
  groupBy: 'SELECT x FROM t GROUP BY ',
  select: 'SELECT ',
  addSelect: 'SELECT ',
};

/** Conditions of query builders: knex takes `?` and an array, TypeORM `:name` and an object. */
function fragment(site: Site, call: Call, text: Expr): Binding | undefined {
  const name = calledName(call);
  const before = builderMethods[name] ?? 'SELECT x FROM t WHERE ';
  const present = presentParams(site);
  if (/Raw$/.test(name)) {
    return {
      driver: 'knex',
      options: { mark: { kind: '?' }, before, lists: 'spread' },
      bind: (values) => bindList(call, text, present, 'array', values),
    };
  }
  if (!/^(?:where|andWhere|orWhere|having)$/.test(name)) return undefined;
  return {
    driver: 'typeorm',
    options: {
      mark: { kind: 'name', before: ':', after: '' },
      before,
      taken: presentNames(present),
    },
    bind: ({ params, list }) => {
      if (list) return undefined;
      const entries = params.map((one) => entry(one.name, one.written));
      if (present) return intoMap(present, entries);
      return [insertAt(text.end, `, { ${entries.join(', ')} }`)];
    },
  };
}

/** A handle of another file: other calls of it in this file show its placeholders. */
function alike(site: Site, call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const callee = source(context, call.callee);
  if (!/\b(?:query|execute|all|get|run|raw)$/.test(callee)) return undefined;
  const mark = markOfOthers(call, callee, context);
  if (!mark) return undefined;
  return listed(
    site,
    call,
    text,
    callee,
    mark,
    mark.kind === '$' ? 'any' : 'spread',
    mark.kind === '?',
  );
}

function markOfOthers(call: Call, callee: string, context: RuleContext): Mark | undefined {
  const { text } = context;
  const object = callee.replace(/\.\w+$/, '');
  if (object === callee) return undefined;
  let from = text.indexOf(`${object}.`);
  for (; from >= 0; from = text.indexOf(`${object}.`, from + 1)) {
    if (from >= call.start && from < call.end) continue;
    const other = /^[\w$.]+\(\s*(['"`])((?:(?!\1)[\s\S])*)\1\s*,\s*\[/.exec(
      text.slice(from, from + 600),
    )?.[2];
    if (other === undefined) continue;
    if (/\$\d/.test(other)) return { kind: '$' };
    if (/\?/.test(other)) return { kind: '?' };
  }
  return undefined;
}
