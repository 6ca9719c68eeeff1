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

const SECRET = 'check-secret-of-at-least-32-characters-0815';

async function refuses(world: World, env: Record<string, string>, name: string): Promise<void> {
  const { started, output } = await world.startWith({ SECRET_KEY: SECRET, ...env });
  const set = Object.entries(env)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
  world.expect.that(!started, `a server that does not start with ${set}`, 'it started');
  world.expect.that(
    output.includes(name),
    `a sentence with ${name}`,
    output.trim().slice(-300) || 'nothing was written',
  );
  world.expect.that(!output.includes(SECRET), 'no secret in what is written', 'the secret');
}

export const check = specification(
  [
    requirement(
      'Without settings the usual values count',
      'Give each setting a value for when it is not set.',
      async (world) => {
        world.expect.json(await world.visitor().get('/'), { name: 'Library', pageSize: 5 });
        const answer = await world.visitor().get('/books');
        world.expect.json(
          answer,
          (await books(world)).slice(0, 5),
          'the first five books, with their years,',
        );
      },
    ),
    requirement(
      'Settings change what the server does',
      'Read the environment, and make a number of PAGE_SIZE.',
      async (world) => {
        const name = `Shop ${world.word()}`;
        const pageSize = world.number(1, 4);
        await world.restart({ SHOP_NAME: name, PAGE_SIZE: `${pageSize}` });
        world.expect.json(await world.visitor().get('/'), { name, pageSize });
        const answer = await world.visitor().get('/books');
        world.expect.json(
          answer,
          (await books(world)).slice(0, pageSize),
          `the first ${pageSize} books`,
        );
      },
    ),
    requirement(
      'SHOW_YEARS=false means false',
      'Compare the text: every text that is not empty counts as true in many languages.',
      async (world) => {
        await world.restart({ SHOW_YEARS: 'false', PAGE_SIZE: '2' });
        const wanted = (await books(world))
          .slice(0, 2)
          .map(({ id, title, author }) => ({ id, title, author }));
        world.expect.json(await world.visitor().get('/books'), wanted, 'two books without years');
      },
    ),
    requirement(
      'A wrong value stops the start, with the name of the variable',
      'Check the values before the server listens.',
      async (world) => {
        await refuses(world, { PAGE_SIZE: 'many' }, 'PAGE_SIZE');
        await refuses(world, { PAGE_SIZE: '0' }, 'PAGE_SIZE');
        await refuses(world, { SHOW_YEARS: 'perhaps' }, 'SHOW_YEARS');
      },
    ),
    requirement(
      'Without a good secret there is no server',
      'Check that SECRET_KEY is there and long enough.',
      async (world) => {
        await refuses(world, { SECRET_KEY: '' }, 'SECRET_KEY');
        await refuses(world, { SECRET_KEY: 'short' }, 'SECRET_KEY');
      },
    ),
    requirement(
      'The secret stays a secret',
      'Do not write the settings as a whole into the log.',
      async (world) => {
        world.expect.that(!world.output().includes(SECRET), 'no secret in the log', 'the secret');
        world.expect.noText(await world.visitor().get('/'), SECRET, 'no secret in the answer');
      },
    ),
  ],
  { env: { SECRET_KEY: SECRET } },
);
