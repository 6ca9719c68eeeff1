import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, remote, sinks } from '../../specs';

const request = 'Illuminate.Http.Request#';
const facade = 'Illuminate.Support.Facades.';
/** Text alone: the container makes objects for the parameters that have a class. */
const path = { source: 'the path of the request', onlyTypes: /^\??(?:string|mixed)$/ } as const;
const fragment = { data: { driver: 'unknown', form: 'fragment' } } as const;

/** What gives a query again. */
/** Methods that give one record. */
const records = 'first firstOrFail find findOrFail firstWhere sole firstOrNew';
const chained =
  'where orWhere join leftJoin select orderBy orderByDesc groupBy from limit take skip with whereIn whereNotIn whereNull latest oldest query newQuery distinct having';
const httpChained =
  'withHeaders() withToken() withBasicAuth() withOptions() withBody() timeout() retry() acceptJson() asForm() asJson() baseUrl() withoutRedirecting() withUserAgent() withCookies() withQueryParameters()';
const httpVerbs = 'get post put patch delete head send';

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
      `${facade}DB.query()`,
      ...across(['Eloquent.Query#', 'Eloquent.Model.'], chained).map((call) => `${call}()`),
    ]),
    ...instances(
      'Eloquent.Record#',
      across(['Eloquent.Query#', 'Eloquent.Model.'], records).map((call) => `${call}()`),
    ),
    ...instances('PDO#', [`${facade}DB.getPdo()`, 'Laravel.Connection#getPdo()']),
    ...instances('Laravel.Connection#', [`${facade}DB.connection()`]),
    ...instances('Laravel.Redirector#', ['redirect()', `${facade}Redirect()`]),
    ...instances('Laravel.Response#', [
      'response()',
      'Illuminate.Http.Response()',
      ...each('Laravel.Response#', 'header withHeaders cookie withCookie make view json').map(
        (call) => `${call}()`,
      ),
    ]),
    ...instances('Laravel.Disk#', each(`${facade}Storage.`, 'disk() drive() build() cloud()')),
    ...instances('Laravel.Http#', across([`${facade}Http.`, 'Laravel.Http#'], httpChained)),
    ...instances('Laravel.UniqueRule#', [
      'Illuminate.Validation.Rule.unique()',
      'Illuminate.Validation.Rules.Unique()',
      'Laravel.UniqueRule#where()',
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
      each(
        `${facade}Request.`,
        'input get query post all only except json header cookie route url',
      ),
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
      each('Laravel.Connection#', 'select selectOne statement unprepared insert update delete'),
      { text: at(0), params: at(1) },
      { data: { driver: 'laravel', placeholder: '?' } },
    ),
    // The id that is left out becomes part of the SQL text:
    // https://laravel.com/docs/validation#rule-unique
    ...sinks(
      'sql',
      ['Laravel.UniqueRule#ignore'],
      { text: at(0) },
      { ...fragment, where: [{ arg: at(0), taint: 'remote' }] },
    ),
    ...sinks(
      'sql',
      [
        `${facade}DB.raw`,
        '*.fromRaw',
        'Illuminate.Database.Query.Expression',
        ...across(
          ['*.', 'Eloquent.Query#', 'Eloquent.Model.'],
          'whereRaw orWhereRaw havingRaw orHavingRaw orderByRaw groupByRaw selectRaw fromRaw',
        ),
      ],
      { text: at(0), params: at(1) },
      fragment,
    ),
    ...sinks(
      'sql',
      [`${facade}DB.table`],
      { text: at(0) },
      { ...fragment, where: [{ arg: at(0), taint: 'remote' }] },
    ),
    // Names of columns are not escaped.
    ...sinks(
      'sql',
      across(
        ['Eloquent.Query#', 'Eloquent.Model.'],
        'orderBy orderByDesc groupBy select addSelect where orWhere whereIn whereNotIn whereBetween whereDate whereColumn pluck value having sum max min avg count distinct increment decrement join leftJoin rightJoin from',
      ),
      { text: at(0) },
      {
        ...fragment,
        where: [{ arg: at(0), taint: 'remote' }],
      },
    ),
    ...sinks('html', ['response', 'Illuminate.Http.Response', '*.setContent'], { content: at(0) }),
    ...sinks('html', ['Laravel.Response#make', 'Laravel.Response#setContent'], { content: at(0) }),
    ...sinks('response-header', ['Laravel.Response#header'], { name: at(0), value: at(1) }),
    ...sinks('response-headers', ['Laravel.Response#withHeaders'], { headers: at(0) }),
    // A middleware does not say what the next one gives: the name of the header does.
    ...sinks(
      'response-header',
      ['*.set'],
      { name: at(0), value: at(1) },
      { where: [{ arg: at(0), matches: /^Access-Control-/i }] },
    ),
    ...sinks(
      'password-record',
      each('Eloquent.Model.', 'create forceCreate'),
      { password: at(0) },
      { data: { framework: 'laravel' } },
    ),
    ...sinks(
      'file-path',
      each('Laravel.Response#', 'file download'),
      { path: at(0) },
      { data: { op: 'serve' } },
    ),
    ...sinks(
      'cookie',
      ['Laravel.Response#cookie', 'Laravel.Response#withCookie'],
      { name: at(0), value: at(1), secure: at(5), httpOnly: at(6) },
      { data: { httpOnly: 'yes' } },
    ),
    ...sinks(
      'file-path',
      ['view', `${facade}View.make`, `${facade}View.first`, 'Laravel.Response#view'],
      { path: at(0) },
      { data: { op: 'template' } },
    ),
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
    ...sinks('redirect', ['*.away', ...each('Laravel.Redirector#', 'to away guest')], {
      url: at(0),
    }),
    ...sinks('template-source', [`${facade}Blade.render`, `${facade}Blade.compileString`], {
      template: at(0),
    }),
    ...sinks(
      'file-path',
      across(
        [`${facade}Storage.`, 'Laravel.Disk#'],
        'get put putFile delete download readStream writeStream append prepend deleteDirectory',
      ),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      each(
        `${facade}File.`,
        'get put delete append prepend copy move replace files allFiles glob makeDirectory deleteDirectory cleanDirectory requireOnce getRequire',
      ),
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
    ...sinks('http-request', across([`${facade}Http.`, 'Laravel.Http#'], httpVerbs), {
      url: at(0),
    }),
    ...sinks('http-request', [`${facade}Http.baseUrl`], { url: at(0) }),
    ...sinks(
      'clear-text',
      across([`${facade}Http.`, 'Laravel.Http#'], `${httpVerbs} baseUrl`),
      { url: at(0) },
      { data: { protocol: 'http' }, where: [{ arg: at(0), matches: /^http:\/\//i }] },
    ),
    ...sinks(
      'tls-off',
      [`${facade}Http.withOptions`, 'Laravel.Http#withOptions'],
      { value: at(0) },
      {
        data: { part: 'certificate' },
        where: [{ arg: at(0), path: ['verify'], is: [false] }],
      },
    ),
    ...sinks(
      'command',
      each(`${facade}Process.`, 'run start pipe command'),
      { command: at(0) },
      { data: { shell: 'list' } },
    ),
    ...sinks(
      'reflection',
      ['app', 'resolve', `${facade}App.make`],
      { name: at(0) },
      { data: { of: 'class' } },
    ),
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
      [
        ...each('Eloquent.Model.', 'create updateOrCreate firstOrCreate insert upsert'),
        // A query knows no list of fields that may be set.
        ...each('Eloquent.Query#', 'insert insertGetId update upsert insertOrIgnore'),
        ...each('Eloquent.Record#', 'update fill updateOrFail'),
      ],
      { attributes: at(0) },
      { data: { orm: 'eloquent' } },
    ),
    ...sinks(
      'mass-assignment',
      ['Eloquent.Model.unguard', 'Illuminate.Database.Eloquent.Model.unguard', '*.unguard'],
      {},
      { data: { orm: 'eloquent', guard: 'no' } },
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
      // `config/session.php` decides what is left out.
      { data: { httpOnly: 'yes' } },
    ),
    ...sinks(
      'log',
      each(`${facade}Log.`, 'info error warning debug notice critical alert emergency'),
      { message: at(0) },
    ),
    ...sinks(
      'work-factor',
      [`${facade}Hash.make`],
      { password: at(0), cost: at(1) },
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
    ...gives('clean', ['request'], {
      where: [{ arg: at(0), missing: false }],
      gives: { kind: 'remote', label: 'the request' },
    }),
    // Where PHP keeps an upload, and names that Laravel makes: the sender chooses none of them.
    // https://laravel.com/docs/requests#files
    ...cleans([
      ...each('*.', 'getRealPath getPathname hashName getSize getMimeType guessExtension'),
      '*.hashFile',
    ]),
    // A record that was found is not what it was looked for with.
    ...cleans(
      each('*.', 'first firstOrFail find findOrFail findMany firstWhere sole findOne findOneBy'),
    ),
    // What a query builder writes has placeholders for the values, and a model names its own table.
    ...cleans(['*.toSql', '*.getTable'], ['sql']),
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
    ...instances('Symfony.Response#', [
      ...each(http, 'Response() JsonResponse() RedirectResponse() StreamedResponse()'),
      ...each(http, 'BinaryFileResponse()'),
    ]),
    'Symfony.Response#headers': 'Symfony.ResponseHeaders#',
    ...instances('Symfony.Cookie#', [
      `${http}Cookie()`,
      `${http}Cookie.create()`,
      ...each('Symfony.Cookie#', 'withSecure withHttpOnly withSameSite withPath withValue').map(
        (call) => `${call}()`,
      ),
    ]),
    ...instances('Symfony.HttpClient#', [
      'Symfony.Contracts.HttpClient.HttpClientInterface()',
      ...each('Symfony.Component.HttpClient.', 'HttpClient.create() HttpClient.createForBaseUri()'),
      ...each('Symfony.Component.HttpClient.', 'CurlHttpClient() NativeHttpClient()'),
      'Symfony.HttpClient#withOptions()',
    ]),
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
    ...sinks(
      'response-headers',
      each(http, 'Response JsonResponse StreamedResponse BinaryFileResponse RedirectResponse'),
      { headers: at(2) },
    ),
    ...sinks('response-header', ['Symfony.ResponseHeaders#set', 'Symfony.ResponseHeaders#add'], {
      name: at(0),
      value: at(1),
    }),
    ...(
      [
        ['secure', 'withSecure'],
        ['httpOnly', 'withHttpOnly'],
      ] as const
    ).flatMap(([insecure, name]) =>
      sinks(
        'cookie',
        [`Symfony.Cookie#${name}`],
        {},
        { data: { insecure }, where: [{ arg: at(0), is: [false] }] },
      ),
    ),
    ...['verify_peer', 'verify_host'].flatMap((option) => {
      const part = option === 'verify_peer' ? 'certificate' : 'hostname';
      const data = { part };
      return [
        ...sinks(
          'tls-off',
          [
            'Symfony.Component.HttpClient.HttpClient.create',
            'Symfony.Component.HttpClient.CurlHttpClient',
            'Symfony.Component.HttpClient.NativeHttpClient',
            'Symfony.HttpClient#withOptions',
          ],
          { value: at(0) },
          { data, where: [{ arg: at(0), path: [option], is: [false] }] },
        ),
        ...sinks(
          'tls-off',
          ['Symfony.HttpClient#request'],
          { value: at(2) },
          { data, where: [{ arg: at(2), path: [option], is: [false] }] },
        ),
      ];
    }),
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
      ['Symfony.HttpClient#request', ...each('GuzzleHttp.Client#', 'request requestAsync')],
      { url: at(1) },
    ),
    ...sinks('http-request', ['GuzzleHttp.Psr7.Request'], { url: at(1) }),
    ...sinks(
      'file-path',
      ['*.render', '*.renderView', '*.renderForm', '*.renderBlock'],
      { path: at(0) },
      { data: { op: 'template' }, where: [{ arg: at(0), taint: 'remote' }] },
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
    ...sinks(
      'csrf-off',
      ['*.createFormBuilder'],
      { value: at(1) },
      {
        where: [{ arg: at(1), path: ['csrf_protection'], is: [false] }],
      },
    ),
    ...sinks(
      'csrf-off',
      ['*.loadFromExtension', '*.prependExtensionConfig', '*.extension'],
      { value: at(1) },
      {
        where: [
          { arg: at(0), is: ['framework'] },
          { arg: at(1), path: ['csrf_protection'], is: [false] },
        ],
      },
    ),
    ...sinks(
      'csrf-off',
      ['*.setDefault'],
      { value: at(1) },
      {
        where: [
          { arg: at(0), is: ['csrf_protection'] },
          { arg: at(1), is: [false] },
        ],
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
    ...sinks(
      'http-request',
      each(
        guzzle,
        'get post put patch delete head getAsync postAsync putAsync deleteAsync headAsync',
      ),
      { url: at(0) },
    ),
    ...sinks(
      'clear-text',
      each(guzzle, 'get post put patch delete head'),
      { url: at(0) },
      { data: { protocol: 'http' }, where: [{ arg: at(0), matches: /^http:\/\//i }] },
    ),
    ...sinks(
      'clear-text',
      each(guzzle, 'request requestAsync'),
      { url: at(1) },
      { data: { protocol: 'http' }, where: [{ arg: at(1), matches: /^http:\/\//i }] },
    ),
    ...sinks(
      'tls-off',
      each(guzzle, 'request requestAsync'),
      {},
      {
        data: { part: 'certificate' },
        where: [{ arg: at(2), path: ['verify'], is: [false] }],
      },
    ),
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
