import { fieldAt } from '../../engine/conditions';
import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints, type Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import type { Severity } from '../../report/finding';
import { detection, isExampleFile, isForDevelopment, isTestFile } from '../report';
import { type Rule, stringOf } from '../rule';
import { config } from './config';
import { fixes } from './fix';
import { laravelSession } from './laravel';

export type Flag = 'secure' | 'httpOnly' | 'sameSite';
/** `default`: nobody says anything. `unknown`: somebody does, but it is not known what. */
type State = 'on' | 'off' | 'missing' | 'unknown';

const flags: readonly Flag[] = ['secure', 'httpOnly', 'sameSite'];

const reasons: Readonly<Record<Flag, string>> = {
  secure:
    'Without `Secure` the browser also sends this cookie over plain HTTP, where anyone on the way can read it.',
  httpOnly:
    'Without `HttpOnly` a script in the page can read this cookie, so one cross-site scripting hole is enough to steal it.',
  sameSite:
    'Without a strict `SameSite` browsers may send this cookie with requests that other websites start.',
};

const weaknesses: Readonly<Record<Flag, number>> = { secure: 614, httpOnly: 1004, sameSite: 1275 };

/** Names of cookies whose theft lets somebody act as the visitor. */
const loginCookie =
  /sess|auth|token|jwt|^sid$|^s?id$|[._-]sid$|login|remember|user|account|csrf|xsrf/i;

/** CWE-614, CWE-1004, CWE-1275: a cookie without the flags that protect it. */
export const rule: Rule = {
  id: 'insecure-cookie',
  title: 'Cookie without its protection',
  cwe: [614, 1004, 1275],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'spring', 'php'],
  siteKinds: ['cookie'],
  config,
  inspect: laravelSession,
  check(site, context) {
    const decided = flags.filter((flag) => flag === site.spec?.data?.insecure);
    const states = new Map(flags.map((flag) => [flag, stateOf(site, flag)]));
    const off = decided.length > 0 ? decided : flags.filter((flag) => states.get(flag) === 'off');
    const missing = flags.filter((flag) => states.get(flag) === 'missing');
    const lacking = decided.length > 0 ? decided : [...new Set([...off, ...missing])];
    const first = lacking[0];
    if (first === undefined || isNoCookie(site)) return undefined;
    if (isTestFile(site.file) || isExampleFile(site.file)) return undefined;
    if (isForDevelopment(site, context)) return undefined;
    // A cookie for scripts has to be readable; the token against CSRF is made for that.
    if (decided.length === 0 && isReadByScripts(site) && !lacking.includes('secure')) {
      return undefined;
    }
    const missed = lacking.filter((flag) => flag !== 'httpOnly' || !isReadByScripts(site));
    // Most browsers take `Lax` where nothing is said.
    const onlySameSite = lacking.length === 1 && missing.includes('sameSite');
    const isSerious = off.length > 0 || (carriesLogin(site) && !onlySameSite);
    const severity: Severity = isSerious ? 'warning' : 'hint';
    const names = lacking.map((flag) => `\`${flag}\``).join(' and ');
    return detection(
      site,
      severity,
      `${reasons[first]} ${lacking.length > 1 ? `Set ${names}.` : advice(first)}`,
      { cwe: weaknesses[first], detail: missed.join(',') },
    );
  },
  fixes,
};

function advice(flag: Flag): string {
  return flag === 'sameSite' ? 'Set `Lax` or `Strict`.' : `Set \`${flag}\`.`;
}

function stateOf(site: Site, flag: Flag): State {
  const data = site.spec?.data ?? {};
  const given = flagValue(site, flag);
  if (given === undefined) return 'unknown';
  if (given === 'missing') {
    const fallback = data[flag];
    if (fallback === undefined) return 'unknown';
    return fallback === 'yes' ? 'on' : 'missing';
  }
  const known = given.constant;
  if (!known) return 'unknown';
  if (flag === 'sameSite') {
    return typeof known.value === 'string' && known.value.toLowerCase() === 'none' ? 'off' : 'on';
  }
  if (known.value === undefined || known.value === null) {
    return data[flag] === 'yes' ? 'on' : 'missing';
  }
  if (known.value === 'auto') return 'on';
  return known.value === false || known.value === 0 || known.value === 'false' ? 'off' : 'on';
}

/** The flag's value: its own argument, a field of the options, or what a setter wrote. */
function flagValue(site: Site, flag: Flag): Value | 'missing' | undefined {
  const own = role(site, flag);
  if (own) return own.value;
  const [secure = 'secure', httpOnly = 'httpOnly', sameSite = 'sameSite'] =
    site.spec?.data?.keys?.split(',') ?? [];
  const key = { secure, httpOnly, sameSite }[flag];
  const roles = site.spec?.roles ?? {};
  const holder = role(site, 'options') ?? role(site, 'cookie');
  if (holder) {
    // The value alone, where options could stand.
    if (holder === role(site, 'value') && isPlainValue(holder)) return 'missing';
    // PHP: the time when it expires.
    if (holder.node.kind === 'binary' || typeof holder.value.constant?.value === 'number') {
      return 'missing';
    }
    const held = fieldAt(holder.value, key.split('.'));
    return held === 'absent' ? 'missing' : held;
  }
  if (site.args.some((arg) => arg.spread)) return undefined;
  return 'options' in roles || flag in roles ? 'missing' : undefined;
}

/** Not a collection of options, as far as is known or its name says. */
function isPlainValue({ node, value }: SiteArg): boolean {
  if (value.constant || value.text) return true;
  if (value.shape || node.kind === 'map') return false;
  const name = lastName(node);
  if (node.kind === 'call') return /encode|generate|token|hex|uuid|sign|to_s|base64/i.test(name);
  return name !== '' && !/opt|cookie|hash|attr|config|setting|data|param/i.test(name);
}

function lastName(node: Expr): string {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'member':
      return node.property;
    case 'index':
      return node.index.kind === 'literal' ? String(node.index.value) : '';
    case 'call':
      return lastName(node.callee);
    default:
      return '';
  }
}

function nameOf(site: Site): string {
  return stringOf(role(site, 'name')) ?? '';
}

/** A method of that name which takes something else, such as a cookie jar's. */
function isNoCookie(site: Site): boolean {
  const roles = site.spec?.roles ?? {};
  const isKnown = site.spec?.at !== undefined && !('method' in site.spec.at);
  const hasValue = isKnown || !roles.value || role(site, 'value') || role(site, 'cookie');
  return !hasValue && !site.args.some((arg) => arg.spread);
}

function isReadByScripts(site: Site): boolean {
  return /csrf|xsrf|locale|lang|theme|consent/i.test(nameOf(site));
}

/** A session's own cookie has no role `value`: the framework fills it. */
function carriesLogin(site: Site): boolean {
  if (!site.spec?.roles?.value) return true;
  if (loginCookie.test(nameOf(site))) return true;
  const given = role(site, 'value');
  return (
    given !== undefined &&
    allTaints(given.value).some(
      ({ source }) => source.kind === 'secret' || source.kind === 'password',
    )
  );
}
