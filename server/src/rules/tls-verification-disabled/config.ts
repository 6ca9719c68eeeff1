import type { ConfigFile } from '../../config/file';
import { environment, scripts, springSettings } from '../../config/settings';
import type { Span } from '../../ir/types';
import { addressIn, isRemoteHost } from '../connections';
import { setValue } from '../repairs/configEdits';
import type { FixDraft, Observation } from '../rule';

const variableMessage =
  'This switches off the check of certificates for the whole program, so anyone on the way can pose as the other server. Remove it. Trust a certificate of your own with `NODE_EXTRA_CA_CERTS` or the like.';
const commandMessage =
  'This command does not check whose server it talks to, so anyone on the way can put other code in place of what is downloaded. Remove the option.';
const databaseMessage =
  'The connection to the database does not check whose server answers, so anyone on the way can read and change everything. Give the server’s certificate instead.';

/** Variables that switch the check off, and the values that do. */
const variables: readonly (readonly [RegExp, RegExp])[] = [
  [/^NODE_TLS_REJECT_UNAUTHORIZED$/, /^0$/],
  [/^PYTHONHTTPSVERIFY$/, /^0$/],
  [/^GIT_SSL_NO_VERIFY$/, /^(?:1|true|yes)$/i],
  [/^(?:NPM_CONFIG_STRICT_SSL|npm_config_strict_ssl)$/, /^false$/i],
];

/** Options of commands that download something. */
const options =
  /\bcurl\b[^\n|;&]{0,400}?\s(-[a-zA-Z]*k[a-zA-Z]*|--insecure)(?=\s|$)|\bwget\b[^\n|;&]{0,400}?(--no-check-certificate)|\b(?:npm|yarn)\s+config\s+set\s+(strict-ssl(?:=|\s+)false)|\bgit\b[^\n|;&]{0,400}?(http\.sslVerify[= ]false)|\b(NODE_TLS_REJECT_UNAUTHORIZED=0)\b/g;

/** Certificates that are not checked, by a variable, an option of a command or of a connection. */
export function config(file: ConfigFile): readonly Observation[] {
  if (file.purpose === 'example') return [];
  return [...checkVariables(file), ...checkScripts(file), ...checkConnections(file)];
}

function checkVariables(file: ConfigFile): readonly Observation[] {
  if (file.language === 'npm') return [];
  return environment(file).flatMap(({ name, value, at, purpose }): Observation[] =>
    variables.some(([named, off]) => named.test(name) && off.test(value))
      ? [
          {
            at,
            severity: isOwn(purpose) ? 'hint' : 'warning',
            message: variableMessage,
            fixes: () => switchOn(name, at),
          },
        ]
      : [],
  );
}

/** Git asks only whether its variable is there. */
function switchOn(name: string, at: Span): readonly FixDraft[] {
  if (name === 'GIT_SSL_NO_VERIFY') return [];
  return setValue('Check the certificate', at, /SSL/i.test(name) ? 'true' : '1', false);
}

function isOwn(purpose: ConfigFile['purpose']): boolean {
  return purpose === 'test' || purpose === 'development';
}

function checkScripts(file: ConfigFile): readonly Observation[] {
  return scripts(file).flatMap((script) =>
    [...script.text.matchAll(options)].flatMap((match): Observation[] => {
      const option = match.slice(1).find((group) => group !== undefined) ?? '';
      // The container asks itself whether it is alive.
      if (/https?:\/\/(?:localhost|127\.)/.test(match[0] + rest(script.text, match.index)))
        return [];
      const start = script.start + match.index + match[0].lastIndexOf(option);
      const isVariable = option.startsWith('NODE_');
      const isForDevelopment = file.language === 'npm' && /dev|test|local/i.test(script.of.key);
      return [
        {
          at: { start, end: start + option.length },
          severity: isForDevelopment || isOwn(file.purpose) ? 'hint' : 'warning',
          message: isVariable ? variableMessage : commandMessage,
          fixes: () => withoutOption(option, start, file.text),
        },
      ];
    }),
  );
}

/** A switch goes with the space in front of it; a setting gets the other value. */
function withoutOption(option: string, start: number, text: string): readonly FixDraft[] {
  const title = 'Check the certificate';
  const end = start + option.length;
  const set = option.replace(/false$/, 'true').replace(/=0$/, '=1');
  if (set !== option) return setValue(title, { start, end }, set, false);
  if (/^-[a-zA-Z]{2,}$/.test(option)) {
    return setValue(title, { start, end }, option.replace('k', ''), false);
  }
  if (!option.startsWith('-')) return [];
  const space = /[ \t]+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return setValue(title, { start: start - space, end }, '', false);
}

/** The command up to its end. */
function rest(text: string, from: number): string {
  return /^(?:\\\r?\n|[^\n|;&]){0,400}/.exec(text.slice(from))?.[0] ?? '';
}

function checkConnections(file: ConfigFile): readonly Observation[] {
  return [...springSettings(file), ...environment(file)].flatMap(({ value, at, purpose }) => {
    if (isOwn(purpose)) return [];
    const address = addressIn(value);
    if (!address || !isRemoteHost(address.host)) return [];
    const off =
      /\b(?:trustServerCertificate=true|verifyServerCertificate=false|sslmode=(?:no-verify|require_no_verify)|tlsAllowInvalid(?:Certificates|Hostnames)=true|tlsInsecure=true)\b/i;
    if (!off.test(address.options)) return [];
    const fixes = () => checkDatabase(file.text, at, off);
    return [{ at, severity: 'warning', message: databaseMessage, fixes } as const];
  });
}

/** The option with its other value, where it is written as it is meant. */
function checkDatabase(text: string, at: Span, off: RegExp): readonly FixDraft[] {
  const found = off.exec(text.slice(at.start, at.end));
  if (!found) return [];
  const [option] = found;
  const start = at.start + found.index;
  const [name = '', value = ''] = option.split('=');
  const isMode = name.toLowerCase() === 'sslmode';
  const on = `${name}=${isMode ? 'verify-full' : String(value.toLowerCase() === 'false')}`;
  return setValue('Check the certificate', { start, end: start + option.length }, on, false);
}
