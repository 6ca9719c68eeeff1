import type { CallSpec, FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';
import { is, isGiven } from './spec';

const verbs = 'get post put patch delete head options';

/** A request: where it goes, whether the certificate is checked, whether it is encrypted. */
function requests(symbols: readonly string[], position: number, name = 'url'): readonly SinkSpec[] {
  const url = at(position, name);
  return [
    ...sinks('http-request', symbols, { url }),
    ...sinks('clear-text', symbols, { url }, { data: { protocol: 'http' } }),
  ];
}

function unverified(symbols: readonly string[], name: string): readonly SinkSpec[] {
  return sinks(
    'tls-off',
    symbols,
    { value: kw(name) },
    { data: { part: 'certificate' }, where: is(kw(name), false) },
  );
}

/** Calls whose result is what another server answers. */
function fetches(symbols: readonly string[]): readonly CallSpec[] {
  return gives('clean', symbols, {
    gives: { kind: 'fetched', label: 'the answer of another server' },
  });
}

const session = 'requests.Session#';
const requestsCalls = across(['requests.', 'requests.api.', session], verbs);
const requestsAny = across(['requests.', 'requests.api.', session], 'request');

/** Requests. */
export const requestsLibrary: FrameworkModel = {
  name: 'requests',
  doc: 'https://requests.readthedocs.io/en/latest/api/',
  types: instances(session, [
    'requests.Session()',
    'requests.session()',
    'requests.sessions.Session()',
  ]),
  sinks: [
    ...requests(requestsCalls, 0),
    ...requests(requestsAny, 1),
    ...requests(['requests.Request'], 1),
    ...unverified([...requestsCalls, ...requestsAny, `${session}send`], 'verify'),
    {
      kind: 'tls-off',
      at: { assign: `${session}verify` },
      roles: { value: at(0) },
      data: { part: 'certificate' },
      where: is(at(0), false),
    },
    ...sinks(
      'secret',
      ['requests.auth.HTTPBasicAuth', 'requests.auth.HTTPDigestAuth'],
      {
        value: at(1, 'password'),
      },
      { data: { of: 'password' } },
    ),
  ],
  calls: [
    // What another server answers is not what the request asked for.
    ...fetches([...requestsCalls, ...requestsAny]),
    ...cleans(['requests.utils.quote', 'requests.compat.quote'], ['http-request', 'html']),
  ],
};

const httpxClients = ['httpx.', 'httpx.Client#'];

/** HTTPX. */
export const httpx: FrameworkModel = {
  name: 'httpx',
  doc: 'https://www.python-httpx.org/api/',
  types: instances('httpx.Client#', ['httpx.Client()', 'httpx.AsyncClient()']),
  sinks: [
    ...requests(across(httpxClients, verbs), 0),
    ...requests(across(httpxClients, 'request stream'), 1),
    ...sinks(
      'clear-text',
      ['httpx.Client', 'httpx.AsyncClient'],
      { url: kw('base_url') },
      { data: { protocol: 'http' }, where: isGiven('base_url') },
    ),
    ...unverified(
      [...across(httpxClients, `${verbs} request stream`), 'httpx.Client', 'httpx.AsyncClient'],
      'verify',
    ),
  ],
  calls: fetches(across(httpxClients, `${verbs} request stream`)),
};

const aiohttpCalls = each('aiohttp.ClientSession#', `${verbs} ws_connect`);

/** aiohttp's client. */
export const aiohttpClient: FrameworkModel = {
  name: 'aiohttp-client',
  doc: 'https://docs.aiohttp.org/en/stable/client_reference.html',
  types: instances('aiohttp.ClientSession#', [
    'aiohttp.ClientSession()',
    'aiohttp.client.ClientSession()',
  ]),
  sinks: [
    ...requests(aiohttpCalls, 0),
    ...requests(['aiohttp.ClientSession#request', 'aiohttp.request'], 1),
    ...sinks(
      'clear-text',
      ['aiohttp.ClientSession'],
      { url: at(0, 'base_url') },
      { data: { protocol: 'http' }, where: [{ arg: at(0, 'base_url'), missing: false }] },
    ),
    ...['ssl', 'verify_ssl'].flatMap((name) =>
      unverified(
        [
          ...aiohttpCalls,
          'aiohttp.ClientSession#request',
          'aiohttp.TCPConnector',
          'aiohttp.connector.TCPConnector',
        ],
        name,
      ),
    ),
  ],
  calls: fetches([...aiohttpCalls, 'aiohttp.ClientSession#request']),
};

const openers = [
  ...each('urllib.', 'urlopen urlretrieve'),
  ...each('urllib2.', 'urlopen'),
  ...each('urllib.request.', 'urlopen urlretrieve'),
  ...each('six.moves.urllib.request.', 'urlopen urlretrieve'),
];
const openerMethods = [
  ...each('urllib.URLopener#', 'open retrieve open_http open_ftp open_file'),
  ...each('urllib.OpenerDirector#', 'open'),
];
const requestClasses = [
  'urllib.request.Request',
  'urllib2.Request',
  'six.moves.urllib.request.Request',
];
const pools = across(['urllib3.', 'urllib3.poolmanager.'], 'PoolManager ProxyManager');
const poolMakers = [
  ...across(['urllib3.', 'urllib3.connectionpool.'], 'HTTPSConnectionPool connection_from_url'),
  ...across(['urllib3.', 'urllib3.poolmanager.'], 'proxy_from_url'),
];

/** The standard library's urllib and http.client, and urllib3. */
export const urllib: FrameworkModel = {
  name: 'urllib',
  doc: 'https://docs.python.org/3/library/urllib.request.html',
  types: {
    ...instances(
      'urllib.URLopener#',
      across(['urllib.', 'urllib.request.'], 'URLopener() FancyURLopener()'),
    ),
    ...instances('urllib.OpenerDirector#', [
      'urllib.request.build_opener()',
      'urllib.request.OpenerDirector()',
      'urllib2.build_opener()',
    ]),
    ...instances(
      'urllib3.PoolManager#',
      pools.map((name) => `${name}()`),
    ),
  },
  sinks: [
    ...requests(openers, 0),
    ...requests(openerMethods, 0, 'fullurl'),
    ...requests(requestClasses, 0),
    ...requests(
      ['urllib3.request', 'urllib3.PoolManager#request', 'urllib3.PoolManager#urlopen'],
      1,
    ),
    ...sinks('http-request', ['http.client.HTTPSConnection', 'httplib.HTTPSConnection'], {
      host: at(0, 'host'),
    }),
    ...sinks('http-request', ['http.client.HTTPConnection', 'httplib.HTTPConnection'], {
      host: at(0, 'host'),
    }),
    ...sinks(
      'clear-text',
      [
        'http.client.HTTPConnection',
        'httplib.HTTPConnection',
        'urllib3.HTTPConnectionPool',
        'urllib3.connectionpool.HTTPConnectionPool',
      ],
      {},
      {
        data: { protocol: 'http' },
        where: [{ arg: at(0, 'host'), matches: /^(?!localhost|127\.)/ }],
      },
    ),
    ...sinks(
      'tls-off',
      [...pools, ...poolMakers],
      { value: kw('cert_reqs') },
      {
        data: { part: 'certificate' },
        where: [
          {
            any: [
              { arg: kw('cert_reqs'), is: ['CERT_NONE', 0] },
              { arg: kw('cert_reqs'), symbol: ['ssl.CERT_NONE'] },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'tls-off',
      [...pools, ...poolMakers],
      { value: kw('assert_hostname') },
      {
        data: { part: 'hostname' },
        where: is(kw('assert_hostname'), false),
      },
    ),
    ...sinks('http-request', ['pycurl.Curl().setopt'], { url: at(1) }),
  ],
  calls: [
    ...fetches([...openers, ...openerMethods]),
    ...gives('propagate', requestClasses),
    ...gives(
      'propagate',
      across(
        ['urllib.parse.', 'urlparse.', 'urllib.', 'six.moves.urllib.parse.'],
        'urlparse urlsplit urljoin unquote unquote_plus parse_qs parse_qsl',
      ),
    ),
    // Who takes an address apart and puts it together again puts a host of their own in, or none.
    ...cleans(
      across(
        ['urllib.parse.', 'urlparse.', 'urllib.', 'six.moves.urllib.parse.'],
        'urlunparse urlunsplit',
      ),
      ['redirect'],
    ),
    ...cleans(
      [
        ...across(
          ['urllib.parse.', 'urllib.', 'six.moves.urllib.parse.'],
          'quote quote_plus urlencode',
        ),
        '*.urlencode',
      ],
      [
        'http-request',
        'redirect',
        'html',
        'response',
        'response-header',
        'log',
        'sql',
        'command',
        'ldap',
        'xpath',
      ],
    ),
  ],
};

/** Certificates that the ssl module does not check. */
export const ssl: FrameworkModel = {
  name: 'ssl',
  doc: 'https://docs.python.org/3/library/ssl.html#ssl-security',
  types: instances('ssl.SSLContext#', [
    'ssl.SSLContext()',
    'ssl.create_default_context()',
    'ssl._create_unverified_context()',
    ...each('urllib3.util.', 'create_urllib3_context() ssl_.create_urllib3_context()'),
  ]),
  sinks: [
    {
      kind: 'tls-off',
      at: { assign: 'ssl.SSLContext#minimum_version' },
      roles: { value: at(0) },
      data: { part: 'protocol' },
      where: [
        {
          arg: at(0),
          symbol: each('ssl.TLSVersion.', 'SSLv3 TLSv1 TLSv1_1 MINIMUM_SUPPORTED'),
        },
      ],
    },
    ...sinks(
      'tls-off',
      each('OpenSSL.SSL.', 'Context().set_verify Connection().set_verify'),
      { value: at(0, 'mode') },
      {
        data: { part: 'certificate' },
        where: [{ arg: at(0, 'mode'), symbol: ['OpenSSL.SSL.VERIFY_NONE'] }],
      },
    ),
    ...sinks('tls-off', ['ssl._create_unverified_context'], {}, { data: { part: 'certificate' } }),
    {
      kind: 'tls-off',
      at: { assign: 'ssl._create_default_https_context' },
      roles: { value: at(0) },
      data: { part: 'certificate' },
      where: [{ arg: at(0), symbol: ['ssl._create_unverified_context'] }],
    },
    {
      kind: 'tls-off',
      at: { assign: 'ssl.SSLContext#verify_mode' },
      roles: { value: at(0) },
      data: { part: 'certificate' },
      where: [{ arg: at(0), symbol: ['ssl.CERT_NONE', 'ssl.VerifyMode.CERT_NONE'] }],
    },
    {
      kind: 'tls-off',
      at: { assign: 'ssl.SSLContext#check_hostname' },
      roles: { value: at(0) },
      data: { part: 'hostname' },
      where: is(at(0), false),
    },
    ...sinks(
      'tls-off',
      ['ssl.wrap_socket'],
      { value: kw('cert_reqs') },
      {
        data: { part: 'certificate' },
        where: [
          {
            any: [
              { arg: kw('cert_reqs'), missing: true },
              { arg: kw('cert_reqs'), symbol: ['ssl.CERT_NONE'] },
            ],
          },
        ],
      },
    ),
  ],
};

/** An option of a client that says that certificates are not checked. */
function unchecked(
  clients: readonly string[],
  name: string,
  ...values: readonly (string | number | boolean | null)[]
): readonly SinkSpec[] {
  return sinks(
    'tls-off',
    clients,
    { value: kw(name) },
    { data: { part: 'certificate' }, where: is(kw(name), ...values) },
  );
}

const noCertificate = ['ssl.CERT_NONE', 'ssl.VerifyMode.CERT_NONE'];

/** Clients of databases, queues and services that take their own word for a server's certificate. */
export const serviceClients: FrameworkModel = {
  name: 'service-clients',
  doc: 'https://www.elastic.co/docs/reference/elasticsearch/clients/python/connecting',
  sinks: [
    ...unchecked(
      [
        'elasticsearch.Elasticsearch',
        'elasticsearch.AsyncElasticsearch',
        'opensearchpy.OpenSearch',
      ],
      'verify_certs',
      false,
    ),
    ...unchecked(['hvac.Client', 'consul.Consul', 'docker.tls.TLSConfig'], 'verify', false),
    ...unchecked(['httplib2.Http'], 'disable_ssl_certificate_validation', true),
    ...unchecked(
      ['redis.Redis', 'redis.StrictRedis', 'redis.asyncio.Redis'],
      'ssl_cert_reqs',
      null,
      'none',
    ),
    ...unchecked(['winrm.Session', 'winrm.protocol.Protocol'], 'server_cert_validation', 'ignore'),
    ...unchecked(
      across(['tornado.httpclient.'], 'AsyncHTTPClient().fetch HTTPClient().fetch HTTPRequest'),
      'validate_cert',
      false,
    ),
    ...unchecked(['jenkins.Jenkins', 'jira.JIRA', 'gitlab.Gitlab'], 'ssl_verify', false),
    ...unchecked(['pymysql.connect', 'pymysql.connections.Connection'], 'ssl_verify_cert', false),
    ...unchecked(
      ['psycopg2.connect', 'psycopg.connect', 'psycopg.AsyncConnection.connect'],
      'sslmode',
      'disable',
      'allow',
    ),
    ...sinks(
      'tls-off',
      ['ldap3.Tls', 'websocket.create_connection', 'aioredis.from_url'],
      {},
      {
        data: { part: 'certificate' },
        where: [
          {
            any: [
              { arg: kw('validate'), symbol: noCertificate },
              { arg: kw('sslopt'), path: ['cert_reqs'], symbol: noCertificate },
              { arg: kw('ssl_cert_reqs'), is: ['none'] },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'tls-off',
      ['ldap.set_option', 'ldap.initialize().set_option'],
      { value: at(1) },
      {
        data: { part: 'certificate' },
        where: [
          { arg: at(0), symbol: ['ldap.OPT_X_TLS_REQUIRE_CERT'] },
          { arg: at(1), symbol: ['ldap.OPT_X_TLS_NEVER', 'ldap.OPT_X_TLS_ALLOW'] },
        ],
      },
    ),
    ...sinks(
      'tls-off',
      ['paho.mqtt.client.Client().tls_insecure_set'],
      { value: at(0) },
      { data: { part: 'hostname' }, where: is(at(0), true) },
    ),
    ...sinks(
      'tls-off',
      each('pyVim.connect.', 'SmartConnectNoSSL'),
      {},
      { data: { part: 'certificate' } },
    ),
    {
      kind: 'tls-off',
      at: { assign: 'kubernetes.client.Configuration().verify_ssl' },
      roles: { value: at(0) },
      data: { part: 'certificate' },
      where: is(at(0), false),
    },
    ...sinks(
      'tls-off',
      ['pycurl.Curl().setopt'],
      { value: at(1) },
      {
        data: { part: 'certificate' },
        where: [
          { arg: at(0), symbol: ['pycurl.SSL_VERIFYPEER', 'pycurl.SSL_VERIFYHOST'] },
          { arg: at(1), is: [0, false] },
        ],
      },
    ),
    ...sinks(
      'clear-text',
      ['grpc.insecure_channel', 'grpc.aio.insecure_channel'],
      {},
      {
        data: { protocol: 'http' },
        where: [{ arg: at(0, 'target'), matches: /^(?!localhost|127\.|unix:|\[::1\])/ }],
      },
    ),
  ],
};

/** Mail, files and shells over connections that are not encrypted; servers and where they listen. */
export const connections: FrameworkModel = {
  name: 'connections',
  doc: 'https://docs.python.org/3/library/ftplib.html',
  types: {
    'socket.socket()': 'socket.socket#',
    'smtplib.SMTP()': 'smtplib.SMTP#',
  },
  sources: [
    {
      symbol: 'socket.socket#recv',
      called: true,
      kind: 'remote',
      label: 'data from the network',
    },
  ],
  sinks: [
    ...sinks('clear-text', ['ftplib.FTP'], {}, { data: { protocol: 'ftp' } }),
    ...sinks(
      'clear-text',
      ['imaplib.IMAP4', 'poplib.POP3', 'nntplib.NNTP', 'aioimaplib.IMAP4', 'aiosmtplib.SMTP'],
      {},
      {
        data: { protocol: 'smtp' },
        where: [
          { arg: kw('use_tls'), missing: true },
          { arg: at(0, 'host'), matches: /^(?!localhost|127\.)/ },
        ],
      },
    ),
    // Such addresses say that nothing is encrypted.
    ...sinks(
      'clear-text',
      [
        ...across(['websockets.', 'websockets.client.'], 'connect'),
        ...each('websocket.', 'create_connection WebSocketApp'),
      ],
      { url: at(0, 'url') },
      { data: { protocol: 'ws' }, where: [{ arg: at(0, 'url'), matches: /^ws:/i }] },
    ),
    ...sinks(
      'clear-text',
      ['telnetlib.Telnet', 'telnetlib3.open_connection'],
      {},
      {
        data: { protocol: 'telnet' },
      },
    ),
    ...sinks(
      'clear-text',
      [
        'distributed.security.Security',
        'dask.distributed.security.Security',
        'dask.distributed.Security',
        'distributed.Security',
      ],
      { value: kw('require_encryption') },
      { data: { protocol: 'http' }, where: is(kw('require_encryption'), false) },
    ),
    ...sinks(
      'secret',
      ['smtplib.SMTP#login', 'smtplib.SMTP_SSL().login', 'ftplib.FTP().login'],
      {
        value: at(1, 'password'),
      },
      { data: { of: 'password' } },
    ),
    ...sinks('bind', ['socket.socket#bind'], { host: at(0) }),
    ...sinks(
      'bind',
      ['socketserver.TCPServer', 'http.server.HTTPServer', 'wsgiref.simple_server.make_server'],
      {
        host: at(0),
      },
    ),
    ...sinks('bind', ['websockets.serve', 'websockets.server.serve', 'asyncio.start_server'], {
      host: at(1, 'host'),
    }),
  ],
};
