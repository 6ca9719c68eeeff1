import { fieldAt } from '../../engine/conditions';
import { role, type Site } from '../../engine/sites';
import { detection } from '../report';
import type { Rule } from '../rule';
import { fixes } from './fix';

const message =
  'This login at another service sends no `state`. An attacker can then finish the login in a visitor’s browser with the attacker’s own account. Send a random `state`, keep it in the session, and compare it when the visitor comes back.';

/** CWE-352: a login at another service that anyone can finish. */
export const rule: Rule = {
  id: 'oauth-missing-state',
  title: 'OAuth login without state',
  cwe: [352],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'php', 'java'],
  siteKinds: ['oauth-authorize', 'redirect'],
  check(site) {
    const state = role(site, 'state');
    if (state)
      return isFalse(state.value.constant?.value) ? detection(site, 'warning', message) : undefined;
    const params = role(site, 'params');
    if (params) {
      const held = fieldAt(params.value, ['state']);
      const isAbsent = held === 'absent' && fieldAt(params.value, ['store']) === 'absent';
      const off = held === 'absent' ? isAbsent : isFalse(held?.constant?.value);
      return off ? detection(site, 'warning', message) : undefined;
    }
    const url = addressOf(site);
    return url !== undefined && startsLogin(url) ? detection(site, 'warning', message) : undefined;
  },
  fixes,
};

function isFalse(known: unknown): boolean {
  return known === false || known === '' || known === null;
}

/** The address as text, with a zero character for each hole. */
function addressOf(site: Site): string | undefined {
  const url = role(site, 'url');
  const known = url?.value.constant?.value;
  if (typeof known === 'string') return known;
  return url?.value.text?.pieces.map((piece) => piece.text ?? '\0').join('');
}

/** An authorization request of OAuth 2 (RFC 6749, section 4.1.1) without `state`. */
function startsLogin(url: string): boolean {
  const at = url.indexOf('?');
  if (at < 0) return false;
  const query = url.slice(at);
  if (!/[?&]response_type=/.test(query) || !/[?&]client_id=/.test(query)) return false;
  // A hole that is no value may bring more parameters.
  return !/[?&](?:amp;)?state=/.test(query) && !/[?&]\0|\0\0/.test(query) && !/\0\?/.test(url);
}
