import { createHmac } from 'node:crypto';
import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

const oldKey = '8f2Kq0ZrT5vXw1LmB7nC';

interface Receipt {
  readonly number: number;
  readonly cents: number;
  readonly signature: string;
}

const sign = (key: string, { number, cents }: Receipt) =>
  createHmac('sha256', key).update(`${number}:${cents}`).digest('hex');

async function receipt({ visitor, expect }: World, number: number): Promise<Receipt> {
  const answer = await visitor().get(`/receipts/${number}`);
  expect.status(answer, 200);
  expect.json(
    answer,
    (found: Receipt) =>
      found.number === number &&
      typeof found.cents === 'number' &&
      typeof found.signature === 'string',
    'a receipt with number, cents and signature',
  );
  return answer.json as Receipt;
}

const folders = ['', 'config', 'src', 'src/main/java/shop', 'src/main/resources'];

/** The learner's files, by name. */
async function filesOf({ list, read }: World): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const name of await list(folder === '' ? '.' : folder)) {
      const file = folder === '' ? name : `${folder}/${name}`;
      const text = await read(file);
      if (text !== undefined) files.set(file, text);
    }
  }
  return files;
}

export const check = specification(
  [
    requirement(
      'Receipts have a number, a sum and a signature',
      'Leave the route and its answer as they are.',
      async (world) => {
        const { cents } = await receipt(world, 7);
        world.expect.that(cents === 1250, '1250 cents on receipt 7', `${cents} cents`);
        world.expect.status(await world.visitor().get('/receipts/999'), 404);
      },
    ),
    requirement(
      'The key comes from the environment',
      'Read the environment variable SIGNING_KEY, and sign with what is in it.',
      async (world) => {
        for (const key of [String(world.notes.get('key')), world.word() + world.word()]) {
          if (key !== world.notes.get('key')) await world.restart({ SIGNING_KEY: key });
          const found = await receipt(world, 8);
          world.expect.that(
            found.signature === sign(key, found),
            'a signature made with the key of the variable SIGNING_KEY',
            found.signature === sign(oldKey, found) ? 'one made with the old key' : found.signature,
          );
        }
      },
    ),
    requirement(
      'No file of the folder holds the key',
      'Another file of the folder is no better place: everybody with the folder has the file. Delete the key.',
      async (world) => {
        for (const [file, text] of await filesOf(world)) {
          world.expect.that(
            !text.includes(oldKey),
            'no file with the old key',
            `the old key in ${file}`,
          );
        }
      },
    ),
    requirement(
      'Without a key nothing is signed',
      'A default in the code is a key in the code. Stop with a message when the variable is missing or empty.',
      async (world) => {
        let answer: Awaited<ReturnType<ReturnType<World['visitor']>['get']>> | undefined;
        try {
          await world.restart({ SIGNING_KEY: '' });
          answer = await world.visitor().get('/receipts/7');
        } catch {
          // It does not start: that is right.
        }
        await world.restart({ SIGNING_KEY: world.word() });
        world.expect.that(
          answer === undefined || answer.status >= 500,
          'a server that does not start, or status 500',
          `status ${answer?.status}: ${answer?.text.slice(0, 120)}`,
        );
      },
    ),
    requirement(
      'The example names the variable and has no value',
      'Write the line SIGNING_KEY= into the file .env.example.',
      async ({ read, expect }) => {
        const example = await read('.env.example');
        expect.that(example !== undefined, 'the file .env.example', 'no such file');
        expect.that(
          /^SIGNING_KEY=[ \t]*(?:#.*)?\r?$/m.test(example ?? ''),
          'the line SIGNING_KEY= without a value',
          example?.trim().slice(0, 80) || 'an empty file',
        );
      },
    ),
    requirement(
      'Git leaves the file .env alone',
      'Write the line .env into the file .gitignore.',
      async ({ read, expect }) => {
        const ignored = ((await read('.gitignore')) ?? '')
          .split(/\r?\n/)
          .map((line) => line.trim());
        expect.that(
          ignored.some((line) => ['.env', '/.env', '**/.env'].includes(line)),
          'the line .env in .gitignore',
          ignored.join(', ') || 'no such file, or an empty one',
        );
      },
    ),
  ],
  {
    before: async ({ notes, word }) => {
      const key = `${word()}${word()}${word()}`;
      notes.set('key', key);
      return { SIGNING_KEY: key };
    },
  },
);
