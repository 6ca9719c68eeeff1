import { at, type ConfigFile } from '../../config/file';
import { environment, scripts, springSettings, valueSpan } from '../../config/settings';
import type { Span } from '../../ir/types';
import { addressIn, isRemoteHost } from '../connections';
import { setValue } from '../repairs/configEdits';
import type { FixDraft, Observation } from '../rule';

const pipeMessage =
  'This downloads a program without encryption and runs it: anyone on the way can put another program in its place. Use `https://`, and compare a checksum before you run it.';
const addMessage =
  'This file is downloaded without encryption, so anyone on the way can change it before it becomes part of the image. Use `https://`, and `--checksum` to be sure.';
const dependencyMessage =
  'This package is downloaded without encryption, so anyone on the way can put other code in its place. Use `https://` or `git+ssh://`.';
const databaseMessage =
  'The connection to the database is not encrypted, so anyone on the way can read and change what is sent, the password too. Switch TLS on.';
const credentialMessage =
  'This address sends its password without encryption, so anyone on the way can read it. Use `https://`.';

const pipe =
  /\b(?:curl|wget)\b(?:\\\r?\n|[^\n|;&]){0,400}?(http:\/\/[^\s"'|]{1,400})(?:\\\r?\n|[^\n|;&]){0,400}\|\s*(?:\\\r?\n\s*)?(?:sudo\s+(?:-\S{1,40}\s+){0,4})?(?:ba|z|da|k)?sh\b/g;

/** Addresses without encryption, where what they carry decides about everything else. */
export function config(file: ConfigFile): readonly Observation[] {
  return [
    ...checkScripts(file),
    ...checkDownloads(file),
    ...checkDependencies(file),
    ...checkConnections(file),
  ];
}

function checkScripts(file: ConfigFile): readonly Observation[] {
  return scripts(file).flatMap((script) =>
    [...script.text.matchAll(pipe)].flatMap((match): Observation[] => {
      const [whole, url = ''] = match;
      if (!isRemoteHost(addressIn(url)?.host ?? '')) return [];
      const start = script.start + match.index + whole.indexOf(url);
      return [
        {
          at: { start, end: start + url.length },
          severity: 'warning',
          message: pipeMessage,
          fixes: () => withTls(file.text, { start, end: start + url.length }),
        },
      ];
    }),
  );
}

/** https://docs.docker.com/reference/dockerfile/#add */
function checkDownloads(file: ConfigFile): readonly Observation[] {
  if (file.language !== 'dockerfile') return [];
  return file.root.children.flatMap((stage) =>
    stage.children.flatMap((instruction) => {
      if (instruction.key !== 'ADD' || at(instruction, '--checksum')) return [];
      return instruction.children.flatMap((node): Observation[] =>
        /^http:\/\//i.test(node.value ?? '') &&
        isRemoteHost(addressIn(node.value ?? '')?.host ?? '')
          ? [
              {
                at: node,
                severity: 'warning',
                message: addMessage,
                fixes: () => withTls(file.text, node),
              },
            ]
          : [],
      );
    }),
  );
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json#urls-as-dependencies */
function checkDependencies(file: ConfigFile): readonly Observation[] {
  if (file.language !== 'npm') return [];
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return groups.flatMap((group) =>
    (at(file.root, group)?.children ?? []).flatMap((node): Observation[] => {
      const value = node.value ?? '';
      if (!/^(?:git\+)?(?:http|git):\/\//.test(value)) return [];
      if (!isRemoteHost(addressIn(value)?.host ?? '')) return [];
      const place = valueSpan(file.text, node);
      const fixes = () => withTls(file.text, place);
      return [{ at: place, severity: 'warning', message: dependencyMessage, fixes }];
    }),
  );
}

const tlsOff =
  /\b(?:useSSL=false|sslmode=disable|ssl-mode=disabled|ssl=(?:false|0)|encrypt=false|tls=false|requireSSL=false)\b/i;

function checkConnections(file: ConfigFile): readonly Observation[] {
  return [...springSettings(file), ...environment(file)].flatMap((setting): Observation[] => {
    if (setting.purpose === 'test' || setting.purpose === 'example') return [];
    const address = addressIn(setting.value);
    if (!address || !isRemoteHost(address.host)) return [];
    if (address.scheme === 'http') {
      return address.password === undefined
        ? []
        : [
            {
              at: setting.at,
              severity: 'warning',
              message: credentialMessage,
              fixes: () => withTls(file.text, setting.at),
            },
          ];
    }
    return tlsOff.test(address.options)
      ? [
          {
            at: setting.at,
            severity: 'warning',
            message: databaseMessage,
            fixes: () => switchOn(file.text, setting.at),
          },
        ]
      : [];
  });
}

/** The scheme with TLS; whether the other side has it, only the person knows. */
function withTls(text: string, at: Span): readonly FixDraft[] {
  const found = /\b(?:git\+http|http|git)(?=:\/\/)/.exec(text.slice(at.start, at.end));
  if (!found) return [];
  const start = at.start + found.index;
  const scheme = found[0].startsWith('git') ? 'git+https' : 'https';
  return setValue(`Use ${scheme}://`, { start, end: start + found[0].length }, scheme, false);
}

const tlsOn: Readonly<Record<string, string>> = {
  disable: 'require',
  disabled: 'required',
  false: 'true',
  '0': '1',
};

function switchOn(text: string, at: Span): readonly FixDraft[] {
  const found = tlsOff.exec(text.slice(at.start, at.end));
  const [name = '', value = ''] = found?.[0].split('=') ?? [];
  const on = tlsOn[value.toLowerCase()];
  if (!found || on === undefined) return [];
  const start = at.start + found.index;
  const end = start + found[0].length;
  return setValue('Encrypt the connection', { start, end }, `${name}=${on}`, false);
}
