import type { NextFunction, Request, Response } from 'express';

export async function enter(req: Request, res: Response, next: NextFunction): Promise<void> {
  const user = await findUser(req.body.email);
  req.session.userId = user.id; // finds session-fixation (warning)
  await user.save();
  res.redirect('/');
}
