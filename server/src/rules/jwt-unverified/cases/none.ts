import { decodeJwt } from 'jose';
import jwt from 'jsonwebtoken';
import type { Request, Response } from 'express';

export function check(token: string, secret: string) {
  return jwt.verify(token, secret, { // finds jwt-unverified
    algorithms: ['HS256', 'none'],
  });
}

export function issue(name: string) {
  return jwt.sign({ name }, '', { algorithm: 'none', expiresIn: '1h' }); // finds jwt-unverified
}

export async function read(req: Request, res: Response) {
  const claims = decodeJwt(req.cookies.token); // finds jwt-unverified
  res.json(claims);
}
