import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { across, at, each, gives, instances, remote, sinks } from '../../specs';

const request = 'Illuminate.Http.Request#';
const facade = 'Illuminate.Support.Facades.';
const path = { source: 'the path of the request' } as const;
const fragment = { data: { driver: 'unknown', form: 'fragment' } } as const;

/** Laravel: requests, facades, Eloquent, responses. */
export const laravel: FrameworkModel = {
  name: 'laravel',
  doc: 'https://laravel.com/docs/requests',
  types: {
    ...instances(request, [
      'Illuminate.Http.Request()',
      'Illuminate.Foundation.Http.FormRequest()',
      'request()',
    ]),
    ...instances('Eloquent.Model', [
      'Illuminate.Database.Eloquent.Model',
      'Illuminate.Foundation.Auth.User',
    ]),
    ...instances('Eloquent.Query#', [
      `${facade}DB.table()`,
      ...across(
        ['Eloquent.Query#'],
        'where orWhere join leftJoin select orderBy groupBy from limit take skip with whereIn latest',
      ).map((call) => `${call}()`),
    ]),
  },
  // Where a new application keeps its requests and models.
  typePatterns: [
    { symbol: /^App\.Http\.Requests\.\w+\(\)$/, type: request },
    { symbol: /^App\.Models\.\w+$/, type: 'Eloquent.Model' },
  ],
  sources: [
    ...remote('the request', [`${request}*`]),
    ...remote(
      'the request',
      each(
        request,
        'input get query post all except json header cookie route string collect getContent path url fullUrl ip userAgent file allFiles server',
      ),
      true,
    ),
    // The fields are named.
    { ...remote('the request', [`${request}only`], true)[0]!, harmless: ['mass-assignment'] },
    ...remote(
      'the request',
      each(`${facade}Request.`, 'input get query post all only except json header cookie'),
      true,
    ),
    ...remote('the request', each('Illuminate.Support.Facades.Input.', 'get all only'), true),
  ],
  entryPoints: [
    ...each(`${facade}Route.`, 'get post put patch delete any match options').map(
      (call): EntryPointSpec => ({
        by: 'registration',
        call,
        from: 1,
        params: [path, path, path, path],
        returns: { kind: 'html' },
      }),
    ),
    ...['App.Http.Controllers.Controller', 'Illuminate.Routing.Controller'].map(
      (of): EntryPointSpec => ({ by: 'method', of, params: [path, path, path] }),
    ),
  ],
  sinks: [
    ...sinks(
      'sql',
      each(`${facade}DB.`, 'select selectOne statement unprepared insert update delete scalar'),
      { text: at(0), params: at(1) },
      {
        data: { driver: 'laravel', placeholder: '?' },
      },
    ),
    ...sinks(
      'sql',
      [
        `${facade}DB.raw`,
        '*.fromRaw',
        ...each('*.', 'whereRaw orWhereRaw havingRaw orHavingRaw orderByRaw groupByRaw selectRaw'),
      ],
      { text: at(0), params: at(1) },
      fragment,
    ),
    // Names of columns are not escaped.
    ...sinks(
      'sql',
      each('Eloquent.Query#', 'orderBy groupBy select addSelect where orWhere whereIn pluck'),
      { text: at(0) },
      {
        ...fragment,
        where: [{ arg: at(0), taint: 'remote' }],
      },
    ),
    ...sinks('html', ['response', 'Illuminate.Http.Response', '*.setContent'], { content: at(0) }),
    ...sinks('render', ['view', `${facade}View.make`], { template: at(0), variables: at(1) }),
    ...sinks(
      'redirect',
      [
        'redirect',
        `${facade}Redirect.to`,
        `${facade}Redirect.away`,
        'Illuminate.Http.RedirectResponse',
      ],
      { url: at(0) },
    ),
    ...sinks('redirect', ['*.away'], { url: at(0) }),
    ...sinks('template-source', [`${facade}Blade.render`, `${facade}Blade.compileString`], {
      template: at(0),
    }),
    ...sinks(
      'file-path',
      each(`${facade}Storage.`, 'get put delete download exists'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      each(`${facade}File.`, 'get put delete append copy move'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      ['*.download', '*.streamDownload'],
      { path: at(0) },
      { data: { op: 'serve' } },
    ),
    ...sinks('upload', ['*.storeAs', '*.move'], { name: at(1) }, { data: { part: 'store' } }),
    ...sinks('http-request', each(`${facade}Http.`, 'get post put patch delete head'), {
      url: at(0),
    }),
    ...sinks(
      'tls-off',
      [`${facade}Http.withoutVerifying`, '*.withoutVerifying'],
      {},
      { data: { part: 'certificate' } },
    ),
    ...sinks(
      'mass-assignment',
      each('*.', 'forceFill forceCreate'),
      { attributes: at(0) },
      { data: { orm: 'eloquent' } },
    ),
    ...sinks(
      'mass-assignment',
      each('Eloquent.Model.', 'create updateOrCreate firstOrCreate insert'),
      { attributes: at(0) },
      { data: { orm: 'eloquent' } },
    ),
    {
      kind: 'mass-assignment',
      at: { assignName: 'guarded' },
      roles: { attributes: at(0) },
      where: [{ arg: at(0), empty: true }],
      data: { orm: 'eloquent', guard: 'no' },
    },
    ...sinks('object-lookup', each('Eloquent.Model.', 'find findOrFail destroy'), { id: at(0) }),
    // Fields that `create` and `fill` may set.
    {
      kind: 'mass-assignment',
      at: { assignName: 'fillable' },
      data: { orm: 'eloquent', part: 'fields' },
    },
    // Routes that the middleware against forged requests leaves out; the rule looks at its class.
    {
      kind: 'csrf-off',
      at: { assignName: 'except' },
      roles: { value: at(0) },
      unless: [{ arg: at(0), empty: true }],
      data: { part: 'except' },
    },
    ...sinks(
      'debug-on',
      ['putenv'],
      { value: at(0) },
      {
        where: [{ arg: at(0), matches: /^APP_DEBUG\s*=\s*(?:true|1|on)$/i }],
      },
    ),
    ...sinks(
      'debug-on',
      ['config'],
      {},
      {
        where: [{ arg: at(0), path: ['app.debug'], is: [true, 'true', 1] }],
      },
    ),
    {
      kind: 'debug-on',
      at: { assignKey: 'APP_DEBUG' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: [true, 'true', 1, '1'] }],
    },
    ...sinks(
      'cookie',
      ['cookie', `${facade}Cookie.make`, `${facade}Cookie.queue`],
      { name: at(0), value: at(1), secure: at(5), httpOnly: at(6) },
      {
        data: { secure: 'no', httpOnly: 'yes' },
      },
    ),
    ...sinks(
      'log',
      each(`${facade}Log.`, 'info error warning debug notice critical alert emergency'),
      { message: at(0) },
    ),
    ...sinks(
      'work-factor',
      [`${facade}Hash.make`],
      { password: at(0) },
      { data: { algorithm: 'bcrypt' } },
    ),
    ...sinks('session-renewed', ['*.regenerate', '*.invalidate']),
    ...sinks('throttle', [`${facade}RateLimiter.for`]),
    ...each(`${facade}Route.`, 'get post put patch delete any').flatMap((call) => {
      const method = call.slice(`${facade}Route.`.length);
      return sinks('route', [call], { path: at(0), handlers: at(1) }, { data: { method } });
    }),
  ],
  calls: [
    ...gives(
      'clean',
      each(
        request,
        'integer boolean float date user validate validated hasFile has filled isMethod routeIs expectsJson wantsJson ajax session',
      ),
    ),
    ...gives('clean', each(`${facade}Hash.`, 'make check')),
    ...gives('clean', ['bcrypt', 'e', `${facade}Crypt.encrypt`, `${facade}Crypt.encryptString`]),
    ...gives('clean', [
      `${facade}DB.select`,
      `${facade}DB.statement`,
      `${facade}DB.insert`,
      `${facade}DB.update`,
    ]),
    ...gives('argument', [`${facade}DB.raw`]),
    ...gives('never', ['abort', 'dd']),
  ],
};

const http = 'Symfony.Component.HttpFoundation.';
const symfonyRequest = 'Symfony.Request#';

/** Symfony: request, responses, HTTP client, templates. */
export const symfony: FrameworkModel = {
  name: 'symfony',
  doc: 'https://symfony.com/doc/current/components/http_foundation.html',
  types: {
    ...instances(symfonyRequest, [
      `${http}Request()`,
      `${http}Request.createFromGlobals()`,
      `${http}RequestStack#getCurrentRequest()`,
    ]),
    ...instances('Twig.Environment#', ['Twig.Environment()']),
  },
  sources: [
    ...remote('the query string of the request', [`${symfonyRequest}query`]),
    ...remote('the body of the request', [`${symfonyRequest}request`]),
    ...remote('the path of the request', [`${symfonyRequest}attributes`]),
    ...remote('a cookie of the request', [`${symfonyRequest}cookies`]),
    ...remote('a header of the request', [`${symfonyRequest}headers`]),
    ...remote('an uploaded file', [`${symfonyRequest}files`]),
    ...remote(
      'the request',
      each(
        symfonyRequest,
        'get getContent toArray getPathInfo getRequestUri getUri getQueryString getHost getPayload',
      ),
      true,
    ),
  ],
  entryPoints: [
    ...[
      'Symfony.Component.Routing.Annotation.Route',
      'Symfony.Component.Routing.Attribute.Route',
    ].map(
      (decorator): EntryPointSpec => ({
        by: 'decorator',
        decorator,
        tainted: 'path',
        pathParams: /\{(<[^>]*>)?(\w+)(?:<[^>]*>)?[^}]*\}/g,
        cleanConverters: [],
        label: 'the path of the request',
      }),
    ),
    ...[
      'Symfony.Bundle.FrameworkBundle.Controller.AbstractController',
      'Symfony.Bundle.FrameworkBundle.Controller.Controller',
    ].map((of): EntryPointSpec => ({ by: 'method', of, params: [] })),
  ],
  sinks: [
    ...sinks('html', [`${http}Response`], { content: at(0) }),
    ...sinks('redirect', [`${http}RedirectResponse`, '*.redirect'], { url: at(0) }),
    ...sinks(
      'file-path',
      [`${http}BinaryFileResponse`],
      { path: at(0) },
      { data: { op: 'serve' } },
    ),
    ...sinks('render', ['*.render', '*.renderView'], { template: at(0), variables: at(1) }),
    ...sinks(
      'http-request',
      ['Symfony.Component.HttpClient.HttpClient#request', 'GuzzleHttp.Client#request'],
      { url: at(1) },
    ),
    ...sinks(
      'cookie',
      [`${http}Cookie`, `${http}Cookie.create`],
      { name: at(0), value: at(1), secure: at(5), httpOnly: at(6) },
      {
        data: { secure: 'yes', httpOnly: 'yes' },
      },
    ),
    ...sinks(
      'csrf-off',
      ['*.setDefaults'],
      { value: at(0) },
      {
        where: [{ arg: at(0), path: ['csrf_protection'], is: [false] }],
      },
    ),
    ...sinks(
      'csrf-off',
      ['*.createForm'],
      { value: at(2) },
      {
        where: [{ arg: at(2), path: ['csrf_protection'], is: [false] }],
      },
    ),
  ],
};

const guzzle = 'GuzzleHttp.Client#';

/** Guzzle. */
export const guzzleClient: FrameworkModel = {
  name: 'guzzle',
  doc: 'https://docs.guzzlephp.org/en/stable/request-options.html',
  types: instances(guzzle, ['GuzzleHttp.Client()']),
  sinks: [
    ...sinks('http-request', each(guzzle, 'get post put patch delete head'), { url: at(0) }),
    ...sinks(
      'tls-off',
      ['GuzzleHttp.Client'],
      {},
      {
        data: { part: 'certificate' },
        where: [{ arg: at(0), path: ['verify'], is: [false] }],
      },
    ),
    ...sinks(
      'tls-off',
      each(guzzle, 'get post put patch delete head'),
      {},
      {
        data: { part: 'certificate' },
        where: [{ arg: at(1), path: ['verify'], is: [false] }],
      },
    ),
  ],
};
