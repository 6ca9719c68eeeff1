import type { FrameworkModel, SinkSpec } from '../../../engine/model';

const requestData: readonly (readonly [string, string])[] = [
  ['GET', 'the query string of the request'],
  ['POST', 'a form field of the request'],
  ['COOKIES', 'a cookie of the request'],
  ['META', 'a header of the request'],
  ['headers', 'a header of the request'],
  ['body', 'the body of the request'],
  ['FILES', 'an uploaded file'],
  ['path', 'the path of the request'],
  ['data', 'the body of the request'],
  ['query_params', 'the query string of the request'],
];

const rawSql = (call: string): SinkSpec => ({
  kind: 'sql',
  at: { call },
  roles: { text: { position: 0, name: 'sql' }, params: { position: 1, name: 'params' } },
  data: { driver: 'django', placeholder: '%s', params: 'list' },
});

const setting = (name: string): SinkSpec => ({
  kind: 'cors-setting',
  at: { assignName: name },
  data: { framework: 'django-cors-headers', setting: name },
});

/** Django 5: views, requests, raw SQL, passwords, and the settings of django-cors-headers. */
export const django: FrameworkModel = {
  name: 'django',
  doc: 'https://docs.djangoproject.com/en/5.2/topics/db/sql/',
  types: {
    'django.http.HttpRequest()': 'django.HttpRequest#',
    'django.db.connection.cursor()': 'django.Cursor#',
    'django.db.connections.cursor()': 'django.Cursor#',
  },
  sources: requestData.map(
    ([name, label]) => ({ symbol: `django.HttpRequest#${name}`, kind: 'remote', label }) as const,
  ),
  entryPoints: [
    {
      by: 'signature',
      names: [['request']],
      params: ['django.HttpRequest#'],
      ifImported: 'django',
    },
    {
      by: 'signature',
      names: [['request']],
      params: ['django.HttpRequest#'],
      ifImported: 'rest_framework',
    },
  ],
  sinks: [
    rawSql('django.Cursor#execute'),
    rawSql('django.Cursor#executemany'),
    {
      kind: 'sql',
      at: { method: 'raw' },
      roles: { text: { position: 0, name: 'raw_query' }, params: { position: 1, name: 'params' } },
      data: { driver: 'django', placeholder: '%s', params: 'list' },
    },
    {
      ...rawSql('django.db.models.expressions.RawSQL'),
      data: { driver: 'django', placeholder: '%s', params: 'list' },
    },
    setting('CORS_ALLOW_ALL_ORIGINS'),
    setting('CORS_ORIGIN_ALLOW_ALL'),
    setting('CORS_ALLOWED_ORIGIN_REGEXES'),
    setting('CORS_ORIGIN_REGEX_WHITELIST'),
    {
      kind: 'password-field',
      at: { assignKey: 'password' },
      data: { framework: 'django' },
    },
    {
      kind: 'password-record',
      at: { method: 'create' },
      roles: { password: { name: 'password' } },
      data: { framework: 'django' },
    },
    ...['get', 'filter', 'filter_by'].map(
      (method): SinkSpec => ({
        kind: 'password-lookup',
        at: { method },
        roles: { password: { name: 'password' } },
        data: { framework: 'django' },
      }),
    ),
    // Pieces of SQL that go into the statement as they are.
    ...['where', 'select', 'tables', 'order_by'].map(
      (name): SinkSpec => ({
        kind: 'sql',
        at: { method: 'extra' },
        roles: { text: { name } },
        data: { driver: 'django', params: 'none' },
      }),
    ),
    ...['HttpResponse', 'JsonResponse', 'StreamingHttpResponse'].map(
      (name): SinkSpec => ({
        kind: 'response-headers',
        at: { call: `django.http.${name}` },
        roles: { headers: { name: 'headers' } },
        data: { framework: 'mapping' },
      }),
    ),
  ],
  calls: [
    { call: 'django.Cursor#execute', result: 'clean' },
    ...['make_password', 'check_password'].map(
      (name) => ({ call: `django.contrib.auth.hashers.${name}`, result: 'clean' }) as const,
    ),
    { call: '*.set_password', result: 'clean' },
    { call: '*.check_password', result: 'clean' },
  ],
};
