import type { Site, SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Detection, Rule, RuleContext } from '../rule';
import { argsOf, taintAt } from '../taintRule';
import { fixes } from './fix';

const convert = 'Turn it into text or a number first, or check it against a schema.';

const filterLevels = {
  remote: {
    severity: 'error',
    message: `The request decides this whole query, so it can match every record or search in any field. Name the fields yourself, and give each one text or a number.`,
  },
} as const;

const fieldLevels = {
  remote: {
    severity: 'warning',
    message: `This value comes from the request and may be an object such as { $ne: null } instead of text. Then the query matches other records than you mean. ${convert}`,
  },
} as const;

const codeMessage =
  'becomes JavaScript that the database runs, so whoever sends it can read other records or block the server. Use query operators instead of code.';

const codeLevels = {
  remote: { severity: 'error', message: `Data from the request ${codeMessage}` },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request ${codeMessage}`,
  },
  param: { severity: 'warning', message: `A parameter of this function ${codeMessage}` },
} as const;

const jsonAdvice = 'Name the fields in your code, and give each one its value.';

/** A whole query that is passed on is checked where it is run. */
const jsonLevels = {
  remote: {
    severity: 'warning',
    message: `Data from the request becomes part of the text of a query. With a quotation mark in it, it adds fields and operators of its own. ${jsonAdvice}`,
  },
} as const;

/** Operators whose operand is JavaScript. */
export const codeOperators = ['$where', '$function', '$accumulator'];

export const maxDepth = 6;

/** CWE-943: data that becomes an operator, or code, in a query of a document database. */
export const rule: Rule = {
  id: 'nosql-injection',
  title: 'Database query shaped by untrusted data',
  cwe: [943],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['nosql-query'],
  check(site, context) {
    for (const arg of argsOf(site, ['query'])) {
      if (site.spec?.data?.form === 'json') return taintAt(site, arg, jsonLevels, context);
      const found =
        site.spec?.data?.form === 'code'
          ? taintAt(site, arg, codeLevels, context, 'code')
          : checkFilter(site, arg, context);
      if (found) return found;
    }
    return undefined;
  },
  fixes,
};

function checkFilter(site: Site, arg: SiteArg, context: RuleContext): Detection | undefined {
  if (!arg.value.shape) {
    return isText(arg.value) ? undefined : taintAt(site, arg, filterLevels, context);
  }
  // The whole object is data that got some keys of its own on the way.
  const own = { ...arg, value: { ...arg.value, shape: undefined } };
  const found = taintAt(site, own, filterLevels, context);
  // Where each field has its type, a value is no operator.
  if (found || site.spec?.data?.fields === 'typed') return found;
  return checkFields(site, arg, arg.value, context, 0);
}

/** A field given as it came may be an object with operators. */
function checkFields(
  site: Site,
  arg: SiteArg,
  of: Value,
  context: RuleContext,
  depth: number,
): Detection | undefined {
  if (depth > maxDepth) return undefined;
  if (of.shape?.kind === 'list') {
    for (const element of of.shape.elements) {
      const found = checkFields(site, arg, element, context, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (of.shape?.kind !== 'map') {
    return depth === 0 || isText(of)
      ? undefined
      : taintAt(site, { ...arg, value: of }, fieldLevels, context);
  }
  for (const [key, value] of of.shape.fields) {
    const found = codeOperators.includes(key)
      ? taintAt(site, { ...arg, value }, codeLevels, context, 'code')
      : // An operand of `$eq` is compared, whatever it is.
        key !== '$eq' && checkFields(site, arg, value, context, depth + 1);
    if (found) return found;
  }
  return undefined;
}

export function isText(of: Value): boolean {
  return of.text !== undefined || of.constant !== undefined;
}
