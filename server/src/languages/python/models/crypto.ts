import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';

const algorithms =
  'md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s';
const hashlib = each('hashlib.', algorithms);
/** The program says itself that no security hangs on the hash. */
const forSecurity = [
  {
    any: [
      { arg: kw('usedforsecurity'), missing: true },
      { arg: kw('usedforsecurity'), not: [false] },
    ],
  },
];
const fast = { data: { library: 'hashlib' } };

/** hashlib and hmac. */
export const hashes: FrameworkModel = {
  name: 'hashlib',
  doc: 'https://docs.python.org/3/library/hashlib.html',
  types: instances(
    'hashlib.Hash#',
    [...hashlib, 'hashlib.new'].map((name) => `${name}()`),
  ),
  sinks: [
    ...sinks('fast-hash', hashlib, { data: at(0, 'data') }, fast),
    ...sinks('fast-hash', ['hashlib.new'], { algorithm: at(0, 'name'), data: at(1, 'data') }, fast),
    ...sinks('fast-hash', ['hashlib.Hash#update'], { data: at(0, 'data') }, fast),
    ...['md5', 'sha1'].flatMap((algorithm) =>
      sinks(
        'hash',
        [`hashlib.${algorithm}`],
        { data: at(0) },
        { data: { algorithm }, where: forSecurity },
      ),
    ),
    ...sinks(
      'hash',
      ['hashlib.new'],
      { algorithm: at(0, 'name'), data: at(1, 'data') },
      {
        where: forSecurity,
      },
    ),
    ...['md5', 'sha'].flatMap((name) =>
      sinks(
        'hash',
        [`${name}.new`, `${name}.${name}`],
        { data: at(0) },
        {
          data: { algorithm: name === 'sha' ? 'sha1' : name },
        },
      ),
    ),
    ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => [
      ...sinks(
        'fast-hash',
        [`cryptography.hazmat.primitives.hashes.${algorithm.toUpperCase()}`],
        {},
        {
          data: { algorithm },
        },
      ),
    ]),
    ...sinks(
      'secret',
      ['hmac.new', 'hmac.HMAC', 'hmac.digest'],
      { value: at(0, 'key') },
      {
        data: { of: 'hmac' },
      },
    ),
    ...sinks(
      'work-factor',
      ['hashlib.pbkdf2_hmac'],
      { cost: at(3, 'iterations'), password: at(1, 'password') },
      { data: { algorithm: 'pbkdf2' } },
    ),
    ...sinks(
      'work-factor',
      ['hashlib.scrypt'],
      { cost: kw('n'), password: at(0, 'password') },
      { data: { algorithm: 'scrypt' } },
    ),
  ],
  calls: cleans([
    ...hashlib,
    ...each('hashlib.', 'new scrypt pbkdf2_hmac file_digest'),
    ...each('hmac.', 'new digest compare_digest'),
    'secrets.compare_digest',
  ]),
};

const passlib = each(
  'passlib.hash.',
  'bcrypt bcrypt_sha256 argon2 scrypt pbkdf2_sha256 pbkdf2_sha512',
);

/** Functions made for passwords: bcrypt, argon2, passlib, Werkzeug, Flask-Bcrypt. */
export const passwords: FrameworkModel = {
  name: 'passwords',
  doc: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  sinks: [
    ...sinks(
      'work-factor',
      ['bcrypt.gensalt'],
      { cost: at(0, 'rounds') },
      { data: { algorithm: 'bcrypt' } },
    ),
    ...sinks(
      'work-factor',
      ['flask_bcrypt.generate_password_hash', 'flask_bcrypt.Bcrypt().generate_password_hash'],
      { cost: at(1, 'rounds'), password: at(0, 'password') },
      { data: { algorithm: 'bcrypt' } },
    ),
    ...sinks(
      'work-factor',
      ['argon2.PasswordHasher'],
      { cost: at(0, 'time_cost') },
      { data: { algorithm: 'argon2' } },
    ),
    ...sinks(
      'work-factor',
      ['passlib.hash.bcrypt.using'],
      { cost: kw('rounds') },
      { data: { algorithm: 'bcrypt' } },
    ),
    ...sinks(
      'work-factor',
      ['passlib.hash.pbkdf2_sha256.using', 'passlib.hash.pbkdf2_sha512.using'],
      { cost: kw('rounds') },
      { data: { algorithm: 'pbkdf2' } },
    ),
    ...sinks(
      'fast-hash',
      across(
        each(
          'passlib.hash.',
          'md5_crypt sha1_crypt hex_md5 hex_sha1 hex_sha256 ldap_md5 mysql41 nthash lmhash plaintext des_crypt',
        ).map((name) => `${name}.`),
        'hash encrypt',
      ),
      { data: at(0, 'secret') },
    ),
    ...sinks('fast-hash', ['crypt.crypt'], { data: at(0) }),
    ...sinks(
      'fast-hash',
      ['werkzeug.security.generate_password_hash'],
      { data: at(0, 'password') },
      {
        where: [{ arg: at(1, 'method'), matches: /^(?:plain|md5|sha1|sha224|sha256|sha512)$/ }],
      },
    ),
    ...sinks(
      'fast-hash',
      ['django.contrib.auth.hashers.make_password'],
      { data: at(0, 'password') },
      {
        where: [
          { arg: at(2, 'hasher'), matches: /^(?:md5|unsalted_md5|sha1|unsalted_sha1|crypt)$/ },
        ],
      },
    ),
  ],
  calls: cleans([
    ...each('werkzeug.security.', 'generate_password_hash check_password_hash'),
    ...each('bcrypt.', 'hashpw checkpw gensalt kdf'),
    ...across(
      [
        ...passlib,
        'argon2.PasswordHasher()',
        'passlib.context.CryptContext()',
        'pwdlib.PasswordHash()',
      ].map((name) => `${name}.`),
      'hash verify encrypt',
    ),
    ...across(
      ['flask_bcrypt.', 'flask_bcrypt.Bcrypt().'],
      'generate_password_hash check_password_hash',
    ),
    'crypt.crypt',
  ]),
};

const packages = ['Crypto.', 'Cryptodome.'];
const weak = ['DES', 'DES3', 'ARC2', 'ARC4', 'Blowfish', 'CAST', 'XOR'];
const hazmat = 'cryptography.hazmat.primitives.';
const ciphers = [`${hazmat}ciphers.`, 'cryptography.hazmat.decrepit.ciphers.'];

/** PyCryptodome (and PyCrypto), and cryptography: ciphers, hashes, sizes of keys. */
export const ciphersAndKeys: FrameworkModel = {
  name: 'cryptography',
  doc: 'https://www.pycryptodome.org/src/api',
  // The name of a short curve says how short it is.
  types: Object.fromEntries(
    each(`${hazmat}asymmetric.ec.`, 'SECP192R1 SECT163K1 SECT163R2').map((name) => [
      `${name}()`,
      `${name}#`,
    ]),
  ),
  sinks: [
    // --- PyCryptodome
    ...packages.flatMap((root) => [
      ...[...weak, 'AES', 'ChaCha20', 'Salsa20'].flatMap((algorithm) =>
        sinks(
          'cipher',
          [`${root}Cipher.${algorithm}.new`],
          { key: at(0, 'key'), mode: at(1, 'mode'), iv: at(2, 'iv') },
          { data: { algorithm } },
        ),
      ),
      ...sinks(
        'secret',
        each(`${root}Cipher.`, 'AES.new DES.new DES3.new Blowfish.new'),
        { value: at(0, 'key') },
        { data: { of: 'cipher' } },
      ),
      ...['MD2', 'MD4', 'MD5', 'SHA', 'SHA1'].flatMap((name) => [
        ...sinks(
          'hash',
          [`${root}Hash.${name}.new`],
          { data: at(0, 'data') },
          { data: { algorithm: name === 'SHA' ? 'SHA1' : name } },
        ),
      ]),
      ...['MD5', 'SHA', 'SHA1', 'SHA256', 'SHA512'].flatMap((name) =>
        sinks('fast-hash', [`${root}Hash.${name}.new`], { data: at(0, 'data') }),
      ),
      ...['RSA', 'DSA'].flatMap((name) =>
        sinks(
          'key-size',
          [`${root}PublicKey.${name}.generate`],
          { bits: at(0, 'bits') },
          { data: { algorithm: name.toLowerCase() } },
        ),
      ),
      ...sinks(
        'key-size',
        [`${root}PublicKey.ECC.generate`],
        { bits: kw('curve') },
        { data: { algorithm: 'ec' } },
      ),
      ...sinks(
        'work-factor',
        [`${root}Protocol.KDF.PBKDF2`],
        { cost: at(3, 'count'), password: at(0, 'password') },
        { data: { algorithm: 'pbkdf2' } },
      ),
      ...sinks(
        'work-factor',
        [`${root}Protocol.KDF.scrypt`],
        { cost: kw('N'), password: at(0, 'password') },
        { data: { algorithm: 'scrypt' } },
      ),
      ...sinks(
        'work-factor',
        [`${root}Protocol.KDF.bcrypt`],
        { cost: at(1, 'cost'), password: at(0, 'password') },
        { data: { algorithm: 'bcrypt' } },
      ),
      ...sinks(
        'key-size',
        [`${root}PublicKey.ElGamal.generate`],
        { bits: at(0) },
        { data: { algorithm: 'dh' } },
      ),
    ]),

    // --- cryptography
    ...ciphers.flatMap((root) =>
      ['ARC4', 'Blowfish', 'IDEA', 'CAST5', 'SEED', 'TripleDES', 'DES', 'RC2'].flatMap(
        (algorithm) =>
          sinks(
            'cipher',
            [`${root}algorithms.${algorithm}`],
            { key: at(0) },
            { data: { algorithm } },
          ),
      ),
    ),
    ...sinks(
      'cipher',
      [`${hazmat}ciphers.modes.ECB`],
      {},
      { data: { algorithm: 'AES', mode: 'ECB' } },
    ),
    ...['CBC', 'CTR', 'CFB', 'CFB8', 'OFB', 'GCM'].flatMap((mode) =>
      sinks(
        'cipher',
        [`${hazmat}ciphers.modes.${mode}`],
        { iv: at(0) },
        { data: { algorithm: 'AES', mode } },
      ),
    ),
    ...sinks(
      'cipher',
      each(`${hazmat}ciphers.algorithms.`, 'AES AES128 AES256'),
      { key: at(0, 'key') },
      { data: { algorithm: 'AES' } },
    ),
    ...sinks(
      'secret',
      [
        ...each(`${hazmat}ciphers.algorithms.`, 'AES AES128 AES256 ChaCha20 Camellia TripleDES'),
        ...each(`${hazmat}ciphers.aead.`, 'AESGCM AESCCM AESSIV ChaCha20Poly1305'),
        `${hazmat}hmac.HMAC`,
        'cryptography.fernet.Fernet',
        'nacl.secret.SecretBox',
      ],
      { value: at(0, 'key') },
      { data: { of: 'cipher' } },
    ),
    ...['MD5', 'SHA1'].flatMap((name) =>
      sinks('hash', [`${hazmat}hashes.${name}`], {}, { data: { algorithm: name } }),
    ),
    ...sinks(
      'key-size',
      [`${hazmat}asymmetric.rsa.generate_private_key`],
      { bits: at(1, 'key_size') },
      { data: { algorithm: 'rsa' } },
    ),
    ...sinks(
      'key-size',
      each(`${hazmat}asymmetric.dsa.`, 'generate_private_key generate_parameters'),
      { bits: at(0, 'key_size') },
      { data: { algorithm: 'dsa' } },
    ),
    ...sinks(
      'key-size',
      [`${hazmat}asymmetric.dh.generate_parameters`],
      { bits: at(1, 'key_size') },
      { data: { algorithm: 'dh' } },
    ),
    ...sinks(
      'key-size',
      [`${hazmat}asymmetric.ec.generate_private_key`],
      { bits: at(0, 'curve') },
      { data: { algorithm: 'ec' } },
    ),
    ...sinks(
      'work-factor',
      [`${hazmat}kdf.pbkdf2.PBKDF2HMAC`],
      { cost: kw('iterations') },
      { data: { algorithm: 'pbkdf2' } },
    ),
    ...sinks(
      'work-factor',
      [`${hazmat}kdf.scrypt.Scrypt`],
      { cost: kw('n') },
      { data: { algorithm: 'scrypt' } },
    ),
  ],
};

const generators = each(
  'random.',
  'random randint randrange choice choices sample uniform getrandbits shuffle randbytes triangular ' +
    'betavariate binomialvariate expovariate gammavariate gauss lognormvariate normalvariate ' +
    'paretovariate vonmisesvariate weibullvariate',
);

/** Random numbers: those of `random` can be predicted, those of `secrets` cannot. */
export const random: FrameworkModel = {
  name: 'random',
  doc: 'https://docs.python.org/3/library/random.html',
  types: instances('random.Random#', ['random.Random()']),
  sinks: [
    ...sinks('random', generators),
    ...sinks(
      'random',
      each('random.Random#', 'random randint randrange choice choices sample getrandbits'),
    ),
    ...sinks('random', each('numpy.random.', 'rand randint random choice bytes')),
    // https://docs.python.org/3/library/uuid.html#uuid.uuid1
    ...sinks('random', ['uuid.uuid1'], {}, { data: { of: 'uuid' } }),
  ],
  calls: [
    ...gives(
      'clean',
      [...generators, ...each('random.Random#', 'random randint randrange choice choices sample')],
      {
        gives: { kind: 'weak-random', label: 'a number that can be predicted' },
      },
    ),
    ...cleans(each('secrets.', 'token_hex token_urlsafe token_bytes randbelow randbits')),
    ...cleans(['os.urandom']),
  ],
};
