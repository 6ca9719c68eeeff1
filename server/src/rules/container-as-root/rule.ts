import { at, type ConfigFile, type ConfigNode } from '../../config/file';
import { services } from '../../config/settings';
import { finalStages, imageName, type Stage } from '../images';
import { setValue } from '../repairs/configEdits';
import type { Observation, Rule } from '../rule';
import { addUser, otherUser, removeEntry } from './fix';

const noUserMessage =
  'No `USER` is set, so the program in this container runs as root. Whoever breaks into the program then owns the whole container, and has more ways out of it. Create a user and switch to it with `USER` before `CMD`.';
const rootMessage =
  'The program in this container runs as root. Whoever breaks into the program then owns the whole container, and has more ways out of it. Let it run as a user without rights.';
const privilegedMessage =
  '`privileged: true` takes away the wall between the container and its host: root in here is root out there. Remove it, and add with `cap_add` only the single right that is needed.';
const capabilityMessage =
  'This right is as good as root on the host. Remove it, or name the smaller right that the program needs.';
const socketMessage =
  'Whoever can talk to the Docker socket can start a container with all files of the host in it. Do not mount it into a container that other programs can reach.';

const filterMessage =
  'This switches off the filter that keeps the container from calls into the kernel which it does not need. Remove it, or give a profile of your own.';

/** Programs whose purpose is to look after containers. */
const isForDocker =
  /(?:^|\/)(?:traefik|portainer|watchtower|docker-socket-proxy|dozzle|cadvisor|ouroboros|autoheal|nginx-proxy|docker-gen)\b/;

/** Images that start as root when nothing else is said. https://hub.docker.com/search?badges=official */
const rootImages: ReadonlySet<string> = new Set([
  'adoptopenjdk',
  'alpine',
  'almalinux',
  'amazoncorretto',
  'amazonlinux',
  'archlinux',
  'bun',
  'oven/bun',
  'busybox',
  'caddy',
  'centos',
  'composer',
  'debian',
  'denoland/deno',
  'eclipse-temurin',
  'elixir',
  'erlang',
  'fedora',
  'golang',
  'gradle',
  'ibmjava',
  'jruby',
  'julia',
  'maven',
  'node',
  'openjdk',
  'oraclelinux',
  'perl',
  'php',
  'pypy',
  'python',
  'rockylinux',
  'ruby',
  'rust',
  'swift',
  'tomcat',
  'ubuntu',
]);

/** Programs that give up root by themselves when the container starts. */
const dropsRoot = /\b(?:gosu|su-exec|setpriv|s6-setuidgid|chpst|runuser|setuidgid)\b/;

/** CWE-250: a program that runs with more rights than it needs. */
export const rule: Rule = {
  id: 'container-as-root',
  title: 'Container that runs as root',
  cwe: [250, 269],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'warning',
  languages: ['dockerfile', 'compose'],
  siteKinds: [],
  config(file) {
    if (file.language === 'dockerfile') return checkImage(file);
    return services(file).flatMap((service) => checkService(service, file));
  },
};

function checkImage(file: ConfigFile): readonly Observation[] {
  // An image for tests or for the desk of a developer is not what attackers reach.
  if (file.purpose === 'test' || file.purpose === 'development') return [];
  const chain = finalStages(file);
  const final = chain[0];
  if (!final) return [];
  const instructions = chain.flatMap((stage) => stage.node.children);
  if (instructions.some(({ value }) => value !== undefined && dropsRoot.test(value))) return [];
  for (const stage of chain) {
    const user = stage.node.children.findLast(({ key }) => key === 'USER');
    if (!user) continue;
    const fixes = () => otherUser(file, user, chain.at(-1) ?? final);
    return isRoot(user.value)
      ? [{ at: user, severity: 'warning', message: rootMessage, fixes }]
      : [];
  }
  return checkBase(file, chain, final);
}

/** Without a user: what the base image says decides. */
function checkBase(
  file: ConfigFile,
  chain: readonly Stage[],
  final: Stage,
): readonly Observation[] {
  const starts = chain.some(({ node }) => at(node, 'CMD') ?? at(node, 'ENTRYPOINT'));
  const base = imageName(chain.at(-1)?.image.value ?? '');
  // An image that starts nothing is a base for others, or a place to build in.
  if (!starts || !base || base.registry !== undefined || /nonroot|rootless/.test(base.tag ?? '')) {
    return [];
  }
  // The servers in these variants of the image give up root by themselves.
  if (!rootImages.has(base.name) || /apache|fpm/.test(base.tag ?? '')) return [];
  const fixes = () => addUser(file, final, chain.at(-1) ?? final);
  return [{ at: final.image, severity: 'warning', message: noUserMessage, fixes }];
}

/** Docker takes `name`, `uid`, each with a `:group`. */
function isRoot(user: string | undefined): boolean {
  return /^["']?(?:root|0+)(?::.*)?["']?$/i.test((user ?? '').trim());
}

const rootCapabilities = /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|DAC_READ_SEARCH)$/i;

function checkService(service: ConfigNode, file: ConfigFile): readonly Observation[] {
  const found: Observation[] = [];
  const user = at(service, 'user');
  if (user && isRoot(user.value)) {
    found.push({ at: user, severity: 'warning', message: rootMessage });
  }
  const privileged = at(service, 'privileged');
  if (privileged?.value === 'true') {
    const fixes = () => setValue('Take the rights away', privileged, 'false', false);
    found.push({ at: privileged, severity: 'warning', message: privilegedMessage, fixes });
  }
  for (const capability of at(service, 'cap_add')?.children ?? []) {
    if (rootCapabilities.test(capability.value ?? '')) {
      const fixes = () =>
        removeEntry(file, 'Take the right away', at(service, 'cap_add'), capability);
      found.push({ at: capability, severity: 'warning', message: capabilityMessage, fixes });
    }
  }
  for (const volume of at(service, 'volumes')?.children ?? []) {
    const source = at(volume, 'source')?.value ?? volume.value?.split(':')[0] ?? '';
    if (/^(?:\/var)?\/run\/docker\.sock$/.test(source)) {
      const severity = isForDocker.test(at(service, 'image')?.value ?? '') ? 'hint' : 'warning';
      found.push({ at: volume, severity, message: socketMessage });
    }
  }
  for (const option of at(service, 'security_opt')?.children ?? []) {
    if (/^(?:seccomp|apparmor)[:=]unconfined$/.test(option.value ?? '')) {
      const fixes = () =>
        removeEntry(file, 'Leave the filter on', at(service, 'security_opt'), option);
      found.push({ at: option, severity: 'hint', message: filterMessage, fixes });
    }
  }
  return found;
}
