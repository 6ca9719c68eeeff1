import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Book {
  id: number;
  title: string;
  author: string;
  year: number;
}

async function books({ read }: World): Promise<Book[]> {
  return JSON.parse((await read('books.json')) ?? '[]') as Book[];
}

export const check = specification([
  requirement('GET /books answers all books', 'Send the list as JSON.', async (world) => {
    const answer = await world.visitor().get('/books');
    world.expect.status(answer, 200);
    world.expect.header(answer, 'Content-Type', /^application\/json/);
    world.expect.json(answer, await books(world), 'all books');
  }),
  requirement(
    'GET /books/3 answers one book',
    'Take the id out of the path, and look for the book with this id. A part of the path is a text, and an id is a number.',
    async (world) => {
      const all = await books(world);
      const book = all[world.number(0, all.length - 1)];
      const answer = await world.visitor().get(`/books/${book?.id}`);
      world.expect.status(answer, 200);
      world.expect.json(answer, book);
    },
  ),
  requirement(
    'A book that is not there gets 404 and JSON',
    'Answer 404 when nothing was found, with {"error": "…"}.',
    async (world) => {
      for (const id of [world.number(100, 9999), 0]) {
        const answer = await world.visitor().get(`/books/${id}`);
        world.expect.status(answer, 404);
        world.expect.json(
          answer,
          (body: { error: string }) => typeof body.error === 'string',
          'JSON with an error',
        );
      }
      world.expect.status(await world.visitor().get(`/books/${world.word()}`), [400, 404]);
    },
  ),
  requirement(
    'The query filters by author',
    'Read the parameter author of the query. Without it, answer all books.',
    async (world) => {
      const all = await books(world);
      const author = all[world.number(0, all.length - 1)]?.author ?? '';
      const answer = await world.visitor().get(`/books?author=${encodeURIComponent(author)}`);
      world.expect.status(answer, 200);
      world.expect.json(
        answer,
        all.filter((book) => book.author === author),
        `the books of ${author}`,
      );
      const nobody = await world.visitor().get(`/books?author=${world.word()}`);
      world.expect.json(nobody, [], 'an empty list for an unknown author');
    },
  ),
  requirement(
    'GET /hello/Ada greets by name',
    'A parameter of the path can be a text, too. It arrives with its spaces and accents.',
    async (world) => {
      for (const name of [world.word(), 'José Ñandú']) {
        const answer = await world.visitor().get(`/hello/${encodeURIComponent(name)}`);
        world.expect.status(answer, 200);
        world.expect.text(answer, `Hello, ${name}`);
      }
    },
  ),
]);
