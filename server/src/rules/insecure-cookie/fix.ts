import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Call, Expr, MapExpr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { isPrimary, source, writtenSpan } from '../edits';
import {
  addArguments,
  booleanText,
  entryNamed,
  newMap,
  replaceValue,
  setEntries,
  setEntry,
  setKeywords,
  stringText,
} from '../repairs/options';
import { insertBefore, ownLine } from '../repairs/statements';
import { contains, namesIn } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import type { Flag } from './rule';

/** Libraries that do not send a cookie with `Secure`, or fail, where the connection is plain HTTP. */
const needsTls = /^(?:express-session|cookie-session|koa\.|@?fastify)/;

/** Sets the flags that the cookie lacks, in the way of the framework. */
export function fixes({ site, detail = '' }: Detection, context: RuleContext): readonly FixDraft[] {
  const flags = detail.split(',').filter(isFlag);
  const title = `Set ${listed(flags.map((flag) => labels[flag]))}`;
  const symbol = site.spec && 'call' in site.spec.at ? site.spec.at.call : '';
  // Whoever wrote `none` may need the cookie on other sites.
  const isChoice =
    flags.includes('sameSite') &&
    /same_?site['"]?\s*(?::|=>|=)\s*['":]?none/i.test(source(context, site.node));
  const safe = !needsTls.test(symbol) && !isChoice;
  return waysFor({ site, flags, context }).flatMap((edits) =>
    edits && edits.length > 0 ? [{ title, edits, safe }] : [],
  );
}

const labels: Readonly<Record<Flag, string>> = {
  secure: 'Secure',
  httpOnly: 'HttpOnly',
  sameSite: 'SameSite=Lax',
};

function isFlag(name: string): name is Flag {
  return name in labels;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

interface Cookie {
  readonly site: Site;
  readonly flags: readonly Flag[];
  readonly context: RuleContext;
}

type Edits = readonly TextEdit[] | undefined;

function waysFor(cookie: Cookie): readonly Edits[] {
  const { site, context } = cookie;
  const { node } = site;
  if (site.spec?.data?.insecure !== undefined) return [switchOn(cookie)];
  if (node.kind === 'assign') return [inJar(cookie)];
  if (node.kind !== 'call') return [];
  switch (context.module.language) {
    case 'java':
      return inJava(cookie, node);
    case 'php':
      return [inPhp(cookie, node)];
    case 'python':
      return [inArguments(cookie, node)];
    default:
      return site.spec?.roles?.options ? [inOptions(cookie, node)] : [inArguments(cookie, node)];
  }
}

function textOf(flag: Flag, context: RuleContext): string {
  const { module } = context;
  if (flag !== 'sameSite') return booleanText(true, context);
  if (module.language === 'ruby') return ':lax';
  const isJs = module.language === 'javascript' || module.language === 'typescript';
  return stringText(isJs ? 'lax' : 'Lax', context);
}

// ---------------------------------------------------------------------------------------------
// A flag that is switched off by hand

function switchOn(cookie: Cookie): Edits {
  const { site, flags, context } = cookie;
  const [flag] = flags;
  const { node } = site;
  if (!flag) return undefined;
  const given =
    role(site, flag)?.node ??
    (node.kind === 'assign' ? node.value : node.kind === 'call' ? offIn(node, flag) : undefined);
  if (given?.kind !== 'literal') return undefined;
  return [replaceValue(given, opposite(given.value, flag, context), context)];
}

/** What switches it on, in the same form: `0` becomes `1`, `'off'` becomes `'on'`. */
function opposite(value: unknown, flag: Flag, context: RuleContext): string {
  if (flag === 'sameSite') return textOf(flag, context);
  if (typeof value === 'number') return '1';
  if (typeof value === 'string') return stringText(value === 'off' ? 'on' : '1', context);
  return booleanText(true, context);
}

function offIn({ args }: Call, flag: Flag): Expr | undefined {
  const name = { secure: /secure|https_only/i, httpOnly: /http_?only/i, sameSite: /samesite/i };
  const named = args.find((arg) => arg.name !== undefined && name[flag].test(arg.name));
  const last = args.at(-1);
  return (named ?? (last?.name === undefined ? last : undefined))?.value;
}

// ---------------------------------------------------------------------------------------------
// Options and keyword arguments

/** `cookies[:name] = value` of Rails. */
function inJar({ site, flags, context }: Cookie): Edits {
  const { node } = site;
  if (node.kind !== 'assign' || !node.value || node.op) return undefined;
  const entries = flags.map((flag) => [keyOf(site, flag), textOf(flag, context)] as const);
  if (node.value.kind === 'map') return setEntries(node.value, entries, context);
  const span = writtenSpan(context, node.value);
  const value = context.text.slice(span.start, span.end);
  return [{ ...span, newText: newMap([['value', value], ...entries], context) }];
}

/** What the library calls the flag; a dot leads into a collection of its own. */
function keyOf(site: Site, flag: Flag): string {
  const [secure = 'secure', httpOnly = 'httpOnly', sameSite = 'sameSite'] =
    site.spec?.data?.keys?.split(',') ?? [];
  return { secure, httpOnly, sameSite }[flag];
}

function inOptions(cookie: Cookie, call: Call): Edits {
  const { site, flags, context } = cookie;
  const entries = flags.map((flag) => [keyOf(site, flag), textOf(flag, context)] as const);
  const options = role(site, 'options');
  if (options) return inMap(options, entries, call, context);
  if (context.module.language === 'ruby') return setKeywords(call, entries, context);
  const ref = site.spec?.roles?.options;
  const position = ref === 'receiver' ? undefined : ref?.position;
  if (position !== call.args.length || call.args.some((arg) => arg.spread)) return undefined;
  return addArguments(call, [nested(entries, context)], context);
}

type Entries = readonly (readonly [string, string])[];

/** `cookie.secure` stands in `{ cookie: { secure } }`. */
function nested(entries: Entries, context: RuleContext): string {
  const [outer, inner] = split(entries);
  return outer === undefined
    ? newMap(entries, context)
    : newMap([[outer, newMap(inner, context)]], context);
}

function split(entries: Entries): readonly [string | undefined, Entries] {
  const outer = /^(\w+)\./.exec(entries[0]?.[0] ?? '')?.[1];
  return [outer, entries.map(([key, value]) => [key.replace(/^\w+\./, ''), value])];
}

function inMap(arg: SiteArg, entries: Entries, call: Call, context: RuleContext): Edits {
  const map = writtenMap(arg.node, context);
  if (map && arg.node.kind === 'name' && context.module.language === 'typescript') {
    return inMap({ ...arg, node: map }, entries.map(asConstant), call, context);
  }
  if (!map) return around(arg, entries, call, context);
  const [outer, inner] = split(entries);
  if (outer === undefined) return setEntries(map, entries, context);
  const held = entryNamed(map, outer)?.value;
  if (!held) return setEntry(map, outer, newMap(inner, context), context);
  const known = writtenMap(held, context);
  return known && setEntries(known, inner, context);
}

/** In a variable the type of a text is any text. */
function asConstant([key, value]: readonly [string, string]): readonly [string, string] {
  return [key, /^['"]/.test(value) ? `${value} as const` : value];
}

/** Options from elsewhere with the flags beside them; a value alone with its options. */
function around({ node }: SiteArg, entries: Entries, call: Call, context: RuleContext): Edits {
  const { language } = context.module;
  const span = writtenSpan(context, node);
  const written = context.text.slice(span.start, span.end);
  if (!call.args.some(({ value }) => value === node) || split(entries)[0] !== undefined) {
    return undefined;
  }
  if (language === 'ruby') {
    if (node.kind !== 'literal' && node.kind !== 'string') return undefined;
    return [{ ...span, newText: newMap([['value', written], ...entries], context) }];
  }
  if ((language !== 'javascript' && language !== 'typescript') || !isPrimary(node))
    return undefined;
  const inside = newMap(entries, context).slice(1);
  return [{ ...span, newText: `{ ...${written},${inside}` }];
}

/** The collection itself, or the only one that its variable is given. */
function writtenMap(node: Expr, { module }: RuleContext): MapExpr | undefined {
  const given = node.kind === 'name' ? assignmentsTo(node.name, node, module) : [node];
  const [only] = given;
  return given.length === 1 && only?.kind === 'map' ? only : undefined;
}

function inArguments({ site, flags, context }: Cookie, call: Call): Edits {
  if (call.args.some((arg) => arg.spread)) return undefined;
  const edits: TextEdit[] = [];
  const named: (readonly [string, string])[] = [];
  for (const flag of flags) {
    const given = role(site, flag);
    const ref = site.spec?.roles?.[flag];
    if (given) edits.push(replaceValue(given.node, textOf(flag, context), context));
    else if (ref !== 'receiver' && ref?.name !== undefined) {
      named.push([ref.name, textOf(flag, context)]);
    } else return undefined;
  }
  const added = named.length > 0 ? setKeywords(call, named, context) : [];
  return added && [...edits, ...added];
}

// ---------------------------------------------------------------------------------------------
// Java

function inJava({ site, flags, context }: Cookie, call: Call): readonly Edits[] {
  const setters = flags.filter((flag) => flag !== 'sameSite');
  const { callee, args } = call;
  const [first] = args;
  // Spring's builder.
  if (callee.kind === 'member' && callee.property === 'build') {
    return [inChain(call, setters, context)];
  }
  if (call.isNew) {
    if (args.length !== 2) return [];
    const name = source(context, callee);
    const more = ['null', 'null', 'null', `${name}.DEFAULT_MAX_AGE`, 'true', 'true'];
    return [addArguments(call, more, context)];
  }
  const statement = ownLine(call, context);
  if (!statement || !first || !role(site, 'cookie')) return [];
  const lines = (name: string) => [
    ...setters.map((flag) => `${name}.${flag === 'secure' ? 'setSecure' : 'setHttpOnly'}(true);`),
    ...(takesAttributes(context) ? [`${name}.setAttribute("SameSite", "Lax");`] : []),
  ];
  if (first.value.kind === 'name') {
    return [[insertBefore(statement, lines(source(context, first.value)), context)]];
  }
  const made = first.value;
  if (made.kind !== 'call' || !made.isNew || !site.fn || namesIn(site.fn).has('cookie')) return [];
  const type = source(context, made.callee);
  const declared = `${type} cookie = ${source(context, made)};`;
  return [
    [
      insertBefore(statement, [declared, ...lines('cookie')], context),
      { start: first.start, end: first.end, newText: 'cookie' },
    ],
  ];
}

/**
 * Since Servlet 6, which has the names of Jakarta; nobody says it yet.
 * https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/cookie
 */
function takesAttributes({ module, text }: RuleContext): boolean {
  const isJakarta = module.body.some(
    (stmt) => stmt.kind === 'import' && stmt.source.startsWith('jakarta.servlet'),
  );
  return isJakarta && !/samesite/i.test(text);
}

/** `ResponseCookie.from(…)…build()`: https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/http/ResponseCookie.ResponseCookieBuilder.html */
function inChain({ callee }: Call, setters: readonly Flag[], context: RuleContext): Edits {
  if (callee.kind !== 'member') return undefined;
  const edits: TextEdit[] = [];
  const there = new Set<string>();
  let link: Expr = callee.object;
  while (link.kind === 'call' && link.callee.kind === 'member') {
    const { property } = link.callee;
    const given = link.args[0]?.value;
    if (there.has(property)) return undefined;
    there.add(property);
    const isOff = given?.kind === 'literal' && given.value === false;
    if (isOff && setters.some((flag) => flag === property)) {
      edits.push(replaceValue(given, 'true', context));
    }
    link = link.callee.object;
  }
  const at = callee.object.end;
  const space = /^\s*/.exec(context.text.slice(at))?.[0] ?? '';
  const calls = setters.filter((flag) => !there.has(flag)).map((flag) => `${space}.${flag}(true)`);
  if (!there.has('sameSite')) calls.push(`${space}.sameSite("Lax")`);
  return [...edits, ...(calls.length > 0 ? [{ start: at, end: at, newText: calls.join('') }] : [])];
}

// ---------------------------------------------------------------------------------------------
// PHP

/** https://www.php.net/setcookie: the flags by position, or options since PHP 7.3. */
function inPhp(cookie: Cookie, call: Call): Edits {
  const { site, flags, context } = cookie;
  const options = role(site, 'options');
  if (site.spec?.roles?.options) {
    const entries = flags.map((flag) => [keyOf(site, flag), textOf(flag, context)] as const);
    const map = options && writtenMap(options.node, context);
    if (map) return setEntries(map, entries, context);
    if (!options || options === role(site, 'value')) return undefined;
    // The time when it ends.
    const isTime =
      options.node.kind === 'binary' || typeof options.value.constant?.value === 'number';
    if (!isTime || !call.args.some(({ value }) => value === options.node)) return undefined;
    const { start, end } = options.node;
    const text = newMap([['expires', source(context, options.node)], ...entries], context);
    return [{ start, end, newText: text }];
  }
  if (call.args.some((arg) => arg.name !== undefined || arg.spread)) return undefined;
  const isPlain = /^set(?:raw)?cookie$/i.test(source(context, call.callee));
  if (isPlain && call.args.length === 2) {
    const all: Entries = [
      ['secure', 'true'],
      ['httponly', 'true'],
      ['samesite', "'Lax'"],
    ];
    return addArguments(call, [newMap(all, context)], context);
  }
  return byPosition(cookie, call);
}

function byPosition({ site, flags, context }: Cookie, call: Call): Edits {
  const edits: TextEdit[] = [];
  const positions = (['secure', 'httpOnly'] as const).flatMap((flag) => {
    const ref = site.spec?.roles?.[flag];
    return ref === 'receiver' || ref?.position === undefined ? [] : [{ flag, at: ref.position }];
  });
  const last = Math.max(...positions.flatMap(({ flag, at }) => (flags.includes(flag) ? [at] : [])));
  if (!Number.isFinite(last)) return undefined;
  const added: string[] = [];
  for (let i = 0; i <= last; i++) {
    const flag = positions.find(({ at }) => at === i)?.flag;
    const given = call.args[i];
    if (!given) added.push(flag ? 'true' : emptyFor(site));
    else if (flag && flags.includes(flag)) edits.push(replaceValue(given.value, 'true', context));
  }
  const more = added.length > 0 ? addArguments(call, added, context) : [];
  const first = call.args[0];
  return more && first && contains(call, first) ? [...edits, ...more] : undefined;
}

/** What stands for a path or host that nobody names: Laravel takes null, PHP's own functions text. */
function emptyFor(site: Site): string {
  const symbol = site.spec && 'call' in site.spec.at ? site.spec.at.call : '';
  return /^(?:setcookie|setrawcookie|session_set_cookie_params)$/.test(symbol) ? "''" : 'null';
}
