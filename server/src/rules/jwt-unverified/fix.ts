import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Arg, Call, Expr, ListExpr, MapExpr } from '../../ir/types';
import type { PackageNeed, TextEdit } from '../../report/finding';
import { enclosingFunction, lineBreak, nodesAt, source } from '../edits';
import { importClass, importModule, useClass } from '../repairs/imports';
import { addArguments, entryNamed, removeItem, replaceValue, stringText } from '../repairs/options';
import { packageNeed } from '../repairs/packages';
import { indentUnit, insertAfter, ownLine } from '../repairs/statements';
import { type TokenKey, tokenKey } from '../repairs/tokenKeys';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/** Repairs of tokens that are read unchecked, or that pass without a signature. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  if (site.node.kind !== 'call') return [];
  const key = tokenKey(site, context);
  const fixer: Fixer = { site, call: site.node, key, context };
  if (site.spec?.data?.unverified === 'yes') return verify(fixer);
  return refuseNone(fixer);
}

interface Fixer {
  readonly site: Site;
  readonly call: Call;
  readonly key: TokenKey;
  readonly context: RuleContext;
}

/** Edits, with the imports of the key. */
interface Change {
  readonly edits: readonly TextEdit[] | undefined;
  readonly packages?: readonly PackageNeed[];
}

function drafts({ key }: Fixer, title: string, ...ways: readonly (Change | undefined)[]) {
  return ways.flatMap((way): FixDraft[] =>
    way?.edits
      ? [
          {
            title,
            edits: [...way.edits, ...key.edits],
            safe: key.isOnly,
            ...(way.packages && { packages: way.packages }),
          },
        ]
      : [],
  );
}

function verify(fixer: Fixer): readonly FixDraft[] {
  switch (fixer.context.module.language) {
    case 'python':
      return verifyInPython(fixer);
    case 'java':
      return verifyInJava(fixer);
    case 'ruby':
      return verifyInRuby(fixer);
    case 'php':
      return verifyInPhp(fixer);
    default:
      return verifyInNode(fixer);
  }
}

function calleeName({ callee }: Call): string {
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'name' ? callee.name : '';
}

function replace(span: { start: number; end: number }, newText: string): TextEdit {
  return { start: span.start, end: span.end, newText };
}

/** The arguments of a call from `(` to `)`. */
function withArguments(call: Call, texts: readonly string[]): TextEdit {
  return replace(call.argsSpan, `(${texts.join(', ')})`);
}

// ---------------------------------------------------------------------------------------------
// JavaScript

function verifyInNode(fixer: Fixer): readonly FixDraft[] {
  const { call, key, context } = fixer;
  const token = call.args[0];
  if (!token || token.spread) return [];
  const algorithms = `[${stringText(key.algorithm, context)}]`;
  const library = libraryOf(fixer);
  if (library === 'jwt-simple') return verifyWithJwtSimple(fixer);
  if (library === 'jose') return verifyWithJose(fixer, algorithms);
  const title = 'Verify the signature (jsonwebtoken)';
  const given = call.args[1]?.value;
  const options =
    given?.kind === 'map' && library === 'jsonwebtoken'
      ? optionsWith(given, algorithms, context)
      : `{ algorithms: ${algorithms} }`;
  const texts = [source(context, token), key.text, options];
  if (call.callee.kind === 'member' && library === 'jsonwebtoken') {
    const edits = [replace(call.callee.propertySpan, 'verify'), withArguments(call, texts)];
    return drafts(fixer, title, { edits: refuse(edits, fixer) }, { edits });
  }
  const imported = importModule(context, 'jsonwebtoken', 'jwt');
  const edits = [
    replace(call.callee, `${imported.name}.verify`),
    withArguments(call, texts),
    ...imported.edits,
  ];
  const packages = [packageNeed('npm', 'jsonwebtoken')];
  return drafts(fixer, title, { edits: refuse(edits, fixer), packages }, { edits, packages });
}

function optionsWith(map: MapExpr, algorithms: string, context: RuleContext) {
  const inside = source(context, map).slice(1, -1).trim().replace(/,$/, '');
  return inside === ''
    ? `{ algorithms: ${algorithms} }`
    : `{ ${inside}, algorithms: ${algorithms} }`;
}

function libraryOf({ site, call }: Fixer): 'jsonwebtoken' | 'jwt-simple' | 'jose' | 'other' {
  const at = site.spec?.at;
  const symbol = at && 'call' in at ? at.call : '';
  if (symbol.startsWith('jwt-simple')) return 'jwt-simple';
  if (symbol.startsWith('jose.')) return calleeName(call) === 'decodeJwt' ? 'jose' : 'other';
  return symbol.startsWith('jsonwebtoken') ? 'jsonwebtoken' : 'other';
}

/** `decode(token, key, noVerify, algorithm)`: https://github.com/hokaccha/node-jwt-simple#decode */
function verifyWithJwtSimple(fixer: Fixer): readonly FixDraft[] {
  const { call, key, context } = fixer;
  const [token, secret] = call.args;
  if (!token || !secret) return [];
  const texts = [source(context, token), source(context, secret), 'false'];
  const edits = [withArguments(call, [...texts, stringText(key.algorithm, context)])];
  return drafts(
    { ...fixer, key: { ...key, edits: [], isKnown: true, isOnly: true } },
    'Verify the signature (jwt-simple)',
    {
      edits,
    },
  );
}

/** Only where `await` may stand: the check of jose is a promise. */
function verifyWithJose(fixer: Fixer, algorithms: string): readonly FixDraft[] {
  const { call, key, context } = fixer;
  const token = call.args[0];
  const fn = enclosingFunction(context.module, call);
  if (!token || (fn && !fn.isAsync)) return [];
  const isReady = key.usedBy.startsWith('jose.');
  const secret = isReady ? key.text : `new TextEncoder().encode(${key.text})`;
  let name = 'jwtVerify';
  const edits: TextEdit[] = [];
  if (call.callee.kind === 'member') name = `${source(context, call.callee.object)}.jwtVerify`;
  else edits.push(...importBeside('decodeJwt', 'jwtVerify', context));
  if (call.callee.kind !== 'member' && edits.length === 0) return [];
  const text = `(await ${name}(${source(context, token)}, ${secret}, { algorithms: ${algorithms} })).payload`;
  return drafts(fixer, 'Verify the signature (jose)', {
    edits: [replace(call, text), ...edits],
  });
}

/** Adds a name to the import that brings another one. */
function importBeside(known: string, name: string, context: RuleContext): readonly TextEdit[] {
  for (const stmt of context.module.body) {
    const isThere = stmt.kind === 'import' && stmt.names.some((one) => one.imported === known);
    if (!isThere && !(stmt.kind === 'expr' && /\brequire\(/.test(source(context, stmt)))) continue;
    const at = new RegExp(`\\b${known}\\b`).exec(source(context, stmt))?.index;
    if (at === undefined) continue;
    const end = stmt.start + at + known.length;
    return [{ start: end, end, newText: `, ${name}` }];
  }
  return [];
}

/**
 * A token that is not valid makes `verify` throw: where a handler of Express keeps its claims, it
 * answers that the visitor is not logged in.
 */
function refuse(edits: readonly TextEdit[], fixer: Fixer): readonly TextEdit[] | undefined {
  const { call, context } = fixer;
  const statement = ownLine(call, context);
  const fn = enclosingFunction(context.module, call);
  const response = fn?.params[1]?.target;
  if (statement?.kind !== 'expr' || response?.kind !== 'name') return undefined;
  if (!/^(?:res|response)$/.test(response.name) || isInTry(call, context)) return undefined;
  const assign = statement.expr;
  const { text } = context;
  if (assign.kind !== 'assign' || !assign.declares || assign.op || !assign.value) return undefined;
  if (source(context, statement).includes('\n')) return undefined;
  const head = /^(?:const|let|var)\s+/.exec(text.slice(statement.start))?.[0];
  const type = text.slice(assign.target.end, assign.value.start);
  if (head === undefined || !/^\s*=\s*$/.test(type)) return undefined;
  const unit = indentUnit(context);
  const semicolon = text[statement.end] === ';' ? ';' : '';
  const isName = assign.target.kind === 'name';
  const name = isName ? source(context, assign.target) : 'claims';
  if (!isName && new RegExp(`\\b${name}\\b`).test(source(context, fn ?? statement)))
    return undefined;
  const br = lineBreak(text);
  const indent = text.slice(text.lastIndexOf('\n', statement.start - 1) + 1, statement.start);
  const lines = [`let ${name}${semicolon}`, 'try {', `${unit}${name} = `].join(br + indent);
  const after = insertAfter(
    statement,
    [
      '} catch {',
      `${unit}return ${response.name}.status(401).send(${stringText('Not logged in', context)})${semicolon}`,
      '}',
      ...(isName ? [] : [`${head}${source(context, assign.target)} = ${name}${semicolon}`]),
    ],
    context,
  );
  return (
    after && [...edits, { start: statement.start, end: assign.value.start, newText: lines }, after]
  );
}

function isInTry(call: Call, { module }: RuleContext): boolean {
  return nodesAt(module, call).some((node) => node.kind === 'try');
}

// ---------------------------------------------------------------------------------------------
// Python

function verifyInPython(fixer: Fixer): readonly FixDraft[] {
  const { call, key, context, site } = fixer;
  const token = call.args.find((arg) => arg.name === undefined || /^(?:jwt|token)$/.test(arg.name));
  if (!token || call.args.some((arg) => arg.spread)) return [];
  const symbol = site.spec?.at && 'call' in site.spec.at ? site.spec.at.call : '';
  const title = `Verify the signature (${symbol.startsWith('jose.') ? 'python-jose' : 'PyJWT'})`;
  const algorithms = `[${stringText(key.algorithm, context)}]`;
  if (/unverified/.test(calleeName(call))) {
    if (call.callee.kind !== 'member' || call.args.length !== 1) return [];
    const texts = [source(context, token), key.text, `algorithms=${algorithms}`];
    return drafts(fixer, title, {
      edits: [replace(call.callee.propertySpan, 'decode'), withArguments(call, texts)],
    });
  }
  const [, second, third] = call.args.filter((arg) => arg.name === undefined);
  const given = second ?? call.args.find(({ name }) => name === 'key');
  const isEmpty =
    given?.value.kind === 'literal' && (given.value.value === null || given.value.value === '');
  const secret =
    given && !isEmpty
      ? source(context, given.value.kind === 'literal' ? given : given.value)
      : key.text;
  const known = given && !isEmpty ? { ...key, edits: [], isKnown: true, isOnly: true } : key;
  const texts = [source(context, token), secret];
  const list =
    third?.value.kind === 'list' ? third : call.args.find(({ name }) => name === 'algorithms');
  texts.push(list ? `algorithms=${source(context, list.value)}` : `algorithms=${algorithms}`);
  for (const arg of call.args) {
    if (arg.name === undefined || /^(?:jwt|token|key|algorithms|verify)$/.test(arg.name)) continue;
    if (arg.name !== 'options') {
      texts.push(source(context, arg));
      continue;
    }
    const rest = optionsWithout(arg, context);
    if (rest === undefined) return [];
    if (rest !== '') texts.push(rest);
  }
  return drafts({ ...fixer, key: known }, title, { edits: [withArguments(call, texts)] });
}

/** `options` without the switch; empty when nothing else is in it. */
function optionsWithout(arg: Arg, context: RuleContext): string | undefined {
  const map = arg.value;
  if (map.kind !== 'map') return undefined;
  const off = entryNamed(map, 'verify_signature');
  if (!off) return undefined;
  if (map.entries.length === 1) return '';
  const edit = removeItem(map.entries, off, context);
  if (!edit) return undefined;
  const text = source(context, arg);
  return text.slice(0, edit.start - arg.start) + text.slice(edit.end - arg.start);
}

// ---------------------------------------------------------------------------------------------
// Java

const auth0Algorithm = 'com.auth0.jwt.algorithms.Algorithm';

function verifyInJava(fixer: Fixer): readonly FixDraft[] {
  const { call, context } = fixer;
  if (call.callee.kind !== 'member') return [];
  const { callee } = call;
  if (callee.property === 'decode' && call.args.length === 1) {
    const algorithm = hmacOf(fixer);
    const text = `.require(${algorithm.text}).build().verify`;
    const edits = [
      replace({ start: callee.object.end, end: callee.end }, text),
      ...algorithm.edits,
    ];
    return drafts(fixer, 'Verify the signature (java-jwt)', { edits });
  }
  const chain = source(context, callee.object);
  const isNew = /\b(?:verifyWith|keyLocator)\b/.test(chain);
  if (!isNew && !/\bsetSigningKey(?:Resolver)?\b/.test(chain)) return [];
  if (!/^parse(?:ClaimsJwt)?$/.test(callee.property)) return [];
  const method = isNew ? 'parseSignedClaims' : 'parseClaimsJws';
  const known = { ...fixer, key: { ...fixer.key, edits: [], isKnown: true, isOnly: true } };
  return drafts(known, 'Take only tokens with a signature (JJWT)', {
    edits: [replace(callee.propertySpan, method)],
  });
}

/** `Algorithm.HMAC256(secret)`, or the algorithm that the file has. */
function hmacOf({ key, context }: Fixer) {
  const imported = importClass(context, auth0Algorithm);
  const isAlgorithm = key.isKnown && /\bAlgorithm\b|lgorithm$/.test(key.text);
  const text = isAlgorithm ? key.text : `${imported.name}.HMAC256(${key.text})`;
  return { text, edits: isAlgorithm ? [] : imported.edits };
}

// ---------------------------------------------------------------------------------------------
// Ruby and PHP

function verifyInRuby(fixer: Fixer): readonly FixDraft[] {
  const { call, key, context } = fixer;
  const [token, given, off] = call.args;
  if (!token || !given || !off) return [];
  const isEmpty =
    given.value.kind === 'literal' && (given.value.value === null || given.value.value === '');
  const edits: TextEdit[] = [replaceValue(off.value, 'true', context)];
  if (isEmpty) edits.push(replaceValue(given.value, key.text, context));
  if (call.args.length === 3) {
    const more = addArguments(call, [`algorithm: ${stringText(key.algorithm, context)}`], context);
    if (!more) return [];
    edits.push(...more);
  }
  const known = isEmpty
    ? fixer
    : { ...fixer, key: { ...key, edits: [], isKnown: true, isOnly: true } };
  return drafts(known, 'Verify the signature (ruby-jwt)', { edits });
}

function verifyInPhp(fixer: Fixer): readonly FixDraft[] {
  const { call, key, context } = fixer;
  const [token, given, off] = call.args;
  if (calleeName(call) !== 'decode' || !token || !given || !off) return [];
  const cls = useClass(context, 'Firebase\\JWT\\Key');
  const algorithm = stringText(key.algorithm, context);
  const isEmpty =
    given.value.kind === 'literal' && (given.value.value === null || given.value.value === '');
  const secret = isEmpty ? key.text : source(context, given);
  const edits = [
    withArguments(call, [source(context, token), `new ${cls.name}(${secret}, ${algorithm})`]),
    ...cls.edits,
  ];
  const known = isEmpty
    ? fixer
    : { ...fixer, key: { ...key, edits: [], isKnown: true, isOnly: true } };
  return drafts(known, 'Verify the signature (firebase/php-jwt)', { edits });
}

// ---------------------------------------------------------------------------------------------
// The algorithm `none`

const noneTitle = 'Refuse tokens without a signature';

function refuseNone(fixer: Fixer): readonly FixDraft[] {
  const { site, call, context } = fixer;
  if (context.module.language === 'java') return signInJava(fixer);
  const edits: TextEdit[] = [];
  for (const arg of [role(site, 'algorithms'), role(site, 'algorithm')]) {
    if (arg) edits.push(...withoutNone(arg.node, fixer));
  }
  const options = role(site, 'options');
  const map = options && mapOf(options, context);
  for (const name of ['algorithms', 'algorithm', 'alg']) {
    const entry = map && entryNamed(map, name);
    if (entry) edits.push(...withoutNone(entry.value, fixer));
  }
  if (edits.length === 0) return [];
  const key = role(site, 'key');
  const isEmpty = key && isNothing(key.node);
  const isSigned = site.kind === 'jwt-sign';
  const title = isSigned ? `Sign the token (${fixer.key.algorithm})` : noneTitle;
  if (!isEmpty) {
    // What was signed with `none` until now passes no more.
    return [{ title, edits, safe: !isSigned && edits.every(({ newText }) => newText === '') }];
  }
  const given = call.args.find(({ value }) => value === key.node);
  if (!given) return [];
  return drafts(fixer, title, {
    edits: [...edits, replaceValue(key.node, fixer.key.text, context)],
  });
}

function isNothing(node: Expr): boolean {
  return (
    node.kind === 'literal' &&
    (node.value === null || node.value === '' || node.value === undefined)
  );
}

function mapOf({ node }: SiteArg, { module }: RuleContext) {
  const given = node.kind === 'name' ? assignmentsTo(node.name, node, module) : [node];
  const [only] = given;
  return given.length === 1 && only?.kind === 'map' ? only : undefined;
}

/** Takes `none` out of a list with others; writes the usual algorithm where it stands alone. */
function withoutNone(of: Expr, { key, context }: Fixer): readonly TextEdit[] {
  const given = of.kind === 'name' ? assignmentsTo(of.name, of, context.module) : [of];
  return given.flatMap((one): readonly TextEdit[] => {
    if (isNone(one)) return [replaceValue(one, stringText(key.algorithm, context), context)];
    return one.kind === 'list' ? noneOfList(one, key, context) : [];
  });
}

function noneOfList(list: ListExpr, key: TokenKey, context: RuleContext): readonly TextEdit[] {
  const { elements } = list;
  const off = elements.filter(({ value }) => isNone(value));
  if (off.length === elements.length) {
    const text = `[${stringText(key.algorithm, context)}]`;
    return list.of === 'list' ? [replace(list, text)] : [];
  }
  return off.flatMap((element) => removeItem(elements, element, context) ?? []);
}

function isNone(node: Expr): boolean {
  return (
    node.kind === 'literal' && typeof node.value === 'string' && node.value.toLowerCase() === 'none'
  );
}

function signInJava(fixer: Fixer): readonly FixDraft[] {
  const { call, context, key } = fixer;
  const [first] = call.args;
  const { callee } = call;
  if (first) {
    const given =
      first.value.kind === 'name'
        ? assignmentsTo(first.value.name, first.value, context.module)
        : [first.value];
    const [none] = given;
    if (given.length !== 1 || none?.kind !== 'call' || calleeName(none) !== 'none') return [];
    const isSigned = fixer.site.kind === 'jwt-sign';
    const title = isSigned ? 'Sign the token (HMAC256)' : noneTitle;
    const edits = [replace(none, hmacOf(fixer).text), ...hmacOf(fixer).edits];
    return drafts(fixer, title, { edits });
  }
  if (callee.kind !== 'member') return [];
  if (callee.property === 'unsecured' && callee.object.kind === 'call') {
    const edits = [replace({ start: callee.object.end, end: call.end }, '')];
    return [{ title: noneTitle, edits, safe: true }];
  }
  if (callee.property !== 'compact') return [];
  const keys = importClass(context, 'io.jsonwebtoken.security.Keys');
  const charset = importClass(context, 'java.nio.charset.StandardCharsets');
  const isReady = key.usedBy.startsWith('io.jsonwebtoken.') && key.isKnown;
  const secret = isReady
    ? key.text
    : `${keys.name}.hmacShaKeyFor(${key.text}.getBytes(${charset.name}.UTF_8))`;
  const between = /^\s*/.exec(context.text.slice(callee.object.end))?.[0] ?? '';
  const at = callee.object.end;
  return drafts(fixer, 'Sign the token (JJWT)', {
    edits: [
      { start: at, end: at, newText: `${between}.signWith(${secret})` },
      ...(isReady ? [] : [...keys.edits, ...charset.edits]),
    ],
  });
}
