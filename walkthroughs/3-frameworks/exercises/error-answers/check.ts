import { requirement, specification } from '../../../../client/src/exercises/http/specification';

const hasError = (body: { error: string }) =>
  typeof body.error === 'string' && body.error.length > 0;

export const check = specification([
  requirement(
    'Good requests still work',
    'The handler is for errors only.',
    async ({ visitor, expect }) => {
      expect.status(await visitor().get('/books'), 200);
      expect.status(await visitor().get('/books/1'), 200);
    },
  ),
  requirement(
    'A missing book gets 404 and says which',
    'Throw an error with a status and a text, and let the handler answer it.',
    async ({ visitor, expect, number }) => {
      const id = number(50, 900);
      const answer = await visitor().get(`/books/${id}`);
      expect.status(answer, 404);
      expect.json(answer, { error: `There is no book ${id}.` });
    },
  ),
  requirement(
    'A wrong id gets 400',
    'Check that the id is a whole number before you look for the book.',
    async ({ visitor, expect, word }) => {
      for (const id of [word(), '1.5', '-', '1e3']) {
        const answer = await visitor().get(`/books/${id}`);
        expect.status(answer, 400);
        expect.json(answer, { error: 'The id must be a whole number.' });
      }
    },
  ),
  requirement(
    'An unknown address gets 404 as JSON',
    'Replace the page that your framework shows when no route fits.',
    async ({ visitor, expect, word }) => {
      const answer = await visitor().get(`/${word()}/${word()}`);
      expect.status(answer, 404);
      expect.json(answer, hasError, 'JSON with an error');
    },
  ),
  requirement(
    'An error that nobody expected gets 500 and tells nothing',
    'Answer with a fixed sentence.',
    async ({ visitor, expect }) => {
      const answer = await visitor().get('/reports/broken');
      expect.status(answer, 500);
      expect.noText(
        answer,
        /reports\.txt|\bat \b|Traceback|Exception|\.(?:js|py|java|rb|php)\b/i,
        'nothing about the inside',
      );
      expect.json(answer, { error: 'Something went wrong.' });
    },
  ),
  requirement(
    'The log has what the answer does not tell',
    'Write the error with its stack to the standard error before you answer.',
    async ({ visitor, expect, output }) => {
      const before = output().length;
      await visitor().get('/reports/broken');
      for (let tries = 0; tries < 20 && !output().slice(before).includes('reports.txt'); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const written = output().slice(before);
      expect.that(
        written.includes('reports.txt'),
        'the error in the log, with the name reports.txt',
        written.trim().slice(0, 200) || 'nothing',
      );
    },
  ),
  requirement(
    'The server goes on after an error',
    'No error may end the process.',
    async ({ visitor, expect }) => {
      await visitor().get('/reports/broken');
      await visitor().get('/reports/broken');
      expect.status(await visitor().get('/books'), 200);
    },
  ),
]);
