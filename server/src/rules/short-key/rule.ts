import { role, type Site } from '../../engine/sites';
import { onlyLiteral } from '../onlyLiteral';
import { detection, fieldOf, isTestFile } from '../report';
import type { Rule, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { fixes } from './fix';

/** Least sizes by NIST SP 800-57 Part 1 Rev. 5, table 2 (112 bits of security). */
const least: Readonly<Record<string, number>> = {
  rsa: 2048,
  dsa: 2048,
  dh: 2048,
  ec: 224,
  aes: 128,
  blowfish: 128,
};

/** CWE-326: a key that is too short. */
export const rule: Rule = {
  id: 'short-key',
  title: 'Key that is too short',
  cwe: [326],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['key-size'],
  check(site, context) {
    if (isTestFile(site.file, context.text)) return undefined;
    const given = role(site, 'bits');
    const bits =
      fieldOf(given, ['modulusLength', 'namedCurve', 'primeLength', 'private_key_bits', 'bits']) ??
      given;
    const algorithm = (site.spec?.data?.algorithm ?? algorithmOf(site, context)).toLowerCase();
    const min = Number(site.spec?.data?.min ?? least[algorithm]);
    const known = bits?.value.constant?.value ?? bits?.value.symbol;
    const size = bits && sizeOf(known ?? onlyLiteral(bits.node, context.module));
    if (!bits || size === undefined || !(size < min)) return undefined;
    const safe = algorithm === 'ec' ? '256' : algorithm === 'aes' ? '256' : '3072';
    return detection(
      site,
      'warning',
      `A key of ${size} bits is too short: it can be broken with enough computers. Use ${safe} bits; ${min} is the least.`,
      { at: bits.node, detail: algorithm },
    );
  },
  fixes,
};

function algorithmOf(site: Site, { module }: RuleContext): string {
  const given = role(site, 'algorithm');
  if (!given) return '';
  const known = given.value.constant?.value;
  if (typeof known === 'string') return known;
  // A generator: the call that made it names the algorithm.
  const { node } = given;
  const made = node.kind === 'name' ? assignmentsTo(node.name, node, module) : [node];
  const [first, ...more] = made.flatMap((one) => {
    const name = one.kind === 'call' ? one.args[0]?.value : undefined;
    return name?.kind === 'literal' && typeof name.value === 'string' ? [name.value] : [];
  });
  return first !== undefined && more.length === 0 ? (aliases[first.toLowerCase()] ?? first) : '';
}

/** Other names of Java's generators. */
const aliases: Readonly<Record<string, string>> = {
  'rsassa-pss': 'rsa',
  diffiehellman: 'dh',
  ecdsa: 'ec',
  ecdh: 'ec',
};

/** A count of bits, or a curve's name that has it: `secp192r1`, `prime192v1`. */
function sizeOf(known: unknown): number | undefined {
  if (typeof known === 'number') return known;
  if (typeof known !== 'string') return undefined;
  const digits = /^\d+$|(?:secp|sect|prime|brainpoolP|\bP-?)(\d{3})/i.exec(known);
  return digits ? Number(digits[1] ?? digits[0]) : undefined;
}
