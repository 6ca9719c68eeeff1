import type { FrameworkModel } from '../../../engine/model';
import { across, at, each, gives, instances, remote, sinks, sources } from '../../specs';

const mysqli = { data: { driver: 'mysqli', dialect: 'mysql', placeholder: '?' } } as const;
const pdo = { data: { driver: 'pdo', placeholder: '?' } } as const;
const postgres = { data: { driver: 'pgsql', dialect: 'postgresql', placeholder: '$n' } } as const;
const sqlite = { data: { driver: 'sqlite3', dialect: 'sqlite', placeholder: '?' } } as const;
const unsure = { data: { driver: 'unknown', certain: 'no' } } as const;

/** mysqli, PDO, pg_*, SQLite3 and older extensions. */
export const databases: FrameworkModel = {
  name: 'databases',
  doc: 'https://www.php.net/manual/en/refs.database.php',
  types: {
    ...instances('mysqli#', ['mysqli()', 'mysqli_connect()', 'mysqli_init()']),
    ...instances('PDO#', ['PDO()']),
    ...instances('SQLite3#', ['SQLite3()', 'SQLiteDatabase()']),
    ...instances('PDOStatement#', ['PDO#prepare()', 'PDO#query()']),
    ...instances('mysqli_stmt#', ['mysqli#prepare()', 'mysqli_prepare()']),
    ...instances('mysqli_result#', [
      'mysqli#query()',
      'mysqli_query()',
      'mysqli_stmt#get_result()',
      'mysqli_stmt_get_result()',
    ]),
    ...instances('SQLite3Result#', ['SQLite3#query()']),
    ...instances('MongoDB.Client#', ['MongoDB.Client()', 'MongoClient()']),
    ...instances('MongoDB.Database#', ['MongoDB.Database()']),
    ...instances('MongoDB.Collection#', ['MongoDB.Collection()']),
  },
  typePatterns: [
    { symbol: /^MongoDB\.Client#(?:\w+|select(?:Database|DB)\(\))$/, type: 'MongoDB.Database#' },
    {
      symbol: /^MongoDB\.(?:Client|Database)#(?:\w+|selectCollection\(\))$/,
      type: 'MongoDB.Collection#',
    },
  ],
  sources: sources(
    'stored',
    'a row of the database',
    [
      ...across(
        ['mysqli_result#', 'mysqli_', 'mysql_', 'pg_', 'sqlsrv_'],
        'fetch_assoc fetch_array fetch_object fetch_row fetch_all',
      ),
      ...each('PDOStatement#', 'fetch fetchAll fetchColumn fetchObject'),
      ...each('SQLite3Result#', 'fetchArray'),
    ],
    true,
  ),
  sinks: [
    ...sinks(
      'sql',
      each('mysqli#', 'query real_query multi_query prepare execute_query'),
      { text: at(0) },
      mysqli,
    ),
    ...sinks(
      'sql',
      each(
        '',
        'mysqli_query mysqli_real_query mysqli_multi_query mysqli_prepare mysqli_execute_query',
      ),
      { text: at(1) },
      mysqli,
    ),
    ...sinks(
      'sql',
      each(
        '',
        'mysql_query mysql_unbuffered_query mssql_query sqlsrv_query fbsql_query msql_query',
      ),
      { text: at(0) },
      { data: { driver: 'mysql', dialect: 'mysql' } },
    ),
    ...sinks(
      'sql',
      [
        'sqlsrv_query',
        'sqlsrv_prepare',
        'ingres_query',
        'ingres_unbuffered_query',
        'odbc_exec',
        'odbc_prepare',
        'oci_parse',
        'ibase_query',
        'db2_exec',
        'sqlite_query',
        'cubrid_execute',
      ],
      { text: at(1) },
      { data: { driver: 'unknown' } },
    ),
    ...sinks(
      'sql',
      ['sqlite_query', 'sqlite_exec', 'sqlite_array_query', 'mysql_db_query', 'dbx_query'],
      { text: at(0) },
      unsure,
    ),
    ...sinks('sql', each('PDO#', 'query exec prepare'), { text: at(0) }, pdo),
    ...sinks(
      'sql',
      each('', 'pg_query pg_send_query'),
      { text: at(1) },
      { ...postgres, where: [{ arg: at(1), missing: false }] },
    ),
    ...sinks(
      'sql',
      each('', 'pg_query_params pg_send_query_params'),
      { text: at(1), params: at(2) },
      { ...postgres, where: [{ arg: at(2), missing: false }] },
    ),
    // The connection may be left out.
    ...sinks(
      'sql',
      ['pg_query_params'],
      { text: at(0), params: at(1) },
      { ...postgres, where: [{ arg: at(2), missing: true }] },
    ),
    ...sinks(
      'sql',
      ['pg_query', 'pg_exec'],
      { text: at(0) },
      { ...postgres, where: [{ arg: at(1), missing: true }] },
    ),
    ...sinks('sql', ['pg_prepare', 'pg_send_prepare'], { text: at(2) }, postgres),
    ...sinks('sql', each('SQLite3#', 'query exec querySingle prepare'), { text: at(0) }, sqlite),
    ...sinks(
      'sql',
      each(
        '*.',
        'query exec prepare execute executeQuery executeStatement executeUpdate real_query multi_query querySingle select fetchAll fetchAllAssociative fetchAssociative fetchOne get_results get_row get_var get_col',
      ),
      { text: at(0), params: at(1) },
      unsure,
    ),
    ...sinks('sql-values', each('', 'mysqli_stmt_bind_param'), {
      values: { position: 2, rest: true },
    }),
    ...sinks('sql-values', ['mysqli_stmt#bind_param'], { values: { position: 1, rest: true } }),
    ...sinks('sql-values', ['PDOStatement#execute', 'mysqli_stmt#execute'], { values: at(0) }),
    ...sinks('sql-values', each('PDOStatement#', 'bindValue bindParam'), { values: at(1) }),
    ...sinks('default-credentials', ['mysqli', 'mysqli_connect', 'mysql_connect'], {
      user: at(1),
      password: at(2),
    }),
    ...sinks('default-credentials', ['PDO'], { user: at(1), password: at(2) }),
    ...sinks(
      'secret',
      ['mysqli', 'mysqli_connect', 'mysql_connect', 'PDO'],
      { value: at(2) },
      { data: { of: 'database' } },
    ),
    ...sinks(
      'nosql-query',
      each(
        '*.',
        'findOne findAndModify findOneAndUpdate updateOne updateMany deleteOne deleteMany aggregate',
      ),
      { query: at(0) },
      {
        data: { form: 'filter' },
        where: [{ arg: at(0), missing: false }],
      },
    ),
    ...sinks(
      'nosql-query',
      each(
        'MongoDB.Collection#',
        'find findOne findOneAndDelete findOneAndReplace findOneAndUpdate count countDocuments deleteOne deleteMany updateOne updateMany replaceOne remove update',
      ),
      { query: at(0) },
      { data: { form: 'filter' } },
    ),
    ...sinks(
      'nosql-query',
      ['MongoDB.Driver.Query'],
      { query: at(0) },
      { data: { form: 'filter' } },
    ),
    ...sinks(
      'nosql-query',
      ['MongoCode', 'MongoDB.BSON.Javascript'],
      { query: at(0) },
      { data: { form: 'code' } },
    ),
  ],
  calls: [
    ...gives('clean', across(['mysqli#', 'PDO#', 'SQLite3#'], 'query prepare exec real_query')),
    ...gives('clean', each('', 'mysqli_query mysqli_prepare mysql_query pg_query pg_query_params')),
  ],
};

const remotes = each(
  '',
  'wp_remote_get wp_remote_post wp_remote_request wp_remote_head wp_remote_fopen download_url wp_get_http vip_safe_wp_remote_get fetch_feed',
);

/** WordPress. */
export const wordpress: FrameworkModel = {
  name: 'wordpress',
  doc: 'https://developer.wordpress.org/reference/classes/wpdb/',
  types: instances('WP.Request#', ['WP_REST_Request()']),
  sources: [
    ...remote('the query string of the request', ['get_query_var'], true),
    ...remote(
      'the request',
      each(
        'WP.Request#',
        'get_param get_params get_query_params get_body get_body_params get_json_params get_url_params get_header get_file_params',
      ),
      true,
    ),
  ],
  entryPoints: [
    // Whoever writes a post chooses them.
    {
      by: 'registration',
      call: 'add_shortcode',
      from: 1,
      params: [{ source: 'the attributes of a shortcode', kind: 'stored' }],
      returns: { kind: 'html' },
    },
  ],
  sinks: [
    ...sinks(
      'sql',
      each('$wpdb.', 'query get_results get_row get_var get_col prepare'),
      { text: at(0) },
      {
        data: { driver: 'wpdb', dialect: 'mysql', placeholder: '%s' },
      },
    ),
    ...sinks('redirect', ['wp_redirect'], { url: at(0) }),
    ...sinks('http-request', remotes, { url: at(0) }),
    ...sinks(
      'tls-off',
      [...remotes, ...each('', 'wp_safe_remote_get wp_safe_remote_post')],
      { value: at(1) },
      {
        data: { part: 'certificate' },
        where: [{ arg: at(1), path: ['sslverify'], is: [false] }],
      },
    ),
    ...sinks(
      'tls-off',
      ['add_filter'],
      {},
      {
        data: { part: 'certificate' },
        where: [
          { arg: at(0), is: ['https_ssl_verify', 'https_local_ssl_verify'] },
          { arg: at(1), is: ['__return_false'] },
        ],
      },
    ),
    // Both say whether a request is forged, and go on.
    ...sinks('csrf-off', ['wp_verify_nonce'], {}, { data: { part: 'result' } }),
    ...sinks(
      'csrf-off',
      ['check_ajax_referer'],
      {},
      { data: { part: 'result' }, where: [{ arg: at(2), is: [false, 0] }] },
    ),
    ...sinks(
      'debug-on',
      ['define'],
      { value: at(1) },
      {
        where: [
          { arg: at(0), is: ['WP_DEBUG_DISPLAY', 'WP_DEBUG', 'SCRIPT_DEBUG'] },
          { arg: at(1), is: [true, 1] },
        ],
      },
    ),
    ...sinks('html', ['_e', 'wp_die'], { content: at(0) }),
    ...sinks('file-path', ['wp_delete_file'], { path: at(0) }, { data: { op: 'delete' } }),
  ],
  calls: [
    ...gives(
      'clean',
      [
        'esc_html',
        'esc_attr',
        'esc_textarea',
        'esc_js',
        'esc_html__',
        'esc_attr__',
        'wp_kses',
        'wp_kses_post',
        'wp_kses_data',
        'sanitize_text_field',
        'sanitize_title',
        'sanitize_html_class',
        'tag_escape',
      ],
      { cleans: ['html', 'response'] },
    ),
    ...gives('clean', ['esc_url', 'esc_url_raw'], { cleans: ['html', 'response'] }),
    ...gives('clean', ['esc_sql', 'like_escape', '$wpdb.prepare', '$wpdb.esc_like'], {
      cleans: ['sql'],
    }),
    ...gives('clean', ['absint', 'sanitize_key', 'sanitize_email', 'wp_hash_password', 'is_email']),
    ...gives('clean', ['sanitize_file_name'], { cleans: ['file-path'] }),
    ...gives('clean', ['wp_validate_redirect', 'wp_sanitize_redirect'], { cleans: ['redirect'] }),
    ...gives('propagate', ['wp_unslash', 'stripslashes_deep']),
  ],
};

const builder = 'Doctrine.QueryBuilder#';
const fragment = { data: { driver: 'unknown', form: 'fragment', certain: 'no' } } as const;

/** Doctrine DBAL and ORM. */
export const doctrine: FrameworkModel = {
  name: 'doctrine',
  doc: 'https://www.doctrine-project.org/projects/doctrine-dbal/en/4.2/reference/security.html',
  types: {
    ...instances('Doctrine.EntityManager#', [
      'Doctrine.ORM.EntityManagerInterface()',
      'Doctrine.ORM.EntityManager()',
      'Doctrine.Persistence.ObjectManager()',
    ]),
    ...instances('Doctrine.Connection#', [
      'Doctrine.DBAL.Connection()',
      'Doctrine.DBAL.Driver.Connection()',
      'Doctrine.DBAL.DriverManager.getConnection()',
      'Doctrine.EntityManager#getConnection()',
    ]),
    ...instances(builder, [
      'Doctrine.ORM.QueryBuilder()',
      'Doctrine.DBAL.Query.QueryBuilder()',
      'Doctrine.EntityManager#createQueryBuilder()',
      'Doctrine.Connection#createQueryBuilder()',
      ...each(
        builder,
        'select addSelect from where andWhere orWhere join leftJoin innerJoin orderBy addOrderBy groupBy having setParameter set update delete insert',
      ).map((call) => `${call}()`),
    ]),
  },
  sinks: [
    ...sinks(
      'sql',
      each('Doctrine.EntityManager#', 'createQuery createNativeQuery'),
      { text: at(0) },
      { data: { driver: 'doctrine', placeholder: ':name' } },
    ),
    ...sinks('sql', ['*.createQuery', '*.createNativeQuery'], { text: at(0) }, unsure),
    ...sinks(
      'sql',
      each(
        'Doctrine.Connection#',
        'executeQuery executeStatement executeUpdate query exec prepare fetchAll fetchAllAssociative fetchAssociative fetchAssoc fetchColumn fetchOne fetchArray',
      ),
      { text: at(0), params: at(1) },
      { data: { driver: 'dbal', placeholder: '?' } },
    ),
    ...sinks(
      'sql',
      each(
        builder,
        'where andWhere orWhere having andHaving orHaving orderBy addOrderBy groupBy select addSelect from join leftJoin innerJoin set add',
      ),
      { text: at(0) },
      fragment,
    ),
    // Names of columns are not quoted.
    ...sinks(
      'sql',
      each(builder, 'orderBy addOrderBy groupBy addGroupBy'),
      { text: at(0) },
      {
        data: { driver: 'doctrine', form: 'fragment' },
        where: [{ arg: at(0), taint: 'remote' }],
      },
    ),
    ...sinks(
      'sql',
      each('*.', 'where andWhere orWhere'),
      { text: at(0) },
      { data: { driver: 'unknown', form: 'fragment', certain: 'no' } },
    ),
  ],
};
