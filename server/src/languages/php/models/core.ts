import type { FrameworkModel } from '../../../engine/model';
import { startsWithSlash } from '../../siteKinds';
import {
  addressChecks,
  at,
  checks,
  cleans,
  each,
  gives,
  instances,
  local,
  markup,
  plainText,
  remote,
  sinks,
  withoutMarks,
} from '../../specs';

const server = (keys: string) => each('$_SERVER.', keys);

/** What a request brings along. */
export const superglobals: FrameworkModel = {
  name: 'superglobals',
  doc: 'https://www.php.net/manual/en/language.variables.superglobals.php',
  typePatterns: [{ symbol: /^\$(?:_FILES|HTTP_POST_FILES)\.[^.]+$/, type: 'PhpUpload#' }],
  sources: [
    ...remote('the query string of the request', [
      '$_GET',
      '$HTTP_GET_VARS',
      '$_SERVER.QUERY_STRING',
      '$_SERVER.argv',
    ]),
    ...remote('the body of the request', ['$_POST', '$HTTP_POST_VARS', '$HTTP_RAW_POST_DATA']),
    ...remote('the query string, body or a cookie of the request', ['$_REQUEST']),
    ...remote('a cookie of the request', ['$_COOKIE', '$HTTP_COOKIE_VARS']),
    // The server chooses where it keeps an upload; only the names are the sender's.
    ...['$_FILES', '$HTTP_POST_FILES'].flatMap((symbol) =>
      remote('an uploaded file', [symbol]).map((source) => ({
        ...source,
        harmless: ['file-path', 'http-request', 'command'],
      })),
    ),
    ...remote('the name of an uploaded file', each('PhpUpload#', 'name full_path type')),
    // Every address reaches the program, also one that begins with two slashes.
    ...remote('the address of the request', server('REQUEST_URI')).map((source) => ({
      ...source,
      harmless: ['nosql-query', startsWithSlash],
    })),
    ...remote(
      'the address of the request',
      server('PHP_SELF PATH_INFO ORIG_PATH_INFO PATH_TRANSLATED PHP_AUTH_USER PHP_AUTH_PW'),
    ),
    ...remote(
      'a header of the request',
      server(
        'HTTP_USER_AGENT HTTP_REFERER HTTP_HOST HTTP_ACCEPT HTTP_ACCEPT_LANGUAGE HTTP_X_FORWARDED_FOR HTTP_CLIENT_IP HTTP_COOKIE HTTP_ORIGIN HTTP_X_REQUESTED_WITH HTTP_AUTHORIZATION SERVER_NAME',
      ),
    ),
    ...remote('a header of the request', ['getallheaders', 'apache_request_headers'], true),
    ...local('a command-line argument', ['$argv']),
    ...local('an environment variable', ['$_ENV']),
    ...local('an environment variable', ['getenv'], true),
  ],
  calls: [
    ...gives('clean', ['file_get_contents', 'fopen', 'stream_get_contents'], {
      where: [{ arg: at(0), is: ['php://input'] }],
      gives: { kind: 'remote', label: 'the body of the request' },
    }),
    ...gives('clean', ['filter_input', 'filter_input_array'], {
      where: [
        {
          arg: at(2),
          symbol: each(
            '',
            'filter_validate_int filter_validate_float filter_validate_bool filter_validate_boolean filter_validate_ip filter_sanitize_number_int filter_sanitize_number_float',
          ),
        },
      ],
    }),
    ...gives('clean', ['filter_input'], {
      where: [
        {
          arg: at(2),
          symbol: each(
            '',
            'filter_sanitize_special_chars filter_sanitize_full_special_chars filter_sanitize_string',
          ),
        },
      ],
    }),
    ...gives('clean', ['filter_input', 'filter_input_array'], {
      gives: { kind: 'remote', label: 'the request' },
    }),
    ...cleans(['filter_var'].map((name) => name)).map((spec) => ({
      ...spec,
      where: [
        {
          arg: at(1),
          symbol: each(
            '',
            'filter_validate_int filter_validate_float filter_validate_bool filter_validate_boolean filter_validate_ip filter_sanitize_number_int filter_sanitize_number_float',
          ),
        },
      ],
    })),
    ...gives('clean', ['filter_var'], {
      cleans: markup,
      where: [
        {
          arg: at(1),
          symbol: each(
            '',
            'filter_sanitize_special_chars filter_sanitize_full_special_chars filter_sanitize_string filter_sanitize_encoded',
          ),
        },
      ],
    }),
    ...gives('propagate', ['filter_var']),
  ],
};

const numbers =
  'intval floatval doubleval boolval (int) (integer) (float) (double) (real) (bool) (boolean) count sizeof strlen mb_strlen abs ceil floor round max min time date mktime strtotime crc32 ord is_numeric is_int is_string is_array isset empty array_key_exists in_array strcmp strcasecmp strpos stripos strrpos str_contains str_starts_with str_ends_with preg_match preg_match_all ctype_digit ctype_alnum ctype_alpha ctype_xdigit is_null is_bool function_exists class_exists array_search password_verify hash_equals';

/** Functions of the language: texts, arrays, numbers. */
export const core: FrameworkModel = {
  name: 'core',
  doc: 'https://www.php.net/manual/en/funcref.php',
  types: { ...instances('DateTime#', ['DateTime()', 'DateTimeImmutable()']) },
  calls: [
    ...cleans(each('', numbers)),
    ...cleans(['htmlspecialchars', 'htmlentities'], markup),
    ...cleans(['strip_tags'], markup),
    ...cleans(['json_encode'], [...markup]),
    ...cleans(
      [
        'urlencode',
        'rawurlencode',
        'http_build_query',
        'base64_encode',
        'bin2hex',
        'dechex',
        'md5',
        'sha1',
        'hash',
        'crc32',
        'uniqid',
        'ctype_digit',
      ],
      [...plainText, 'redirect', 'http-request'],
    ),
    ...cleans(['escapeshellarg', 'escapeshellcmd'], ['command']),
    ...cleans(
      [
        'mysqli_real_escape_string',
        'mysql_real_escape_string',
        'mysql_escape_string',
        'mysqli_escape_string',
        'pg_escape_string',
        'pg_escape_literal',
        'pg_escape_identifier',
        'sqlite_escape_string',
        'addslashes',
        '*.real_escape_string',
        '*.escape_string',
        '*.quote',
        'SQLite3.escapeString',
      ],
      ['sql'],
    ),
    ...cleans(['ldap_escape'], ['ldap']),
    ...cleans(['preg_quote'], ['regex']),
    ...cleans(['basename'], ['file-path', 'http-request']),
    // Of an address, there is none.
    ...cleans(['realpath'], ['http-request']),
    ...gives(
      'propagate',
      each(
        '',
        'trim ltrim rtrim chop strtolower strtoupper ucfirst ucwords lcfirst nl2br str_replace str_ireplace preg_replace substr mb_substr substr_replace strrev str_repeat str_pad wordwrap chunk_split stripslashes html_entity_decode htmlspecialchars_decode urldecode rawurldecode base64_decode hex2bin json_decode unserialize serialize explode implode join split preg_split str_split array_merge array_values array_keys array_slice array_reverse array_unique array_combine array_column next strval settype mb_convert_encoding iconv utf8_encode utf8_decode number_format strstr stristr strrchr vsprintf parse_url dirname pathinfo gzinflate gzuncompress compact parse_ini_string strtr vsprintf print_r var_export',
      ),
    ),
    ...gives({ text: 'format-percent' }, ['sprintf']),
    // Text is no filter with operators.
    ...cleans(['(string)', 'strval'], ['nosql-query']),
    ...gives({ text: 'to-string' }, ['(string)', 'strval'], {
      where: [{ arg: at(0), matches: /^/ }],
    }),
    // Without line breaks.
    ...each('', 'str_replace preg_replace str_ireplace').flatMap((call) =>
      [{ arg: at(0) }, { arg: at(0), path: ['0'] }, { arg: at(0), path: ['1'] }].flatMap((where) =>
        gives('clean', [call], {
          cleans: ['log', 'response-header'],
          where: [{ ...where, matches: /\\[nrsvR]|[\n\r]|\[\^/ }],
        }),
      ),
    ),
    ...withoutMarks('str_replace', at(0), at(1)),
    // A text of XPath with any quotes, in parts: `concat('O', "'", 'Brien')`.
    ...gives('clean', ['str_replace'], {
      cleans: ['xpath'],
      where: [{ arg: at(1), is: [`', "'", '`] }],
    }),
    ...gives({ text: 'lower' }, ['strtolower']),
    ...gives({ text: 'upper' }, ['strtoupper']),
    ...gives({ text: 'trim' }, ['trim']),
    ...gives('never', ['exit', 'die', 'throw']),
    // The keys of most collections are numbers or names of the program's own.
    ...gives('clean', ['key']),
    ...gives('propagate', ['key'], { where: [{ arg: at(0), taint: 'remote' }] }),
    ...gives('joined', ['implode', 'join'], {
      receiver: at(1),
      where: [{ arg: at(1), missing: false }],
    }),
    ...gives('argument', ['array_push', 'array_unshift'], {
      effect: { on: 'fill', argument: at(0) },
    }),
    ...gives('first-element', ['reset', 'current'], { receiver: at(0) }),
    ...gives('last-element', ['end'], { receiver: at(0) }),
    ...gives('first-element', ['array_shift'], {
      receiver: at(0),
      effect: { on: 'remove-first' },
    }),
    ...gives('last-element', ['array_pop'], { receiver: at(0), effect: { on: 'remove' } }),
    ...gives('mapped', ['array_map'], { receiver: at(1), callback: ['element'] }),
    ...gives('filtered', ['array_filter'], { receiver: at(0), callback: ['element'] }),
    ...gives('clean', each('', 'array_walk usort uasort'), {
      receiver: at(0),
      callback: ['element', 'element'],
    }),
    ...gives('propagate', ['array_reduce'], { receiver: at(0), callback: ['unknown', 'element'] }),
    ...gives('propagate', ['preg_replace_callback'], { receiver: at(2), callback: ['element'] }),
    ...gives('map', ['stdClass']),
    ...gives('clean', ['preg_match', 'preg_match_all'], {
      effect: { on: 'fill', argument: at(2) },
    }),
    ...gives('clean', ['parse_str', 'mb_parse_str'], { effect: { on: 'fill', argument: at(1) } }),
  ].reverse(),
  checks: [
    ...checks(
      each(
        '',
        'is_numeric is_int is_integer is_float is_bool ctype_digit ctype_alnum ctype_alpha ctype_xdigit is_long',
      ),
      at(0),
    ),
    // Inside of a folder: of a path that `realpath` gave, what it begins with tells.
    ...checks(['str_starts_with'], at(0), { cleans: ['file-path', 'extract', 'upload'] }),
    ...checks(['in_array'], at(0), { members: at(1) }),
    ...checks(['array_key_exists'], at(0), { members: at(1) }),
    ...addressChecks(['preg_match'], at(1), at(0)),
    ...checks(['preg_match'], at(1), { pattern: at(0) }),
    ...checks(['isset'], at(0), { cleans: [] }),
  ],
};

/** `header('Name: value')` takes both in one text. */
const lineName = { position: 0, side: 'before-colon' } as const;
const lineValue = { position: 0, side: 'after-colon' } as const;

/** What a page prints, and how it answers. */
export const output: FrameworkModel = {
  name: 'output',
  doc: 'https://www.php.net/manual/en/function.echo.php',
  sinks: [
    ...[0, 1, 2, 3].flatMap((position) => sinks('html', ['echo'], { content: at(position) })),
    ...sinks('html', ['print', 'exit', 'die', 'printf', 'vprintf', 'var_dump'], { content: at(0) }),
    ...sinks(
      'html',
      ['print_r', 'var_export'],
      { content: at(0) },
      {
        where: [{ arg: at(1), missing: true }],
      },
    ),
    ...sinks('html', ['printf', 'vprintf'], { content: at(1) }),
    ...sinks(
      'response-header',
      ['header'],
      { name: lineName, value: lineValue },
      {
        data: { framework: 'php' },
      },
    ),
    ...sinks(
      'redirect',
      ['header'],
      { url: lineValue },
      {
        where: [{ arg: lineName, is: ['location'] }],
      },
    ),
    ...sinks('redirect', ['http_redirect'], { url: at(0) }),
    ...sinks(
      'cookie',
      ['setcookie', 'setrawcookie'],
      { name: at(0), value: at(1), secure: at(5), httpOnly: at(6) },
      {
        data: { secure: 'no', httpOnly: 'no' },
        where: [
          {
            any: [
              { arg: at(2), missing: true },
              { arg: at(3), missing: false },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'cookie',
      ['setcookie', 'setrawcookie'],
      { name: at(0), value: at(1), options: at(2) },
      {
        data: { secure: 'no', httpOnly: 'no', sameSite: 'no', keys: 'secure,httponly,samesite' },
        where: [
          { arg: at(2), missing: false },
          { arg: at(3), missing: true },
        ],
      },
    ),
    ...sinks(
      'cookie',
      ['session_set_cookie_params'],
      { secure: at(3), httpOnly: at(4) },
      {
        data: { secure: 'no', httpOnly: 'no' },
        where: [{ arg: at(1), missing: false }],
      },
    ),
    ...sinks(
      'cookie',
      ['session_set_cookie_params', 'session_start'],
      { options: at(0) },
      {
        data: { keys: 'secure,httponly,samesite' },
        where: [
          {
            any: [
              { arg: at(0), path: ['secure'], missing: false },
              { arg: at(0), path: ['httponly'], missing: false },
              { arg: at(0), path: ['samesite'], missing: false },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'cookie',
      ['session_start'],
      { options: at(0) },
      {
        data: { keys: 'cookie_secure,cookie_httponly,cookie_samesite' },
        where: [
          {
            any: [
              { arg: at(0), path: ['cookie_secure'], missing: false },
              { arg: at(0), path: ['cookie_httponly'], missing: false },
            ],
          },
        ],
      },
    ),
    ...(
      [
        ['secure', 'session.cookie_secure'],
        ['httpOnly', 'session.cookie_httponly'],
      ] as const
    ).flatMap(([insecure, setting]) =>
      sinks(
        'cookie',
        ['ini_set', 'ini_alter'],
        {},
        {
          data: { insecure },
          where: [
            { arg: at(0), is: [setting] },
            { arg: at(1), is: [false, 0, '0', '', 'off', 'false'] },
          ],
        },
      ),
    ),
    ...sinks('session-id', ['session_id'], { value: at(0) }),
    ...sinks(
      'secret',
      ['define'],
      { value: at(1) },
      {
        data: { of: 'password' },
        where: [
          {
            arg: at(0),
            matches:
              /(?:PASSWORD|PASSWD|SECRET|API_?KEY|TOKEN|AUTH_KEY|LOGGED_IN_KEY|NONCE_KEY|_SALT)$/i,
          },
        ],
      },
    ),
    ...sinks('log', ['error_log', 'syslog', 'trigger_error'], { message: at(0) }),
    ...sinks(
      'log',
      [
        '*.info',
        '*.warning',
        '*.error',
        '*.debug',
        '*.notice',
        '*.critical',
        '*.alert',
        '*.emergency',
      ],
      { message: at(0) },
    ),
    ...sinks('session-renewed', ['session_regenerate_id']),
    {
      kind: 'trust-boundary',
      at: { assign: '$_SESSION.*' },
      roles: { value: at(0), name: { name: 'key' } },
    },
    ...each(
      '$_SESSION.',
      'user user_id userid uid username logged_in loggedin login auth is_admin',
    ).map((assign) => ({ kind: 'login', at: { assign }, roles: { value: at(0) } }) as const),
    ...sinks('debug-on', ['phpinfo']),
    ...sinks(
      'debug-on',
      ['putenv'],
      { value: at(0) },
      {
        where: [{ arg: at(0), matches: /^APP_DEBUG=(?:true|1)$/i }],
      },
    ),
    ...sinks(
      'debug-on',
      ['config'],
      { value: at(0) },
      {
        where: [{ arg: at(0), path: ['app.debug'], is: [true, 'true', 1] }],
      },
    ),
    {
      kind: 'debug-on',
      at: { assign: '$_ENV.APP_DEBUG' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: [true, 'true', 1, '1'] }],
    },
    ...sinks(
      'debug-on',
      ['ini_set'],
      { value: at(1) },
      {
        where: [
          { arg: at(0), is: ['display_errors', 'display_startup_errors'] },
          { arg: at(1), is: ['1', 1, true, 'on'] },
        ],
      },
    ),
  ],
};
