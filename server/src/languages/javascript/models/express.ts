import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';

const requestData: readonly (readonly [string, string])[] = [
  ['query', 'the query string of the request'],
  ['params', 'the path of the request'],
  ['body', 'the body of the request'],
  ['cookies', 'a cookie of the request'],
  ['signedCookies', 'a cookie of the request'],
  ['headers', 'a header of the request'],
  ['url', 'the address of the request'],
  ['originalUrl', 'the address of the request'],
  ['path', 'the path of the request'],
  ['hostname', 'the Host header of the request'],
  ['files', 'an uploaded file'],
  ['file', 'an uploaded file'],
];

/** With a fourth parameter in front, a handler takes errors. */
const handlerParams = ['express.Request#', 'express.Response#', 'express.NextFunction#'];

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'all', 'use', 'options', 'head', 'param'];

const registrations: readonly EntryPointSpec[] = verbs.map((verb) => ({
  by: 'registration',
  call: `express.Router#${verb}`,
  from: verb === 'use' ? 0 : 1,
  params: handlerParams,
  errorFirst: verb === 'use',
}));

/** Express 4 and 5: requests, responses and routing. */
export const express: FrameworkModel = {
  name: 'express',
  doc: 'https://expressjs.com/en/5x/api.html',
  types: {
    'express()': 'express.Router#',
    'express.Router()': 'express.Router#',
    'express.Router#route()': 'express.Route#',
    'express.Request()': 'express.Request#',
    'express.Response()': 'express.Response#',
    ...Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'delete', 'all'].map((verb) => [
        `express.Route#${verb}()`,
        'express.Route#',
      ]),
    ),
    'express.Response#status()': 'express.Response#',
    'express.Response#set()': 'express.Response#',
    'express.Response#type()': 'express.Response#',
  },
  stores: ['express.Router#locals'],
  sources: [
    ...requestData.map(
      ([name, label]) => ({ symbol: `express.Request#${name}`, kind: 'remote', label }) as const,
    ),
    ...['get', 'header', 'param'].map(
      (name) =>
        ({
          symbol: `express.Request#${name}`,
          called: true,
          kind: 'remote',
          label: 'a header or parameter of the request',
        }) as const,
    ),
  ],
  entryPoints: [
    ...registrations,
    ...['get', 'post', 'put', 'patch', 'delete', 'all'].map(
      (verb): EntryPointSpec => ({
        by: 'registration',
        call: `express.Route#${verb}`,
        from: 0,
        params: handlerParams,
      }),
    ),
    // Controllers stand in files of their own that do not import express.
    {
      by: 'signature',
      names: [
        ['req', 'request'],
        ['res', 'response'],
      ],
      params: handlerParams,
    },
  ],
  sinks: [
    ...['set', 'header', 'setHeader', 'append'].flatMap((name) => [
      {
        kind: 'response-header',
        at: { call: `express.Response#${name}` },
        roles: { name: { position: 0 }, value: { position: 1 } },
        data: { framework: 'express' },
      },
    ]),
    {
      kind: 'response-headers',
      at: { call: 'express.Response#writeHead' },
      roles: { headers: { position: 1 } },
      data: { framework: 'node' },
    },
    {
      kind: 'response-header',
      at: { method: 'setHeader' },
      roles: { name: { position: 0 }, value: { position: 1 } },
      data: { framework: 'node' },
    },
  ],
};

/** The middleware `cors` for Express. */
export const cors: FrameworkModel = {
  name: 'cors',
  doc: 'https://github.com/expressjs/cors#configuration-options',
  sinks: [
    {
      kind: 'cors-options',
      at: { call: 'cors' },
      roles: { options: { position: 0 } },
      data: { framework: 'cors' },
    },
  ],
};
