import { detection, valueOrNode } from '../report';
import type { Rule } from '../rule';

const message =
  'This turns off the protection against forged requests. Another website can then make a logged-in visitor’s browser send requests here, with the visitor’s cookie. Leave it on, unless nothing here logs in with a cookie.';

/** CWE-352: protection against cross-site request forgery that is off. */
export const rule: Rule = {
  id: 'csrf-disabled',
  title: 'Protection against forged requests is off',
  cwe: [352],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'warning',
  languages: ['python', 'ruby'],
  siteKinds: ['csrf-off'],
  // Whether the protection is off is said by the conditions of the model.
  check: (site) => detection(site, 'warning', message, { at: valueOrNode(site) }),
};
