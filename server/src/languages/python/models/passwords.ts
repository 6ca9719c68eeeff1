import type { FrameworkModel, SinkSpec } from '../../../engine/model';

const algorithms = [
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha3_256',
  'sha3_512',
  'blake2b',
  'blake2s',
];

const fastHash = (call: string, position = 0): SinkSpec => ({
  kind: 'fast-hash',
  at: { call },
  roles: { data: { position, name: 'data' } },
  data: { library: 'hashlib' },
});

/** hashlib's fast hashes, and the functions made for passwords. */
export const passwords: FrameworkModel = {
  name: 'passwords',
  doc: 'https://docs.python.org/3/library/hashlib.html',
  types: {
    ...Object.fromEntries(
      [...algorithms, 'new'].map((name) => [`hashlib.${name}()`, 'hashlib.Hash#']),
    ),
  },
  sinks: [
    ...algorithms.map((name) => fastHash(`hashlib.${name}`)),
    fastHash('hashlib.new', 1),
    fastHash('hashlib.Hash#update'),
  ],
  calls: [
    ...[...algorithms, 'new'].map(
      (name) => ({ call: `hashlib.${name}`, result: 'clean' }) as const,
    ),
    ...[
      'hashlib.scrypt',
      'hashlib.pbkdf2_hmac',
      'hmac.compare_digest',
      'secrets.compare_digest',
    ].map((call) => ({ call, result: 'clean' }) as const),
    ...['werkzeug.security.generate_password_hash', 'werkzeug.security.check_password_hash'].map(
      (call) => ({ call, result: 'clean' }) as const,
    ),
    ...['bcrypt.hashpw', 'bcrypt.checkpw'].map((call) => ({ call, result: 'clean' }) as const),
    ...['hash', 'verify'].flatMap((name) =>
      [
        'passlib.hash.bcrypt',
        'passlib.hash.argon2',
        'passlib.hash.scrypt',
        'argon2.PasswordHasher()',
      ].map((library) => ({ call: `${library}.${name}`, result: 'clean' }) as const),
    ),
    ...['generate_password_hash', 'check_password_hash'].map(
      (name) => ({ call: `flask_bcrypt.Bcrypt().${name}`, result: 'clean' }) as const,
    ),
  ],
};
