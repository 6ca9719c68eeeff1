import type { Expr } from '../../ir/types';
import { holeContexts, type SqlPiece } from '../../sql/holes';
import { isText } from '../repairs/parameters/text';
import type { FixDraft, RuleContext } from '../rule';

/**
 * MyBatis: `${name}` puts a text in, `#{name}` sends a value. The quotes go, and what was inside them
 * beside the value is joined by the database: https://mybatis.org/mybatis-3/sqlmap-xml.html
 */
export function substituted(text: Expr, { text: source }: RuleContext): readonly FixDraft[] {
  if (!isText(text)) return [];
  const raw = source.slice(text.start, text.end);
  const pieces: SqlPiece[] = [];
  const names: string[] = [];
  let at = 0;
  const add = (to: number) => {
    const span = { start: text.start + at, end: text.start + to };
    const written = raw.slice(at, to);
    if (written !== '') pieces.push({ text: written, span, raw: written });
  };
  for (const match of raw.matchAll(/\$\{\s*([\w.]+)[^}]*\}/g)) {
    add(match.index);
    const start = text.start + match.index;
    pieces.push({ hole: { start, end: start + match[0].length }, kind: 'value' });
    names.push(match[1]!);
    at = match.index + match[0].length;
  }
  add(raw.length);
  const holes = pieces.flatMap((piece) => ('hole' in piece ? [piece.hole] : []));
  const edits = holeContexts({ pieces }).flatMap((of, i) => {
    const value = `#{${names[i]}}`;
    if (of.quoted) {
      const parts = of.quoted.parts.map((part) => (typeof part === 'number' ? value : `'${part}'`));
      if (of.quoted.parts.filter((part) => typeof part === 'number').length !== 1) return [];
      const newText = parts.length === 1 ? value : `CONCAT(${parts.join(', ')})`;
      return [{ start: of.quoted.open.start, end: of.quoted.close.end, newText }];
    }
    const isValue = of.kind === 'value' || of.kind === 'limit';
    return isValue ? [{ ...holes[i]!, newText: value }] : [];
  });
  if (edits.length === 0 || edits.length < holes.length) return [];
  const title =
    edits.length === 1 ? 'Use a query parameter (MyBatis)' : 'Use query parameters (MyBatis)';
  return [{ title, edits, safe: true }];
}
