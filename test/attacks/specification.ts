import { createHmac, randomBytes } from 'node:crypto';
import path from 'node:path';

/** What every application of this folder does over HTTP, in normal use and under attack. */

/** A running application, and what stands around it. */
export interface Target {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** The site whose pages may call the application with credentials. */
  readonly origin: string;
  /** The text server that `/preview` is there for: `http://localhost:<port>`. */
  readonly catalogue: string;
  /** A server that only the application can reach: `http://127.0.0.1:<port>`. */
  readonly internal: string;
  /** The folder that `/files` and `/count` serve. */
  readonly files: string;
  /** @returns all that the database holds, as one text */
  stored(): Promise<string>;
}

/** What the world around the applications is filled with. */
export const seed = {
  /** The application makes this user when it starts, with the code that `/register` uses. */
  admin: { name: 'admin', password: 'Kestrel-Harbour-58' },
  /**
   * The products, in this order, ids from 1. Table `products` has the columns id, name and price
   * (a whole number), in this order.
   */
  products: [
    { id: 1, name: 'desk lamp', price: 39 },
    { id: 2, name: 'floor lamp', price: 120 },
    { id: 3, name: 'wool rug', price: 85 },
    { id: 4, name: 'oak table', price: 450 },
  ],
  /** Column `secret` of the admin in table `users` (id, name, password, role, bio, secret). */
  secret: 'amber-falcon-7731',
  /** `welcome.txt`, and `secret.txt` one folder above it. */
  welcome: 'Welcome to the shop of small things.\n',
  fileSecret: 'the-file-above-the-folder-5520',
  /** What the catalogue answers at `/page`, and the internal server at every path. */
  page: 'Catalogue page: lamps, rugs and tables.',
  internalSecret: 'internal-metadata-9046',
} as const;

/** One weakness: what must work whether or not it is there, and how it is used. */
export interface Trial {
  readonly attack: string;
  /** @throws {Mismatch} when the application does not do what it is for */
  normal(target: Target): Promise<void>;
  /**
   * Ways of attack. One that works is enough; an application is only safe when none does.
   * @returns what shows that it worked; undefined when the application held
   * @throws {Mismatch} when it could not be tried
   */
  readonly attempts: readonly ((target: Target) => Promise<string | undefined>)[];
}

/** The application answered something else than it should. */
export class Mismatch extends Error {}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Ask {
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const ANSWER_MS = 15_000;
const SHOWN = 300;

export const trials: readonly Trial[] = [
  {
    attack: 'sql-injection',
    async normal(target) {
      const lamps = seed.products.filter(({ name }) => name.includes('lamp'));
      same('products with "lamp"', await products(target, 'lamp'), lamps);
      same('all products', await products(target, ''), seed.products);
      same('products with "spoon"', await products(target, 'spoon'), []);
      // Without it no attack could ever work.
      if (!(await target.stored()).includes(seed.secret)) {
        throw new Mismatch(`the database does not hold "${seed.secret}"`);
      }
    },
    // Some frameworks put the condition between brackets.
    attempts: ["%'", "%')"].map((end) => async (target) => {
      const search = `${end} UNION SELECT id, secret, id FROM users -- `;
      return shows(await ask(target, '/products', { query: { search } }), seed.secret);
    }),
  },
  {
    attack: 'cross-site-scripting',
    async normal(target) {
      for (const name of ['Ada', 'Zoë']) {
        const answer = ok(await ask(target, '/hello', { query: { name } }));
        includes(answer, `Hello, ${name}`);
        if (!isHtml(answer)) throw new Mismatch(`expected HTML, got ${type(answer)}`);
      }
    },
    attempts: ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>'].map(
      (markup) => async (target) => {
        const answer = await ask(target, '/hello', { query: { name: markup } });
        return isHtml(answer) ? shows(answer, markup) : undefined;
      },
    ),
  },
  {
    attack: 'command-injection',
    async normal(target) {
      const answer = ok(await ask(target, '/count', { query: { file: 'welcome.txt' } }));
      includes(answer, String(seed.welcome.length));
    },
    attempts: [
      'welcome.txt; echo hacked$((40+2))',
      'welcome.txt && echo hacked$((40+2))',
      'welcome.txt\necho hacked$((40+2))',
      '"; echo hacked$((40+2)) "',
      "'; echo hacked$((40+2)) '",
      '$(echo hacked$((40+2)) >&2; echo welcome.txt)',
    ].map((file) => async (target) => {
      return shows(await ask(target, '/count', { query: { file } }), 'hacked42');
    }),
  },
  {
    attack: 'path-traversal',
    async normal(target) {
      const answer = ok(await ask(target, '/files', { query: { name: 'welcome.txt' } }));
      includes(answer, seed.welcome.trim());
    },
    attempts: [
      () => '../secret.txt',
      () => './../secret.txt',
      () => '....//secret.txt',
      () => '%2e%2e/secret.txt',
      (files: string) => `${files}/../secret.txt`,
    ].map((name) => async (target) => {
      const query = { name: name(target.files) };
      return shows(await ask(target, '/files', { query }), seed.fileSecret);
    }),
  },
  {
    attack: 'open-redirect',
    async normal(target) {
      const answer = await ask(target, '/go', { query: { to: '/products' } });
      const to = redirect(answer, target);
      if (to?.href !== `${target.url}/products`) {
        throw new Mismatch(`expected a redirect to /products, got ${describe(answer)}`);
      }
    },
    attempts: [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      'https:evil.example/',
      '/\t/evil.example/',
    ].map((to) => async (target) => {
      const answer = await ask(target, '/go', { query: { to } });
      const host = redirect(answer, target)?.host;
      return host === 'evil.example' ? `Location: ${answer.headers.get('location')}` : undefined;
    }),
  },
  {
    attack: 'server-side-request-forgery',
    async normal(target) {
      const url = `${target.catalogue}/page`;
      includes(ok(await ask(target, '/preview', { query: { url } })), seed.page);
    },
    attempts: [
      (target: Target) => `${target.internal}/`,
      (target: Target) => `${target.catalogue}@${new URL(target.internal).host}/`,
      (target: Target) => `${target.internal}/?${target.catalogue}`,
      (target: Target) => `${target.internal}#@${new URL(target.catalogue).host}/`,
      // Some programs read files by an address, too.
      (target: Target) =>
        `file://${new URL(target.catalogue).hostname}${path.resolve(target.files, '../secret.txt')}`,
    ].map((url) => async (target) => {
      const answer = await ask(target, '/preview', { query: { url: url(target) } });
      return shows(answer, seed.internalSecret) ?? shows(answer, seed.fileSecret);
    }),
  },
  {
    attack: 'permissive-cors',
    async normal(target) {
      const answer = await crossOrigin(target, target.origin);
      if (!allows(answer, target.origin)) {
        throw new Mismatch(`expected ${target.origin} to be allowed, got ${cors(answer)}`);
      }
    },
    attempts: [() => 'https://evil.example', evilSubdomain, () => 'null'].map(
      (evil) => async (target) => {
        const origin = evil(target);
        const answer = await crossOrigin(target, origin);
        return allows(answer, origin) ? `for ${origin}: ${cors(answer)}` : undefined;
      },
    ),
  },
  {
    attack: 'plaintext-password',
    async normal(target) {
      const user = await register(target);
      await login(target, user);
      const wrong = await ask(target, '/login', { json: { ...user, password: 'not-this' } });
      if (wrong.status === 200) throw new Mismatch('a wrong password was accepted');
    },
    attempts: [
      async (target) => {
        const { password } = await register(target);
        const stored = await target.stored();
        return stored.includes(password) ? `the database holds "${password}"` : undefined;
      },
    ],
  },
  {
    attack: 'jwt-unverified',
    async normal(target) {
      same('status for the admin', (await admin(target, await adminToken(target))).status, 200);
      const { token } = await login(target, await register(target));
      same('status for somebody else', (await admin(target, token)).status, 403);
    },
    attempts: [forgeSigned, forgeUnsigned, forgeKeptSignature].map((forge) => async (target) => {
      const { token } = await login(target, await register(target));
      const forged = forge(token);
      const answer = await admin(target, forged);
      return answer.status === 200 ? `200 for ${forged}` : undefined;
    }),
  },
  {
    attack: 'mass-assignment',
    async normal(target) {
      const user = await register(target);
      const { token } = await login(target, user);
      const bio = `likes lamps ${unique()}`;
      ok(await profile(target, token, { name: user.name, bio }));
      const shown = ok(await profile(target, token));
      includes(shown, bio);
      includes(shown, user.name);
      same('status of /admin', (await admin(target, token)).status, 403);
    },
    attempts: [
      async (target) => {
        const user = await register(target);
        const { token } = await login(target, user);
        await profile(target, token, { name: user.name, bio: 'quiet', role: 'admin' });
        // The role is read anew from the database.
        const later = await login(target, user);
        const { status } = await admin(target, later.token);
        return status === 200 ? 'an ordinary user became an administrator' : undefined;
      },
    ],
  },
  {
    attack: 'insecure-cookie',
    async normal(target) {
      await login(target, await register(target));
    },
    attempts: [
      async (target) => {
        const { cookie } = await login(target, await register(target));
        const attributes = cookie.split(';').map((part) => part.trim().toLowerCase());
        const lacking = [
          ...['HttpOnly', 'Secure'].filter((name) => !attributes.includes(name.toLowerCase())),
          ...(attributes.some((each) => /^samesite=(?:lax|strict)$/.test(each))
            ? []
            : ['SameSite']),
        ];
        return lacking.length > 0 ? `no ${lacking.join(', ')} in "${cookie}"` : undefined;
      },
    ],
  },
];

/** @throws {Mismatch} when there is no answer in time */
async function ask(target: Target, path: string, options: Ask = {}): Promise<Answer> {
  const url = new URL(target.url + path);
  for (const [name, value] of Object.entries(options.query ?? {}))
    url.searchParams.set(name, value);
  const body = options.json === undefined ? undefined : JSON.stringify(options.json);
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    const { message, cause } = error as Error;
    throw new Mismatch(`${path}: no answer (${cause instanceof Error ? cause.message : message})`);
  }
}

async function products(target: Target, search: string): Promise<unknown> {
  const answer = ok(await ask(target, '/products', { query: { search } }));
  const list = parse(answer);
  if (!Array.isArray(list)) throw new Mismatch(`expected a list, got ${describe(answer)}`);
  return list.map(({ id, name, price }) => ({ id, name, price })).sort((a, b) => a.id - b.id);
}

interface User {
  readonly name: string;
  readonly password: string;
}

function unique(): string {
  return randomBytes(6).toString('hex');
}

async function register(target: Target): Promise<User> {
  const user = { name: `user-${unique()}`, password: `Pw-${unique()}` };
  const answer = await ask(target, '/register', { json: user });
  if (answer.status !== 201) ok(answer);
  return user;
}

async function login(target: Target, user: User): Promise<{ token: string; cookie: string }> {
  const answer = ok(await ask(target, '/login', { json: user }));
  const body = parse(answer) as { token?: unknown } | null;
  // Frameworks set cookies of their own too, for instance against forged requests.
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('session='));
  if (typeof body?.token !== 'string') throw new Mismatch(`no token in ${describe(answer)}`);
  if (cookie === undefined) throw new Mismatch('login set no cookie "session"');
  return { token: body.token, cookie };
}

async function adminToken(target: Target): Promise<string> {
  return (await login(target, seed.admin)).token;
}

function admin(target: Target, token: string): Promise<Answer> {
  return ask(target, '/admin', { headers: { Authorization: `Bearer ${token}` } });
}

function profile(target: Target, token: string, json?: unknown): Promise<Answer> {
  return ask(target, '/profile', { json, headers: { Authorization: `Bearer ${token}` } });
}

function crossOrigin(target: Target, origin: string): Promise<Answer> {
  return ask(target, '/products', { query: { search: 'lamp' }, headers: { Origin: origin } });
}

function allows({ headers }: Answer, origin: string): boolean {
  return (
    headers.get('access-control-allow-origin') === origin &&
    headers.get('access-control-allow-credentials') === 'true'
  );
}

function cors({ headers }: Answer): string {
  const origin = headers.get('access-control-allow-origin');
  return `origin ${origin}, credentials ${headers.get('access-control-allow-credentials')}`;
}

function evilSubdomain(target: Target): string {
  return `${target.origin}.evil.example`;
}

/** The same claims but for the role, signed with a key that is not the application's. */
function forgeSigned(token: string): string {
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${asAdmin(token)}`;
  const signature = createHmac('sha256', 'a key that nobody gave the application').update(unsigned);
  return `${unsigned}.${signature.digest('base64url')}`;
}

/** RFC 7519, section 6: an unsecured token. */
function forgeUnsigned(token: string): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${asAdmin(token)}.`;
}

function forgeKeptSignature(token: string): string {
  const [header, , signature] = token.split('.');
  return `${header}.${asAdmin(token)}.${signature}`;
}

function asAdmin(token: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return encode({ ...claims, role: 'admin' });
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Where a browser would go, by the rules for addresses that browsers follow. */
function redirect({ status, headers }: Answer, target: Target): URL | undefined {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return undefined;
  return URL.canParse(location, `${target.url}/go`)
    ? new URL(location, `${target.url}/go`)
    : undefined;
}

function type({ headers }: Answer): string {
  return headers.get('content-type') ?? 'no content type';
}

function isHtml(answer: Answer): boolean {
  return type(answer).startsWith('text/html');
}

function parse(answer: Answer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new Mismatch(`expected JSON, got ${describe(answer)}`);
  }
}

function ok(answer: Answer): Answer {
  if (answer.status !== 200) throw new Mismatch(`expected 200, got ${describe(answer)}`);
  return answer;
}

function includes(answer: Answer, text: string): void {
  if (!answer.text.includes(text)) {
    throw new Mismatch(`expected "${text}" in the answer, got ${describe(answer)}`);
  }
}

function shows({ text }: Answer, secret: string): string | undefined {
  const at = text.indexOf(secret);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 60), at + secret.length + 20);
}

function same(what: string, got: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
  if (a !== b) throw new Mismatch(`${what}: expected ${b}, got ${a}`);
}

function describe({ status, text }: Answer): string {
  const short = text.replace(/\s+/g, ' ').trim();
  return `${status}: ${short.length > SHOWN ? `${short.slice(0, SHOWN)} …` : short}`;
}
