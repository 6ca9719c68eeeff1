import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, cleans, each, instances, sinks } from '../../specs';
import { classes } from './classes';

function sql(symbols: readonly string[], data: SinkSpec['data'] = {}): readonly SinkSpec[] {
  return sinks(
    'sql',
    symbols,
    { text: at(0) },
    { data: { driver: 'jdbc', placeholder: '?', ...data } },
  );
}

const connection = 'java.sql.Connection#';
const statement = 'java.sql.Statement#';
const prepared = 'java.sql.PreparedStatement#';
const runs = 'execute executeQuery executeUpdate executeLargeUpdate addBatch';

/** JDBC: `java.sql` and `javax.sql`. */
export const jdbc: FrameworkModel = {
  name: 'jdbc',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.sql/java/sql/package-summary.html',
  types: {
    ...classes('java.sql.', 'Connection Statement PreparedStatement ResultSet'),
    'java.sql.CallableStatement()': prepared,
    ...instances('javax.sql.DataSource#', [
      'javax.sql.DataSource()',
      'com.zaxxer.hikari.HikariDataSource()',
      'org.springframework.jdbc.datasource.DriverManagerDataSource()',
      'org.apache.commons.dbcp2.BasicDataSource()',
    ]),
    ...instances(connection, [
      'java.sql.DriverManager.getConnection()',
      'javax.sql.DataSource#getConnection()',
    ]),
    [`${connection}createStatement()`]: statement,
    ...instances(prepared, each(connection, 'prepareStatement() prepareCall()')),
    ...instances('java.sql.ResultSet#', [
      `${statement}executeQuery()`,
      ...each(statement, 'getResultSet() getGeneratedKeys()'),
    ]),
    [`${statement}getConnection()`]: connection,
  },
  extends: { [prepared]: [statement] },
  sinks: [
    ...sinks('sql-values', each(prepared, 'setString setObject setNString setBytes'), {
      values: at(1),
    }),
    ...sql(each(statement, runs)),
    ...sql(each(connection, 'prepareStatement prepareCall nativeSQL')),
    ...sinks(
      'secret',
      ['java.sql.DriverManager.getConnection', 'javax.sql.DataSource#getConnection'],
      { value: at(2) },
      { data: { of: 'database' } },
    ),
    ...sinks('default-credentials', ['java.sql.DriverManager.getConnection'], {
      user: at(1),
      password: at(2),
    }),
    ...sql(
      each('*.', 'executeQuery executeUpdate executeLargeUpdate prepareStatement prepareCall'),
    ),
    ...sql(['*.addBatch'], { certain: 'no' }),
    ...sql(each('*.', 'rawQuery execSQL')),
  ],
  calls: cleans([
    ...across(
      [statement, prepared],
      `${runs} executeBatch getUpdateCount getResultSet getGeneratedKeys close`,
    ),
    ...each(connection, 'prepareStatement prepareCall createStatement commit rollback close'),
    ...each('*.', 'executeQuery executeUpdate prepareStatement prepareCall'),
    'java.sql.DriverManager.getConnection',
    'javax.sql.DataSource#getConnection',
    ...each(
      prepared,
      `setString setInt setLong setObject setDate setTimestamp setBoolean setDouble setBytes
       setBigDecimal setNull setArray setNString`,
    ),
  ]),
};

const template = 'org.springframework.jdbc.core.JdbcTemplate#';
const client = 'org.springframework.jdbc.core.simple.JdbcClient#';
const clientStatement = 'org.springframework.jdbc.core.simple.JdbcClient.StatementSpec#';
const queries = `query queryForObject queryForList queryForMap queryForRowSet queryForStream
  queryForInt queryForLong update batchUpdate execute`;

/** Spring's `JdbcTemplate`, `NamedParameterJdbcTemplate`, `JdbcClient` and R2DBC's client. */
export const springJdbc: FrameworkModel = {
  name: 'spring-jdbc',
  doc: 'https://docs.spring.io/spring-framework/reference/data-access/jdbc/core.html',
  types: {
    ...instances(template, [
      ...each('org.springframework.jdbc.core.', 'JdbcTemplate() JdbcOperations()'),
      ...each(
        'org.springframework.jdbc.core.namedparam.',
        'NamedParameterJdbcTemplate() NamedParameterJdbcOperations()',
      ),
      'org.springframework.jdbc.core.simple.SimpleJdbcTemplate()',
      `${template}getJdbcOperations()`,
      `${template}getJdbcTemplate()`,
    ]),
    ...instances(client, [
      'org.springframework.jdbc.core.simple.JdbcClient()',
      ...each('org.springframework.jdbc.core.simple.JdbcClient.', 'create()'),
    ]),
    ...instances(clientStatement, [
      `${client}sql()`,
      ...each(clientStatement, 'param() params() paramSource()'),
    ]),
    ...classes('org.springframework.r2dbc.core.', 'DatabaseClient'),
    ...classes('io.r2dbc.spi.', 'Connection'),
  },
  sinks: [
    ...sql(each(template, queries)),
    ...sinks('sql-values', [`${template}update`], { values: { position: 1, rest: true } }),
    ...sql([`${client}sql`], { placeholder: ':name' }),
    ...sql(['org.springframework.r2dbc.core.DatabaseClient#sql'], { placeholder: ':name' }),
    ...sql(['io.r2dbc.spi.Connection#createStatement'], { placeholder: '$n' }),
    ...sql(
      each(
        'org.springframework.jdbc.core.',
        'PreparedStatementCreatorFactory CallableStatementCreatorFactory',
      ),
    ),
    ...sinks(
      'sql',
      each('org.springframework.jdbc.object.', 'SqlUpdate SqlCall BatchSqlUpdate'),
      { text: at(1) },
      { data: { driver: 'jdbc', placeholder: '?' } },
    ),
    ...sql(
      each('*.', 'queryForObject queryForList queryForMap queryForRowSet queryForInt queryForLong'),
    ),
    ...sql(['*.batchUpdate'], { certain: 'no' }),
  ],
  calls: cleans([
    ...each(template, queries),
    // Rows are not what the parameters were.
    ...each(clientStatement, 'query update'),
    ...each('*.', 'queryForObject queryForList queryForMap queryForRowSet'),
  ]),
};

const manager = 'javax.persistence.EntityManager#';
const hibernate = 'org.hibernate.Session#';

/** The SQL clients of Vert.x. */
export const vertx: FrameworkModel = {
  name: 'vertx-sql',
  doc: 'https://vertx.io/docs/apidocs/io/vertx/sqlclient/SqlClient.html',
  types: instances(
    'io.vertx.sqlclient.SqlClient#',
    each('io.vertx.sqlclient.', 'SqlClient() SqlConnection() Pool()'),
  ),
  sinks: sql(each('io.vertx.sqlclient.SqlClient#', 'query preparedQuery prepare'), {
    placeholder: '$n',
  }),
  calls: cleans(each('io.vertx.sqlclient.SqlClient#', 'query preparedQuery prepare')),
};

/** JPA and Hibernate: queries as text; `javax.persistence` and `jakarta.persistence` alike. */
export const persistence: FrameworkModel = {
  name: 'jpa',
  doc: 'https://jakarta.ee/specifications/persistence/3.1/apidocs/',
  types: {
    ...classes('javax.persistence.', 'EntityManager Query TypedQuery'),
    ...classes('javax.persistence.criteria.', 'CriteriaBuilder CriteriaQuery Root'),
    [`${manager}getCriteriaBuilder()`]: 'javax.persistence.criteria.CriteriaBuilder#',
    'javax.persistence.EntityManagerFactory()': 'javax.persistence.EntityManagerFactory#',
    'javax.persistence.EntityManagerFactory#createEntityManager()': manager,
    ...instances(hibernate, [
      ...each('org.hibernate.', 'Session() StatelessSession() SharedSessionContract()'),
      ...each(
        'org.hibernate.SessionFactory#',
        'openSession() getCurrentSession() openStatelessSession()',
      ),
      `${manager}unwrap()`,
    ]),
    ...classes('org.hibernate.', 'SessionFactory'),
    ...classes('javax.jdo.', 'PersistenceManager Query'),
    'javax.jdo.PersistenceManager#newQuery()': 'javax.jdo.Query#',
    ...instances('org.jooq.DSLContext#', ['org.jooq.DSLContext()', 'org.jooq.impl.DSL.using()']),
  },
  extends: { [hibernate]: [manager] },
  sinks: [
    ...sql([`${manager}createQuery`], { placeholder: ':name', language: 'objects' }),
    ...sql([`${manager}createNativeQuery`], { placeholder: ':name' }),
    ...sql(each(hibernate, 'createQuery createSelectionQuery createMutationQuery createFilter'), {
      placeholder: ':name',
      language: 'objects',
    }),
    ...sql(each(hibernate, 'createNativeQuery createSQLQuery createNativeMutationQuery'), {
      placeholder: ':name',
    }),
    ...sql(['javax.jdo.PersistenceManager#newQuery'], {
      placeholder: ':name',
      language: 'objects',
    }),
    ...sinks(
      'sql',
      ['javax.jdo.PersistenceManager#newQuery'],
      { text: at(1) },
      { data: { driver: 'jdo', placeholder: ':name', language: 'objects' } },
    ),
    ...sql(
      [
        ...each('org.hibernate.criterion.Restrictions.', 'sqlRestriction'),
        'org.hibernate.annotations.Formula',
      ],
      { form: 'fragment' },
    ),
    ...sql(each('*.', 'createNativeQuery createSQLQuery'), { placeholder: ':name' }),
    ...sql(['*.createQuery'], { certain: 'no', placeholder: ':name', language: 'objects' }),
    ...sql(
      each('javax.jdo.Query#', 'setFilter setGrouping setOrdering setResult declareVariables'),
      { form: 'fragment' },
    ),
    // jOOQ's plain SQL.
    ...sql(
      each(
        'org.jooq.DSLContext#',
        'fetch fetchOne fetchMany fetchSingle fetchStream fetchLazy execute query resultQuery batch',
      ),
    ),
    ...sql(each('org.jooq.impl.DSL.', 'query condition field sql table resultQuery'), {
      form: 'fragment',
    }),
  ],
  calls: cleans([
    // Conditions as objects; their values are parameters.
    'javax.persistence.criteria.CriteriaBuilder#*',
    'javax.persistence.criteria.CriteriaQuery#*',
    ...each(manager, 'createQuery createNativeQuery find getReference persist merge remove'),
    ...each(hibernate, 'createSQLQuery get load save update'),
    ...each(
      '*.',
      'createQuery createNativeQuery createSQLQuery setParameter getResultList getSingleResult',
    ),
  ]),
};

/** MyBatis: statements in annotations; `${…}` puts text in, `#{…}` a value. */
export const mybatis: FrameworkModel = {
  name: 'mybatis',
  doc: 'https://mybatis.org/mybatis-3/java-api.html',
  sinks: each('org.apache.ibatis.annotations.', 'Select Insert Update Delete').map((decorator) => ({
    kind: 'sql',
    at: { decorator },
    roles: { text: at(0) },
    where: [{ arg: at(0), matches: /\$\{/ }],
    data: { driver: 'mybatis', placeholder: '#{name}', form: 'substituted' },
  })),
};
