import { createHash } from 'node:crypto';
import {
  type Answer,
  type Listener,
  type ListenerAnswer,
  requirement,
  specification,
  type Visitor,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Code {
  readonly name: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
}

/** An identity provider: codes that work once, and tokens for them. */
class Provider {
  readonly codes = new Map<string, Code>();
  readonly tokens = new Map<string, string>();
  /** What was asked for at /token. */
  readonly asked: URLSearchParams[] = [];
  listener: Listener | undefined;

  constructor(
    private readonly word: () => string,
    private readonly secret: string,
  ) {}

  answer({ path, body }: { path: string; body: string }): ListenerAnswer {
    if (path === '/token') return this.exchange(new URLSearchParams(body));
    if (path === '/userinfo') {
      const authorization = this.listener?.requests.at(-1)?.headers.authorization ?? '';
      const name = this.tokens.get(authorization.replace(/^bearer /i, ''));
      return name === undefined
        ? { status: 401, json: { error: 'invalid_token' } }
        : { json: { sub: name, name } };
    }
    return { status: 404 };
  }

  private exchange(form: URLSearchParams): ListenerAnswer {
    this.asked.push(form);
    const code = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isGood =
      code !== undefined &&
      form.get('grant_type') === 'authorization_code' &&
      form.get('client_id') === 'shop' &&
      form.get('client_secret') === this.secret &&
      form.get('redirect_uri') === code.redirectUri &&
      (code.challenge === null || code.challenge === hash);
    if (!isGood) return { status: 400, json: { error: 'invalid_grant' } };
    const token = `${this.word()}${this.word()}`;
    this.tokens.set(token, code.name);
    return { json: { access_token: token, token_type: 'Bearer', expires_in: 300 } };
  }
}

interface Start {
  readonly answer: Answer;
  readonly parameters: URLSearchParams;
}

const providerOf = ({ notes }: World) => notes.get('provider') as Provider;

/** Clicks on "log in", and looks at where the browser is sent. */
async function begin(world: World, visitor: Visitor): Promise<Start> {
  const answer = await visitor.get('/login');
  world.expect.status(answer, [302, 303, 307]);
  const target = new URL(answer.headers.location ?? '/', world.url);
  const wanted = `${providerOf(world).listener?.url}/authorize`;
  world.expect.that(
    target.origin + target.pathname === wanted,
    `a redirect to ${wanted}`,
    `a redirect to ${target.origin}${target.pathname}`,
  );
  return { answer, parameters: target.searchParams };
}

/** What the provider does when a person has logged in there: gives a code for this person. */
function agree(world: World, { parameters }: Start, name: string): string {
  const code = world.word() + world.word();
  const redirectUri = parameters.get('redirect_uri') ?? '';
  providerOf(world).codes.set(code, {
    name,
    redirectUri,
    challenge: parameters.get('code_challenge'),
  });
  return code;
}

function comeBack(visitor: Visitor, code: string, state: string | null) {
  const query = new URLSearchParams({ code, ...(state !== null && { state }) });
  return visitor.get(`/callback?${query}`);
}

/** A visitor must not be logged in after an answer that this browser did not ask for. */
async function refused(
  world: World,
  visitor: Visitor,
  code: string,
  state: string | null,
  what: string,
) {
  const { expect } = world;
  const asked = providerOf(world).asked.length;
  const answer = await comeBack(visitor, code, state);
  const me = await visitor.get('/me');
  expect.that(
    me.status === 401,
    `nobody logged in after ${what}`,
    `GET /me: ${me.status} ${me.text.slice(0, 60)}`,
  );
  expect.that(
    [400, 401, 403].includes(answer.status),
    `status 400 for ${what}`,
    `status ${answer.status}`,
  );
  expect.that(
    providerOf(world).asked.length === asked,
    `no request for a token after ${what}`,
    'a request for a token',
  );
}

export const check = specification(
  [
    requirement(
      'People log in at the provider',
      'Send the same redirect_uri, the client id and the client secret with the code, as before.',
      async (world) => {
        for (const name of ['Ada', world.word()]) {
          const visitor = world.visitor();
          world.expect.status(await visitor.get('/me'), 401);
          const start = await begin(world, visitor);
          world.expect.that(
            start.parameters.get('response_type') === 'code' &&
              start.parameters.get('client_id') === 'shop',
            'response_type=code and client_id=shop',
            start.parameters.toString(),
          );
          const answer = await comeBack(
            visitor,
            agree(world, start, name),
            start.parameters.get('state'),
          );
          world.expect.status(answer, [200, 302, 303]);
          const me = await visitor.get('/me');
          world.expect.status(me, 200);
          world.expect.json(
            me,
            (found: { name?: string }) => found.name === name,
            `the name ${name}`,
          );
        }
      },
    ),
    requirement(
      'Each login has a state of its own',
      'Make a new random text of at least 16 letters in /login, and send it as state.',
      async (world) => {
        const states = [];
        for (let count = 0; count < 4; count += 1) {
          states.push((await begin(world, world.visitor())).parameters.get('state') ?? '');
        }
        world.expect.that(
          states.every((state) => state.length >= 16),
          'the parameter state with at least 16 letters',
          states[0] === '' ? 'no state' : `state=${states[0]}`,
        );
        world.expect.that(
          new Set(states).size === 4,
          'another state for each login',
          'the same state again',
        );
      },
    ),
    requirement(
      'An answer with another state is refused',
      'That there is a state proves nothing. Compare it with the one in the session before you ask for a token.',
      async (world) => {
        const attacker = world.visitor();
        const theirs = await begin(world, attacker);
        const code = () => agree(world, theirs, 'Eve');
        const victim = world.visitor();
        const state = theirs.parameters.get('state') ?? world.word();
        await refused(
          world,
          victim,
          code(),
          state,
          'a link with the code and the state of somebody else',
        );
        await refused(world, victim, code(), null, 'a link without a state');
        await refused(world, victim, code(), '', 'a link with an empty state');
        await begin(world, victim);
        await refused(
          world,
          victim,
          code(),
          state,
          "another person's state in the middle of a login",
        );
        await begin(world, victim);
        await refused(world, victim, code(), world.word().repeat(4), 'a made-up state');
      },
    ),
    requirement(
      'A state works once',
      'Delete state and verifier from the session when an answer arrives.',
      async (world) => {
        const visitor = world.visitor();
        const start = await begin(world, visitor);
        const state = start.parameters.get('state');
        await comeBack(visitor, agree(world, start, 'Ada'), state);
        const asked = providerOf(world).asked.length;
        const again = await comeBack(visitor, agree(world, start, 'Eve'), state);
        world.expect.that(
          [400, 401, 403].includes(again.status),
          'status 400 for a state that was used',
          `status ${again.status}`,
        );
        world.expect.that(
          providerOf(world).asked.length === asked,
          'no request for a token',
          'a request for a token',
        );
      },
    ),
    requirement(
      'Each login sends a challenge',
      'The challenge is a hash of the verifier, in Base64 for addresses: 43 letters. Send it with code_challenge_method=S256.',
      async (world) => {
        const challenges = [];
        for (let count = 0; count < 3; count += 1) {
          const { parameters } = await begin(world, world.visitor());
          const challenge = parameters.get('code_challenge') ?? '';
          const method = parameters.get('code_challenge_method');
          world.expect.that(
            method === 'S256',
            'code_challenge_method=S256',
            `code_challenge_method=${method ?? ''}`,
          );
          world.expect.that(
            /^[\w-]{43}$/.test(challenge),
            'a code_challenge of 43 letters',
            `code_challenge=${challenge}`,
          );
          challenges.push(challenge);
        }
        world.expect.that(
          new Set(challenges).size === 3,
          'another challenge for each login',
          'the same challenge again',
        );
      },
    ),
    requirement(
      'The request for the token carries the verifier',
      'The challenge is a hash of the verifier. Keep the verifier in the session, and send it as code_verifier with the code.',
      async (world) => {
        const visitor = world.visitor();
        const start = await begin(world, visitor);
        await comeBack(visitor, agree(world, start, 'Ada'), start.parameters.get('state'));
        const verifier = providerOf(world).asked.at(-1)?.get('code_verifier') ?? '';
        const hash = createHash('sha256').update(verifier).digest('base64url');
        world.expect.that(
          /^[\w.~-]{43,128}$/.test(verifier),
          'a code_verifier of 43 to 128 letters',
          `code_verifier=${verifier}`,
        );
        world.expect.that(
          hash === start.parameters.get('code_challenge'),
          'a verifier whose SHA-256 hash is the challenge',
          'another verifier',
        );
        world.expect.noText(start.answer, verifier, 'a verifier that the browser never sees');
      },
    ),
  ],
  {
    before: async ({ listen, notes, word }) => {
      const secret = `${word()}${word()}`;
      const provider = new Provider(word, secret);
      provider.listener = await listen((request) => provider.answer(request));
      notes.set('provider', provider);
      return { PROVIDER_URL: provider.listener.url, CLIENT_SECRET: secret };
    },
  },
);
