import { type Request, type Response, Router } from 'express';
import escapeHtml from 'escape-html';

export const router = Router();

router.get('/hello', (req: Request, res: Response) => {
  res.send("<p>Hello, " + escapeHtml(String(req.query.name)) + "</p>"); // finds cross-site-scripting
});
