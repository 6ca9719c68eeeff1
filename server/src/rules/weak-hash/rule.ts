import { role, type Site } from '../../engine/sites';
import { enclosingFunction, nodesAt } from '../edits';
import { detection, isTestFile, sitesOf } from '../report';
import { type Rule, type RuleContext, sensitive, stringOf } from '../rule';

const advice =
  'Use SHA-256, or an HMAC with a key where a signature is meant. For passwords use bcrypt or Argon2.';

/** What a hash that tells one file from another is called: nobody gains by forging it. */
const checksum =
  /e_?tag|check_?sum|cache|gravatar|avatar|finger_?print|content_?hash|file_?(?:hash|name)|bucket|shard|dedup|revision|cache_?key|short_?id|colou?r|git|blob/i;

/** CWE-328: a hash function for which two inputs with the same hash can be made. */
export const rule: Rule = {
  id: 'weak-hash',
  title: 'Hash function that is broken',
  cwe: [328, 327],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['hash'],
  check(site, context) {
    const algorithm = brokenHash(site.spec?.data?.algorithm ?? stringOf(role(site, 'algorithm')));
    if (algorithm === undefined) return undefined;
    if (hashesPassword(site, context) || isTestFile(site.file)) return undefined;
    return isHarmless(site, context)
      ? detection(
          site,
          'hint',
          `${algorithm} can be forged: two different inputs with the same hash can be made. For a checksum against accidents that is fine. ${advice}`,
        )
      : detection(
          site,
          'warning',
          `${algorithm} is broken: an attacker can make two different inputs with the same hash, so it proves nothing. ${advice}`,
        );
  },
};

/** That is a fault of its own, and a worse one. */
function hashesPassword(site: Site, context: RuleContext): boolean {
  // `createHash('md5')` says nothing of the data, which comes with `update`.
  const others = sitesOf(context, 'fast-hash').filter(
    ({ node, fn }) => node === site.node || (fn === site.fn && !site.spec?.roles?.data),
  );
  return [site, ...others].some((one) => {
    const data = role(one, 'data');
    return data !== undefined && sensitive(data.value, 'password') !== undefined;
  });
}

/** Its usual name; undefined for one that is still good. */
function brokenHash(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  // A signature's or a MAC's name, such as `SHA1withRSA` or `HmacMD5`, says more than its hash.
  const name = written.replace(/[^a-z0-9]/gi, '').toUpperCase();
  const found = /^(?:RSA)?(MD2|MD4|MD5|SHA1|SHA0?)(?:WITHRSA|WITHDSA|WITHECDSA|RSA)?$/.exec(
    name,
  )?.[1];
  if (found === undefined) return undefined;
  return found.startsWith('SHA') ? 'SHA-1' : found;
}

function isHarmless(site: Site, context: RuleContext): boolean {
  if (role(site, 'data')?.value.constant) return true;
  return namesAround(site, context).some((name) => checksum.test(name));
}

/** What the hash is assigned to, and the functions that it stands in. */
function namesAround(site: Site, context: RuleContext): readonly string[] {
  const names = nodesAt(context.module, site.node).flatMap((node) => {
    if (node.kind === 'function' || node.kind === 'function-decl') return node.fn.name ?? [];
    if (node.kind !== 'assign') return [];
    const { target } = node;
    return target.kind === 'name' ? target.name : target.kind === 'member' ? target.property : [];
  });
  return [...names, enclosingFunction(context.module, site.node)?.name ?? ''];
}
