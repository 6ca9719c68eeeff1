import { createHmac } from 'node:crypto';
import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

function sign(
  claims: object,
  secret: string,
  header: object = { alg: 'HS256', typ: 'JWT' },
): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

function claimsOf(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? '';
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}

const secretOf = ({ notes }: World) => String(notes.get('secret'));

function ask({ visitor }: World, path: string, token: string) {
  return visitor().get(path, { headers: { authorization: `Bearer ${token}` } });
}

async function refused(world: World, tokens: Record<string, string>) {
  for (const [what, token] of Object.entries(tokens)) {
    for (const path of ['/orders', '/reports']) {
      const answer = await ask(world, path, token);
      world.expect.that(
        answer.status === 401,
        `status 401 from ${path} for ${what}`,
        `status ${answer.status}`,
      );
    }
  }
}

export const check = specification(
  [
    requirement(
      'Who logged in reads the own orders',
      'Sign the token with the key JWT_SECRET and HS256, and read the name from the claim sub.',
      async (world) => {
        const answer = await world.visitor().post('/login', { json: { name: 'Ada' } });
        world.expect.status(answer, 200);
        const token = String((answer.json as { token?: string } | undefined)?.token);
        world.notes.set('token', token);
        const orders = await ask(world, '/orders', token);
        world.expect.status(orders, 200);
        world.expect.json(
          orders,
          (found: { name?: string }) => found.name === 'Ada',
          'the orders of Ada',
        );
        world.expect.status(await ask(world, '/reports', token), 403);
      },
    ),
    requirement(
      'A good token from another server with the same key is accepted',
      'The signature and the end decide, and nothing that your server would have to remember.',
      async (world) => {
        const token = sign({ sub: 'Boss', role: 'admin', exp: now() + 300 }, secretOf(world));
        world.expect.status(await ask(world, '/orders', token), 200);
        world.expect.status(await ask(world, '/reports', token), 200);
      },
    ),
    requirement(
      'A forged token is refused',
      'Verify the signature with the key before you believe a claim.',
      async (world) => {
        const claims = { sub: 'Eve', role: 'admin', exp: now() + 300 };
        const good = sign({ sub: 'Ada', role: 'member', exp: now() + 300 }, secretOf(world));
        const [header = '', , signature = ''] = good.split('.');
        await refused(world, {
          'a token signed with another key': sign(claims, world.word()),
          'a token signed with an empty key': sign(claims, ''),
          'changed claims with the old signature': `${header}.${encode(claims)}.${signature}`,
          'a token without a signature': `${header}.${encode(claims)}.`,
          'a token whose signature was cut': good.slice(0, -6),
        });
      },
    ),
    requirement(
      'A token without an algorithm is refused',
      'Accept HS256 only. The header comes from the sender and decides nothing.',
      async (world) => {
        const claims = { sub: 'Eve', role: 'admin', exp: now() + 300 };
        const tokens: Record<string, string> = {};
        for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
          tokens[`the algorithm ${alg}`] = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}.`;
        }
        tokens['the algorithm none and a signature'] = sign(claims, world.word(), { alg: 'none' });
        await refused(world, tokens);
      },
    ),
    requirement(
      'An expired token is refused',
      'A token has an end: the claim exp, in seconds. Compare it with the time now, or let the library do it.',
      async (world) => {
        const secret = secretOf(world);
        await refused(world, {
          'a token that expired a minute ago': sign(
            { sub: 'Ada', role: 'admin', exp: now() - 90 },
            secret,
          ),
          'a token that expired last year': sign(
            { sub: 'Ada', role: 'admin', exp: now() - 31_536_000 },
            secret,
          ),
        });
      },
    ),
    requirement(
      'What is no token is refused',
      'Answer 401 also when the header is missing and when the token cannot be read.',
      async (world) => {
        await refused(world, {
          'the text "abc"': 'abc',
          'three empty parts': '..',
          'text with dots': 'a.b.c',
        });
        for (const headers of [
          {},
          { authorization: 'Bearer' },
          { authorization: 'Basic QWRhOng=' },
        ]) {
          world.expect.status(await world.visitor().get('/orders', { headers }), 401);
        }
      },
    ),
    requirement(
      'New tokens expire within a day',
      'Give the token an end when you sign it: the claim exp.',
      async (world) => {
        const answer = await world.visitor().post('/login', { json: { name: 'Tom' } });
        const claims = claimsOf(String((answer.json as { token?: string } | undefined)?.token));
        const seconds = typeof claims.exp === 'number' ? claims.exp - now() : Number.NaN;
        world.expect.that(
          seconds > 30 && seconds <= 86_400,
          'the claim exp, at most a day from now',
          `exp = ${JSON.stringify(claims.exp) ?? 'nothing'}`,
        );
      },
    ),
  ],
  {
    before: async ({ notes, word }) => {
      const secret = `${word()}${word()}${word()}${word()}`;
      notes.set('secret', secret);
      return { JWT_SECRET: secret };
    },
  },
);
