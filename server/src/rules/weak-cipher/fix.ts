import type { Call, Expr, Node } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, nodesAt, source } from '../edits';
import { importClass } from '../repairs/imports';
import { replaceValue } from '../repairs/options';
import { insertBefore, ownLine } from '../repairs/statements';
import { contains, namesIn } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/**
 * Node.js: the call that checks a text. Java: AES in GCM mode, where the function that encrypts also makes the key, or has one for AES
 * already. A preview: what was encrypted before is not read by the new code.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  if (site.node.kind !== 'call') return [];
  const final = withFinal(site.node, context);
  if (final) return [{ title: 'Compare the tag (final)', edits: final, safe: true }];
  if (context.module.language !== 'java') return [];
  const padding = oaep(site.node, context);
  if (padding) return [{ title: 'Pad with OAEP', edits: padding, safe: false }];
  const fn = enclosingFunction(context.module, site.node);
  const calls = fn ? nodesOf(context.module, 'call').filter((call) => contains(fn, call)) : [];
  const edits = toGcm(calls, context);
  return edits && edits.length > 0
    ? [{ title: 'Use AES in GCM mode with a new vector', edits, safe: false }]
    : [];
}

type Edits = readonly TextEdit[] | undefined;

/**
 * Node.js compares the tag in `final`: https://nodejs.org/api/crypto.html#decipherfinaloutputencoding
 * Without a tag it always fails.
 */
function withFinal(call: Call, context: RuleContext): Edits {
  if (!calleeText(call, context).endsWith('createDecipheriv')) return undefined;
  const name = assignedName(call, context);
  const fn = enclosingFunction(context.module, call);
  if (!name || !fn || !namesIn(fn).has('setAuthTag') || namesIn(fn).has('final')) return undefined;
  const [update, ...others] = nodesOf(context.module, 'call').filter(
    (one) => contains(fn, one) && calleeText(one, context) === `${name}.update`,
  );
  if (!update || others.length > 0) return undefined;
  const { start, end } = update;
  const written = source(context, update);
  const encoding = update.args[2];
  const newText = encoding
    ? `${written} + ${name}.final(${source(context, encoding)})`
    : `Buffer.concat([${written}, ${name}.final()])`;
  const isWhole = encoding === undefined || assignedName(update, context) !== undefined;
  return isWhole ? [{ start, end, newText }] : undefined;
}

const transformation = '"AES/GCM/NoPadding"';

/** https://docs.oracle.com/en/java/javase/21/docs/specs/security/standard-names.html#cipher-algorithm-names */
function oaep(call: Call, context: RuleContext): Edits {
  const first = call.args[0]?.value;
  if (first?.kind !== 'literal' || !/^rsa\//i.test(String(first.value))) return undefined;
  return [replaceValue(first, '"RSA/ECB/OAEPWithSHA-256AndMGF1Padding"', context)];
}

/** How one function uses its only cipher. */
interface Use {
  readonly made: Call;
  readonly init: Call;
  readonly finals: readonly Call[];
}

function toGcm(calls: readonly Call[], context: RuleContext): Edits {
  const use = useOf(calls, context);
  if (!use) return undefined;
  const [, key, spec] = use.init.args.map(({ value }) => value);
  const given = use.made.args[0]?.value;
  if (!key || !given || use.init.args.length > 3) return undefined;
  const forKey = keyEdits(key, calls, context);
  const forVector = spec ? vectorEdits(spec, context) : vectorInFront(use, context);
  if (!forKey || !forVector) return undefined;
  return [replaceValue(given, transformation, context), ...forKey, ...forVector];
}

/** Only for encryption: the other side has to find the vector in front of what it gets. */
function useOf(calls: readonly Call[], context: RuleContext): Use | undefined {
  const named = (name: RegExp) => calls.filter((call) => name.test(calleeText(call, context)));
  const [made, ...otherCiphers] = named(/(?:^|\.)Cipher\.getInstance$/);
  const target = made && assignedName(made, context);
  if (!target || otherCiphers.length > 0) return undefined;
  const of = (method: string) =>
    calls.filter(
      ({ callee }) =>
        callee.kind === 'member' &&
        callee.property === method &&
        callee.object.kind === 'name' &&
        callee.object.name === target,
    );
  const [init, ...otherInits] = of('init');
  const finals = of('doFinal');
  const mode = init?.args[0]?.value;
  if (!init || !mode || otherInits.length > 0 || finals.length !== 1) return undefined;
  return /\bENCRYPT_MODE$/.test(source(context, mode)) ? { made, init, finals } : undefined;
}

function calleeText({ callee }: Call, context: RuleContext): string {
  return source(context, callee).replace(/\s+/g, '');
}

/** The variable that gets a value. */
function assignedName(of: Expr, { module }: RuleContext): string | undefined {
  const around = nodesAt(module, of).findLast((node) => node.kind === 'assign');
  return around?.kind === 'assign' && around.value === of && around.target.kind === 'name'
    ? around.target.name
    : undefined;
}

/** A key that is made here for AES; one for AES from elsewhere stays. */
function keyEdits(key: Expr, calls: readonly Call[], context: RuleContext): Edits {
  const generators = calls.filter((call) =>
    /(?:^|\.)KeyGenerator\.getInstance$/.test(calleeText(call, context)),
  );
  const [generator, ...others] = generators;
  if (generator) {
    const algorithm = generator.args[0]?.value;
    if (!algorithm || others.length > 0) return undefined;
    return [replaceValue(algorithm, '"AES"', context), ...sizeEdits(generator, calls, context)];
  }
  const [made, ...more] =
    key.kind === 'name' ? assignmentsTo(key.name, key, context.module) : [key];
  if (made?.kind !== 'call' || !made.isNew || more.length > 0) return undefined;
  const [, algorithm] = made.args;
  const isAes =
    /SecretKeySpec$/.test(calleeText(made, context)) &&
    algorithm?.value.kind === 'literal' &&
    algorithm.value.value === 'AES';
  return isAes ? [] : undefined;
}

/** `generator.init(56)` is too short for AES. */
function sizeEdits(generator: Call, calls: readonly Call[], context: RuleContext) {
  const name = assignedName(generator, context);
  return calls.flatMap(({ callee, args }): readonly TextEdit[] => {
    if (callee.kind !== 'member' || callee.property !== 'init') return [];
    if (callee.object.kind !== 'name' || callee.object.name !== name) return [];
    const size = args[0]?.value;
    return size?.kind === 'literal' && typeof size.value === 'number'
      ? [replaceValue(size, '256', context)]
      : [];
  });
}

// ---------------------------------------------------------------------------------------------
// The initialisation vector

/** NIST SP 800-38D: 96 bits for the vector, 128 for the tag. */
const vectorBytes = '12';
const tagBits = 128;

/** The vector that is there, in the size and the class for GCM. */
function vectorEdits(spec: Expr, context: RuleContext): Edits {
  const { module } = context;
  const [made, ...others] = spec.kind === 'name' ? assignmentsTo(spec.name, spec, module) : [spec];
  if (made?.kind !== 'call' || !made.isNew || others.length > 0 || made.args.length !== 1) {
    return undefined;
  }
  const written = calleeText(made, context);
  const bytes = made.args[0]?.value;
  if (!/(?:^|\.)IvParameterSpec$/.test(written) || bytes?.kind !== 'name') return undefined;
  const gcm = written.startsWith('javax.')
    ? { name: 'javax.crypto.spec.GCMParameterSpec', edits: [] }
    : importClass(context, 'javax.crypto.spec.GCMParameterSpec');
  const size = freshBytes(bytes, context);
  const type = spec.kind === 'name' ? typeEdit(made, gcm.name, context) : [];
  if (!size || !type) return undefined;
  return [
    size,
    { start: made.callee.start, end: made.callee.end, newText: gcm.name },
    { start: bytes.start, end: bytes.end, newText: `${tagBits}, ${source(context, bytes)}` },
    ...type,
    ...gcm.edits,
  ];
}

/** The variable's type where it is the class itself. */
function typeEdit(made: Call, name: string, { module, text }: RuleContext): Edits {
  const around = nodesAt(module, made).findLast((node: Node) => node.kind === 'assign');
  if (around?.kind !== 'assign') return undefined;
  const before = text.slice(0, around.target.start);
  const type = /\b((?:javax\.crypto\.spec\.)?IvParameterSpec)\s+$/.exec(before);
  if (!type) return [];
  const start = type.index;
  return [{ start, end: start + type[1]!.length, newText: name }];
}

/** Random bytes that are made in this function: the number of them. */
function freshBytes(bytes: Expr & { kind: 'name' }, context: RuleContext): TextEdit | undefined {
  const { module } = context;
  const [made, ...others] = assignmentsTo(bytes.name, bytes, module);
  if (!made || others.length > 0) return undefined;
  const written = source(context, made);
  const seed = /\bgenerateSeed\(\s*(\d+)\s*\)$/.exec(written);
  const filled =
    /^new\s+byte\s*\[\s*(\d+)\s*\]$/.exec(written) ??
    /^\[\s*(\d+)\s*\]$/.exec(context.text.slice(made.start, made.end));
  const isFilled = nodesOf(module, 'call').some(
    ({ callee, args }) =>
      callee.kind === 'member' &&
      callee.property === 'nextBytes' &&
      args[0]?.value.kind === 'name' &&
      args[0].value.name === bytes.name,
  );
  const size = seed ?? (isFilled ? filled : undefined);
  if (!size) return undefined;
  const start = made.start + size[0].lastIndexOf(size[1]!) + size.index;
  return { start, end: start + size[1]!.length, newText: vectorBytes };
}

/**
 * Without parameters the provider makes a vector by itself. It goes in front of the result, where the
 * other side needs it: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/javax/crypto/Cipher.html#getIV()
 */
function vectorInFront({ made, finals }: Use, context: RuleContext): Edits {
  const [final] = finals;
  const cipher = assignedName(made, context);
  const statement = final && ownLine(final, context);
  const result = final && assignedName(final, context);
  if (!final || !statement || !result || statement.kind !== 'expr') return undefined;
  const fn = enclosingFunction(context.module, final);
  if (!fn || namesIn(fn).has('encrypted')) return undefined;
  const buffer = importClass(context, 'java.nio.ByteBuffer');
  const length = `${cipher}.getIV().length + encrypted.length`;
  const text = `${buffer.name}.allocate(${length}).put(${cipher}.getIV()).put(encrypted).array()`;
  return [
    insertBefore(statement, [`byte[] encrypted = ${source(context, final)};`], context),
    { start: final.start, end: final.end, newText: text },
    ...buffer.edits,
  ];
}
