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

async function ask(world: World, query: string, variables?: object) {
  const answer = await world
    .visitor()
    .post('/graphql', { json: { query, ...(variables && { variables }) } });
  world.expect.json(
    answer,
    (body: object) => typeof body === 'object' && body !== null,
    'a JSON object',
  );
  return answer;
}

export const check = specification([
  requirement(
    'A query gets the fields that it names, and no other',
    'Let the library run the query on your schema.',
    async (world) => {
      const all = await books(world);
      const answer = await ask(world, '{ books { title year } }');
      world.expect.json(answer, {
        data: { books: all.map(({ title, year }) => ({ title, year })) },
      });
    },
  ),
  requirement(
    'One book is found by its id, another is null',
    'Write the resolver of book.',
    async (world) => {
      const all = await books(world);
      const book = all[world.number(0, all.length - 1)];
      const found = await ask(world, `{ book(id: ${book?.id}) { id author } }`);
      world.expect.json(found, { data: { book: { id: book?.id, author: book?.author } } });
      world.expect.json(await ask(world, '{ book(id: 4711) { id } }'), { data: { book: null } });
    },
  ),
  requirement(
    'Variables filter by author',
    'Hand the variables of the body to the library.',
    async (world) => {
      const all = await books(world);
      const author = all[world.number(0, all.length - 1)]?.author ?? '';
      const query = 'query ($author: String) { books(author: $author) { title } }';
      world.expect.json(
        await ask(world, query, { author }),
        {
          data: {
            books: all.filter((each) => each.author === author).map(({ title }) => ({ title })),
          },
        },
        `the books of ${author}`,
      );
    },
  ),
  requirement(
    'A mutation adds a book, and a query finds it',
    'Put addBook under Mutation, and give the book the next id.',
    async (world) => {
      const before = await books(world);
      const title = `The ${world.word()}`;
      const mutation =
        'mutation ($title: String!) { addBook(title: $title, author: "Ana Silva", year: 2024) { id title } }';
      const answer = await ask(world, mutation, { title });
      world.expect.json(
        answer,
        (body: { data: { addBook: Book } }) =>
          body.data.addBook.title === title && body.data.addBook.id > before.length,
        'the new book, from a mutation,',
      );
      const { id } = (answer.json as { data: { addBook: Book } }).data.addBook;
      world.expect.json(await ask(world, `{ book(id: ${id}) { title year } }`), {
        data: { book: { title, year: 2024 } },
      });
      const asQuery = await ask(world, '{ addBook(title: "x", author: "y", year: 1) { id } }');
      world.expect.json(
        asQuery,
        (body: { errors: unknown[] }) => body.errors.length > 0,
        'errors for a change in a query: that is a mutation',
      );
    },
  ),
  requirement(
    'A wrong query gets errors, and the server goes on',
    'Hand what the library answers back, also when it has errors.',
    async (world) => {
      for (const query of [
        '{ books { price } }',
        '{ books { title',
        '{ book(id: "three") { title } }',
        '',
      ]) {
        const answer = await ask(world, query);
        world.expect.status(answer, [200, 400]);
        world.expect.json(
          answer,
          (body: { errors: unknown[] }) => body.errors.length > 0,
          `errors for the query ${query || 'that is empty'}`,
        );
        world.expect.noText(
          answer,
          /\bat .*\(|Traceback|\.(?:js|py|rb|php):\d/,
          'an answer without a stack',
        );
      }
      world.expect.status(await ask(world, '{ books { id } }'), 200);
    },
  ),
]);
