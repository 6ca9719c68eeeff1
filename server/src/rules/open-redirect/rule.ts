import { taintRule } from '../taintRule';
import { hostPart } from '../textParts';

const advice = 'Allow only paths of your own site, or addresses from a fixed list.';

/** CWE-601: an address that data from outside chooses. */
export const rule = taintRule({
  id: 'open-redirect',
  title: 'Redirect to an address from the request',
  cwe: [601],
  owasp: 'A01:2025 Broken Access Control',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby'],
  reaches: { redirect: ['url'] },
  // Without `uncertain`: functions that make addresses of routes are many, and unknown.
  levels: {
    remote: {
      severity: 'error',
      message: `The request decides where the browser goes next. A link to your site can so lead to a copy of it that asks for passwords. ${advice}`,
    },
  },
  part: (arg) => hostPart(arg.value),
});
