import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';

type Data = Readonly<Record<string, string>>;

/** `execute(text, params)` and its relatives, in connections or cursors. */
function executes(symbols: readonly string[], data: Data, name = 'sql'): readonly SinkSpec[] {
  return sinks('sql', symbols, { text: at(0, name), params: at(1) }, { data });
}

/** A password for a database that is written in the program. */
function password(symbols: readonly string[]): readonly SinkSpec[] {
  return ['password', 'passwd'].flatMap((name) => [
    ...sinks('secret', symbols, { value: kw(name) }, { data: { of: 'database' } }),
    ...sinks('default-credentials', symbols, { user: kw('user'), password: kw(name) }),
  ]);
}

const sqlite = { driver: 'sqlite3', dialect: 'sqlite', placeholder: '?', params: 'tuple' };

/** The standard library's sqlite3 (PEP 249, paramstyle `qmark`), and aiosqlite. */
export const sqlite3: FrameworkModel = {
  name: 'sqlite3',
  doc: 'https://docs.python.org/3/library/sqlite3.html#sqlite3-placeholders',
  types: {
    ...instances('sqlite3.Connection#', [
      'sqlite3.connect()',
      'sqlite3.Connection()',
      'sqlite3.dbapi2.connect()',
      'aiosqlite.connect()',
      'pysqlite2.dbapi2.connect()',
    ]),
    ...instances('sqlite3.Cursor#', [
      'sqlite3.Connection#cursor()',
      'sqlite3.Cursor()',
      'sqlite3.Connection#execute()',
      'sqlite3.Cursor#execute()',
    ]),
  },
  sinks: [
    ...executes(across(['sqlite3.Connection#', 'sqlite3.Cursor#'], 'execute executemany'), sqlite),
    ...executes(across(['sqlite3.Connection#', 'sqlite3.Cursor#'], 'executescript'), {
      ...sqlite,
      params: 'none',
    }),
  ],
  calls: cleans(across(['sqlite3.Connection#', 'sqlite3.Cursor#'], 'execute executemany')),
};

const postgres = { driver: 'psycopg', dialect: 'postgresql', placeholder: '%s', params: 'tuple' };
const psycopgObjects = ['psycopg.Connection#', 'psycopg.Cursor#'];

/** Psycopg 3 and psycopg2 (paramstyle `pyformat`: `%s`), aiopg. */
export const psycopg: FrameworkModel = {
  name: 'psycopg',
  doc: 'https://www.psycopg.org/psycopg3/docs/basic/params.html',
  types: {
    ...instances('psycopg.Connection#', [
      'psycopg.connect()',
      'psycopg.Connection.connect()',
      'psycopg.AsyncConnection.connect()',
      'psycopg2.connect()',
      'psycopg2.extensions.connection()',
      'aiopg.connect()',
      'aiopg.Pool#acquire()',
      'psycopg2.Pool#getconn()',
      'psycopg_pool.ConnectionPool#connection()',
      'psycopg_pool.ConnectionPool#getconn()',
      'psycopg.Connection()',
      'psycopg.AsyncConnection()',
    ]),
    ...instances('psycopg_pool.ConnectionPool#', [
      'psycopg_pool.ConnectionPool()',
      'psycopg_pool.AsyncConnectionPool()',
    ]),
    'aiopg.create_pool()': 'aiopg.Pool#',
    ...instances(
      'psycopg2.Pool#',
      each('psycopg2.pool.', 'SimpleConnectionPool() ThreadedConnectionPool()'),
    ),
    ...instances('psycopg.Cursor#', [
      'psycopg.Cursor()',
      'psycopg.Connection#cursor()',
      'psycopg2.extensions.cursor()',
      'aiopg.Pool#cursor()',
      'psycopg.Connection#execute()',
      'psycopg.Cursor#execute()',
    ]),
  },
  sinks: [
    ...executes(
      across(psycopgObjects, 'execute executemany mogrify copy_expert'),
      postgres,
      'query',
    ),
    ...sinks(
      'sql',
      each('psycopg2.extras.', 'execute_values execute_batch'),
      { text: at(1, 'sql'), params: at(2) },
      { data: postgres },
    ),
    ...password(['psycopg2.connect', 'psycopg.connect']),
  ],
  calls: [
    ...cleans(across(psycopgObjects, 'execute executemany')),
    // psycopg.sql composes identifiers and literals safely.
    ...cleans(across(['psycopg.sql.', 'psycopg2.sql.'], 'Identifier Literal Placeholder')),
    ...cleans(['psycopg2.extensions.quote_ident'], ['sql']),
    ...gives('propagate', across(['psycopg.sql.', 'psycopg2.sql.'], 'SQL Composed')),
  ],
};

const asyncpgObjects = ['asyncpg.Connection#', 'asyncpg.Pool#'];

/** asyncpg (`$1`). */
export const asyncpg: FrameworkModel = {
  name: 'asyncpg',
  doc: 'https://magicstack.github.io/asyncpg/current/api/index.html',
  types: {
    ...instances('asyncpg.Connection#', [
      'asyncpg.connect()',
      'asyncpg.connection.connect()',
      'asyncpg.Pool#acquire()',
      'asyncpg.Connection()',
      'asyncpg.connection.Connection()',
    ]),
    ...instances('asyncpg.Pool#', [
      'asyncpg.create_pool()',
      'asyncpg.pool.create_pool()',
      'asyncpg.Pool()',
      'asyncpg.pool.Pool()',
    ]),
  },
  sinks: [
    ...executes(
      across(
        asyncpgObjects,
        'execute executemany fetch fetchrow fetchval cursor prepare copy_from_query',
      ),
      { driver: 'asyncpg', dialect: 'postgresql', placeholder: '$n', params: 'spread' },
      'query',
    ),
    ...password(['asyncpg.connect', 'asyncpg.create_pool']),
  ],
  calls: cleans(across(asyncpgObjects, 'execute fetch fetchrow fetchval')),
};

const pg8000 = { driver: 'pg8000', dialect: 'postgresql', placeholder: '%s', params: 'tuple' };

/** pg8000: its native interface takes `run`, the DB-API one `execute`. */
export const pg8000Driver: FrameworkModel = {
  name: 'pg8000',
  doc: 'https://github.com/tlocke/pg8000',
  types: {
    ...instances('pg8000.Connection#', [
      'pg8000.connect()',
      'pg8000.dbapi.connect()',
      'pg8000.native.Connection()',
    ]),
    'pg8000.Connection#cursor()': 'pg8000.Cursor#',
  },
  sinks: [
    ...executes(
      across(['pg8000.Connection#', 'pg8000.Cursor#'], 'run execute executemany prepare'),
      pg8000,
    ),
    ...password(['pg8000.connect', 'pg8000.native.Connection']),
  ],
};

const mysql = { driver: 'mysql', dialect: 'mysql', placeholder: '%s', params: 'tuple' };
const mysqlModules = [
  'mysql.connector.',
  'MySQLdb.',
  'pymysql.',
  'MySQLdb.connections.',
  'pymysql.connections.',
  'aiomysql.',
];

/** MySQL: mysql-connector, MySQLdb, PyMySQL, aiomysql (`%s`). */
export const mysqlDrivers: FrameworkModel = {
  name: 'mysql',
  doc: 'https://dev.mysql.com/doc/connector-python/en/connector-python-api-mysqlcursor-execute.html',
  types: {
    ...instances(
      'mysql.Connection#',
      across(mysqlModules, 'connect() Connect() Connection() MySQLConnection()'),
    ),
    'mysql.connector.connection.MySQLConnection()': 'mysql.Connection#',
    ...instances('mysql.Connection#', [
      'mysql.connector.pooling.MySQLConnectionPool().get_connection()',
      'aiomysql.create_pool().acquire()',
      'flask_mysqldb.MySQL().connection',
      'flaskext.mysql.MySQL().connect()',
      'flaskext.mysql.MySQL().get_db()',
    ]),
    'mysql.Connection#cursor()': 'mysql.Cursor#',
  },
  sinks: [
    ...executes(
      ['mysql.Cursor#execute', 'mysql.Cursor#executemany', 'mysql.Cursor#mogrify'],
      mysql,
      'query',
    ),
    ...executes(['mysql.Connection#query', 'mysql.Connection#cmd_query'], {
      ...mysql,
      params: 'none',
    }),
    ...password(across(mysqlModules, 'connect Connect')),
  ],
  calls: [
    ...cleans(['mysql.Cursor#execute', 'mysql.Cursor#executemany']),
    ...cleans(
      [
        ...each('mysql.Connection#', 'escape escape_string literal converter.escape'),
        'pymysql.converters.escape_string',
        'pymysql.escape_string',
        'MySQLdb.escape_string',
      ],
      ['sql'],
    ),
  ],
};

/** SQL Server and ODBC: pymssql (`%s`), pyodbc (`?`); Oracle (`:1`). */
export const otherDrivers: FrameworkModel = {
  name: 'sql-drivers',
  doc: 'https://github.com/mkleehammer/pyodbc/wiki/Getting-started#parameters',
  types: {
    ...instances('pymssql.Connection#', ['pymssql.connect()', 'pymssql._pymssql.connect()']),
    'pymssql.Connection#cursor()': 'pymssql.Cursor#',
    ...instances('pyodbc.Connection#', ['pyodbc.connect()', 'pypyodbc.connect()']),
    'pyodbc.Connection#cursor()': 'pyodbc.Cursor#',
    ...instances('oracledb.Connection#', ['oracledb.connect()', 'cx_Oracle.connect()']),
    'oracledb.Connection#cursor()': 'oracledb.Cursor#',
    ...instances('clickhouse.Client#', [
      'clickhouse_driver.Client()',
      'clickhouse_connect.get_client()',
    ]),
    ...instances('bigquery.Client#', ['google.cloud.bigquery.Client()']),
  },
  sinks: [
    ...executes(['pymssql.Cursor#execute', 'pymssql.Cursor#executemany'], {
      driver: 'pymssql',
      dialect: 'transactsql',
      placeholder: '%s',
      params: 'tuple',
    }),
    ...executes(across(['pyodbc.Connection#', 'pyodbc.Cursor#'], 'execute executemany'), {
      driver: 'pyodbc',
      dialect: 'transactsql',
      placeholder: '?',
      params: 'spread',
    }),
    ...executes(['oracledb.Cursor#execute', 'oracledb.Cursor#executemany'], {
      driver: 'oracledb',
      placeholder: ':name',
      params: 'list',
    }),
    ...executes(
      ['clickhouse.Client#execute', 'clickhouse.Client#command', 'clickhouse.Client#query'],
      {
        driver: 'clickhouse',
        params: 'none',
      },
    ),
    ...executes(['bigquery.Client#query'], { driver: 'bigquery', params: 'none' }),
    ...executes(['pandas.read_sql', 'pandas.read_sql_query'], { driver: 'pandas', params: 'none' }),
    ...executes(['peewee.RawQuery', 'peewee.SQL'], {
      driver: 'peewee',
      form: 'fragment',
      placeholder: '%s',
      params: 'spread',
    }),
    ...password(['pymssql.connect', 'cx_Oracle.connect', 'oracledb.connect']),
  ],
};

/** Drivers whose connections and cursors are as PEP 249 says, and which need no word more. */
const standardDrivers = [
  'snowflake.connector.connect',
  'trino.dbapi.connect',
  'prestodb.dbapi.connect',
  'pyhive.hive.connect',
  'pyhive.presto.connect',
  'impala.dbapi.connect',
  'vertica_python.connect',
  'redshift_connector.connect',
  'fdb.connect',
  'firebirdsql.connect',
  'teradatasql.connect',
  'hdbcli.dbapi.connect',
  'jaydebeapi.connect',
  'phoenixdb.connect',
  'databricks.sql.connect',
  'pyathena.connect',
  'ibm_db_dbi.connect',
  'apsw.Connection',
  'duckdb.connect',
];
const oneCall = { params: 'none' };

/** More databases, helpers around drivers, and services of clouds that take SQL. */
export const moreDatabases: FrameworkModel = {
  name: 'more-databases',
  doc: 'https://peps.python.org/pep-0249/#cursor-methods',
  types: {
    ...instances(
      'dbapi.Connection#',
      standardDrivers.map((name) => `${name}()`),
    ),
    'dbapi.Connection#cursor()': 'dbapi.Cursor#',
    'records.Database()': 'records.Database#',
    'records.Database#get_connection()': 'records.Database#',
    'dataset.connect()': 'dataset.Database#',
    'databases.Database()': 'databases.Database#',
    'cassandra.cluster.Cluster().connect()': 'cassandra.Session#',
    ...instances('neo4j.Session#', [
      'neo4j.GraphDatabase.driver().session()',
      'neo4j.AsyncGraphDatabase.driver().session()',
    ]),
    ...instances('pyspark.Session#', [
      'pyspark.sql.SparkSession()',
      'pyspark.sql.SparkSession.builder.getOrCreate()',
      'pyspark.sql.SparkSession.builder.appName().getOrCreate()',
      'pyspark.sql.SQLContext()',
    ]),
    'pony.orm.Database()': 'pony.Database#',
    'web.database()': 'web.Database#',
    ...instances('tortoise.Client#', [
      'tortoise.Tortoise.get_connection()',
      'tortoise.connections.get()',
    ]),
    ...instances(
      'peewee.Database#',
      each(
        'peewee.',
        'SqliteDatabase() PostgresqlDatabase() MySQLDatabase() Database() DatabaseProxy()',
      ),
    ),
  },
  sinks: [
    ...executes(
      across(
        ['dbapi.Connection#', 'dbapi.Cursor#'],
        'execute executemany executescript execute_async sql query',
      ),
      { driver: 'dbapi', ...oneCall },
    ),
    ...executes(each('duckdb.', 'sql query execute'), { driver: 'duckdb', ...oneCall }),
    ...executes(each('records.Database#', 'query bulk_query'), { driver: 'records', ...oneCall }),
    ...executes(['dataset.Database#query'], { driver: 'dataset', ...oneCall }),
    ...executes(
      each('databases.Database#', 'execute execute_many fetch_all fetch_one fetch_val iterate'),
      { driver: 'databases', placeholder: ':name', params: 'map' },
      'query',
    ),
    ...executes(['cassandra.Session#execute', 'cassandra.Session#execute_async'], {
      driver: 'cassandra',
      placeholder: '%s',
      params: 'tuple',
    }),
    ...executes(['neo4j.Session#run', 'neo4j.Session#begin_transaction().run'], {
      driver: 'neo4j',
      ...oneCall,
    }),
    ...executes(['pyspark.Session#sql'], { driver: 'pyspark', ...oneCall }),
    ...executes(each('pony.Database#', 'select get execute exists'), {
      driver: 'pony',
      ...oneCall,
    }),
    ...executes(['web.Database#query'], { driver: 'web', ...oneCall }, 'sql_query'),
    ...sinks(
      'sql',
      each('web.Database#', 'select update delete where'),
      { text: kw('where') },
      { data: { driver: 'web', form: 'fragment' } },
    ),
    ...executes(each('tortoise.Client#', 'execute_query execute_query_dict execute_script'), {
      driver: 'tortoise',
      ...oneCall,
    }),
    ...executes(each('peewee.Database#', 'execute_sql execute'), {
      driver: 'peewee',
      placeholder: '%s',
      params: 'tuple',
    }),
    ...sinks(
      'sql',
      each('ibm_db.', 'exec_immediate prepare'),
      { text: at(1) },
      { data: { driver: 'ibm_db', ...oneCall } },
    ),
    ...executes(across(['psycopg.', 'psycopg2.'], 'sql.SQL'), {
      driver: 'psycopg',
      ...oneCall,
      form: 'fragment',
    }),
    ...executes(['pymssql._mssql.connect().execute_query', '_mssql.connect().execute_query'], {
      driver: 'pymssql',
      ...oneCall,
    }),
    ...executes(
      each('pandas.', 'io.sql.read_sql io.sql.read_sql_query io.gbq.read_gbq read_gbq').concat(
        each('polars.', 'read_database read_database_uri'),
        'pandas_gbq.read_gbq',
      ),
      { driver: 'pandas', ...oneCall },
    ),
    // Services of AWS and Google that take a statement by name.
    ...['QueryString', 'Sql', 'sql', 'Statement', 'Expression'].flatMap((name) =>
      sinks(
        'sql',
        each(
          'boto3.client().',
          'start_query_execution execute_statement batch_execute_statement execute_sql select_object_content',
        ),
        { text: kw(name) },
        { data: { driver: 'aws', ...oneCall } },
      ),
    ),
    ...password([
      'snowflake.connector.connect',
      'vertica_python.connect',
      'redshift_connector.connect',
    ]),
  ],
  calls: cleans(across(['dbapi.Connection#', 'dbapi.Cursor#'], 'execute executemany')),
};

const executors = [
  ...each('sqlalchemy.Connection#', 'execute scalar scalars exec_driver_sql stream'),
  ...each('sqlalchemy.Session#', 'execute scalar scalars stream'),
];
const clauses = across(
  ['sqlalchemy.Query#', 'sqlalchemy.Select#'],
  'filter where having order_by group_by from_statement',
);
const alchemy = { driver: 'sqlalchemy', placeholder: ':name', params: 'map' };

/** SQLAlchemy 2 and Flask-SQLAlchemy: text, connections, sessions, pieces of queries. */
export const sqlalchemy: FrameworkModel = {
  name: 'sqlalchemy',
  doc: 'https://docs.sqlalchemy.org/en/20/core/sqlelement.html#sqlalchemy.sql.expression.text',
  types: {
    ...instances('sqlalchemy.Engine#', [
      'sqlalchemy.create_engine()',
      'sqlalchemy.engine.create_engine()',
      'sqlalchemy.ext.asyncio.create_async_engine()',
      'flask_sqlalchemy.SQLAlchemy#engine',
      'flask_sqlalchemy.SQLAlchemy#get_engine()',
    ]),
    ...instances('sqlalchemy.Connection#', [
      'sqlalchemy.Engine#connect()',
      'sqlalchemy.Engine#begin()',
      'sqlalchemy.Engine#raw_connection()',
      'sqlalchemy.Session#connection()',
      'sqlalchemy.engine.Connection()',
    ]),
    ...instances('sqlalchemy.Session#', [
      'sqlalchemy.orm.Session()',
      'sqlalchemy.orm.session.Session()',
      'sqlalchemy.ext.asyncio.AsyncSession()',
      'sqlmodel.Session()',
      'sqlalchemy.orm.sessionmaker()()',
      'sqlalchemy.orm.scoped_session()',
      'sqlalchemy.orm.scoped_session()()',
      'flask_sqlalchemy.SQLAlchemy#session',
    ]),
    'flask_sqlalchemy.SQLAlchemy()': 'flask_sqlalchemy.SQLAlchemy#',
    ...instances('sqlalchemy.Query#', [
      'sqlalchemy.Session#query()',
      'flask_sqlalchemy.SQLAlchemy#Model.query',
      'flask_sqlalchemy.SQLAlchemy#Model().query',
      ...each('sqlalchemy.Query#', 'filter() filter_by() order_by() join() group_by() having()'),
    ]),
    ...instances('sqlalchemy.Select#', [
      'sqlalchemy.select()',
      'sqlalchemy.sql.select()',
      'sqlalchemy.future.select()',
      ...each(
        'sqlalchemy.Select#',
        'where() order_by() join() group_by() having() limit() offset()',
      ),
    ]),
  },
  extends: { 'sqlalchemy.Engine#': ['sqlalchemy.Connection#'] },
  sinks: [
    ...sinks(
      'sql',
      [
        'sqlalchemy.text',
        'sqlalchemy.sql.text',
        'sqlalchemy.sql.expression.text',
        'flask_sqlalchemy.SQLAlchemy#text',
      ],
      { text: at(0, 'text') },
      // Also the text of an expression: `server_default=text('now()')`.
      { data: { ...alchemy, params: 'bind', statement: 'maybe' } },
    ),
    ...executes(executors, alchemy, 'statement'),
    ...executes(['sqlalchemy.Engine#execute'], alchemy, 'statement'),
    ...sinks(
      'sql',
      clauses,
      { text: at(0) },
      { data: { ...alchemy, form: 'fragment', params: 'none' } },
    ),
    ...sinks(
      'sql',
      each('sqlalchemy.', 'literal_column sql.literal_column sql.expression.literal_column DDL'),
      { text: at(0, 'text') },
      { data: { ...alchemy, form: 'fragment', params: 'none' } },
    ),
    ...sinks(
      'sql',
      each('*.', 'prefix_with suffix_with'),
      { text: at(0) },
      { data: { ...alchemy, form: 'fragment', params: 'none', certain: 'no' } },
    ),
    ...sinks('object-lookup', ['sqlalchemy.Query#get', '*.get_or_404', '*.query.get'], {
      id: at(0),
    }),
  ],
  calls: [
    // Statements made of objects hold values beside their text.
    ...cleans(
      [
        ...each('sqlalchemy.', 'select sql.select future.select'),
        ...each('sqlalchemy.Select#', 'where order_by join group_by having limit offset'),
        // Columns in an order.
        ...each('*.', 'desc asc'),
      ],
      ['sql'],
    ),
    ...cleans([...executors, 'sqlalchemy.Engine#execute', 'sqlalchemy.Session#query']),
    ...cleans(each('sqlalchemy.Session#', 'add add_all delete merge flush commit get refresh')),
    ...cleans(each('sqlalchemy.Query#', 'get all first one one_or_none count paginate scalar')),
    ...cleans(each('sqlalchemy.', 'bindparam literal column func.lower func.upper'), ['sql']),
    // Reported where the text is made, so not again where it runs.
    ...cleans(each('sqlalchemy.', 'text sql.text sql.expression.text'), ['sql']),
  ],
};

/** A cursor or connection that another file gives: its method's name and a text that is SQL tell. */
export const unknownDatabase: FrameworkModel = {
  name: 'unknown-database',
  doc: 'https://peps.python.org/pep-0249/#cursor-methods',
  sinks: sinks(
    'sql',
    each(
      '*.',
      'execute executemany executescript execute_sql execute_query fetch fetchrow fetchval fetch_all fetch_one exec_driver_sql',
    ),
    { text: at(0), params: at(1) },
    { data: { driver: 'unknown', certain: 'no' } },
  ),
};
