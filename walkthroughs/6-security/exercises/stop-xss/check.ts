import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a browser shows: each character reference read once. */
function decoded(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return names[name] ?? all;
  });
}

async function write({ visitor, expect }: World, name: string, text: string) {
  const answer = await visitor().post('/entries', { form: { name, text } });
  expect.status(answer, [302, 303]);
  return visitor().get('/');
}

export const check = specification([
  requirement(
    'An entry appears on the page',
    'Keep the routes as they are: POST /entries stores name and text and leads back to the page.',
    async (world) => {
      const word = world.word();
      const page = await write(world, 'Ada', `A friendly ${word}.`);
      world.expect.text(page, `A friendly ${word}.`);
      world.expect.header(page, 'content-type', /html/i);
    },
  ),
  requirement(
    'The search shows the entries with the word, and keeps the word in the field',
    'The search works with the text as it was written. Escape it only when the page is made.',
    async (world) => {
      const word = world.word();
      await write(world, 'Tom', `About ${word} & more`);
      const page = await world.visitor().get(`/?q=${encodeURIComponent(`${word} & more`)}`);
      world.expect.that(
        decoded(page.text).includes(`About ${word} & more`),
        'the entry with the word',
        'a page without it',
      );
      world.expect.noText(page, 'A friendly', 'only the entries with the word');
      world.expect.that(
        decoded(page.text).includes(`value="${word} & more"`) ||
          decoded(page.text).includes(`value='${word} & more'`),
        'the search word in the field',
        'a field without it',
      );
    },
  ),
  requirement(
    "A visitor's text does not become an element",
    'Do not search for bad texts: escape every text, whatever is in it.',
    async (world) => {
      const mark = world.word();
      const attacks = [
        `<script>alert('${mark}')</script>`,
        `<img src=${mark} onerror=alert(1)>`,
        `<scr<script>ipt>alert('${mark}')</scr</script>ipt>`,
        `<svg/onload=alert('${mark}')>`,
      ];
      for (const text of attacks) {
        for (const [name, content] of [
          [text, 'hello'],
          ['Eve', text],
        ] as const) {
          const page = await write(world, name, content);
          const raw = new RegExp(`<(?:script|img|svg)\\b[^>]*${mark}|<script>[^<]*${mark}`, 'i');
          world.expect.noText(page, raw, `no element made of the text ${text}`);
        }
      }
    },
  ),
  requirement(
    'A text is shown as it was written',
    'Write & as &amp; first, then < as &lt; and > as &gt;, each once, and leave nothing out.',
    async (world) => {
      const word = world.word();
      const text = `${word}: Tom & Jerry <3, and <script> is a word`;
      const page = await write(world, `${word} & Co`, text);
      world.expect.text(
        page,
        `${word}: Tom &amp; Jerry &lt;3`,
        'the text with & and < escaped once',
      );
      world.expect.that(
        decoded(page.text).includes(text) && decoded(page.text).includes(`${word} & Co`),
        `the text "${text}" in the browser`,
        'another text',
      );
    },
  ),
  requirement(
    'The search word cannot leave its field',
    'Inside an attribute, a quote ends the value: escape quotes, too.',
    async ({ visitor, expect, word }) => {
      for (const quote of ['"', "'"]) {
        const attack = `${word()}${quote} autofocus onfocus=${quote}alert(1)`;
        const page = await visitor().get(`/?q=${encodeURIComponent(attack)}`);
        expect.status(page, 200);
        const field = /<input[^>]*name=["']?q["']?[^>]*>/i.exec(page.text)?.[0] ?? '';
        const opened = /value=(["'])/i.exec(field)?.[1] ?? '"';
        if (opened === quote)
          expect.noText(page, `${quote} autofocus`, `no attribute made of the text ${attack}`);
        expect.that(
          decoded(page.text).includes(attack),
          `the search word ${attack} in the field`,
          'another word',
        );
      }
      const page = await visitor().get(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
      expect.noText(page, '<script>alert(1)', 'no element made of the search word');
    },
  ),
]);
