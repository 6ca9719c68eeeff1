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

/** Text as the engines escape it: quotes may be written in several ways. */
function escaped(text: string): RegExp {
  const forms: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '(?:&quot;|&#0*34;|&#x22;)',
    "'": "(?:&#0*39;|&#x27;|&apos;|')",
  };
  return new RegExp(
    [...text].map((each) => forms[each] ?? each.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join(''),
  );
}

export const check = specification([
  requirement(
    'GET / is an HTML page with title and heading',
    'Render the template, instead of sending a text.',
    async (world) => {
      const answer = await world.visitor().get('/');
      world.expect.status(answer, 200);
      world.expect.header(answer, 'Content-Type', /^text\/html/);
      world.expect.text(answer, /<title>\s*Library\s*<\/title>/i);
      world.expect.text(answer, /<h1[^>]*>\s*Library\s*<\/h1>/i);
    },
  ),
  requirement(
    'Each book is a list item, and their number stands below',
    'Write a loop in the template.',
    async (world) => {
      const answer = await world.visitor().get('/');
      const all = await books(world);
      for (const { title, author, year } of all) {
        world.expect.text(
          answer,
          new RegExp(`<li[^>]*>\\s*${title}, ${author} \\(${year}\\)\\s*</li>`),
          `the item ${title}, ${author} (${year})`,
        );
      }
      world.expect.text(answer, new RegExp(`\\b${all.length} books\\b`), `${all.length} books`);
    },
  ),
  requirement(
    'A search shows the books whose title fits, and keeps the text in the field',
    'Compare in lower case, and fill in the value of the field.',
    async (world) => {
      const answer = await world.visitor().get('/?q=TRAIN');
      world.expect.text(answer, 'Night Trains');
      world.expect.noText(answer, 'Small Bridges', 'no book that does not fit');
      world.expect.text(answer, /\b1 book\b(?!s)/, '1 book');
      world.expect.text(answer, /<input[^>]*\bvalue="TRAIN"/, 'a field with the value TRAIN');
    },
  ),
  requirement(
    'Nothing found is said in a sentence',
    'Write a condition in the template.',
    async (world) => {
      const word = world.word();
      const answer = await world.visitor().get(`/?q=${word}`);
      world.expect.status(answer, 200);
      world.expect.text(
        answer,
        new RegExp(`No book found for[^<]*${word}`),
        `No book found for … ${word}`,
      );
      world.expect.noText(answer, /<li\b/, 'no list');
    },
  ),
  requirement(
    'What someone types stays text',
    'Use the form of a hole that escapes, in the sentence and in the field.',
    async (world) => {
      for (const text of ['<img src=x onerror=alert(1)>', `"><b>${world.word()}</b>`]) {
        const answer = await world.visitor().get(`/?q=${encodeURIComponent(text)}`);
        world.expect.noText(answer, text, 'the text as text, not as a part of the page,');
        world.expect.text(answer, escaped(text), 'the text, escaped,');
      }
    },
  ),
]);
