import { role } from '../../engine/sites';
import { decisive, isWellKnownPassword } from '../credentials';
import { exprAt, fromEnvironment } from '../repairs/environment';
import { detection, fieldOf, isTestFile } from '../report';
import { type Rule, stringOf } from '../rule';
import { config } from './config';

const emptyMessage =
  'This logs in without a password. Whoever reaches the service gets in as well. Set a password, and read it from the environment.';
const wellKnownMessage =
  'This password is on every list of default logins, so it is the first one that attackers try. Choose a random one, and read it from the environment.';

/** CWE-1392: a login that everyone knows. */
export const rule: Rule = {
  id: 'default-credentials',
  title: 'Login with a well-known password',
  cwe: [1392, 798],
  owasp: 'A07:2025 Authentication Failures',
  severity: 'warning',
  languages: [
    'javascript',
    'typescript',
    'python',
    'java',
    'ruby',
    'compose',
    'spring',
    'dotenv',
    'php',
  ],
  siteKinds: ['default-credentials', 'secret'],
  config,
  fixes: ({ at, site }, context) => {
    const node = exprAt(at, context);
    return node ? fromEnvironment(node, site.spec?.data?.of ?? 'database', context) : [];
  },
  check(site) {
    // Keys are made, not chosen; what people choose are passwords of databases and the like.
    const isChosen = !decisive.has(site.spec?.data?.of ?? '');
    const given = role(site, 'password') ?? (isChosen ? role(site, 'value') : undefined);
    const password = fieldOf(given, ['password']) ?? given;
    const known = stringOf(password);
    const user = stringOf(fieldOf(role(site, 'user'), ['user', 'username']) ?? role(site, 'user'));
    if (!password || known === undefined || isTestFile(site.file)) return undefined;
    if (known === '' && user) {
      return detection(site, 'warning', emptyMessage, { at: password.node });
    }
    if (!isWellKnownPassword(known) && (known === '' || known !== user)) return undefined;
    return detection(site, 'warning', wellKnownMessage, { at: password.node });
  },
};
