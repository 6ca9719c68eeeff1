import { lintSql, lintSqlText, type MissingWhere } from '../../sql/lint';
import { isTestFile } from '../report';
import type { FixDraft, Rule, SqlDetection } from '../rule';

function detections(found: readonly MissingWhere[]): readonly SqlDetection[] {
  return found.map((one) => {
    const { start, end, verb, table, limited } = one;
    const what = verb === 'DELETE' ? 'deletes every row' : 'changes every row';
    return {
      start,
      end,
      severity: limited ? 'hint' : 'warning',
      message: limited
        ? `This ${verb} has no WHERE, so it takes whichever rows of ${table} the database meets first. Add a WHERE clause that names the rows.`
        : `This ${verb} has no WHERE, so it ${what} of ${table}. Add a WHERE clause that names the rows.`,
      fixes: () => withWhere(one),
    };
  });
}

/** A condition to fill in: nobody but its writer knows which rows are meant. */
function withWhere({ whereAt, limited }: MissingWhere): readonly FixDraft[] {
  if (whereAt === undefined || limited) return [];
  const edits = [{ start: whereAt, end: whereAt, newText: ' WHERE id = 1' }];
  return [{ title: 'Change the row of one id only (1)', edits, safe: false }];
}

/** Folders of migrations: Rails, Laravel, Django, Alembic, Knex, TypeORM. */
const migration = /(?:^|[\\/])\w*migrat(?:e|ions?)[\\/]/i;

/** A statement that changes every row of a table. */
export const rule: Rule = {
  id: 'missing-where',
  title: 'DELETE or UPDATE without WHERE',
  cwe: [],
  owasp: '',
  severity: 'warning',
  languages: ['sql', 'javascript', 'typescript', 'python', 'ruby', 'java', 'php'],
  siteKinds: ['sql'],
  sql: {
    script: (text, dialect) => detections(lintSql(text, dialect)),
    embedded: (text, dialect) => detections(lintSqlText(text, dialect)),
    // Changes of a whole table are what migrations are for, and tests empty theirs.
    leavesOut: (path, program) => isTestFile(path, program) || migration.test(path),
  },
};
