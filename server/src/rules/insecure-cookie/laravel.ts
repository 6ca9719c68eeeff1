import type { MapExpr } from '../../ir/types';
import { entryOf, isLiteral, returnedSettings } from '../returnedSettings';
import type { Observation, RuleContext } from '../rule';

const message = (flags: string) =>
  `This session cookie lacks ${flags}. Whoever steals it, from plain HTTP or with a script in the page, is logged in as the visitor. Set \`secure\` and \`http_only\` to true and \`same_site\` to 'lax'.`;

/** Laravel's `config/session.php`: an array with the settings of the session cookie; marks its name. */
export function laravelSession(context: RuleContext): readonly Observation[] {
  return returnedSettings(context.module).flatMap(checkSession);
}

function checkSession(settings: MapExpr): readonly Observation[] {
  const name = entryOf(settings, 'cookie');
  if (!name?.key || !entryOf(settings, 'lifetime')) return [];
  const isOff = (key: string) => {
    const value = entryOf(settings, key)?.value;
    return value === undefined || isLiteral(value, false);
  };
  const off = ['secure', 'http_only'].filter(isOff);
  const { start, end } = name.key;
  if (off.length > 0) {
    const flags = off.map((flag) => `\`${flag}\``).join(' and ');
    return [{ at: { start, end }, severity: 'warning', message: message(flags) }];
  }
  if (entryOf(settings, 'same_site')) return [];
  return [{ at: { start, end }, severity: 'hint', message: message('`same_site`') }];
}
