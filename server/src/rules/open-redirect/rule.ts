import type { Expr } from '../../ir/types';
import { startsWithSlash } from '../../languages/siteKinds';
import { addressCheck, isCheckedByName } from '../namedChecks';
import { isOpenAddress } from '../pageScripts';
import { detection } from '../report';
import { exposure, type Rule } from '../rule';
import { isConditional } from '../taintRule';
import { beginsWith, beginsWithUnknown, hostCheck, hostPart } from '../textParts';
import { fixes } from './fix';
import { redirectTarget } from './target';

const advice = 'Allow only paths of your own site, or addresses from a fixed list.';

const message = `The request decides where the browser goes next. A link to your site can so lead to a copy of it that asks for passwords. ${advice}`;
const openMessage = `It is not known here where the browser goes next. If a user decides it, a link to your site can lead to a copy of it that asks for passwords. ${advice}`;
const slashesMessage =
  'The address of the request may begin with two slashes, and then the browser goes to another site. Put the name of your site in front, or remove the first slashes.';

const paramMessage = `A parameter of this function decides where the browser goes next. If a caller passes on what stands in a link, it can lead to a copy of your site, or run a script with \`javascript:\`. ${advice}`;

const localMessage = `What a visitor types decides where the browser goes next. With \`javascript:\` in front it is a script, so pasted text can run in this page. ${advice}`;

/** CWE-601: an address that data from outside chooses. */
export const rule: Rule = {
  id: 'open-redirect',
  title: 'Redirect to an address from the request',
  cwe: [601],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['redirect', 'response', 'render'],
  fixes,
  check(site, context) {
    const url = redirectTarget(site, context);
    const host = url && hostPart(url.value);
    if (!host) return undefined;
    const from = exposure(host, 'redirect', context.flow);
    // Functions that make addresses of routes are many, and unknown: what may be data says nothing.
    if (from.level !== 'remote' && isOpenAddress(url, 'redirect', context)) {
      return detection(site, 'hint', openMessage, { at: url.node });
    }
    const { language } = context.module;
    const isScript = language === 'javascript' || language === 'typescript';
    const isGiven = from.level === 'param' || from.level === 'local';
    if (isGiven && isScript && site.node.kind === 'assign') {
      const said = from.level === 'param' ? paramMessage : localMessage;
      return detection(site, 'hint', said, { at: url.node, taint: from.taint });
    }
    if (from.level !== 'remote' || isConditional(site, hostCheck, context)) return undefined;
    if (isAddressOfRecord(url.node)) return undefined;
    if (isCheckedByName(site, url.node, addressCheck, context)) return undefined;
    const { taint } = from;
    if (!taint.cleaned.includes(startsWithSlash)) {
      // What stands in front may end the host: a setting such as the address of the own site.
      const severity = beginsWithUnknown(url.value, taint) ? 'warning' : 'error';
      return detection(site, severity, message, { at: url.node, taint });
    }
    return beginsWith(url.value, taint, url.node)
      ? detection(site, 'warning', slashesMessage, { at: url.node, taint })
      : undefined;
  },
};

/** `$page->getUrl()`, `post.get_absolute_url()`: a record that was found says where its page is. */
function isAddressOfRecord(node: Expr): boolean {
  const callee = node.kind === 'call' ? node.callee : undefined;
  return (
    callee?.kind === 'member' &&
    /^get_?(?:absolute_?)?(?:url|link|permalink)$/i.test(callee.property) &&
    callee.object.kind === 'name' &&
    !/req/i.test(callee.object.name)
  );
}
