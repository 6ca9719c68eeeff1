import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import {
  across,
  at,
  cleans,
  decorators,
  each,
  gives,
  instances,
  kw,
  remote,
  remoteText,
  sinks,
} from '../../specs';
import { is, isGiven, isMarkup, sessionWrites } from './spec';

const request = 'starlette.Request#';
const verbs = 'get post put patch delete';
const modules = ['fastapi.responses.', 'starlette.responses.', 'fastapi.'];

/** Starlette: requests, responses, WebSockets; FastAPI is built on it. */
export const starlette: FrameworkModel = {
  name: 'starlette',
  doc: 'https://www.starlette.io/requests/',
  types: {
    ...instances(request, [
      'starlette.requests.Request()',
      'fastapi.Request()',
      'fastapi.requests.Request()',
      'starlette.HTTPEndpoint#request',
    ]),
    ...instances('starlette.WebSocket#', [
      'starlette.websockets.WebSocket()',
      'fastapi.WebSocket()',
      'fastapi.websockets.WebSocket()',
    ]),
    ...instances('starlette.UploadFile#', [
      'fastapi.UploadFile()',
      'starlette.datastructures.UploadFile()',
    ]),
    ...instances(
      'starlette.Response#',
      across(
        modules,
        'Response() HTMLResponse() PlainTextResponse() JSONResponse() RedirectResponse() FileResponse()',
      ),
    ),
    'starlette.endpoints.HTTPEndpoint()': 'starlette.HTTPEndpoint#',
    'starlette.applications.Starlette()': 'starlette.App#',
  },
  sources: [
    ...remoteText('the query string of the request', [`${request}query_params`]),
    ...remote('the path of the request', [`${request}path_params`]),
    ...remote('the address of the request', [`${request}url`, `${request}base_url`]),
    ...remote('a header of the request', [`${request}headers`]),
    ...remote('a cookie of the request', [`${request}cookies`]),
    ...remote('the body of the request', [`${request}json`, `${request}body`], true),
    ...remote('the body of the request', [`${request}stream`], true),
    ...remoteText('a form field of the request', [`${request}form`], true),
    ...remote(
      'a WebSocket message',
      each('starlette.WebSocket#', 'receive receive_text receive_json receive_bytes iter_text'),
      true,
    ),
    ...remoteText(
      'a parameter of the request',
      each('starlette.WebSocket#', 'query_params path_params headers cookies'),
    ),
    ...remote('an uploaded file', ['starlette.UploadFile#filename', 'starlette.UploadFile#file']),
    ...remote('an uploaded file', ['starlette.UploadFile#read'], true),
  ],
  entryPoints: [
    ...['starlette', 'fastapi'].map(
      (ifImported) =>
        ({ by: 'signature', names: [['request', 'req']], params: [request], ifImported }) as const,
    ),
    { by: 'registration', call: 'starlette.routing.Route', from: 1, params: [request] },
    {
      by: 'method',
      of: 'starlette.HTTPEndpoint#',
      names: verbs.split(' '),
      params: [request],
    },
  ],
  sinks: [
    ...sinks('html', across(modules, 'HTMLResponse'), { content: at(0, 'content') }),
    ...sinks(
      'html',
      across(modules, 'Response StreamingResponse'),
      { content: at(0, 'content') },
      { where: [...isGiven('media_type'), ...isMarkup('media_type')] },
    ),
    ...sinks(
      'response',
      across(modules, 'PlainTextResponse'),
      { content: at(0, 'content') },
      { data: { type: 'text' } },
    ),
    ...sinks(
      'response',
      across(modules, 'JSONResponse ORJSONResponse UJSONResponse'),
      { content: at(0, 'content') },
      { data: { type: 'json' } },
    ),
    ...sinks('redirect', across(modules, 'RedirectResponse'), { url: at(0, 'url') }),
    ...sinks(
      'file-path',
      across(modules, 'FileResponse'),
      { path: at(0, 'path') },
      { data: { op: 'serve' } },
    ),
    ...sinks(
      'render',
      [
        'fastapi.templating.Jinja2Templates().TemplateResponse',
        'starlette.templating.Jinja2Templates().TemplateResponse',
      ],
      { template: kw('name'), variables: kw('context') },
    ),
    ...sinks(
      'response-headers',
      across(modules, 'Response HTMLResponse JSONResponse PlainTextResponse'),
      { headers: kw('headers') },
      { data: { framework: 'mapping' } },
    ),
    ...sinks(
      'cors-options',
      ['starlette.middleware.Middleware', '*.add_middleware'],
      { origins: kw('allow_origins'), credentials: kw('allow_credentials') },
      {
        data: { framework: 'starlette' },
        where: [
          {
            arg: at(0),
            symbol: [
              'fastapi.middleware.cors.CORSMiddleware',
              'starlette.middleware.cors.CORSMiddleware',
            ],
          },
        ],
      },
    ),
    ...sinks(
      'cors-options',
      ['fastapi.middleware.cors.CORSMiddleware', 'starlette.middleware.cors.CORSMiddleware'],
      { origins: kw('allow_origins'), credentials: kw('allow_credentials') },
      { data: { framework: 'starlette' } },
    ),
    ...sinks(
      'secret',
      ['starlette.middleware.sessions.SessionMiddleware', '*.add_middleware'],
      { value: kw('secret_key') },
      { data: { of: 'session' } },
    ),
    ...sinks(
      'cookie',
      ['starlette.middleware.sessions.SessionMiddleware', '*.add_middleware'],
      { secure: kw('https_only') },
      {
        data: { insecure: 'secure' },
        where: is(kw('https_only'), false),
      },
    ),
    ...sessionWrites(`${request}session`),
    ...sinks('bind', ['uvicorn.run', 'hypercorn.run'], { host: kw('host') }),
    ...sinks(
      'debug-on',
      ['starlette.applications.Starlette', 'fastapi.FastAPI'],
      {},
      {
        where: is(kw('debug'), true),
      },
    ),
  ],
  calls: cleans(
    across(modules, 'JSONResponse RedirectResponse FileResponse HTMLResponse PlainTextResponse'),
  ),
};

/** Defaults that say that a parameter comes from the application, not from the request. */
const injected = ['fastapi.Depends', 'fastapi.Security', 'fastapi.params.Depends'];

const pages = across(modules, 'HTMLResponse');
const isPage = { where: [{ arg: kw('response_class'), symbol: pages }] };
const json = { kind: 'response', data: { type: 'json' } };

const routes: readonly EntryPointSpec[] = each(
  'fastapi.FastAPI#',
  `${verbs} api_route websocket head options`,
).flatMap((decorator) => {
  const entry = {
    by: 'decorator',
    decorator,
    tainted: 'all',
    exceptDefaults: injected,
    label: 'a parameter of the request',
  } as const;
  return [
    { ...entry, ...isPage, returns: { kind: 'html' } },
    { ...entry, returns: json },
  ];
});

/** FastAPI: every parameter of a route comes from the request, unless a dependency gives it. */
export const fastapi: FrameworkModel = {
  name: 'fastapi',
  doc: 'https://fastapi.tiangolo.com/tutorial/path-params/',
  types: {
    ...instances('fastapi.FastAPI#', [
      'fastapi.FastAPI()',
      'fastapi.APIRouter()',
      'fastapi.routing.APIRouter()',
    ]),
    'fastapi.BackgroundTasks()': 'fastapi.BackgroundTasks#',
    'fastapi.security.OAuth2PasswordRequestForm()': 'fastapi.OAuth2PasswordRequestForm#',
  },
  sources: remoteText(
    'a form field of the request',
    each('fastapi.OAuth2PasswordRequestForm#', 'username password'),
  ),
  entryPoints: routes,
  sinks: [
    ...verbs
      .split(' ')
      .flatMap((method) =>
        decorators('route', [`fastapi.FastAPI#${method}`], { path: at(0) }, { data: { method } }),
      ),
    ...sinks('guard', injected, {}, { data: { scope: 'route' } }),
    ...sinks('security-headers', ['fastapi.FastAPI'], {}, { data: { part: 'app' } }),
  ],
  calls: [...gives('propagate', each('fastapi.', 'Query Path Body Form Header Cookie File'))],
};
