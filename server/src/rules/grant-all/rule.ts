import { inProgram, inScript } from '../../sql/eachStatement';
import { findWideGrants, type WideGrant } from '../../sql/grants';
import type { FixDraft, Rule, SqlDetection } from '../rule';

function detections(found: readonly WideGrant[]): readonly SqlDetection[] {
  return found.map(({ start, end, what, to, readOnly, on }) => ({
    start,
    end,
    severity: readOnly ? 'hint' : 'warning',
    message:
      what === 'all'
        ? `This gives ${to} every right there is. Whoever breaks into the program that logs in as ${to} has them too. Grant only what the program needs, such as SELECT and INSERT.`
        : `PUBLIC is every login of this database, now and later. Grant it to a role, and give the role to those who need it.`,
    fixes: () => narrower(start, end, what, on),
  }));
}

/** Fewer rights, or a role of its own; both are to be filled in. */
function narrower(
  start: number,
  end: number,
  what: WideGrant['what'],
  on: string,
): readonly FixDraft[] {
  if (what === 'public') {
    const edits = [{ start, end, newText: 'app_user' }];
    return [{ title: 'Grant it to a role (app_user)', edits, safe: false }];
  }
  const rights = rightsOn(on);
  if (rights === undefined) return [];
  const edits = [{ start, end, newText: `GRANT ${rights}` }];
  return [{ title: `Grant only some rights (${rights})`, edits, safe: false }];
}

/** What programs need of an object: https://www.postgresql.org/docs/current/ddl-priv.html */
function rightsOn(object: string): string | undefined {
  if (object === '') return undefined;
  if (/^DATABASE /.test(object)) return 'CONNECT';
  if (/^(?:SCHEMA|TYPE|LANGUAGE|DOMAIN) /.test(object)) return 'USAGE';
  if (/^(?:SEQUENCE |ALL SEQUENCES)/.test(object)) return 'USAGE, SELECT';
  if (/^(?:FUNCTION|PROCEDURE|ROUTINE|ALL (?:FUNCTIONS|PROCEDURES|ROUTINES))/.test(object)) {
    return 'EXECUTE';
  }
  return 'SELECT, INSERT, UPDATE, DELETE';
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
