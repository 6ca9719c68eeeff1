import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints } from '../../engine/values';
import type { Expr } from '../../ir/types';
import type { Severity } from '../../report/finding';
import { nodesAt } from '../edits';
import { contains, detection, isTestFile } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';
import { fixes } from './fix';

const message =
  'This comparison stops at the first character that differs, so its time tells an attacker how much of the secret was right. Compare with a function that always takes the same time.';

const certain =
  /(?:signature|hmac|(?:api|secret|access|auth|webhook|signing)_?(?:key|token|secret))$/i;
const likely = /(?:token|secret|otp|nonce|mac)$/i;

/** CWE-208: a secret compared in a time that depends on it. */
export const rule: Rule = {
  id: 'timing-unsafe-comparison',
  title: 'Secret compared in a time that tells about it',
  cwe: [208],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['compare'],
  check(site, context) {
    const left = role(site, 'left') ?? site.args[0];
    const right = role(site, 'right') ?? site.args[1];
    if (!left || !right || isTestFile(site.file, context.text)) return undefined;
    if (isCondition(site, context)) return undefined;
    for (const [given, kept] of [
      [left, right],
      [right, left],
    ] as const) {
      const severity = comparesSecret(given, kept, context);
      if (severity) return detection(site, severity, message);
    }
    return undefined;
  },
  fixes,
};

/** `query.filter(User.api_key == key)`: the database compares. */
function isCondition(site: Site, { module }: RuleContext): boolean {
  return (
    module.language === 'python' &&
    nodesAt(module, site.node).some(
      (node) =>
        node.kind === 'call' &&
        /^(?:filter|where|having|join|outerjoin|and_|or_|not_|select)$/.test(
          node.callee.kind === 'member'
            ? node.callee.property
            : node.callee.kind === 'name'
              ? node.callee.name
              : '',
        ) &&
        node.args.some(({ value }) => contains(value, site.node)),
    )
  );
}

/** Something that the sender chose against something that only the server should know. */
function comparesSecret(given: SiteArg, kept: SiteArg, context: RuleContext): Severity | undefined {
  if (given.value.constant || kept.value.constant || isPlain(kept.node)) return undefined;
  const from = exposure(given.value, 'compare', context.flow);
  if (from.level !== 'remote' && from.level !== 'param') return undefined;
  // Both from the sender: there is no secret in it.
  if (exposure(kept.value, 'compare', context.flow).level === 'remote') return undefined;
  if (isMac(kept.node, context) || certain.test(nameOf(kept.node))) return 'warning';
  if (from.level === 'param') return undefined;
  const isKept = allTaints(kept.value).some(({ source }) => source.kind === 'secret');
  if (isKept && certain.test(nameOf(given.node))) return 'warning';
  return likely.test(nameOf(kept.node)) && likely.test(nameOf(given.node)) ? 'hint' : undefined;
}

/** Numbers, calls such as `typeof x` and the like are no secrets. */
function isPlain(node: Expr): boolean {
  return node.kind === 'literal' || node.kind === 'unary' || node.kind === 'list';
}

/** A code that proves who wrote a message; the hash of a public text is no secret. */
function isMac(node: Expr, context: RuleContext): boolean {
  return node.kind === 'call' && /hmac|\bmac\b/i.test(context.text.slice(node.start, node.end));
}

function nameOf(node: Expr): string {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'member':
      return node.property;
    case 'index':
      return node.index.kind === 'literal' ? String(node.index.value) : '';
    case 'string':
      return node.parts.map(nameOf).find((name) => name !== '') ?? '';
    case 'call':
      return node.callee.kind === 'member' &&
        /^(?:get|header|toString|lower|encode)$/.test(node.callee.property)
        ? nameOf(node.args[0]?.value ?? node.callee.object)
        : '';
    case 'literal':
      return typeof node.value === 'string' ? node.value : '';
    default:
      return '';
  }
}
