import type { MapExpr } from '../../ir/types';
import { setEntries } from '../repairs/options';
import { entryOf, isLiteral, returnedSettings } from '../returnedSettings';
import type { FixDraft, Observation, RuleContext } from '../rule';

const message = (flags: string) =>
  `This session cookie lacks ${flags}. Whoever steals it, from plain HTTP or with a script in the page, is logged in as the visitor. Set \`secure\` and \`http_only\` to true and \`same_site\` to 'lax'.`;

/** Laravel's `config/session.php`: an array with the settings of the session cookie; marks its name. */
export function laravelSession(context: RuleContext): readonly Observation[] {
  return returnedSettings(context.module).flatMap((settings) => checkSession(settings, context));
}

function checkSession(settings: MapExpr, context: RuleContext): readonly Observation[] {
  const name = entryOf(settings, 'cookie');
  if (!name?.key || !entryOf(settings, 'lifetime')) return [];
  const isOff = (key: string) => {
    const value = entryOf(settings, key)?.value;
    return value === undefined || isLiteral(value, false);
  };
  const off = ['secure', 'http_only'].filter(isOff);
  const { start, end } = name.key;
  const fixes = () => switchOn(settings, off, context);
  if (off.length > 0) {
    const flags = off.map((flag) => `\`${flag}\``).join(' and ');
    return [{ at: { start, end }, severity: 'warning', message: message(flags), fixes }];
  }
  if (entryOf(settings, 'same_site')) return [];
  return [{ at: { start, end }, severity: 'hint', message: message('`same_site`'), fixes }];
}

/** Written as Laravel's own file has it: https://github.com/laravel/laravel/blob/12.x/config/session.php */
function switchOn(
  settings: MapExpr,
  off: readonly string[],
  context: RuleContext,
): readonly FixDraft[] {
  const values: Readonly<Record<string, string>> = {
    secure: "env('SESSION_SECURE_COOKIE', true)",
    http_only: 'true',
    same_site: "'lax'",
  };
  const keys = entryOf(settings, 'same_site') ? off : [...off, 'same_site'];
  const edits = setEntries(
    settings,
    keys.map((key) => [key, values[key] ?? 'true'] as const),
    context,
  );
  // Without TLS the browser sends a cookie that is for TLS alone back to nobody.
  return edits ? [{ title: 'Protect the session cookie', edits, safe: false }] : [];
}
