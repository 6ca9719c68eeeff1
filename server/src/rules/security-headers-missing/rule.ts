import { role } from '../../engine/sites';
import { detection, headOf, isTestFile, sitesOf } from '../report';
import { type Rule, type RuleContext, stringOf } from '../rule';
import { fixes } from './fix';

const missing =
  'Nothing in this file sets security headers, such as a content security policy. They tell browsers to refuse foreign scripts, frames and plain HTTP. Add the middleware that sets them.';
const off =
  'This turns off a security header. It tells browsers to refuse foreign scripts, frames or plain HTTP. Leave it on, or loosen only what you need.';

/** CWE-693: answers without the headers that make browsers careful. */
export const rule: Rule = {
  id: 'security-headers-missing',
  title: 'No security headers',
  cwe: [693, 1021],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'hint',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'java'],
  siteKinds: ['security-headers'],
  check(site, context) {
    if (isTestFile(site.file)) return undefined;
    if (site.spec?.data?.part === 'off') return detection(site, 'hint', off, { at: headOf(site) });
    if (site.spec?.data?.part !== 'app') return undefined;
    const namesHeader = sitesOf(context, 'response-header').some((other) =>
      /^(?:content-security-policy|strict-transport-security|x-frame-options)$/i.test(
        stringOf(role(other, 'name')) ?? '',
      ),
    );
    const isSet =
      namesHeader ||
      sitesOf(context, 'security-headers').some((other) => other.spec?.data?.part !== 'app');
    return isSet || !sendsPages(context)
      ? undefined
      : detection(site, 'hint', missing, { at: headOf(site) });
  },
  fixes,
};

/** The headers are for browsers that show a page; data for a program needs none of them. */
function sendsPages(context: RuleContext): boolean {
  if (sitesOf(context, 'render').length > 0) return true;
  return sitesOf(context, 'html').some((site) => {
    const content = (role(site, 'content') ?? site.args[0])?.value;
    const pieces = content?.text?.pieces.map(({ text }) => text ?? '').join('');
    return /<[a-z!]/i.test(String(content?.constant?.value ?? pieces ?? ''));
  });
}
