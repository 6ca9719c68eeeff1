import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints } from '../../engine/values';
import { type Detection, type Rule, type RuleContext, stringOf } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { fixes } from './fix';

const nameLevels: Levels = {
  remote: {
    severity: 'warning',
    message:
      'The request decides which header is sent, so it can set cookies or switch off protections of the browser. Write the names of headers yourself.',
  },
};

const valueLevels: Levels = {
  remote: {
    severity: 'warning',
    message:
      'Data from the request goes into a header. With a line break in it, it can add headers or a whole answer of its own. Remove line breaks first.',
  },
};

/** Current servers refuse line breaks in cookies. */
const cookieLevels: Levels = {
  remote: {
    severity: 'hint',
    message:
      'Data from the request becomes the value of a cookie. An old server takes line breaks in it, and then it can add headers. Encode the value, with `URLEncoder.encode` for example.',
  },
};

/** CWE-113: data that can break out of a response header. */
export const rule: Rule = {
  id: 'header-injection',
  title: 'Response header with untrusted data',
  cwe: [113],
  owasp: 'A05:2025 Injection',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby'],
  siteKinds: ['response-header', 'response-headers'],
  fixes,
  check(site, context) {
    const name = role(site, 'name');
    // `add` and `set` are methods of many objects; a header's name tells those of headers.
    if (site.spec && 'method' in site.spec.at && !isHeaderName(name)) return undefined;
    const headers = role(site, 'headers') ?? (name?.value.shape ? name : undefined);
    if (headers) return checkHeaders(site, headers, context);
    const value = role(site, 'value');
    // A loop over the entries of a map: the keys are not the data.
    const isEntry = name && value && shareSource(name, value);
    const inName = isEntry ? undefined : name && taintAt(site, name, nameLevels, context);
    if (inName) return inName;
    if (site.spec?.data?.part === 'cookie')
      return value && taintAt(site, value, cookieLevels, context);
    return value && keepsLineBreaks(site, context)
      ? taintAt(site, value, valueLevels, context)
      : undefined;
  },
};

function shareSource(a: SiteArg, b: SiteArg): boolean {
  const sources = new Set(allTaints(a.value).map(({ source }) => source));
  return allTaints(b.value).some(({ source }) => sources.has(source));
}

function isHeaderName(name: SiteArg | undefined): boolean {
  return /^[A-Za-z]+(?:-[A-Za-z]+)+$|^(?:location|server|vary|link)$/i.test(stringOf(name) ?? '');
}

/** A map that the request fills has names of the request's choice. */
function checkHeaders(site: Site, map: SiteArg, context: RuleContext): Detection | undefined {
  const own = { ...map, value: { ...map.value, shape: undefined } };
  const found = taintAt(site, own, nameLevels, context);
  return found || !keepsLineBreaks(site, context)
    ? found
    : taintAt(site, map, valueLevels, context);
}

/**
 * Whether a line break gets through. Node.js, Django, Werkzeug, Starlette and PHP (since 5.1.2)
 * refuse a header that has one; Java's and Ruby's servers differ.
 */
function keepsLineBreaks(site: Site, context: RuleContext): boolean {
  const { newlines } = site.spec?.data ?? {};
  if (newlines !== undefined) return newlines === 'kept';
  return context.module.language === 'java' || context.module.language === 'ruby';
}
