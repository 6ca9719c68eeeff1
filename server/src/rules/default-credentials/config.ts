import type { ConfigFile } from '../../config/file';
import {
  environment,
  reference,
  type Setting,
  services,
  springSettings,
} from '../../config/settings';
import type { Severity } from '../../report/finding';
import { addressIn } from '../connections';
import { isPasswordName, isWellKnownPassword } from '../credentials';
import { publishes } from '../ports';
import { readFromEnvironment } from '../repairs/configEdits';
import type { Observation } from '../rule';

const message =
  'This password is on every list of default logins, so it is the first one that attackers try. Choose a random one, and keep it out of the file: in the environment or a secret store.';
const openMessage =
  'With this setting anyone who reaches the database gets in without a password. Set a random one, and keep it out of the file.';

/** Well-known passwords in compose files, `.env` files and Spring settings. */
export function config(file: ConfigFile): readonly Observation[] {
  if (file.purpose === 'test' || file.purpose === 'example') return [];
  switch (file.language) {
    case 'compose':
      return services(file).flatMap((service) => {
        const inService = environment(file).filter(({ at: { start, end } }) => {
          return service.start <= start && end <= service.end;
        });
        // What is not published is reached by the other services alone.
        return check(file, inService, publishes(service) ? 'warning' : 'hint');
      });
    case 'dotenv':
      // A file for one's own machine, unless its name says otherwise.
      return check(file, environment(file), file.purpose === 'production' ? 'warning' : 'hint');
    case 'rails':
      return check(
        file,
        environment(file).filter(({ purpose }) => purpose === 'production'),
        'warning',
      );
    case 'spring':
      return checkSpring(file);
    default:
      return [];
  }
}

function checkSpring(file: ConfigFile): readonly Observation[] {
  const settings = springSettings(file).filter(({ purpose }) => purpose !== 'test');
  // A database inside the program itself is not reached by others.
  const embedded = settings.some(({ value }) =>
    /^jdbc:(?:h2|hsqldb|derby|sqlite):(?!tcp|ssl|\/\/)/.test(value),
  );
  return settings.flatMap((setting) => {
    if (embedded && setting.canonical.startsWith('spring.datasource.')) return [];
    return check(file, [setting], setting.purpose === 'development' ? 'hint' : 'warning', settings);
  });
}

function check(
  file: ConfigFile,
  settings: readonly Setting[],
  severity: Severity,
  all: readonly Setting[] = settings,
): readonly Observation[] {
  return settings.flatMap((setting): Observation[] => {
    const { name, value, at: place } = setting;
    if (isOpen(setting) && !all.some(isRootPassword))
      return [{ at: place, severity, message: openMessage }];
    const known = reference(value);
    // What is taken when nobody sets it is a default in the proper sense.
    const text = known ? known.fallback : value;
    if (text === undefined) return [];
    const level: Severity = known ? 'hint' : severity;
    const fixes = () => readFromEnvironment(file, setting);
    if (text === '') return [];
    if (isPasswordName(name)) {
      const isUser = all.some((other) => other !== setting && isUserOf(other, setting, text));
      return isWellKnownPassword(text) || isUser
        ? [{ at: place, severity: level, message, fixes }]
        : [];
    }
    const address = addressIn(text);
    if (address?.password === undefined || /^(?:https?|ftp)$/.test(address.scheme)) return [];
    const { password, user } = address;
    return isWellKnownPassword(password) || password === user
      ? [{ at: place, severity: level, message, fixes }]
      : [];
  });
}

/** `DB_USER` for `DB_PASSWORD`, with the same text. */
function isUserOf(other: Setting, password: Setting, text: string): boolean {
  const stem = (name: string) => name.replace(/[_.-]?(?:[a-z]+)$/i, '').toLowerCase();
  return (
    /(?:user|username|login)$/i.test(other.name) &&
    stem(other.name) === stem(password.name) &&
    (reference(other.value)?.fallback ?? other.value) === text
  );
}

/** https://hub.docker.com/_/postgres, https://hub.docker.com/_/mysql */
function isOpen({ name, value }: Setting): boolean {
  if (name === 'POSTGRES_HOST_AUTH_METHOD') return value === 'trust';
  return (
    /^(?:MYSQL|MARIADB)_ALLOW_EMPTY(?:_ROOT)?_PASSWORD$|^ALLOW_EMPTY_PASSWORD$/.test(name) &&
    /^(?:true|yes|1)$/i.test(value)
  );
}

/** With a password for root the other setting does nothing. */
function isRootPassword({ name, value }: Setting): boolean {
  return /^(?:MYSQL|MARIADB)(?:_RANDOM)?_ROOT_PASSWORD$/.test(name) && value !== '';
}
