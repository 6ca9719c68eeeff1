import { createHash } from 'node:crypto';
import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Member {
  readonly email: string;
  readonly password: string;
}

function newMember({ word }: World, password = `${word()} and ${word()}`): Member {
  return { email: `${word()}@shop.example`, password };
}

async function signUp({ visitor, expect }: World, member: Member) {
  expect.status(await visitor().post('/signup', { json: member }), 201);
}

/** What stands in the stolen file, with every byte that is no letter as a dot. */
async function stolen({ read, expect }: World): Promise<string> {
  const file = await read('users.db');
  expect.that(file !== undefined, 'the members in the file users.db', 'no such file');
  return file ?? '';
}

/** Fast hashes of a password as hex and Base64, alone and with the address. */
function fastHashes({ email, password }: Member): string[] {
  return ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) =>
    [password, email + password, password + email].flatMap((text) => {
      const digest = createHash(name).update(text).digest();
      return [
        digest.toString('hex'),
        digest.toString('hex').toUpperCase(),
        digest.toString('base64'),
      ];
    }),
  );
}

/** What follows an address in the file, wherever it stands. */
function after(file: string, email: string): string[] {
  return file
    .split(email)
    .slice(1)
    .map((rest) => /^[\x21-\x7e]*/.exec(rest)?.[0].slice(0, 40) ?? '')
    .filter((text) => text.length >= 20);
}

export const check = specification([
  requirement(
    'Who signed up can log in',
    'Login must compare the password with the stored hash by the function of the same library.',
    async (world) => {
      const member = newMember(world);
      await signUp(world, member);
      const answer = await world.visitor().post('/login', { json: member });
      world.expect.status(answer, 200);
      world.expect.json(answer, { email: member.email });
    },
  ),
  requirement(
    'A wrong password is refused',
    'Answer 401 when the address is not known, and when the password is another.',
    async (world) => {
      const member = newMember(world);
      await signUp(world, member);
      for (const json of [
        { email: member.email, password: `${member.password}x` },
        { email: member.email, password: '' },
        { email: `x${member.email}`, password: member.password },
      ]) {
        world.expect.status(await world.visitor().post('/login', { json }), 401);
      }
    },
  ),
  requirement(
    'No password stands in the stolen file',
    'Hash the password before you store it.',
    async (world) => {
      const member = newMember(world);
      await signUp(world, member);
      const file = await stolen(world);
      world.expect.that(
        !file.includes(member.password),
        'a file from which no password can be read',
        'the password as text',
      );
      world.notes.set('file', file);
    },
  ),
  requirement(
    'No fast hash stands in the stolen file',
    'SHA-256 and its relatives are fast, so guessing is fast too. Use a hash made for passwords.',
    async (world) => {
      const member = newMember(world);
      await signUp(world, member);
      const file = await stolen(world);
      world.expect.that(
        !fastHashes(member).some((hash) => file.includes(hash)),
        'a slow hash with a salt',
        'a hash that is found by computing MD5, SHA-1, SHA-256 or SHA-512 of the password',
      );
    },
  ),
  requirement(
    'The same password gives different hashes',
    'Each hash needs a salt of its own. bcrypt, scrypt and Argon2 libraries add one by themselves.',
    async (world) => {
      const first = newMember(world);
      const second = newMember(world, first.password);
      await signUp(world, first);
      await signUp(world, second);
      const file = await stolen(world);
      const seen = new Set(after(file, first.email));
      world.expect.that(
        !after(file, second.email).some((text) => seen.has(text)),
        'two different texts for two members with the same password',
        'the same text twice',
      );
    },
  ),
  requirement(
    'Checking a password costs time',
    'Raise the work factor: bcrypt with a cost of 10 to 12 is common.',
    async (world) => {
      const member = newMember(world);
      await signUp(world, member);
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now();
        await world.visitor().post('/login', { json: member });
        best = Math.min(best, performance.now() - start);
      }
      world.expect.that(
        best > 15,
        'a login that takes more than 15 ms, because its hash is slow',
        `${Math.round(best)} ms`,
      );
    },
  ),
]);
