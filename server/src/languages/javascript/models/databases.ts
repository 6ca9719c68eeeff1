import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, sinks } from '../../specs';

const sql = (call: string, data: Record<string, string>): SinkSpec => ({
  kind: 'sql',
  at: { call },
  roles: { text: { position: 0 }, params: { position: 1 } },
  data,
});

const postgres = { driver: 'pg', dialect: 'postgresql', placeholder: '$n', params: 'array' };
const mysql = { driver: 'mysql2', dialect: 'mysql', placeholder: '?', params: 'array' };
const sqlite = { driver: 'better-sqlite3', dialect: 'sqlite', placeholder: '?', params: 'chained' };

/** node-postgres: the text, then an array of values for `$1`, `$2`, … */
export const pg: FrameworkModel = {
  name: 'pg',
  doc: 'https://node-postgres.com/features/queries',
  types: {
    'pg.Client()': 'pg.Client#',
    'pg.Pool()': 'pg.Client#',
    'pg.native.Client()': 'pg.Client#',
    'pg.native.Pool()': 'pg.Client#',
    'pg-pool()': 'pg.Client#',
    'pg.Client#connect()': 'pg.Client#',
    'pg.PoolClient()': 'pg.Client#',
  },
  sinks: [sql('pg.Client#query', postgres)],
  calls: [
    { call: 'pg.Client#query', result: 'clean' },
    { call: 'pg.escapeIdentifier', result: 'clean' },
    { call: 'pg.escapeLiteral', result: 'clean' },
    { call: 'pg.Client#escapeIdentifier', result: 'clean' },
    { call: 'pg.Client#escapeLiteral', result: 'clean' },
  ],
};

const mysqlModules = ['mysql', 'mariadb', 'mysql2', 'mysql2/promise', 'promise-mysql'];

/** mysql and mysql2, with callbacks and with promises: the text, then an array of values for `?`. */
export const mysql2: FrameworkModel = {
  name: 'mysql2',
  doc: 'https://sidorares.github.io/node-mysql2/docs/documentation/prepared-statements',
  types: {
    ...Object.fromEntries(
      mysqlModules.flatMap((module) =>
        ['createConnection', 'createPool', 'createPoolPromise'].map((name) => [
          `${module}.${name}()`,
          'mysql2.Connection#',
        ]),
      ),
    ),
    'mysql2.Connection#promise()': 'mysql2.Connection#',
    'mysql2.Connection#getConnection()': 'mysql2.Connection#',
  },
  sinks: ['query', 'execute'].map((name) => sql(`mysql2.Connection#${name}`, mysql)),
  calls: [
    { call: 'mysql2.Connection#query', result: 'clean' },
    { call: 'mysql2.Connection#execute', result: 'clean' },
    { call: 'mysql2.Connection#escape', result: 'clean' },
    { call: 'mysql2.Connection#escapeId', result: 'clean' },
    ...mysqlModules.flatMap((module) =>
      ['escape', 'escapeId', 'format'].map(
        (name) => ({ call: `${module}.${name}`, result: 'clean' }) as const,
      ),
    ),
  ],
};

/** better-sqlite3: `prepare(text)`, then the values as arguments of `get`, `all`, `run`, `iterate`. */
export const betterSqlite3: FrameworkModel = {
  name: 'better-sqlite3',
  doc: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md',
  types: {
    'better-sqlite3()': 'better-sqlite3.Database#',
    'better-sqlite3.Database#prepare()': 'better-sqlite3.Statement#',
    'better-sqlite3.Statement#pluck()': 'better-sqlite3.Statement#',
    'better-sqlite3.Statement#raw()': 'better-sqlite3.Statement#',
  },
  sinks: [
    sql('better-sqlite3.Database#prepare', sqlite),
    sql('better-sqlite3.Database#exec', { ...sqlite, params: 'none' }),
    ...['get', 'all', 'run', 'iterate'].map(
      (name): SinkSpec => ({
        kind: 'sql-values',
        at: { call: `better-sqlite3.Statement#${name}` },
        data: sqlite,
      }),
    ),
  ],
  calls: [
    { call: 'better-sqlite3.Database#prepare', result: 'clean' },
    ...['get', 'all', 'run', 'iterate'].map(
      (name) => ({ call: `better-sqlite3.Statement#${name}`, result: 'clean' }) as const,
    ),
  ],
};

/** sqlite3 (node-sqlite3): the text, an array of values for `?`, a callback. */
export const sqlite3: FrameworkModel = {
  name: 'sqlite3',
  doc: 'https://github.com/TryGhost/node-sqlite3/wiki/API',
  types: {
    'sqlite3.verbose()': 'sqlite3',
    'sqlite3.Database()': 'sqlite3.Database#',
    'sqlite3.cached.Database()': 'sqlite3.Database#',
  },
  sinks: [
    ...['run', 'get', 'all', 'each', 'prepare'].map((name) =>
      sql(`sqlite3.Database#${name}`, { ...sqlite, driver: 'sqlite3', params: 'array' }),
    ),
    sql('sqlite3.Database#exec', { ...sqlite, driver: 'sqlite3', params: 'none' }),
  ],
};

/**
 * A database handle that another file exports: the method's name and a text that is SQL tell what it
 * is. The driver is not known, so there is no fix.
 */
export const unknownDatabase: FrameworkModel = {
  name: 'unknown-database',
  doc: 'https://developer.mozilla.org/docs/Learn_web_development/Extensions/Server-side/Express_Nodejs',
  sinks: [
    'query',
    'execute',
    'raw',
    'all',
    'get',
    'run',
    'each',
    'exec',
    'prepare',
    '$queryRawUnsafe',
  ].map(
    (method): SinkSpec => ({
      kind: 'sql',
      at: { method },
      roles: { text: { position: 0 }, params: { position: 1 } },
      data: { driver: 'unknown', certain: 'no' },
    }),
  ),
};

const fragment = { data: { driver: 'unknown', form: 'fragment' } } as const;

/** mssql and tedious. */
export const mssql: FrameworkModel = {
  name: 'mssql',
  doc: 'https://github.com/tediousjs/node-mssql#request',
  types: {
    ...instances('mssql.Request#', [
      'mssql.Request()',
      'mssql.Pool#request()',
      'mssql.Request#input()',
    ]),
    ...instances('mssql.Pool#', [
      'mssql.ConnectionPool()',
      'mssql.connect()',
      'mssql.Pool#connect()',
    ]),
  },
  sinks: [
    ...sinks(
      'sql',
      [
        'mssql.Request#query',
        'mssql.Request#batch',
        'mssql.query',
        'mssql.Pool#query',
        'mssql.Pool#batch',
      ],
      { text: at(0) },
      {
        data: { driver: 'mssql', dialect: 'transactsql', placeholder: '@name' },
      },
    ),
    ...sinks(
      'sql',
      ['tedious.Request'],
      { text: at(0) },
      {
        data: { driver: 'tedious', dialect: 'transactsql', placeholder: '@name' },
      },
    ),
  ],
  calls: gives('receiver', ['mssql.Request#input']),
};

const knexQuery = 'knex.Query#';

/** knex: builders are safe, `raw` texts are not. */
export const knex: FrameworkModel = {
  name: 'knex',
  doc: 'https://knexjs.org/guide/raw.html',
  types: {
    ...instances('knex.Knex#', ['knex()', 'knex.knex()', 'knex.default()', 'knex.Knex()']),
    ...instances(knexQuery, [
      'knex.Knex#()',
      ...each('knex.Knex#', 'from select table into with insert where').map((of) => `${of}()`),
      ...each(
        knexQuery,
        'select from where andWhere orWhere join leftJoin orderBy limit offset insert update del returning groupBy having first',
      ).map((of) => `${of}()`),
    ]),
  },
  sinks: [
    ...sinks(
      'sql',
      ['knex.Knex#raw', 'knex.Knex#schema.raw'],
      { text: at(0), params: at(1) },
      {
        data: { driver: 'knex', placeholder: '?', params: 'array' },
      },
    ),
    ...sinks(
      'sql',
      [
        ...each(
          knexQuery,
          'whereRaw andWhereRaw orWhereRaw havingRaw orderByRaw groupByRaw joinRaw fromRaw',
        ),
        ...each('*.', 'whereRaw orWhereRaw andWhereRaw havingRaw orderByRaw groupByRaw joinRaw'),
      ],
      { text: at(0), params: at(1) },
      fragment,
    ),
  ],
};

const sequelize = 'sequelize.Sequelize#';

/** Sequelize: `query` and `literal` take text as it is. */
export const sequelizeModel: FrameworkModel = {
  name: 'sequelize',
  doc: 'https://sequelize.org/docs/v6/core-concepts/raw-queries/',
  types: {
    ...instances(sequelize, [
      'sequelize()',
      'sequelize.Sequelize()',
      'sequelize-typescript.Sequelize()',
    ]),
    ...instances('sequelize.Model', each(sequelize, 'define() model()')),
  },
  sinks: [
    ...sinks(
      'mass-assignment',
      each('sequelize.Model.', 'create build update bulkCreate upsert'),
      { attributes: at(0) },
      { data: { orm: 'sequelize' }, unless: [{ arg: at(1), path: ['fields'], missing: false }] },
    ),
    ...sinks('object-lookup', ['sequelize.Model.findByPk'], { id: at(0) }),
    ...sinks(
      'sql',
      [`${sequelize}query`],
      { text: at(0), params: at(1) },
      {
        data: { driver: 'sequelize', placeholder: ':name' },
      },
    ),
    ...sinks(
      'sql',
      [...across(['sequelize.', sequelize, 'sequelize.Sequelize.'], 'literal'), '*.literal'],
      { text: at(0) },
      fragment,
    ),
    ...sinks(
      'secret',
      ['sequelize', 'sequelize.Sequelize'],
      { value: at(2) },
      { data: { of: 'database' } },
    ),
    ...sinks(
      'clear-text',
      ['sequelize', 'sequelize.Sequelize'],
      {},
      {
        data: { protocol: 'database' },
        where: [{ arg: at(3), path: ['dialectOptions', 'ssl'], is: [false] }],
      },
    ),
    ...sinks(
      'tls-off',
      ['sequelize', 'sequelize.Sequelize'],
      {},
      {
        data: { part: 'certificate' },
        where: [
          {
            any: [0, 1, 3].map((position) => ({
              arg: at(position),
              path: ['dialectOptions', 'ssl', 'rejectUnauthorized'],
              is: [false],
            })),
          },
        ],
      },
    ),
  ],
};

const repository = 'typeorm.Repository#';
const builder = 'typeorm.QueryBuilder#';

/** TypeORM: `query` and the texts of query builders. */
export const typeorm: FrameworkModel = {
  name: 'typeorm',
  doc: 'https://typeorm.io/select-query-builder',
  types: {
    ...instances(repository, [
      'typeorm.getRepository()',
      'typeorm.Repository()',
      'typeorm.DataSource#getRepository()',
      'typeorm.EntityManager()',
      'typeorm.getManager()',
      'typeorm.DataSource#manager',
      'typeorm.getConnection()',
      'typeorm.createConnection()',
      'typeorm.Connection()',
    ]),
    ...instances('typeorm.DataSource#', ['typeorm.DataSource()']),
    ...instances('typeorm.QueryRunner#', [
      'typeorm.DataSource#createQueryRunner()',
      'typeorm.QueryRunner()',
    ]),
    ...instances(builder, [
      'typeorm.getRepository#createQueryBuilder()',
      `${repository}createQueryBuilder()`,
      'typeorm.DataSource#createQueryBuilder()',
      'typeorm.createQueryBuilder()',
      ...each(
        builder,
        'select addSelect from where andWhere orWhere leftJoin innerJoin leftJoinAndSelect orderBy addOrderBy groupBy having set update delete skip take limit',
      ).map((of) => `${of}()`),
    ]),
  },
  sinks: [
    ...sinks(
      'sql',
      [`${repository}query`, 'typeorm.DataSource#query', 'typeorm.QueryRunner#query'],
      { text: at(0), params: at(1) },
      {
        data: { driver: 'typeorm' },
      },
    ),
    ...sinks(
      'sql',
      each(builder, 'where andWhere orWhere having orderBy addOrderBy groupBy select addSelect'),
      { text: at(0), params: at(1) },
      fragment,
    ),
    ...sinks('sql', each('*.', 'andWhere orWhere'), { text: at(0), params: at(1) }, fragment),
  ],
};

/** Prisma: only the two `Unsafe` functions take text. */
export const prisma: FrameworkModel = {
  name: 'prisma',
  doc: 'https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries',
  types: instances('prisma.Client#', ['@prisma/client.PrismaClient()']),
  sinks: [
    ...sinks(
      'sql',
      [
        ...across(['prisma.Client#', '*.'], '$queryRawUnsafe $executeRawUnsafe'),
        '@prisma/client.Prisma.raw',
      ],
      { text: at(0) },
      {
        data: { driver: 'prisma' },
      },
    ),
    ...sinks(
      'mass-assignment',
      each('*.', 'upsert'),
      { attributes: at(0) },
      { data: { orm: 'prisma' }, where: [{ arg: at(0), path: ['create'], missing: false }] },
    ),
  ],
};

const collection = 'mongodb.Collection#';
const filters =
  'find findOne findOneAndUpdate findOneAndDelete findOneAndReplace updateOne updateMany deleteOne deleteMany replaceOne countDocuments count distinct remove update';

/** The MongoDB driver and Mongoose: filters are objects, so an object from outside is an operator. */
export const mongo: FrameworkModel = {
  name: 'mongodb',
  doc: 'https://www.mongodb.com/docs/manual/reference/operator/query/',
  types: {
    ...instances('mongodb.Client#', [
      'mongodb.MongoClient()',
      'mongodb.MongoClient.connect()',
      'mongodb.Client#connect()',
    ]),
    ...instances('mongodb.Db#', ['mongodb.Client#db()', 'mongodb.Db()']),
    ...instances(collection, ['mongodb.Db#collection()', 'mongodb.Collection()']),
    ...instances('mongoose.Model', ['mongoose.model()', 'mongoose.connection.model()']),
    ...instances('mongoose.Document#', ['mongoose.Model()']),
  },
  sinks: [
    ...sinks(
      'nosql-query',
      each(collection, filters),
      { query: at(0) },
      { data: { form: 'filter' } },
    ),
    ...sinks(
      'nosql-query',
      each('mongoose.Model.', `${filters} findById findByIdAndUpdate exists where`),
      { query: at(0) },
      { data: { form: 'filter' } },
    ),
    ...sinks(
      'nosql-query',
      [`${collection}aggregate`, 'mongoose.Model.aggregate'],
      { query: at(0) },
      { data: { form: 'pipeline' } },
    ),
    ...sinks(
      'nosql-query',
      each(
        '*.',
        'findOne findOneAndUpdate findOneAndDelete updateOne updateMany deleteOne deleteMany',
      ),
      { query: at(0) },
      { data: { form: 'filter' } },
    ),
    // Lists have methods of these names too, but are given functions.
    ...sinks(
      'nosql-query',
      each('*.', 'find count remove'),
      { query: at(0) },
      { data: { form: 'filter' }, where: [{ arg: at(0), path: ['$where'], missing: false }] },
    ),
    ...sinks(
      'nosql-query',
      ['*.$where', '*.mapReduce'],
      { query: at(0) },
      { data: { form: 'code' } },
    ),
    ...sinks(
      'mass-assignment',
      ['mongoose.Model', 'mongoose.Model.create', 'mongoose.Model.insertMany'],
      { attributes: at(0) },
      { data: { orm: 'mongoose' } },
    ),
    ...sinks(
      'mass-assignment',
      each('mongoose.Model.', 'findByIdAndUpdate findOneAndUpdate updateOne update updateMany'),
      { attributes: at(1) },
      { data: { orm: 'mongoose' } },
    ),
    // Models that another file exports: the rule looks at the receiver's name.
    ...sinks(
      'mass-assignment',
      each('*.', 'create build insertMany bulkCreate'),
      { attributes: at(0) },
      { data: { orm: 'unknown' }, unless: [{ arg: at(1), path: ['fields'], missing: false }] },
    ),
    ...sinks(
      'mass-assignment',
      each('*.', 'findByIdAndUpdate findOneAndUpdate'),
      { attributes: at(1) },
      { data: { orm: 'unknown' } },
    ),
    ...sinks(
      'object-lookup',
      each('mongoose.Model.', 'findById findByIdAndUpdate findByIdAndDelete'),
      {
        id: at(0),
      },
    ),
    ...sinks('object-lookup', each('*.', 'findUnique findUniqueOrThrow'), { filter: at(0) }),
    ...sinks(
      'object-lookup',
      each('*.', 'findById findByPk findByIdAndUpdate findByIdAndDelete findByIdAndRemove'),
      { id: at(0) },
    ),
  ],
  calls: [
    ...cleans(
      [
        'mongo-sanitize',
        'mongoose.Types.ObjectId',
        'mongodb.ObjectId',
        'express-mongo-sanitize.sanitize',
      ],
      ['nosql-query'],
    ),
    // A record that was found is not what it was looked for with (Mongoose, Sequelize, Prisma).
    ...cleans([
      ...each('*.', 'findOne findById findByPk findOrCreate findOrBuild findAll findAndCountAll'),
      ...each('*.', 'findUnique findFirst findMany findUniqueOrThrow findFirstOrThrow'),
    ]),
  ],
};

/** Places where libraries of databases expect a password. */
export const databaseLogins: FrameworkModel = {
  name: 'database-logins',
  doc: 'https://node-postgres.com/apis/client',
  sinks: [
    'pg.Client',
    'pg.Pool',
    ...mysqlModules.flatMap((module) => [`${module}.createConnection`, `${module}.createPool`]),
    'mssql.ConnectionPool',
    'mssql.connect',
  ].flatMap((call) => [
    ...sinks(
      'tls-off',
      [call],
      {},
      {
        data: { part: 'certificate' },
        where: [{ arg: at(0), path: ['ssl', 'rejectUnauthorized'], is: [false] }],
      },
    ),
    ...sinks('default-credentials', [call], { user: at(0), password: at(0) }),
    ...sinks('secret', [call], { value: at(0) }, { data: { of: 'database' } }),
  ]),
};
