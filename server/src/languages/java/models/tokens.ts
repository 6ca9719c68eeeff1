import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, sinks } from '../../specs';

const parser = 'io.jsonwebtoken.JwtParser#';
const builder = 'io.jsonwebtoken.JwtBuilder#';
const auth0 = 'com.auth0.jwt.JWTCreator#';

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
        'setSigningKey() verifyWith() build() requireIssuer() setSigningKeyResolver()',
      ),
    ]),
    ...instances(builder, [
      'io.jsonwebtoken.Jwts.builder()',
      ...each(
        builder,
        `setSubject() subject() setIssuer() issuer() setIssuedAt() issuedAt() setExpiration() expiration()
         claim() setClaims() claims() addClaims() signWith() setHeader() setId() setAudience() id()`,
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
    ...sinks(
      'jwt-verify',
      ['com.auth0.jwt.algorithms.Algorithm.none'],
      {},
      { data: { none: 'yes' } },
    ),
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
        'setSubject subject setIssuer issuer setIssuedAt issuedAt claim signWith setHeader setId setAudience id',
      ),
    ),
    ...gives('receiver', each(auth0, 'withSubject withIssuer withClaim withIssuedAt withAudience')),
    ...gives(
      'receiver',
      each(parser, 'setSigningKey verifyWith build requireIssuer setSigningKeyResolver'),
    ),
    ...cleans([`${parser}parseClaimsJws`, `${parser}parseSignedClaims`]),
  ],
};
