import { allTaints } from '../../engine/values';
import type { Call, Expr, Node, Span } from '../../ir/types';
import type { PackageNeed, TextEdit } from '../../report/finding';
import { isPrimary, nodesAt, source } from '../edits';
import {
  type ImportedName,
  importClass,
  importFrom,
  importModule,
  importWhole,
  requireLibrary,
} from '../repairs/imports';
import { addArguments, stringText } from '../repairs/options';
import { packageNeed } from '../repairs/packages';
import { contains } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** The generator for cryptography in the place of the one that can be predicted. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const calls = generatorsOf(detection, context);
  const changes = calls.map((call) => replacement(call, context));
  const [first] = changes;
  if (!first) return [];
  const edits: TextEdit[] = [];
  for (const change of changes) {
    if (!change) return [];
    edits.push(...change.edits);
  }
  const safe = changes.every((change) => change?.safe);
  const packages = first.packages;
  return [{ title: first.title, edits, safe, ...(packages && { packages }) }];
}

interface Change {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
  readonly packages?: readonly PackageNeed[];
}

/** The call that is reported, or those that the reported value comes from. */
function generatorsOf({ site, taint }: Detection, context: RuleContext): readonly Expr[] {
  if (site.kind === 'random') return [site.node];
  const spans = new Map<number, Span>();
  for (const arg of site.args) {
    for (const { source } of allTaints(arg.value)) {
      if (source.kind === 'weak-random' && source.file === context.flow.file) {
        spans.set(source.start, source);
      }
    }
  }
  return taint ? [...spans.values()].flatMap((span) => callAt(span, context) ?? []) : [];
}

function callAt(span: Span, { module }: RuleContext): Call | undefined {
  const found = nodesAt(module, span).findLast(
    (node) => node.kind === 'call' && node.start <= span.start && node.end >= span.end,
  );
  return found?.kind === 'call' ? found : undefined;
}

function replacement(call: Expr, context: RuleContext): Change | undefined {
  // Ruby calls without parentheses too.
  if (context.module.language === 'ruby') return inRuby(call, context);
  if (call.kind !== 'call') return undefined;
  switch (context.module.language) {
    case 'java':
      return inJava(call, context);
    case 'python':
      return inPython(call, context);
    case 'php':
      return inPhp(call, context);
    default:
      return inJavaScript(call, context);
  }
}

function replace(span: Span, newText: string): TextEdit {
  return { start: span.start, end: span.end, newText };
}

/** The node around one that is no statement, from inside. */
function parents(node: Node, { module }: RuleContext): readonly Node[] {
  return [...nodesAt(module, node)].reverse().filter((one) => one !== node && contains(one, node));
}

function methodOf(call: Call): string {
  const { callee } = call;
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'name' ? callee.name : '';
}

// ---------------------------------------------------------------------------------------------
// Java

function inJava(call: Call, context: RuleContext): Change | undefined {
  const written = source(context, call.callee);
  const isWhole = /^java\./.test(written);
  const secure: ImportedName = isWhole
    ? { name: 'java.security.SecureRandom', edits: [] }
    : importClass(context, 'java.security.SecureRandom');
  const title = 'Use SecureRandom';
  if (call.isNew && /(?:^|\.)Random$/.test(written)) {
    // A seed makes the numbers come again: that may be what it is for.
    return {
      title,
      edits: [replace(call, `new ${secure.name}()`), ...secure.edits],
      safe: call.args.length === 0,
    };
  }
  if (/(?:^|\.)Math\.random$/.test(written)) {
    const text = `new ${secure.name}().nextDouble()`;
    return { title, edits: [replace(call, text), ...secure.edits], safe: true };
  }
  // https://commons.apache.org/proper/commons-lang/javadocs/api-release/org/apache/commons/lang3/RandomStringUtils.html
  if (/RandomStringUtils\.random\w*$/.test(written)) {
    const { callee } = call;
    if (callee.kind !== 'member' || /commons\.lang\./.test(context.text)) return undefined;
    const method = callee.property.replace(/^random/, 'secure().next');
    return {
      title: 'Use the generator for secrets (RandomStringUtils.secure)',
      edits: [replace(callee.propertySpan, method)],
      safe: false,
      packages: [packageNeed('maven', 'org.apache.commons:commons-lang3')],
    };
  }
  if (/ThreadLocalRandom\.current$/.test(written)) {
    const [around] = parents(call, context);
    if (around?.kind !== 'member') return undefined;
    // Numbers from a range: with two arguments since Java 17 only.
    return { title, edits: [replace(call, `new ${secure.name}()`), ...secure.edits], safe: false };
  }
  return undefined;
}

// ---------------------------------------------------------------------------------------------
// Python

/** https://docs.python.org/3/library/secrets.html; its SystemRandom has the methods of `random`. */
const pythonNames: Readonly<Record<string, string>> = {
  choice: 'choice',
  randbytes: 'token_bytes',
  getrandbits: 'randbits',
};

function inPython(call: Call, context: RuleContext): Change | undefined {
  const { callee } = call;
  const method = methodOf(call);
  if (method === 'uuid1') {
    const title = 'Use a random identifier (uuid4)';
    if (callee.kind === 'member') {
      const edits = [replace({ start: callee.propertySpan.start, end: call.end }, 'uuid4()')];
      return { title, edits, safe: true };
    }
    const named = importFrom(context, 'uuid', 'uuid4');
    return { title, edits: [replace(call, `${named.name}()`), ...named.edits], safe: true };
  }
  const object = callee.kind === 'member' ? source(context, callee.object) : '';
  if (/numpy|\bnp\b|\(/.test(object) || method === '') return undefined;
  const secrets = importWhole(context, 'secrets');
  const isRange = method === 'randrange' && call.args.length === 1;
  const name = isRange ? 'randbelow' : pythonNames[method];
  const code = `${secrets.name}.${name ?? `SystemRandom().${method}`}`;
  return {
    title: 'Use the generator for secrets (secrets)',
    edits: [replace(callee, code), ...secrets.edits],
    safe: !/\bseed\(/.test(context.text),
  };
}

// ---------------------------------------------------------------------------------------------
// PHP

function inPhp(call: Call, context: RuleContext): Change | undefined {
  const { args } = call;
  const name = methodOf(call).toLowerCase().replace(/^\\/, '');
  const [first, second] = args;
  if (/^(?:mt_)?rand$/.test(name)) {
    const title = 'Use the generator for secrets (random_int)';
    if (args.length === 0) {
      return {
        title,
        edits: [replace(call, `random_int(0, ${name === 'rand' ? '' : 'mt_'}getrandmax())`)],
        safe: true,
      };
    }
    const { kind } = call.callee;
    return first && second && kind === 'name'
      ? { title, edits: [replace(call.callee, 'random_int')], safe: true }
      : undefined;
  }
  if (name === 'lcg_value') {
    const text = 'random_int(0, PHP_INT_MAX) / PHP_INT_MAX';
    const [around] = parents(call, context);
    const isAlone =
      around?.kind === 'assign' || around?.kind === 'return' || around?.kind === 'call';
    const edits = [replace(call, isAlone ? text : `(${text})`)];
    return { title: 'Use the generator for secrets (random_int)', edits, safe: true };
  }
  if (name !== 'uniqid') return undefined;
  // A hash of it has so many digits, and its letters.
  const hash = parents(call, context).find(
    (node): node is Call => node.kind === 'call' && /^(?:md5|sha1)$/i.test(methodOf(node)),
  );
  const isWhole = hash?.args.length === 1 && /^[\s.]*$/.test(leftOf(hash, call, context));
  const bytes = isWhole && hash && methodOf(hash).toLowerCase() === 'sha1' ? 20 : 16;
  const title = 'Use the generator for secrets (random_bytes)';
  return {
    title,
    edits: [replace(isWhole && hash ? hash : call, `bin2hex(random_bytes(${bytes}))`)],
    // The length is another than that of `uniqid`.
    safe: isWhole,
  };
}

/** What else a hash takes beside the call; nothing but the call itself may be gone. */
function leftOf(hash: Call, call: Call, context: RuleContext): string {
  const [arg] = hash.args;
  if (!arg) return '';
  return context.text.slice(arg.start, call.start) + context.text.slice(call.end, arg.end);
}

// ---------------------------------------------------------------------------------------------
// Ruby

function inRuby(node: Expr, context: RuleContext): Change | undefined {
  const callee = node.kind === 'call' ? node.callee : node;
  const method = callee.kind === 'member' ? callee.property : source(context, callee);
  const title = 'Use the generator for secrets (SecureRandom)';
  const library = requireLibrary(context, 'securerandom');
  if (method === 'shuffle' || method === 'sample') {
    if (callee.kind !== 'member') return undefined;
    const end = callee.end;
    const edits = (node.kind === 'call' &&
      node.end > end &&
      addArguments(node, ['random: SecureRandom'], context)) || [
      { start: end, end, newText: '(random: SecureRandom)' },
    ];
    return { title, edits: [...edits, ...library], safe: true };
  }
  const object = callee.kind === 'member' ? source(context, callee.object) : '';
  if (!/^(?:Kernel|Random(?:\.new)?|)$/.test(object)) return undefined;
  if (!/^(?:rand|random_number|bytes)$/.test(method)) return undefined;
  const name = method === 'bytes' ? 'random_bytes' : 'random_number';
  return { title, edits: [replace(callee, `SecureRandom.${name}`), ...library], safe: true };
}

// ---------------------------------------------------------------------------------------------
// JavaScript

const nodeTitle = 'Use the generator for secrets (crypto)';

function inJavaScript(call: Call, context: RuleContext): Change | undefined {
  const around = parents(call, context);
  if (methodOf(call) === 'pseudoRandomBytes' && call.callee.kind === 'member') {
    const edits = [replace(call.callee.propertySpan, 'randomBytes')];
    return { title: nodeTitle, edits, safe: true };
  }
  const isPage = /\b(?:document|window|localStorage)\.|from ['"](?:react|vue|svelte)/.test(
    context.text,
  );
  const text = textOfDigits(call, around);
  if (text) return isPage ? asIdentifier(text) : asBytes(text, context);
  const whole = wholeNumber(call, around, context);
  if (whole && !isPage) {
    const crypto = cryptoModule(context);
    const edits = [replace(whole.at, whole.write(`${crypto.name}.randomInt`)), ...crypto.edits];
    return { title: nodeTitle, edits, safe: true };
  }
  const fraction = 'crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32';
  const isBraced = /^(?:assign|return|call)$/.test(around[0]?.kind ?? '');
  const crypto = isPage ? undefined : cryptoModule(context);
  const name = crypto ? `${crypto.name}.webcrypto` : 'crypto';
  const written = fraction.replace('crypto', name);
  return {
    title: nodeTitle,
    edits: [replace(call, isBraced ? written : `(${written})`), ...(crypto?.edits ?? [])],
    safe: true,
  };
}

/** `node:crypto` under the name that the file has for it. */
function cryptoModule(context: RuleContext): ImportedName {
  const known = importModule(context, 'crypto', 'crypto');
  return known.edits.length === 0 ? known : importModule(context, 'node:crypto', 'crypto');
}

/** `Math.random().toString(36).slice(2)`: letters and digits without an order. */
function textOfDigits(call: Call, around: readonly Node[]): Expr | undefined {
  let at: Expr = call;
  let isText = false;
  for (let i = 0; i + 1 < around.length; i += 2) {
    const member = around[i];
    const outer = around[i + 1];
    if (member?.kind !== 'member' || member.object !== at) break;
    if (outer?.kind !== 'call' || outer.callee !== member) break;
    if (!isText && member.property !== 'toString') return undefined;
    if (isText && !/^(?:slice|substr|substring)$/.test(member.property)) break;
    isText = true;
    at = outer;
  }
  return isText ? at : undefined;
}

function asIdentifier(at: Expr): Change {
  return {
    title: 'Use a random identifier (crypto.randomUUID)',
    edits: [replace(at, 'crypto.randomUUID()')],
    safe: false,
  };
}

/** Its length is another: whoever counts on it has to look. */
function asBytes(at: Expr, context: RuleContext): Change {
  const crypto = cryptoModule(context);
  const code = `${crypto.name}.randomBytes(16).toString(${stringText('hex', context)})`;
  return {
    title: 'Use random bytes (crypto.randomBytes)',
    edits: [replace(at, code), ...crypto.edits],
    safe: false,
  };
}

interface WholeNumber {
  readonly at: Expr;
  write(randomInt: string): string;
}

/** `Math.floor(Math.random() * n)`, `Math.floor(a + Math.random() * n)`. */
function wholeNumber(
  call: Call,
  around: readonly Node[],
  context: RuleContext,
): WholeNumber | undefined {
  const [product, second, third] = around;
  if (product?.kind !== 'binary' || product.op !== '*') return undefined;
  const factor = product.left === call ? product.right : product.left;
  const most = withoutBrackets(source(context, factor), factor);
  const sum = second?.kind === 'binary' && second.op === '+' ? second : undefined;
  const floor = sum ? third : second;
  if (floor?.kind !== 'call' || floor.args.length !== 1) return undefined;
  if (!/^(?:Math\.(?:floor|trunc)|parseInt)$/.test(source(context, floor.callee))) return undefined;
  if (!sum) return { at: floor, write: (randomInt) => `${randomInt}(${most})` };
  const least = sum.left === product ? sum.right : sum.left;
  const text = source(context, least);
  const isWhole = least.kind === 'literal' && Number.isInteger(least.value);
  if (!isWhole) return undefined;
  const isKnown = factor.kind === 'literal' && Number.isInteger(factor.value);
  const end = isKnown ? String(Number(least.value) + Number(factor.value)) : `${text} + ${most}`;
  return { at: floor, write: (randomInt) => `${randomInt}(${text}, ${end})` };
}

function withoutBrackets(written: string, of: Expr): string {
  return isPrimary(of) ? written : written.replace(/^\((.*)\)$/s, '$1');
}
