import { role } from '../../engine/sites';
import type { Call, Expr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importFrom, importModule } from '../repairs/imports';
import { replaceValue, setKeyword, stringText } from '../repairs/options';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/** A hash function that is broken, in the parts of a name. */
const broken = /(?<![a-z\d])(?:md[245]|sha-?1?)(?!\d)/i;

const title = 'Use SHA-256';

/**
 * SHA-256 in the place of the broken function. A preview: hashes that were stored, or that others
 * make, are no longer the same, and they are longer.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site, severity } = detection;
  const drafts: FixDraft[] = waysFor(detection, context).flatMap((edits) =>
    edits && edits.length > 0 ? [{ title, edits, safe: false }] : [],
  );
  const { node } = site;
  const isHashlib = node.kind === 'call' && /\bhashlib\.\w+$/.test(source(context, node.callee));
  if (severity === 'hint' && context.module.language === 'python' && isHashlib) {
    // https://docs.python.org/3/library/hashlib.html#hashlib.new
    const edits = setKeyword(node, 'usedforsecurity', 'False', context);
    if (edits)
      drafts.push({ title: 'Say that it protects nothing (usedforsecurity)', edits, safe: false });
  }
  return drafts;
}

type Edits = readonly TextEdit[] | undefined;

function waysFor({ site }: Detection, context: RuleContext): readonly Edits[] {
  const { node } = site;
  if (node.kind !== 'call') return [nameEdit(node, context)];
  const algorithm = role(site, 'algorithm')?.node;
  if (algorithm) {
    return [inAlgorithm(algorithm, context), directly(algorithm, context)];
  }
  if (context.module.language === 'php') return [inPhp(node, context)];
  return [ofFunction(node, context)];
}

function replace(span: Span, newText: string): TextEdit {
  return { start: span.start, end: span.end, newText };
}

/** `SHA1withRSA`, `RSA-MD5`, `md5`, `SHA-1`: the same name with the other hash. */
function better(name: string, { module }: RuleContext): string | undefined {
  const match = /^(RSA-?)?(md[245]|sha-?[01]?)(with\w+)?$/i.exec(name);
  if (!match) return undefined;
  const [, before = '', hash = '', after = ''] = match;
  const isSignature = before !== '' || after !== '';
  const hasDash = module.language === 'java' && !isSignature;
  const written = hasDash ? 'SHA-256' : 'SHA256';
  const isLower = hash === hash.toLowerCase();
  return before + (isLower && !hasDash ? written.toLowerCase() : written) + after;
}

/** The name of the algorithm where it is written. */
function inAlgorithm(at: Expr, context: RuleContext): Edits {
  const given = at.kind === 'name' ? assignmentsTo(at.name, at, context.module) : [at];
  const edits = given.map((one) => {
    if (one.kind !== 'literal' || typeof one.value !== 'string') return undefined;
    const name = better(one.value, context);
    return name === undefined
      ? undefined
      : replaceValue(one, stringLike(one, name, context), context);
  });
  const known = edits.flatMap((edit) => edit ?? []);
  return known.length > 0 && known.length === edits.length ? known : constantEdit(at, context);
}

/** In the quotes that it has. */
function stringLike(of: Expr, text: string, context: RuleContext): string {
  const mark = context.text[of.start - 1];
  return mark === '"' || mark === "'" ? mark + text + mark : stringText(text, context);
}

/** `OPENSSL_ALGO_SHA1`, `hashes.MD5()`. */
function constantEdit(at: Expr, context: RuleContext): Edits {
  return at.kind === 'name' || at.kind === 'member' || at.kind === 'call'
    ? nameEdit(at, context)
    : undefined;
}

/** The name comes from elsewhere, such as a file of settings: it is written here instead. */
function directly(at: Expr, context: RuleContext): Edits {
  if (at.kind !== 'name' || context.module.language !== 'java') return undefined;
  return [replaceValue(at, '"SHA-256"', context)];
}

/** A function or class that is called by the name of the hash. */
function nameEdit(node: Expr, context: RuleContext): Edits {
  const written = source(context, node);
  const matches = [...written.matchAll(new RegExp(namePart, 'gi'))];
  const last = matches.at(-1);
  if (!last) return undefined;
  const start = node.start + last.index;
  return [replace({ start, end: start + last[0].length }, sameCase(last[0]))];
}

/** `md5` in `md5Hex` and `getMd5Digest` too. */
const namePart = 'md[245]|sha-?1(?!\\d)|\\bSHA\\b';

function sameCase(name: string): string {
  if (name === name.toUpperCase()) return 'SHA256';
  return /^[A-Z]/.test(name) ? 'Sha256' : 'sha256';
}

function ofFunction(call: Call, context: RuleContext): Edits {
  const { callee } = call;
  const { language } = context.module;
  if (language === 'javascript' || language === 'typescript') {
    const isPackage = callee.kind === 'name';
    if (isPackage) return withCrypto(call, context);
  }
  if (callee.kind === 'name' && language === 'python') return importedFunction(callee, context);
  if (callee.kind === 'member' && callee.object.kind === 'name' && language === 'python') {
    const ofClass = importedFunction(callee.object, context);
    if (ofClass) return ofClass;
  }
  return nameEdit(callee, context);
}

/** `from hashlib import md5`, `from Crypto.Hash import MD5`. */
function importedFunction(name: Expr & { kind: 'name' }, context: RuleContext): Edits {
  for (const stmt of context.module.body) {
    if (stmt.kind !== 'import') continue;
    const known = stmt.names.find(({ local }) => local === name.name);
    if (!known || known.imported === '*' || !broken.test(known.imported)) continue;
    const wanted = known.imported.replace(new RegExp(namePart, 'i'), sameCase);
    const imported = importFrom(context, stmt.source, wanted);
    return [replace(name, imported.name), ...imported.edits];
  }
  return undefined;
}

/** Packages for one hash alone: https://www.npmjs.com/package/md5 */
function withCrypto(call: Call, context: RuleContext): Edits {
  const [first, ...more] = call.args;
  if (!first || first.spread || more.length > 0) return undefined;
  const isPage = /from ['"](?:react|vue|svelte)/.test(context.text);
  if (isPage) return undefined;
  const known = importModule(context, 'crypto', 'crypto');
  const crypto = known.edits.length === 0 ? known : importModule(context, 'node:crypto', 'crypto');
  const algorithm = stringText('sha256', context);
  const hex = stringText('hex', context);
  const code = `${crypto.name}.createHash(${algorithm}).update(${source(context, first)}).digest(${hex})`;
  return [replace(call, code), ...crypto.edits];
}

/** https://www.php.net/hash: it takes what `md5` takes behind the name of the function. */
function inPhp(call: Call, context: RuleContext): Edits {
  const name = source(context, call.callee).replace(/^\\/, '').toLowerCase();
  const [first] = call.args;
  const algorithm = stringText('sha256', context);
  if (/^(?:md5|sha1)(?:_file)?$/.test(name)) {
    if (!first || first.spread || isInString(call, context)) return undefined;
    const hash = name.endsWith('_file') ? 'hash_file' : 'hash';
    const code = context.text.slice(first.start, call.argsSpan.end);
    return [
      replace({ start: call.start, end: call.argsSpan.end }, `${hash}(${algorithm}, ${code}`),
    ];
  }
  if (!/^openssl_(?:sign|verify)$/.test(name)) return undefined;
  const [, , third, fourth] = call.args;
  if (fourth) return [replace(fourth, 'OPENSSL_ALGO_SHA256')];
  return third
    ? [{ start: third.end, end: third.end, newText: ', OPENSSL_ALGO_SHA256' }]
    : undefined;
}

function isInString(call: Call, { module }: RuleContext): boolean {
  return nodesAt(module, call).some((node) => node.kind === 'string' && node.style === 'template');
}
