import { SignJWT } from 'jose';
import jwt from 'jsonwebtoken';
import simple from 'jwt-simple';

export const first = (id: string, key: string) => simple.encode({ sub: id, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, key); // finds jwt-no-expiry (warning)

export function second(id: string, key: string) {
  const options = { algorithm: 'HS256', expiresIn: '15m' } as const;
  return jwt.sign({ sub: id }, key, options); // finds jwt-no-expiry (warning)
}

export function third(name: string, key: string) {
  return jwt.sign('plain text', key); // finds jwt-no-expiry (warning)
}
