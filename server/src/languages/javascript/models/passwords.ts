import type { FrameworkModel, SinkSpec } from '../../../engine/model';

const bcryptModules = ['bcrypt', 'bcryptjs', '@node-rs/bcrypt'];

const fastHash = (call: string): SinkSpec => ({
  kind: 'fast-hash',
  at: { call },
  roles: { data: { position: 0 } },
  data: { library: 'crypto' },
});

/** Hash functions: those made for passwords, and the fast ones of `node:crypto`. */
export const passwords: FrameworkModel = {
  name: 'passwords',
  doc: 'https://nodejs.org/api/crypto.html',
  types: {
    'crypto.createHash()': 'crypto.Hash#',
    'crypto.createHmac()': 'crypto.Hmac#',
    'crypto.Hash#update()': 'crypto.Hash#',
    'crypto.Hmac#update()': 'crypto.Hmac#',
  },
  sinks: [
    fastHash('crypto.Hash#update'),
    { ...fastHash('crypto.hash'), roles: { data: { position: 1 } } },
    fastHash('md5'),
    fastHash('sha1'),
  ],
  calls: [
    // What was hashed is not the password any more; the fast hash itself is reported where it is made.
    ...['crypto.Hash#update', 'crypto.Hmac#update', 'crypto.hash', 'md5', 'sha1'].map(
      (call) => ({ call, result: 'clean' }) as const,
    ),
    ...[
      'scrypt',
      'scryptSync',
      'pbkdf2',
      'pbkdf2Sync',
      'timingSafeEqual',
      'argon2',
      'argon2Sync',
    ].map((name) => ({ call: `crypto.${name}`, result: 'clean' }) as const),
    ...bcryptModules.flatMap((module) =>
      ['hash', 'hashSync', 'compare', 'compareSync'].map(
        (name) => ({ call: `${module}.${name}`, result: 'clean' }) as const,
      ),
    ),
    ...['hash', 'verify'].map((name) => ({ call: `argon2.${name}`, result: 'clean' }) as const),
  ],
};
