import { fieldAt } from '../../engine/conditions';
import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import { startsWithSlash } from '../../languages/siteKinds';
import { isSaidElsewhere } from '../builtText';
import { source } from '../edits';
import { isListed, isOpenAddress, isPageScript } from '../pageScripts';
import { detection, isTestFile, sitesOf } from '../report';
import { type Detection, exposure, type Rule, type RuleContext } from '../rule';
import { isConditional, type Levels, taintAt } from '../taintRule';
import { beginsWith, beginsWithUnknown, hostCheck, hostPart, pathPart } from '../textParts';
import { fixes } from './fix';

const advice = 'Choose the host from a fixed list.';

const levels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides which host this server asks, so it can reach services that are open to the inner network only. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides which host this server asks, perhaps one of the inner network. ${advice}`,
  },
};

/** A browser runs what it loads, and whoever writes a page for it writes its scripts. */
const browserLevels: Levels = {
  ...levels,
  param: {
    severity: 'hint',
    message:
      'A parameter of this function decides what this browser loads. If a caller passes on what a user sent, that user reaches services of the inner network. Choose the host from a fixed list.',
  },
  unknown: {
    severity: 'hint',
    message:
      'Whatever this value is, this browser loads it, from inside your network. Make sure that no user decides it.',
  },
};

/** Code in a browser of the server asks from inside the network as well. */
const scriptLevels: Levels = {
  remote: {
    severity: 'error',
    message:
      'Data from the request becomes code that this browser runs, so it can call services that are open to the inner network only, and read the pages that it opens. Pass the data as an argument of the function instead.',
  },
  uncertain: {
    severity: 'warning',
    message:
      'Data that may come from the request becomes code that this browser runs, from inside your network. Pass it as an argument of the function instead.',
  },
  param: {
    severity: 'hint',
    message:
      'A parameter of this function becomes code that this browser runs. If a caller passes on what a user sent, that code reaches services of the inner network. Pass it as an argument of the function instead.',
  },
};

/** The host is fixed; the data can still lead to another page of it. */
const pathLevels: Levels = {
  remote: {
    severity: 'hint',
    message:
      'Data from the request becomes part of the path of this address. With ../ in it, it reaches other pages of that service than you mean. Encode it first.',
  },
};

/** Fields of request options that say where the request goes. */
const addressFields = [
  'url',
  'uri',
  'baseURL',
  'baseUrl',
  'prefixUrl',
  'host',
  'hostname',
  'socketPath',
  'CURLOPT_URL',
  // Of a browser: the page itself.
  'html',
  'headerTemplate',
  'footerTemplate',
  // The code that it runs.
  'expression',
  'source',
];

const openMessage = `It is not known here which host this server asks. If a user decides it, that user reaches services that are open to the inner network only. ${advice}`;

/** CWE-918: a request of the server whose host data from outside chooses. */
export const rule: Rule = {
  id: 'server-side-request-forgery',
  title: 'Request to a host that untrusted data chooses',
  cwe: [918],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['http-request', 'built-address'],
  fixes,
  check(site, context) {
    if (site.kind === 'built-address') return builtAddress(site, context);
    const isBrowser = site.spec?.data?.client === 'browser' && !isTestFile(context.flow.file);
    const given = [role(site, 'url'), role(site, 'host'), role(site, 'options')];
    const isScript = site.spec?.data?.part === 'script';
    if (isScript && isTestFile(context.flow.file)) return undefined;
    for (const arg of given.flatMap((one) => (one ? addresses(one) : []))) {
      if (isScript) {
        const found = taintAt(site, arg, scriptLevels, context);
        if (found) return found;
        continue;
      }
      const [host, path] = [hostPart(arg.value), pathPart(arg.value)];
      const found =
        (host && checkHost(site, arg, host, isBrowser ? browserLevels : levels, context)) ??
        (path && taintAt(site, { ...arg, value: path }, pathLevels, context));
      if (found) return found;
      if (host && isOpenToAll(site, arg, context)) {
        return detection(site, 'hint', openMessage, { at: arg.node });
      }
    }
    return undefined;
  },
};

const builtMessage = `The request decides which host this address leads to. Wherever it is asked for, that reaches services that are open to the inner network only. ${advice}`;

/** How a program asks under which name it was called, to make links to itself. */
const ownHost = /['"_.](?:HTTP_)?host['"\])]*$/i;

/** An address with a host from the request that no site of the same function takes. */
function builtAddress(site: Site, context: RuleContext): Detection | undefined {
  const [text] = site.args;
  const host = text && hostPart(text.value);
  if (!host || isTestFile(site.file)) return undefined;
  const found = exposure(host, 'http-request', context.flow);
  if (found.level !== 'remote') return undefined;
  const pieces = text.value.text?.pieces ?? [];
  if (pieces.some((piece) => !piece.text && ownHost.test(source(context, piece.node)))) {
    return undefined;
  }
  const takers = sitesOf(context, ...takingKinds).filter(({ fn }) => fn === site.fn);
  return isSaidElsewhere(site, found.taint, takers, context)
    ? undefined
    : detection(site, 'hint', builtMessage, { at: text.node, taint: found.taint });
}

/** Sites that say themselves what is wrong with an address, or where it does no harm. */
const takingKinds = [
  'http-request',
  'redirect',
  'html',
  'built-markup',
  'response',
  'response-header',
  'render',
  'log',
] as const;

/** A page that fetches an address of which nothing is known; a file's name is another rule's. */
function isOpenToAll(site: Site, arg: SiteArg, context: RuleContext): boolean {
  if (!isPageScript(context) || !isOpenAddress(arg, site.kind, context)) return false;
  if (isListed(arg, context)) return false;
  return !sitesOf(context, 'file-path').some(({ node }) => node === site.node);
}

function checkHost(
  site: Site,
  arg: SiteArg,
  host: Value,
  say: Levels,
  context: RuleContext,
): Detection | undefined {
  const found = taintAt(site, { ...arg, value: host }, say, context);
  const { taint } = found ?? {};
  // `API + request.url`: what begins with a slash ends the host.
  const endsHost =
    taint?.cleaned.includes(startsWithSlash) && !beginsWith(arg.value, taint, arg.node);
  if (found && isConditional(site, hostCheck, context)) return undefined;
  if (endsHost) return taintAt(site, { ...arg, value: host }, pathLevels, context);
  // What stands in front may end the host: a setting such as the address of a service.
  return found && taint && beginsWithUnknown(arg.value, taint)
    ? { ...found, severity: 'warning' }
    : found;
}

/** An argument that is an address, or the fields of an object of options that are one. */
function addresses(arg: SiteArg): readonly SiteArg[] {
  // An instance of a library's class, such as a URL, has fields for its setters only.
  if (arg.value.shape?.kind !== 'map' || arg.value.symbol?.endsWith('#')) return [arg];
  return addressFields.flatMap((name) => {
    const value = fieldAt(arg.value, [name]);
    return value === undefined || value === 'absent' ? [] : [{ ...arg, value }];
  });
}
