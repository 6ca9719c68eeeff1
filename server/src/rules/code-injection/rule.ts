import { role } from '../../engine/sites';
import { detection } from '../report';
import type { Rule } from '../rule';
import { fromRequest, type Levels, taintAt, taintRule } from '../taintRule';
import { fixes } from './fix';

const advice = 'Parse the data (as JSON, for example), or choose from a fixed list of functions.';

const levels = {
  remote: {
    severity: 'error',
    message: `Data from the request runs as code, so whoever sends it can do everything that this program can. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request runs as code, so it could do everything that this program can. ${advice}`,
  },
  local: {
    severity: 'warning',
    message: `Input from outside runs as code, so it can do everything that this program can. ${advice}`,
  },
  param: {
    severity: 'warning',
    message: `A parameter of this function runs as code. If a caller passes on what a user sent, that user can do everything that this program can. ${advice}`,
  },
  unknown: {
    severity: 'hint',
    message: `Whatever this value is, it runs as code. Make sure that no user decides it. ${advice}`,
  },
} as const satisfies Levels;

/** A function that is given code and runs it is meant to. */
const passedOn: Levels = {
  ...levels,
  local: { ...levels.local, severity: 'hint' },
  param: { ...levels.param, severity: 'hint' },
};

const scopeLevels: Levels = {
  remote: {
    severity: 'hint',
    message:
      'Data from the request goes into a sandbox that code runs in. Sandboxes inside the language can be left, so make sure that the code never evaluates this data, and that it is plain data.',
  },
};

const listenerMessage =
  'This opens a port that takes a configuration for the log, and parts of it run as code: every program on this machine can run code here. Check what arrives with `verify`, or read the configuration from a file.';

const textRule = taintRule({
  id: 'code-injection',
  title: 'Untrusted data run as code',
  cwe: [94, 95],
  owasp: 'A05:2025 Injection',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  reaches: { code: ['code'] },
  levels,
  passedOn,
  // A function that is given a callback by name runs what its caller wrote.
  part: (arg, site, context) =>
    site.spec?.data?.form === 'function-name' && !fromRequest(arg.value, 'code', context)
      ? undefined
      : arg.value,
});

/** CWE-94: data that runs as part of the program. */
export const rule: Rule = {
  ...textRule,
  fixes,
  check(site, context) {
    if (site.spec?.data?.form === 'listener') return detection(site, 'hint', listenerMessage);
    const scope = role(site, 'scope');
    return textRule.check?.(site, context) ?? (scope && taintAt(site, scope, scopeLevels, context));
  },
};
