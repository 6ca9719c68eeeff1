import { taintRule } from '../taintRule';

const message =
  'This puts data from the request into the session, where the rest of the program takes it for checked. Check it first, or keep it apart from what you trust.';

/** CWE-501: data of a request among what the program trusts. */
export const rule = taintRule({
  id: 'trust-boundary',
  title: 'Unchecked data put into the session',
  cwe: [501],
  owasp: 'A06:2025 Insecure Design',
  languages: ['javascript', 'typescript', 'python', 'ruby'],
  reaches: { 'trust-boundary': ['name', 'value'] },
  levels: { remote: { severity: 'warning', message } },
});
