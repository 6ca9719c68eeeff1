import { taintRule } from '../taintRule';

const what =
  'Reading objects in this format can run code that the sender chose. Use a format that holds only data, such as JSON, and check what comes out.';

/** CWE-502: bytes from outside that become objects of any class. */
export const rule = taintRule({
  id: 'unsafe-deserialization',
  title: 'Objects read from untrusted data',
  cwe: [502],
  owasp: 'A08:2025 Software or Data Integrity Failures',
  languages: ['javascript', 'typescript', 'python'],
  reaches: { deserialize: ['data'] },
  levels: {
    remote: {
      severity: 'error',
      message: `This turns data from the request into objects. ${what}`,
    },
    uncertain: {
      severity: 'warning',
      message: `This turns data into objects that may come from the request. ${what}`,
    },
    param: {
      severity: 'warning',
      message: `This turns a parameter of the function into objects. If a caller passes on what a user sent, that user decides which ones. ${what}`,
    },
    local: { severity: 'warning', message: `This turns input from outside into objects. ${what}` },
  },
});
