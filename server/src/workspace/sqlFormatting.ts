import type { SqlFormatting } from '../analysis';
import type { Fix, TextEdit } from '../report/finding';
import type { RuleContext } from '../rules/rule';

export function formatSqlFile(_text: string, _options: SqlFormatting): readonly TextEdit[] {
  return [];
}

export function formatSqlString(
  _context: RuleContext,
  _offset: number,
  _options: SqlFormatting,
): Fix | undefined {
  return undefined;
}
