import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, each, gives, instances, sinks, sources } from '../../specs';

/** Programs that are started, and text that is run as code. */
export const processes: FrameworkModel = {
  name: 'processes',
  doc: 'https://www.php.net/manual/en/ref.exec.php',
  types: instances('Symfony.Process#', [
    'Symfony.Component.Process.Process()',
    'Symfony.Component.Process.Process.fromShellCommandline()',
  ]),
  sinks: [
    ...sinks(
      'command',
      each('', 'exec shell_exec system passthru popen proc_open pcntl_exec expect_popen ssh2_exec'),
      { command: at(0) },
      { data: { shell: 'yes' } },
    ),
    ...sinks(
      'command',
      ['Symfony.Component.Process.Process'],
      { command: at(0) },
      { data: { shell: 'list' } },
    ),
    ...sinks(
      'command',
      ['Symfony.Component.Process.Process.fromShellCommandline'],
      { command: at(0) },
      { data: { shell: 'yes' } },
    ),
    ...sinks('command', ['mail', 'mb_send_mail'], { command: at(4) }, { data: { shell: 'yes' } }),
    ...sinks(
      'code',
      ['eval', 'assert', 'create_function', 'preg_replace_eval'],
      { code: at(0) },
      { data: { form: 'eval' } },
    ),
    ...sinks('code', ['create_function'], { code: at(1) }, { data: { form: 'eval' } }),
    // The option `e` runs the replacement; it is gone since PHP 8.
    ...sinks(
      'code',
      each('', 'mb_ereg_replace mb_eregi_replace'),
      { code: at(1) },
      { data: { form: 'eval' }, where: [{ arg: at(3), matches: /e/ }] },
    ),
    // Options that others choose may hold an `e`.
    ...sinks(
      'code',
      each('', 'mb_ereg_replace mb_eregi_replace'),
      { code: at(3) },
      { data: { form: 'eval' }, where: [{ arg: at(3), missing: false }] },
    ),
    ...sinks(
      'code',
      each(
        '',
        'call_user_func call_user_func_array forward_static_call forward_static_call_array register_shutdown_function register_tick_function ob_start set_error_handler set_exception_handler spl_autoload_register header_register_callback',
      ),
      { code: at(0) },
      { data: { form: 'function-name' } },
    ),
    ...sinks('code', each('', 'array_map'), { code: at(0) }, { data: { form: 'function-name' } }),
    ...sinks(
      'code',
      each(
        '',
        'usort uasort uksort array_filter array_walk array_walk_recursive array_reduce preg_replace_callback iterator_apply',
      ),
      { code: at(1) },
      { data: { form: 'function-name' } },
    ),
    ...sinks(
      'code',
      ['preg_replace'],
      { code: at(1) },
      {
        data: { form: 'eval' },
        where: [{ arg: at(0), matches: /^(.).*\1[a-z]*e[a-z]*$/is }],
      },
    ),
    ...sinks(
      'reflection',
      ['(new)', 'ReflectionClass', 'ReflectionFunction', 'ReflectionMethod', 'constant'],
      { name: at(0) },
      { data: { of: 'class' } },
    ),
    // An array that stands for a record.
    ...sinks(
      'mass-assignment',
      ['array_merge', 'array_replace'],
      { attributes: at(1) },
      { data: { orm: 'fields' } },
    ),
    ...sinks('mass-assignment', ['extract'], { attributes: at(0) }, { data: { orm: 'php' } }),
    ...sinks(
      'mass-assignment',
      ['parse_str', 'mb_parse_str'],
      { attributes: at(0) },
      {
        data: { orm: 'php' },
        where: [{ arg: at(1), missing: true }],
      },
    ),
    ...sinks(
      'deserialize',
      ['unserialize'],
      { data: at(0), options: at(1) },
      {
        data: { format: 'php' },
        unless: [{ arg: at(1), path: ['allowed_classes'], is: [false] }],
      },
    ),
    ...sinks(
      'deserialize',
      ['yaml_parse', 'igbinary_unserialize', 'msgpack_unpack', 'wddx_deserialize'],
      { data: at(0) },
      { data: { format: 'php' } },
    ),
    // WordPress reads its own tables so.
    ...sinks(
      'deserialize',
      ['maybe_unserialize'],
      { data: at(0) },
      { data: { format: 'php' }, where: [{ arg: at(0), taint: 'remote' }] },
    ),
    ...sinks(
      'regex',
      each('', 'preg_match preg_match_all preg_replace preg_replace_callback preg_split preg_grep'),
      { pattern: at(0), input: at(1) },
    ),
  ],
};

const reads =
  'fopen file_get_contents file readfile fpassthru parse_ini_file show_source highlight_file php_strip_whitespace opendir scandir dir glob filesize simplexml_load_file imagecreatefrompng imagecreatefromjpeg imagecreatefromgif gzopen gzfile readgzfile bzopen finfo_file md5_file sha1_file imagecreatefromwebp imagecreatefrombmp exif_read_data mime_content_type parse_ini_file gzfile bzopen dba_open get_meta_tags';
const writes = 'file_put_contents touch mkdir chmod chown chgrp lchown tempnam';

/** Options of curl that say how the other side is checked, and the values that turn that off. */
const verified = [
  ['CURLOPT_SSL_VERIFYPEER', 'certificate', [false, 0, '0']],
  ['CURLOPT_PROXY_SSL_VERIFYPEER', 'certificate', [false, 0, '0']],
  ['CURLOPT_SSL_VERIFYHOST', 'hostname', [false, 0, 1, '0']],
  ['CURLOPT_PROXY_SSL_VERIFYHOST', 'hostname', [false, 0, 1, '0']],
] as const;

/** Files, uploads and archives. */
export const files: FrameworkModel = {
  name: 'files',
  doc: 'https://www.php.net/manual/en/ref.filesystem.php',
  types: {
    ...instances('ZipArchive#', ['ZipArchive()']),
    'ftp_ssl_connect()': 'FTP.Secure#',
  },
  // `extractTo` stays in its folder, whatever the names say.
  sources: sources('archive-entry', 'a name in an archive', ['ZipArchive#getNameIndex'], true),
  sinks: [
    ...sinks(
      'file-path',
      each('', 'include include_once require require_once'),
      { path: at(0) },
      { data: { op: 'include' } },
    ),
    ...sinks('file-path', each('', reads), { path: at(0) }, { data: { op: 'read' } }),
    ...sinks(
      'file-path',
      each(
        '',
        'is_file is_dir file_exists is_readable is_writable is_executable is_link filemtime filectime fileatime fileperms fileowner stat lstat',
      ),
      { path: at(0) },
      { data: { op: 'check' } },
    ),
    ...sinks('file-path', ['hash_file'], { path: at(1) }, { data: { op: 'read' } }),
    ...sinks(
      'file-path',
      each('', 'imagepng imagejpeg imagegif imagewebp imagebmp imageavif'),
      { path: at(1) },
      { data: { op: 'write' } },
    ),
    ...sinks('file-path', ['set_include_path', 'dl'], { path: at(0) }, { data: { op: 'include' } }),
    ...sinks('file-path', each('', writes), { path: at(0) }, { data: { op: 'write' } }),
    ...sinks('file-path', each('', 'unlink rmdir'), { path: at(0) }, { data: { op: 'delete' } }),
    ...sinks(
      'file-path',
      each('', 'rename copy symlink link'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      each('', 'rename copy symlink link'),
      { path: at(1) },
      { data: { op: 'write' } },
    ),
    ...sinks(
      'file-path',
      ['SplFileObject', 'DirectoryIterator', 'RecursiveDirectoryIterator'],
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks('upload', ['move_uploaded_file'], { path: at(1) }, { data: { part: 'store' } }),
    // The same functions fetch addresses.
    ...sinks(
      'http-request',
      each(
        '',
        'file_get_contents fopen readfile file copy get_headers getimagesize simplexml_load_file get_meta_tags ' +
          'md5_file sha1_file exif_read_data imagecreatefrompng imagecreatefromjpeg imagecreatefromgif ' +
          'imagecreatefromwebp parse_ini_file highlight_file show_source php_strip_whitespace',
      ),
      { url: at(0) },
    ),
    ...sinks('http-request', ['hash_file', 'finfo_file'], { url: at(1) }),
    ...sinks('http-request', ['curl_init', 'ftp_connect', 'ftp_ssl_connect', 'ssh2_connect'], {
      url: at(0),
    }),
    ...sinks('http-request', ['imap_open'], { host: at(0) }),
    ...sinks('http-request', ['curl_setopt_array'], { options: at(1) }),
    ...sinks(
      'http-request',
      ['curl_setopt'],
      { url: at(2) },
      { where: [{ arg: at(1), symbol: ['curlopt_url'] }] },
    ),
    ...sinks('http-request', ['fsockopen', 'pfsockopen', 'stream_socket_client'], { host: at(0) }),
    ...sinks('http-request', ['SoapClient'], { url: at(0) }),
    ...verified.flatMap(([option, part, off]) => [
      ...sinks(
        'tls-off',
        ['curl_setopt'],
        { value: at(2) },
        {
          data: { part },
          where: [
            { arg: at(1), symbol: [option.toLowerCase()] },
            { arg: at(2), is: off },
          ],
        },
      ),
      ...sinks(
        'tls-off',
        ['curl_setopt_array'],
        { value: at(1) },
        { data: { part }, where: [{ arg: at(1), path: [option], is: off }] },
      ),
    ]),
    ...sinks(
      'tls-off',
      ['curl_setopt'],
      { value: at(2) },
      {
        data: { part: 'protocol' },
        where: [
          { arg: at(1), symbol: ['curlopt_sslversion'] },
          {
            any: [
              { arg: at(2), is: [1, 2, 3] },
              {
                arg: at(2),
                symbol: each('curl_sslversion_', 'sslv2 sslv3 tlsv1 tlsv1_0 tlsv1_1'),
              },
            ],
          },
        ],
      },
    ),
    ...(
      [
        ['verify_peer', 'certificate', [false, 0]],
        ['allow_self_signed', 'certificate', [true, 1]],
        ['verify_peer_name', 'hostname', [false, 0]],
      ] as const
    ).flatMap(([option, part, off]) => [
      ...sinks(
        'tls-off',
        ['stream_context_create', 'stream_context_set_default', 'libxml_set_streams_context'],
        { value: at(0) },
        { data: { part }, where: [{ arg: at(0), path: ['ssl', option], is: off }] },
      ),
      ...sinks(
        'tls-off',
        ['stream_context_set_option'],
        { value: at(3) },
        {
          data: { part },
          where: [
            { arg: at(2), is: [option] },
            { arg: at(3), is: off },
          ],
        },
      ),
    ]),
    ...sinks(
      'clear-text',
      ['ldap_connect'],
      { url: at(0) },
      { data: { protocol: 'ldap' }, where: [{ arg: at(0), matches: /^ldap:\/\//i }] },
    ),
    ...sinks(
      'clear-text',
      ['curl_setopt'],
      { url: at(2) },
      {
        data: { protocol: 'http' },
        where: [
          { arg: at(1), symbol: ['curlopt_url'] },
          { arg: at(2), matches: /^(?:http|ftp):\/\//i },
        ],
      },
    ),
    ...sinks('clear-text', ['ftp_connect'], { url: at(0) }, { data: { protocol: 'ftp' } }),
    ...sinks(
      'clear-text',
      ['ftp_login'],
      { url: at(0) },
      { data: { protocol: 'ftp' }, unless: [{ arg: at(0), symbol: ['FTP.Secure#'] }] },
    ),
    ...sinks(
      'clear-text',
      [
        ...each('', 'curl_init file_get_contents fopen file readfile copy simplexml_load_file'),
        ...each('', 'wp_remote_get wp_remote_post wp_remote_head wp_remote_request download_url'),
      ],
      { url: at(0) },
      {
        data: { protocol: 'http' },
        where: [{ arg: at(0), matches: /^http:\/\//i }],
      },
    ),
  ],
  calls: [
    ...gives(
      'clean',
      each('', 'is_file is_dir file_exists filesize unlink mkdir move_uploaded_file'),
    ),
    ...gives('clean', each('', 'fopen file_get_contents file fgets fread')),
    ...gives('clean', ['curl_exec', 'curl_init']),
  ],
};

/** XML, LDAP and XPath. */
export const documents: FrameworkModel = {
  name: 'documents',
  doc: 'https://www.php.net/manual/en/refs.xml.php',
  types: {
    ...instances('DOMDocument#', ['DOMDocument()']),
    ...instances('DOMXPath#', ['DOMXPath()']),
    ...instances('SimpleXMLElement#', [
      'SimpleXMLElement()',
      'simplexml_load_string()',
      'simplexml_load_file()',
    ]),
    ...instances('XMLReader#', ['XMLReader()']),
    ...instances('Smarty#', ['Smarty()', 'Smarty.Smarty()', 'SmartyBC()']),
  },
  sinks: [
    ...sinks(
      'xml-parse',
      ['simplexml_load_string', 'simplexml_load_file'],
      { source: at(0), options: at(2) },
      { data: { parser: 'libxml' } },
    ),
    ...sinks(
      'xml-parse',
      ['DOMDocument#loadXML', 'DOMDocument#load'],
      { source: at(0), options: at(1) },
      { data: { parser: 'libxml' } },
    ),
    ...sinks(
      'xml-parse',
      ['SimpleXMLElement'],
      { source: at(0), options: at(1) },
      { data: { parser: 'libxml' } },
    ),
    ...sinks(
      'xml-parse',
      across(['XMLReader#', 'XMLReader.'], 'XML xml open'),
      { source: at(0), options: at(2) },
      { data: { parser: 'libxml' } },
    ),
    // What a parser is told before it reads anything.
    ...each('DOMDocument#', 'substituteEntities resolveExternals').map(
      (assign): SinkSpec => ({
        kind: 'xml-parse',
        at: { assign },
        where: [{ arg: at(0), is: [true] }],
        data: { parser: 'libxml-setting', made: 'yes' },
      }),
    ),
    ...sinks(
      'xml-parse',
      ['XMLReader#setParserProperty'],
      {},
      {
        data: { parser: 'libxml-setting', made: 'yes' },
        where: [
          { arg: at(0), symbol: ['XMLReader.SUBST_ENTITIES', 'XMLReader.LOADDTD'] },
          { arg: at(1), is: [true] },
        ],
      },
    ),
    ...sinks(
      'xml-parse',
      ['libxml_disable_entity_loader'],
      {},
      {
        data: { parser: 'libxml-loader' },
        where: [{ arg: at(0), is: [false] }],
      },
    ),
    ...sinks(
      'xpath',
      ['DOMXPath#query', 'DOMXPath#evaluate', 'SimpleXMLElement#xpath', '*.xpath'],
      { expression: at(0) },
    ),
    ...sinks('ldap', ['ldap_search', 'ldap_list', 'ldap_read'], { dn: at(1), filter: at(2) }),
    ...sinks('ldap', ['ldap_bind'], { dn: at(1) }),
    ...sinks(
      'template-source',
      [
        'Twig.Environment#createTemplate',
        '*.createTemplate',
        '*.renderString',
        ...each('Smarty#', 'display fetch createTemplate'),
      ],
      { template: at(0) },
    ),
  ],
};

/** Hashes, ciphers, random numbers, passwords, tokens. */
export const cryptography: FrameworkModel = {
  name: 'cryptography',
  doc: 'https://www.php.net/manual/en/refs.crypto.php',
  sinks: [
    ...sinks('hash', ['md5', 'md5_file'], { data: at(0) }, { data: { algorithm: 'MD5' } }),
    ...sinks('hash', ['sha1', 'sha1_file'], { data: at(0) }, { data: { algorithm: 'SHA1' } }),
    // Without a salt that says which, `crypt` takes an algorithm of the system's.
    ...sinks(
      'hash',
      ['crypt'],
      { data: at(0) },
      {
        data: { algorithm: 'MD5' },
        where: [
          {
            any: [
              { arg: at(1), missing: true },
              { arg: at(1), matches: /^\$1\$/ },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'hash',
      ['openssl_sign', 'openssl_verify'],
      { data: at(0) },
      {
        data: { algorithm: 'MD5' },
        where: [{ arg: at(3), symbol: each('openssl_algo_', 'md5 md4 md2') }],
      },
    ),
    // SHA-1 is what is taken where nothing is said.
    ...sinks(
      'hash',
      ['openssl_sign', 'openssl_verify'],
      { data: at(0) },
      {
        data: { algorithm: 'SHA1' },
        where: [
          {
            any: [
              { arg: at(3), missing: true },
              { arg: at(3), symbol: ['openssl_algo_sha1'] },
            ],
          },
        ],
      },
    ),
    ...sinks('hash', ['openssl_sign', 'openssl_verify'], { algorithm: at(3), data: at(0) }),
    // Letters that are moved by thirteen places: everyone moves them back.
    ...sinks('cipher', ['str_rot13'], {}, { data: { algorithm: 'rot13' } }),
    ...sinks('hash', ['hash', 'hash_init', 'hash_file', 'mhash', 'openssl_digest'], {
      algorithm: at(0),
      data: at(1),
    }),
    ...sinks('hash', ['openssl_digest'], { algorithm: at(1), data: at(0) }),
    ...sinks(
      'fast-hash',
      ['md5', 'sha1', 'crypt'],
      { data: at(0) },
      { data: { algorithm: 'md5' } },
    ),
    ...sinks('fast-hash', ['hash'], { data: at(1), algorithm: at(0) }),
    ...sinks('cipher', ['openssl_encrypt', 'openssl_decrypt'], {
      algorithm: at(1),
      key: at(2),
      iv: at(4),
    }),
    ...sinks('cipher', ['mcrypt_encrypt', 'mcrypt_decrypt'], {
      algorithm: at(0),
      key: at(1),
      mode: at(3),
      iv: at(4),
    }),
    ...sinks(
      'cipher',
      [
        'mcrypt_encrypt',
        'mcrypt_decrypt',
        'mcrypt_module_open',
        'mcrypt_cbc',
        'mcrypt_ecb',
        'mcrypt_create_iv',
        'mdecrypt_generic',
        'mcrypt_generic',
      ],
      {},
      { data: { algorithm: 'DES' } },
    ),
    ...sinks(
      'secret',
      ['openssl_encrypt', 'openssl_decrypt'],
      { value: at(2) },
      { data: { of: 'cipher' } },
    ),
    ...sinks('secret', ['hash_hmac'], { value: at(2) }, { data: { of: 'hmac' } }),
    ...sinks('hash', ['hash_hmac'], { algorithm: at(0), data: at(1) }),
    ...sinks('random', each('', 'rand mt_rand lcg_value uniqid shuffle str_shuffle array_rand')),
    ...sinks(
      'work-factor',
      ['password_hash'],
      { cost: { position: 2 }, password: at(0) },
      { data: { algorithm: 'bcrypt', min: '10' } },
    ),
    ...sinks(
      'work-factor',
      ['hash_pbkdf2', 'openssl_pbkdf2'],
      { cost: at(3), password: at(1) },
      { data: { algorithm: 'pbkdf2', min: '100000' } },
    ),
    ...sinks(
      'key-size',
      ['openssl_pkey_new'],
      { bits: at(0) },
      {
        data: { algorithm: 'rsa', min: '2048' },
        where: [{ arg: at(0), path: ['private_key_bits'], below: 2048 }],
      },
    ),
    ...sinks(
      'jwt-sign',
      ['Firebase.JWT.JWT.encode'],
      { payload: at(0), key: at(1), algorithm: at(2) },
      { data: { expiry: 'payload' } },
    ),
    ...sinks('jwt-verify', ['Firebase.JWT.JWT.decode'], {
      token: at(0),
      key: at(1),
      algorithms: at(2),
    }),
    ...sinks(
      'jwt-verify',
      ['Firebase.JWT.JWT.decode'],
      { token: at(0) },
      { data: { unverified: 'yes' }, where: [{ arg: at(2), is: [false] }] },
    ),
    ...sinks(
      'jwt-verify',
      ['Lcobucci.JWT.Configuration.forUnsecuredSigner', 'Lcobucci.JWT.Signer.None'],
      {},
      { data: { none: 'yes' } },
    ),
    ...sinks(
      'secret',
      each(
        'Lcobucci.JWT.Signer.Key.',
        'InMemory.plainText InMemory.base64Encoded LocalFileReference',
      ),
      { value: at(0) },
      { data: { of: 'jwt' } },
    ),
    ...sinks(
      'jwt-verify',
      ['Lcobucci.JWT.Parser#parse', 'Lcobucci.JWT.UnencryptedToken'],
      { token: at(0) },
      { data: { unverified: 'yes' } },
    ),
    ...sinks(
      'secret',
      ['Firebase.JWT.JWT.encode', 'Firebase.JWT.JWT.decode'],
      { value: at(1) },
      { data: { of: 'jwt' } },
    ),
    ...sinks('secret', ['Firebase.JWT.Key'], { value: at(0) }, { data: { of: 'jwt' } }),
    ...sinks('jwt-verify', ['Firebase.JWT.Key'], { key: at(0), algorithms: at(1) }),
  ],
  calls: [
    ...gives('clean', each('', 'rand mt_rand lcg_value uniqid'), {
      gives: { kind: 'weak-random', label: 'a random number that can be predicted' },
    }),
    ...gives(
      'clean',
      each(
        '',
        'password_hash password_verify crypt random_int random_bytes openssl_random_pseudo_bytes sodium_crypto_pwhash_str openssl_encrypt hash_hmac hash_pbkdf2',
      ),
    ),
  ],
};
