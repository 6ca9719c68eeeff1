import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks, sources } from '../../specs';

const digests: readonly (readonly [string, string])[] = [
  ['MD2', 'md2'],
  ['MD4', 'md4'],
  ['MD5', 'md5'],
  ['SHA1', 'sha1'],
  ['SHA224', 'sha224'],
  ['SHA256', 'sha256'],
  ['SHA384', 'sha384'],
  ['SHA512', 'sha512'],
];

const hashes: readonly SinkSpec[] = digests.flatMap(([name, algorithm]) => {
  const classes = [`Digest.${name}`, `OpenSSL.Digest.${name}`, `OpenSSL.Digest::${name}`];
  const calls = [
    ...across(
      classes.map((cls) => `${cls}.`),
      'hexdigest digest base64digest file',
    ),
    ...across(
      classes.map((cls) => `${cls}#`),
      'hexdigest digest base64digest update <<',
    ),
  ];
  return [
    ...sinks('hash', [...calls, ...classes], { data: at(0) }, { data: { algorithm } }),
    ...sinks('fast-hash', calls, { data: at(0) }, { data: { algorithm } }),
  ];
});

/** Hash functions. */
export const digest: FrameworkModel = {
  name: 'digest',
  doc: 'https://docs.ruby-lang.org/en/3.4/Digest.html',
  types: Object.fromEntries(
    digests.flatMap(([name]) => [
      [`Digest.${name}()`, `Digest.${name}#`],
      [`Digest.${name}.new()`, `Digest.${name}#`],
      [`OpenSSL.Digest.${name}()`, `Digest.${name}#`],
    ]),
  ),
  sinks: [
    ...hashes,
    ...sinks(
      'hash',
      ['OpenSSL.Digest', 'OpenSSL.Digest.new', 'OpenSSL.Digest.digest', 'OpenSSL.Digest.hexdigest'],
      { algorithm: at(0), data: at(1) },
    ),
    ...sinks('fast-hash', ['OpenSSL.Digest.digest', 'OpenSSL.Digest.hexdigest'], {
      algorithm: at(0),
      data: at(1),
    }),
    ...sinks('hash', each('OpenSSL.HMAC.', 'hexdigest digest base64digest new'), {
      algorithm: at(0),
      data: at(2),
    }),
    ...sinks(
      'secret',
      each('OpenSSL.HMAC.', 'hexdigest digest base64digest'),
      { value: at(1) },
      { data: { of: 'hmac' } },
    ),
    ...sinks('hash', ['OpenSSL.HMAC'], { algorithm: at(1) }),
  ],
  calls: cleans([
    ...across(
      digests.flatMap(([name]) => [`Digest.${name}.`, `OpenSSL.Digest.${name}.`]),
      'hexdigest digest base64digest',
    ),
    ...each('OpenSSL.HMAC.', 'hexdigest digest'),
    'OpenSSL.Digest.hexdigest',
    'OpenSSL.Digest.digest',
    '*.hexdigest',
  ]),
};

/** OpenSSL: ciphers, keys and slow hashes. */
export const openssl: FrameworkModel = {
  name: 'openssl',
  doc: 'https://docs.ruby-lang.org/en/3.4/OpenSSL.html',
  types: {
    ...instances('OpenSSL.Cipher#', [
      'OpenSSL.Cipher()',
      'OpenSSL.Cipher.new()',
      'OpenSSL.Cipher.Cipher()',
    ]),
    ...instances('OpenSSL.SSL.SSLContext#', ['OpenSSL.SSL.SSLContext()']),
    ...instances(
      'OpenSSL.PKey.Key#',
      across(each('OpenSSL.PKey.', 'RSA DSA EC DH'), '() .new() .generate()'),
    ),
    ...Object.fromEntries(
      ['AES', 'AES128', 'AES192', 'AES256', 'DES', 'BF', 'RC4', 'RC2'].map((name) => [
        `OpenSSL.Cipher.${name}()`,
        'OpenSSL.Cipher#',
      ]),
    ),
  },
  sinks: [
    ...sinks('cipher', ['OpenSSL.Cipher', 'OpenSSL.Cipher.new', 'OpenSSL.Cipher.Cipher'], {
      algorithm: at(0),
    }),
    ...['DES', 'RC4', 'RC2', 'BF'].flatMap((name) =>
      sinks('cipher', [`OpenSSL.Cipher.${name}`], { mode: at(0) }, { data: { algorithm: name } }),
    ),
    ...sinks(
      'cipher',
      each('OpenSSL.Cipher.', 'AES128 AES192 AES256'),
      { mode: at(0) },
      { data: { algorithm: 'aes' } },
    ),
    ...sinks(
      'key-size',
      ['OpenSSL.PKey.generate_key', 'OpenSSL.PKey.generate_parameters'],
      { bits: kw('rsa_keygen_bits') },
      { data: { algorithm: 'rsa' }, where: [{ arg: kw('rsa_keygen_bits'), missing: false }] },
    ),
    ...sinks('cipher', ['OpenSSL.Cipher.AES'], { mode: at(1) }, { data: { algorithm: 'aes' } }),
    ...each('', 'OpenSSL.Cipher#iv').map(
      (assign): SinkSpec => ({ kind: 'cipher', at: { assign }, roles: { iv: at(0) } }),
    ),
    {
      kind: 'secret',
      at: { assign: 'OpenSSL.Cipher#key' },
      roles: { value: at(0) },
      data: { of: 'cipher' },
    },
    ...sinks(
      'key-size',
      ['OpenSSL.PKey.RSA', 'OpenSSL.PKey.RSA.new', 'OpenSSL.PKey.RSA.generate'],
      { bits: at(0) },
      { data: { algorithm: 'rsa' } },
    ),
    ...sinks(
      'secret',
      ['OpenSSL.PKey.RSA', 'OpenSSL.PKey.DSA', 'OpenSSL.PKey.EC', 'OpenSSL.PKey.read'],
      { value: at(1) },
      { data: { of: 'cipher' } },
    ),
    ...sinks(
      'secret',
      each('OpenSSL.PKey.Key#', 'export to_pem to_s private_to_pem private_to_der'),
      { value: at(1) },
      { data: { of: 'cipher' } },
    ),
    ...sinks(
      'key-size',
      ['OpenSSL.PKey.DSA', 'OpenSSL.PKey.DSA.new', 'OpenSSL.PKey.DSA.generate'],
      { bits: at(0) },
      { data: { algorithm: 'dsa' } },
    ),
    ...sinks(
      'key-size',
      ['OpenSSL.PKey.DH', 'OpenSSL.PKey.DH.new', 'OpenSSL.PKey.DH.generate'],
      { bits: at(0) },
      { data: { algorithm: 'dh' } },
    ),
    ...sinks(
      'key-size',
      ['OpenSSL.PKey.EC.generate', 'OpenSSL.PKey.EC'],
      { bits: at(0) },
      { data: { algorithm: 'ec' } },
    ),
    ...sinks(
      'work-factor',
      ['OpenSSL.PKCS5.pbkdf2_hmac'],
      { password: at(0), cost: at(2) },
      { data: { algorithm: 'pbkdf2', min: '600000' } },
    ),
    ...sinks(
      'work-factor',
      ['OpenSSL.PKCS5.pbkdf2_hmac_sha1'],
      { password: at(0), cost: at(2) },
      { data: { algorithm: 'pbkdf2', min: '1300000' } },
    ),
    ...sinks(
      'work-factor',
      ['OpenSSL.KDF.pbkdf2_hmac'],
      { password: at(0), cost: kw('iterations') },
      { data: { algorithm: 'pbkdf2', min: '600000' } },
    ),
    ...sinks(
      'tls-off',
      ['OpenSSL.SSL.SSLContext'],
      { value: at(0) },
      {
        where: [{ arg: at(0), is: ['SSLv2', 'SSLv3', 'SSLv23', 'TLSv1', 'TLSv1_1'] }],
        data: { part: 'protocol' },
      },
    ),
    ...['ssl_version', 'min_version'].map(
      (assignKey): SinkSpec => ({
        kind: 'tls-off',
        at: { assignKey },
        roles: { value: at(0) },
        where: [
          {
            any: [
              { arg: at(0), is: ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1_1'] },
              {
                arg: at(0),
                symbol: [
                  'OpenSSL.SSL.SSL2_VERSION',
                  'OpenSSL.SSL.SSL3_VERSION',
                  'OpenSSL.SSL.TLS1_VERSION',
                  'OpenSSL.SSL.TLS1_1_VERSION',
                ],
              },
            ],
          },
        ],
        data: { part: 'protocol' },
      }),
    ),
  ],
};

/** bcrypt: a cost of 10 is the least. */
export const bcrypt: FrameworkModel = {
  name: 'bcrypt',
  doc: 'https://github.com/bcrypt-ruby/bcrypt-ruby#readme',
  sinks: [
    ...sinks(
      'work-factor',
      ['BCrypt.Password.create'],
      { password: at(0), cost: kw('cost') },
      { data: { algorithm: 'bcrypt', min: '10' } },
    ),
    {
      kind: 'work-factor',
      at: { assign: 'BCrypt.Engine.cost' },
      roles: { cost: at(0) },
      data: { algorithm: 'bcrypt', min: '10' },
    },
    {
      kind: 'work-factor',
      at: { assignKey: 'stretches' },
      roles: { cost: at(0) },
      data: { algorithm: 'bcrypt', min: '10' },
    },
  ],
  calls: cleans([
    'BCrypt.Password.create',
    'BCrypt.Password',
    'BCrypt.Engine.hash_secret',
    'Argon2.Password.create',
    'Argon2.Password#create',
    'SCrypt.Password.create',
  ]),
};

/** Random numbers: `rand` can be predicted, `SecureRandom` cannot. */
export const random: FrameworkModel = {
  name: 'random',
  doc: 'https://docs.ruby-lang.org/en/3.4/SecureRandom.html',
  types: instances('Random#', ['Random()', 'Random.new()']),
  sources: sources(
    'weak-random',
    'a generator that can be predicted',
    [
      'rand',
      'Kernel.rand',
      'Random.rand',
      'Random.bytes',
      'Random#rand',
      'Random#bytes',
      'Random.random_number',
    ],
    true,
  ),
  sinks: [
    ...sinks('random', [
      'rand',
      'Kernel.rand',
      'Random.rand',
      'Random.bytes',
      'Random#rand',
      'Random#bytes',
      'Random.random_number',
    ]),
    ...sinks(
      'random',
      each('*.', 'shuffle sample'),
      {},
      { where: [{ arg: kw('random'), missing: true }] },
    ),
  ],
  calls: cleans(
    each(
      'SecureRandom.',
      'hex uuid random_number random_bytes base64 urlsafe_base64 alphanumeric bytes rand',
    ),
  ),
};

/** ruby-jwt: the third argument of `decode` turns the check of the signature on. */
export const jwt: FrameworkModel = {
  name: 'jwt',
  doc: 'https://github.com/jwt/ruby-jwt#readme',
  sinks: [
    ...sinks(
      'jwt-verify',
      ['JWT.decode'],
      { token: at(0), key: at(1) },
      {
        where: [{ arg: at(2), is: [false] }],
        data: { unverified: 'yes' },
      },
    ),
    ...sinks(
      'jwt-verify',
      ['JWT.decode'],
      {
        token: at(0),
        key: at(1),
        options: { position: 3, named: true },
        algorithms: kw('algorithm'),
      },
      {
        where: [
          {
            any: [
              { arg: at(2), is: [true] },
              { arg: at(2), missing: true },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'jwt-verify',
      ['JWT.decode'],
      { token: at(0), algorithms: kw('algorithms') },
      {
        where: [{ arg: kw('algorithms'), missing: false }],
      },
    ),
    ...sinks(
      'jwt-sign',
      ['JWT.encode'],
      { payload: at(0), key: at(1), algorithm: at(2) },
      { data: { expiry: 'payload' } },
    ),
    ...sinks('secret', ['JWT.encode', 'JWT.decode'], { value: at(1) }, { data: { of: 'jwt' } }),
  ],
  calls: [...gives('propagate', ['JWT.decode'])],
};

/** Devise: settings of logins. */
export const devise: FrameworkModel = {
  name: 'devise',
  doc: 'https://github.com/heartcombo/devise#readme',
  sinks: [
    ...sinks(
      'guard',
      ['authenticate_user!', 'authenticate_admin!'],
      {},
      { data: { scope: 'class' } },
    ),
    ...sinks('session-renewed', ['sign_in', 'warden.set_user', 'warden.authenticate!']),
    ...sinks('throttle', ['devise'], {}, { where: [{ arg: at(0), is: ['lockable'] }] }),
  ],
  calls: cleans([
    'Devise.secure_compare',
    'ActiveSupport.SecurityUtils.secure_compare',
    'Rack.Utils.secure_compare',
    'OpenSSL.fixed_length_secure_compare',
  ]),
};
