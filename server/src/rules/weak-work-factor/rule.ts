import { role } from '../../engine/sites';
import { detection, fieldOf, isTestFile } from '../report';
import type { Rule } from '../rule';
import { fixes } from './fix';

/**
 * Least cost by algorithm where the model names none: rounds of bcrypt, N of scrypt, iterations of
 * PBKDF2, passes of Argon2. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 * asks for more; below these the hash is no longer slow.
 */
const least: Readonly<Record<string, number>> = {
  bcrypt: 10,
  scrypt: 2 ** 14,
  pbkdf2: 100_000,
  argon2: 1,
};

/** What is wise today, for the message. */
const advised: Readonly<Record<string, string>> = {
  bcrypt: '12',
  scrypt: '131072 (2 to the power of 17)',
  pbkdf2: '600,000 with SHA-256',
  argon2: '2, with 19 MiB of memory',
};

const variantMessage =
  'Argon2id withstands both graphics cards and spying on the memory; its variants d and i only one of the two. Use Argon2id, which is the default.';

/** CWE-916: a slow hash that is told to be fast. */
export const rule: Rule = {
  id: 'weak-work-factor',
  title: 'Password hash with too little work',
  cwe: [916],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['work-factor'],
  fixes,
  check(site, { text }) {
    if (isTestFile(site.file, text)) return undefined;
    const given = role(site, 'cost');
    const variant = fieldOf(given, ['type'])?.value.symbol ?? '';
    if (given && /\.argon2[di]$/.test(variant)) {
      return detection(site, 'hint', variantMessage, { at: given.node });
    }
    const cost = fieldOf(given, ['N', 'cost', 'rounds', 'iterations', 'timeCost']) ?? given;
    const algorithm = site.spec?.data?.algorithm ?? '';
    const min = Number(site.spec?.data?.min ?? least[algorithm]);
    const work = Number(cost?.value.constant?.value ?? Number.NaN);
    if (!cost || !(work < min) || work < 0) return undefined;
    const advice = advised[algorithm];
    return detection(
      site,
      'warning',
      `A cost of ${work} makes this password hash quick to try. An attacker with a stolen database tests many more passwords a second. Use ${advice ? `a cost of ${advice}` : `at least ${min}`}.`,
      { at: cost.node },
    );
  },
};
