import { role, type Site } from '../../engine/sites';
import { enclosingFunction } from '../edits';
import { namesIn, sitesOf } from '../report';
import { type Rule, type RuleContext, stringOf } from '../rule';
import { taintRule } from '../taintRule';
import { fixes } from './fix';

const message =
  'This puts data from the request into the session, where the rest of the program takes it for checked. Check it first, or keep it apart from what you trust.';

const tainted = taintRule({
  id: 'trust-boundary',
  title: 'Unchecked data put into the session',
  cwe: [501],
  owasp: 'A06:2025 Insecure Design',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  reaches: { 'trust-boundary': ['name', 'value'] },
  levels: { remote: { severity: 'warning', message } },
});

/** Where the visitor goes next, or what the page looks like: nobody takes that for checked. */
const untrusted =
  /return|next|redirect|continue|referr?er|back_?(?:to|url)|(?:^|_)url$|Url$|lang|locale|theme|flash|notice|message/i;

/** CWE-501: data of a request among what the program trusts. */
export const rule: Rule = {
  ...tainted,
  check(site, context) {
    if (logsIn(site, context)) return undefined;
    const name = stringOf(role(site, 'name'));
    if (name !== undefined && untrusted.test(name)) return undefined;
    return tainted.check?.(site, context);
  },
  fixes,
};

const aboutLogin = /pass|pwd|secret|token|verif|check|auth|login|log_in|sign_?in|compare|otp|code/i;

/** A name that logs in, in a function that looks at a password or the like first. */
function logsIn(site: Site, context: RuleContext): boolean {
  if (!sitesOf(context, 'login').some(({ node }) => node === site.node)) return false;
  const fn = enclosingFunction(context.module, site.node);
  if (!fn) return true;
  return aboutLogin.test(fn.name ?? '') || [...namesIn(fn)].some((name) => aboutLogin.test(name));
}
