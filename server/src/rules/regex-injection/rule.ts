import { fromRequest, taintRule } from '../taintRule';
import { isBuilt } from '../textParts';
import { fixes } from './fix';

const advice = 'Search for plain text instead, or escape the data first.';

/** CWE-1333 by way of data that becomes a regular expression. */
export const rule = taintRule({
  id: 'regex-injection',
  title: 'Regular expression from untrusted data',
  cwe: [1333, 400],
  owasp: 'A05:2025 Injection',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  fixes,
  reaches: { regex: ['pattern'] },
  levels: {
    remote: {
      severity: 'warning',
      message: `Data from the request becomes a regular expression. A pattern such as (a+)+$ can keep this server busy for hours. ${advice}`,
    },
    uncertain: {
      severity: 'hint',
      message: `Data that may come from the request becomes a regular expression, which could keep this server busy for hours. ${advice}`,
    },
    param: {
      severity: 'hint',
      message: `A parameter of this function becomes part of a regular expression. If a caller passes on what a user sent, that user can keep this server busy for hours. ${advice}`,
    },
  },
  // A function that is given a whole pattern is meant to use it.
  part: (arg, _site, context) =>
    isBuilt(arg.value) || fromRequest(arg.value, 'regex', context) ? arg.value : undefined,
});
