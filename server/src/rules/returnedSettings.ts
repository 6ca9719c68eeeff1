import type { Expr, MapEntry, MapExpr, Module } from '../ir/types';

/** The arrays that a PHP file returns, as those in Laravel's `config/` do. */
export function returnedSettings({ language, body }: Module): readonly MapExpr[] {
  if (language !== 'php') return [];
  return body.flatMap((stmt) =>
    stmt.kind === 'return' && stmt.value?.kind === 'map' ? [stmt.value] : [],
  );
}

/** The entry under this key. */
export function entryOf(settings: MapExpr, key: string): MapEntry | undefined {
  return settings.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === key);
}

/** Whether an expression is this literal. */
export function isLiteral(expr: Expr | undefined, value: string | boolean): boolean {
  return expr?.kind === 'literal' && expr.value === value;
}
