import type { Finding } from '../report/finding';
import { rules } from '../rules/registry.generated';
import type { SqlDialect } from '../sql/dialects';
import { tokenize } from '../sql/tokens';
import { dialectOf } from './sqlStrings';
import { Suppressions } from './suppressions';

const sqlRules = rules.filter((rule) => rule.sql);

/** A `.sql` file. */
export class SqlDocument {
  private known: { dialect: SqlDialect | 'auto'; findings: readonly Finding[] } | undefined;

  constructor(public text: string) {}

  update(text: string): void {
    this.text = text;
    this.known = undefined;
  }

  get hasSyntaxError(): boolean {
    return this.findings(this.known?.dialect ?? 'auto').some(
      ({ ruleId }) => ruleId === 'sql-syntax',
    );
  }

  findings(setting: SqlDialect | 'auto'): readonly Finding[] {
    if (this.known?.dialect === setting) return this.known.findings;
    const { text } = this;
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
    const findings = sqlRules
      .flatMap((rule) =>
        (rule.sql?.script(text, dialect, certain) ?? []).map((found) => ({
          ...found,
          ruleId: rule.id,
          trace: [],
          incomplete: false,
        })),
      )
      .filter((finding) => !suppressions.covers(finding.ruleId, finding.start, text))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    this.known = { dialect: setting, findings };
    return findings;
  }
}
