import type { FrameworkModel } from '../../../engine/model';
import {
  across,
  addressChecks,
  at,
  checks,
  cleans,
  each,
  gives,
  instances,
  local,
  nameChecks,
  sinks,
} from '../../specs';

const option = { options: at(2), shell: at(2) };

const argument = { source: 'a command-line argument', kind: 'local' } as const;

/** child_process and packages that wrap it. */
export const processes: FrameworkModel = {
  name: 'child_process',
  doc: 'https://nodejs.org/api/child_process.html',
  types: {
    ...instances('child_process', ['child-process-promise', 'node:child_process']),
    ...instances('ssh2.Client#', ['ssh2.Client()', 'ssh2()']),
    ...instances('node-ssh.Client#', ['node-ssh.NodeSSH()', 'node-ssh()']),
    ...instances('commander.Command#', [
      'commander.program',
      'commander.Command()',
      ...each(
        'commander.Command#',
        'command option requiredOption argument arguments description version parse action usage',
      ).map((call) => `${call}()`),
    ]),
    ...instances('yargs.Yargs#', [
      'yargs()',
      ...each('yargs.Yargs#', 'option options usage demandOption alias command help').map(
        (call) => `${call}()`,
      ),
    ]),
  },
  sources: [
    ...local('a command-line argument', [
      ...across(['commander.Command#', 'commander.'], 'args'),
      ...across(['yargs.', 'yargs.Yargs#'], 'argv'),
    ]),
    ...local(
      'a command-line argument',
      [
        ...across(['commander.Command#', 'commander.'], 'opts getOptionValue'),
        ...across(['yargs.', 'yargs.Yargs#'], 'parse parseSync'),
        ...each('', 'minimist arg command-line-args meow yargs-parser mri getopts'),
      ],
      true,
    ),
  ],
  entryPoints: [
    {
      by: 'registration',
      call: 'commander.Command#action',
      from: 0,
      params: [argument, argument, argument],
    },
  ],
  sinks: [
    ...sinks(
      'command',
      across(['child_process.', 'child-process-promise.'], 'exec execSync'),
      { command: at(0) },
      {
        data: { shell: 'yes' },
      },
    ),
    ...sinks(
      'command',
      across(
        ['child_process.', 'child-process-promise.'],
        'spawn spawnSync execFile execFileSync fork',
      ),
      { command: at(0), args: at(1), shell: option.shell },
      { data: { shell: 'option' } },
    ),
    ...sinks(
      'command',
      [
        'shelljs.exec',
        'execa.command',
        'execa.commandSync',
        'execa.execaCommand',
        'execa.$',
        'zx.$',
        ...each('node-cmd.', 'run runSync get'),
        'sudo-prompt.exec',
        'exec-sh',
        ...each('npm-run.', 'exec execSync'),
        ...each('ssh2.Client#', 'exec'),
        'node-ssh.Client#execCommand',
      ],
      { command: at(0) },
      {
        data: { shell: 'yes' },
      },
    ),
    ...sinks(
      'command',
      [
        'execa',
        ...each('execa.', 'execa execaSync sync node execaNode'),
        ...each('cross-spawn', '.spawn .sync'),
        'cross-spawn',
        ...across(['node-pty.', 'pty.js.'], 'spawn fork'),
      ],
      { command: at(0), args: at(1), shell: at(2) },
      {
        data: { shell: 'option' },
      },
    ),
  ],
  calls: [
    ...cleans(
      ['shell-quote.quote', 'shell-escape', 'shescape.quote', 'shescape.escape'],
      ['command'],
    ),
    ...gives('propagate', each('child_process.', 'execSync spawnSync execFileSync')),
  ],
};

const fsModules = ['fs.', 'fs/promises.', 'fs.promises.', 'fs-extra.', 'graceful-fs.'];
const sync = (names: string) =>
  names
    .split(' ')
    .flatMap((name) => [name, `${name}Sync`])
    .join(' ');

const anyFile = {
  data: { op: 'read' },
} as const;

/** fs, path and packages that wrap them. */
export const files: FrameworkModel = {
  name: 'fs',
  doc: 'https://nodejs.org/api/fs.html',
  sinks: [
    ...sinks(
      'file-path',
      across(fsModules, sync('stat lstat access exists realpath')),
      { path: at(0) },
      { data: { op: 'check' } },
    ),
    ...sinks(
      'file-path',
      across(
        fsModules,
        `${sync('readFile readdir open readlink')} createReadStream readJson readJsonSync watch`,
      ),
      { path: at(0) },
      anyFile,
    ),
    ...sinks(
      'file-path',
      across(
        fsModules,
        `${sync('writeFile appendFile mkdir chmod chown truncate')} createWriteStream outputFile writeJson ensureDir`,
      ),
      { path: at(0) },
      { data: { op: 'write' } },
    ),
    ...sinks(
      'file-path',
      across(fsModules, `${sync('unlink rm rmdir remove')} emptyDir`),
      { path: at(0) },
      { data: { op: 'delete' } },
    ),
    ...sinks(
      'file-path',
      across(fsModules, sync('rename copyFile copy move symlink link')),
      { path: at(1) },
      { data: { op: 'write' } },
    ),
    ...sinks(
      'file-path',
      across(fsModules, sync('rename copyFile copy move')),
      { path: at(0) },
      anyFile,
    ),
    ...sinks('built-path', each('path.', 'join resolve'), { path: { position: 0, rest: true } }),
    ...sinks(
      'file-path',
      ['require', 'require.resolve', 'import'],
      { path: at(0) },
      {
        data: { op: 'include' },
      },
    ),
    ...sinks(
      'file-path',
      ['send'],
      { path: at(1), root: at(1) },
      {
        data: { op: 'serve', root: 'safe' },
        where: [{ arg: at(2), path: ['root'], missing: false }],
      },
    ),
  ],
  calls: [
    ...cleans(
      [
        'path.basename',
        'path.posix.basename',
        'path.win32.basename',
        'path.extname',
        'sanitize-filename',
      ],
      ['file-path', 'upload'],
    ),
    // What a file is by its content: one of a fixed list.
    ...cleans(
      each('file-type.', 'fileTypeFromBuffer fileTypeFromFile fileTypeFromStream fromBuffer'),
    ),
    ...gives('concat', each('path.', 'join resolve normalize relative')),
    ...gives('propagate', each('path.', 'dirname parse format')),
    ...gives('clean', across(fsModules, sync('stat exists access mkdir writeFile unlink'))),
  ],
  checks: [
    ...addressChecks(['*.test'], at(0), 'receiver'),
    ...addressChecks(['*.match'], 'receiver', at(0)),
    ...nameChecks(['*.test'], at(0), 'receiver'),
    ...nameChecks(['*.match'], 'receiver', at(0)),
    ...checks(['is-path-inside', 'path-is-inside'], at(0), { cleans: ['file-path'] }),
    // A path that was made absolute and begins with the folder lies in it.
    { call: '*.startsWith', subject: 'receiver', when: true, cleans: ['file-path'] },
    { call: 'path.isAbsolute', subject: at(0), when: false, cleans: ['redirect'] },
  ],
};

/** Values of Node's globals and small modules: text in, text out. */
export const nodeModules: FrameworkModel = {
  name: 'node-modules',
  doc: 'https://nodejs.org/api/documentation.html',
  types: {
    'url.URL()': 'URL#',
    'URL()': 'URL#',
    'URLSearchParams()': 'URLSearchParams#',
  },
  sinks: [
    ...sinks(
      'reflection',
      ['Reflect.get', 'Reflect.construct', 'Reflect.apply'],
      { name: at(1) },
      {
        data: { of: 'method' },
      },
    ),
    ...sinks('regex', ['RegExp'], { pattern: at(0) }),
    ...sinks('regex', ['*.test', '*.exec'], { input: at(0) }),
    // A text given to these becomes a pattern; given to the others below it stands for itself.
    // `search` is a method of many objects.
    ...sinks('regex', each('*.', 'match matchAll'), { pattern: at(0), input: 'receiver' }),
    ...sinks('regex', each('*.', 'replace replaceAll split'), { input: 'receiver' }),
    {
      kind: 'tls-off',
      at: { assign: 'process.env.NODE_TLS_REJECT_UNAUTHORIZED' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: ['0', 0, false, 'false'] }],
      data: { part: 'certificate' },
    },
    ...sinks(
      'clear-text',
      ['net.createServer', 'ftp', 'basic-ftp.Client', 'telnet-client'],
      {},
      {
        data: { protocol: 'ftp' },
        where: [{ arg: at(0), path: ['secure'], is: [false] }],
      },
    ),
  ],
  calls: [
    ...gives({ text: 'format-percent' }, ['util.format']),
    // Parameters of an address lead anywhere, unlike the address itself.
    ...gives('propagate', ['url.parse'], {
      gives: { kind: 'remote', label: 'the query string of the request' },
      where: [
        { arg: at(0), taint: 'remote' },
        { arg: at(1), is: [true] },
      ],
    }),
    ...gives('propagate', [
      'url.parse',
      'url.format',
      'url.resolve',
      'querystring.parse',
      'qs.parse',
      'util.inspect',
      'encodeURI',
      'decodeURI',
      'URL',
      'URLSearchParams',
      'Buffer.concat',
      'atob',
      'btoa',
      'unescape',
    ]),
    ...cleans(
      ['encodeURIComponent', 'querystring.escape', 'escape'],
      [
        'html',
        'response',
        'response-header',
        'redirect',
        'file-path',
        'sql',
        'command',
        'http-request',
        'log',
      ],
    ),
    ...gives('clean', ['isNaN', 'Symbol', 'crypto.randomUUID']),
  ],
};

const hashes = ['createHash', 'createHmac', 'createSign', 'createVerify'];

/** node:crypto. */
export const cryptography: FrameworkModel = {
  name: 'crypto',
  doc: 'https://nodejs.org/api/crypto.html',
  sinks: [
    ...sinks(
      'hash',
      hashes.map((name) => `crypto.${name}`),
      { algorithm: at(0) },
    ),
    ...sinks('hash', ['crypto.hash'], { algorithm: at(0), data: at(1) }),
    ...sinks(
      'hash',
      [
        'md5',
        'blueimp-md5',
        'crypto-js.MD5',
        'crypto-js/md5',
        'node-forge.md.md5.create',
        'ts-md5.Md5.hashStr',
      ],
      { data: at(0) },
      { data: { algorithm: 'MD5' } },
    ),
    ...sinks(
      'hash',
      ['sha1', 'crypto-js.SHA1', 'crypto-js/sha1', 'node-forge.md.sha1.create', 'js-sha1'],
      { data: at(0) },
      { data: { algorithm: 'SHA1' } },
    ),
    ...sinks('cipher', ['crypto.createCipheriv', 'crypto.createDecipheriv'], {
      algorithm: at(0),
      key: at(1),
      iv: at(2),
    }),
    ...sinks(
      'cipher',
      ['crypto.createCipher', 'crypto.createDecipher'],
      { algorithm: at(0), key: at(1) },
      { data: { iv: 'none' } },
    ),
    ...sinks('cipher', ['crypto-js.DES.encrypt'], { key: at(1) }, { data: { algorithm: 'DES' } }),
    ...sinks(
      'cipher',
      ['crypto-js.TripleDES.encrypt'],
      { key: at(1) },
      { data: { algorithm: '3DES' } },
    ),
    ...sinks('cipher', ['crypto-js.RC4.encrypt'], { key: at(1) }, { data: { algorithm: 'RC4' } }),
    ...sinks(
      'cipher',
      across(['crypto-js.AES.', 'crypto-js/aes.'], 'encrypt decrypt'),
      { key: at(1) },
      {
        data: { algorithm: 'AES', mode: 'ECB' },
        where: [
          { arg: at(2), path: ['mode'], symbol: ['crypto-js.mode.ECB', 'crypto-js/mode-ecb'] },
        ],
      },
    ),
    ...sinks(
      'secret',
      across(
        ['AES', 'DES', 'TripleDES', 'Rabbit', 'RC4'].map((name) => `crypto-js.${name}.`),
        'encrypt decrypt',
      ),
      { value: at(1) },
      { data: { of: 'cipher' } },
    ),
    ...sinks(
      'secret',
      each('crypto-js.', 'HmacMD5 HmacSHA1 HmacSHA256 HmacSHA384 HmacSHA512 HmacSHA3'),
      { value: at(1) },
      { data: { of: 'hmac' } },
    ),
    ...sinks('hash', each('', 'jssha jssha.default sha.js'), { algorithm: at(0) }),
    ...sinks('hash', ['crypto.pbkdf2', 'crypto.pbkdf2Sync'], { algorithm: at(4) }),
    ...sinks(
      'secret',
      ['crypto.createCipheriv', 'crypto.createDecipheriv', 'crypto.createCipher'],
      { value: at(1) },
      { data: { of: 'cipher' } },
    ),
    ...sinks('secret', ['crypto.createHmac'], { value: at(1) }, { data: { of: 'hmac' } }),
    ...sinks(
      'work-factor',
      ['crypto.pbkdf2', 'crypto.pbkdf2Sync'],
      { cost: at(2), password: at(0) },
      { data: { algorithm: 'pbkdf2', min: '100000' } },
    ),
    ...sinks('random', ['Math.random']),
    ...sinks('random', ['crypto.pseudoRandomBytes']),
    ...sinks(
      'key-size',
      ['crypto.generateKeyPair', 'crypto.generateKeyPairSync'],
      { bits: at(1), algorithm: at(0) },
      {
        where: [
          { arg: at(0), is: ['rsa', 'dsa'] },
          { arg: at(1), path: ['modulusLength'], below: 2048 },
        ],
        data: { algorithm: 'rsa', min: '2048' },
      },
    ),
    ...sinks(
      'key-size',
      ['crypto.createDiffieHellman'],
      { bits: at(0) },
      { data: { algorithm: 'dh', min: '2048' } },
    ),
  ],
  calls: [
    ...gives('clean', ['Math.random', 'crypto.pseudoRandomBytes'], {
      gives: { kind: 'weak-random', label: 'a random number that can be predicted' },
    }),
    ...gives(
      'clean',
      each('crypto.', 'randomBytes randomInt randomUUID getRandomValues randomFillSync'),
    ),
  ],
};
