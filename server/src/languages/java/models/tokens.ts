import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, sinks } from '../../specs';

const parser = 'io.jsonwebtoken.JwtParser#';
const builder = 'io.jsonwebtoken.JwtBuilder#';
const auth0 = 'com.auth0.jwt.JWTCreator#';
const none = 'com.auth0.jwt.algorithms.Algorithm.none()';

/** JJWT and Auth0's java-jwt. */
export const tokens: FrameworkModel = {
  name: 'java-jwt',
  doc: 'https://github.com/jwtk/jjwt#readme',
  types: {
    ...instances(parser, [
      ...each(
        'io.jsonwebtoken.',
        'JwtParser() JwtParserBuilder() Jwts.parser() Jwts.parserBuilder()',
      ),
      ...each(
        parser,
        'setSigningKey() verifyWith() build() requireIssuer() requireSubject() requireAudience() setSigningKeyResolver() keyLocator() unsecured()',
      ),
    ]),
    ...instances(builder, [
      'io.jsonwebtoken.Jwts.builder()',
      ...each(
        builder,
        `setSubject() subject() setIssuer() issuer() setIssuedAt() issuedAt() setExpiration() expiration()
         claim() setClaims() claims() addClaims() signWith() encryptWith() setHeader() setHeaderParam()
         header() setId() setAudience() id() setNotBefore() notBefore() compressWith() setPayload()
         content() add() and()`,
      ),
    ]),
    ...instances(auth0, [
      'com.auth0.jwt.JWT.create()',
      ...each(
        auth0,
        'withSubject() withIssuer() withClaim() withExpiresAt() withIssuedAt() withAudience()',
      ),
    ]),
  },
  sinks: [
    // `parse` takes tokens without signature; `parseClaimsJws` does not.
    ...sinks(
      'jwt-verify',
      each(parser, 'parse parseClaimsJwt parsePlaintextJwt parseUnsecuredClaims'),
      { token: at(0) },
      { data: { unverified: 'yes' } },
    ),
    ...sinks('jwt-verify', each(parser, 'parseClaimsJws parseSignedClaims'), { token: at(0) }),
    ...sinks('jwt-verify', [`${parser}unsecured`], {}, { data: { none: 'yes' } }),
    // No key, no signature: `compact` then issues a token of the algorithm `none`.
    ...sinks(
      'jwt-sign',
      [`${builder}compact`],
      {},
      {
        data: { none: 'yes' },
        where: [{ arg: 'receiver', path: ['key'], missing: true }],
      },
    ),
    ...sinks(
      'jwt-sign',
      [`${auth0}sign`],
      {},
      { data: { none: 'yes' }, where: [{ arg: at(0), symbol: [none] }] },
    ),
    ...sinks(
      'jwt-verify',
      ['com.auth0.jwt.JWT.require'],
      {},
      { data: { none: 'yes' }, where: [{ arg: at(0), symbol: [none] }] },
    ),
    ...sinks(
      'jwt-verify',
      ['com.nimbusds.jwt.PlainJWT.parse'],
      { token: at(0) },
      { data: { none: 'yes' } },
    ),
    ...sinks('jwt-sign', ['com.nimbusds.jwt.PlainJWT'], {}, { data: { none: 'yes' } }),
    ...sinks(
      'jwt-verify',
      ['com.auth0.jwt.JWT.decode'],
      { token: at(0) },
      { data: { unverified: 'yes' } },
    ),
    ...sinks(
      'secret',
      each('com.auth0.jwt.algorithms.Algorithm.', 'HMAC256 HMAC384 HMAC512'),
      { value: at(0) },
      { data: { of: 'jwt' } },
    ),
    ...sinks('secret', [`${parser}setSigningKey`], { value: at(0) }, { data: { of: 'jwt' } }),
    ...sinks('secret', [`${builder}signWith`], { value: at(1) }, { data: { of: 'jwt' } }),
    ...sinks(
      'secret',
      ['io.jsonwebtoken.security.Keys.hmacShaKeyFor'],
      { value: at(0) },
      { data: { of: 'jwt' } },
    ),
    ...sinks(
      'jwt-sign',
      [`${builder}compact`],
      {},
      {
        data: { expiry: 'no' },
        where: [{ arg: 'receiver', path: ['expiration'], missing: true }],
      },
    ),
    ...sinks(
      'jwt-sign',
      [`${auth0}sign`],
      {},
      {
        data: { expiry: 'no' },
        where: [{ arg: 'receiver', path: ['expiration'], missing: true }],
      },
    ),
  ],
  calls: [
    ...gives('receiver', each(builder, 'setExpiration expiration'), {
      effect: { on: 'field', name: 'expiration', value: at(0) },
    }),
    ...gives('receiver', [`${auth0}withExpiresAt`], {
      effect: { on: 'field', name: 'expiration', value: at(0) },
    }),
    // Claims in a map may hold the end.
    ...gives('receiver', each(builder, 'setClaims claims addClaims'), {
      effect: { on: 'field', name: 'expiration', value: at(0) },
    }),
    ...gives(
      'receiver',
      each(
        builder,
        `setSubject subject setIssuer issuer setIssuedAt issuedAt claim setHeader setHeaderParam header
         setId setAudience id setNotBefore notBefore compressWith setPayload content add and`,
      ),
    ),
    ...gives('receiver', each(builder, 'signWith encryptWith'), {
      effect: { on: 'field', name: 'key', value: at(0) },
    }),
    ...gives('receiver', each(auth0, 'withSubject withIssuer withClaim withIssuedAt withAudience')),
    ...gives(
      'receiver',
      each(
        parser,
        'setSigningKey verifyWith build requireIssuer requireSubject requireAudience setSigningKeyResolver keyLocator unsecured',
      ),
    ),
    ...cleans([`${parser}parseClaimsJws`, `${parser}parseSignedClaims`]),
  ],
};
