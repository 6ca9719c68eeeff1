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
  sinks,
} from '../../specs';
import { classes } from './classes';

const web = 'org.springframework.web.';
const binding = `${web}bind.annotation.`;
const upload = `${web}multipart.MultipartFile#`;
const entity = 'org.springframework.http.ResponseEntity#';

const mappings = ['Request', 'Get', 'Post', 'Put', 'Patch', 'Delete'].map((name) => ({
  name: `${binding}${name}Mapping`,
  method: name === 'Request' ? 'any' : name.toLowerCase(),
}));

const handlers: readonly EntryPointSpec[] = [
  ...mappings.map(
    ({ name }): EntryPointSpec => ({
      by: 'decorator',
      decorator: name,
      tainted: 'all',
      label: 'a parameter of the request',
      // A text is the page itself, or the name of a view.
      returns: { kind: 'response', data: { type: 'unknown' } },
    }),
  ),
  ...['MessageMapping', 'SubscribeMapping'].map(
    (name): EntryPointSpec => ({
      by: 'decorator',
      decorator: `org.springframework.messaging.handler.annotation.${name}`,
      tainted: 'all',
      label: 'a message of a WebSocket',
    }),
  ),
  ...['QueryMapping', 'MutationMapping', 'SubscriptionMapping', 'SchemaMapping'].map(
    (name): EntryPointSpec => ({
      by: 'decorator',
      decorator: `org.springframework.graphql.data.method.annotation.${name}`,
      tainted: 'all',
      label: 'an argument of a GraphQL query',
    }),
  ),
];

const parameters: readonly EntryPointSpec[] = [
  ['RequestParam', 'a parameter of the request'],
  ['PathVariable', 'the path of the request'],
  ['MatrixVariable', 'the path of the request'],
  ['RequestBody', 'the body of the request'],
  ['RequestPart', 'the body of the request'],
  ['RequestHeader', 'a header of the request'],
  ['CookieValue', 'a cookie of the request'],
  ['ModelAttribute', 'a form field of the request'],
].map(
  ([name, label]): EntryPointSpec => ({
    by: 'param-decorator',
    decorator: `${binding}${name}`,
    label: label!,
  }),
);

/** Spring MVC, WebFlux and Boot: handlers, their parameters, answers, uploads. */
export const springWeb: FrameworkModel = {
  name: 'spring-web',
  doc: 'https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller.html',
  types: {
    ...instances('javax.servlet.http.HttpServletRequest#', [
      ...each(`${web}multipart.`, 'MultipartHttpServletRequest() MultipartRequest()'),
      ...each(`${web}context.request.`, 'WebRequest() NativeWebRequest() ServletWebRequest()'),
    ]),
    ...classes(`${web}multipart.`, 'MultipartFile'),
    ...instances(upload, [
      'org.springframework.web.multipart.commons.CommonsMultipartFile()',
      'javax.servlet.http.HttpServletRequest#getFile()',
    ]),
    ...instances('org.springframework.web.servlet.ModelAndView#', [`${web}servlet.ModelAndView()`]),
    ...instances('org.springframework.ui.Model#', [
      ...each('org.springframework.ui.', 'Model() ModelMap() ExtendedModelMap() ConcurrentModel()'),
      `${web}servlet.mvc.support.RedirectAttributes()`,
    ]),
    ...instances('org.springframework.validation.BindingResult#', [
      ...each('org.springframework.validation.', 'BindingResult() Errors()'),
    ]),
    ...instances(entity, [
      'org.springframework.http.ResponseEntity()',
      ...each(
        'org.springframework.http.ResponseEntity.',
        'ok() status() badRequest() created() accepted() notFound() of() internalServerError()',
      ),
      ...each(entity, 'body() header() headers() contentType() build() cacheControl() location()'),
    ]),
    'org.springframework.http.HttpHeaders()': 'org.springframework.http.HttpHeaders#',
    ...classes(`${web}servlet.view.`, 'RedirectView'),
    ...classes(`${web}cors.`, 'CorsConfiguration'),
    ...instances(`${web}servlet.config.annotation.CorsRegistration#`, [
      `${web}servlet.config.annotation.CorsRegistration()`,
      `${web}servlet.config.annotation.CorsRegistry#addMapping()`,
      `${web}reactive.config.CorsRegistry#addMapping()`,
      ...each(
        `${web}servlet.config.annotation.CorsRegistration#`,
        'allowedMethods() allowedHeaders() allowCredentials() maxAge() exposedHeaders()',
      ),
    ]),
    ...classes(`${web}servlet.config.annotation.`, 'CorsRegistry'),
    ...classes(`${web}reactive.config.`, 'CorsRegistry'),
    ...instances('org.springframework.http.ResponseCookie#', [
      ...each('org.springframework.http.ResponseCookie.', 'from() fromClientResponse()'),
      ...each(
        'org.springframework.http.ResponseCookie#',
        'httpOnly() secure() path() domain() maxAge() sameSite() build()',
      ),
    ]),
    ...classes(`${web}reactive.function.server.`, 'ServerRequest'),
    ...classes('org.springframework.http.server.reactive.', 'ServerHttpRequest'),
    ...classes('org.springframework.web.bind.', 'WebDataBinder'),
    ...classes('org.springframework.context.', 'ApplicationContext'),
    ...classes('org.springframework.core.io.', 'ResourceLoader'),
  },
  sources: [
    ...remote(
      'the body of the request',
      each(`${web}reactive.function.server.ServerRequest#`, 'bodyToMono bodyToFlux body formData'),
      true,
    ),
    ...remote(
      'a parameter of the request',
      each(
        `${web}reactive.function.server.ServerRequest#`,
        'queryParam queryParams pathVariable headers cookies',
      ),
      true,
    ),
    ...remote(
      'a parameter of the request',
      each(
        'org.springframework.http.server.reactive.ServerHttpRequest#',
        'getQueryParams getHeaders getBody getCookies',
      ),
      true,
    ),
    ...remote(
      'an uploaded file',
      each('javax.servlet.http.HttpServletRequest#', 'getFile getFiles getFileMap getMultiFileMap'),
      true,
    ),
    ...remote(
      'an uploaded file',
      each(upload, 'getOriginalFilename getBytes getInputStream getContentType getResource'),
      true,
    ),
  ],
  entryPoints: [...handlers, ...parameters],
  sinks: [
    // Every property that both objects have; names behind the objects are left out.
    ...sinks(
      'mass-assignment',
      ['org.springframework.beans.BeanUtils.copyProperties'],
      { attributes: at(0), fields: at(2) },
      { data: { orm: 'beans' } },
    ),
    ...sinks(
      'mass-assignment',
      ['com.fasterxml.jackson.databind.ObjectMapper#updateValue'],
      { attributes: at(1) },
      { data: { orm: 'beans' } },
    ),
    ...mappings.flatMap(({ name, method }) =>
      decorators(
        'route',
        [name],
        { path: at(0, 'value'), methods: kw('method') },
        { data: { method } },
      ),
    ),
    ...sinks('object-lookup', each('*.', 'findById getReferenceById deleteById'), { id: at(0) }),
    ...sinks('throttle', [
      'io.github.bucket4j.Bucket.builder',
      'io.github.bucket4j.Bucket4j.builder',
      ...each('io.github.resilience4j.ratelimiter.RateLimiter.', 'of ofDefaults'),
      'com.google.common.util.concurrent.RateLimiter.create',
    ]),
    ...decorators('throttle', ['io.github.resilience4j.ratelimiter.annotation.RateLimiter']),
    ...sinks('redirect', [`${web}servlet.view.RedirectView`], { url: at(0) }),
    ...sinks('http-request', ['org.springframework.core.io.UrlResource'], { url: at(0) }),
    ...sinks(
      'cookie',
      ['org.springframework.http.ResponseCookie#build'],
      { cookie: 'receiver', value: 'receiver' },
      { data: { secure: 'no', httpOnly: 'no' } },
    ),
    // The name of a view leads to a page of the program, of any name.
    ...sinks(
      'file-path',
      [`${web}servlet.ModelAndView`, `${web}servlet.ModelAndView#setViewName`],
      { path: at(0) },
      { data: { op: 'template' } },
    ),
    ...sinks('redirect', [`${web}servlet.view.RedirectView#setUrl`], { url: at(0) }),
    ...sinks(
      'redirect',
      [`${entity}location`, 'org.springframework.http.HttpHeaders#setLocation'],
      { url: at(0) },
    ),
    ...sinks(
      'redirect',
      each('org.springframework.http.HttpHeaders#', 'add set'),
      { url: at(1) },
      { where: [{ arg: at(0), is: ['Location'] }] },
    ),
    ...sinks('redirect', [`${web}reactive.function.server.ServerResponse.temporaryRedirect`], {
      url: at(0),
    }),
    ...sinks(
      'render',
      [`${web}servlet.ModelAndView`, 'org.springframework.web.servlet.ModelAndView#setViewName'],
      { template: at(0) },
    ),
    ...sinks(
      'upload',
      [`${upload}transferTo`],
      { path: at(0), name: at(0) },
      { data: { part: 'store' } },
    ),
    ...sinks('file-path', [`${upload}transferTo`], { path: at(0) }, { data: { op: 'write' } }),
    ...sinks(
      'response',
      [
        'org.springframework.http.ResponseEntity',
        `${entity}body`,
        'org.springframework.http.ResponseEntity.ok',
      ],
      { content: at(0) },
      { data: { type: 'unknown' } },
    ),
    ...sinks(
      'response-header',
      [`${entity}header`, ...each('org.springframework.http.HttpHeaders#', 'add set')],
      {
        name: at(0),
        value: at(1),
      },
    ),
    // CORS
    ...decorators(
      'cors-setting',
      [`${binding}CrossOrigin`],
      { value: at(0, 'origins') },
      { data: { open: 'yes' } },
    ),
    ...sinks(
      'cors-setting',
      [
        `${web}servlet.config.annotation.CorsRegistration#allowedOrigins`,
        `${web}cors.CorsConfiguration#setAllowedOrigins`,
        ...each(
          `${web}cors.CorsConfiguration#`,
          'addAllowedOrigin addAllowedOriginPattern setAllowedOriginPatterns',
        ),
        `${web}servlet.config.annotation.CorsRegistration#allowedOriginPatterns`,
      ],
      { value: at(0) },
    ),
    ...sinks(
      'file-path',
      [
        ...each(
          'org.springframework.core.io.',
          'FileSystemResource FileUrlResource PathResource ClassPathResource',
        ),
        ...each(
          'org.springframework.',
          'context.ApplicationContext#getResource core.io.ResourceLoader#getResource',
        ),
      ],
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      each('org.springframework.util.', 'ResourceUtils.getFile FileCopyUtils.copyToByteArray'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
  ],
  calls: [
    ...gives(
      'receiver',
      each('org.springframework.http.ResponseCookie#', 'path domain maxAge build'),
    ),
    ...(['httpOnly', 'secure', 'sameSite'] as const).map((name) => ({
      call: `org.springframework.http.ResponseCookie#${name}`,
      result: 'receiver' as const,
      effect: { on: 'field' as const, name, value: at(0) },
    })),
    ...cleans(
      each(
        'org.springframework.http.ResponseEntity.',
        'ok status badRequest created accepted notFound of internalServerError',
      ),
    ),
    ...cleans([
      ...each(entity, 'body header headers contentType build location'),
      'org.springframework.http.ResponseEntity',
    ]),
    ...cleans(
      [
        'org.springframework.web.util.HtmlUtils.htmlEscape',
        ...each('org.springframework.web.util.HtmlUtils.', 'htmlEscapeDecimal htmlEscapeHex'),
      ],
      ['html', 'response'],
    ),
    ...cleans(
      ['org.springframework.web.util.JavaScriptUtils.javaScriptEscape'],
      ['html', 'response'],
    ),
    ...cleans(['org.springframework.util.StringUtils.getFilename'], ['file-path', 'upload']),
    ...gives('propagate', [
      ...each('org.springframework.util.StringUtils.', 'cleanPath trimWhitespace'),
      ...each('org.springframework.util.', 'StreamUtils.copyToString FileCopyUtils.copyToString'),
    ]),
    ...gives('propagate', across([`${web}util.UriUtils.`], 'decode')),
    ...cleans(
      each(`${web}util.UriUtils.`, 'encode encodePath encodeQueryParam encodePathSegment'),
      ['html', 'response', 'redirect', 'http-request', 'response-header', 'file-path'],
    ),
  ],
};

const http = 'org.springframework.security.config.annotation.web.builders.HttpSecurity#';
const security = 'org.springframework.security.';
/** Settings behind `http.sessionManagement()` and the like. */
const parts = 'org.springframework.security.part#';
const headers = 'org.springframework.security.headers#';
const csrf = 'org.springframework.security.csrf#';

/** Spring Security: what switches protections off, password encoders, checks of who may do what. */
export const springSecurity: FrameworkModel = {
  name: 'spring-security',
  doc: 'https://docs.spring.io/spring-security/reference/servlet/index.html',
  types: {
    ...classes(`${security}config.annotation.web.builders.`, 'HttpSecurity'),
    ...instances('org.springframework.security.csrf#', [`${http}csrf()`]),
    ...instances(headers, [
      `${http}headers()`,
      ...each(
        headers,
        'frameOptions() httpStrictTransportSecurity() xssProtection() contentTypeOptions() cacheControl() contentSecurityPolicy()',
      ),
    ]),
    [`${headers}and()`]: http,
    [`${csrf}and()`]: http,
    [`${parts}and()`]: http,
    ...instances(`${security}crypto.password.PasswordEncoder#`, [
      `${security}crypto.password.PasswordEncoder()`,
      ...each(
        `${security}crypto.`,
        'bcrypt.BCryptPasswordEncoder() argon2.Argon2PasswordEncoder()',
      ),
      ...each(
        `${security}crypto.`,
        'scrypt.SCryptPasswordEncoder() password.Pbkdf2PasswordEncoder()',
      ),
    ]),
  },
  typePatterns: [
    {
      symbol:
        /^org\.springframework\.security\.(?:part|config\.annotation\.web\.builders\.HttpSecurity)#(?!csrf\(|headers\(|and\()\w+\(\)$/,
      type: parts,
    },
  ],
  // After a setting given as a function, the next one is that of the whole.
  extends: { [parts]: [http], [headers]: [http], [csrf]: [http] },
  entryPoints: [
    ...each('', 'csrf headers').map(
      (name): EntryPointSpec => ({
        by: 'registration',
        call: `${http}${name}`,
        from: 0,
        params: [name === 'csrf' ? csrf : headers],
      }),
    ),
    ...each(
      headers,
      'frameOptions httpStrictTransportSecurity xssProtection contentTypeOptions',
    ).map((call): EntryPointSpec => ({ by: 'registration', call, from: 0, params: [headers] })),
    ...[`${http}sessionManagement`, `${http}rememberMe`, `${parts}sessionFixation`].map(
      (call): EntryPointSpec => ({ by: 'registration', call, from: 0, params: [parts] }),
    ),
  ],
  sinks: [
    ...sinks('csrf-off', ['org.springframework.security.csrf#disable']),
    ...sinks(
      'csrf-off',
      [`${http}csrf`],
      {},
      {
        where: [
          {
            arg: at(0),
            symbol: [
              `${security}config.annotation.web.configurers.AbstractHttpConfigurer.disable`,
              `${security}config.annotation.web.configurers.CsrfConfigurer.disable`,
            ],
          },
        ],
      },
    ),
    // The session keeps its id when somebody logs in.
    ...sinks('session-kept', [`${parts}none`]),
    ...sinks('secret', [`${parts}key`], { value: at(0) }, { data: { of: 'session' } }),
    ...sinks('password-encoder', [
      ...each(
        `${security}crypto.password.`,
        `MessageDigestPasswordEncoder StandardPasswordEncoder NoOpPasswordEncoder.getInstance
           LdapShaPasswordEncoder Md4PasswordEncoder`,
      ),
      ...each(
        `${security}authentication.encoding.`,
        'Md5PasswordEncoder Md4PasswordEncoder ShaPasswordEncoder PlaintextPasswordEncoder LdapShaPasswordEncoder',
      ),
      ...each(`${security}core.userdetails.User.`, 'withDefaultPasswordEncoder'),
    ]),
    ...sinks(
      'security-headers',
      ['org.springframework.security.headers#disable'],
      {},
      { data: { part: 'off' } },
    ),
    ...sinks(
      'work-factor',
      [`${security}crypto.bcrypt.BCryptPasswordEncoder`],
      { cost: at(0) },
      { data: { algorithm: 'bcrypt', min: '10' } },
    ),
    ...decorators(
      'guard',
      [
        ...each(`${security}access.prepost.`, 'PreAuthorize PostAuthorize'),
        `${security}access.annotation.Secured`,
        ...each('javax.annotation.security.', 'RolesAllowed'),
      ],
      {},
      { data: { scope: 'route' } },
    ),
  ],
  calls: cleans(
    each(`${security}crypto.password.PasswordEncoder#`, 'encode matches upgradeEncoding'),
  ),
};
