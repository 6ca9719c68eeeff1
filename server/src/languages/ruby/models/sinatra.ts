import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { at, each, gives, instances, kw, remote, sinks } from '../../specs';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head'];

/** Routes of classic and modular applications: blocks whose result is the page. */
const routes: readonly EntryPointSpec[] = verbs.map((verb) => ({
  by: 'registration',
  call: verb,
  from: 1,
  params: [
    { source: 'the path of the request' },
    { source: 'the path of the request' },
    { source: 'the path of the request' },
  ],
  returns: { kind: 'html', data: { context: 'body' } },
}));

/** AWS Lambda: a handler is found by the names of its parameters, as nothing registers it. */
export const lambda: FrameworkModel = {
  name: 'aws-lambda',
  doc: 'https://docs.aws.amazon.com/lambda/latest/dg/ruby-handler.html',
  entryPoints: [
    {
      by: 'signature',
      names: [['event'], ['context', '_context']],
      params: [{ source: 'the event that calls this function' }],
      returns: { kind: 'response', data: { type: 'gateway' } },
    },
  ],
};

/** Grape: routes as in Sinatra, whose result is data and no page. */
export const grape: FrameworkModel = {
  name: 'grape',
  doc: 'https://github.com/ruby-grape/grape#readme',
  types: { 'Grape.API()': 'Grape.API#', 'Grape.API.Instance()': 'Grape.API#' },
  entryPoints: verbs.map((verb) => ({
    by: 'registration',
    call: `Grape.API#${verb}`,
    from: 0,
    params: [],
    returns: { kind: 'response', data: { type: 'json' } },
  })),
};

/** Sinatra: what a route's block gives back is sent as HTML. */
export const sinatra: FrameworkModel = {
  name: 'sinatra',
  doc: 'https://sinatrarb.com/intro.html',
  entryPoints: routes,
  sinks: [
    ...verbs.flatMap((verb) =>
      sinks(
        'route',
        [verb],
        { path: at(0), handlers: kw('yield') },
        {
          data: { method: verb },
          where: [{ arg: kw('yield'), missing: false }],
        },
      ),
    ),
    ...sinks('redirect', ['redirect'], { url: at(0) }),
    ...sinks('template-source', each('', 'erb haml slim liquid markdown erubi builder'), {
      template: at(0),
    }),
    ...sinks('html', ['body'], { content: at(0) }, { data: { context: 'body' } }),
    ...sinks('html', ['halt'], { content: at(1) }, { data: { context: 'body' } }),
    ...sinks('response-header', ['header'], { name: at(0), value: at(1) }),
    ...sinks('response-headers', ['headers'], { headers: { position: 0, named: true } }),
    ...sinks('response-header', ['response.[]='], { name: at(0), value: at(1) }),
    ...sinks(
      'secret',
      ['set'],
      { value: at(1) },
      {
        where: [{ arg: at(0), is: ['session_secret'] }],
        data: { of: 'session' },
      },
    ),
    ...sinks(
      'security-headers',
      ['disable'],
      {},
      { where: [{ arg: at(0), is: ['protection'] }], data: { part: 'off' } },
    ),
    ...sinks('csrf-off', ['disable'], {}, { where: [{ arg: at(0), is: ['protection'] }] }),
    ...sinks(
      'csrf-off',
      ['set'],
      { value: at(1) },
      {
        where: [
          { arg: at(0), is: ['protection'] },
          { arg: at(1), is: [false] },
        ],
      },
    ),
    ...sinks('bind', ['set'], { host: at(1) }, { where: [{ arg: at(0), is: ['bind'] }] }),
    ...sinks(
      'debug-on',
      ['set'],
      { value: at(1) },
      {
        where: [
          { arg: at(0), is: ['show_exceptions'] },
          { arg: at(1), is: [true] },
        ],
      },
    ),
  ],
  calls: [
    ...gives('never', ['halt', 'pass']),
    ...gives('clean', [...each('', 'erb haml slim liquid markdown erubi builder json')]),
  ],
};

/** Rack: the request, the response and their cookies. */
export const rack: FrameworkModel = {
  name: 'rack',
  doc: 'https://github.com/rack/rack/blob/main/SPEC.rdoc',
  types: {
    ...instances('Rack.Response#', ['Rack.Response()', 'Rack.Response.new()']),
  },
  sources: remote(
    'a parameter of the request',
    ['Rack.Utils.parse_query', 'Rack.Utils.parse_nested_query'],
    true,
  ),
  sinks: [
    ...sinks('html', ['Rack.Response', 'Rack.Response#write'], { content: at(0) }),
    ...sinks(
      'response-header',
      ['Rack.Response#set_header', 'Rack.Response#add_header', 'Rack.Response#[]='],
      {
        name: at(0),
        value: at(1),
      },
    ),
    ...sinks('redirect', ['Rack.Response#redirect'], { url: at(0) }),
    ...sinks(
      'cookie',
      ['response.set_cookie', 'Rack.Response#set_cookie', 'Rack.Utils.set_cookie_header!'],
      { name: at(0), options: at(1), value: at(1) },
      { data: { secure: 'no', httpOnly: 'no', sameSite: 'no', keys: 'secure,httponly,same_site' } },
    ),
    ...sinks(
      'cookie',
      ['use'],
      { secure: kw('secure'), httpOnly: kw('httponly'), sameSite: kw('same_site') },
      {
        where: [{ arg: at(0), symbol: ['Rack.Session.Cookie'] }],
        data: { secure: 'no', httpOnly: 'yes', sameSite: 'no' },
      },
    ),
    ...sinks(
      'secret',
      ['use'],
      { value: kw('secret') },
      {
        where: [{ arg: at(0), symbol: ['Rack.Session.Cookie'] }],
        data: { of: 'session' },
      },
    ),
    ...sinks(
      'throttle',
      ['use', 'Rack.Attack.throttle', 'rate_limit', 'throttle'],
      {},
      {
        where: [
          {
            any: [
              { arg: at(0), symbol: ['Rack.Attack'] },
              { arg: kw('limit'), missing: false },
              { arg: kw('to'), missing: false },
            ],
          },
        ],
      },
    ),
  ],
};

/** rack-cors: `origins` says which websites may read answers. */
export const rackCors: FrameworkModel = {
  name: 'rack-cors',
  doc: 'https://github.com/cyu/rack-cors#readme',
  sinks: sinks(
    'cors-options',
    ['origins'],
    { origins: at(0) },
    { data: { framework: 'rack-cors' } },
  ),
};
