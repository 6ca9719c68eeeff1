import { fieldAt } from '../../engine/conditions';
import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import { detection, isTestFile, outerFunction } from '../report';
import { type Rule, type RuleContext, stringOf } from '../rule';
import { fixes } from './fix';

const brokenMessage = (name: string) =>
  `${name} is broken: its key or its blocks are too short, and what it encrypts can be read. Use AES-256 in GCM mode.`;
const ecbMessage =
  'ECB encrypts equal blocks to equal blocks, so patterns of the text stay visible, and blocks can be swapped. Use GCM, which also notices changes.';
const ivMessage =
  'The initialisation vector is always the same, so equal texts look equal and GCM even gives its key away. Make a new random one for every message and send it along.';

const derivedMessage =
  'Key and initialisation vector come from the password alone, with one round of MD5, so equal texts look equal and the password is quick to try. Make the key with scrypt and a random vector for every message.';

const tagMessage =
  'The tag that proves that nobody changed the text is compared in `final()`, which is never called here. Call it, and throw the text away when it fails.';

const emptyMessage =
  'The key is empty, so everyone can read what this encrypts. Make a random key of 32 bytes, and keep it out of the code.';

const unsignedMessage =
  'This mode hides the text but does not notice when somebody changes it. Use GCM (or ChaCha20-Poly1305), or sign what was encrypted with an HMAC and check that first.';

/** CWE-327: encryption that does not keep the secret. */
export const rule: Rule = {
  id: 'weak-cipher',
  title: 'Encryption that can be broken',
  cwe: [327, 329],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['cipher'],
  check(site, context) {
    if (isTestFile(site.file, context.text)) return undefined;
    const algorithm = site.spec?.data?.algorithm ?? stringOf(role(site, 'algorithm')) ?? '';
    const name = brokenCipher(algorithm);
    if (name !== undefined) return detection(site, 'warning', brokenMessage(name));
    const padding = paddingMessage(algorithm);
    if (padding) return detection(site, padding.severity, padding.message);
    if (isEcb(site, algorithm, context)) return detection(site, 'warning', ecbMessage);
    if (site.spec?.data?.iv === 'none') return detection(site, 'warning', derivedMessage);
    if (forgetsTag(site, algorithm, context)) return detection(site, 'warning', tagMessage);
    if (stringOf(role(site, 'key')) === '') return detection(site, 'warning', emptyMessage);
    const iv = role(site, 'iv');
    if (iv && isStatic(iv)) return detection(site, 'warning', ivMessage, { at: iv.node });
    return isUnauthenticated(site, context) ? detection(site, 'hint', unsignedMessage) : undefined;
  },
  fixes,
};

const broken: readonly (readonly [RegExp, string])[] = [
  [/^(?:3des|des3|des-?ede3?|desede|tripledes)(?:$|[^a-z0-9])/i, 'Triple DES'],
  [/^des(?:$|[^a-z])/i, 'DES'],
  [/^pbewith\w*and(?:tripledes|desede)/i, 'Triple DES'],
  [/^pbewith\w*anddes/i, 'DES'],
  [/^pbewith\w*andrc[24]/i, 'This cipher'],
  [/^(?:a?rc4|arcfour)/i, 'RC4'],
  [/^a?rc2/i, 'RC2'],
  [/^(?:blowfish|bf)(?:$|[^a-z])/i, 'Blowfish'],
  [/^(?:cast5?|idea|seed)(?:$|[^a-z])/i, 'This cipher'],
  [/^rot13$/i, 'ROT13'],
  [/^xor$/i, 'XOR with a repeated key'],
  [/^(?:null|nullcipher)$/i, 'A cipher that does nothing'],
];

function brokenCipher(algorithm: string): string | undefined {
  return broken.find(([pattern]) => pattern.test(algorithm))?.[1];
}

function isEcb(site: Site, algorithm: string, context: RuleContext): boolean {
  const mode = site.spec?.data?.mode ?? modeOf(role(site, 'mode'));
  if (mode !== undefined) return /^(?:mode_)?ecb$/i.test(mode);
  if (/^rsa\//i.test(algorithm)) return false;
  if (/(?:^|[/_-])ecb(?:$|[^a-z])/i.test(algorithm)) return true;
  // Java's providers take ECB where no mode is named.
  return context.module.language === 'java' && /^aes(?:_\d+)?$/i.test(algorithm);
}

/**
 * Java's names of RSA say how a text is filled up; `ECB` in them means nothing.
 * https://docs.oracle.com/en/java/javase/21/docs/specs/security/standard-names.html#cipher-algorithm-names
 */
function paddingMessage(algorithm: string) {
  if (/^rsa\/\w+\/nopadding$/i.test(algorithm)) {
    return {
      severity: 'warning',
      message:
        'RSA without padding encrypts equal texts to equal ones, and what it encrypts can be changed. Use `RSA/ECB/OAEPWithSHA-256AndMGF1Padding`.',
    } as const;
  }
  return /^rsa\/\w+\/pkcs1padding$/i.test(algorithm)
    ? ({
        severity: 'hint',
        message:
          'With this padding, whoever may ask often whether a text decrypts finds out what it says (Bleichenbacher’s attack). Use `RSA/ECB/OAEPWithSHA-256AndMGF1Padding`.',
      } as const)
    : undefined;
}

/** A mode without a tag, in a Python function that makes none of its own either. */
function isUnauthenticated(site: Site, context: RuleContext): boolean {
  if (context.module.language !== 'python') return false;
  const mode = site.spec?.data?.mode ?? modeOf(role(site, 'mode')) ?? '';
  if (!/^(?:mode_)?(?:cbc|ctr|cfb8?|ofb)$/i.test(mode)) return false;
  const { start, end } = outerFunction(context.module, site.node);
  return !/hmac|cmac|poly1305|\bmac\b|sign/i.test(context.text.slice(start, end));
}

/** Node.js gives out decrypted text before the tag is compared. */
function forgetsTag(site: Site, algorithm: string, context: RuleContext): boolean {
  const { node } = site;
  const callee = node.kind === 'call' ? context.text.slice(node.callee.start, node.callee.end) : '';
  if (!callee.endsWith('createDecipheriv') || !/-(?:gcm|ccm|ocb|poly1305)$/i.test(algorithm)) {
    return false;
  }
  const { start, end } = outerFunction(context.module, node);
  // A stream calls it by itself, and what is handed on may be finished elsewhere.
  return !/\bfinal\b|\bpipe\w*\(|\breturn\s+\w*[dD]ecipher\b(?!\.)/.test(
    context.text.slice(start, end),
  );
}

/** A name, or a constant such as `AES.MODE_ECB`, or an object such as `modes.ECB()`. */
function modeOf(mode: SiteArg | undefined): string | undefined {
  if (!mode) return undefined;
  const named = stringOf(mode) ?? mode.value.symbol;
  if (named !== undefined) return /([A-Za-z_]+)(?:\(\)|#)?$/.exec(named)?.[1];
  const field = fieldAt(mode.value, ['mode']);
  return field && field !== 'absent' && typeof field.constant?.value === 'string'
    ? field.constant.value
    : undefined;
}

/** Written into the program: a text, or a list of numbers. */
function isStatic(iv: SiteArg): boolean {
  if (iv.node.kind === 'literal' && iv.node.value === null) return false;
  // `new byte[16]` holds zeros where it stands.
  if (iv.node.kind === 'list' && iv.node.elements.length === 0) return true;
  return isConstant(iv.value);
}

function isConstant({ constant, shape }: Value): boolean {
  if (constant) return typeof constant.value === 'string' && constant.value !== '';
  if (shape?.kind !== 'list' || shape.open || shape.elements.length < 8) return false;
  return shape.elements.every((element) => typeof element.constant?.value === 'number');
}
