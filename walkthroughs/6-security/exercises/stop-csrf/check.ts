import {
  requirement,
  specification,
  type Visitor,
  type World,
} from '../../../../client/src/exercises/http/specification';

/** What a browser says about a form of the shop's own page. */
const ownPage = ({ url }: World) => ({ origin: url, referer: `${url}/account` });

async function logIn(world: World, name: string): Promise<Visitor> {
  const member = world.visitor();
  const answer = await member.post('/login', { form: { name }, headers: ownPage(world) });
  world.expect.status(answer, [302, 303]);
  return member;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
    ?.replace(/&#x2b;|&#43;/gi, '+')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x2F;', '/')
    .replaceAll('&#61;', '=')
    .replaceAll('&amp;', '&');
}

/** The hidden fields of the page's form. */
async function hiddenFields({ expect }: World, member: Visitor): Promise<Record<string, string>> {
  const page = await member.get('/account');
  expect.status(page, 200);
  const tags = page.text.match(/<input[^>]*>/gi) ?? [];
  const hidden = tags.filter((tag) => attribute(tag, 'type')?.toLowerCase() === 'hidden');
  return Object.fromEntries(
    hidden.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']),
  );
}

/** Sends the form of the page as a browser does. */
async function change(world: World, member: Visitor, email: string) {
  const form = { ...(await hiddenFields(world, member)), email };
  return member.post('/email', { form, headers: ownPage(world) });
}

const evil = 'https://evil.example';

/** A form on another website; the browser sends the cookies of the member along. */
async function forge(world: World, member: Visitor, fields: Record<string, string>, why: string) {
  const { expect, word } = world;
  for (const headers of [{ origin: evil, referer: `${evil}/` }, { origin: 'null' }, undefined]) {
    const email = `${word()}@evil.example`;
    const answer = await member.post('/email', {
      form: { ...fields, email },
      ...(headers && { headers }),
    });
    expect.noText(await member.get('/account'), email, `an unchanged address after a form ${why}`);
    expect.that(
      [400, 403].includes(answer.status),
      `status 403 for a form ${why}`,
      `status ${answer.status}`,
    );
  }
}

export const check = specification([
  requirement(
    'A member changes the address on the page',
    'Put the hidden field inside the form of /account, and accept the token that belongs to the session.',
    async (world) => {
      for (const name of ['Ada', 'Tom']) {
        const member = await logIn(world, name);
        for (let round = 0; round < 2; round += 1) {
          const email = `${world.word()}@mail.example`;
          const answer = await change(world, member, email);
          world.expect.status(answer, [302, 303]);
          world.expect.text(await member.get('/account'), email);
        }
      }
    },
  ),
  requirement(
    'A form without the token is refused',
    'Answer with status 403 before anything is changed when the token is missing.',
    async (world) => {
      const member = await logIn(world, 'Ada');
      await hiddenFields(world, member);
      await forge(world, member, {}, 'without a token');
    },
  ),
  requirement(
    'A made-up token is refused',
    'Compare the token with the one in the session. That there is one proves nothing.',
    async (world) => {
      const member = await logIn(world, 'Ada');
      const fields = await hiddenFields(world, member);
      const names = [
        ...Object.keys(fields),
        'csrf_token',
        'csrfToken',
        '_csrf',
        'authenticity_token',
      ];
      for (const value of [world.word().repeat(8), '']) {
        const forged = Object.fromEntries(names.map((name) => [name, value]));
        await forge(
          world,
          member,
          forged,
          value === '' ? 'with an empty token' : 'with a made-up token',
        );
      }
    },
  ),
  requirement(
    "The token of somebody else's session is refused",
    'Each session needs a token of its own. An attacker can log in, too, and read the own token.',
    async (world) => {
      const attacker = await logIn(world, 'Tom');
      const token = await hiddenFields(world, attacker);
      const member = await logIn(world, 'Ada');
      await hiddenFields(world, member);
      await forge(world, member, token, "with the token of another member's session");
    },
  ),
  requirement(
    'A member who has not opened the page is safe, too',
    'When the session has no token yet, a form without one must not pass: nothing equals nothing.',
    async (world) => {
      const member = await logIn(world, 'Ada');
      const before = await member.post('/email', {
        form: { email: 'early@evil.example' },
        headers: { origin: evil },
      });
      world.expect.status(before, [400, 403]);
      const empty = await member.post('/email', {
        form: { email: 'early@evil.example', csrf_token: '' },
      });
      world.expect.status(empty, [400, 403]);
      world.expect.noText(
        await member.get('/account'),
        'early@evil.example',
        'an unchanged address',
      );
    },
  ),
]);
