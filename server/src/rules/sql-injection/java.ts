import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source } from '../edits';
import { importClass } from '../repairs/imports';
import type { Param } from '../repairs/parameters/placeholders';
import type { RuleContext } from '../rule';
import {
  argumentAt,
  type Bind,
  type Binding,
  calledName,
  insertAll,
  insertAt,
  type Values,
} from './binding';
import { bindPrepared, bindStatement, objectOf } from './jdbc';

/** How JDBC, Spring, JPA and other libraries of Java take values. */
export const bindJava: Bind = (site, call, text, context) => {
  const { at, data } = site.spec ?? {};
  const symbol = at && ('call' in at ? at.call : 'method' in at ? `*.${at.method}` : '');
  const name = calledName(call);
  if (symbol === undefined) return undefined;
  if (/^(?:prepareStatement|prepareCall)$/.test(name)) return bindPrepared(call, text, context);
  if (/jdbc\.core\.JdbcTemplate#|\*\.(?:queryFor\w+|batchUpdate)$/.test(symbol)) {
    return isNamedTemplate(call, context)
      ? namedTemplate(call, text, context)
      : template(call, text, name, context);
  }
  if (/^(?:execute|executeQuery|executeUpdate|executeLargeUpdate|addBatch)$/.test(name)) {
    return bindStatement(call, text, context);
  }
  if (/^(?:createQuery|createNativeQuery|createSQLQuery|create\w*Query)$/.test(name)) {
    return chained('JPA', 'setParameter', call);
  }
  if (/JdbcClient#sql$/.test(symbol)) return chained('JdbcClient', 'param', call);
  if (/DatabaseClient#sql$/.test(symbol)) return chained('R2DBC', 'bind', call);
  if (/^org\.jooq\./.test(symbol)) return spread('jOOQ', call, text, data?.form === 'fragment');
  if (name === 'sqlRestriction') return restriction(call, text, context);
  if (name === 'rawQuery' || name === 'execSQL') return android(call, text, name);
  return undefined;
};

// ---------------------------------------------------------------------------------------------
// Spring

/** `JdbcTemplate`: the values as the last arguments. */
function template(call: Call, text: Expr, name: string, context: RuleContext): Binding | undefined {
  return {
    driver: 'JdbcTemplate',
    options: { mark: { kind: '?' }, lists: 'spread' },
    bind: (values) => {
      const { params, list } = values;
      if (params.some(({ isList }) => isList) && !list) return undefined;
      const array = arrayArgument(call, context);
      if (array) return list ? undefined : intoArray(array, params, context);
      if (name === 'batchUpdate') return batch(call, text, values);
      const renamed = name === 'execute' ? renameExecute(call, values) : [];
      if (list) return [insertAt(call.argsSpan.end - 1, `, ${list}.toArray()`), ...renamed];
      const given = call.args.slice(1);
      const values0 = given.filter(({ value }) => !isReader(value, context));
      const written = params.map((param) => ({
        written: objectOf(param, context),
        position: param.position,
      }));
      const inserted =
        values0.length > 0
          ? insertAll(values0, written, undefined)
          : [
              insertAt(
                (given.at(-1) ?? call.args[0]!).end,
                `, ${written.map((one) => one.written).join(', ')}`,
              ),
            ];
      return inserted && [...inserted, ...renamed];
    },
  };
}

/** `Long.class`, a row mapper, a callback: what comes between the text and the values. */
function isReader(value: Expr, context: RuleContext): boolean {
  const written = source(context, value);
  if (value.kind === 'function') return true;
  return /\.class$|::\w+$|->|(?:mapper|extractor|handler)\b|^new [\w.]*(?:Mapper|Extractor|Handler)\b/i.test(
    written,
  );
}

/** `new Object[] {…}` among the arguments. */
function arrayArgument({ args }: Call, context: RuleContext): Expr | undefined {
  return args.find(({ value }) => /^new\s+Object\s*\[\s*\]\s*\{/.test(source(context, value)))
    ?.value;
}

function intoArray(
  array: Expr,
  params: readonly Param[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const written = source(context, array);
  const inner = written.slice(written.indexOf('{') + 1, written.lastIndexOf('}'));
  const added = params.map((param) => objectOf(param, context)).join(', ');
  const from = array.start + written.indexOf('{') + 1;
  if (inner.trim() === '') {
    return [{ start: from, end: array.start + written.lastIndexOf('}'), newText: added }];
  }
  // Only behind those that are there, without looking into them.
  const present = inner.split(',').length;
  if (params.some(({ position }, i) => position - i < present)) return undefined;
  return [insertAt(array.start + written.trimEnd().length - 1, `, ${added}`)];
}

function batch(call: Call, text: Expr, { params, list }: Values): readonly TextEdit[] | undefined {
  if (list || call.args.length !== 1) return undefined;
  const values = params.map((param) => param.written).join(', ');
  return [insertAt(text.end, `, java.util.Collections.singletonList(new Object[] {${values}})`)];
}

/** `execute` takes no values; what it gave back was thrown away. */
function renameExecute(call: Call, { rewrite }: Values): readonly TextEdit[] {
  const { callee } = call;
  if (callee.kind !== 'member') return [];
  const newText = /^(?:SELECT|WITH|VALUES)$/.test(rewrite.verb) ? 'queryForList' : 'update';
  return [{ start: callee.propertySpan.start, end: callee.propertySpan.end, newText }];
}

function isNamedTemplate({ callee }: Call, { text }: RuleContext): boolean {
  if (callee.kind !== 'member') return false;
  const { object } = callee;
  const name =
    object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : '';
  return (
    name !== '' &&
    new RegExp(`\\bNamedParameterJdbc(?:Template|Operations)\\s+${name}\\b`).test(text)
  );
}

/** `NamedParameterJdbcTemplate`: a map of the values behind the text. */
function namedTemplate(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  const second = argumentAt(call, 1)?.value;
  const present = second && !isReader(second, context) ? second : undefined;
  return {
    driver: 'NamedParameterJdbcTemplate',
    options: { mark: { kind: 'name', before: ':', after: '' }, lists: 'nested' },
    bind: ({ params, list }) => {
      if (list) return undefined;
      const pairs = params.map((one) => `"${one.name}", ${objectOf(one, context)}`);
      if (!present) {
        const map = importClass(context, 'java.util.Map');
        return [insertAt(text.end, `, ${map.name}.of(${pairs.join(', ')})`), ...map.edits];
      }
      const written = source(context, present);
      if (
        /^(?:new\s+(?:\w+\.)*HashMap(?:<[^>]*>)?\(\)|(?:\w+\.)*(?:emptyMap|Map\.of)\(\))$/.test(
          written,
        )
      ) {
        const map = importClass(context, 'java.util.Map');
        const newText = `${map.name}.of(${pairs.join(', ')})`;
        return [{ start: present.start, end: present.end, newText }, ...map.edits];
      }
      if (/^new MapSqlParameterSource\(/.test(written)) {
        return [insertAt(present.end, pairs.map((pair) => `.addValue(${pair})`).join(''))];
      }
      if (/^(?:\w+\.)*Map\.of\(/.test(written) && present.kind === 'call') {
        const before = present.args.length > 0 ? ', ' : '';
        return [insertAt(present.end - 1, before + pairs.join(', '))];
      }
      return undefined;
    },
  };
}

// ---------------------------------------------------------------------------------------------
// JPA, clients with chains, jOOQ, Android

/** `createQuery("… :name").setParameter("name", value)`. */
function chained(driver: string, method: string, call: Call): Binding {
  return {
    driver,
    options: { mark: { kind: 'name', before: ':', after: '' }, lists: 'nested' },
    bind: ({ params, list, context }) => {
      if (list) return undefined;
      const calls = params.map((one) => `.${method}("${one.name}", ${objectOf(one, context)})`);
      return [insertAt(call.end, calls.join(''))];
    },
  };
}

function spread(driver: string, call: Call, text: Expr, isFragment: boolean): Binding {
  return {
    driver,
    options: { mark: { kind: '?' }, before: isFragment ? 'SELECT x FROM t WHERE ' : '' },
    bind: ({ params, list, context }) => {
      if (list) return [insertAt(text.end, `, ${list}.toArray()`)];
      const written = params.map((one) => ({
        written: objectOf(one, context),
        position: one.position,
      }));
      return insertAll(call.args.slice(1), written, text);
    },
  };
}

/** Hibernate's condition in SQL takes a value and its type, or arrays of them. */
function restriction(call: Call, text: Expr, context: RuleContext): Binding | undefined {
  if (call.args.length !== 1) return undefined;
  return {
    driver: 'Hibernate',
    options: { mark: { kind: '?' }, before: 'SELECT x FROM t WHERE ' },
    bind: ({ params, list }) => {
      const [first] = params;
      if (list || !first) return undefined;
      const types = importClass(context, 'org.hibernate.type.StandardBasicTypes');
      const type = `${types.name}.STRING`;
      if (params.length === 1) {
        return [insertAt(text.end, `, ${first.written}, ${type}`), ...types.edits];
      }
      const base = importClass(context, 'org.hibernate.type.Type');
      const values = params.map(({ written }) => written).join(', ');
      const kinds = params.map(() => type).join(', ');
      const added = `, new Object[] {${values}}, new ${base.name}[] {${kinds}}`;
      return [insertAt(text.end, added), ...types.edits, ...base.edits];
    },
  };
}

/** https://developer.android.com/reference/android/database/sqlite/SQLiteDatabase */
function android(call: Call, text: Expr, name: string): Binding | undefined {
  const second = argumentAt(call, 1)?.value;
  if (second && !(second.kind === 'literal' && second.value === null)) return undefined;
  return {
    driver: 'SQLite',
    options: { mark: { kind: '?' } },
    bind: ({ params, list }) => {
      if (list) return undefined;
      const type = name === 'rawQuery' ? 'String' : 'Object';
      const values = `new ${type}[] {${params.map(({ written }) => written).join(', ')}}`;
      if (second) return [{ start: second.start, end: second.end, newText: values }];
      return [insertAt(text.end, `, ${values}`)];
    },
  };
}
