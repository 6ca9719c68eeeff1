/**
 * The words that framework models and rules share: every kind of site, the roles of its parts, and
 * the data that a model may add. A model that uses another word fails the tests.
 *
 * A role that a call does not have is left out. `where` conditions in the model decide what can be
 * said as data (`verify: false`); a rule decides what needs reasoning.
 */

export interface SiteKind {
  /** What stands there. */
  readonly is: string;
  readonly roles: readonly string[];
  readonly data?: Readonly<Record<string, string>>;
}

export const siteKinds = {
  // --- Injection
  sql: {
    is: 'SQL that is run',
    roles: ['text', 'params'],
    data: {
      driver: 'which driver',
      placeholder: '`?`, `$n`, `%s`, `:name`, `@name`',
      certain: '`no` when the receiver is unknown, so the text must look like SQL',
      statement: '`maybe` when it may be an expression, too',
      language: '`objects` for a query language of an ORM, such as JPQL',
      form: '`fragment` when the text is a part of a statement (a condition, an order), `substituted` when a name in braces in it is replaced',
    },
  },
  'sql-values': { is: 'values for a statement prepared elsewhere', roles: ['values'] },
  'nosql-query': {
    is: 'a query object of a document database',
    roles: ['query'],
    data: {
      form: '`filter`, `pipeline`, `json` for its text, or `code` for JavaScript text such as `$where`',
      fields: '`typed` when the value of a field is never an operator',
    },
  },
  command: {
    is: 'a program that is started',
    roles: ['command', 'args', 'shell'],
    data: {
      shell:
        '`yes`: a shell reads `command`; `no`: `command` names the program, `args` its arguments; `option`: the role `shell` decides; `list`: a list is passed on as it is, a text goes to a shell; `bar`: a file, but for a text that begins with `|`',
      part: '`library` for native code that is loaded into this program',
    },
  },
  code: {
    is: 'text that is run as code',
    roles: ['code', 'scope'],
    data: {
      form: '`eval`, `expression` (SpEL, OGNL, …), `function-name`, `script`, `listener` for a port that takes it',
    },
  },
  'template-source': { is: 'text that is compiled as a template', roles: ['template'] },
  ldap: {
    is: 'an LDAP search',
    roles: ['filter', 'dn'],
    data: { objects: '`yes` when conditions have decided that entries come back as objects' },
  },
  xpath: { is: 'an XPath expression', roles: ['expression'] },
  xml: { is: 'XML text that tells another service what to do', roles: ['content'] },
  'response-header': {
    is: 'a response header (CORS and cookies too)',
    roles: ['name', 'value'],
    data: { part: '`cookie` for the value of one' },
  },
  'response-headers': { is: 'several response headers in a map', roles: ['headers'] },
  log: { is: 'a log entry; every argument counts', roles: ['message'] },
  regex: { is: 'a regular expression that is compiled or used', roles: ['pattern', 'input'] },
  reflection: {
    is: 'a class, method or function chosen by name',
    roles: ['name', 'object'],
    data: { of: '`class`, `method`, `function`, `attribute`, `directory` (a name of JNDI)' },
  },

  // --- Output
  html: {
    is: 'text that a browser shows as HTML',
    roles: ['content'],
    data: {
      context:
        '`body` (default), `attribute`, `script`, `url`, `raw` for text marked as safe, `format` for a format whose values are escaped, `dom` for a script that changes its page, `trusted` for a value that it marks as safe, `selector` for one that makes elements or finds them, `url` for an address in a page',
      type: '`unknown` for a stream that takes anything',
    },
  },
  response: {
    is: 'a response body that is not HTML, or whose type is not known',
    roles: ['content'],
    data: {
      type: '`json`, `text`, `unknown`; `gateway` for a map with the body and the headers of an answer',
    },
  },
  render: {
    is: 'a template that is rendered with these variables',
    roles: ['template', 'variables'],
    data: { escapes: 'endings of the names of templates whose variables are escaped' },
  },
  'escape-off': {
    is: 'HTML escaping that is off (conditions decide)',
    roles: ['value'],
  },
  redirect: {
    is: 'an address that the browser is sent to; `content` for a map with the address in `url` or `Location`',
    roles: ['url', 'content'],
  },

  // --- Files and network
  'file-path': {
    is: 'a file that is opened, changed, deleted or sent',
    roles: ['path', 'base', 'root'],
    data: {
      op: '`read`, `write`, `delete`, `include` (run as code), `serve`, `check` (whether it is there), `template` (a page chosen by name)',
      root: '`safe` when the call keeps the path inside `root` itself',
    },
  },
  'built-path': { is: 'a path that is put together, wherever it goes', roles: ['path'] },
  upload: {
    is: 'an uploaded file that is stored, or how uploads are configured',
    roles: ['name', 'path', 'options', 'filter', 'limits'],
    data: { part: '`store` or `config`' },
  },
  extract: { is: 'an archive that is unpacked whole', roles: ['archive', 'path', 'filter'] },
  'http-request': {
    is: 'a request that the server sends',
    roles: ['url', 'host', 'options'],
    data: {
      client: '`browser` for one that runs what it loads',
      part: '`script` for code that such a browser runs',
    },
  },
  'tls-off': {
    is: 'certificates or host names that are not verified (conditions decide)',
    roles: ['value'],
    data: { part: '`certificate`, `hostname`, `protocol`, `renegotiation`' },
  },
  'clear-text': {
    is: 'a connection or server without encryption (conditions decide)',
    roles: ['url', 'value'],
    data: {
      protocol:
        '`http`, `server` (of HTTP), `tcp`, `client` (one that knows plain HTTP only), `ftp`, `telnet`, `smtp`, `ldap`, `grpc`',
    },
  },
  'xml-parse': {
    is: 'XML that is parsed',
    roles: ['source', 'parser', 'options'],
    data: {
      parser: 'which one; the rule knows the settings that make it safe',
      safe: '`yes` when it resolves no external entities, whatever the settings',
      made: '`yes` where the parser is made, before it reads anything',
    },
  },

  // --- Passwords, secrets, sessions
  'password-record': {
    is: 'a record with a password that is stored',
    roles: ['password'],
    data: { framework: '`rails`, `laravel`: a field that the model may hash itself' },
  },
  'password-lookup': { is: 'a query by password', roles: ['password'] },
  'password-field': { is: 'a field called password that is written', roles: [] },
  'fast-hash': {
    is: 'a fast hash of data that may be a password',
    roles: ['data', 'algorithm'],
    data: { algorithm: 'when the call itself says it' },
  },
  'password-encoder': { is: 'what stores passwords with a fast hash, or as they are', roles: [] },
  'work-factor': {
    is: 'a slow hash with its cost',
    roles: ['cost', 'password'],
    data: { algorithm: '`bcrypt`, `scrypt`, `pbkdf2`, `argon2`', min: 'least cost that is enough' },
  },
  secret: {
    is: 'a place where a secret is expected (a key, a password, a token)',
    roles: ['value'],
    data: { of: 'what it is for, such as `jwt`, `session`, `database`, `hmac`, `cipher`' },
  },
  cookie: {
    is: 'a cookie that is set; options as role, or fields that setters wrote on the role `cookie`',
    roles: ['name', 'value', 'options', 'secure', 'httpOnly', 'sameSite', 'cookie'],
    data: {
      secure: 'default of the flag: `yes` or `no`; the same for `httpOnly` and `sameSite`',
      httpOnly: 'see `secure`',
      sameSite: 'see `secure`',
      keys: 'names of the three options in order, comma-separated, when they differ',
      insecure:
        'which flag is off, when conditions have decided that it is: `secure`, `httpOnly`, `sameSite`',
    },
  },
  login: {
    is: 'a session that becomes that of a person (something like `session.userId = …`)',
    roles: ['session', 'value'],
  },
  'session-kept': { is: 'a session that keeps its id at a login (conditions decide)', roles: [] },
  'session-id': { is: 'the id of the session is set', roles: ['value'] },
  'session-renewed': { is: 'a new session id is made', roles: [] },
  throttle: { is: 'a limit of requests is set up', roles: [] },

  // --- Tokens and access
  'jwt-verify': {
    is: 'a token whose signature is checked, or read without that',
    roles: ['token', 'key', 'options', 'algorithms'],
    data: {
      unverified: '`yes` when conditions have decided that nothing is checked',
      none: '`yes` when the algorithm `none` is allowed',
    },
  },
  'jwt-sign': {
    is: 'a token that is issued',
    roles: ['payload', 'key', 'options', 'algorithm'],
    data: {
      expiry:
        '`no` when conditions have decided that it never expires; `options` or `payload` when the rule looks',
      none: '`yes` when nothing signs it',
    },
  },
  'csrf-on': { is: 'forged requests are refused from here on', roles: [] },
  'csrf-off': {
    is: 'CSRF protection that is off (conditions decide)',
    roles: ['value'],
    data: {
      part: '`except` when a list names routes without it, `some` for a part of the actions, `override` where a field of the form becomes the method, `result` for a check whose result has to be looked at',
    },
  },
  'cors-options': {
    is: 'CORS middleware with its options',
    roles: ['options', 'origins', 'resources', 'credentials'],
    data: {
      framework: 'which one; `flask-cors` allows every origin unless one is named',
      application: 'for `flask-cors`: position of the application, which may come later',
      part: '`init_app`: what a constructor without application waits for',
    },
  },
  'cors-setting': {
    is: 'a CORS setting of an application',
    roles: ['value'],
    data: { setting: 'its name', open: '`yes` when every origin is allowed without a word' },
  },
  'oauth-authorize': {
    is: 'the address of a login at another service, or its parameters',
    roles: ['url', 'params', 'state'],
  },
  route: {
    is: 'a route of a web application',
    roles: ['path', 'handlers', 'methods'],
    data: {
      method: '`get`, `post`, `put`, `patch`, `delete`, `any`',
      guarded: '`yes` when conditions have decided that a login is needed',
    },
  },
  guard: {
    is: 'a check that a person is logged in or may do it (middleware, decorator, filter)',
    roles: [],
    data: {
      scope: '`route`, `class`, `file`',
      part: '`skip` when a check is left out for all but some',
    },
  },
  'object-lookup': { is: 'a record that is fetched or changed by its id', roles: ['id', 'filter'] },

  // --- Data
  deserialize: {
    is: 'bytes or text that become objects of any class',
    roles: ['data', 'options'],
    data: {
      format:
        '`pickle`, `yaml`, `java`, `marshal`, `php`, `json`, `xml`, `any` that the sender names, …',
      part: '`setting` that lets the data name the class, `reader` that others read from, `yaml` for a loader that is unsafe in old versions',
    },
  },
  'mass-assignment': {
    is: 'a record that takes its fields from a collection',
    roles: ['attributes', 'fields'],
    data: {
      orm: 'which library',
      guard: '`no` when conditions have decided that nothing is guarded',
      part: '`fields` when the arguments name the fields that may be set',
    },
  },
  merge: { is: 'a deep merge or a path that is set', roles: ['target', 'source', 'key'] },
  'trust-boundary': { is: 'the session takes a value in', roles: ['name', 'value'] },

  // --- Cryptography
  hash: {
    is: 'a hash function that is chosen',
    roles: ['algorithm', 'data'],
    data: { algorithm: 'when the call itself says it' },
  },
  cipher: {
    is: 'a cipher that is chosen',
    roles: ['algorithm', 'mode', 'key', 'iv'],
    data: {
      algorithm: 'when the call itself says it',
      mode: 'when the call itself says it',
      iv: '`none` when key and vector come from the password alone',
    },
  },
  random: {
    is: 'a number from a generator that can be predicted',
    roles: [],
    data: { of: '`uuid` for an identifier made of time and machine' },
  },
  'random-use': { is: 'a place where random data must be unpredictable', roles: ['value'] },
  'key-size': {
    is: 'the size of a key that is made',
    roles: ['bits', 'algorithm'],
    data: { algorithm: '`rsa`, `dsa`, `dh`, `ec`, `aes`, …', min: 'least size that is enough' },
  },

  // --- Configuration in code
  'debug-on': {
    is: 'debug mode that is on (conditions decide)',
    roles: ['value'],
    data: { mode: '`testing` for the mode of tests' },
  },
  bind: { is: 'an address that a server listens on', roles: ['host'] },
  'security-headers': {
    is: 'an application starts without (`app`), or sets, security headers (`set`)',
    roles: ['options'],
    data: { part: '`app`, `set`, `off`' },
  },
  'default-credentials': { is: 'a login with a well-known password', roles: ['user', 'password'] },

  'cloud-resource': {
    is: 'a resource of a cloud that is not protected (conditions decide)',
    roles: ['value'],
    data: {
      part: '`encryption` (nothing is said), `unencrypted`, `public`, `permissions`, `port`',
    },
  },

  // --- Offered by the engine, no model needed
  compare: { is: 'two values compared, one of them with data', roles: ['left', 'right'] },
  'built-address': { is: 'an address whose host is data from the network', roles: ['text'] },
  'built-sql': { is: 'a text of SQL that takes in data from the network', roles: ['text'] },
  'built-markup': { is: 'a text with tags that takes in data from the network', roles: ['text'] },
  'computed-key': {
    is: '`object[key] = value` with a key of which only its origin is known',
    roles: ['object', 'key', 'value'],
  },
} as const satisfies Readonly<Record<string, SiteKind>>;

export type SiteKindName = keyof typeof siteKinds;

/** Not a kind of site: says among what a source cannot harm that its data begins with a slash. */
export const startsWithSlash = 'starts-with-slash';
