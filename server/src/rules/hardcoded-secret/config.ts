import { type ConfigFile, scalars } from '../../config/file';
import {
  environment,
  reference,
  type Setting,
  springSettings,
  valueSpan,
} from '../../config/settings';
import type { Severity } from '../../report/finding';
import { isPasswordName, isPlaceholder, isSecretName, isWellKnownPassword } from '../credentials';
import { readFromEnvironment } from '../repairs/configEdits';
import type { Observation } from '../rule';
import { isRandomLooking, knownSecret, passwordInUrl } from './shapes';

const advice =
  'Everyone who sees the repository or its history has it. Give it from the environment or a secret store, and replace it, since it is no longer secret.';
const localAdvice =
  'That is its place, as long as the file stays on this machine: list it in `.gitignore` and `.dockerignore`, and never send it along.';

/** Names that a build puts into the page for everyone. */
const publicName = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_/;

/** Secrets in configuration that is kept with the code. A Dockerfile has a rule of its own. */
export function config(file: ConfigFile): readonly Observation[] {
  if (file.language === 'dockerfile') return [];
  return [...checkShapes(file), ...checkNames(file)];
}

function checkShapes(file: ConfigFile): readonly Observation[] {
  const settings = [...springSettings(file), ...environment(file)];
  return [...scalars(file.root)].flatMap(({ node }): Observation[] => {
    const service = knownSecret(node.value);
    if (service === undefined) return [];
    const isLocal = file.language === 'dotenv' && file.purpose !== 'example';
    const place = valueSpan(file.text, node);
    const setting = settings.find(
      ({ at: { start, end } }) => start <= place.end && place.start <= end,
    );
    return [
      {
        at: place,
        fixes: () => (setting ? readFromEnvironment(file, setting) : []),
        severity: isLocal ? 'hint' : 'error',
        message: `This is ${service.what}. ${isLocal ? localAdvice : advice}`,
      },
    ];
  });
}

function checkNames(file: ConfigFile): readonly Observation[] {
  // Databases that a workflow starts live for minutes, and nobody else reaches them.
  if (file.language === 'workflow' || file.purpose === 'test' || file.purpose === 'example')
    return [];
  return [...springSettings(file), ...environment(file)].flatMap((setting): Observation[] => {
    if (setting.purpose === 'test' || !holdsSecret(setting)) return [];
    const isLocal = file.language === 'dotenv';
    const severity: Severity = isLocal || setting.purpose === 'development' ? 'hint' : 'warning';
    return [
      {
        at: setting.at,
        severity,
        message: `This is a secret. ${isLocal ? localAdvice : advice}`,
        fixes: () => readFromEnvironment(file, setting),
      },
    ];
  });
}

function holdsSecret({ name, value }: Setting): boolean {
  if (publicName.test(name) || knownSecret(value) !== undefined || reference(value)) return false;
  if (passwordInUrl(value)) return true;
  // A well-known password is no secret at all, which another rule says.
  if (!isSecretName(name) || isPlaceholder(value) || isWellKnownPassword(value)) return false;
  return isRandomLooking(value, isPasswordName(name));
}
