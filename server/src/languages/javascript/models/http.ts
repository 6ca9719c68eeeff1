import type { Condition, FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, sinks } from '../../specs';

const verbs = 'get post put patch delete del head options request';

/** Calls that take an address, or options with an address, first. */
const requests = [
  'fetch',
  'node-fetch',
  'cross-fetch',
  'isomorphic-fetch',
  ...each('undici.', 'fetch request stream pipeline'),
  'axios',
  ...across(['axios.', 'axios.Client#'], `${verbs} postForm putForm patchForm`),
  'got',
  ...across(['got.', 'got.Client#'], `${verbs} stream paginate`),
  'ky',
  ...each('ky.', verbs),
  ...across(
    ['http.', 'https.', 'follow-redirects.http.', 'follow-redirects.https.'],
    'get request',
  ),
  ...['request', 'request-promise', 'request-promise-native', 'superagent', 'needle'].flatMap(
    (client) => [client, ...each(`${client}.`, verbs)],
  ),
  'phin',
  'wretch',
  ...each('urllib.', 'request curl'),
];

/** Options among the first three arguments that surely say this. */
function option(path: readonly string[], rest: Omit<Condition, 'arg' | 'path'>): Condition {
  return { arg: at(0), any: [0, 1, 2].map((i) => ({ arg: at(i), path, ...rest })) };
}

const tlsCalls = [
  ...each('https.', 'Agent request get createServer Server'),
  ...each('tls.', 'connect createServer TLSSocket createSecureContext'),
  ...requests.filter((name) => !name.startsWith('http.') && !name.startsWith('https.')),
  'axios.create',
  'got.extend',
];

const notVerified: readonly (readonly string[])[] = [
  ['rejectUnauthorized'],
  ['strictSSL'],
  ['https', 'rejectUnauthorized'],
  ['agentOptions', 'rejectUnauthorized'],
  ['tls', 'rejectUnauthorized'],
];

/** Clients for HTTP: fetch, http and https, axios, got and others; WebSocket, FTP and Telnet. */
export const httpClients: FrameworkModel = {
  name: 'http-clients',
  doc: 'https://nodejs.org/api/https.html#httpsrequesturl-options-callback',
  types: {
    ...instances('axios.Client#', ['axios.create()']),
    ...instances('got.Client#', ['got.extend()']),
    ...instances('ftp.Client#', ['ftp()', 'jsftp()', 'promise-ftp()', 'ftp-client()']),
    ...instances('basic-ftp.Client#', ['basic-ftp.Client()']),
    ...instances('telnet-client.Telnet#', [
      'telnet-client()',
      'telnet-client.Telnet()',
      'telnet-client.default()',
      'telnet-stream.TelnetSocket()',
    ]),
  },
  sinks: [
    ...sinks('http-request', requests, { url: at(0), options: at(1) }),
    ...sinks('http-request', ['axios.create', 'got.extend'], { options: at(0) }),
    ...sinks('http-request', ['net.connect', 'net.createConnection', 'tls.connect'], {
      options: at(0),
      host: at(1),
    }),
    ...sinks('clear-text', requests, { url: at(0) }, { data: { protocol: 'http' } }),
    ...sinks(
      'clear-text',
      ['axios.create', 'got.extend'],
      { url: at(0) },
      {
        data: { protocol: 'http' },
      },
    ),
    ...sinks(
      'clear-text',
      ['WebSocket', 'window.WebSocket', 'ws', 'ws.WebSocket', 'socket.io-client.io', 'EventSource'],
      { url: at(0) },
    ),
    ...sinks('clear-text', ['http.Agent'], { url: at(0) }, { data: { protocol: 'client' } }),
    // Options say where to, but never that the connection is encrypted.
    ...sinks(
      'clear-text',
      each('http.', 'request get'),
      { url: at(0) },
      {
        data: { protocol: 'client' },
        unless: [{ arg: at(0), matches: /^/ }],
      },
    ),
    ...sinks(
      'clear-text',
      across(
        ['@grpc/grpc-js.', 'grpc.'],
        'credentials.createInsecure ServerCredentials.createInsecure',
      ),
      {},
      { data: { protocol: 'grpc' } },
    ),
    ...sinks(
      'clear-text',
      ['ftp.Client#connect', 'jsftp'],
      {},
      {
        data: { protocol: 'ftp' },
        unless: [option(['secure'], { is: [true, 'control', 'implicit'] })],
      },
    ),
    ...sinks(
      'clear-text',
      ['basic-ftp.Client#access'],
      {},
      {
        data: { protocol: 'ftp' },
        where: [
          {
            arg: at(0),
            any: [
              { arg: at(0), path: ['secure'], missing: true },
              { arg: at(0), path: ['secure'], is: [false] },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'clear-text',
      ['telnet-client.Telnet#connect', 'telnetlib.connect', 'telnet.createServer'],
      {},
      {
        data: { protocol: 'telnet' },
      },
    ),

    // --- TLS
    ...notVerified.flatMap((path) =>
      sinks(
        'tls-off',
        // A server that asks for no certificates has none to reject.
        tlsCalls.filter((name) => !/server/i.test(name)),
        {},
        {
          data: { part: 'certificate' },
          where: [option(path, { is: [false] })],
        },
      ),
    ),
    {
      kind: 'tls-off',
      at: { assignKey: 'rejectUnauthorized' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: [false] }],
      data: { part: 'certificate' },
    },
    ...sinks(
      'tls-off',
      tlsCalls,
      {},
      {
        data: { part: 'protocol' },
        where: [option(['secureProtocol'], { matches: /^(?:SSLv[23]|TLSv1(?:_1)?)_/ })],
      },
    ),
  ],
  // What another server answers is not the address that it was asked under.
  calls: cleans(requests),
};

const page = 'headless.Page#';
const playwright = ['chromium', 'firefox', 'webkit'].map((name) => `playwright.${name}.launch()`);
const devtools = 'chrome-remote-interface()';
const steered = { data: { client: 'browser' } } as const;
const script = { data: { client: 'browser', part: 'script' } } as const;

/** Browsers that a program steers: they load what they are told to, from inside the network. */
export const headlessBrowsers: FrameworkModel = {
  name: 'headless-browsers',
  doc: 'https://pptr.dev/api/puppeteer.page',
  types: {
    ...instances(page, [
      ...across(['puppeteer.', 'puppeteer-core.'], 'launch().newPage() connect().newPage()'),
      ...playwright.map((browser) => `${browser}.newPage()`),
      'headless.Context#newPage()',
      'phantom.create().createPage()',
    ]),
    ...instances(
      'headless.Context#',
      playwright.map((browser) => `${browser}.newContext()`),
    ),
  },
  entryPoints: [
    { by: 'registration', call: 'chrome-remote-interface', from: 0, params: [devtools] },
  ],
  sinks: [
    ...sinks('http-request', each(page, 'goto setContent open openUrl'), { url: at(0) }, steered),
    ...sinks(
      'http-request',
      [`${page}property`],
      { url: at(1) },
      {
        ...steered,
        where: [{ arg: at(0), is: ['content'] }],
      },
    ),
    ...sinks(
      'http-request',
      [
        'wkhtmltopdf',
        ...each('wkhtmltoimage.', 'generate setCommand().generate'),
        'html-pdf.create',
        ...each('html-pdf-node.', 'generatePdf generatePdfs'),
        'node-html-to-image',
        'phantom-html-to-pdf',
      ],
      { url: at(0) },
      steered,
    ),
    ...sinks(
      'http-request',
      each(`${devtools}.Page.`, 'navigate setDocumentContent printToPDF'),
      { options: at(0) },
      steered,
    ),
    ...sinks(
      'http-request',
      [
        ...each(
          page,
          'evaluate evaluateOnNewDocument evaluateHandle evaluateJavaScript addInitScript',
        ),
        'headless.Context#addInitScript',
      ],
      { url: at(0) },
      script,
    ),
    ...sinks(
      'http-request',
      each(
        `${devtools}.`,
        'Runtime.evaluate Runtime.compileScript Page.addScriptToEvaluateOnNewDocument',
      ),
      { options: at(0) },
      script,
    ),
  ],
};
