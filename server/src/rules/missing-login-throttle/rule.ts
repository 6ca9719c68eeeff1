import { role, type Site } from '../../engine/sites';
import { enclosingStatement } from '../edits';
import { detection, headOf, isTestFile, sitesOf } from '../report';
import { type Rule, type RuleContext, stringOf } from '../rule';

const message =
  'Nothing in this file limits how often somebody may try to log in here. A program can try thousands of passwords a minute. Limit the attempts per account and per address.';

const loginPath =
  /(?:^|[/_-])(?:log-?in|sign-?in|authenticate|sessions?|auth\/token|token|(?:reset|forgot)-?_?password|password-?_?reset|otp|2fa|mfa|verify-?_?code)\/?$/i;

/** CWE-307: a login that may be tried without end. */
export const rule: Rule = {
  id: 'missing-login-throttle',
  title: 'Login without a limit of attempts',
  cwe: [307],
  owasp: 'A07:2025 Authentication Failures',
  severity: 'hint',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'php', 'java'],
  siteKinds: ['route'],
  check(site, context) {
    if (isTestFile(site.file)) return undefined;
    const method = site.spec?.data?.method ?? 'any';
    if (!takesPost(method, site)) return undefined;
    const path = stringOf(role(site, 'path'));
    if (path === undefined || !loginPath.test(path)) return undefined;
    if (sitesOf(context, 'throttle').length > 0 || isLimited(site, context)) return undefined;
    return detection(site, 'hint', message, { at: headOf(site) });
  },
};

/** The answer to who tries too often: its number, or what frameworks call it. */
const tooMany = /\b429\b|too_?many_?requests/i;

/** `->middleware('throttle:5,1')` behind the route, in the list of its options, or a count of one's own. */
function isLimited(site: Site, context: RuleContext): boolean {
  if (tooMany.test(context.text)) return true;
  const statement = enclosingStatement(context.module, site.node) ?? site.node;
  return /throttl|limiter|rate_?limit/i.test(
    context.text.slice(statement.start, Math.min(statement.end, statement.start + 500)),
  );
}

/** A route for any method counts when it names POST, as Flask's `methods` does. */
function takesPost(method: string, site: Parameters<typeof role>[0]): boolean {
  if (method !== 'any') return method === 'post';
  const methods = role(site, 'methods')?.value.shape;
  return (
    methods?.kind === 'list' &&
    methods.elements.some(({ constant }) => String(constant?.value).toLowerCase() === 'post')
  );
}
