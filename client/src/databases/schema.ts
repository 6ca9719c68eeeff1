import type { SqlEngine } from './engine';
import type { Dialect } from './statements';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly isPrimary: boolean;
  /** Alone, or as the only column of a unique constraint. */
  readonly isUnique: boolean;
  /** As the database writes it; undefined when there is none. */
  readonly default: string | undefined;
}

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly schema: string;
  readonly table: string;
  readonly references: readonly string[];
}

export interface TableIndex {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isUnique: boolean;
}

export interface Table {
  /** Empty in MySQL, where only the tables of the connection’s database are read. */
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly columns: readonly Column[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly TableIndex[];
}

/** A type’s other name, which is shorter. */
export function shortType(type: string): string {
  return type
    .replace('character varying', 'varchar')
    .replace('timestamp with time zone', 'timestamptz')
    .replace('timestamp without time zone', 'timestamp')
    .replace('double precision', 'float8');
}

const PATIENCE_MS = 10_000;

/** Tables and views of a database, those of the system left out. */
export async function readSchema(engine: SqlEngine, dialect: Dialect): Promise<Table[]> {
  return dialect === 'mysql' ? readMysql(engine) : readPostgres(engine);
}

async function readPostgres(engine: SqlEngine): Promise<Table[]> {
  const [result] = await engine.run(POSTGRES, { timeoutMs: PATIENCE_MS });
  const json = result?.rows[0]?.[0];
  if (typeof json !== 'string') return [];
  return (JSON.parse(json) as Json<Table>[]).map((table) => ({
    ...table,
    columns: (table.columns ?? []).map((column) => ({
      ...column,
      default: column.default ?? undefined,
    })),
    foreignKeys: table.foreignKeys ?? [],
    indexes: table.indexes ?? [],
  }));
}

/** What is empty or absent comes as null. */
type Json<T> = { readonly [K in keyof T]: T[K] | (T[K] extends readonly unknown[] ? null : never) };

/** One row with one JSON text, so that an open transaction shows one state. */
const POSTGRES = `
SELECT json_agg(json_build_object(
  'schema', n.nspname,
  'name', c.relname,
  'kind', CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END,
  'columns', (
    SELECT json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'nullable', NOT a.attnotnull,
      'isPrimary', EXISTS (SELECT FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)),
      'isUnique', EXISTS (SELECT FROM pg_index i
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL
          AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum),
      'default', CASE
        WHEN a.attidentity <> '' THEN 'identity'
        ELSE pg_get_expr(d.adbin, d.adrelid) END
    ) ORDER BY a.attnum)
    FROM pg_attribute a
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'foreignKeys', (
    SELECT json_agg(json_build_object(
      'name', k.conname,
      'columns', (SELECT json_agg(a.attname ORDER BY p.n)
        FROM unnest(k.conkey) WITH ORDINALITY AS p (num, n)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.num),
      'schema', rn.nspname,
      'table', r.relname,
      'references', (SELECT json_agg(a.attname ORDER BY p.n)
        FROM unnest(k.confkey) WITH ORDINALITY AS p (num, n)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.num)
    ) ORDER BY k.conname)
    FROM pg_constraint k
    JOIN pg_class r ON r.oid = k.confrelid
    JOIN pg_namespace rn ON rn.oid = r.relnamespace
    WHERE k.conrelid = c.oid AND k.contype = 'f'),
  'indexes', (
    SELECT json_agg(json_build_object(
      'name', ic.relname,
      'isUnique', i.indisunique,
      'columns', (SELECT json_agg(pg_get_indexdef(i.indexrelid, n, true) ORDER BY n)
        FROM generate_series(1, i.indnkeyatts) AS n)
    ) ORDER BY ic.relname)
    FROM pg_index i
    JOIN pg_class ic ON ic.oid = i.indexrelid
    WHERE i.indrelid = c.oid)
) ORDER BY n.nspname <> 'public', n.nspname, c.relname)::text
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
  AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'`;

const MYSQL = `
SELECT TABLE_NAME, TABLE_TYPE FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME;
SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_KEY, COLUMN_DEFAULT, EXTRA
  FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
  ORDER BY TABLE_NAME, ORDINAL_POSITION;
SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
  FROM information_schema.KEY_COLUMN_USAGE
  WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
  ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION;
SELECT TABLE_NAME, INDEX_NAME, COLUMN_NAME, NON_UNIQUE FROM information_schema.STATISTICS
  WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`;

async function readMysql(engine: SqlEngine): Promise<Table[]> {
  const results = await engine.run(MYSQL, { timeoutMs: PATIENCE_MS });
  const [tables = [], columns = [], keys = [], parts = []] = results.map(({ rows }) =>
    rows.map((row) => row.map((value) => (value === null ? undefined : String(value)))),
  );
  return tables.map(([name = '', type = '']) => {
    const mine = (rows: typeof columns): typeof columns => rows.filter(([table]) => table === name);
    const indexes = group(mine(parts), 1).map(([index = '', rows]) => ({
      name: index,
      columns: rows.map((row) => row[2] ?? ''),
      isUnique: rows[0]?.[3] === '0',
    }));
    return {
      schema: '',
      name,
      kind: /VIEW/.test(type) ? 'view' : 'table',
      columns: mine(columns).map(([, column = '', kind = '', nullable, key, value, extra]) => ({
        name: column,
        type: kind,
        nullable: nullable === 'YES',
        isPrimary: key === 'PRI',
        isUnique: indexes.some(
          (index) => index.isUnique && index.columns.length === 1 && index.columns[0] === column,
        ),
        default: /auto_increment/.test(extra ?? '') ? 'auto_increment' : defaultOf(value),
      })),
      foreignKeys: group(mine(keys), 1).map(([constraint, rows]) => ({
        name: constraint,
        columns: rows.map((row) => row[2] ?? ''),
        schema: '',
        table: rows[0]?.[3] ?? '',
        references: rows.map((row) => row[4] ?? ''),
      })),
      indexes,
    };
  });
}

/** MariaDB says NULL where there is none. */
function defaultOf(value: string | undefined): string | undefined {
  return value === 'NULL' ? undefined : value;
}

/** Rows with the same value in a column, in their order. */
function group<T>(
  rows: readonly (readonly (T | undefined)[])[],
  column: number,
): [T, typeof rows][] {
  const groups = new Map<T, (readonly (T | undefined)[])[]>();
  for (const row of rows) {
    const key = row[column];
    if (key === undefined) continue;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [row]);
    else there.push(row);
  }
  return [...groups];
}
