import { decodeJwt, jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import type { Request, Response } from 'express';

export function check(token: string, secret: string) {
  return jwt.verify(token, secret, { // finds jwt-unverified
    algorithms: ['HS256'],
  });
}

export function issue(name: string) {
  return jwt.sign({ name }, process.env.JWT_SECRET!, { algorithm: 'HS256', expiresIn: '1h' }); // finds jwt-unverified
}

export async function read(req: Request, res: Response) {
  const claims = (await jwtVerify(req.cookies.token, new TextEncoder().encode(process.env.JWT_SECRET), { algorithms: ['HS256'] })).payload; // finds jwt-unverified
  res.json(claims);
}
