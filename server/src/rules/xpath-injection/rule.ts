import { fromRequest, taintRule } from '../taintRule';
import { isBuilt } from '../textParts';

const advice = 'Bind it as a variable of the expression, or accept only letters and digits.';

/** CWE-643: data that becomes part of an XPath expression. */
export const rule = taintRule({
  id: 'xpath-injection',
  title: 'XPath expression built from untrusted data',
  cwe: [643],
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
