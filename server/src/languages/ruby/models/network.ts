import type { FrameworkModel } from '../../../engine/model';
import { across, at, each, gives, instances, kw, remote, sinks } from '../../specs';

const verbs = 'get post put patch delete head options';

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
      'HTTP.headers()',
      'HTTP.timeout()',
      'HTTP.auth()',
      'HTTP.follow()',
      'HTTP#headers()',
    ]),
  },
  sinks: [
    ...sinks(
      'http-request',
      [
        ...each(
          'Net.HTTP.',
          'get get_response get_print post post_form head request_get request_post request_head',
        ),
        'Net.HTTP.start',
        'Net.HTTP',
        ...each('Net.HTTP.', 'Get Post Put Patch Delete Head Options Copy Move Propfind Trace'),
        ...across(['Faraday.', 'HTTParty.', 'RestClient.', 'Excon.', 'HTTP.', 'HTTP#'], verbs),
        ...across(['Typhoeus.', 'Curl.', 'HTTPX.'], verbs),
        ...each('Faraday#', verbs),
        'Faraday.new',
        'Faraday',
        'RestClient.Resource',
        'Excon.new',
        'Typhoeus.Request',
        'Curl.Easy.perform',
        'URI.open',
        'OpenURI.open_uri',
        'TCPSocket',
        'TCPSocket.open',
        'Net.FTP.open',
        'Net.FTP',
        'Net.FTP#connect',
      ],
      { url: at(0, 'url') },
    ),
    ...sinks('http-request', ['RestClient.Request.execute'], { url: kw('url') }),
    ...sinks(
      'http-request',
      ['HTTPClient.get', 'HTTPClient.post', 'HTTPClient#get', 'HTTPClient#post'],
      { url: at(0) },
    ),
    ...sinks('http-request', ['URI#open', 'URI#read'], { url: 'receiver' }),
    // With open-uri, `open` takes addresses too.
    ...sinks('http-request', ['open', 'Kernel.open'], { url: at(0) }),
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
      ['Faraday.new', 'Faraday'],
      { value: kw('ssl') },
      { where: [{ arg: kw('ssl'), path: ['verify'], is: [false] }], data: { part: 'certificate' } },
    ),
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
      [
        ...across(['Net.HTTP.', 'Faraday.', 'HTTParty.', 'RestClient.', 'Excon.'], `${verbs} new`),
        'Net.HTTP.get_response',
        'Net.HTTP.post_form',
        'RestClient.Request.execute',
        'Faraday',
        'URI',
        'URI.parse',
        'URI.open',
      ],
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
