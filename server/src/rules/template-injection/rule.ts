import { fromRequest, taintRule } from '../taintRule';
import { isBuilt } from '../textParts';
import { fixes } from './fix';

const advice = 'Keep the template fixed, and pass the data to it as a variable.';

/** CWE-1336: data that becomes part of a template's source. */
export const rule = taintRule({
  id: 'template-injection',
  title: 'Template built from untrusted data',
  // What stands in a template's source is put out unescaped, too.
  cwe: [1336, 94, 79],
  owasp: 'A05:2025 Injection',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  fixes,
  reaches: { 'template-source': ['template'] },
  levels: {
    remote: {
      severity: 'error',
      message: `Data from the request becomes part of the template, so whoever sends it can run code on this server. ${advice}`,
    },
    uncertain: {
      severity: 'warning',
      message: `Data that may come from the request becomes part of the template, so it could run code on this server. ${advice}`,
    },
    param: {
      severity: 'warning',
      message: `A parameter of this function becomes part of the template. If a caller passes on what a user sent, that user can run code on this server. ${advice}`,
    },
  },
  // A function that compiles the template it is given builds none.
  part: (arg, _site, context) =>
    isBuilt(arg.value) || fromRequest(arg.value, 'template-source', context)
      ? arg.value
      : undefined,
});
