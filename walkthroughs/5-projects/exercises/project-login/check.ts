import { createHash } from 'node:crypto';
import {
  type Answer,
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

/** A person of whom no server has heard: every check begins with new ones. */
function newcomer({ word, number }: World): { email: string; password: string } {
  return { email: `${word()}@example.com`, password: `${word()}-${number(1000, 9999)}-${word()}` };
}

async function register(world: World, person = newcomer(world)) {
  const answer = await world.visitor().post('/register', { json: person });
  world.expect.status(answer, 201);
  return person;
}

function sessionCookie(answer: Answer, world: World): string {
  const [line] = answer.setCookies;
  world.expect.that(line !== undefined, 'a session cookie after the login', 'no Set-Cookie header');
  return line ?? '';
}

async function login(world: World, person: { email: string; password: string }) {
  const visitor = world.visitor();
  const answer = await visitor.post('/login', { json: person });
  world.expect.status(answer, 200);
  return { visitor, answer };
}

export const check = specification([
  requirement(
    'POST /register makes an account',
    'Read the JSON body, store the account, and answer 201 with its e-mail.',
    async (world) => {
      const person = newcomer(world);
      const answer = await world.visitor().post('/register', { json: person });
      world.expect.status(answer, 201);
      world.expect.json(
        answer,
        (body: { email: string }) => body.email === person.email,
        `JSON with the e-mail ${person.email}`,
      );
      world.expect.noText(answer, person.password, 'an answer without the password');
    },
  ),
  requirement(
    'An e-mail without @ and a password below 10 characters are refused',
    'Check both fields before you store anything, and answer 400 or 422.',
    async (world) => {
      const { email, password } = newcomer(world);
      const wrong = [
        { email: 'nobody', password },
        { email, password: 'short' },
        { email, password: 1234567890 },
        { password },
        { email: [email], password },
        [],
      ];
      for (const json of wrong) {
        world.expect.status(await world.visitor().post('/register', { json }), [400, 422]);
      }
      const answer = await world
        .visitor()
        .post('/register', { body: '{"email":', headers: { 'content-type': 'application/json' } });
      world.expect.status(answer, [400, 422]);
    },
  ),
  requirement(
    'An e-mail can be registered once',
    'Let the database refuse a second account with the same e-mail, and answer 409. Capitals do not make another address.',
    async (world) => {
      const person = await register(world);
      const again = { ...person, email: person.email.toUpperCase() };
      world.expect.status(await world.visitor().post('/register', { json: person }), 409);
      world.expect.status(await world.visitor().post('/register', { json: again }), 409);
    },
  ),
  requirement(
    'GET /me answers 401 without a login',
    'Look for the account in the session, and answer 401 when there is none.',
    async (world) => {
      world.expect.status(await world.visitor().get('/me'), 401);
    },
  ),
  requirement(
    'POST /login starts a session, and GET /me says who it is',
    'Compare the password with the stored hash, and put the id of the account into the session.',
    async (world) => {
      const person = await register(world);
      const { visitor, answer } = await login(world, person);
      sessionCookie(answer, world);
      const me = await visitor.get('/me');
      world.expect.status(me, 200);
      world.expect.json(
        me,
        (body: { email: string }) => body.email === person.email,
        `JSON with the e-mail ${person.email}`,
      );
      world.expect.noText(me, person.password, 'an answer without the password');
    },
  ),
  requirement(
    'A wrong password and an unknown e-mail get the same answer',
    'Answer 401 with one text for both: it must not tell who has an account.',
    async (world) => {
      const person = await register(world);
      const wrong = await world
        .visitor()
        .post('/login', { json: { ...person, password: newcomer(world).password } });
      const unknown = await world.visitor().post('/login', { json: newcomer(world) });
      world.expect.status(wrong, 401);
      world.expect.status(unknown, 401);
      world.expect.that(
        wrong.text === unknown.text,
        'the same text for both',
        `"${wrong.text}" and "${unknown.text}"`,
      );
    },
  ),
  requirement(
    'The session cookie is HttpOnly and SameSite',
    'Look for the options of the session cookie in your framework.',
    async (world) => {
      const { answer } = await login(world, await register(world));
      const cookie = sessionCookie(answer, world);
      world.expect.that(/;\s*HttpOnly/i.test(cookie), 'a cookie with HttpOnly', cookie);
      world.expect.that(
        /;\s*SameSite=(?:Lax|Strict)/i.test(cookie),
        'a cookie with SameSite=Lax or Strict',
        cookie,
      );
    },
  ),
  requirement(
    'A login changes the session id',
    'Make a new session when someone logs in: an id that was there before may be known to someone else.',
    async (world) => {
      const person = await register(world);
      const { visitor } = await login(world, person);
      const before = new Map(visitor.cookies);
      world.expect.status(await visitor.post('/login', { json: person }), 200);
      const isNew = [...visitor.cookies].some(([name, value]) => before.get(name) !== value);
      world.expect.that(isNew, 'another session cookie after a second login', 'the same cookie');
    },
  ),
  requirement(
    'POST /logout ends the session, also for a copy of its cookie',
    'Remove the session on the server, not only the cookie in the browser.',
    async (world) => {
      const { visitor } = await login(world, await register(world));
      const copy = world.visitor();
      for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
      world.expect.status(await copy.get('/me'), 200);
      world.expect.status(await visitor.post('/logout'), [200, 204]);
      world.expect.status(await visitor.get('/me'), 401);
      world.expect.status(await copy.get('/me'), 401);
    },
  ),
  requirement(
    'The password is stored as a slow hash',
    'Store what bcrypt, scrypt or Argon2 makes of the password, and nothing else.',
    async (world) => {
      const person = await register(world);
      const fast = ['md5', 'sha1', 'sha256', 'sha512'].map((name) =>
        createHash(name).update(person.password).digest(),
      );
      const forms: [string, string][] = [
        [person.password, 'the password itself'],
        [Buffer.from(person.password).toString('base64'), 'the password in Base64'],
        ...fast.flatMap((hash): [string, string][] => [
          [hash.toString('hex'), 'a fast hash of the password'],
          [hash.toString('base64'), 'a fast hash of the password'],
        ]),
      ];
      let seesAccount = false;
      const look = async (folder: string): Promise<void> => {
        for (const name of await world.list(folder)) {
          const file = folder === '.' ? name : `${folder}/${name}`;
          const text = await world.read(file);
          if (text === undefined) {
            await look(file);
            continue;
          }
          if (text.includes(person.email)) seesAccount = true;
          const found = forms.find(([form]) => text.includes(form));
          world.expect.that(
            found === undefined,
            'no trace of the password',
            `${found?.[1]} in ${file}`,
          );
        }
      };
      await look('.');
      world.expect.that(
        seesAccount,
        'the account in a database in the folder of the project',
        'no file with the e-mail',
      );
    },
  ),
  requirement(
    'Accounts are still there after a restart',
    'Keep the accounts in the database, and make its tables only when they are missing.',
    async (world) => {
      const person = await register(world);
      await world.restart();
      await login(world, person);
    },
  ),
  requirement(
    'After five wrong passwords the next attempt gets 429',
    'Count failed attempts for each e-mail, with an account or without, and answer 429 from the sixth on, whatever the password.',
    async (world) => {
      const person = await register(world);
      const other = await register(world);
      for (let attempt = 0; attempt < 5; attempt++) {
        const json = { ...person, password: `${world.word()}-${attempt}-wrong` };
        world.expect.status(await world.visitor().post('/login', { json }), 401);
      }
      world.expect.status(await world.visitor().post('/login', { json: person }), 429);
      await login(world, other);
      const stranger = newcomer(world);
      for (let attempt = 0; attempt < 5; attempt++)
        world.expect.status(await world.visitor().post('/login', { json: stranger }), 401);
      const answer = await world.visitor().post('/login', { json: stranger });
      world.expect.that(
        answer.status === 429,
        'status 429 also for an e-mail without an account: else the limit tells who has one',
        `status ${answer.status}`,
      );
    },
  ),
]);
