import { taintRule } from '../taintRule';
import { fixes } from './fix';

/** CWE-117: data that can forge lines of a log. */
export const rule = taintRule({
  id: 'log-injection',
  title: 'Untrusted data in a log line',
  cwe: [117],
  owasp: 'A09:2025 Security Logging and Alerting Failures',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  fixes,
  reaches: { log: 'all' },
  levels: {
    // Many loggers write one entry as one line of JSON, whatever it holds.
    remote: {
      severity: 'hint',
      message:
        'Data from the request goes into the log. With a line break in it, it can look like an entry of your own. Remove line breaks, or log as JSON.',
    },
  },
  // An object is written by the logger, which escapes what is in it.
  part: (arg) => (arg.value.shape ? undefined : arg.value),
});
