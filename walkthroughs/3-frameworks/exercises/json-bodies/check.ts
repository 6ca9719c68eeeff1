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

const good = ({ word, number }: World) => ({
  title: `The ${word()}`,
  author: `A. ${word()}`,
  year: number(1900, 2025),
});

export const check = specification([
  requirement(
    'A good book gets 201, an id and its address',
    'Answer 201 with the book and its id, and set the header Location.',
    async (world) => {
      const json = good(world);
      const visitor = world.visitor();
      const answer = await visitor.post('/books', { json });
      world.expect.status(answer, 201);
      world.expect.json(
        answer,
        (body: Book) => Number.isInteger(body.id) && body.title === json.title,
        'the book with its id',
      );
      const { id } = answer.json as Book;
      world.expect.header(answer, 'Location', new RegExp(`/books/${id}$`));
      const found = await visitor.get(`/books/${id}`);
      world.expect.status(found, 200);
      world.expect.json(found, { id, ...json });
    },
  ),
  requirement(
    'Two books get two ids',
    'Count the ids up: the length of the list is not enough when books can go.',
    async (world) => {
      const ids = [];
      for (let index = 0; index < 2; index++) {
        ids.push(
          ((await world.visitor().post('/books', { json: good(world) })).json as Book | undefined)
            ?.id,
        );
      }
      world.expect.that(ids[0] !== ids[1], 'two different ids', ids.join(' and '));
    },
  ),
  requirement(
    'A bad field is refused and named',
    'Check type and range of every field, and answer 400 with {"errors": {…}}.',
    async (world) => {
      const book = good(world);
      const bad: [string, object][] = [
        ['title', { ...book, title: '   ' }],
        ['title', { ...book, title: 7 }],
        ['title', { ...book, title: 'x'.repeat(201) }],
        ['author', { title: book.title, year: book.year }],
        ['author', { ...book, author: ['Ada'] }],
        ['year', { ...book, year: '1999' }],
        ['year', { ...book, year: 1999.5 }],
        ['year', { ...book, year: 1200 }],
        ['year', { ...book, year: null }],
      ];
      for (const [field, json] of bad) {
        const answer = await world.visitor().post('/books', { json });
        world.expect.status(answer, [400, 422]);
        world.expect.json(
          answer,
          (body: { errors: Record<string, unknown> }) => Object.keys(body.errors).join() === field,
          `errors about ${field} alone for ${JSON.stringify(json).slice(0, 80)}`,
        );
      }
    },
  ),
  requirement(
    'All wrong fields are named at once',
    'Collect the errors of all fields before you answer.',
    async (world) => {
      const answer = await world.visitor().post('/books', { json: { title: '', year: 1 } });
      world.expect.status(answer, [400, 422]);
      world.expect.json(
        answer,
        (body: { errors: object }) =>
          Object.keys(body.errors).sort().join() === 'author,title,year',
        'errors about author, title and year',
      );
    },
  ),
  requirement(
    'What is no JSON object gets 400',
    'Look up what your framework does with a broken body, and check that the body is an object.',
    async (world) => {
      const headers = { 'content-type': 'application/json' };
      for (const body of ['{"title":', '[]', '"book"', 'null']) {
        world.expect.status(await world.visitor().post('/books', { body, headers }), [400, 422]);
      }
    },
  ),
  requirement(
    'Fields that nobody asked for are left out',
    'Make a new object of the fields that you know, instead of storing the body.',
    async (world) => {
      const json = { ...good(world), id: 1, isPinned: true };
      const answer = await world.visitor().post('/books', { json });
      world.expect.status(answer, [201, 400, 422]);
      if (answer.status !== 201) return;
      world.expect.json(
        answer,
        (body: Book) => Object.keys(body).sort().join() === 'author,id,title,year' && body.id !== 1,
        'only id, title, author and year, with an id that the server chose,',
      );
    },
  ),
]);
