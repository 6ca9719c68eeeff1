import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

type Book = { id: number; title: string; author: string };

const secrets = /unfinished letters|members\.example/i;

/** Asks with a text that wants to change the statement: nothing secret may come back. */
async function attack({ visitor, expect }: World, path: (text: string) => string, texts: string[]) {
  for (const text of texts) {
    const answer = await visitor().get(path(encodeURIComponent(text)));
    expect.noText(answer, secrets, `neither drafts nor members for the text ${text}`);
    expect.that(
      answer.status < 500,
      `an answer below 500 for the text ${text}`,
      `status ${answer.status}: the text broke the statement`,
    );
  }
}

export const check = specification([
  requirement(
    'Books are listed by author',
    'Give back id, title and author of the published books, as before.',
    async ({ visitor, expect }) => {
      const answer = await visitor().get('/books?author=Ursula%20Vale');
      expect.status(answer, 200);
      expect.json(
        answer,
        (books: Book[]) =>
          books
            .map((book) => book.title)
            .sort()
            .join() === 'Salt Roads,The Tide Clock',
        'the books "Salt Roads" and "The Tide Clock"',
      );
    },
  ),
  requirement(
    'One book is shown by its number',
    'Give back one book as an object, and 404 when there is none that is published.',
    async ({ visitor, expect }) => {
      const answer = await visitor().get('/books/1');
      expect.status(answer, 200);
      expect.json(
        answer,
        (book: Book) => book.title === 'The Tide Clock' && book.author === 'Ursula Vale',
        'the book "The Tide Clock" by Ursula Vale',
      );
      expect.status(await visitor().get('/books/99'), 404);
      expect.status(await visitor().get('/books/4'), 404);
    },
  ),
  requirement(
    'A name with an apostrophe is found',
    'Pass the name beside the statement, unchanged. A value needs no escaping there.',
    async ({ visitor, expect }) => {
      const answer = await visitor().get(`/books?author=${encodeURIComponent("Sean O'Brien")}`);
      expect.status(answer, 200);
      expect.json(
        answer,
        (books: Book[]) => books.length === 1 && books[0]?.title === 'Night Garden',
        'the book "Night Garden" for the author Sean O\'Brien',
      );
    },
  ),
  requirement(
    'The author cannot change the statement',
    'Use a placeholder for the author, and pass the name as a value.',
    (world) =>
      attack(world, (text) => `/books?author=${text}`, [
        "x' OR '1'='1",
        "Ursula Vale' --",
        "x' UNION SELECT id, name, email FROM members --",
        "x'/**/UNION/**/SELECT/**/id,name,email/**/FROM/**/members--",
        "\\' UNION SELECT id, name, email FROM members --",
      ]),
  ),
  requirement(
    'The number cannot change the statement',
    'A number has no quotes around it that could be escaped. Use a placeholder here, too.',
    (world) =>
      attack(world, (text) => `/books/${text}`, [
        '4 OR id = 4',
        '0 UNION SELECT id, name, email FROM members',
        '0 UNION SELECT id, title, author FROM books WHERE published = 0',
        '0/**/UNION/**/SELECT/**/id,name,email/**/FROM/**/members',
        "0' UNION SELECT id, name, email FROM members --",
      ]),
  ),
]);
