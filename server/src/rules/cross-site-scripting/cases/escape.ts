import { type Request, type Response, Router } from 'express';

export const router = Router();

router.get('/hello', (req: Request, res: Response) => {
  res.send("<p>Hello, " + req.query.name + "</p>"); // finds cross-site-scripting
});
