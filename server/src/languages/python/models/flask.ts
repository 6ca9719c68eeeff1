import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import {
  at,
  cleans,
  decorators,
  each,
  gives,
  instances,
  kw,
  markup,
  plainText,
  remote,
  remoteText,
  sinks,
} from '../../specs';
import { is, isGiven, isMarkup, keys, off, on, sessionWrites, settings } from './spec';

const verbs = 'get post put patch delete';
const mapping = { data: { framework: 'mapping' } };
const responses = [
  'flask.Response',
  'flask.wrappers.Response',
  'werkzeug.Response',
  'werkzeug.wrappers.Response',
  'werkzeug.wrappers.response.Response',
];

const routes: readonly EntryPointSpec[] = [
  ...each('flask.Flask#', `route ${verbs}`),
  '*.route',
].map((decorator) => ({
  by: 'decorator',
  decorator,
  tainted: 'path',
  // `<name>`, `<int:name>`, `<any(a, b):name>`.
  pathParams: /<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>/g,
  cleanConverters: ['int', 'float', 'uuid', 'any'],
  label: 'the path of the request',
  returns: { kind: 'html' },
}));

/** A converter makes a number of the parameter. */
const toNumber = { where: [{ arg: kw('type'), symbol: ['int', 'float', 'bool', 'uuid.UUID'] }] };

/** Flask 3 and Werkzeug: routes with their converters, the request, responses, cookies, configuration. */
export const flask: FrameworkModel = {
  name: 'flask',
  doc: 'https://flask.palletsprojects.com/en/stable/api/',
  types: {
    ...instances('flask.Flask#', ['flask.Flask()', 'flask.Blueprint()', 'flask.current_app']),
    ...instances('flask.Response#', [
      ...responses.map((name) => `${name}()`),
      ...each('flask.', 'make_response() jsonify() redirect() send_file() send_from_directory()'),
      'flask.Flask#make_response()',
    ]),
    ...instances('werkzeug.FileStorage#', [
      'werkzeug.datastructures.FileStorage()',
      'flask.request.files.get()',
    ]),
    ...instances('flask.View#', ['flask.views.MethodView()', 'flask.views.View()']),
  },
  typePatterns: [{ symbol: /^flask\.globals\.request$/, type: 'flask.request' }],
  stores: ['flask.g'],
  sources: [
    ...remoteText('the query string of the request', each('flask.request.', 'args query_string')),
    ...remoteText('a form field of the request', ['flask.request.form']),
    ...remoteText('a parameter of the request', ['flask.request.values']),
    ...remote('the body of the request', each('flask.request.', 'json data stream')),
    ...remote('the body of the request', each('flask.request.', 'get_json get_data'), true),
    ...remote('a cookie of the request', ['flask.request.cookies']),
    ...remote(
      'a header of the request',
      each('flask.request.', 'headers authorization referrer user_agent content_type mimetype'),
    ),
    ...remote('an uploaded file', ['flask.request.files']),
    ...remote('the path of the request', ['flask.request.view_args']),
    ...remote('the address of the request', ['flask.request.path']).map((source) => ({
      ...source,
      isRoute: true,
    })),
    ...remote('the address of the request', ['flask.request.full_path']),
    ...remote(
      'the address of the request',
      each('flask.request.', 'url base_url url_root root_url host_url environ'),
    ),
    ...remote('the Host header of the request', ['flask.request.host']),
  ],
  entryPoints: [
    ...routes,
    ...['flask.Flask#errorhandler', 'flask.Flask#app_errorhandler'].map(
      (decorator) =>
        ({
          by: 'decorator',
          decorator,
          tainted: 'all',
          kind: 'exception',
          label: 'the text of an error',
          returns: { kind: 'html' },
        }) as const,
    ),
    {
      by: 'method',
      of: 'flask.View#',
      names: [...verbs.split(' '), 'dispatch_request'],
      params: [],
      returns: { kind: 'html' },
    },
  ],
  sinks: [
    ...decorators('route', ['flask.Flask#route', '*.route'], {
      path: at(0),
      methods: kw('methods'),
    }),
    ...verbs
      .split(' ')
      .flatMap((method) =>
        decorators('route', [`flask.Flask#${method}`], { path: at(0) }, { data: { method } }),
      ),

    // --- Output
    ...sinks('html', ['flask.make_response', 'flask.Flask#make_response'], { content: at(0) }),
    ...sinks('response-headers', ['flask.make_response'], { headers: at(2) }, mapping),
    ...sinks(
      'html',
      responses,
      { content: at(0, 'response') },
      { where: isMarkup('mimetype', 'content_type') },
    ),
    ...sinks(
      'response',
      responses,
      { content: at(0, 'response') },
      { data: { type: 'unknown' }, where: isGiven('mimetype', 'content_type') },
    ),
    ...sinks('response-headers', responses, { headers: at(2, 'headers') }, mapping),
    ...sinks('response', ['flask.jsonify'], { content: at(0) }, { data: { type: 'json' } }),
    ...sinks(
      'render',
      ['flask.render_template', 'flask.stream_template'],
      { template: at(0) },
      { data: { escapes: '.html .htm .xml .xhtml .svg' } },
    ),
    ...sinks('template-source', ['flask.render_template_string', 'flask.stream_template_string'], {
      template: at(0, 'source'),
    }),
    ...sinks('redirect', ['flask.redirect', 'werkzeug.utils.redirect'], { url: at(0, 'location') }),
    ...sinks('html', ['flask.Markup'], { content: at(0) }, { data: { context: 'raw' } }),

    // --- Files
    ...sinks(
      'file-path',
      ['flask.send_file', 'werkzeug.utils.send_file'],
      { path: at(0) },
      { data: { op: 'serve' } },
    ),
    ...sinks(
      'file-path',
      ['flask.send_from_directory', 'werkzeug.utils.send_from_directory'],
      { path: at(1, 'path'), root: at(0, 'directory') },
      { data: { op: 'serve', root: 'safe' } },
    ),
    ...sinks(
      'file-path',
      each('flask.Flask#', 'open_resource open_instance_resource'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'upload',
      ['werkzeug.FileStorage#save', '*.save'],
      { path: at(0, 'dst') },
      { data: { part: 'store' }, where: [{ arg: 'receiver', taint: 'remote' }] },
    ),

    // --- How the application runs
    ...sinks(
      'debug-on',
      ['flask.Flask#run'],
      { value: kw('debug') },
      { where: is(kw('debug'), true) },
    ),
    ...['flask.Flask#debug', 'flask.Flask#config.DEBUG'].map(
      (assign) =>
        ({ kind: 'debug-on', at: { assign }, roles: { value: at(0) }, where: on }) as const,
    ),
    ...keys('debug-on', 'FLASK_DEBUG', { where: on }),
    // What only tests and a developer's machine should switch on.
    ...['flask.Flask#testing', 'flask.Flask#config.TESTING'].map(
      (assign) =>
        ({
          kind: 'debug-on',
          at: { assign },
          roles: { value: at(0) },
          data: { mode: 'testing' },
          where: on,
        }) as const,
    ),
    {
      kind: 'debug-on',
      at: { assign: 'flask.Flask#config.ENV' },
      roles: { value: at(0) },
      where: is(at(0), 'development'),
    },
    ...sinks(
      'debug-on',
      each('flask.Flask#config.', 'update from_mapping'),
      { value: kw('TESTING') },
      { data: { mode: 'testing' }, where: is(kw('TESTING'), true) },
    ),
    ...sinks(
      'debug-on',
      each('flask.Flask#config.', 'update from_mapping'),
      { value: kw('ENV') },
      { where: is(kw('ENV'), 'development') },
    ),
    ...sinks('bind', ['flask.Flask#run'], { host: at(0, 'host') }),
    ...sinks('security-headers', ['flask.Flask'], {}, { data: { part: 'app' } }),

    // --- Secrets, cookies, CSRF: `app.config['NAME'] = …`, and class attributes of configurations
    {
      kind: 'secret',
      at: { assign: 'flask.Flask#secret_key' },
      roles: { value: at(0) },
      data: { of: 'session' },
    },
    ...keys('secret', 'SECRET_KEY WTF_CSRF_SECRET_KEY', { data: { of: 'session' } }),
    ...keys('secret', 'JWT_SECRET_KEY', { data: { of: 'jwt' } }),
    ...keys('secret', 'MAIL_PASSWORD SECURITY_PASSWORD_SALT', { data: { of: 'password' } }),
    ...settings('secret', 'JWT_SECRET_KEY', { data: { of: 'jwt' } }),
    ...sinks(
      'secret',
      each('flask.Flask#config.', 'update from_mapping'),
      { value: kw('SECRET_KEY') },
      { data: { of: 'session' } },
    ),
    ...sinks(
      'debug-on',
      each('flask.Flask#config.', 'update from_mapping'),
      { value: kw('DEBUG') },
      { where: is(kw('DEBUG'), true) },
    ),
    ...keys('cookie', 'SESSION_COOKIE_SECURE REMEMBER_COOKIE_SECURE', {
      data: { insecure: 'secure' },
      where: off,
    }),
    ...keys('cookie', 'SESSION_COOKIE_HTTPONLY REMEMBER_COOKIE_HTTPONLY', {
      data: { insecure: 'httpOnly' },
      where: off,
    }),
    ...keys('csrf-off', 'WTF_CSRF_ENABLED WTF_CSRF_CHECK_DEFAULT', { where: off }),
    ...settings('csrf-off', 'WTF_CSRF_ENABLED WTF_CSRF_CHECK_DEFAULT', { where: off }),
    ...(['SESSION_COOKIE_SECURE', 'SESSION_COOKIE_HTTPONLY'] as const).flatMap((name) =>
      sinks(
        'cookie',
        each('flask.Flask#config.', 'update from_mapping'),
        {},
        {
          data: { insecure: name.endsWith('SECURE') ? 'secure' : 'httpOnly' },
          where: is(kw(name), false),
        },
      ),
    ),
    ...sinks(
      'csrf-off',
      each('flask.Flask#config.', 'update from_mapping'),
      { value: kw('WTF_CSRF_ENABLED') },
      {
        where: is(kw('WTF_CSRF_ENABLED'), false),
        unless: is(kw('TESTING'), true),
      },
    ),

    // --- Sessions
    ...sessionWrites('flask.session'),
    ...sinks('session-renewed', ['flask.session.clear', 'flask.session.regenerate']),
  ],
  calls: [
    ...gives(
      'clean',
      ['args', 'form', 'values'].flatMap((part) => each(`flask.request.${part}.`, 'get getlist')),
      toNumber,
    ),
    ...gives('never', ['flask.abort', 'werkzeug.exceptions.abort']),
    ...cleans(
      each(
        'flask.',
        'render_template render_template_string jsonify url_for redirect send_file send_from_directory flash make_response Response',
      ),
    ),
    ...cleans(['flask.escape', 'flask.json.htmlsafe_dumps', 'werkzeug.utils.escape'], markup),
    ...cleans(['werkzeug.utils.secure_filename', 'werkzeug.secure_filename'], plainText),
    ...cleans(
      ['werkzeug.utils.safe_join', 'werkzeug.security.safe_join', 'flask.safe_join'],
      ['file-path', 'upload', 'extract'],
    ),
  ],
};

/** Cookies of any response: all Python frameworks call it `set_cookie`, with the same defaults. */
export const cookies: FrameworkModel = {
  name: 'cookies',
  doc: 'https://werkzeug.palletsprojects.com/en/stable/wrappers/#werkzeug.wrappers.Response.set_cookie',
  sinks: sinks(
    'cookie',
    ['flask.Response#set_cookie', '*.set_cookie'],
    {
      name: at(0, 'key'),
      value: at(1, 'value'),
      secure: at(6, 'secure'),
      httpOnly: at(7, 'httponly'),
      sameSite: at(8, 'samesite'),
    },
    { data: { secure: 'no', httpOnly: 'no', sameSite: 'no' } },
  ),
};

/** Response headers as a mapping, in Flask, Django and Werkzeug alike. */
export const responseHeaders: FrameworkModel = {
  name: 'response-headers',
  doc: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Access-Control-Allow-Origin',
  sinks: [
    { kind: 'response-header', at: { assignKey: 'Access-Control-Allow-Origin' }, ...mapping },
    ...sinks(
      'response-header',
      each('*.', 'add set setdefault __setitem__'),
      { name: at(0), value: at(1) },
      mapping,
    ),
    ...sinks('response-headers', ['*.update', '*.extend'], { headers: at(0) }, mapping),
  ],
};
