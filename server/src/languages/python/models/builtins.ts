import type { FrameworkModel } from '../../../engine/model';
import {
  across,
  at,
  checks,
  cleans,
  each,
  gives,
  instances,
  local,
  withoutMarks,
} from '../../specs';

const settings = 'configparser.ConfigParser#';

/** Python's built-in functions and the methods of its basic types. */
export const builtins: FrameworkModel = {
  name: 'builtins',
  doc: 'https://docs.python.org/3/library/functions.html',
  sources: [
    ...local('what the user types', ['input', 'raw_input', 'getpass.getpass'], true),
    ...local('what the user types', across(['sys.stdin.'], 'read readline readlines'), true),
    ...local('a command-line argument', ['sys.argv']),
    ...local('an environment variable', ['os.environ', 'os.environb']),
    ...local('an environment variable', ['os.getenv', 'os.getenvb'], true),
    ...each('traceback.', 'format_exc format_exception format_tb').map(
      (symbol) => ({ symbol, called: true, kind: 'exception', label: 'a stack trace' }) as const,
    ),
  ],
  types: {
    'contextlib.closing()': 'contextlib.closing#',
    'io.StringIO()': 'io.StringIO#',
    ...instances(
      'configparser.ConfigParser#',
      each('configparser.', 'ConfigParser() RawConfigParser() SafeConfigParser()'),
    ),
  },
  calls: [
    // --- Numbers, truth values and identifiers carry no text.
    ...cleans(
      each(
        '',
        'int float bool complex len isinstance issubclass hasattr callable abs round divmod hash id ord sum hex oct bin any all',
      ),
    ),
    ...cleans(each('uuid.', 'UUID uuid1 uuid3 uuid4 uuid5')),
    ...cleans(each('math.', 'floor ceil sqrt')),
    ...cleans([
      'decimal.Decimal',
      'fractions.Fraction',
      'ipaddress.ip_address',
      'ipaddress.ip_network',
      'datetime.date.fromisoformat',
      'datetime.datetime.fromisoformat',
      'datetime.datetime.strptime',
      'datetime.datetime.fromtimestamp',
      'dateutil.parser.parse',
      'binascii.crc32',
      'zlib.crc32',
    ]),

    // --- The program ends, or the request does.
    ...gives('never', ['sys.exit', 'exit', 'quit', 'os.abort', 'os._exit']),

    // --- Collections
    ...gives('argument', [
      'list',
      'tuple',
      'set',
      'frozenset',
      'sorted',
      'reversed',
      'iter',
      'copy.copy',
      'copy.deepcopy',
      'contextlib.closing',
      'os.fspath',
      'typing.cast',
    ]),
    ...gives('propagate', [
      'dict',
      'enumerate',
      'zip',
      'filter',
      'next',
      'collections.OrderedDict',
    ]),
    { call: '*.get', result: 'element' },
    // A text in the memory, as a file: what was written and what is read are one.
    ...gives('propagate', ['io.StringIO']),
    { call: 'io.StringIO#write', result: 'clean', effect: { on: 'append' } },
    ...gives('propagate', each('io.StringIO#', 'getvalue read readline')),
    // The sections of a configuration are not told apart.
    {
      call: `${settings}set`,
      result: 'clean',
      effect: { on: 'field', key: at(1, 'option'), value: at(2, 'value') },
    },
    { call: `${settings}get`, result: 'element', argument: 1 },
    { call: '*.setdefault', result: 'element', effect: { on: 'absorb' } },
    { call: '*.append', result: 'clean', effect: { on: 'append' } },
    { call: '*.appendleft', result: 'clean', effect: { on: 'prepend' } },
    { call: '*.extend', result: 'clean', effect: { on: 'extend' } },
    { call: '*.add', result: 'clean', effect: { on: 'absorb' } },
    { call: '*.insert', result: 'clean', effect: { on: 'absorb' } },
    {
      call: '*.pop',
      result: 'last-element',
      effect: { on: 'remove' },
      where: [{ arg: at(0), missing: true }],
    },
    { call: '*.pop', result: 'element', effect: { on: 'remove' } },
    { call: '*.popleft', result: 'first-element', effect: { on: 'remove-first' } },
    { call: '*.clear', result: 'clean', effect: { on: 'clear' } },
    ...gives('receiver', ['*.values', '*.copy']),
    ...cleans(each('*.', 'count index find rfind rindex')),

    // --- Text
    { call: '*.join', result: 'joined' },
    { call: '*.format', result: { text: 'format-braces' } },
    { call: '*.upper', result: { text: 'upper' } },
    { call: '*.lower', result: { text: 'lower' } },
    { call: '*.casefold', result: { text: 'lower' } },
    { call: '*.startswith', result: { text: 'starts-with' } },
    { call: '*.endswith', result: { text: 'ends-with' } },
    { call: '*.strip', result: { text: 'trim' }, where: [{ arg: at(0), missing: true }] },
    // Without line breaks nothing can look like a line of its own.
    {
      call: '*.replace',
      result: 'clean',
      cleans: ['log', 'response-header'],
      where: [{ arg: at(0), is: ['\n', '\r', '\r\n'] }],
    },
    ...withoutMarks('*.replace', at(0), at(1)),
    { call: '*.replace', result: { text: 'replace-all' }, where: [{ arg: at(2), missing: true }] },
    ...gives('receiver', ['*.encode', '*.decode', '*.expandtabs']),
    ...cleans(each('*.is', 'digit alnum alpha numeric decimal identifier upper lower space title')),
    // A text is no object with operators.
    { call: 'str', result: 'clean', cleans: ['nosql-query'] },
    // These escape line breaks.
    ...gives('clean', ['repr', 'ascii', 'json.dumps'], { cleans: ['log', 'response-header'] }),
    ...gives('propagate', [
      'bytes',
      'bytearray',
      'format',
      'json.loads',
      'textwrap.dedent',
      'textwrap.indent',
      'io.BytesIO',
      ...each('base64.', 'b64encode b64decode urlsafe_b64encode urlsafe_b64decode b32decode'),
      ...each('binascii.', 'unhexlify a2b_hex'),
    ]),
    ...cleans(['binascii.hexlify', 'binascii.b2a_hex', 'base64.b16encode', 'base64.b32encode']),
  ],
  checks: [
    ...checks(each('*.is', 'digit alnum alpha numeric decimal identifier'), 'receiver'),
    // A prefix that names the host ties the address to it.
    ...checks(['*.startswith'], 'receiver', {
      cleans: ['http-request', 'redirect'],
      where: [{ arg: at(0), matches: /^https?:\/\/[^/?#@]+\// }],
    }),
    ...checks(['*.startswith', '*.is_relative_to'], 'receiver', {
      cleans: ['file-path', 'extract', 'upload'],
    }),
    ...checks(['*.endswith'], 'receiver', { cleans: ['upload'] }),
  ],
};
