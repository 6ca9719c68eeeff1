import { role, type Site } from '../engine/sites';
import type { TextPiece } from '../engine/values';
import type { Rule, RuleContext } from '../rules/rule';
import { toSqlText } from '../rules/sqlText';
import { looksLikeSql } from '../sql/detect';
import type { SqlDialect } from '../sql/dialects';
import { dialectOfDriver, guessDialect } from '../sql/guess';
import type { Found } from './detect';
import { plainFound } from './plainDocument';

/** What is known of the dialect of a text. */
export interface KnownDialect {
  readonly dialect: SqlDialect;
  /** It was chosen by a person or follows from the driver, and is no guess. */
  readonly certain: boolean;
}

/** The dialect: as set, else as the driver speaks it, else by the text, else PostgreSQL. */
export function dialectOf(
  setting: SqlDialect | 'auto',
  driver: string | undefined,
  text: string,
): KnownDialect {
  if (setting !== 'auto') return { dialect: setting, certain: true };
  const ofDriver = driver === undefined ? undefined : dialectOfDriver(driver);
  return { dialect: ofDriver ?? guessDialect(text) ?? 'postgresql', certain: false };
}

/** Findings of rules about SQL text in the statement that a site runs. */
export function checkSqlSite(
  rules: readonly Rule[],
  site: Site,
  context: RuleContext,
  setting: SqlDialect | 'auto',
): readonly Found[] {
  const arg = role(site, 'text');
  if (!arg || site.through.length > 0) return [];
  const asked = rules.filter((rule) => !rule.sql?.leavesOut?.(site.file, context.text));
  // A condition or an order is no statement.
  if (site.spec?.data?.form === 'fragment') return [];
  // A language for objects has its own grammar: `from Person p where p.pets is empty`.
  if (site.spec?.data?.language === 'objects') return [];
  const pieces = arg.value.text?.pieces ?? constantPiece(arg.node, arg.value.constant?.value);
  if (!pieces) return [];
  // Text that was put together in several places has no place of its own to mark.
  const { node } = arg;
  const inside = pieces.every(
    (piece, i) =>
      piece.node.start >= (pieces[i - 1]?.node.end ?? node.start) && piece.node.end <= node.end,
  );
  if (!inside) return [];
  const driver = site.spec?.data?.driver;
  const { certain, statement } = site.spec?.data ?? {};
  const isCertain = certain !== 'no' && statement !== 'maybe';
  // Holes are marked, since a hole is not what its name would be in the text.
  const written = pieces.map((piece) => piece.text ?? '\0').join('\x01');
  const key = `${setting} ${driver} ${isCertain} ${written}`;
  if (clean.has(key)) return [];
  const text = pieces.map((piece) => piece.text ?? 'x').join('');
  if (!isCertain && !looksLikeSql(text)) {
    remember(key);
    return [];
  }
  const known = dialectOf(setting, driver, text);
  const sql = toSqlText(pieces, context.text);
  const found = asked.flatMap((rule) =>
    (rule.sql?.embedded(sql, known.dialect, known.certain) ?? []).map((one) =>
      plainFound(rule, { at: one, ...one }),
    ),
  );
  if (found.length === 0 && asked.length === rules.length) remember(key);
  return found;
}

/** Statements in which nothing was found: most, and the same ones at every keystroke. */
const clean = new Set<string>();
const maxClean = 2000;

function remember(key: string): void {
  if (clean.size >= maxClean) clean.clear();
  clean.add(key);
}

function constantPiece(
  node: TextPiece['node'],
  constant: unknown,
): readonly TextPiece[] | undefined {
  const isLiteral = node.kind === 'literal' && typeof constant === 'string';
  return isLiteral ? [{ text: constant, node }] : undefined;
}
