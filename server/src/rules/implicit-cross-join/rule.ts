import { inProgram, inScript } from '../../sql/eachStatement';
import type { SqlText } from '../../sql/holes';
import { findUnconnectedJoins, type UnconnectedJoin } from '../../sql/joins';
import type { FixDraft, Rule, SqlDetection } from '../rule';

function detections(
  found: readonly UnconnectedJoin[],
  sourceBefore: (offset: number) => string,
): readonly SqlDetection[] {
  return found.map(({ start, end, left, right, isOnly }) => ({
    start,
    end,
    severity: 'hint',
    message: `This pairs every row of ${left} with every row of ${right}, because nothing says which belong together. Write JOIN … ON with the columns that match, or CROSS JOIN if you mean every pair.`,
    fixes: () => (isOnly ? crossJoin(start, sourceBefore(start)) : []),
  }));
}

/** Says what the comma does; the rows stay the same, so a person has to want them. */
function crossJoin(table: number, before: string): readonly FixDraft[] {
  const joint = /\s*,\s*$|\s+(?:INNER\s+)?JOIN\s+$/i.exec(before)?.[0];
  if (joint === undefined) return [];
  const edits = [{ start: table - joint.length, end: table, newText: ' CROSS JOIN ' }];
  return [{ title: 'Write CROSS JOIN, which pairs them all', edits, safe: false }];
}

/** The literal of a program up to an offset. */
function literalBefore({ pieces }: SqlText, offset: number): string {
  for (const piece of pieces) {
    if (!('text' in piece) || piece.raw === undefined) continue;
    if (piece.span.start <= offset && offset <= piece.span.end) {
      return piece.raw.slice(0, offset - piece.span.start);
    }
  }
  return '';
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
    script: (text, dialect) =>
      detections(inScript(text, dialect, findUnconnectedJoins), (offset) => text.slice(0, offset)),
    embedded: (text, dialect) =>
      detections(inProgram(text, dialect, findUnconnectedJoins), (offset) =>
        literalBefore(text, offset),
      ),
  },
};
