import type { Condition, EntryPointSpec, FrameworkModel, SinkSpec } from '../../../engine/model';
import { at, each, instances, remote, sinks } from '../../specs';
import { headSinks } from './responses';

const response = 'express.Response#';
const request = 'express.Request#';

/** With a fourth parameter in front, a handler takes errors. */
const handlerParams = [request, response, 'express.NextFunction#'];

const verbs = 'get post put patch delete all';

const registrations: readonly EntryPointSpec[] = [
  ...each('express.Router#', `${verbs} use options head param`),
  ...each('express.Route#', verbs),
].map((call) => ({
  by: 'registration',
  call,
  from: 0,
  params: handlerParams,
  errorFirst: call.endsWith('#use'),
}));

/** The program has said that the answer is no page. */
const noPage = /json|plain|csv|octet|pdf|image|stream|markdown|calendar|css|javascript|^te?xt$/i;

const noMarkup: readonly Condition[] = [
  { arg: 'receiver', path: ['contentType'], matches: noPage },
];

const cookieDefaults = { secure: 'no', httpOnly: 'no', sameSite: 'no' };

const routes: readonly SinkSpec[] = [
  ...each('express.Router#', verbs),
  ...each('express.Route#', verbs),
].flatMap((call) => {
  const method = call.slice(call.indexOf('#') + 1);
  const inRouter = call.startsWith('express.Router');
  return sinks('route', [call], inRouter ? { path: at(0), handlers: at(1) } : { handlers: at(0) }, {
    data: { method: method === 'all' ? 'any' : method },
    // `app.get('name')` reads a setting.
    ...(inRouter ? { where: [{ arg: at(1), missing: false }] } : {}),
  });
});

/** Express 4 and 5: requests, responses and routing. */
export const express: FrameworkModel = {
  name: 'express',
  doc: 'https://expressjs.com/en/5x/api.html',
  types: {
    ...instances('express.Router#', [
      ...each('express', '() .Router() .default()'),
      ...each('', 'polka() connect() router() restify.createServer() @feathersjs/express()'),
      'express-promise-router()',
    ]),
    'express.Router#route()': 'express.Route#',
    'express.Request()': request,
    'express.Response()': response,
    ...instances(
      'express.Route#',
      each('express.Route#', verbs).map((call) => `${call}()`),
    ),
    ...instances(
      response,
      each(response, 'status set header type append cookie clearCookie vary links attachment').map(
        (call) => `${call}()`,
      ),
    ),
  },
  stores: ['express.Router#locals'],
  sources: [
    ...remote('the query string of the request', [`${request}query`]),
    ...remote('the path of the request', [`${request}params`]),
    ...remote('the body of the request', each(request, 'body rawBody')),
    ...remote('a cookie of the request', each(request, 'cookies signedCookies')),
    ...remote('a header of the request', each(request, 'headers rawHeaders subdomains')),
    ...remote('the address of the request', each(request, 'url originalUrl path baseUrl')),
    ...remote('the Host header of the request', each(request, 'hostname host')),
    ...remote('an uploaded file', each(request, 'files file')),
    ...remote('a header of the request', each(request, 'get header'), true),
    ...remote('a parameter of the request', [`${request}param`], true),
  ],
  entryPoints: [
    ...registrations,
    // Controllers stand in files of their own that do not import express.
    {
      by: 'signature',
      names: [
        ['req', 'request', '_req'],
        ['res', 'response', 'resp'],
      ],
      params: handlerParams,
    },
  ],
  calls: [
    { call: `${response}type`, result: 'receiver', effect: contentType(0) },
    { call: `${response}contentType`, result: 'receiver', effect: contentType(0) },
    ...each(response, 'set header setHeader').map(
      (call) =>
        ({
          call,
          result: 'receiver',
          where: [{ arg: at(0), matches: /^content-type$/i }],
          effect: contentType(1),
        }) as const,
    ),
    ...['Content-Type', 'content-type'].flatMap((name) =>
      each(response, 'set header').map(
        (call) =>
          ({
            call,
            result: 'receiver',
            where: [{ arg: at(0), path: [name], matches: noPage }],
            effect: { on: 'field', name: 'contentType', value: 'text/plain' },
          }) as const,
      ),
    ),
    ...each(response, 'status sendStatus append cookie vary links').map(
      (call) => ({ call, result: 'receiver' }) as const,
    ),
  ],
  sinks: [
    ...routes,
    ...sinks('html', each(response, 'send write end'), { content: at(0) }, { unless: noMarkup }),
    ...sinks(
      'response',
      each(response, 'json jsonp'),
      { content: at(0) },
      { data: { type: 'json' } },
    ),
    ...sinks('render', [`${response}render`, 'express.Router#render'], {
      template: at(0),
      variables: at(1),
    }),
    // A view's name is a path, whose ending even says which module shows it.
    ...sinks('file-path', [`${response}render`], { path: at(0) }, { data: { op: 'include' } }),
    // With one argument it is the address, with two the status comes first.
    ...sinks(
      'redirect',
      [`${response}redirect`],
      { url: at(0) },
      {
        where: [{ arg: at(1), missing: true }],
      },
    ),
    ...sinks(
      'redirect',
      [`${response}redirect`],
      { url: at(1) },
      {
        where: [{ arg: at(1), missing: false }],
      },
    ),
    ...sinks('redirect', [`${response}location`], { url: at(0) }),
    ...sinks(
      'redirect',
      each(response, 'set header setHeader'),
      { url: at(1) },
      { where: [{ arg: at(0), matches: /^location$/i }] },
    ),
    ...sinks(
      'file-path',
      [`${response}sendFile`],
      { path: at(0) },
      {
        data: { op: 'serve' },
        unless: [{ arg: at(1), path: ['root'], missing: false }],
      },
    ),
    ...sinks(
      'file-path',
      each(response, 'sendfile download'),
      { path: at(0) },
      {
        data: { op: 'serve' },
        // The second argument may be left out.
        unless: [
          {
            arg: at(1),
            any: [1, 2].map((i) => ({ arg: at(i), path: ['root'], missing: false })),
          },
        ],
      },
    ),
    ...sinks('file-path', ['express.static'], { path: at(0) }, { data: { op: 'serve' } }),
    ...sinks(
      'cookie',
      [`${response}cookie`],
      { name: at(0), value: at(1), options: at(2) },
      {
        data: cookieDefaults,
      },
    ),
    ...sinks(
      'response-header',
      each(response, 'set header setHeader append'),
      {
        name: at(0),
        value: at(1),
      },
      { data: { framework: 'express' } },
    ),
    ...headSinks(response),
    ...sinks(
      'response-header',
      ['*.setHeader'],
      { name: at(0), value: at(1) },
      {
        data: { framework: 'node' },
      },
    ),
    ...sinks('security-headers', ['express'], {}, { data: { part: 'app' } }),
    ...sinks('security-headers', ['helmet'], { options: at(0) }, { data: { part: 'set' } }),
    ...sinks('bind', ['express.Router#listen'], { host: at(1) }),
    {
      kind: 'trust-boundary',
      at: { assign: `${request}session.*` },
      roles: { value: at(0), name: { name: 'key' } },
    },
    ...each(
      `${request}session.`,
      'user userId user_id uid username loggedIn isLoggedIn authenticated isAuthenticated isAdmin',
    ).map((assign): SinkSpec => ({ kind: 'login', at: { assign }, roles: { value: at(0) } })),
    ...sinks('session-renewed', [
      `${request}session.regenerate`,
      `${request}logIn`,
      `${request}login`,
    ]),
  ],
};

function contentType(position: number) {
  return { on: 'field', name: 'contentType', value: { position } } as const;
}

/** Middleware for Express: CORS, sessions, cookies, CSRF, limits, uploads, protection. */
export const middleware: FrameworkModel = {
  name: 'express-middleware',
  doc: 'https://expressjs.com/en/resources/middleware.html',
  types: { 'multer.memoryStorage()': 'multer.MemoryStorage#' },
  sinks: [
    ...sinks('cors-options', ['cors'], { options: at(0) }, { data: { framework: 'cors' } }),
    ...sinks('throttle', [
      'express-rate-limit',
      'express-rate-limit.rateLimit',
      'express-rate-limit.default',
      'express-slow-down',
      'express-brute',
      'rate-limiter-flexible.RateLimiterMemory',
      'rate-limiter-flexible.RateLimiterRedis',
    ]),
    ...sinks(
      'secret',
      ['express-session', 'cookie-session'],
      { value: at(0) },
      { data: { of: 'session' } },
    ),
    ...sinks('secret', ['cookie-parser'], { value: at(0) }, { data: { of: 'cookie' } }),
    ...sinks(
      'cookie',
      ['express-session'],
      { options: at(0) },
      {
        data: {
          secure: 'no',
          httpOnly: 'yes',
          sameSite: 'no',
          keys: 'cookie.secure,cookie.httpOnly,cookie.sameSite',
        },
      },
    ),
    ...sinks(
      'cookie',
      ['cookie-session'],
      { options: at(0) },
      {
        data: { secure: 'no', httpOnly: 'yes', sameSite: 'no' },
      },
    ),
    ...sinks('csrf-on', ['csurf', 'lusca', '*.csrf', ...each('csrf-sync.', 'csrfSync')]),
    ...sinks(
      'csrf-off',
      ['method-override', '*.methodOverride'],
      {},
      { data: { part: 'override' } },
    ),
    ...sinks(
      'csrf-off',
      ['csurf'],
      { value: at(0) },
      {
        where: [{ arg: at(0), path: ['ignoreMethods'], missing: false }],
      },
    ),
    ...sinks(
      'guard',
      [
        'passport.authenticate',
        'express-jwt',
        'express-jwt.expressjwt',
        'connect-ensure-login.ensureLoggedIn',
        'express-basic-auth',
      ],
      {},
      { data: { scope: 'file' } },
    ),
    ...sinks('upload', ['multer'], { options: at(0) }, { data: { part: 'config' } }),
    ...sinks('upload', ['express-fileupload'], { options: at(0) }, { data: { part: 'config' } }),
    ...sinks('upload', ['*.mv'], { path: at(0) }, { data: { part: 'store' } }),
    ...sinks(
      'security-headers',
      ['helmet'],
      {},
      {
        data: { part: 'off' },
        where: [
          {
            any: each('', 'contentSecurityPolicy hsts frameguard noSniff xssFilter').map(
              (name) => ({
                arg: at(0),
                path: [name],
                is: [false],
              }),
            ),
          },
        ],
      },
    ),
    ...sinks(
      'file-path',
      ['serve-index', 'serve-static'],
      { path: at(0) },
      { data: { op: 'serve' } },
    ),
  ],
};
