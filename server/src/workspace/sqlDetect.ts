import { rules } from '../rules/registry.generated';
import type { SqlDialect } from '../sql/dialects';
import { tokenize } from '../sql/tokens';
import { type Looked, onePerPlace, plainFound } from './plainDocument';
import { dialectOf } from './sqlStrings';
import { Suppressions } from './suppressions';

const sqlRules = rules.filter((rule) => rule.sql);

/** What there is to say of a `.sql` file. */
export function detectInSql(text: string, setting: SqlDialect | 'auto'): Looked {
  const { dialect, certain } = dialectOf(setting, undefined, text);
  const comments = tokenize(text, { dialect })
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => ({
      start,
      end,
      text: text
        .slice(start, end)
        .replace(/^(?:--|#|\/\*)+|\*\/$/g, '')
        .trim(),
    }));
  const suppressions = new Suppressions(comments, text);
  const all = sqlRules.flatMap((rule) =>
    (rule.sql?.script(text, dialect, certain) ?? []).map((found) =>
      plainFound(rule, { at: found, ...found }),
    ),
  );
  return {
    found: onePerPlace(all).filter(
      ({ finding }) => !suppressions.covers(finding.ruleId, finding.start, text),
    ),
    hasSyntaxError: all.some(({ finding }) => finding.ruleId === 'sql-syntax'),
  };
}
