import { role, type SiteArg } from '../../engine/sites';
import type { Expr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { lineBreak, quote, source, writtenSpan } from '../edits';
import { importClass, importModule, importWhole, requireLibrary } from '../repairs/imports';
import { mergedInsertions } from '../repairs/refuse';
import { indentUnit } from '../repairs/statements';
import { type Detection, exposure, type FixDraft, type RuleContext } from '../rule';

interface Comparison {
  readonly title: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The comparison of the platform that takes the same time for every text. What is missing must not be
 * equal to an empty text or to the word for it: the kept secret is passed on as it is.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const left = role(site, 'left') ?? site.args[0];
  const right = role(site, 'right') ?? site.args[1];
  const { node } = site;
  if (!left || !right) return [];
  if (node.kind === 'binary' ? !/^[!=]==?$/.test(node.op) : node.kind !== 'call') return [];
  const isGiven = (arg: SiteArg) => exposure(arg.value, 'compare', context.flow).level !== 'none';
  const [given, kept] = isGiven(right) && !isGiven(left) ? [right, left] : [left, right];
  const made = comparison(given.node, kept.node, node, context);
  const { start, end }: Span = node;
  const isNot = node.kind === 'binary' && node.op.startsWith('!');
  const not = context.module.language === 'python' ? 'not ' : '!';
  const newText = isNot ? not + made.text : made.text;
  const edits = mergedInsertions([{ start, end, newText }, ...made.edits]);
  return [{ title: `Compare in constant time (${made.title})`, edits, safe: true }];
}

function code(of: Expr, context: RuleContext): string {
  return source(context, writtenSpan(context, of));
}

function comparison(given: Expr, kept: Expr, node: Expr, context: RuleContext): Comparison {
  const from = code(given, context);
  const secret = code(kept, context);
  switch (context.module.language) {
    case 'python': {
      // https://docs.python.org/3/library/hmac.html#hmac.compare_digest
      const hmac = importWhole(context, 'hmac');
      const text = given.kind === 'index' ? from : `${from} or ''`;
      return {
        title: 'hmac.compare_digest',
        text: `${hmac.name}.compare_digest(${text}, ${secret})`,
        edits: hmac.edits,
      };
    }
    case 'java':
      return inJava(from, secret, node, context);
    case 'ruby':
      return inRuby(from, secret, context);
    case 'php':
      // https://www.php.net/hash_equals
      return {
        title: 'hash_equals',
        text: `hash_equals(${secret}, (string) ${from})`,
        edits: [],
      };
    default:
      return inNode(from, secret, context);
  }
}

/**
 * It takes buffers of one length only, which hashes are, so the file gets a function for it:
 * https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b
 */
function inNode(given: string, kept: string, context: RuleContext): Comparison {
  const { text } = context;
  const made = {
    title: 'crypto.timingSafeEqual',
    text: `isSameSecret(${given}, ${kept})`,
  };
  if (/\bfunction isSameSecret\(/.test(text)) return { ...made, edits: [] };
  const known = importModule(context, 'crypto', 'crypto');
  const crypto = known.edits.length === 0 ? known : importModule(context, 'node:crypto', 'crypto');
  const isTyped = context.module.language === 'typescript';
  const unit = indentUnit(context);
  const q = quote(text);
  const lines = [
    '',
    '/** Takes the same time wherever the texts differ. */',
    isTyped
      ? 'function isSameSecret(left: unknown, right: unknown): boolean {'
      : 'function isSameSecret(left, right) {',
    `${unit}if (typeof left !== typeof right || left === undefined || left === null) return false;`,
    `${unit}const hash = (value${isTyped ? ': unknown' : ''}) =>`,
    `${unit}${unit}${crypto.name}.createHash(${q}sha256${q}).update(String(value)).digest();`,
    `${unit}return ${crypto.name}.timingSafeEqual(hash(left), hash(right));`,
    '}',
    '',
  ];
  const br = lineBreak(text);
  const gap = text.endsWith('\n') ? '' : br;
  const end = text.length;
  return {
    ...made,
    edits: [...crypto.edits, { start: end, end, newText: gap + lines.join(br) }],
  };
}

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/security/MessageDigest.html#isEqual(byte[],byte[]) */
function inJava(given: string, kept: string, node: Expr, context: RuleContext): Comparison {
  const digest = importClass(context, 'java.security.MessageDigest');
  const title = 'MessageDigest.isEqual';
  if (/^(?:java\.util\.)?Arrays\.equals\b/.test(source(context, node))) {
    return { title, text: `${digest.name}.isEqual(${given}, ${kept})`, edits: digest.edits };
  }
  const charsets = importClass(context, 'java.nio.charset.StandardCharsets');
  const bytes = (of: string) => `${of}.getBytes(${charsets.name}.UTF_8)`;
  return {
    title,
    text: `${digest.name}.isEqual(${bytes(`String.valueOf(${given})`)}, ${bytes(kept)})`,
    edits: [...digest.edits, ...charsets.edits],
  };
}

function inRuby(given: string, kept: string, context: RuleContext): Comparison {
  const isRails = /\bRails\b|Controller\b|ActiveRecord|ActiveSupport/.test(context.text);
  const isRack = /\b(?:Sinatra|Rack)\b|require ['"](?:sinatra|rack)/.test(context.text);
  const owner = isRails ? 'ActiveSupport::SecurityUtils' : isRack ? 'Rack::Utils' : 'OpenSSL';
  const text = /^[\w.@[\]:'"-]+$/.test(given) ? `${given}.to_s` : `(${given}).to_s`;
  return {
    title: `${owner}.secure_compare`,
    text: `${owner}.secure_compare(${text}, ${kept})`,
    edits: isRails || isRack ? [] : requireLibrary(context, 'openssl'),
  };
}
