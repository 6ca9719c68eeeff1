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

const newBook = ({ word }: World) => ({ title: `On ${word()}`, author: word(), year: 2020 });

export const check = specification([
  requirement(
    'GET answers 200, or 404 for a book that is not there',
    'Answer 404 when no book has the id.',
    async (world) => {
      const [first] = await books(world);
      world.expect.status(await world.visitor().get(`/books/${first?.id}`), 200);
      world.expect.status(await world.visitor().get(`/books/${world.number(5000, 9999)}`), 404);
    },
  ),
  requirement(
    'POST answers 201, and the book is there',
    'Answer 201 after the book was added.',
    async (world) => {
      const json = newBook(world);
      const answer = await world.visitor().post('/books', { json });
      world.expect.status(answer, 201);
      world.expect.json(answer, (body: Book) => body.title === json.title, 'the new book');
    },
  ),
  requirement(
    'A title that is there already gets 409',
    'Look for a book with the same title before you add one.',
    async (world) => {
      const json = newBook(world);
      world.expect.status(await world.visitor().post('/books', { json }), 201);
      world.expect.status(await world.visitor().post('/books', { json }), 409);
    },
  ),
  requirement(
    'A body without a title gets 400',
    'Check the title in POST and in PUT.',
    async (world) => {
      const json = { author: world.word(), year: 2020 };
      world.expect.status(await world.visitor().post('/books', { json }), 400);
      world.expect.status(await world.visitor().put('/books/2', { json }), 400);
    },
  ),
  requirement(
    'PUT answers 200 for a book that is replaced, and 201 for a new one',
    'Remember whether the book was there before you store it.',
    async (world) => {
      const id = world.number(100, 4000);
      const json = newBook(world);
      world.expect.status(await world.visitor().put(`/books/${id}`, { json }), 201);
      const again = { ...json, year: 2021 };
      world.expect.status(await world.visitor().put(`/books/${id}`, { json: again }), 200);
      world.expect.json(await world.visitor().get(`/books/${id}`), { id, ...again });
    },
  ),
  requirement(
    'DELETE answers 204 without a body, and 404 the second time',
    'Send no body with 204.',
    async (world) => {
      const json = newBook(world);
      const { id } = (await world.visitor().post('/books', { json })).json as Book;
      const answer = await world.visitor().delete(`/books/${id}`);
      world.expect.status(answer, 204);
      world.expect.that(answer.text === '', 'an empty body', answer.text);
      world.expect.status(await world.visitor().delete(`/books/${id}`), 404);
    },
  ),
  requirement(
    'The old address leads to the new one for good',
    'Answer 301 with the header Location.',
    async (world) => {
      const answer = await world.visitor().get('/old-books');
      world.expect.status(answer, [301, 308]);
      world.expect.header(answer, 'Location', /\/books$/);
    },
  ),
  requirement(
    'A method that does not fit gets 405 and the list of those that do',
    'Add a route for the methods that are left, and set the header Allow.',
    async (world) => {
      const answer = await world.visitor().post('/books/3', { json: newBook(world) });
      world.expect.status(answer, 405);
      for (const method of ['GET', 'PUT', 'DELETE']) {
        world.expect.header(answer, 'Allow', new RegExp(`\\b${method}\\b`));
      }
    },
  ),
]);
