import { fieldAt } from '../../engine/conditions';
import { role, type Site, type SiteArg } from '../../engine/sites';
import { detection, isTestFile } from '../report';
import type { Rule } from '../rule';
import { fixes } from './fix';

const message =
  'This token never expires: whoever gets hold of it can use it for ever. Give it a short life, such as 15 minutes, and issue a new one when it is over.';

/** CWE-613: a token without an end. */
export const rule: Rule = {
  id: 'jwt-no-expiry',
  title: 'Token that never expires',
  cwe: [613],
  owasp: 'A07:2025 Authentication Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['jwt-sign'],
  check(site, { text }) {
    if (isTestFile(site.file, text)) return undefined;
    return neverExpires(site) ? detection(site, 'warning', message) : undefined;
  },
  fixes,
};

function neverExpires(site: Site): boolean {
  switch (site.spec?.data?.expiry) {
    case 'no':
      return true;
    case 'options':
      return (
        lacks(site, 'options', ['expiresIn', 'expires_in', 'exp']) &&
        lacks(site, 'payload', ['exp'])
      );
    case 'payload':
      return lacks(site, 'payload', ['exp', 'expires']);
    default:
      return false;
  }
}

/** Whether the collection surely has none of these keys; options that are left out have none. */
function lacks(site: Site, name: string, keys: readonly string[]): boolean {
  const arg = role(site, name);
  if (!arg) return name === 'options' && !site.args.some((other) => other.spread);
  return keys.every((key) => isAbsent(arg, key));
}

function isAbsent(arg: SiteArg, key: string): boolean {
  const known = arg.value.constant;
  // A plain text as payload has no claims.
  if (known)
    return known.value === undefined || known.value === null || typeof known.value === 'string';
  return fieldAt(arg.value, [key]) === 'absent';
}
