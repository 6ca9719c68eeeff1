import {
  requirement,
  specification,
  type Visitor,
  type World,
} from '../../../../client/src/exercises/http/specification';

async function logIn({ expect }: World, member: Visitor, name = 'Ada') {
  const answer = await member.post('/login', { json: { name } });
  expect.status(answer, [200, 204]);
  return answer;
}

/** Somebody who has only a copy of the cookie. */
function withCookie({ visitor }: World, id: string): Visitor {
  const thief = visitor();
  thief.cookies.set('sid', id);
  return thief;
}

function idOf({ expect }: World, member: Visitor): string {
  const id = member.cookies.get('sid');
  expect.that(id !== undefined, 'a cookie with the name sid', 'no such cookie');
  return id ?? '';
}

export const check = specification([
  requirement(
    'Visits are counted before the login',
    'Every visitor has a session of its own, also without a login.',
    async ({ visitor, expect }) => {
      const [one, other] = [visitor(), visitor()];
      expect.json(await one.get('/visits'), { visits: 1 });
      expect.json(await one.get('/visits'), { visits: 2 });
      expect.json(await other.get('/visits'), { visits: 1 });
      expect.status(await one.get('/me'), 401);
    },
  ),
  requirement(
    'Who logged in is known',
    'Keep the name in the session after the login.',
    async (world) => {
      const [ada, tom] = [world.visitor(), world.visitor()];
      await ada.get('/visits');
      await logIn(world, ada);
      await logIn(world, tom, 'Tom');
      world.expect.json(await ada.get('/me'), { name: 'Ada' });
      world.expect.json(await tom.get('/me'), { name: 'Tom' });
    },
  ),
  requirement(
    'The cookie is kept from scripts and other websites',
    'Set HttpOnly and SameSite=Lax or Strict where the cookie is made.',
    async (world) => {
      const member = world.visitor();
      const answers = [await member.get('/visits'), await logIn(world, member)];
      const lines = answers
        .flatMap((answer) => answer.setCookies)
        .filter((line) => line.startsWith('sid='));
      world.expect.that(lines.length > 0, 'a cookie with the name sid', 'none');
      for (const line of lines) {
        const seen = line.replace(/^sid=[^;]*/, 'sid=…');
        world.expect.that(/;\s*httponly/i.test(line), 'the cookie sid with HttpOnly', seen);
        world.expect.that(
          /;\s*samesite=(?:lax|strict)/i.test(line),
          'the cookie sid with SameSite=Lax or Strict',
          seen,
        );
      }
    },
  ),
  requirement(
    'The id changes at login',
    'Make a new session id at login, and let the old one end.',
    async (world) => {
      const member = world.visitor();
      await member.get('/visits');
      const before = idOf(world, member);
      await logIn(world, member);
      world.expect.that(
        idOf(world, member) !== before,
        'another id after the login',
        'the same id as before',
      );
      world.expect.json(await member.get('/me'), { name: 'Ada' });
      world.expect.status(await withCookie(world, before).get('/me'), 401);
    },
  ),
  requirement(
    'Nobody chooses the id for somebody else',
    'Make a new session id at login, whatever cookie the request brings.',
    async (world) => {
      const chosen = `${world.word()}${world.word()}${world.word()}`;
      const member = withCookie(world, chosen);
      await member.get('/visits');
      await logIn(world, member);
      world.expect.status(await withCookie(world, chosen).get('/me'), 401);
    },
  ),
  requirement(
    'Ids cannot be guessed',
    'An id needs at least 16 random bytes from a source made for secrets.',
    async (world) => {
      const ids: string[] = [];
      for (let count = 0; count < 6; count += 1) {
        const member = world.visitor();
        await logIn(world, member);
        ids.push(decodeURIComponent(idOf(world, member)));
      }
      const [first = ''] = ids;
      world.expect.that(
        new Set(ids).size === ids.length,
        'a different id for each visitor',
        'the same id twice',
      );
      world.expect.that(
        ids.every((id) => id.length >= 20) && !/^[\d.]+$/.test(first),
        'ids of at least 16 random bytes',
        `ids such as ${first.slice(0, 40)}`,
      );
    },
  ),
  requirement(
    'After the logout a copy of the cookie is worthless',
    'End the session on the server: deleting the cookie is a request to the browser and no more.',
    async (world) => {
      const member = world.visitor();
      await logIn(world, member);
      const id = idOf(world, member);
      world.expect.status(await member.post('/logout'), [200, 204]);
      world.expect.status(await member.get('/me'), 401);
      world.expect.status(await withCookie(world, id).get('/me'), 401);
    },
  ),
]);
