import { checkSqlText } from '../../sql/holes';
import { checkSql, type SqlProblem } from '../../sql/parse';
import { isTestFile } from '../report';
import type { Rule, SqlDetection } from '../rule';

function detections(problems: readonly SqlProblem[]): readonly SqlDetection[] {
  return problems.map(({ start, end, message }) => ({ start, end, message, severity: 'warning' }));
}

/** SQL that the database will refuse. */
export const rule: Rule = {
  id: 'sql-syntax',
  title: 'SQL that does not parse',
  cwe: [],
  owasp: '',
  severity: 'warning',
  languages: ['sql', 'javascript', 'typescript', 'python', 'ruby', 'java', 'php'],
  siteKinds: ['sql'],
  sql: {
    script: (text, dialect, explicitDialect) =>
      detections(checkSql(text, dialect, { explicitDialect })),
    embedded: (text, dialect, explicitDialect) =>
      detections(checkSqlText(text, dialect, { explicitDialect })),
    // Tests try what a database refuses.
    leavesOut: isTestFile,
  },
};
