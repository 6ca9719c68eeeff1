import { inProgram, inScript } from '../../sql/eachStatement';
import { findUnconnectedJoins, type UnconnectedJoin } from '../../sql/joins';
import type { Rule, SqlDetection } from '../rule';

function detections(found: readonly UnconnectedJoin[]): readonly SqlDetection[] {
  return found.map(({ start, end, left, right }) => ({
    start,
    end,
    severity: 'hint',
    message: `This pairs every row of ${left} with every row of ${right}, because nothing says which belong together. Write JOIN … ON with the columns that match, or CROSS JOIN if you mean every pair.`,
  }));
}

/** A query whose tables nothing connects. */
export const rule: Rule = {
  id: 'implicit-cross-join',
  title: 'Tables that nothing connects',
  cwe: [],
  owasp: '',
  severity: 'hint',
  languages: ['sql', 'javascript', 'typescript', 'python', 'ruby', 'java', 'php'],
  siteKinds: ['sql'],
  sql: {
    script: (text, dialect) => detections(inScript(text, dialect, findUnconnectedJoins)),
    embedded: (text, dialect) => detections(inProgram(text, dialect, findUnconnectedJoins)),
  },
};
