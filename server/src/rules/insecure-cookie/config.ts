import type { ConfigFile } from '../../config/file';
import { environment, springSettings } from '../../config/settings';
import type { Span } from '../../ir/types';
import { setValue } from '../repairs/configEdits';
import type { FixDraft, Observation } from '../rule';

const messages = {
  secure:
    'Without `Secure` the browser also sends the session cookie over plain HTTP, where anyone on the way can read it. Set this to `true`; keep `false` to a profile for development.',
  httpOnly:
    'Without `HttpOnly` a script in the page can read the session cookie, so one cross-site scripting hole is enough to steal it. Set this to `true`.',
} as const;

const springCookie = /^server\.(?:servlet\.|reactive\.)?session\.cookie\.(secure|httponly)$/;
/** Laravel’s `config/session.php` reads these. */
const laravelCookie = /^SESSION_(SECURE_COOKIE|HTTP_ONLY)$/;

function switchOn(at: Span): readonly FixDraft[] {
  return setValue('Switch it on', at, 'true');
}

/** Flags of the session cookie that configuration switches off. */
export function config(file: ConfigFile): readonly Observation[] {
  const spring = springSettings(file).flatMap((setting): Observation[] => {
    const flag = springCookie.exec(setting.canonical)?.[1];
    if (flag === undefined || setting.value.toLowerCase() !== 'false') return [];
    if (setting.purpose === 'test' || (setting.purpose === 'development' && flag === 'secure')) {
      return [];
    }
    const message = flag === 'secure' ? messages.secure : messages.httpOnly;
    return [{ at: setting.at, severity: 'warning', message, fixes: () => switchOn(setting.at) }];
  });
  if (file.purpose !== 'production') return spring;
  const variables = environment(file).flatMap((setting): Observation[] => {
    const flag = laravelCookie.exec(setting.name)?.[1];
    if (flag === undefined || !/^(?:false|0|off)$/i.test(setting.value)) return [];
    const message = flag === 'SECURE_COOKIE' ? messages.secure : messages.httpOnly;
    return [{ at: setting.at, severity: 'warning', message, fixes: () => switchOn(setting.at) }];
  });
  return [...spring, ...variables];
}
