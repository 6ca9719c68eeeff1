import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, sinks } from '../../specs';

/** Middleware that refuses requests without a valid token. */
const middleware = ['express-jwt', 'express-jwt.expressjwt', 'koa-jwt'];

/** jsonwebtoken, its kin, jose and express-jwt. */
export const tokens: FrameworkModel = {
  name: 'jsonwebtoken',
  doc: 'https://github.com/auth0/node-jsonwebtoken#readme',
  types: {
    'jose.SignJWT()': 'jose.SignJWT#',
    ...Object.fromEntries(
      each(
        'jose.SignJWT#',
        'setProtectedHeader setIssuedAt setIssuer setAudience setSubject setExpirationTime setNotBefore setJti',
      ).map((call) => [`${call}()`, 'jose.SignJWT#']),
    ),
  },
  sinks: [
    ...sinks('jwt-verify', ['jsonwebtoken.verify'], { token: at(0), key: at(1), options: at(2) }),
    ...sinks(
      'jwt-verify',
      ['jsonwebtoken.decode', 'jose.decodeJwt', 'jose.UnsecuredJWT.decode'],
      { token: at(0) },
      {
        data: { unverified: 'yes' },
      },
    ),
    // Made for pages, which read a token that their own server has given them.
    ...sinks(
      'jwt-verify',
      ['jwt-decode', 'jwt-decode.jwtDecode', 'jwt-decode.default'],
      { token: at(0) },
      {
        data: { unverified: 'yes' },
        where: [{ arg: at(0), taint: 'remote' }],
      },
    ),
    // jwt-simple verifies unless its third argument says otherwise, and any text does.
    ...sinks(
      'jwt-verify',
      ['jwt-simple.decode'],
      { token: at(0), key: at(1) },
      {
        data: { unverified: 'yes' },
        where: [{ arg: at(2), not: [false, '', 0, null] }],
      },
    ),
    ...sinks(
      'jwt-verify',
      ['jwt-simple.decode'],
      { token: at(0), key: at(1) },
      {
        where: [
          {
            any: [
              { arg: at(2), missing: true },
              { arg: at(2), is: [false] },
            ],
          },
        ],
      },
    ),
    ...sinks('jwt-verify', ['jose.jwtVerify', 'jose.compactVerify', 'jose.JWT.verify'], {
      token: at(0),
      key: at(1),
      options: at(2),
    }),
    ...sinks(
      'jwt-verify',
      ['jsonwebtoken.verify'],
      { token: at(0) },
      {
        data: { unverified: 'yes' },
        where: [{ arg: at(1), is: [null, '', false] }],
      },
    ),
    ...sinks(
      'jwt-sign',
      ['jsonwebtoken.sign'],
      { payload: at(0), key: at(1), options: at(2) },
      {
        data: { expiry: 'options' },
      },
    ),
    ...sinks(
      'jwt-sign',
      ['jwt-simple.encode'],
      { payload: at(0), key: at(1), algorithm: at(2) },
      {
        data: { expiry: 'payload' },
      },
    ),
    ...sinks(
      'jwt-sign',
      ['jose.JWT.sign'],
      { payload: at(0), key: at(1), options: at(2) },
      {
        data: { expiry: 'options' },
      },
    ),
    ...sinks(
      'jwt-sign',
      ['jose.JWT.sign'],
      { payload: at(0) },
      {
        data: { expiry: 'set' },
        where: [{ arg: at(1), symbol: ['jose.JWK.None'] }],
      },
    ),
    ...sinks(
      'jwt-verify',
      ['jose.JWT.verify'],
      { token: at(0) },
      {
        data: { none: 'yes' },
        where: [{ arg: at(1), symbol: ['jose.JWK.None'] }],
      },
    ),
    ...sinks(
      'secret',
      [
        'jsonwebtoken.sign',
        'jsonwebtoken.verify',
        'jwt-simple.encode',
        'jwt-simple.decode',
        'jose.JWT.sign',
        'jose.JWT.verify',
      ],
      { value: at(1) },
      {
        data: { of: 'jwt' },
      },
    ),
    ...sinks(
      'secret',
      ['jose.JWK.asKey', 'jose.importSPKI'],
      { value: at(0) },
      { data: { of: 'jwt' } },
    ),
    ...sinks('secret', ['jose.SignJWT#sign'], { value: at(0) }, { data: { of: 'jwt' } }),
    ...sinks(
      'secret',
      each('jose.', 'jwtVerify compactVerify'),
      { value: at(1) },
      { data: { of: 'jwt' } },
    ),
    ...sinks('jwt-verify', middleware, { options: at(0) }),
    ...sinks(
      'secret',
      [...middleware, 'passport-jwt.Strategy'],
      { value: at(0) },
      {
        data: { of: 'jwt' },
      },
    ),
    ...sinks('guard', middleware, {}, { data: { scope: 'file' } }),
  ],
  calls: [
    // What stands in a token is the sender's until its signature is checked.
    ...gives('propagate', ['jsonwebtoken.decode', 'jose.decodeJwt']),
    ...cleans(['jsonwebtoken.sign', 'jsonwebtoken.verify', 'jose.jwtVerify', 'jwt-simple.encode']),
  ],
};

/** Passwords: work factors, and the libraries of logins. */
export const logins: FrameworkModel = {
  name: 'logins',
  doc: 'https://www.passportjs.org/concepts/authentication/oauth/',
  sinks: [
    ...sinks(
      'work-factor',
      across(['bcrypt.', 'bcryptjs.', '@node-rs/bcrypt.'], 'hash hashSync'),
      { cost: at(1), password: at(0) },
      {
        data: { algorithm: 'bcrypt', min: '10' },
      },
    ),
    ...sinks(
      'work-factor',
      each('crypto.', 'scrypt scryptSync'),
      { cost: at(3), password: at(0) },
      { data: { algorithm: 'scrypt' } },
    ),
    ...sinks(
      'work-factor',
      across(['bcrypt.', 'bcryptjs.'], 'genSalt genSaltSync'),
      { cost: at(0) },
      {
        data: { algorithm: 'bcrypt', min: '10' },
      },
    ),
    ...sinks(
      'work-factor',
      ['argon2.hash', '@node-rs/argon2.hash'],
      { cost: at(1), password: at(0) },
      { data: { algorithm: 'argon2' } },
    ),
    ...sinks('guard', ['passport.authenticate'], {}, { data: { scope: 'file' } }),
    ...[
      'passport-oauth2.Strategy',
      'passport-oauth2',
      'passport-google-oauth20.Strategy',
      'passport-github2.Strategy',
      'passport-facebook.Strategy',
    ].flatMap((call) => sinks('oauth-authorize', [call], { params: at(0) })),
  ],
  calls: [
    ...gives('clean', [
      'bcrypt.genSalt',
      'bcrypt.genSaltSync',
      'bcryptjs.genSalt',
      'bcryptjs.genSaltSync',
    ]),
    ...cleans(['passport.authenticate']),
  ],
};
