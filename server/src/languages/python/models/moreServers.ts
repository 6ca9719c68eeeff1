import type { FrameworkModel } from '../../../engine/model';
import {
  across,
  at,
  cleans,
  decorators,
  each,
  instances,
  kw,
  remote,
  remoteText,
  sinks,
} from '../../specs';
import { is, isMarkup } from './spec';

const flaskNames =
  'Response make_response jsonify redirect send_file send_from_directory render_template render_template_string stream_template stream_template_string url_for abort escape Markup session g request';

/** Quart: Flask's interface with coroutines. */
export const quart: FrameworkModel = {
  name: 'quart',
  doc: 'https://quart.palletsprojects.com/en/latest/how_to_guides/flask_migration/',
  types: {
    ...instances('flask.Flask#', ['quart.Quart()', 'quart.Blueprint()', 'quart.current_app']),
  },
  typePatterns: flaskNames.split(' ').map((name) => ({
    symbol: new RegExp(`^quart\\.(?:\\w+\\.)?${name}$`),
    type: `flask.${name}`,
  })),
};

const werkzeugRequest = 'werkzeug.Request#';

/** Werkzeug on its own: WSGI applications. */
export const werkzeug: FrameworkModel = {
  name: 'werkzeug',
  doc: 'https://werkzeug.palletsprojects.com/en/stable/wrappers/',
  types: {
    ...instances(werkzeugRequest, [
      'werkzeug.Request()',
      'werkzeug.wrappers.Request()',
      'werkzeug.wrappers.request.Request()',
    ]),
  },
  sources: [
    ...remoteText('the query string of the request', each(werkzeugRequest, 'args query_string')),
    ...remoteText('a form field of the request', [`${werkzeugRequest}form`]),
    ...remoteText('a parameter of the request', [`${werkzeugRequest}values`]),
    ...remote('the body of the request', each(werkzeugRequest, 'data json stream')),
    ...remote('the body of the request', each(werkzeugRequest, 'get_data get_json'), true),
    ...remote('a header of the request', [`${werkzeugRequest}headers`]),
    ...remote('a cookie of the request', [`${werkzeugRequest}cookies`]),
    ...remote('an uploaded file', [`${werkzeugRequest}files`]),
    ...remote('the address of the request', each(werkzeugRequest, 'path url base_url full_path')),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [['request', 'req']],
      params: [werkzeugRequest],
      ifImported: 'werkzeug',
    },
  ],
  sinks: sinks(
    'debug-on',
    ['werkzeug.serving.run_simple', 'werkzeug.run_simple'],
    {},
    { where: is(kw('use_debugger'), true) },
  ),
};

const fromPath = { source: 'the path of the request' };
const sanicRequest = 'sanic.Request#';
const sanicVerbs = 'get post put patch delete head options route websocket';

/** Sanic. */
export const sanic: FrameworkModel = {
  name: 'sanic',
  doc: 'https://sanic.dev/en/guide/basics/request.html',
  types: {
    ...instances('sanic.Sanic#', ['sanic.Sanic()', 'sanic.Blueprint()']),
    ...instances(sanicRequest, ['sanic.Request()', 'sanic.request.Request()']),
    'sanic.views.HTTPMethodView()': 'sanic.View#',
  },
  sources: [
    ...remoteText(
      'the query string of the request',
      each(sanicRequest, 'args query_args query_string'),
    ),
    ...remoteText('a form field of the request', [`${sanicRequest}form`]),
    ...remote('the body of the request', each(sanicRequest, 'json body raw_args')),
    ...remote('a header of the request', each(sanicRequest, 'headers token')),
    ...remote('a cookie of the request', [`${sanicRequest}cookies`]),
    ...remote('an uploaded file', [`${sanicRequest}files`]),
    ...remote('the path of the request', [`${sanicRequest}match_info`]),
    ...remote('the address of the request', each(sanicRequest, 'path url')),
    ...remote('the Host header of the request', [`${sanicRequest}host`]),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [['request', 'req']],
      // The request, then what the path names.
      params: [sanicRequest, ...Array.from({ length: 4 }, () => fromPath)],
      ifImported: 'sanic',
    },
    {
      by: 'method',
      of: 'sanic.View#',
      names: ['get', 'post', 'put', 'patch', 'delete'],
      params: [sanicRequest],
    },
  ],
  sinks: [
    ...sinks('html', ['sanic.html', 'sanic.response.html'], { content: at(0, 'body') }),
    ...sinks(
      'html',
      each('sanic.', 'HTTPResponse response.HTTPResponse'),
      { content: at(0, 'body') },
      { where: [{ arg: kw('content_type'), matches: /html|xml|svg/i }] },
    ),
    ...sinks(
      'response',
      each('sanic.', 'json text response.json response.text'),
      { content: at(0, 'body') },
      { data: { type: 'json' } },
    ),
    ...sinks('redirect', ['sanic.redirect', 'sanic.response.redirect'], { url: at(0, 'to') }),
    ...sinks(
      'file-path',
      each('sanic.', 'file file_stream response.file response.file_stream'),
      { path: at(0, 'location') },
      { data: { op: 'serve' } },
    ),
    ...sinks('debug-on', ['sanic.Sanic#run'], {}, { where: is(kw('debug'), true) }),
    ...sinks('bind', ['sanic.Sanic#run'], { host: at(0, 'host') }),
    ...decorators('route', each('sanic.Sanic#', sanicVerbs), { path: at(0) }),
  ],
  calls: cleans(
    each(
      'sanic.',
      'html json text redirect file response.html response.json response.text response.redirect response.file',
    ),
  ),
};

/** CherryPy: methods that are exposed take the parameters of the request. */
export const cherrypy: FrameworkModel = {
  name: 'cherrypy',
  doc: 'https://docs.cherrypy.dev/en/latest/basics.html',
  sources: [
    ...remoteText('a parameter of the request', ['cherrypy.request.params']),
    ...remoteText('a form field of the request', ['cherrypy.request.body_params']),
    ...remoteText('the query string of the request', ['cherrypy.request.query_string']),
    ...remote('a header of the request', ['cherrypy.request.headers']),
    ...remote('a cookie of the request', ['cherrypy.request.cookie']),
    ...remote('the body of the request', each('cherrypy.request.', 'body json')),
    ...remote('the address of the request', each('cherrypy.request.', 'path_info request_line')),
  ],
  entryPoints: ['cherrypy.expose', 'cherrypy.tools.expose'].map((decorator) => ({
    by: 'decorator',
    decorator,
    tainted: 'all',
    label: 'a parameter of the request',
    returns: { kind: 'html' },
  })),
  sinks: [
    ...sinks('redirect', each('cherrypy.', 'HTTPRedirect InternalRedirect'), {
      url: at(0, 'urls'),
    }),
    ...sinks(
      'file-path',
      each('cherrypy.lib.static.', 'serve_file serve_download'),
      { path: at(0, 'path') },
      { data: { op: 'serve' } },
    ),
    {
      kind: 'html',
      at: { assign: 'cherrypy.response.body' },
      roles: { content: at(0) },
    },
    ...decorators('route', ['cherrypy.expose']),
  ],
};

/** web.py: classes whose methods are named after HTTP's. */
export const webpy: FrameworkModel = {
  name: 'webpy',
  doc: 'https://webpy.org/docs/0.3/api',
  sources: [
    ...remoteText('a parameter of the request', ['web.input'], true),
    ...remote('a cookie of the request', ['web.cookies'], true),
    ...remote('the body of the request', ['web.data'], true),
    ...remote('the address of the request', each('web.ctx.', 'path query fullpath env')),
  ],
  sinks: [
    ...sinks('redirect', each('web.', 'seeother redirect found tempredirect'), {
      url: at(0, 'url'),
    }),
    ...sinks('template-source', ['web.template.Template'], { template: at(0) }),
  ],
};

const falconRequest = 'falcon.Request#';

/** Falcon: resources with responders; what they write into the response is JSON unless said. */
export const falcon: FrameworkModel = {
  name: 'falcon',
  doc: 'https://falcon.readthedocs.io/en/stable/api/request_and_response_wsgi.html',
  types: {
    ...instances(falconRequest, each('falcon.', 'Request() asgi.Request() request.Request()')),
    ...instances('falcon.Response#', each('falcon.', 'Response() asgi.Response()')),
  },
  sources: [
    ...remoteText(
      'a parameter of the request',
      each(falconRequest, 'get_param get_param_as_list get_param_as_json'),
      true,
    ),
    ...remoteText('a parameter of the request', [`${falconRequest}params`]),
    ...remoteText('the query string of the request', [`${falconRequest}query_string`]),
    ...remote('the body of the request', each(falconRequest, 'media stream bounded_stream')),
    ...remote('the body of the request', [`${falconRequest}get_media`], true),
    ...remote('a header of the request', [`${falconRequest}headers`]),
    ...remote('a header of the request', [`${falconRequest}get_header`], true),
    ...remote('a cookie of the request', [`${falconRequest}cookies`]),
    ...remote('the address of the request', each(falconRequest, 'path uri url relative_uri')),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [
        ['req', 'request'],
        ['resp', 'response', 'res'],
      ],
      params: [falconRequest, 'falcon.Response#'],
      ifImported: 'falcon',
    },
  ],
  sinks: [
    ...sinks(
      'redirect',
      each('falcon.', 'HTTPFound HTTPSeeOther HTTPMovedPermanently HTTPTemporaryRedirect'),
      { url: at(0, 'location') },
    ),
    ...['text', 'body', 'data'].map(
      (field) =>
        ({
          kind: 'response',
          at: { assign: `falcon.Response#${field}` },
          roles: { content: at(0) },
          data: { type: 'unknown' },
        }) as const,
    ),
  ],
};

/** Litestar (once Starlite): handlers by decorators, parameters by annotation. */
export const litestar: FrameworkModel = {
  name: 'litestar',
  doc: 'https://docs.litestar.dev/latest/usage/routing/parameters.html',
  entryPoints: across(['litestar.', 'starlite.'], 'get post put patch delete route').map(
    (decorator) => ({
      by: 'decorator',
      decorator,
      tainted: 'all',
      label: 'a parameter of the request',
    }),
  ),
  sinks: [
    ...sinks('redirect', ['litestar.response.Redirect', 'starlite.Redirect'], {
      url: at(0, 'path'),
    }),
    ...sinks(
      'file-path',
      ['litestar.response.File', 'starlite.File'],
      { path: at(0, 'path') },
      { data: { op: 'serve' } },
    ),
    ...sinks(
      'html',
      ['litestar.Response', 'litestar.response.Response'],
      { content: at(0, 'content') },
      { where: [...isMarkup('media_type'), { arg: kw('media_type'), missing: false }] },
    ),
    ...sinks('cors-options', ['litestar.config.cors.CORSConfig'], { origins: kw('allow_origins') }),
    ...sinks('debug-on', ['litestar.Litestar'], {}, { where: is(kw('debug'), true) }),
  ],
};
