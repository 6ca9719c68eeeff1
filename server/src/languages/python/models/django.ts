import type { FrameworkModel } from '../../../engine/model';
import {
  across,
  at,
  checks,
  cleans,
  decorators,
  each,
  gives,
  instances,
  kw,
  markup,
  remote,
  remoteText,
  sinks,
} from '../../specs';
import { is, isGiven, isMarkup, sessionWrites, settings } from './spec';

const request = 'django.HttpRequest#';
const response = 'django.HttpResponse#';
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

const responseClasses = across(
  ['django.http.', 'django.http.response.'],
  'HttpResponse HttpResponseBadRequest HttpResponseNotFound HttpResponseForbidden HttpResponseNotAllowed HttpResponseGone HttpResponseServerError StreamingHttpResponse',
);
const jsonResponses = ['django.http.JsonResponse', 'django.http.response.JsonResponse'];
const fileResponses = ['django.http.FileResponse', 'django.http.response.FileResponse'];
const redirects = across(
  ['django.http.', 'django.http.response.'],
  'HttpResponseRedirect HttpResponsePermanentRedirect',
);

/** Django 5: views, requests and responses. */
export const django: FrameworkModel = {
  name: 'django',
  doc: 'https://docs.djangoproject.com/en/5.2/ref/request-response/',
  types: {
    ...instances(request, [
      'django.http.HttpRequest()',
      'django.http.request.HttpRequest()',
      'django.core.handlers.wsgi.WSGIRequest()',
      'django.View#request',
    ]),
    ...instances(
      response,
      [
        ...responseClasses,
        ...jsonResponses,
        ...redirects,
        ...fileResponses,
        'django.shortcuts.render',
        'django.shortcuts.redirect',
      ].map((name) => `${name}()`),
    ),
  },
  typePatterns: [
    { symbol: /^django\.(?:\w+\.)+\w*View\(\)$/, type: 'django.View#' },
    { symbol: /^django\.forms\.(?:\w+\.)*\w*Form\(\)$/, type: 'django.Form#' },
    { symbol: /^django\.contrib\.auth\.forms\.\w*Form\(\)$/, type: 'django.Form#' },
  ],
  sources: [
    ...remoteText('the query string of the request', [`${request}GET`]),
    ...remoteText('a form field of the request', [`${request}POST`, 'django.Form#cleaned_data']),
    ...remoteText('a parameter of the request', [`${request}REQUEST`]),
    ...remote('a cookie of the request', [`${request}COOKIES`]),
    ...remote('a header of the request', [`${request}META`, `${request}headers`]),
    ...remote('the body of the request', [`${request}body`]),
    ...remote('the body of the request', [`${request}read`, `${request}readline`], true),
    ...remote('an uploaded file', [`${request}FILES`]),
    ...remote('the address of the request', [`${request}path`, `${request}path_info`]),
    ...remote(
      'the address of the request',
      each(request, 'get_full_path build_absolute_uri get_host'),
      true,
    ),
    ...remote('a cookie of the request', [`${request}get_signed_cookie`], true),
    ...remote('the path of the request', ['django.View#kwargs', 'django.View#args']),
  ],
  entryPoints: [
    ...['django', 'rest_framework'].map(
      (ifImported) =>
        ({ by: 'signature', names: [['request', 'req']], params: [request], ifImported }) as const,
    ),
    { by: 'method', of: 'django.View#', names: [...verbs, 'dispatch'], params: [request] },
  ],
  sinks: [
    // --- Output
    ...sinks(
      'html',
      responseClasses,
      { content: at(0, 'content') },
      { where: isMarkup('content_type', 'mimetype') },
    ),
    ...sinks(
      'response',
      responseClasses,
      { content: at(0, 'content') },
      { data: { type: 'unknown' }, where: isGiven('content_type', 'mimetype') },
    ),
    ...sinks('response', jsonResponses, { content: at(0, 'data') }, { data: { type: 'json' } }),
    ...sinks(
      'response-headers',
      [...responseClasses, ...jsonResponses],
      { headers: kw('headers') },
      { data: { framework: 'mapping' } },
    ),
    ...sinks('render', ['django.shortcuts.render'], {
      template: at(1, 'template_name'),
      variables: at(2, 'context'),
    }),
    ...sinks('render', ['django.template.loader.render_to_string'], {
      template: at(0, 'template_name'),
      variables: at(1, 'context'),
    }),
    ...sinks(
      'html',
      [
        ...each('django.utils.safestring.', 'mark_safe SafeString SafeText SafeData SafeBytes'),
        ...each('django.utils.html.', 'html_safe mark_safe'),
      ],
      { content: at(0, 's') },
      { data: { context: 'raw' } },
    ),
    // The format is trusted, the rest is escaped.
    ...sinks(
      'html',
      ['django.utils.html.format_html'],
      { content: at(0, 'format_string') },
      { data: { context: 'format' } },
    ),
    ...sinks(
      'html',
      ['django.utils.html.format_html_join'],
      { content: at(1, 'format_string') },
      { data: { context: 'format' } },
    ),
    ...decorators('escape-off', ['django.utils.html.html_safe']),
    ...sinks('escape-off', ['django.utils.html.html_safe']),
    ...decorators(
      'escape-off',
      ['django.template.Library().filter', 'django.template.library.Library().filter'],
      { value: kw('is_safe') },
      { where: is(kw('is_safe'), true) },
    ),
    ...sinks(
      'escape-off',
      ['django.template.Context', 'django.template.context.Context'],
      { value: kw('autoescape') },
      { where: is(kw('autoescape'), false) },
    ),
    ...sinks('html', each('django.core.mail.', 'send_mail mail_admins mail_managers'), {
      content: kw('html_message'),
    }),
    ...sinks('redirect', redirects, { url: at(0, 'redirect_to') }),
    ...sinks('redirect', ['django.shortcuts.redirect'], { url: at(0, 'to') }),
    ...sinks('template-source', ['django.template.Template', 'django.template.base.Template'], {
      template: at(0, 'template_string'),
    }),
    ...sinks('template-source', ['django.template.engines.from_string', '*.from_string'], {
      template: at(0),
    }),
    ...sinks('file-path', fileResponses, { path: at(0) }, { data: { op: 'serve' } }),
    ...sinks(
      'file-path',
      ['django.views.static.serve'],
      { path: at(1, 'path'), root: at(2, 'document_root') },
      { data: { op: 'serve', root: 'safe' } },
    ),

    // --- Who may use a view
    ...decorators(
      'guard',
      [
        ...each(
          'django.contrib.auth.decorators.',
          'login_required permission_required user_passes_test',
        ),
        'django.contrib.admin.views.decorators.staff_member_required',
      ],
      {},
      { data: { scope: 'route' } },
    ),
    ...decorators('csrf-off', ['django.views.decorators.csrf.csrf_exempt']),
    ...sinks('csrf-off', ['django.views.decorators.csrf.csrf_exempt']),
    ...sessionWrites(`${request}session`),
    ...sinks('login', ['django.contrib.auth.login'], { session: at(0), value: at(1) }),
    ...sinks('session-renewed', ['django.contrib.auth.login', '*.cycle_key', '*.flush']),
    ...decorators('throttle', [
      'ratelimit.decorators.ratelimit',
      'django_ratelimit.decorators.ratelimit',
    ]),
  ],
  calls: [
    // What the server itself writes there.
    ...gives('clean', [`${request}META.get`], {
      where: [
        {
          arg: at(0),
          is: ['SERVER_NAME', 'SERVER_PORT', 'REQUEST_METHOD', 'REMOTE_ADDR', 'CONTENT_LENGTH'],
        },
      ],
    }),
    ...cleans(['django.shortcuts.render', 'django.shortcuts.redirect', 'django.urls.reverse']),
    ...cleans(['django.template.loader.render_to_string', 'django.core.urlresolvers.reverse']),
    ...cleans([...responseClasses, ...jsonResponses, ...redirects, ...fileResponses]),
    ...cleans(
      [
        ...each('django.utils.html.', 'escape conditional_escape strip_tags escapejs format_html'),
        ...each('django.utils.html.', 'json_script urlize format_html_join'),
        'django.utils.text.slugify',
        'django.template.defaultfilters.escape',
        'django.template.defaultfilters.force_escape',
        'django.template.defaultfilters.striptags',
      ],
      markup,
    ),
    ...cleans(['django.utils.text.slugify', 'django.template.defaultfilters.slugify']),
    ...cleans(['django.utils.text.get_valid_filename'], ['file-path', 'upload']),
    ...cleans(['django.utils._os.safe_join'], ['file-path', 'upload', 'extract']),
    ...cleans(['django.shortcuts.get_object_or_404', 'django.shortcuts.get_list_or_404']),
  ],
  checks: checks(
    across(['django.utils.http.'], 'url_has_allowed_host_and_scheme is_safe_url is_same_domain'),
    at(0, 'url'),
    { cleans: ['redirect', 'http-request'] },
  ),
};

const query = { params: at(1, 'params') };
const driver = { driver: 'django', placeholder: '%s', params: 'list' };
const cursors = each('django.Cursor#', 'execute executemany');

/** Django's ORM: raw SQL, pieces of SQL, records from collections. */
export const djangoOrm: FrameworkModel = {
  name: 'django-orm',
  doc: 'https://docs.djangoproject.com/en/5.2/topics/db/sql/',
  types: instances('django.Cursor#', [
    'django.db.connection.cursor()',
    'django.db.Connection#cursor()',
  ]),
  typePatterns: [{ symbol: /^django\.db\.connections\.\w+$/, type: 'django.db.Connection#' }],
  sinks: [
    ...sinks('sql', cursors, { text: at(0, 'sql'), ...query }, { data: driver }),
    ...sinks('sql', ['*.raw'], { text: at(0, 'raw_query'), ...query }, { data: driver }),
    ...sinks(
      'sql',
      ['django.db.models.expressions.RawSQL', 'django.db.models.RawSQL'],
      { text: at(0, 'sql'), ...query },
      { data: { ...driver, form: 'fragment' } },
    ),
    // Pieces of SQL that go into the statement as they are.
    ...(
      [
        [0, 'select'],
        [1, 'where'],
        [3, 'tables'],
        [4, 'order_by'],
      ] as const
    ).flatMap(([position, name]) =>
      sinks(
        'sql',
        ['*.extra'],
        { text: at(position, name) },
        { data: { driver: 'django', params: 'none' } },
      ),
    ),
    // The fields come as `**attributes`.
    ...sinks(
      'mass-assignment',
      each('*.', 'create update update_or_create get_or_create'),
      {},
      { data: { orm: 'django' } },
    ),

    // --- Passwords
    { kind: 'password-field', at: { assignKey: 'password' }, data: { framework: 'django' } },
    ...sinks(
      'password-record',
      ['*.create'],
      { password: kw('password') },
      { data: { framework: 'django' } },
    ),
    ...sinks(
      'password-lookup',
      each('*.', 'get filter filter_by'),
      { password: kw('password') },
      { data: { framework: 'django' } },
    ),
    ...sinks('object-lookup', ['django.shortcuts.get_object_or_404'], { id: kw('id') }),
    ...sinks('object-lookup', ['django.shortcuts.get_object_or_404'], { id: kw('pk') }),
  ],
  calls: [
    ...cleans(cursors),
    ...cleans([
      ...each('django.contrib.auth.hashers.', 'make_password check_password'),
      '*.set_password',
      // The record, not the form that it came from.
      '*.save',
      '*.check_password',
    ]),
  ],
};

const truthy = is(at(0), true);
const falsy = is(at(0), false);
const setting = { framework: 'django' };

/** Django's settings, and those of django-cors-headers: assignments in a settings file. */
export const djangoSettings: FrameworkModel = {
  name: 'django-settings',
  doc: 'https://docs.djangoproject.com/en/5.2/ref/settings/',
  sinks: [
    ...settings('debug-on', 'DEBUG TEMPLATE_DEBUG', { data: setting, where: truthy }),
    ...settings('secret', 'SECRET_KEY', { data: { of: 'session' } }),
    ...settings('secret', 'EMAIL_HOST_PASSWORD', { data: { of: 'password' } }),
    ...settings('secret', 'AWS_SECRET_ACCESS_KEY', { data: { of: 'aws' } }),
    ...settings('cookie', 'SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE LANGUAGE_COOKIE_SECURE', {
      data: { ...setting, insecure: 'secure' },
      where: falsy,
    }),
    ...settings('cookie', 'SESSION_COOKIE_HTTPONLY', {
      data: { ...setting, insecure: 'httpOnly' },
      where: falsy,
    }),
    ...settings('cookie', 'SESSION_COOKIE_SAMESITE CSRF_COOKIE_SAMESITE', {
      data: { ...setting, insecure: 'sameSite' },
      where: is(at(0), 'None', null, false),
    }),
    ...settings('bind', 'ALLOWED_HOSTS', { data: setting }),
    ...settings('security-headers', 'SECURE_CONTENT_TYPE_NOSNIFF SECURE_BROWSER_XSS_FILTER', {
      data: { part: 'off' },
      where: falsy,
    }),
    ...settings('security-headers', 'SECURE_HSTS_SECONDS', {
      data: { part: 'off' },
      where: is(at(0), 0),
    }),
    ...settings('deserialize', 'SESSION_SERIALIZER', {
      data: { format: 'pickle' },
      where: [{ arg: at(0), matches: /PickleSerializer/ }],
    }),
    ...[
      'CORS_ALLOW_ALL_ORIGINS',
      'CORS_ORIGIN_ALLOW_ALL',
      'CORS_ALLOWED_ORIGIN_REGEXES',
      'CORS_ORIGIN_REGEX_WHITELIST',
    ].flatMap((name) =>
      settings('cors-setting', name, { data: { framework: 'django-cors-headers', setting: name } }),
    ),
  ],
};

/** Django REST framework: requests, serializers, permissions. */
export const djangoRest: FrameworkModel = {
  name: 'django-rest-framework',
  doc: 'https://www.django-rest-framework.org/api-guide/requests/',
  types: {
    'rest_framework.request.Request()': request,
    'rest_framework.response.Response()': response,
  },
  typePatterns: [
    { symbol: /^rest_framework\.(?:\w+\.)+\w*(?:View|ViewSet|Mixin)\(\)$/, type: 'django.View#' },
    { symbol: /^rest_framework\.(?:\w+\.)+\w*Serializer\(\)$/, type: 'drf.Serializer#' },
  ],
  sources: [
    ...remote('the body of the request', [`${request}data`, `${request}DATA`]),
    ...remoteText('the query string of the request', [
      `${request}query_params`,
      `${request}QUERY_PARAMS`,
    ]),
    ...remote('the body of the request', each('drf.Serializer#', 'validated_data initial_data')),
  ],
  entryPoints: [
    {
      by: 'method',
      of: 'django.View#',
      names: ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'],
      params: [request],
    },
  ],
  sinks: [
    ...sinks(
      'response',
      ['rest_framework.response.Response'],
      { content: at(0, 'data') },
      { data: { type: 'json' } },
    ),
    ...decorators(
      'guard',
      ['rest_framework.decorators.permission_classes'],
      {},
      { data: { scope: 'route' } },
    ),
    ...decorators('throttle', ['rest_framework.decorators.throttle_classes']),
  ],
  calls: cleans(['rest_framework.response.Response']),
};
