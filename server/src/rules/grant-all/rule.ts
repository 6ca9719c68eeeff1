import { inProgram, inScript } from '../../sql/eachStatement';
import { findWideGrants, type WideGrant } from '../../sql/grants';
import type { Rule, SqlDetection } from '../rule';

function detections(found: readonly WideGrant[]): readonly SqlDetection[] {
  return found.map(({ start, end, what, to, readOnly }) => ({
    start,
    end,
    severity: readOnly ? 'hint' : 'warning',
    message:
      what === 'all'
        ? `This gives ${to} every right there is. Whoever breaks into the program that logs in as ${to} has them too. Grant only what the program needs, such as SELECT and INSERT.`
        : `PUBLIC is every login of this database, now and later. Grant it to a role, and give the role to those who need it.`,
  }));
}

/** CWE-732: rights that nobody needs all of. */
export const rule: Rule = {
  id: 'grant-all',
  title: 'Rights granted too freely',
  cwe: [732, 250],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'warning',
  languages: ['sql', 'javascript', 'typescript', 'python', 'ruby', 'java', 'php'],
  siteKinds: ['sql'],
  sql: {
    script: (text, dialect) => detections(inScript(text, dialect, findWideGrants)),
    embedded: (text, dialect) => detections(inProgram(text, dialect, findWideGrants)),
  },
};
