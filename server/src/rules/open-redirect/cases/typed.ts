import express, { Request, Response } from 'express';

export function done(req: Request, res: Response): void {
  res.redirect(req.query.next as string); // finds open-redirect
}
