import { role, type Site } from '../../engine/sites';
import type { Expr } from '../../ir/types';
import { walk } from '../../ir/walk';
import { enclosingFunction, nodesAt } from '../edits';
import { contains, detection, isTestFile, outerFunction } from '../report';
import { type Rule, type RuleContext, sensitive } from '../rule';
import { fixes } from './fix';

const message =
  'This hash is made to be fast, so an attacker can try billions of passwords a second against a stolen database. Use bcrypt, scrypt or Argon2, which are slow on purpose.';

const encoderMessage =
  'This stores passwords as they are, or with a hash that is made to be fast. An attacker with a stolen database soon knows them. Use an encoder for bcrypt, scrypt or Argon2.';

/** CWE-916: a password hashed with a hash function that is fast. */
export const rule: Rule = {
  id: 'weak-password-hash',
  title: 'Password hashed too fast',
  cwe: [916],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['fast-hash', 'password-encoder'],
  check(site, context) {
    if (isTestFile(site.file, context.text)) return undefined;
    if (site.kind === 'password-encoder') return detection(site, 'warning', encoderMessage);
    const data = role(site, 'data');
    const password = data && sensitive(data.value, 'password');
    if (!password || password.uncertain || isFirstStep(site, context)) return undefined;
    if (looksUpLeak(site, context)) return undefined;
    // A proof that somebody is logged in: the hash is sent, and not kept in place of the password.
    const isProof = namesAround(site, context).some((name) =>
      /token|signature|remember/i.test(name),
    );
    return detection(site, isProof ? 'warning' : 'error', message, { taint: password });
  },
  fixes,
};

/**
 * Have I Been Pwned is asked with the beginning of a SHA-1:
 * https://haveibeenpwned.com/API/v3#PwnedPasswords
 */
function looksUpLeak(site: Site, { module, text }: RuleContext): boolean {
  const { start, end } = outerFunction(module, site.node);
  return /pwned|hibp|api\/range|["'/]range\//i.test(text.slice(start, end));
}

/** The functions and methods that the site stands in. */
function namesAround(site: Site, { module }: RuleContext): readonly string[] {
  return nodesAt(module, site.node).flatMap((node): readonly string[] => {
    if (node.kind === 'function' || node.kind === 'function-decl') return [node.fn.name ?? ''];
    if (node.kind !== 'class' && node.kind !== 'class-decl') return [];
    return node.cls.methods.filter((fn) => contains(fn, site.node)).map(({ name }) => name ?? '');
  });
}

const slowHash = /^(?:hash|compare|verify|scrypt|pbkdf2|argon2|bcrypt|derive)/i;

/**
 * Whether the result goes on into a slow hash, which takes short texts only:
 * `password = sha512(password)`, then `bcrypt.hash(password, 12)`.
 */
function isFirstStep(site: Site, { module }: RuleContext): boolean {
  const assign = nodesAt(module, site.node).findLast((node) => node.kind === 'assign');
  const target = assign?.kind === 'assign' ? assign.target : undefined;
  const body = enclosingFunction(module, site.node)?.body;
  if (target?.kind !== 'name' || !body) return false;
  let found = false;
  walk(body, (node) => {
    if (found || node.kind !== 'call' || node.start < site.node.end) return;
    const parts: Expr[] = node.args.flatMap(({ value }) =>
      value.kind === 'list' ? value.elements.map((element) => element.value) : [value],
    );
    const { callee } = node;
    const name =
      callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
    const words = parts.flatMap((part) => (part.kind === 'literal' ? [String(part.value)] : []));
    found =
      [name, ...words].some((word) => slowHash.test(word)) &&
      parts.some((part) => part.kind === 'name' && part.name === target.name);
  });
  return found;
}
