import { role } from '../../engine/sites';
import { detection, isTestFile } from '../report';
import { type Rule, sensitive } from '../rule';
import { fixes } from './fix';

const message =
  'This hash is made to be fast, so an attacker can try billions of passwords a second against a stolen database. Use bcrypt, scrypt or Argon2, which are slow on purpose.';

/** CWE-916: a password hashed with a hash function that is fast. */
export const rule: Rule = {
  id: 'weak-password-hash',
  title: 'Password hashed too fast',
  cwe: [916],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['fast-hash'],
  check(site) {
    if (isTestFile(site.file)) return undefined;
    const data = role(site, 'data');
    const password = data && sensitive(data.value, 'password');
    if (!password || password.uncertain) return undefined;
    return detection(site, 'error', message, { taint: password });
  },
  fixes,
};
