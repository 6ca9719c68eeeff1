import type { SqlDialect } from './dialects';
import { grammarWords } from './grammarWords.generated';
import type { SqlToken } from './tokens';

/** What we know about node-sql-parser's grammars, and how statements are handed to them. */

interface SqlParser {
  parse(sql: string, options: { database: string }): unknown;
}

const parsers = new Map<SqlDialect, SqlParser>();

/** Loads the grammar of one dialect when it is first needed: each takes about 10 ms and 300 KB. */
function parserOf(dialect: SqlDialect): SqlParser {
  let parser = parsers.get(dialect);
  if (parser === undefined) {
    parser = new (load(dialect).Parser)();
    parsers.set(dialect, parser);
  }
  return parser;
}

// `require`, and not `import`: checking is synchronous, and a bundle keeps it lazy.
function load(dialect: SqlDialect): { Parser: new () => SqlParser } {
  switch (dialect) {
    case 'postgresql':
      return require('node-sql-parser/build/postgresql');
    case 'mysql':
      return require('node-sql-parser/build/mysql');
    case 'transactsql':
      return require('node-sql-parser/build/transactsql');
    case 'sqlite':
      return require('node-sql-parser/build/sqlite');
  }
}

/** One token as it is given to the parser. */
export interface Part {
  readonly text: string;
  /** White space stood before it. */
  readonly gap: boolean;
}

/**
 * Writes a statement in a form that every grammar reads: without comments, strings emptied (their
 * prefixes, escapes and dollar quotes are not the grammars' strength), placeholders as numbers. All
 * plain names are the same one, so that statements of one form are parsed once.
 */
export function partsOf(
  tokens: readonly SqlToken[],
  text: string,
  dialect: SqlDialect,
): readonly Part[] {
  return tokens.map((token, i) => {
    const previous = tokens[i - 1];
    const gap = previous !== undefined && previous.end < token.start;
    if (tokens[0]!.upper === 'CREATE' && isColumnType(tokens, i, dialect)) {
      return { text: tokens[i + 1]?.upper === '(' ? 'DECIMAL' : 'INT', gap };
    }
    return {
      text: isOwnType(tokens, i)
        ? 'INT'
        : rewrite(token, text.slice(token.start, token.end), previous?.upper, dialect),
      gap,
    };
  });
}

/** A type in `CAST(x AS type)` or `x::type`: the grammars know only the built-in ones. */
function isOwnType(tokens: readonly SqlToken[], i: number): boolean {
  if (tokens[i]!.kind !== 'word') return false;
  const previous = tokens[i - 1]?.upper;
  const next = tokens[i + 1]?.upper;
  if (previous === '::')
    return next !== '.' && next !== '[' && next !== '(' && !typeWords.has(next ?? '');
  if (previous !== 'AS' || next !== ')') return false;
  let depth = 0;
  for (let k = i - 2; k > 0; k -= 1) {
    const { upper } = tokens[k]!;
    if (upper === ')') depth += 1;
    else if (upper === '(' && --depth < 0) return /CAST$/.test(tokens[k - 1]?.upper ?? '');
  }
  return false;
}

/** `status order_status NOT NULL` in a table: the column's type is not one of the common ones. */
function isColumnType(tokens: readonly SqlToken[], i: number, dialect: SqlDialect): boolean {
  const column = tokens[i - 1];
  if (column?.kind !== 'word' && column?.kind !== 'quoted') return false;
  const before = tokens[i - 2]?.upper;
  if (
    before !== ',' &&
    !(before === '(' && tokens.findIndex(({ upper }) => upper === '(') === i - 2)
  )
    return false;
  const { upper, kind } = tokens[i]!;
  if (kind !== 'word') return false;
  const next = tokens[i + 1];
  // `NVARCHAR(20)` is SQL Server's, and the other databases take it.
  if ((upper === 'NVARCHAR' || upper === 'NCHAR') && next?.upper === '(')
    return dialect !== 'transactsql';
  if (columnTypes.has(upper) || constraintWords.has(upper) || constraintWords.has(column.upper))
    return false;
  return (
    next === undefined ||
    next.upper === ',' ||
    next.upper === ')' ||
    constraintWords.has(next.upper)
  );
}

const constraintWords: ReadonlySet<string> = new Set(
  'CONSTRAINT PRIMARY FOREIGN UNIQUE CHECK INDEX KEY EXCLUDE LIKE FULLTEXT SPATIAL PERIOD NOT NULL DEFAULT REFERENCES AS GENERATED'.split(
    ' ',
  ),
);

/** Second words of built-in types: `double precision`, `timestamp with time zone`. */
const typeWords: ReadonlySet<string> = new Set(['PRECISION', 'VARYING', 'WITH', 'WITHOUT']);

function rewrite(
  token: SqlToken,
  source: string,
  previous: string | undefined,
  dialect: SqlDialect,
): string {
  switch (token.kind) {
    case 'string':
      return "'x'";
    case 'quoted':
      return dialect === 'sqlite' ? '"x"' : source;
    case 'placeholder':
      // WordPress: `%i` stands for a name.
      if (source.startsWith('{') || source === '%i') return 'x';
      return previous === 'IN' ? '(1)' : '1';
    case 'number':
      if (/^\d+$/.test(source)) return '1';
      return source.startsWith('.') ? `0${source}` : source;
    case 'word':
      return isPlainName(token, source) ? 'some_name' : source;
    default:
      return source;
  }
}

/** Names with a leading `_` may be character sets, and not every grammar reads all letters. */
function isPlainName({ upper }: SqlToken, source: string): boolean {
  return !grammarWords.has(upper) && /^[A-Za-z]\w*$/.test(source);
}

export type ParseResult =
  | { readonly ok: true }
  /** `index` of the part that the parser could not read; the count of parts for the end. */
  | { readonly ok: false; readonly index: number };

/** Forms of statements that were read, with their dialect: programs have many of few forms. */
const readForms = new Set<string>();
const mostForms = 5000;
/** Longer ones are few, and keeping them costs memory. */
const longestForm = 2000;

/** Parses a statement given as parts. Never throws. */
export function parseParts(parts: readonly Part[], dialect: SqlDialect): ParseResult {
  let sql = '';
  for (const { text, gap } of parts) sql += gap ? ` ${text}` : text;
  const form = `${dialect} ${sql}`;
  if (readForms.has(form)) return { ok: true };
  try {
    parserOf(dialect).parse(sql, { database: dialect });
  } catch (error) {
    return { ok: false, index: partAt(parts, offsetOf(error) ?? sql.length) };
  }
  if (readForms.size >= mostForms) readForms.clear();
  if (form.length <= longestForm) readForms.add(form);
  return { ok: true };
}

/** The first part that ends behind an offset of the statement's text; the count of parts for its end. */
function partAt(parts: readonly Part[], offset: number): number {
  let end = 0;
  for (const [i, { text, gap }] of parts.entries()) {
    end += text.length + (gap ? 1 : 0);
    if (offset < end) return i;
  }
  return parts.length;
}

function offsetOf(error: unknown): number | undefined {
  const location = (error as { location?: { start?: { offset?: unknown } } } | null)?.location;
  const offset = location?.start?.offset;
  return typeof offset === 'number' ? offset : undefined;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Verbs of all four dialects. A statement may start with no other word; see `checkedVerbs` for the
 * ones whose syntax we check.
 */
export const statementVerbs = words(
  'SELECT INSERT UPDATE DELETE REPLACE WITH VALUES TABLE MERGE CREATE ALTER DROP TRUNCATE RENAME GRANT REVOKE DENY ' +
    'BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE END ABORT SET RESET SHOW USE DESCRIBE DESC EXPLAIN ANALYZE ANALYSE ' +
    'VACUUM COPY DO CALL EXEC EXECUTE PREPARE DEALLOCATE DECLARE OPEN FETCH MOVE CLOSE LOCK UNLOCK LISTEN UNLISTEN ' +
    'NOTIFY COMMENT REFRESH REINDEX CLUSTER CHECKPOINT DISCARD IMPORT LOAD REASSIGN SECURITY PRAGMA ATTACH DETACH ' +
    'HANDLER FLUSH KILL OPTIMIZE CHECK CHECKSUM REPAIR CACHE INSTALL UNINSTALL SIGNAL RESIGNAL GET HELP BINLOG CHANGE ' +
    'PURGE STOP XA SHUTDOWN RESTART CLONE IF ELSE WHILE LOOP REPEAT LEAVE ITERATE RETURN PRINT RAISERROR THROW WAITFOR ' +
    'GOTO BREAK CONTINUE TRY CATCH BACKUP RESTORE DBCC BULK GO DELIMITER DISABLE ENABLE RECONFIGURE REVERT ADD WRITETEXT ' +
    'READTEXT UPDATETEXT SETUSER SAVE KILL CASE',
);

/**
 * Statements whose syntax is checked, by their first words. The grammars do not cover the others
 * (GRANT, EXPLAIN, COPY, PRAGMA, routines, triggers and the rest of administration), and a valid
 * statement must never be called wrong.
 */
export function isChecked(tokens: readonly SqlToken[]): boolean {
  const [verb, object, third] = tokens
    .filter(({ upper }) => upper !== '(')
    .map(({ upper }) => upper);
  if (verb === 'CREATE') {
    if (object === 'TABLE' || object === 'VIEW' || object === 'INDEX') return true;
    return (
      (object === 'UNIQUE' || object === 'TEMPORARY' || object === 'TEMP') &&
      (third === 'INDEX' || third === 'TABLE')
    );
  }
  if (verb === 'ALTER' || verb === 'DROP') return object === 'TABLE';
  return verb !== undefined && checkedVerbs.has(verb);
}

const checkedVerbs = words('SELECT INSERT UPDATE DELETE WITH');

/**
 * Words and operators that mark syntax which one of the grammars (node-sql-parser 5.4) is known not
 * to read though it is valid. Where one of them stands, "the parser stopped here" proves nothing.
 */
const gaps = words(
  'NATURAL LATERAL GROUPING SETS CUBE ROLLUP RANGE GROUPS ROWS EXCLUDE FETCH OVER WITHIN FILTER WINDOW TABLESAMPLE FOR ' +
    'PLACING SUBSTRING OVERLAY POSITION TRIM EXTRACT MATERIALIZED RECURSIVE CONFLICT DEFAULT OVERRIDING USING MERGE MATCHED ' +
    'GENERATED IDENTITY DEFERRABLE INITIALLY LIKE INHERITS INHERIT PARTITION ZONE COLLATE COLLATION RENAME VALID ENABLE DISABLE ' +
    'OWNER CASCADE RESTRICT RETURNING ROW ARRAY MULTISET REGEXP RLIKE GLOB MATCH AGAINST ISNULL NOTNULL INDEXED NULLS ' +
    'DIV XOR INDEX KEY FORCE IGNORE STRAIGHT_JOIN OUTFILE DUMPFILE TERMINATED ENCLOSED COLUMNS LOCK SHARE SKIP NOWAIT ' +
    'LOW_PRIORITY DELAYED HIGH_PRIORITY QUICK DUPLICATE SRID SPATIAL FULLTEXT CONVERT CHARACTER CHARSET ENGINE COMMENT ' +
    'VIRTUAL STORED PERSISTED STRICT WITHOUT TOP TIES OPTION PIVOT UNPIVOT APPLY OUTPUT INSERTED DELETED CLUSTERED ' +
    'NONCLUSTERED INCLUDE NOCHECK CHECK CONSTRAINT SPARSE ROWGUIDCOL FILESTREAM OPENJSON OPENXML OPENROWSET TRY_CAST ' +
    'TRY_CONVERT PARSE SYSTEM_TIME VERSIONING ESCAPE INTERSECT EXCEPT MINUS INTERVAL TABLESPACE STORAGE ORDINALITY ' +
    'JSON_TABLE XMLTABLE XMLELEMENT XMLFOREST JSON_OBJECT JSON_ARRAY JSON_ARRAYAGG JSON_OBJECTAGG JSON_QUERY JSON_VALUE ' +
    'JSON_EXISTS SIMILAR SYMMETRIC OVERLAPS NORMALIZED DOCUMENT CURRENT OF EXEC EXECUTE CONNECT PRIOR QUALIFY SEARCH CYCLE ' +
    'BINARY MEMBER SOUNDS UESCAPE VARIADIC OPERATOR CURRENT_DATE CURRENT_TIME CURRENT_USER SESSION_USER LOCALTIME ' +
    'LOCALTIMESTAMP GROUP_CONCAT STRING_AGG ARRAY_AGG TEMPORARY TEMP UNLOGGED ALTER ANY SOME ALL ONLY ISOLATION VARYING ' +
    'PRECISION UNSIGNED ENUM SET_CONFIG LOCAL AUTHORIZATION NATIONAL WHEN TRUNCATE',
);

const gapOperators = words(
  '<=> @@ @> <@ @? ?| ?& ? && #> #>> #- |/ ||/ ~ ~* !~ !~* ~~ ~~* !~~ !~~* !< !> == += -= *= /= %= ^= &= |= ^',
);

export const columnTypes = words(
  'INT INTEGER BIGINT SMALLINT TINYINT SERIAL BIGSERIAL VARCHAR NVARCHAR CHAR NCHAR TEXT DATE DATETIME DATETIME2 TIME ' +
    'TIMESTAMP TIMESTAMPTZ BOOLEAN BOOL BIT DECIMAL NUMERIC REAL FLOAT DOUBLE MONEY UUID JSON JSONB BLOB BYTEA OID',
);

export function hasGap(tokens: readonly SqlToken[]): boolean {
  // `DELETE users WHERE …` of SQL Server, `DELETE u FROM users u …`.
  if (tokens[0]?.upper === 'DELETE' && tokens[1]?.upper !== 'FROM') return true;
  // `DROP TABLE users IF EXISTS` of H2 and HSQLDB.
  if (tokens[0]?.upper === 'DROP' && tokens.at(-1)?.upper === 'EXISTS') return true;
  return tokens.some(({ kind, upper }, i) => {
    if (kind === 'word') {
      // A function's result with its columns: `AS t (id INT, name TEXT)`.
      const definition = tokens[1]?.upper !== 'TABLE' && columnTypes.has(upper);
      // A character set before a string: `_utf8'x'`.
      if (upper.startsWith('_') && tokens[i + 1]?.kind === 'string') return true;
      return (
        gaps.has(upper) ||
        (definition && tokens[i - 1]?.kind === 'word' && tokens[i - 1]!.upper !== 'AS')
      );
    }
    if (kind === 'operator') return gapOperators.has(upper);
    if (upper === '[' || upper === ':') return true;
    if (upper === '.' && tokens[i - 2]?.upper === '::') return true;
    const previous = tokens[i - 1]?.upper;
    if (upper === '(' && previous === 'SET') return true;
    if (upper === ')' && previous === '(' && /^(VALUES|INTO)$/.test(tokens[i - 2]?.upper ?? ''))
      return true;
    // A composite value: `(address).city`.
    return upper === '.' && previous === ')';
  });
}
