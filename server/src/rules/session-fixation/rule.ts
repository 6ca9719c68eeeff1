import { role } from '../../engine/sites';
import { detection, sitesOf } from '../report';
import { exposure, type Rule } from '../rule';
import { fixes } from './fix';

const message =
  'The session keeps its old id after this login. An attacker who planted that id in the visitor’s browser is then logged in too. Make a new session id before you store who it is.';

const keptMessage =
  'With this setting the session keeps its id at a login. An attacker who planted that id in the visitor’s browser is then logged in too. Leave the protection on.';

const chosenMessage =
  'The request chooses the session id. An attacker who sends a visitor a link with an id knows it, and is logged in together with that visitor. Let PHP make the id.';

/** CWE-384: a login that keeps the session's id. */
export const rule: Rule = {
  id: 'session-fixation',
  title: 'Login that keeps the session id',
  cwe: [384],
  owasp: 'A07:2025 Authentication Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'ruby', 'java', 'php'],
  siteKinds: ['login', 'session-id', 'session-kept'],
  check(site, context) {
    if (site.kind === 'session-kept') return detection(site, 'warning', keptMessage);
    if (site.kind === 'session-id') {
      const id = role(site, 'value');
      const from = id && exposure(id.value, site.kind, context.flow);
      return from?.level === 'remote'
        ? detection(site, 'warning', chosenMessage, { taint: from.taint })
        : undefined;
    }
    // Flask keeps the session in the cookie itself and has no id; Django’s login makes a new one.
    if (context.module.language === 'python') return undefined;
    // Who logs in may be said by a function that another one calls after it has made a new id.
    const renewed = sitesOf(context, 'session-renewed').length > 0;
    // Logging out writes to the session as well.
    const value = site.args[0]?.value.constant;
    if (
      renewed ||
      (value && (value.value === null || value.value === undefined || value.value === false))
    ) {
      return undefined;
    }
    return detection(site, 'warning', message);
  },
  fixes,
};
