import { role } from '../../engine/sites';
import type { Rule } from '../rule';
import { type Levels, taintAt } from '../taintRule';

const advice = 'Look the name up in a fixed list of what may be used.';

const levels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides by name which class or function this program uses, so it can reach code that was never meant for it. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides by name which class or function this program uses. ${advice}`,
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
  languages: ['javascript', 'typescript', 'python', 'ruby'],
  siteKinds: ['reflection'],
  check(site, context) {
    const name = role(site, 'name');
    const isAttribute = site.spec?.data?.of === 'attribute';
    return name && taintAt(site, name, isAttribute ? attributeLevels : levels, context);
  },
};
