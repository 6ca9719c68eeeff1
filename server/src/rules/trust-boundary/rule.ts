import { role } from '../../engine/sites';
import { sitesOf } from '../report';
import { type Rule, stringOf } from '../rule';
import { taintRule } from '../taintRule';

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
    // A name that logs in has been checked together with its password.
    if (sitesOf(context, 'login').some(({ node }) => node === site.node)) return undefined;
    const name = stringOf(role(site, 'name'));
    if (name !== undefined && untrusted.test(name)) return undefined;
    return tainted.check?.(site, context);
  },
};
