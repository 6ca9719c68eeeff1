import { requirement, specification } from '../../../../client/src/exercises/http/specification';

const KEY = 'check-key-0815';

export const check = specification(
  [
    requirement(
      'The routes still answer',
      'A middleware passes the request on to the next one.',
      async ({ visitor, expect }) => {
        expect.status(await visitor().get('/books'), 200);
        expect.status(await visitor().get('/nothing-here'), 404);
      },
    ),
    requirement(
      'Every answer has a request id of its own',
      'Set the header before the route runs, so that it is there for every answer.',
      async ({ visitor, expect, word }) => {
        const seen = new Set<string>();
        const paths = ['/books', '/books', '/books/1', `/${word()}`, '/admin/stats'];
        for (const path of paths) {
          const answer = await visitor().get(path);
          expect.header(answer, 'X-Request-Id', /^[A-Za-z0-9-]{8,64}$/);
          seen.add(answer.headers['x-request-id'] ?? '');
        }
        expect.that(
          seen.size === paths.length,
          'another id each time',
          `${seen.size} ids for ${paths.length} requests`,
        );
      },
    ),
    requirement(
      'A good id of the request is kept, a bad one is replaced',
      'Compare the id with a pattern before you use it: it comes from outside, and goes into the log.',
      async ({ visitor, expect, word }) => {
        const id = `${word()}-${word()}`;
        const kept = await visitor().get('/books', { headers: { 'x-request-id': id } });
        expect.header(kept, 'X-Request-Id', id);
        for (const bad of [
          'short',
          'x'.repeat(65),
          'with spaces in it',
          '<script>alert</script>',
        ]) {
          const answer = await visitor().get('/books', { headers: { 'x-request-id': bad } });
          expect.header(answer, 'X-Request-Id', /^[A-Za-z0-9-]{8,64}$/);
        }
      },
    ),
    requirement(
      'Every request writes one line with method, path, status and id',
      'Write the line when the answer is finished. The path is the part before ?.',
      async ({ visitor, expect, output, word }) => {
        const wanted: [string, string, number][] = [
          ['GET', '/books', 200],
          ['GET', `/${word()}`, 404],
          ['GET', '/admin/stats', 401],
        ];
        for (const [method, path, status] of wanted) {
          const before = output().length;
          const answer = await visitor().request(method, `${path}?page=1`);
          const id = answer.headers['x-request-id'] ?? '';
          const line = `${method} ${path} ${status} ${id}`;
          for (let tries = 0; tries < 20 && !output().slice(before).includes(line); tries++) {
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          const written = output().slice(before);
          expect.that(
            written.split(line).length === 2,
            `one line "${line}"`,
            written.trim() || 'nothing was written',
          );
        }
      },
    ),
    requirement(
      '/admin needs the key',
      'Compare the header with API_KEY before the route runs.',
      async ({ visitor, expect }) => {
        for (const headers of [{}, { 'x-api-key': 'wrong' }, { 'x-api-key': '' }]) {
          const answer = await visitor().get('/admin/stats', { headers });
          expect.status(answer, 401);
          expect.json(
            answer,
            (body: { error: string }) => typeof body.error === 'string',
            'JSON with an error',
          );
        }
        expect.status(await visitor().get('/admin/stats', { headers: { 'x-api-key': KEY } }), 200);
        expect.status(await visitor().get('/books'), 200);
      },
    ),
  ],
  { env: { API_KEY: KEY } },
);
