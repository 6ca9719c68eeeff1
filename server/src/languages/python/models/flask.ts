import type { EntryPointSpec, FrameworkModel, SinkSpec } from '../../../engine/model';

const requestData: readonly (readonly [string, string])[] = [
  ['args', 'the query string of the request'],
  ['form', 'a form field of the request'],
  ['values', 'a parameter of the request'],
  ['json', 'the body of the request'],
  ['data', 'the body of the request'],
  ['cookies', 'a cookie of the request'],
  ['headers', 'a header of the request'],
  ['files', 'an uploaded file'],
  ['path', 'the path of the request'],
  ['full_path', 'the path of the request'],
  ['url', 'the address of the request'],
  ['query_string', 'the query string of the request'],
  ['view_args', 'the path of the request'],
  ['host', 'the Host header of the request'],
];

const routes: readonly EntryPointSpec[] = ['route', 'get', 'post', 'put', 'patch', 'delete'].map(
  (name) => ({
    by: 'decorator',
    decorator: `flask.Flask#${name}`,
    tainted: 'path',
    pathParams: /<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>/g,
    cleanConverters: ['int', 'float', 'uuid', 'any'],
    label: 'the path of the request',
  }),
);

/** Flask 3: the request, routes with their converters, headers. */
export const flask: FrameworkModel = {
  name: 'flask',
  doc: 'https://flask.palletsprojects.com/en/stable/api/#incoming-request-data',
  types: {
    'flask.Flask()': 'flask.Flask#',
    'flask.Blueprint()': 'flask.Flask#',
    'flask.make_response()': 'flask.Response#',
    'flask.jsonify()': 'flask.Response#',
    'flask.Response()': 'flask.Response#',
  },
  stores: ['flask.g'],
  sources: [
    ...requestData.map(
      ([name, label]) => ({ symbol: `flask.request.${name}`, kind: 'remote', label }) as const,
    ),
    ...['get_json', 'get_data'].map(
      (name) =>
        ({
          symbol: `flask.request.${name}`,
          called: true,
          kind: 'remote',
          label: 'the body of the request',
        }) as const,
    ),
  ],
  entryPoints: routes,
  calls: [
    ...['args', 'form', 'values'].map(
      (name) =>
        ({
          call: `flask.request.${name}.get`,
          result: 'clean',
          where: [{ arg: { name: 'type' }, symbol: ['int', 'float', 'bool'] }],
        }) as const,
    ),
    { call: 'flask.abort', result: 'never' },
    { call: 'flask.render_template', result: 'clean' },
    { call: 'flask.jsonify', result: 'clean' },
  ],
};

/** Flask-CORS: everything is open unless `origins` says otherwise. */
export const flaskCors: FrameworkModel = {
  name: 'flask-cors',
  doc: 'https://flask-cors.readthedocs.io/en/latest/api.html',
  sinks: [
    {
      kind: 'cors-options',
      at: { call: 'flask_cors.CORS' },
      roles: {
        origins: { name: 'origins' },
        resources: { name: 'resources' },
        credentials: { name: 'supports_credentials' },
      },
      data: { framework: 'flask-cors', application: '0' },
    },
    {
      kind: 'cors-options',
      at: { call: 'flask_cors.CORS().init_app' },
      roles: { origins: { name: 'origins' }, credentials: { name: 'supports_credentials' } },
      data: { framework: 'flask-cors', part: 'init_app' },
    },
    {
      kind: 'cors-options',
      at: { call: 'flask_cors.cross_origin' },
      roles: { origins: { name: 'origins' }, credentials: { name: 'supports_credentials' } },
      data: { framework: 'flask-cors' },
    },
  ],
};

/** Response headers as a mapping, in Flask, Django and Werkzeug alike. */
export const responseHeaders: FrameworkModel = {
  name: 'response-headers',
  doc: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Access-Control-Allow-Origin',
  sinks: [
    {
      kind: 'response-header',
      at: { assignKey: 'Access-Control-Allow-Origin' },
      data: { framework: 'mapping' },
    },
    ...['add', 'set', 'setdefault', '__setitem__'].map(
      (method): SinkSpec => ({
        kind: 'response-header',
        at: { method },
        roles: { name: { position: 0 }, value: { position: 1 } },
        data: { framework: 'mapping' },
      }),
    ),
    ...['update', 'extend'].map(
      (method): SinkSpec => ({
        kind: 'response-headers',
        at: { method },
        roles: { headers: { position: 0 } },
        data: { framework: 'mapping' },
      }),
    ),
    ...['flask.Response', 'flask.make_response'].map(
      (call): SinkSpec => ({
        kind: 'response-headers',
        at: { call },
        roles: { headers: { position: 2, name: 'headers' } },
        data: { framework: 'mapping' },
      }),
    ),
  ],
};
