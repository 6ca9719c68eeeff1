import { role } from '../../engine/sites';
import type { Span } from '../../ir/types';
import { enclosingFunction } from '../edits';
import { detection, namesIn } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';

const message =
  'The request names the record, and nothing here checks whose it is. If records belong to somebody, another visitor can reach them by trying other ids. Look it up together with its owner, or compare the owner afterwards.';

const owner =
  /^(?:user|owner|author|account|tenant|team|org(?:anization)?|created_?by|current_?user|principal|session|g|permission\w*|can|authorize\w*|policy|role|is_?(?:admin|owner|staff)|(?:user|owner|author|account|tenant|customer)_?id)$/i;

/** CWE-639: a record that is found by an id alone. */
export const rule: Rule = {
  id: 'insecure-direct-object-reference',
  title: 'Record found by an id that anyone can change',
  cwe: [639],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'hint',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'php', 'java'],
  siteKinds: ['object-lookup'],
  check(site, context) {
    const id = role(site, 'id') ?? role(site, 'filter');
    const from = id && exposure(id.value, site.kind, context.flow);
    if (from?.level !== 'remote' || !knowsVisitors(context)) return undefined;
    if (mentionsOwner(site.node, context)) return undefined;
    return detection(site, 'hint', message, { taint: from.taint });
  },
};

/** A program in which nobody logs in has no records of somebody. One token for all is no login. */
function knowsVisitors(context: RuleContext): boolean {
  return /\b(?:req(?:uest)?\.(?:user|session|auth)|current_?user|login_required|passport|authenticate(?!_(?:or_request_)?with_http)\w*|isAuthenticated|requireAuth|requireLogin|Principal|SecurityContext\w*|PreAuthorize)\b/i.test(
    context.text,
  );
}

function mentionsOwner(at: Span, context: RuleContext): boolean {
  const fn = enclosingFunction(context.module, at);
  return fn !== undefined && [...namesIn(fn)].some((name) => owner.test(name));
}
