import { role } from '../../engine/sites';
import type { Rule } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { isBuilt, isPath } from '../textParts';

const advice = 'Look the name up in a fixed list of what may be used.';

const callLevels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides by name which function this program calls, so it can reach code that was never meant for it. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides by name which function this program calls. ${advice}`,
  },
};

/** Loading a class runs little of it; what happens next decides. */
const classLevels: Levels = {
  remote: {
    severity: 'warning',
    message: `The request decides by name which class or module this program loads, so it can reach code that was never meant for it. ${advice}`,
  },
};

/** Reading an attribute by name shows what it holds, but runs nothing yet. */
const attributeLevels: Levels = {
  remote: {
    severity: 'warning',
    message: `The request decides by name which attribute is used, so it can reach internal ones that were never meant for it. ${advice}`,
  },
};

/** CWE-470: a class or a method that data from outside chooses. */
export const rule: Rule = {
  id: 'unsafe-reflection',
  title: 'Class or method chosen by untrusted data',
  cwe: [470],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby'],
  siteKinds: ['reflection'],
  check(site, context) {
    const name = role(site, 'name');
    const of = site.spec?.data?.of ?? 'class';
    // `prefix_${data}` reaches only what has that prefix; a module's path may still lead elsewhere.
    if (!name || (isBuilt(name.value) && !isPath(name.value))) return undefined;
    const levels = { class: classLevels, attribute: attributeLevels }[of] ?? callLevels;
    return taintAt(site, name, levels, context);
  },
};
