import type { FrameworkModel } from '../../../engine/model';
import {
  across,
  at,
  cleans,
  decorators,
  each,
  instances,
  kw,
  markup,
  remote,
  remoteText,
  sinks,
} from '../../specs';
import { is, isMarkup, sessionWrites } from './spec';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** aiohttp's server. */
export const aiohttpServer: FrameworkModel = {
  name: 'aiohttp-server',
  doc: 'https://docs.aiohttp.org/en/stable/web_reference.html',
  types: {
    ...instances('aiohttp.Request#', [
      'aiohttp.web.Request()',
      'aiohttp.web.BaseRequest()',
      'aiohttp.View#request',
    ]),
    'aiohttp.web.View()': 'aiohttp.View#',
    'aiohttp.web.Response()': 'aiohttp.Response#',
    'aiohttp.web.json_response()': 'aiohttp.Response#',
    'aiohttp.web.WebSocketResponse()': 'aiohttp.WebSocketResponse#',
    'aiohttp.web.Application()': 'aiohttp.Application#',
  },
  sources: [
    ...remoteText(
      'the query string of the request',
      each('aiohttp.Request#', 'query query_string rel_url'),
    ),
    ...remote('the path of the request', ['aiohttp.Request#match_info']),
    ...remote('the address of the request', each('aiohttp.Request#', 'url host path path_qs')),
    ...remote('a header of the request', ['aiohttp.Request#headers']),
    ...remote('a cookie of the request', ['aiohttp.Request#cookies']),
    ...remote('the body of the request', each('aiohttp.Request#', 'json text read'), true),
    ...remoteText('a form field of the request', each('aiohttp.Request#', 'post multipart'), true),
    ...remote(
      'a WebSocket message',
      each('aiohttp.WebSocketResponse#', 'receive receive_str receive_json receive_bytes'),
      true,
    ),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [['request', 'req']],
      params: ['aiohttp.Request#'],
      ifImported: 'aiohttp',
    },
    { by: 'method', of: 'aiohttp.View#', names: verbs, params: [] },
  ],
  sinks: [
    ...sinks(
      'html',
      ['aiohttp.web.Response'],
      { content: kw('text') },
      { where: [{ arg: kw('content_type'), matches: /html|xml|svg/i }] },
    ),
    ...sinks(
      'html',
      ['aiohttp.web.Response'],
      { content: kw('body') },
      { where: [{ arg: kw('content_type'), matches: /html|xml|svg/i }] },
    ),
    ...sinks(
      'response',
      ['aiohttp.web.json_response'],
      { content: at(0, 'data') },
      { data: { type: 'json' } },
    ),
    ...sinks('response-headers', ['aiohttp.web.Response'], { headers: kw('headers') }),
    ...sinks(
      'redirect',
      each('aiohttp.web.', 'HTTPFound HTTPSeeOther HTTPMovedPermanently HTTPTemporaryRedirect'),
      { url: at(0, 'location') },
    ),
    ...sinks(
      'file-path',
      ['aiohttp.web.FileResponse'],
      { path: at(0, 'path') },
      { data: { op: 'serve' } },
    ),
    ...sinks('render', ['aiohttp_jinja2.render_template'], {
      template: at(0),
      variables: at(2),
    }),
    ...sinks('bind', ['aiohttp.web.run_app', 'aiohttp.web.TCPSite'], { host: kw('host') }),
  ],
};

/** Tornado: request handlers. */
export const tornado: FrameworkModel = {
  name: 'tornado',
  doc: 'https://www.tornadoweb.org/en/stable/web.html',
  types: {
    ...instances('tornado.RequestHandler#', ['tornado.web.RequestHandler()']),
    'tornado.websocket.WebSocketHandler()': 'tornado.WebSocketHandler#',
    'tornado.RequestHandler#request': 'tornado.Request#',
    'tornado.WebSocketHandler#request': 'tornado.Request#',
  },
  extends: { 'tornado.WebSocketHandler#': ['tornado.RequestHandler#'] },
  sources: [
    ...remoteText(
      'a parameter of the request',
      each(
        'tornado.RequestHandler#',
        'get_argument get_arguments get_query_argument get_query_arguments get_body_argument get_body_arguments',
      ),
      true,
    ),
    ...remote('a cookie of the request', ['tornado.RequestHandler#get_cookie'], true),
    ...remote(
      'the address of the request',
      each('tornado.Request#', 'uri path query host full_url'),
    ),
    ...remoteText(
      'a parameter of the request',
      each('tornado.Request#', 'arguments query_arguments'),
    ),
    ...remote('a header of the request', ['tornado.Request#headers']),
    ...remote('a cookie of the request', ['tornado.Request#cookies']),
    ...remote('the body of the request', each('tornado.Request#', 'body body_arguments')),
    ...remote('an uploaded file', ['tornado.Request#files']),
  ],
  entryPoints: [
    {
      by: 'method',
      of: 'tornado.RequestHandler#',
      names: verbs,
      params: [
        { source: 'the path of the request' },
        { source: 'the path of the request' },
        { source: 'the path of the request' },
      ],
    },
    {
      by: 'method',
      of: 'tornado.WebSocketHandler#',
      names: ['on_message'],
      params: [{ source: 'a WebSocket message' }],
    },
  ],
  sinks: [
    ...sinks('html', each('tornado.RequestHandler#', 'write finish'), { content: at(0) }),
    ...sinks('render', ['tornado.RequestHandler#render', 'tornado.RequestHandler#render_string'], {
      template: at(0),
    }),
    ...sinks('redirect', ['tornado.RequestHandler#redirect'], { url: at(0, 'url') }),
    ...sinks(
      'response-header',
      each('tornado.RequestHandler#', 'set_header add_header'),
      { name: at(0), value: at(1) },
      { data: { framework: 'mapping' } },
    ),
    ...sinks('template-source', ['tornado.template.Template'], { template: at(0) }),
    ...sinks(
      'cookie',
      each('tornado.RequestHandler#', 'set_cookie set_secure_cookie set_signed_cookie'),
      {
        name: at(0, 'name'),
        value: at(1, 'value'),
        secure: kw('secure'),
        httpOnly: kw('httponly'),
        sameSite: kw('samesite'),
      },
      { data: { secure: 'no', httpOnly: 'no', sameSite: 'no' } },
    ),
    ...sinks('debug-on', ['tornado.web.Application'], {}, { where: is(kw('debug'), true) }),
    ...sinks(
      'escape-off',
      ['tornado.web.Application'],
      { value: kw('autoescape') },
      { where: is(kw('autoescape'), null) },
    ),
    ...sinks(
      'secret',
      ['tornado.web.Application'],
      { value: kw('cookie_secret') },
      { data: { of: 'session' } },
    ),
    ...sinks('csrf-off', ['tornado.web.Application'], {}, { where: is(kw('xsrf_cookies'), false) }),
    ...decorators('guard', ['tornado.web.authenticated'], {}, { data: { scope: 'route' } }),
  ],
  calls: cleans(['tornado.escape.xhtml_escape', 'tornado.escape.linkify'], markup),
};

const pyramidRequest = 'pyramid.Request#';

/** Pyramid: views, requests, responses, sessions. */
export const pyramid: FrameworkModel = {
  name: 'pyramid',
  doc: 'https://docs.pylonsproject.org/projects/pyramid/en/latest/api/request.html',
  types: {
    'pyramid.request.Request()': pyramidRequest,
    'pyramid.Request#response': 'pyramid.Response#',
    // Where Pyramid's templates of projects put the session of SQLAlchemy.
    ...instances('sqlalchemy.Session#', each(pyramidRequest, 'dbsession db db_session')),
    'pyramid.response.Response()': 'pyramid.Response#',
    ...instances(
      'pyramid.Response#',
      each('pyramid.httpexceptions.', 'HTTPFound() HTTPSeeOther() HTTPOk()'),
    ),
  },
  sources: [
    ...remoteText('the query string of the request', [`${pyramidRequest}GET`]),
    ...remoteText('a form field of the request', [`${pyramidRequest}POST`]),
    ...remoteText('a parameter of the request', [`${pyramidRequest}params`]),
    ...remote('the path of the request', [`${pyramidRequest}matchdict`]),
    ...remote(
      'the body of the request',
      each(pyramidRequest, 'body json json_body text body_file'),
    ),
    ...remote('a header of the request', [`${pyramidRequest}headers`]),
    ...remote('a cookie of the request', [`${pyramidRequest}cookies`]),
    ...remote('the address of the request', each(pyramidRequest, 'url path path_url host_url')),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [['request']],
      params: [pyramidRequest],
      ifImported: 'pyramid',
    },
    {
      by: 'signature',
      names: [['context'], ['request']],
      params: [undefined, pyramidRequest],
      ifImported: 'pyramid',
    },
  ],
  sinks: [
    ...sinks(
      'html',
      ['pyramid.response.Response', 'pyramid.request.Response'],
      { content: at(0, 'body') },
      { where: isMarkup('content_type') },
    ),
    ...sinks(
      'html',
      ['pyramid.response.Response'],
      { content: kw('text') },
      { where: isMarkup('content_type') },
    ),
    ...['body', 'text'].map(
      (field) =>
        ({
          kind: 'html',
          at: { assign: `pyramid.Response#${field}` },
          roles: { content: at(0) },
        }) as const,
    ),
    ...sinks(
      'redirect',
      each('pyramid.httpexceptions.', 'HTTPFound HTTPSeeOther HTTPMovedPermanently'),
      { url: at(0, 'location') },
    ),
    ...sinks(
      'file-path',
      ['pyramid.response.FileResponse'],
      { path: at(0, 'path') },
      {
        data: { op: 'serve' },
      },
    ),
    ...sinks('render', each('pyramid.renderers.', 'render render_to_response'), {
      template: at(0),
      variables: at(1),
    }),
    // WebOb's order of arguments is another than that of Werkzeug.
    ...sinks(
      'cookie',
      ['pyramid.Response#set_cookie'],
      {
        name: at(0, 'name'),
        value: at(1, 'value'),
        secure: at(5, 'secure'),
        httpOnly: at(6, 'httponly'),
        sameSite: kw('samesite'),
      },
      { data: { secure: 'no', httpOnly: 'no', sameSite: 'no' } },
    ),
    ...sinks(
      'cookie',
      [
        'pyramid.authentication.AuthTktCookieHelper',
        'pyramid.authentication.AuthTktAuthenticationPolicy',
        ...each(
          'pyramid.session.',
          'SignedCookieSessionFactory BaseCookieSessionFactory UnencryptedCookieSessionFactoryConfig',
        ),
      ],
      { secure: kw('secure'), httpOnly: kw('httponly'), sameSite: kw('samesite') },
      { data: { secure: 'yes', httpOnly: 'yes', sameSite: 'yes' } },
    ),
    ...sinks(
      'cookie',
      [
        'pyramid.authentication.AuthTktCookieHelper',
        'pyramid.authentication.AuthTktAuthenticationPolicy',
      ],
      {},
      { data: { insecure: 'httpOnly' }, where: is(kw('http_only'), false) },
    ),
    // Without a value the browser decides; some send the cookie along from other sites.
    ...sinks(
      'cookie',
      [
        'pyramid.Response#set_cookie',
        'pyramid.authentication.AuthTktCookieHelper',
        'pyramid.authentication.AuthTktAuthenticationPolicy',
      ],
      { sameSite: kw('samesite') },
      { data: { insecure: 'sameSite' }, where: is(kw('samesite'), null) },
    ),
    ...sinks(
      'secret',
      [
        'pyramid.authentication.AuthTktCookieHelper',
        'pyramid.authentication.AuthTktAuthenticationPolicy',
        ...each('pyramid.session.', 'SignedCookieSessionFactory'),
      ],
      { value: at(0, 'secret') },
      { data: { of: 'session' } },
    ),
    ...['require_csrf', 'check_origin'].flatMap((name) => [
      ...sinks(
        'csrf-off',
        ['*.set_default_csrf_options'],
        { value: kw(name) },
        { where: is(kw(name), false) },
      ),
      // One view, such as what other programs call.
      ...sinks(
        'csrf-off',
        ['*.add_view', 'pyramid.view.view_config'],
        { value: kw(name) },
        { where: is(kw(name), false), data: { part: 'some' } },
      ),
    ]),
    ...sessionWrites(`${pyramidRequest}session`),
    ...decorators('route', ['pyramid.view.view_config'], { path: kw('route_name') }),
  ],
  calls: [
    ...cleans(across(['pyramid.response.'], 'Response FileResponse')),
    // Addresses of the own site: data becomes a part of their path, or of the query.
    ...cleans(
      [
        ...each(pyramidRequest, 'route_url route_path resource_url resource_path static_url'),
        ...each(pyramidRequest, 'static_path current_route_url current_route_path'),
        ...each('*.', 'route_url route_path'),
        ...each('pyramid.url.', 'route_url route_path resource_url resource_path'),
      ],
      ['redirect', 'http-request'],
    ),
  ],
};

/** Bottle and Falcon: small frameworks. */
export const bottle: FrameworkModel = {
  name: 'bottle',
  doc: 'https://bottlepy.org/docs/stable/api.html#the-request-object',
  types: { 'bottle.Bottle()': 'bottle.Bottle#' },
  sources: [
    ...remoteText(
      'the query string of the request',
      each('bottle.request.', 'query query_string GET'),
    ),
    ...remoteText('a form field of the request', each('bottle.request.', 'forms POST')),
    ...remoteText('a parameter of the request', ['bottle.request.params']),
    ...remote('the body of the request', each('bottle.request.', 'body json')),
    ...remote('a header of the request', ['bottle.request.headers', 'bottle.request.environ']),
    ...remote('a cookie of the request', ['bottle.request.cookies']),
    ...remote('a cookie of the request', ['bottle.request.get_cookie'], true),
    ...remote('an uploaded file', ['bottle.request.files']),
    ...remote('the address of the request', each('bottle.request.', 'url path')),
  ],
  entryPoints: across(['bottle.', 'bottle.Bottle#'], 'route get post put delete patch').map(
    (decorator) => ({
      by: 'decorator',
      decorator,
      tainted: 'path',
      pathParams: /<(?:()(\w+))(?::(?!int|float)\w+)?[^>]*>/g,
      label: 'the path of the request',
      returns: { kind: 'html' },
    }),
  ),
  sinks: [
    ...sinks('redirect', ['bottle.redirect'], { url: at(0, 'url') }),
    ...sinks(
      'file-path',
      ['bottle.static_file'],
      { path: at(0, 'filename'), root: at(1, 'root') },
      { data: { op: 'serve', root: 'safe' } },
    ),
    ...sinks('template-source', ['bottle.template', 'bottle.SimpleTemplate'], { template: at(0) }),
    ...sinks('debug-on', ['bottle.run', 'bottle.Bottle#run'], {}, { where: is(kw('debug'), true) }),
    ...sinks('debug-on', ['bottle.debug'], {}, { where: is(at(0), true) }),
    ...sinks('bind', ['bottle.run', 'bottle.Bottle#run'], { host: kw('host') }),
  ],
  calls: [
    ...cleans(['bottle.html_escape', 'bottle.html_quote'], markup),
    { call: 'bottle.abort', result: 'never' },
  ],
};
