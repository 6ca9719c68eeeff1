import type { at, ConfigFile } from '../../config/file';
import {
  environment,
  type Setting,
  type SpringSetting,
  scripts,
  springSettings,
} from '../../config/settings';
import type { Span } from '../../ir/types';
import { finalStages } from '../images';
import { removeLines, setValue } from '../repairs/configEdits';
import type { FixDraft, Observation } from '../rule';

const debugMessage =
  'This turns debug mode on where the program is meant to run for others. It shows visitors source code, settings and sometimes a console that runs their code. Turn it off here.';
const developmentMessage =
  'This starts the program in its development mode. It is slower, and it tells visitors more about errors than they should know. Set it to `production` here.';
const inspectorMessage =
  'The debugger listens on every network address. Whoever reaches it runs code in your program. Write `127.0.0.1`, or leave the address out.';
const actuatorMessage =
  'These endpoints show settings, memory and the insides of the program to whoever asks. List the few that you need, such as `health,info`, and protect the rest with a login.';
const valuesMessage =
  'This endpoint then shows every value, passwords too, to whoever may ask. Leave it at `never`, or use `when-authorized`.';
const unprotectedMessage =
  'This lets everyone read the management endpoints without a login. Remove it, and protect them with Spring Security.';
const consoleMessage =
  'The H2 console is a page that runs any SQL, and through it any code. Switch it on only in a profile for development.';
const othersMessage =
  'This opens the H2 console to other machines: a page that runs any SQL, and through it any code. Remove it.';
const remoteMessage =
  'With a secret set here the developer tools accept new code over the network. Remove it before the program leaves your machine.';

/** Debug and development modes in configuration. */
export function config(file: ConfigFile): readonly Observation[] {
  if (file.purpose === 'test' || file.purpose === 'example') return [];
  return [...checkSpring(file), ...checkEnvironment(file), ...checkInspectors(file)];
}

// -------------------------------------------------------------------------------------------------
// Spring: https://docs.spring.io/spring-boot/appendix/application-properties/

const isTrue = (value: string) => /^(?:true|1|yes|on)$/i.test(value.trim());

/** All endpoints, or one that hands out the memory or stops the program. */
const allEndpoints = /(?:^|[,\s])(?:\*|heapdump|jolokia|shutdown)(?:$|[,\s])/i;
/** Endpoints with settings and insides; whoever names them may have protected them. */
const tellingEndpoints = /(?:^|[,\s])(?:env|threaddump|logfile|configprops)(?:$|[,\s])/i;

function checkSpring(file: ConfigFile): readonly Observation[] {
  const settings = springSettings(file);
  // On an address of this machine alone the endpoints are for its administrator.
  const isLocal = settings.some(
    ({ canonical, value }) =>
      canonical === 'management.server.address' && /^(?:127\.|localhost$|::1$)/.test(value),
  );
  return settings.flatMap((setting): Observation[] => {
    const message = springMessage(setting, isLocal);
    if (message === undefined) return [];
    const isNamed = message === actuatorMessage && !allEndpoints.test(setting.value);
    const fixes = () => springFix(setting, file.text);
    return [{ at: setting.at, severity: isNamed ? 'hint' : 'warning', message, fixes }];
  });
}

function springMessage(setting: SpringSetting, isLocal: boolean): string | undefined {
  const { canonical, value, purpose } = setting;
  if (purpose === 'test') return undefined;
  if (canonical === 'spring.h2.console.settings.weballowothers') {
    return isTrue(value) ? othersMessage : undefined;
  }
  if (purpose === 'development') return undefined;
  if (/^management\.endpoints\.web\.exposure\.include(?:\.\d+|\[\d+\])?$/.test(canonical)) {
    const tells = allEndpoints.test(value) || tellingEndpoints.test(value);
    return !isLocal && tells ? actuatorMessage : undefined;
  }
  if (/^management\.endpoint\.(?:env|configprops|quartz)\.showvalues$/.test(canonical)) {
    return /^always$/i.test(value) ? valuesMessage : undefined;
  }
  switch (canonical) {
    case 'management.security.enabled':
    case 'endpoints.sensitive':
      return /^false$/i.test(value) ? unprotectedMessage : undefined;
    case 'spring.h2.console.enabled':
      return isTrue(value) ? consoleMessage : undefined;
    case 'spring.devtools.remote.secret':
      return value === '' ? undefined : remoteMessage;
    default:
      return undefined;
  }
}

function springFix({ canonical, at: place }: SpringSetting, text: string): readonly FixDraft[] {
  if (canonical.startsWith('management.endpoints.web.exposure.include')) {
    const isList = !canonical.endsWith('.include');
    return isList ? [] : setValue('Show only health and info', place, 'health,info', false);
  }
  if (canonical.endsWith('.showvalues')) return setValue('Never show values', place, 'never');
  if (canonical === 'spring.devtools.remote.secret') {
    const edits = [removeLines(text, place)];
    return [{ title: 'Remove the secret of the developer tools', edits, safe: true }];
  }
  const isOff = canonical === 'management.security.enabled' || canonical === 'endpoints.sensitive';
  return isOff
    ? setValue('Protect the endpoints', place, 'true')
    : setValue('Switch it off', place, 'false');
}

// -------------------------------------------------------------------------------------------------
// Environment

function environmentFix({ value, at: place }: Setting): readonly FixDraft[] {
  if (!isTrue(value)) return setValue('Set it to production', place, 'production');
  const off: Readonly<Record<string, string>> = { 1: '0', yes: 'no', on: 'off' };
  return setValue('Switch debug mode off', place, off[value.toLowerCase()] ?? 'false');
}

function environmentMessage({ name, value }: Setting): string | undefined {
  if (/^(?:APP|FLASK|DJANGO|WP|SYMFONY|WERKZEUG)_DEBUG$|^DEBUG$/.test(name)) {
    // `DEBUG=app:*` of the npm package only writes more into the log.
    return isTrue(value) ? debugMessage : undefined;
  }
  if (/^FLASK_ENV$/.test(name)) return value === 'development' ? debugMessage : undefined;
  if (/^(?:NODE|RAILS|RACK|APP|DJANGO|SYMFONY)_ENV$/.test(name)) {
    return /^(?:development|dev|local)$/.test(value) ? developmentMessage : undefined;
  }
  return undefined;
}

/** Only where the file says that it is for production; an image is, unless it says otherwise. */
function checkEnvironment(file: ConfigFile): readonly Observation[] {
  const settings = environment(file);
  const said = settings.some(
    ({ name, value }) => /^(?:APP|NODE|RAILS)_ENV$/.test(name) && /^prod(?:uction)?$/.test(value),
  );
  const isImage = file.language === 'dockerfile' && file.purpose === 'general';
  if (file.purpose !== 'production' && !isImage && !(said && file.language === 'dotenv')) return [];
  const stages = finalStages(file).map(({ node }) => node);
  return settings.flatMap((setting): Observation[] => {
    const { start, end } = setting.at;
    const counts =
      !isImage ||
      stages.some(
        (stage) => stage.start <= start && end <= stage.end && isSetThere(stage, setting),
      );
    const message = environmentMessage(setting);
    return counts && message !== undefined
      ? [{ at: setting.at, severity: 'warning', message, fixes: () => environmentFix(setting) }]
      : [];
  });
}

/** `ARG` ends with the build. */
function isSetThere(stage: Parameters<typeof at>[0], { nameAt }: Setting): boolean {
  return (
    stage?.children.some(
      ({ key, start, end }) => key === 'ENV' && start <= nameAt.start && nameAt.end <= end,
    ) ?? false
  );
}

// -------------------------------------------------------------------------------------------------
// Debuggers

const inspector =
  /--inspect(?:-brk)?=(?:0\.0\.0\.0|\*|\[::\])|-agentlib:jdwp=\S{0,100}address=(?:\*|0\.0\.0\.0)[:\d]*|\bdebugpy\b[^\n]{0,100}--listen\s+0\.0\.0\.0|-Xdebug\b[^\n]{0,100}address=(?:\*|0\.0\.0\.0)/g;

function checkInspectors(file: ConfigFile): readonly Observation[] {
  const isOwn = file.purpose === 'development' || file.language === 'compose';
  return scripts(file).flatMap((script) =>
    [...script.text.matchAll(inspector)].map((match): Observation => {
      const start = script.start + match.index;
      const isForDevelopment = isOwn || /dev|debug|inspect|watch/i.test(script.of.key);
      return {
        at: { start, end: start + match[0].length },
        severity: isForDevelopment ? 'hint' : 'warning',
        message: inspectorMessage,
        fixes: () => inspectorFix({ start, end: start + match[0].length }, match[0]),
      };
    }),
  );
}

function inspectorFix({ start, end }: Span, written: string): readonly FixDraft[] {
  const newText = written.replace(/(=|\s)(?:0\.0\.0\.0|\*|\[::\])/, '$1127.0.0.1');
  const edits = [{ start, end, newText }];
  return [{ title: 'Listen on 127.0.0.1 only', edits, safe: false }];
}
