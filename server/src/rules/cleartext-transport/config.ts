import { at, type ConfigFile } from '../../config/file';
import { environment, scripts, springSettings, valueSpan } from '../../config/settings';
import { addressIn, isRemoteHost } from '../connections';
import type { Observation } from '../rule';

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
        { at: { start, end: start + url.length }, severity: 'warning', message: pipeMessage },
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
          ? [{ at: node, severity: 'warning', message: addMessage }]
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
      return [{ at: place, severity: 'warning', message: dependencyMessage }];
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
        : [{ at: setting.at, severity: 'warning', message: credentialMessage }];
    }
    return tlsOff.test(address.options)
      ? [{ at: setting.at, severity: 'warning', message: databaseMessage }]
      : [];
  });
}
