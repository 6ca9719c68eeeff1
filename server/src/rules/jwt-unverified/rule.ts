import { fieldAt } from '../../engine/conditions';
import { role, type Site } from '../../engine/sites';
import type { Value } from '../../engine/values';
import { contains, detection, outerFunction, sitesOf } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';
import { fixes } from './fix';
import { readByHand } from './readByHand';

const unverifiedMessage =
  'This reads a token without checking its signature, so anyone can write one and be whoever they like. Verify it with the key, and name the algorithm that you expect.';
const noneMessage =
  'The algorithm `none` means no signature at all: anyone can write a token that passes here. Allow only the algorithm that you sign with.';
const unsignedMessage =
  'This token is issued without a signature, so anyone can write one like it. Sign it with a key, and refuse tokens that have no signature.';

/** CWE-347: a token that is believed without a valid signature. */
export const rule: Rule = {
  id: 'jwt-unverified',
  title: 'Token whose signature is not checked',
  cwe: [347, 345],
  owasp: 'A07:2025 Authentication Failures',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['jwt-verify', 'jwt-sign'],
  check(site, context) {
    if (allowsNone(site)) {
      return detection(site, 'error', site.kind === 'jwt-sign' ? unsignedMessage : noneMessage);
    }
    if (site.kind !== 'jwt-verify' || site.spec?.data?.unverified !== 'yes') return undefined;
    if (isVerifiedToo(site, context)) return undefined;
    const token = role(site, 'token');
    const from = token && exposure(token.value, 'jwt-verify', context.flow);
    return from?.level === 'remote'
      ? detection(site, 'error', unverifiedMessage, { taint: from.taint })
      : detection(site, 'warning', unverifiedMessage);
  },
  inspect: readByHand,
  fixes,
};

function allowsNone(site: Site): boolean {
  if (site.spec?.data?.none === 'yes') return true;
  const named = [role(site, 'algorithms')?.value, role(site, 'algorithm')?.value];
  const options = role(site, 'options');
  if (options) {
    for (const key of ['algorithms', 'algorithm', 'alg']) {
      const held = fieldAt(options.value, [key]);
      if (held !== 'absent') named.push(held);
    }
  }
  return named.some(isNone);
}

function isNone(of: Value | undefined): boolean {
  const known = of?.constant?.value;
  if (typeof known === 'string') return known.toLowerCase() === 'none';
  return of?.shape?.kind === 'list' && of.shape.elements.some(isNone);
}

/** Reading the header of a token first, to find its key, is how it has to be done. */
function isVerifiedToo(site: Site, context: RuleContext): boolean {
  const around = outerFunction(context.module, site.node);
  return sitesOf(context, 'jwt-verify').some(
    (other) =>
      other.node !== site.node &&
      other.spec?.data?.unverified !== 'yes' &&
      contains(around, other.node),
  );
}
