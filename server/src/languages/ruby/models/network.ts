import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, each, gives, instances, kw, remote, sinks } from '../../specs';

const verbs = 'get post put patch delete head options';
/** http.rb: each of these gives a client. */
const chained = 'headers timeout auth basic_auth follow via through cookies persistent use accept';

/** Calls that open a connection to the address in their first argument. */
const addressed = [
  ...across(
    ['Net.HTTP.', 'Faraday.', 'HTTParty.', 'RestClient.', 'Excon.', 'HTTP.', 'HTTP#', 'Typhoeus.'],
    verbs,
  ),
  ...across(['Curl.', 'HTTPX.', 'HTTPClient.', 'Manticore.', 'HttpClient#', 'Faraday#'], verbs),
  ...each('Net.HTTP.', 'get_response get_print post_form'),
  ...each('HTTPClient.', 'get_content post_content'),
  ...each('HttpClient#', 'get_content post_content get_async'),
  'Faraday',
  'Faraday.new',
  'Excon',
  'RestClient.Resource',
  'Typhoeus.Request',
  'Curl.Easy',
  ...each('Curl.Easy.', 'perform http_get http_post download'),
  'EventMachine.HttpRequest',
  'EM.HttpRequest',
  'Down.download',
  'Down.open',
  'URI.open',
  'OpenURI.open_uri',
  // With open-uri, `open` takes addresses too.
  'open',
  'Kernel.open',
];

/** Requests that the server sends: Net::HTTP, open-uri, and the clients that are gems. */
export const httpClients: FrameworkModel = {
  name: 'http-clients',
  doc: 'https://docs.ruby-lang.org/en/3.4/Net/HTTP.html',
  types: {
    ...instances('Net.HTTP#', ['Net.HTTP()', 'Net.HTTP.new()', 'Net.HTTP.start()']),
    ...instances('Faraday#', ['Faraday.new()', 'Faraday()', 'Faraday.Connection()']),
    ...instances('RestClient.Resource#', ['RestClient.Resource()']),
    ...instances('URI#', ['URI()', 'URI.parse()', 'URI.join()', 'Addressable.URI.parse()']),
    ...instances('HTTP#', [
      ...across(['HTTP.', 'HTTP#'], chained).map((name) => `${name}()`),
      ...each('HTTPX.', 'with plugin').map((name) => `${name}()`),
    ]),
    ...instances('HttpClient#', [
      'HTTPClient()',
      'Mechanize()',
      'Patron.Session()',
      'Excon()',
      'Typhoeus.Request()',
      'Manticore.Client()',
    ]),
  },
  sinks: [
    ...sinks(
      'http-request',
      [
        ...addressed,
        ...each('Net.HTTP.', 'request_get request_post request_head'),
        'Net.HTTP.start',
        'Net.HTTP',
        ...each('Net.HTTP.', 'Get Post Put Patch Delete Head Options Copy Move Propfind Trace'),
        'TCPSocket',
        'TCPSocket.open',
        'Socket.tcp',
        'Net.FTP.open',
        'Net.FTP',
        'Net.FTP#connect',
        ...each('Net.', 'SSH.start SFTP.start SCP.download SCP.upload SMTP.start'),
        'Net.Telnet',
        'MiniMagick.Image.open',
      ],
      { url: at(0, 'url') },
    ),
    ...sinks('http-request', ['RestClient.Request.execute', 'RestClient.Request'], {
      url: kw('url'),
    }),
    ...sinks('http-request', ['Net.Telnet'], { host: kw('Host') }),
    ...sinks('http-request', ['Savon.client'], { url: kw('wsdl'), host: kw('endpoint') }),
    ...sinks('http-request', ['URI#open', 'URI#read'], { url: 'receiver' }),
    // Nobody checks who answers.
    ...['verify_mode', 'ssl_verify_mode'].map(
      (name) =>
        ({
          kind: 'tls-off',
          at: { assignKey: name },
          roles: { value: at(0) },
          where: [{ arg: at(0), symbol: ['OpenSSL.SSL.VERIFY_NONE'] }],
          data: { part: 'certificate' },
        }) as const,
    ),
    {
      kind: 'tls-off',
      at: { assignKey: 'verify_hostname' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: [false] }],
      data: { part: 'hostname' },
    },
    ...['verify_mode', 'verify_ssl', 'ssl_verify_mode'].flatMap((name) =>
      [
        'Net.HTTP.start',
        'RestClient.Request.execute',
        'RestClient.Resource',
        'open',
        'URI.open',
        'OpenURI.open_uri',
        'Redis',
        'Net.LDAP',
        'OpenSSL.SSL.SSLContext#set_params',
      ].flatMap((call) =>
        sinks(
          'tls-off',
          [call],
          { value: kw(name) },
          {
            where: [{ arg: kw(name), symbol: ['OpenSSL.SSL.VERIFY_NONE'] }],
            data: { part: 'certificate' },
          },
        ),
      ),
    ),
    ...sinks(
      'tls-off',
      [...across(['HTTParty.'], verbs), 'RestClient.Request.execute', 'RestClient.Resource'],
      { value: kw('verify') },
      {
        where: [
          {
            any: [
              { arg: kw('verify'), is: [false] },
              { arg: kw('verify_ssl'), is: [false] },
            ],
          },
        ],
        data: { part: 'certificate' },
      },
    ),
    ...sinks(
      'tls-off',
      ['Faraday.new', 'Faraday', 'HTTPX.with'],
      { value: kw('ssl') },
      {
        where: [
          {
            any: [
              { arg: kw('ssl'), path: ['verify'], is: [false] },
              {
                arg: kw('ssl'),
                path: ['verify_mode'],
                symbol: ['OpenSSL.SSL.VERIFY_NONE'],
              },
            ],
          },
        ],
        data: { part: 'certificate' },
      },
    ),
    // libcurl and Excon call it so.
    ...['ssl_verify_peer', 'ssl_verifypeer', 'ssl_verifyhost', 'ssl_verify_host'].flatMap(
      (name): SinkSpec[] => [
        ...sinks(
          'tls-off',
          [...across(['Excon.', 'Typhoeus.'], verbs), 'Excon', 'Typhoeus.Request'],
          { value: kw(name) },
          { where: [{ arg: kw(name), is: [false, 0] }], data: { part: 'certificate' } },
        ),
        {
          kind: 'tls-off',
          at: { assignKey: name },
          roles: { value: at(0) },
          where: [{ arg: at(0), is: [false, 0] }],
          data: { part: 'certificate' },
        },
      ],
    ),
    ...sinks(
      'tls-off',
      ['Savon.client'],
      { value: kw('ssl_verify_mode') },
      { where: [{ arg: kw('ssl_verify_mode'), is: ['none'] }], data: { part: 'certificate' } },
    ),
    ...sinks(
      'tls-off',
      ['default_options.update', 'HTTParty.default_options.update'],
      { value: kw('verify') },
      { where: [{ arg: kw('verify'), is: [false] }], data: { part: 'certificate' } },
    ),
    {
      kind: 'tls-off',
      at: { assignKey: 'smtp_settings' },
      roles: { value: at(0) },
      where: [{ arg: at(0), path: ['openssl_verify_mode'], is: ['none'] }],
      data: { part: 'certificate' },
    },
    ...sinks(
      'clear-text',
      ['Net.FTP', 'Net.FTP.open', 'Net.FTP.new'],
      { url: at(0) },
      {
        data: { protocol: 'ftp' },
        where: [{ arg: kw('ssl'), missing: true }],
      },
    ),
    ...sinks('clear-text', ['Net.Telnet', 'Net.Telnet.new'], {}, { data: { protocol: 'telnet' } }),
    ...sinks(
      'clear-text',
      [...addressed, 'RestClient.Request.execute', 'URI', 'URI.parse'],
      { url: at(0, 'url') },
      { data: { protocol: 'http' }, where: [{ arg: at(0, 'url'), matches: /^http:/i }] },
    ),
  ],
  calls: [
    // The address is known as it was written.
    ...gives('argument', ['URI', 'URI.parse', 'Addressable.URI.parse']),
    ...gives('argument', ['URI.join']),
    ...gives('receiver', ['URI#to_s']),
    ...gives('propagate', each('URI#', 'host path query request_uri')),
    ...gives('propagate', ['OpenSSL.SSL.SSLContext.new']),
  ],
  sources: [...remote('a message of the socket', ['TCPSocket#gets', 'TCPSocket#read'], true)],
};
