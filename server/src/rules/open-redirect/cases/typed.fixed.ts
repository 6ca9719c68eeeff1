import express, { Request, Response } from 'express';

export function done(req: Request, res: Response): void {
  const next = req.query.next as string;
  if (!/^\/([^/\\\s]|$)/.test(next)) {
    res.status(400).send('This address is not allowed');
    return;
  }
  res.redirect(next); // finds open-redirect
}
