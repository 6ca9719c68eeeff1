import type { Expr, MapExpr } from '../../ir/types';
import type { Observation, RuleContext } from '../rule';

const message = (flags: string) =>
  `This session cookie lacks ${flags}. Whoever steals it, from plain HTTP or with a script in the page, is logged in as the visitor. Set \`secure\` and \`http_only\` to true and \`same_site\` to 'lax'.`;

/** Laravel's `config/session.php`: an array with the settings of the session cookie; marks its name. */
export function laravelSession(context: RuleContext): readonly Observation[] {
  if (context.module.language !== 'php' || !context.text.includes("'lifetime'")) return [];
  return context.module.body.flatMap((stmt): readonly Observation[] => {
    if (stmt.kind !== 'return' || stmt.value?.kind !== 'map') return [];
    const settings = stmt.value;
    const name = entryOf(settings, 'cookie');
    if (!name?.key || !entryOf(settings, 'lifetime')) return [];
    const isOff = (key: string) => {
      const value = entryOf(settings, key)?.value;
      return value === undefined || isFalse(value);
    };
    const off = ['secure', 'http_only'].filter(isOff);
    const { start, end } = name.key;
    if (off.length > 0) {
      const flags = off.map((flag) => `\`${flag}\``).join(' and ');
      return [{ at: { start, end }, severity: 'warning', message: message(flags) }];
    }
    if (entryOf(settings, 'same_site')) return [];
    return [{ at: { start, end }, severity: 'hint', message: message('`same_site`') }];
  });
}

function entryOf(map: MapExpr, key: string) {
  return map.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === key);
}

function isFalse(value: Expr): boolean {
  return value.kind === 'literal' && value.value === false;
}
