import { role, type Site } from '../../engine/sites';
import { enclosingStatement, nodesAt } from '../edits';
import {
  detection,
  isForDevelopment,
  isTestFile,
  outerFunction,
  sitesOf,
  valueOrNode,
} from '../report';
import type { Rule, RuleContext } from '../rule';
import { config } from './config';
import { fixes } from './fix';
import { railsControllers } from './rails';
import { template } from './template';

const message =
  'This turns off the protection against forged requests. Another website can then make a logged-in visitor’s browser send requests here, with the visitor’s cookie. Leave it on, unless nothing here logs in with a cookie.';

const ignoredMessage =
  'This says whether the request is forged, and nothing looks at what it says: the program goes on all the same. Stop when it is false.';

const methodMessage =
  'This route answers every method, also GET, which the protection against forged requests lets through. Name the method: GET for reading, POST for changes.';

const orderMessage =
  'This looks at the method of a request before `methodOverride` changes it. A forged request can then come as a GET, which passes, and become a POST afterwards. Put `methodOverride` in front of this.';

/** CWE-352: protection against cross-site request forgery that is off. */
export const rule: Rule = {
  id: 'csrf-disabled',
  title: 'Protection against forged requests is off',
  cwe: [352],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php', 'blade'],
  siteKinds: ['csrf-off', 'csrf-on', 'route'],
  template,
  config,
  inspect: railsControllers,
  check(site, context) {
    if (isTestFile(site.file, context.text) || isForDevelopment(site, context)) return undefined;
    if (site.kind === 'csrf-on') {
      return isOverridden(site, context) ? detection(site, 'warning', orderMessage) : undefined;
    }
    if (site.kind === 'csrf-off') {
      if (site.spec?.data?.part === 'override') return undefined;
      if (site.spec?.data?.part === 'except' && !isCsrfMiddleware(site, context)) return undefined;
      if (context.module.language === 'java' && isStateless(site, context)) return undefined;
      if (site.spec?.data?.part === 'result') {
        const statement = enclosingStatement(context.module, site.node);
        return statement?.kind === 'expr' && statement.expr === site.node
          ? detection(site, 'warning', ignoredMessage)
          : undefined;
      }
      if (site.spec?.data?.part === 'some') {
        return detection(site, 'hint', message, { at: valueOrNode(site) });
      }
      // Whether the protection is off is said by the conditions of the model.
      return detection(site, 'warning', message, { at: valueOrNode(site) });
    }
    return takesEveryMethod(site, context) ? detection(site, 'hint', methodMessage) : undefined;
  },
  fixes: (detection, context) =>
    detection.site.kind === 'csrf-off' ? fixes(detection, context) : [],
};

/** Spring’s `@RequestMapping` on a method without `method`: GET is not checked, and changes too. */
function takesEveryMethod(site: Site, context: RuleContext): boolean {
  return (
    context.module.language === 'java' &&
    site.decorates !== undefined &&
    site.spec?.data?.method === 'any' &&
    site.spec.roles?.methods !== undefined &&
    !role(site, 'methods')
  );
}

/** Spring Security without sessions: no cookie logs anyone in, so nobody can use one. */
function isStateless(site: Site, context: RuleContext): boolean {
  const { start, end } = outerFunction(context.module, site.node);
  return /\bSessionCreationPolicy\.STATELESS\b/.test(context.text.slice(start, end));
}

/** Laravel's `VerifyCsrfToken`; other middleware has a list of that name too. */
function isCsrfMiddleware(site: Site, context: RuleContext): boolean {
  return nodesAt(context.module, site.node).some(
    (node) =>
      (node.kind === 'class' || node.kind === 'class-decl') &&
      /csrf/i.test(context.text.slice(node.start, Math.min(node.end, node.start + 200))),
  );
}

/** Whether the same function changes the method of requests afterwards. */
function isOverridden(site: Site, context: RuleContext): boolean {
  return sitesOf(context, 'csrf-off').some(
    ({ spec, node, fn }) =>
      spec?.data?.part === 'override' && fn === site.fn && node.start > site.node.start,
  );
}
