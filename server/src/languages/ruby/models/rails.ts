import type { FrameworkModel, SinkSpec, SourceSpec } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, remote, sinks } from '../../specs';

const request = (label: string, names: string): readonly SourceSpec[] =>
  remote(label, across(['request.', 'Rack.Request#'], names));

/** What is one text of the request's head: no hash of fields, and nothing that a session is fooled by. */
const head = (label: string, names: string): readonly SourceSpec[] =>
  request(label, names).map((source) => ({
    ...source,
    harmless: [
      ...(source.harmless ?? []),
      'nosql-query',
      'mass-assignment',
      ...(label.includes('address') ? ['trust-boundary'] : []),
    ],
  }));

/** Calls that are the same by their name alone and on a controller. */
const own = (names: string): readonly string[] => across(['', 'Controller#'], names);

/**
 * Action Controller. Controllers, helpers, views and concerns all reach the request by the same
 * names, so these are names without a receiver.
 */
export const actionController: FrameworkModel = {
  name: 'action-controller',
  doc: 'https://guides.rubyonrails.org/action_controller_overview.html',
  types: {
    ...instances('Rack.Request#', [
      'Rack.Request()',
      'Rack.Request.new()',
      'ActionDispatch.Request()',
    ]),
  },
  typePatterns: [{ symbol: /Controller\(\)$/, type: 'Controller#' }],
  entryPoints: own('rescue_from').map((call) => ({
    by: 'registration',
    call,
    from: 0,
    params: [{ source: 'details of an error', kind: 'exception' }],
  })),
  sources: [
    ...remote('a parameter of the request', ['params', 'Controller#params']),
    ...remote('a cookie of the request', ['cookies', 'Controller#cookies']),
    ...request(
      'a parameter of the request',
      'params query_parameters request_parameters path_parameters GET POST',
    ),
    ...head(
      'a header of the request',
      'headers user_agent referer referrer origin authorization env content_type accept',
    ),
    ...head(
      'the address of the request',
      'url original_url fullpath original_fullpath path path_info query_string',
    ),
    ...head('the Host header of the request', 'host host_with_port domain subdomain'),
    ...request('the body of the request', 'body raw_post body_stream'),
    ...request('a cookie of the request', 'cookies cookie_jar'),
  ],
  calls: [
    ...cleans(
      each(
        'request.',
        'remote_ip ip xhr? get? post? put? patch? delete? format method request_method ssl? host_with_port? uuid request_id local? session',
      ),
    ),
    ...cleans(['params.key?', 'params.has_key?', 'params.keys?']),
    ...gives('propagate', each('params.', 'require fetch dig')),
    ...gives('clean', ['*.merge'], {
      cleans: ['redirect'],
      where: [
        {
          any: [
            { arg: kw('only_path'), is: [true] },
            { arg: kw('host'), missing: false },
          ],
        },
      ],
    }),
    ...cleans(['root_path', 'root_url', 'url_from'], ['redirect']),
    ...gives('clean', ['url_for'], {
      cleans: ['redirect'],
      where: [
        {
          any: [
            { arg: kw('only_path'), is: [true] },
            { arg: kw('host'), missing: false },
          ],
        },
      ],
    }),
    ...gives('propagate', ['url_for']),
    ...cleans(own('protect_from_forgery before_action after_action head')),
    // Writing to the log, rendering or redirecting ends the request with nothing to go on with.
    ...cleans(own('render redirect_to send_file send_data')),
  ],
  sinks: [
    ...sinks(
      'redirect',
      own('redirect_to'),
      { url: at(0) },
      {
        unless: [
          {
            any: [
              { arg: kw('allow_other_host'), is: [false] },
              // Parameters that nobody has permitted are refused.
              { arg: at(0), symbol: ['params', 'Controller#params', 'Model#'] },
            ],
          },
        ],
      },
    ),
    ...sinks('redirect', own('redirect_back redirect_back_or_to'), {
      url: kw('fallback_location'),
    }),
    ...sinks('template-source', own('render render_to_string'), { template: kw('inline') }),
    ...sinks('html', own('render'), { content: kw('text') }, { data: { context: 'body' } }),
    ...sinks('html', own('render'), { content: kw('js') }, { data: { context: 'script' } }),
    ...sinks('response', own('render'), { content: kw('plain') }, { data: { type: 'text' } }),
    ...['response.body', 'response_body', 'Controller#response_body'].map(
      (assign): SinkSpec => ({ kind: 'response', at: { assign }, roles: { content: at(0) } }),
    ),
    ...['config.action_dispatch.default_headers'].flatMap((headers): SinkSpec[] => [
      { kind: 'response-headers', at: { assign: headers }, roles: { headers: at(0) } },
      ...sinks('response-headers', [`${headers}.merge!`, `${headers}.update`], {
        headers: { position: 0, named: true },
      }),
    ]),
    ...sinks('response', own('render'), { content: kw('json') }, { data: { type: 'json' } }),
    ...sinks('response', own('render'), { content: kw('body') }, { data: { type: 'unknown' } }),
    // Which file is rendered.
    ...sinks(
      'file-path',
      own('render render_to_string'),
      { path: kw('file') },
      { data: { op: 'include' } },
    ),
    // Which template is rendered, as far as it is not a name but a part of a path.
    ...[at(0), kw('template'), kw('partial'), kw('action'), kw('layout')].flatMap((path) =>
      sinks('file-path', own('render render_to_string'), { path }, { data: { op: 'template' } }),
    ),
    ...sinks('file-path', own('send_file'), { path: at(0) }, { data: { op: 'serve' } }),
    // Servers refuse line breaks in headers; what the header says matters all the same.
    {
      kind: 'response-header',
      at: { assignKey: 'Access-Control-Allow-Origin' },
      roles: { value: at(0) },
    },
    ...sinks(
      'response-header',
      ['response.set_header', 'response.add_header', 'response.headers.store'],
      { name: at(0), value: at(1) },
    ),
    // Cookies and the session.
    ...own('cookies')
      .flatMap((jar) => [
        jar,
        ...across([`${jar}.`], 'signed encrypted permanent'),
        ...across([`${jar}.`], 'permanent.signed permanent.encrypted signed.permanent'),
      ])
      .map(
        (jar): SinkSpec => ({
          kind: 'cookie',
          at: { assign: `${jar}.*` },
          roles: { name: kw('key'), value: at(0), options: at(0) },
          data: {
            secure: 'no',
            httpOnly: 'no',
            sameSite: 'yes',
            keys: 'secure,httponly,same_site',
          },
        }),
      ),
    ...['session', 'Controller#session', 'request.session'].flatMap((session): SinkSpec[] => [
      {
        kind: 'trust-boundary',
        at: { assign: `${session}.*` },
        roles: { name: kw('key'), value: at(0) },
      },
      ...['user_id', 'user', 'current_user_id', 'account_id', 'admin_id', 'uid'].map(
        (key): SinkSpec => ({
          kind: 'login',
          at: { assign: `${session}.${key}` },
          roles: { session: 'receiver', value: at(0) },
        }),
      ),
    ]),
    ...sinks('session-renewed', [
      ...own('reset_session'),
      'request.reset_session',
      'session.clear',
      'session.destroy',
    ]),
    // Protection that is turned off.
    ...sinks('csrf-off', own('skip_forgery_protection')),
    // Some actions without it; or all with an empty session, where nobody is logged in.
    ...sinks(
      'csrf-off',
      own('protect_from_forgery'),
      {},
      { where: [{ arg: kw('except'), missing: false }], data: { part: 'some' } },
    ),
    ...sinks(
      'csrf-off',
      own('skip_before_action skip_before_filter skip_action_callback'),
      {},
      {
        where: [{ arg: at(0), is: ['verify_authenticity_token'] }],
      },
    ),
    ...sinks(
      'guard',
      own('skip_before_action skip_before_filter skip_filter skip_action_callback'),
      {},
      { data: { scope: 'class', part: 'skip' }, where: [{ arg: kw('except'), missing: false }] },
    ),
    ...['allow_forgery_protection', 'default_protect_from_forgery'].map(
      (assignKey): SinkSpec => ({
        kind: 'csrf-off',
        at: { assignKey },
        roles: { value: at(0) },
        where: [{ arg: at(0), is: [false] }],
      }),
    ),
    ...sinks(
      'guard',
      own(
        'before_action before_filter authenticate_user! authorize load_and_authorize_resource authorize_resource http_basic_authenticate_with',
      ),
      {},
      { data: { scope: 'class' } },
    ),
    ...sinks(
      'secret',
      own('http_basic_authenticate_with'),
      { value: kw('password') },
      { data: { of: 'password' } },
    ),
  ],
};

/** What views do with text: what is marked as safe is not escaped. */
export const actionView: FrameworkModel = {
  name: 'action-view',
  doc: 'https://guides.rubyonrails.org/security.html#cross-site-scripting-xss',
  sinks: [
    ...sinks('html', ['*.html_safe'], { content: 'receiver' }, { data: { context: 'raw' } }),
    ...sinks(
      'html',
      ['raw', 'Controller#raw', '*.raw'],
      { content: at(0) },
      { data: { context: 'raw' } },
    ),
    ...sinks(
      'html',
      ['ActiveSupport.SafeBuffer', 'ActionView.OutputBuffer'],
      { content: at(0) },
      { data: { context: 'raw' } },
    ),
    ...sinks(
      'html',
      ['*.safe_concat', 'safe_concat'],
      { content: at(0) },
      { data: { context: 'raw' } },
    ),
    ...sinks('html', ['link_to', 'button_to'], { content: at(1) }, { data: { context: 'url' } }),
  ],
  calls: [
    ...cleans(
      [
        ...each(
          '',
          'h html_escape sanitize strip_tags simple_format escape_javascript j json_escape truncate content_tag tag link_to image_tag sanitize_css auto_link',
        ),
        ...each('ERB.Util.', 'h html_escape json_escape'),
        ...each('CGI.', 'escapeHTML escape_html h'),
        ...each('Rack.Utils.', 'escape_html'),
        'ActionController.Base.helpers.sanitize',
        'ActionController.Base.helpers.strip_tags',
        'Loofah.fragment',
        'Sanitize.fragment',
        'Sanitize.clean',
        '*.sanitize',
        '*.strip_tags',
      ],
      ['html', 'response', 'template-source'],
    ),
    ...gives('propagate', ['*.html_safe', 'raw']),
  ],
};

const settings: readonly (readonly [
  string,
  SinkSpec['kind'],
  boolean,
  Readonly<Record<string, string>>,
])[] = [
  ['consider_all_requests_local', 'debug-on', true, {}],
  ['force_ssl', 'clear-text', false, { protocol: 'http' }],
];

/** Settings in `config/`. What is on in development is meant so. */
export const railsSettings: FrameworkModel = {
  name: 'rails-settings',
  doc: 'https://guides.rubyonrails.org/configuring.html',
  sinks: [
    ...settings.map(
      ([name, kind, value, data]): SinkSpec => ({
        kind,
        at: { assignKey: name },
        roles: { value: at(0) },
        where: [{ arg: at(0), is: [value] }],
        data,
      }),
    ),
    ...['secret_key_base', 'secret_token', 'pepper'].map(
      (assignKey): SinkSpec => ({
        kind: 'secret',
        at: { assignKey },
        roles: { value: at(0) },
        data: { of: 'session' },
      }),
    ),
    ...each('config.active_record.encryption.', 'primary_key deterministic_key').map(
      (assign): SinkSpec => ({
        kind: 'secret',
        at: { assign },
        roles: { value: at(0) },
        data: { of: 'cipher' },
      }),
    ),
    ...sinks(
      'secret',
      each('ActiveSupport.', 'MessageEncryptor MessageVerifier EncryptedConfiguration'),
      { value: at(0) },
      { data: { of: 'cipher' } },
    ),
    {
      kind: 'secret',
      at: { assign: 'config.secret_key' },
      roles: { value: at(0) },
      data: { of: 'session' },
    },
    ...sinks(
      'cookie',
      ['*.session_store', 'config.session_store', 'Rails.application.config.session_store'],
      {
        secure: kw('secure'),
        httpOnly: kw('httponly'),
        sameSite: kw('same_site'),
      },
      { data: { httpOnly: 'yes', sameSite: 'yes' } },
    ),
    {
      kind: 'deserialize',
      at: { assignKey: 'cookies_serializer' },
      roles: { data: at(0) },
      where: [{ arg: at(0), is: ['marshal', 'hybrid'] }],
      data: { format: 'marshal' },
    },
    {
      kind: 'escape-off',
      at: { assignKey: 'escape_html_entities_in_json' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: [false] }],
    },
    {
      kind: 'cookie',
      at: { assignKey: 'cookies_same_site_protection' },
      roles: { sameSite: at(0) },
      where: [{ arg: at(0), is: ['none'] }],
      data: { insecure: 'sameSite' },
    },
    {
      kind: 'mass-assignment',
      at: { assignKey: 'permit_all_parameters' },
      where: [{ arg: at(0), is: [true] }],
      data: { orm: 'active-record', guard: 'no' },
    },
    {
      kind: 'mass-assignment',
      at: { assignKey: 'whitelist_attributes' },
      where: [{ arg: at(0), is: [false] }],
      data: { orm: 'active-record', guard: 'no' },
    },
  ],
};

/** The log: what it is told may carry line breaks and secrets. */
export const logger: FrameworkModel = {
  name: 'logger',
  doc: 'https://docs.ruby-lang.org/en/3.4/Logger.html',
  types: instances('Logger#', [
    'Logger()',
    'Logger.new()',
    'Rails.logger',
    'ActiveSupport.Logger()',
  ]),
  sinks: sinks(
    'log',
    [
      ...each('Logger#', 'debug info warn error fatal unknown add log <<'),
      ...each('logger.', 'debug info warn error fatal unknown'),
    ],
    { message: at(0) },
  ),
};

/** Action Cable, Active Job and mailers take their data from what others sent. */
export const railsChannels: FrameworkModel = {
  name: 'action-cable',
  doc: 'https://guides.rubyonrails.org/action_cable_overview.html',
  entryPoints: [
    {
      by: 'method',
      of: 'ApplicationCable.Channel',
      params: [{ source: 'a message of the channel' }],
    },
  ],
};
