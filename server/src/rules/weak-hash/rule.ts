import { role, type Site } from '../../engine/sites';
import type { Call, Expr, FunctionNode, Module, Node, Span, Target } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import { enclosingFunction, nodesAt } from '../edits';
import { contains, detection, isTestFile, sitesOf } from '../report';
import { type Observation, type Rule, type RuleContext, sensitive, stringOf } from '../rule';
import { fixes } from './fix';

const advice =
  'Use SHA-256, or an HMAC with a key where a signature is meant. For passwords use bcrypt or Argon2.';

/** What a hash that tells one file from another is called: nobody gains by forging it. */
const checksum =
  /e_?tag|check_?sum|cache|gravatar|avatar|finger_?print|content_?hash|file_?(?:hash|name)|bucket|shard|md5_?sum|content_?md5|dedup|revision|cache_?key|short_?id|colou?r|git|blob/i;

/** CWE-328: a hash function for which two inputs with the same hash can be made. */
export const rule: Rule = {
  id: 'weak-hash',
  title: 'Hash function that is broken',
  cwe: [328, 327],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['hash'],
  inspect: ({ flow, module }) => (isTestFile(flow.file) ? [] : ownDigests(module)),
  check(site, context) {
    const algorithm = brokenHash(site.spec?.data?.algorithm ?? stringOf(role(site, 'algorithm')));
    if (algorithm === undefined) return undefined;
    if (hashesPassword(site, context) || isTestFile(site.file, context.text)) return undefined;
    return isHarmless(site, context) || !provesSomething(site, context)
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
  fixes,
};

const ownMessage =
  'A hash function of your own has hardly been tried by anyone who breaks them, and most new ones are broken. Use one of the platform, such as SHA-256.';

/**
 * Java classes that are a hash function themselves, and do not pass the work on to another digest.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/security/MessageDigestSpi.html
 */
function ownDigests(module: Module): readonly Observation[] {
  if (module.language !== 'java') return [];
  return [...nodesOf(module, 'class'), ...nodesOf(module, 'class-decl')].flatMap(({ cls }) => {
    const base = cls.supers.find((one) => /^MessageDigest(?:Spi)?$/.test(nameOf(one)[0] ?? ''));
    const computes = cls.methods.find(({ name }) => name === 'engineDigest');
    if (!base || !computes || passesOn(computes)) return [];
    const at = { start: cls.start, end: base.end };
    return [{ at, severity: 'warning', message: ownMessage } as const];
  });
}

function passesOn({ body }: FunctionNode): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.kind !== 'call' || node.callee.kind !== 'member') return;
    if (/^(?:digest|doFinal|hash|final)$/.test(node.callee.property)) found = true;
  });
  return found;
}

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

/** Names of what somebody gains by forging. */
const proof =
  /sign|token|secret|passw|pwd|auth|hmac|(?:^|_)mac(?:$|_)|verif|certif|nonce|session|csrf|otp|licen[cs]e|credential|api_?key|integrity|trust/i;

/** Whether a name around it says that the hash protects something; most only name or compare. */
function provesSomething(site: Site, context: RuleContext): boolean {
  // Java chooses the function far from the data, so the names around it say little.
  if (context.module.language === 'java') return true;
  const data = [site, ...sitesOf(context, 'fast-hash').filter(({ fn }) => fn === site.fn)];
  return [
    ...namesAround(site, context),
    ...data.flatMap((one) => nameOf(role(one, 'data')?.node ?? site.node)),
  ].some((name) => proof.test(name));
}

function isHarmless(site: Site, context: RuleContext): boolean {
  if (role(site, 'data')?.value.constant) return true;
  // Codes for a login and MACs stay safe with SHA-1: https://www.rfc-editor.org/rfc/rfc6238
  if (nodesAt(context.module, site.node).some(isCodeOrMac)) return true;
  const hashed = sitesOf(context, 'fast-hash').filter(
    ({ fn }) => fn !== undefined && fn === site.fn,
  );
  const data = [site, ...hashed].flatMap((one) => role(one, 'data')?.node ?? []);
  if (data.some((node) => nameOf(node).some((name) => checksum.test(name)))) return true;
  return namesAround(site, context).some((name) => checksum.test(name));
}

function isCodeOrMac(node: Node): boolean {
  return (
    node.kind === 'call' &&
    node.callee.kind === 'name' &&
    /^(?:[ht]otp|hmac)$/i.test(node.callee.name)
  );
}

/** What the hash is assigned to or put under, and the functions that it stands in. */
function namesAround(site: Site, context: RuleContext): readonly string[] {
  const inside = (span: Span) => contains(span, site.node);
  const names = nodesAt(context.module, site.node).flatMap((node): readonly string[] => {
    switch (node.kind) {
      case 'function':
      case 'function-decl':
        return node.fn.name === undefined ? [] : [node.fn.name];
      case 'assign':
        return nameOf(node.target);
      case 'map':
        return node.entries.flatMap(({ key, value }) => (key && inside(value) ? nameOf(key) : []));
      case 'call':
        return node.args.flatMap(({ name, value }) =>
          inside(value) ? [name ?? '', ...headerName(node)] : [],
        );
      default:
        return [];
    }
  });
  return [...names, enclosingFunction(context.module, site.node)?.name ?? ''];
}

/** `set('ETag', …)`: what the value is set under. */
function headerName({ args }: Call): readonly string[] {
  const first = args[0]?.value;
  return first?.kind === 'literal' && typeof first.value === 'string' ? [first.value] : [];
}

function nameOf(node: Expr | Target): readonly string[] {
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'member':
      return [node.property];
    case 'index':
      return nameOf(node.index);
    case 'literal':
      return [String(node.value)];
    default:
      return [];
  }
}
