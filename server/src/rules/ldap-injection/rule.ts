import { detection, isTestFile } from '../report';
import type { Rule } from '../rule';
import { fromRequest, taintRule } from '../taintRule';
import { isBuilt } from '../textParts';
import { fixes } from './fix';

const advice = 'Escape it with your LDAP library’s function for filters.';

const objectsMessage =
  'This search turns what an entry holds into a Java object. Whoever can write an entry of the directory can so choose a class that this program loads. Ask for attributes only: leave the flag for objects off.';

const textRule = taintRule({
  id: 'ldap-injection',
  title: 'LDAP search built from untrusted data',
  cwe: [90],
  owasp: 'A05:2025 Injection',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  reaches: { ldap: ['filter', 'dn'] },
  levels: {
    remote: {
      severity: 'error',
      message: `Data from the request becomes part of this LDAP search, so whoever sends it can change what is looked for: log in as someone else or read other entries. ${advice}`,
    },
    uncertain: {
      severity: 'warning',
      message: `Data that may come from the request becomes part of this LDAP search, so it could change what is looked for. ${advice}`,
    },
    local: {
      severity: 'warning',
      message: `Input from outside becomes part of this LDAP search, so it can change what is looked for. ${advice}`,
    },
    param: {
      severity: 'warning',
      message: `A parameter of this function becomes part of the LDAP search. If a caller passes on what a user sent, that user can change what is looked for. ${advice}`,
    },
  },
  // A function that is given a whole expression and runs it builds nothing.
  part: (arg, _site, context) =>
    isBuilt(arg.value) || fromRequest(arg.value, 'ldap', context) ? arg.value : undefined,
});

/** CWE-90: data that becomes part of an LDAP search, and entries that come back as objects. */
export const rule: Rule = {
  ...textRule,
  fixes,
  check(site, context) {
    if (site.spec?.data?.objects !== 'yes') return textRule.check?.(site, context);
    return isTestFile(site.file) ? undefined : detection(site, 'warning', objectsMessage);
  },
};
