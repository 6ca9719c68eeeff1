import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, kw, sinks } from '../../specs';

/** ruby-pg: placeholders are `$1`. */
export const pg: FrameworkModel = {
  name: 'pg',
  doc: 'https://deveiate.org/code/pg/PG/Connection.html',
  types: instances('PG.Connection#', [
    'PG.connect()',
    'PG()',
    'PG.Connection()',
    'PG.Connection.new()',
    'PG.Connection.open()',
    'PGconn()',
    'PGconn.open()',
    'PGconn.connect()',
  ]),
  sinks: [
    ...sinks(
      'sql',
      each(
        'PG.Connection#',
        'exec query async_exec sync_exec send_query exec_params async_exec_params sync_exec_params send_query_params',
      ),
      { text: at(0), params: at(1) },
      { data: { driver: 'pg', placeholder: '$n' } },
    ),
    ...sinks(
      'sql',
      each('PG.Connection#', 'prepare async_prepare send_prepare'),
      { text: at(1) },
      { data: { driver: 'pg', placeholder: '$n' } },
    ),
    ...sinks('sql-values', each('PG.Connection#', 'exec_prepared async_exec_prepared'), {
      values: at(1),
    }),
    ...sinks(
      'secret',
      ['PG.connect', 'PG.Connection', 'PG.Connection.new'],
      { value: kw('password') },
      {
        data: { of: 'database' },
      },
    ),
  ],
  calls: [
    ...cleans(
      each('PG.Connection#', 'escape_string escape escape_literal quote_ident escape_identifier'),
      ['sql'],
    ),
    ...cleans(
      ['PG.Connection.escape_string', 'PG.Connection.quote_ident', 'PG.Connection.escape'],
      ['sql'],
    ),
    ...cleans(each('PG.Connection#', 'exec query exec_params exec_prepared async_exec')),
  ],
};

/** mysql2: `?` in prepared statements. */
export const mysql2: FrameworkModel = {
  name: 'mysql2',
  doc: 'https://github.com/brianmario/mysql2#readme',
  types: {
    ...instances('Mysql2.Client#', ['Mysql2.Client()', 'Mysql2.Client.new()']),
    ...instances('Mysql2.Statement#', ['Mysql2.Client#prepare()']),
  },
  sinks: [
    ...sinks(
      'sql',
      each('Mysql2.Client#', 'query prepare'),
      { text: at(0) },
      { data: { driver: 'mysql2', placeholder: '?' } },
    ),
    ...sinks('sql-values', ['Mysql2.Statement#execute'], { values: at(0) }),
    ...sinks('secret', ['Mysql2.Client'], { value: kw('password') }, { data: { of: 'database' } }),
  ],
  calls: [
    ...cleans(['Mysql2.Client#escape', 'Mysql2.Client.escape'], ['sql']),
    ...cleans(['Mysql2.Client#query']),
  ],
};

/** sqlite3: `?` and `:name`. */
export const sqlite3: FrameworkModel = {
  name: 'sqlite3',
  doc: 'https://sparklemotion.github.io/sqlite3-ruby/SQLite3/Database.html',
  types: {
    ...instances('SQLite3.Database#', ['SQLite3.Database()', 'SQLite3.Database.open()']),
  },
  sinks: [
    ...sinks(
      'sql',
      each(
        'SQLite3.Database#',
        'execute execute2 execute_batch execute_batch2 get_first_row get_first_value query prepare',
      ),
      { text: at(0), params: at(1) },
      { data: { driver: 'sqlite3', placeholder: '?' } },
    ),
  ],
  calls: [
    ...cleans(['SQLite3.Database.quote'], ['sql']),
    ...cleans(each('SQLite3.Database#', 'execute get_first_row get_first_value query')),
  ],
};

/** Sequel: text that is marked as SQL, and statements. */
export const sequel: FrameworkModel = {
  name: 'sequel',
  doc: 'https://sequel.jeremyevans.net/rdoc/files/doc/security_rdoc.html',
  // `db[:users]`, and what each method of a table's rows gives.
  typePatterns: [
    {
      symbol:
        /^Sequel\.Database#(?!(?:run|execute\w*|fetch|get|transaction|literal)$)[a-z]\w*(?:\(\))?$/,
      type: 'Sequel.Dataset#',
    },
    { symbol: /^Sequel\.Dataset#[a-z]\w*\(\)$/, type: 'Sequel.Dataset#' },
  ],
  types: instances('Sequel.Database#', [
    'Sequel.connect()',
    'Sequel.sqlite()',
    'Sequel.postgres()',
    'Sequel.mysql2()',
  ]),
  sinks: [
    ...sinks(
      'sql',
      [...each('Sequel.Database#', 'run execute execute_ddl execute_dui fetch [] <<')],
      { text: at(0), params: at(1) },
      { data: { driver: 'sequel', placeholder: '?' } },
    ),
    ...sinks(
      'sql',
      each('Sequel.Dataset#', 'with_sql with_sql_all with_sql_first with_sql_delete'),
      { text: at(0), params: at(1) },
      { data: { driver: 'sequel', placeholder: '?' } },
    ),
    // Text that stands alone is SQL in these; in others it becomes a value.
    ...sinks(
      'sql',
      each('Sequel.Dataset#', 'where exclude having order select group'),
      { text: at(0), params: at(1) },
      { data: { driver: 'sequel', placeholder: '?', form: 'fragment', certain: 'no' } },
    ),
    ...sinks('password-record', ['Sequel.Dataset#insert', 'Sequel.Dataset#update'], {
      password: kw('password'),
    }),
    ...sinks(
      'sql',
      ['Sequel.lit'],
      { text: at(0) },
      { data: { driver: 'sequel', placeholder: '?', form: 'fragment' } },
    ),
  ],
};

/** Databases whose driver is not seen: only text that reads like SQL counts. */
export const unknownDatabase: FrameworkModel = {
  name: 'unknown-database',
  doc: 'https://docs.ruby-lang.org/en/3.4/',
  sinks: [
    ...sinks(
      'sql',
      each(
        '*.',
        'execute exec exec_params query exec_query select_all select_one select_value select_values select_rows execute_batch exec_update exec_delete',
      ),
      { text: at(0), params: at(1) },
      { data: { driver: 'unknown', placeholder: '?', certain: 'no' } },
    ),
  ],
};

const documentMethods =
  'where find_by any_of all_of none_of nor not and or in nin match elem_match find aggregate';

/** A filter is a hash, with or without its braces. */
const filter = { position: 0, named: true };

/** Mongoid and the driver below it: a filter that the request shapes. */
export const mongoid: FrameworkModel = {
  name: 'mongoid',
  doc: 'https://www.mongodb.com/docs/mongoid/current/interact-with-data/specify-query/',
  types: {
    ...instances('Mongo.Client#', ['Mongo.Client()', 'Mongo.Client.new()']),
    ...instances('Mongo.Collection#', [
      'Mongo.Client#[]()',
      'Mongo.Client#collection()',
      'Model.collection',
      'Model.collection()',
    ]),
  },
  typePatterns: [{ symbol: /^Mongo\.Client#\w+$/, type: 'Mongo.Collection#' }],
  sinks: [
    ...sinks(
      'nosql-query',
      each(
        'Mongo.Collection#',
        'find find_one delete_one delete_many update_one update_many replace_one find_one_and_update find_one_and_delete count_documents distinct',
      ),
      { query: filter },
      { data: { form: 'filter' } },
    ),
    ...sinks(
      'nosql-query',
      ['Mongo.Collection#aggregate'],
      { query: filter },
      { data: { form: 'pipeline' } },
    ),
    ...sinks(
      'nosql-query',
      each('*.', 'any_of all_of none_of elem_match for_js'),
      { query: filter },
      {
        data: { form: 'filter' },
      },
    ),
    ...sinks(
      'nosql-query',
      each('Model.', 'where find_by any_of all_of not'),
      { query: filter },
      { data: { form: 'code' }, where: [{ arg: filter, path: ['$where'], missing: false }] },
    ),
    ...sinks('nosql-query', ['*.for_js'], { query: filter }, { data: { form: 'code' } }),
  ],
  calls: gives('propagate', each('Mongo.Collection#', documentMethods)),
};
