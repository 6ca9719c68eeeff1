import type { ArgRef, EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { across, at, each, instances, remote, sinks } from '../../specs';
import { headSinks } from './responses';

const verbs = 'get post put patch delete all';

function routeSinks(router: string) {
  return each(router, verbs).flatMap((call) => {
    const method = call.slice(router.length);
    return sinks(
      'route',
      [call],
      { path: at(0), handlers: at(1) },
      {
        data: { method: method === 'all' ? 'any' : method },
      },
    );
  });
}

function registered(
  calls: readonly string[],
  params: readonly string[],
): readonly EntryPointSpec[] {
  return calls.map((call) => ({ by: 'registration', call, from: 0, params }));
}

const koa = 'koa.Context#';

/** Koa with its routers: one context holds request and response. */
export const koaModel: FrameworkModel = {
  name: 'koa',
  doc: 'https://koajs.com/#context',
  types: {
    'koa()': 'koa.App#',
    ...instances('koa.Router#', ['koa-router()', '@koa/router()']),
    [`${koa}request`]: 'koa.Request#',
    [`${koa}response`]: koa,
    [`${koa}req`]: 'http.IncomingMessage#',
    [`${koa}res`]: 'http.ServerResponse#',
    'koa.Context()': koa,
  },
  sources: [
    ...remote(
      'the query string of the request',
      across([koa, 'koa.Request#'], 'query querystring search'),
    ),
    ...remote(
      'the path of the request',
      across([koa, 'koa.Request#'], 'params path url originalUrl href'),
    ),
    ...remote('the body of the request', [
      'koa.Request#body',
      'koa.Request#rawBody',
      'koa.Request#files',
    ]),
    ...remote(
      'a header of the request',
      across([koa, 'koa.Request#'], 'headers header host hostname origin'),
    ),
    ...remote(
      'a header of the request',
      [`${koa}get`, 'koa.Request#get', `${koa}cookies.get`],
      true,
    ),
  ],
  entryPoints: [
    ...registered(each('koa.Router#', `${verbs} del use param`), [koa]),
    ...registered(['koa.App#use'], [koa]),
    { by: 'signature', names: [['ctx']], params: [koa], ifImported: 'koa' },
    { by: 'signature', names: [['ctx'], ['next']], params: [koa] },
  ],
  sinks: [
    ...routeSinks('koa.Router#'),
    { kind: 'html', at: { assign: `${koa}body` }, roles: { content: at(0) } },
    ...sinks('redirect', [`${koa}redirect`, 'koa.Request#redirect'], { url: at(0) }),
    ...sinks(
      'response-header',
      [`${koa}set`, `${koa}append`],
      { name: at(0), value: at(1) },
      {
        data: { framework: 'koa' },
      },
    ),
    ...sinks(
      'cookie',
      [`${koa}cookies.set`],
      { name: at(0), value: at(1), options: at(2) },
      {
        data: { secure: 'no', httpOnly: 'yes', sameSite: 'no' },
      },
    ),
    ...sinks('render', [`${koa}render`], { template: at(0), variables: at(1) }),
    ...sinks('file-path', ['koa-send'], { path: at(1), root: at(2) }, { data: { op: 'serve' } }),
    ...sinks(
      'cors-options',
      ['@koa/cors', 'koa-cors', 'koa2-cors'],
      { options: at(0) },
      {
        data: { framework: 'cors' },
        where: [{ arg: at(0), missing: false }],
      },
    ),
    ...sinks('throttle', ['koa-ratelimit']),
    ...sinks('security-headers', ['koa-helmet'], {}, { data: { part: 'set' } }),
    {
      kind: 'trust-boundary',
      at: { assign: `${koa}session.*` },
      roles: { value: at(0), name: { name: 'key' } },
    },
  ],
};

const reply = 'fastify.Reply#';
const fastRequest = 'fastify.Request#';

/** A plugin of Fastify with its options: `app.register(plugin, options)`. */
function plugin(
  kind: 'cors-options' | 'secret' | 'cookie' | 'security-headers' | 'throttle',
  name: string,
  roles: Readonly<Record<string, ArgRef>>,
  data: Readonly<Record<string, string>>,
) {
  const symbol = each('', `@fastify/${name} @fastify/${name}.default fastify-${name}`);
  return sinks(kind, ['fastify.App#register'], roles, { data, where: [{ arg: at(0), symbol }] });
}

/** Fastify: a handler's result is the answer; text is `text/plain` unless a type is said. */
export const fastify: FrameworkModel = {
  name: 'fastify',
  doc: 'https://fastify.dev/docs/latest/Reference/Request/',
  types: {
    ...instances('fastify.App#', ['fastify()', 'fastify.fastify()', 'fastify.default()']),
    'fastify.FastifyRequest()': fastRequest,
    'fastify.FastifyReply()': reply,
    'fastify.FastifyInstance()': 'fastify.App#',
    ...instances(
      reply,
      each(reply, 'code status header headers type setCookie').map((of) => `${of}()`),
    ),
  },
  sources: [
    ...remote('the query string of the request', [`${fastRequest}query`]),
    ...remote('the path of the request', each(fastRequest, 'params url originalUrl')),
    ...remote('the body of the request', [`${fastRequest}body`]),
    ...remote('a header of the request', each(fastRequest, 'headers hostname cookies')),
    ...remote('an uploaded file', each(fastRequest, 'file files saveRequestFiles'), true),
  ],
  entryPoints: [
    ...registered(each('fastify.App#', `${verbs} route addHook`), [fastRequest, reply]),
    ...registered(['fastify.App#register'], ['fastify.App#']),
    {
      by: 'registration',
      call: 'fastify.App#route',
      from: 0,
      params: [fastRequest, reply],
      inMap: true,
    },
    {
      by: 'signature',
      names: [['req', 'request'], ['reply']],
      params: [fastRequest, reply],
    },
  ],
  calls: [
    {
      call: `${reply}type`,
      result: 'receiver',
      effect: { on: 'field', name: 'contentType', value: at(0) },
    },
    {
      call: `${reply}header`,
      result: 'receiver',
      where: [{ arg: at(0), matches: /^content-type$/i }],
      effect: { on: 'field', name: 'contentType', value: at(1) },
    },
    ...each(reply, 'code status headers header setCookie').map(
      (call) => ({ call, result: 'receiver' }) as const,
    ),
  ],
  sinks: [
    ...routeSinks('fastify.App#'),
    ...sinks(
      'html',
      [`${reply}send`],
      { content: at(0) },
      {
        where: [{ arg: 'receiver', path: ['contentType'], matches: /html|xml/i }],
      },
    ),
    ...sinks('response', [`${reply}send`], { content: at(0) }, { data: { type: 'unknown' } }),
    ...sinks(
      'redirect',
      [`${reply}redirect`],
      { url: at(0) },
      { where: [{ arg: at(1), missing: true }] },
    ),
    ...sinks(
      'redirect',
      [`${reply}redirect`],
      { url: at(1) },
      { where: [{ arg: at(1), missing: false }] },
    ),
    ...sinks(
      'response-header',
      [`${reply}header`],
      { name: at(0), value: at(1) },
      { data: { framework: 'fastify' } },
    ),
    ...sinks(
      'cookie',
      [`${reply}setCookie`],
      { name: at(0), value: at(1), options: at(2) },
      {
        data: { secure: 'no', httpOnly: 'no', sameSite: 'no' },
      },
    ),
    ...sinks(
      'file-path',
      [`${reply}sendFile`, `${reply}download`],
      { path: at(0), root: at(0) },
      {
        data: { op: 'serve' },
        where: [{ arg: at(1), missing: false }],
      },
    ),
    ...plugin('cors-options', 'cors', { options: at(1) }, { framework: 'cors' }),
    ...plugin('secret', 'cookie', { value: at(1) }, { of: 'cookie' }),
    ...plugin('secret', 'jwt', { value: at(1) }, { of: 'jwt' }),
    ...plugin('secret', 'session', { value: at(1) }, { of: 'session' }),
    ...plugin('secret', 'secure-session', { value: at(1) }, { of: 'session' }),
    ...plugin(
      'cookie',
      'session',
      { options: at(1) },
      {
        secure: 'yes',
        httpOnly: 'yes',
        sameSite: 'no',
        keys: 'cookie.secure,cookie.httpOnly,cookie.sameSite',
      },
    ),
    ...plugin('security-headers', 'helmet', {}, { part: 'set' }),
    ...plugin('throttle', 'rate-limit', {}, {}),
    ...sinks('render', [`${reply}view`], { template: at(0), variables: at(1) }),
  ],
};

const hapiRequest = 'hapi.Request#';

/** hapi: routes are objects with a handler. */
export const hapi: FrameworkModel = {
  name: 'hapi',
  doc: 'https://hapi.dev/api/',
  types: instances('hapi.Server#', [
    '@hapi/hapi.server()',
    '@hapi/hapi.Server()',
    'hapi.server()',
    'hapi.Server()',
  ]),
  sources: [
    ...remote('the query string of the request', [`${hapiRequest}query`]),
    ...remote('the path of the request', each(hapiRequest, 'params path url')),
    ...remote('the body of the request', [`${hapiRequest}payload`]),
    ...remote('a header of the request', each(hapiRequest, 'headers state')),
  ],
  entryPoints: [
    {
      by: 'registration',
      call: 'hapi.Server#route',
      from: 0,
      params: [hapiRequest, 'hapi.Toolkit#'],
      inMap: true,
    },
  ],
  sinks: [
    ...sinks('html', ['hapi.Toolkit#response'], { content: at(0) }),
    ...sinks('redirect', ['hapi.Toolkit#redirect'], { url: at(0) }),
    ...sinks(
      'cookie',
      ['hapi.Server#state'],
      { name: at(0), options: at(1) },
      {
        data: {
          secure: 'yes',
          httpOnly: 'yes',
          sameSite: 'yes',
          keys: 'isSecure,isHttpOnly,isSameSite',
        },
      },
    ),
    ...sinks(
      'response-header',
      ['hapi.Response#header'],
      { name: at(0), value: at(1) },
      { data: { framework: 'hapi' } },
    ),
    ...sinks('file-path', ['hapi.Toolkit#file'], { path: at(0) }, { data: { op: 'serve' } }),
  ],
};

const nest = '@nestjs/common.';

/** NestJS: decorators name routes and where parameters come from. */
export const nestjs: FrameworkModel = {
  name: 'nestjs',
  doc: 'https://docs.nestjs.com/controllers',
  entryPoints: [
    ...each(nest, 'Get Post Put Patch Delete All').map(
      (decorator): EntryPointSpec => ({
        by: 'decorator',
        decorator,
        tainted: 'none',
        label: 'the request',
        returns: { kind: 'html' },
      }),
    ),
    // What such a method gives may be another address.
    {
      by: 'decorator',
      decorator: `${nest}Redirect`,
      tainted: 'none',
      label: 'the request',
      returns: { kind: 'redirect' },
    },
    ...(
      [
        ['Query', 'the query string of the request'],
        ['Param', 'the path of the request'],
        ['Body', 'the body of the request'],
        ['Headers', 'a header of the request'],
        ['Req', 'the request'],
        ['Request', 'the request'],
        ['Ip', 'the address of the caller'],
        ['HostParam', 'the Host header of the request'],
        ['UploadedFile', 'an uploaded file'],
        ['UploadedFiles', 'an uploaded file'],
      ] as const
    ).map(
      ([name, label]): EntryPointSpec => ({ by: 'param-decorator', decorator: nest + name, label }),
    ),
    ...each('@nestjs/graphql.', 'Args').map(
      (decorator): EntryPointSpec => ({
        by: 'param-decorator',
        decorator,
        label: 'an argument of the query',
      }),
    ),
    ...each('@nestjs/websockets.', 'MessageBody').map(
      (decorator): EntryPointSpec => ({
        by: 'param-decorator',
        decorator,
        label: 'a message of the client',
      }),
    ),
  ],
  sinks: [
    ...each(nest, 'Get Post Put Patch Delete').map(
      (decorator) =>
        ({
          kind: 'route',
          at: { decorator },
          roles: { path: at(0) },
          data: { method: decorator.slice(nest.length).toLowerCase() },
        }) as const,
    ),
    {
      kind: 'response-header',
      at: { decorator: `${nest}Header` },
      roles: { name: at(0), value: at(1) },
      data: { framework: 'nestjs' },
    },
    { kind: 'guard', at: { decorator: `${nest}UseGuards` }, roles: {}, data: { scope: 'class' } },
    { kind: 'throttle', at: { decorator: '@nestjs/throttler.Throttle' }, roles: {} },
    ...sinks('throttle', ['@nestjs/throttler.ThrottlerModule.forRoot']),
    ...sinks(
      'security-headers',
      ['@nestjs/core.NestFactory.create'],
      {},
      { data: { part: 'app' } },
    ),
    ...sinks('cors-options', ['*.enableCors'], { options: at(0) }, { data: { framework: 'cors' } }),
    ...sinks(
      'cors-options',
      ['@nestjs/core.NestFactory.create'],
      { options: at(1) },
      {
        data: { framework: 'cors' },
        where: [{ arg: at(1), path: ['cors'], is: [true] }],
      },
    ),
  ],
};

const incoming = 'http.IncomingMessage#';
const outgoing = 'http.ServerResponse#';

const honoContext = 'hono.Context#';

/** Hono: one context holds request and answer. */
export const hono: FrameworkModel = {
  name: 'hono',
  doc: 'https://hono.dev/docs/api/context',
  types: {
    ...instances('hono.App#', [
      'hono.Hono()',
      'hono/quick.Hono()',
      'hono/tiny.Hono()',
      ...each('hono.App#', `basePath ${verbs} use route`).map((call) => `${call}()`),
    ]),
    'hono.Context()': honoContext,
    [`${honoContext}req`]: 'hono.Request#',
  },
  sources: [
    ...remote('the query string of the request', each('hono.Request#', 'query queries'), true),
    ...remote('the path of the request', ['hono.Request#param'], true),
    ...remote(
      'the body of the request',
      each('hono.Request#', 'json text parseBody formData arrayBuffer blob'),
      true,
    ),
    ...remote('a header of the request', ['hono.Request#header'], true),
    ...remote('a cookie of the request', each('hono/cookie.', 'getCookie'), true),
    ...remote('the address of the request', each('hono.Request#', 'url path')),
  ],
  entryPoints: registered(each('hono.App#', `${verbs} use on`), [honoContext]),
  sinks: [
    ...routeSinks('hono.App#'),
    ...sinks('html', [`${honoContext}html`], { content: at(0) }),
    ...sinks('redirect', [`${honoContext}redirect`], { url: at(0) }),
    ...sinks(
      'response-header',
      [`${honoContext}header`],
      { name: at(0), value: at(1) },
      { data: { framework: 'hono' } },
    ),
    ...sinks(
      'cookie',
      ['hono/cookie.setCookie'],
      { name: at(1), value: at(2), options: at(3) },
      { data: { secure: 'no', httpOnly: 'no', sameSite: 'no' } },
    ),
    ...sinks(
      'cors-options',
      ['hono/cors.cors'],
      { options: at(0) },
      { data: { framework: 'cors' } },
    ),
    ...sinks(
      'security-headers',
      ['hono/secure-headers.secureHeaders'],
      {},
      { data: { part: 'set' } },
    ),
    ...sinks('secret', ['hono/jwt.jwt'], { value: at(0) }, { data: { of: 'jwt' } }),
    ...sinks('secret', each('hono/jwt.', 'sign verify'), { value: at(1) }, { data: { of: 'jwt' } }),
    ...sinks(
      'guard',
      each('hono/', 'jwt.jwt basic-auth.basicAuth bearer-auth.bearerAuth'),
      {},
      {
        data: { scope: 'file' },
      },
    ),
  ],
};

/** Node's own HTTP server. */
export const httpServer: FrameworkModel = {
  name: 'http-server',
  doc: 'https://nodejs.org/api/http.html',
  types: {
    ...instances('http.Server#', [
      'http.createServer()',
      'https.createServer()',
      'http2.createSecureServer()',
      'http.Server()',
    ]),
    'http.IncomingMessage()': incoming,
    'http.ServerResponse()': outgoing,
  },
  sources: [
    ...remote('the address of the request', [`${incoming}url`]),
    ...remote('a header of the request', each(incoming, 'headers rawHeaders')),
  ],
  entryPoints: [
    ...registered(
      ['http.createServer', 'https.createServer', 'http2.createServer', 'http2.createSecureServer'],
      [incoming, outgoing],
    ),
    {
      by: 'registration',
      call: 'http.Server#on',
      from: 1,
      params: [incoming, outgoing],
      where: [{ arg: at(0), is: ['request'] }],
    },
    ...each('', `${incoming}on ${incoming}once express.Request#on express.Request#once`).map(
      (call): EntryPointSpec => ({
        by: 'registration',
        call,
        from: 1,
        params: [{ source: 'the body of the request' }],
        where: [{ arg: at(0), is: ['data'] }],
      }),
    ),
  ],
  calls: [
    {
      call: `${outgoing}setHeader`,
      result: 'receiver',
      where: [{ arg: at(0), matches: /^content-type$/i }],
      effect: { on: 'field', name: 'contentType', value: at(1) },
    },
    {
      call: `${outgoing}writeHead`,
      result: 'receiver',
      where: [
        {
          any: [
            { arg: at(1), path: ['Content-Type'], matches: /json|plain|csv/i },
            { arg: at(1), path: ['content-type'], matches: /json|plain|csv/i },
          ],
        },
      ],
      effect: { on: 'field', name: 'contentType', value: 'text/plain' },
    },
  ],
  sinks: [
    ...sinks(
      'html',
      each(outgoing, 'write end'),
      { content: at(0) },
      {
        unless: [
          { arg: 'receiver', path: ['contentType'], matches: /json|plain|csv|octet|image/i },
        ],
      },
    ),
    ...sinks(
      'response-header',
      [`${outgoing}setHeader`],
      { name: at(0), value: at(1) },
      {
        data: { framework: 'node' },
      },
    ),
    ...headSinks(outgoing),
    ...sinks('bind', ['http.Server#listen'], { host: at(1) }),
    ...sinks('clear-text', ['http.createServer'], {}, { data: { protocol: 'server' } }),
  ],
};

/** API routes of Next.js (pages router), whose parameters are Node's with more in them. */
export const next: FrameworkModel = {
  name: 'next',
  doc: 'https://nextjs.org/docs/pages/building-your-application/routing/api-routes',
  types: {
    'next.NextApiRequest()': 'express.Request#',
    'next.NextApiResponse()': 'express.Response#',
    'next/server.NextRequest()': 'next.Request#',
    'next.Request#nextUrl': 'next.Url#',
  },
  sources: [
    ...remote('the body of the request', each('next.Request#', 'json text formData blob'), true),
    ...remote('the address of the request', [
      'next.Request#url',
      'next.Url#searchParams',
      'next.Url#pathname',
    ]),
    ...remote('a header of the request', ['next.Request#headers', 'next.Request#cookies']),
  ],
  entryPoints: [
    // Route handlers of the app router are exported functions of one request.
    {
      by: 'signature',
      names: [['request', 'req']],
      params: ['next.Request#'],
      ifImported: 'next/server',
    },
    {
      by: 'export',
      exported: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
      params: ['next.Request#'],
      ifFile: /(?:^|\/)route\.[cm]?[jt]sx?$/,
    },
  ],
  sinks: sinks('redirect', ['next/server.NextResponse.redirect', 'next/navigation.redirect'], {
    url: at(0),
  }),
};

const events = ['event', '_event', 'evt'];
const lambdaAnswer = { kind: 'response', data: { type: 'gateway' } } as const;
const lambdaEvent = { source: 'the event that calls this function', type: 'lambda.Event#' };

/** AWS Lambda: a handler is found by its names, as nothing in the file registers it. */
export const lambda: FrameworkModel = {
  name: 'aws-lambda',
  doc: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
  types: instances('lambda.Event#', [
    'aws-lambda.APIGatewayProxyEvent()',
    'aws-lambda.APIGatewayProxyEventV2()',
    'aws-lambda.APIGatewayEvent()',
    'aws-lambda.LambdaFunctionURLEvent()',
  ]),
  sources: [
    ...remote(
      'the query string of the request',
      each('lambda.Event#', 'queryStringParameters multiValueQueryStringParameters rawQueryString'),
    ),
    ...remote('the path of the request', each('lambda.Event#', 'pathParameters path rawPath')),
    ...remote('the body of the request', ['lambda.Event#body']),
    ...remote('a header of the request', each('lambda.Event#', 'headers cookies')),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [events, ['context', '_context', 'ctx']],
      params: [lambdaEvent, undefined, 'lambda.Callback#'],
      returns: lambdaAnswer,
    },
    {
      by: 'export',
      exported: ['handler', 'lambdaHandler'],
      names: [events],
      params: [lambdaEvent, undefined, 'lambda.Callback#'],
      returns: lambdaAnswer,
    },
  ],
  sinks: sinks('response', ['lambda.Callback#'], { content: at(1) }, { data: lambdaAnswer.data }),
};
