import type { Rule } from '../rule';
import { fromRequest, taintRule } from '../taintRule';
import { isBuilt } from '../textParts';
import { fixes } from './fix';

const advice = 'Bind it as a variable of the expression, or accept only letters and digits.';

const xmlAdvice = 'Escape it for XML, or let the library build the text.';

/** Text that tells another service what to do, such as TwiML: data adds elements of its own. */
const xmlRule = taintRule({
  id: 'xpath-injection',
  title: 'XML built from untrusted data',
  cwe: [91],
  owasp: 'A05:2025 Injection',
  languages: [],
  reaches: { xml: ['content'] },
  levels: {
    remote: {
      severity: 'error',
      message: `Data from the request becomes part of this XML, so whoever sends it can add elements that tell the service to do other things. ${xmlAdvice}`,
    },
    uncertain: {
      severity: 'warning',
      message: `Data that may come from the request becomes part of this XML, and could add elements to it. ${xmlAdvice}`,
    },
    param: {
      severity: 'warning',
      message: `A parameter of this function becomes part of this XML. If a caller passes on what a user sent, that user can add elements that tell the service to do other things. ${xmlAdvice}`,
    },
  },
  part: (arg, _site, context) =>
    isBuilt(arg.value) || fromRequest(arg.value, 'xml', context) ? arg.value : undefined,
});

const xpathRule = taintRule({
  id: 'xpath-injection',
  title: 'XPath expression or XML built from untrusted data',
  cwe: [643, 91],
  owasp: 'A05:2025 Injection',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  reaches: { xpath: ['expression'] },
  levels: {
    remote: {
      severity: 'error',
      message: `Data from the request becomes part of this XPath expression, so whoever sends it can change what is looked for: read other parts of the document or pass a login check. ${advice}`,
    },
    uncertain: {
      severity: 'warning',
      message: `Data that may come from the request becomes part of this XPath expression, so it could change what is looked for. ${advice}`,
    },
    local: {
      severity: 'warning',
      message: `Input from outside becomes part of this XPath expression, so it can change what is looked for. ${advice}`,
    },
    param: {
      severity: 'warning',
      message: `A parameter of this function becomes part of the XPath expression. If a caller passes on what a user sent, that user can change what is looked for. ${advice}`,
    },
  },
  // A function that is given a whole expression and runs it builds nothing.
  part: (arg, _site, context) =>
    isBuilt(arg.value) || fromRequest(arg.value, 'xpath', context) ? arg.value : undefined,
});

/** CWE-643, CWE-91: data that becomes part of an XPath expression, or of XML for another service. */
export const rule: Rule = {
  ...xpathRule,
  siteKinds: [...xpathRule.siteKinds, ...xmlRule.siteKinds],
  fixes,
  check: (site, context) => (site.kind === 'xml' ? xmlRule : xpathRule).check?.(site, context),
};
