import type { Site } from '../../engine/sites';
import { allTaints } from '../../engine/values';
import type { Span } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { nodesAt, source } from '../edits';
import { contains, detection, isTestFile, outerFunction } from '../report';
import type { Rule, RuleContext } from '../rule';
import { fixes } from './fix';

const usedMessage =
  'This value is meant to be a secret, but its random numbers come from a generator that can be predicted. An attacker who sees a few of them can work out the next. Use the generator for cryptography.';
const madeMessage =
  'This generator can be predicted: an attacker who sees a few of its numbers can work out the next. Use the generator for cryptography wherever a value must not be guessed.';

const uuidMessage =
  'This identifier is made of the time and of the address of the machine, so others of its kind can be guessed, and it tells both. Use a random one (version 4) wherever it must not be guessed.';

const secretName =
  /(?:^|_)(?:token|secret|password|passwd|pwd|otp|nonce|salt|csrf|xsrf|iv|pin|api_?key|session_?(?:id|key|token)?|auth_?code|(?:reset|verification|confirmation|invite|activation|access|secret|encryption|private)_?(?:code|key|token|id)?)(?:$|_(?:value|string|str|hex|bytes|hash|text|\d+)$)/i;

/** CWE-330: random numbers that can be predicted, where a secret is made of them. */
export const rule: Rule = {
  id: 'weak-random',
  title: 'Secret made from predictable random numbers',
  cwe: [330, 338],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: [
    'random',
    'random-use',
    'cookie',
    'secret',
    'password-record',
    'password-field',
    'trust-boundary',
  ],
  check(site, context) {
    if (isTestFile(site.file, context.text)) return undefined;
    if (site.kind === 'random') return checkGenerator(site, context);
    // There the generator itself is reported.
    if (context.module.language === 'java') return undefined;
    for (const arg of site.args) {
      const taint = allTaints(arg.value).find(({ source }) => source.kind === 'weak-random');
      // A name says what is made more plainly than the place where it is used.
      if (!taint || isNamedSecret(taint.source, context)) continue;
      return detection(site, 'warning', usedMessage, { at: arg.node, taint });
    }
    return undefined;
  },
  fixes,
};

function checkGenerator(site: Site, context: RuleContext) {
  if (isNamedSecret(site.node, context)) return detection(site, 'warning', usedMessage);
  if (site.spec?.data?.of === 'uuid') return detection(site, 'hint', uuidMessage);
  // Java programs have SecureRandom beside Random, and games are rare among them.
  if (context.module.language !== 'java') return undefined;
  // A generator for many threads is chosen for its speed.
  const isFast = /\bThreadLocalRandom\b/.test(source(context, site.node));
  return detection(site, isFast ? 'hint' : 'warning', madeMessage);
}

/** Whether it is assigned to, returned by or put under a name that stands for a secret. */
function isNamedSecret(at: Span, context: RuleContext): boolean {
  return nodesAt(context.module, at).some((node) => {
    switch (node.kind) {
      case 'assign': {
        const { target } = node;
        if (target.kind === 'name')
          return isSecret(target.name) || isKeptInSession(target.name, at, context);
        return target.kind === 'member' && isSecret(target.property);
      }
      case 'function':
      case 'function-decl':
        return node.fn.name !== undefined && isSecret(node.fn.name);
      case 'map':
        return node.entries.some(
          ({ key, value }) =>
            value.start <= at.start &&
            at.end <= value.end &&
            key?.kind === 'literal' &&
            isSecret(String(key.value)),
        );
      default:
        return false;
    }
  });
}

const sessionName = /session|cookie|token/i;

/** `session[key] = name` later in the function. */
function isKeptInSession(name: string, at: Span, { module }: RuleContext): boolean {
  const outer = outerFunction(module, at);
  return nodesOf(module, 'assign').some(({ start, end, target, value }) => {
    if (target.kind !== 'index' || target.object.kind !== 'name') return false;
    if (value?.kind !== 'name' || value.name !== name || start < at.start) return false;
    return sessionName.test(target.object.name) && contains(outer, { start, end });
  });
}

function isSecret(name: string): boolean {
  return secretName.test(name.replace(/^[$@]+/, '').replace(/([a-z\d])([A-Z])/g, '$1_$2'));
}
