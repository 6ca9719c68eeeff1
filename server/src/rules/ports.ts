import { at, type ConfigNode } from '../config/file';

/** A port of a service that the host opens, and on which of its addresses. */
export interface PublishedPort {
  readonly node: ConfigNode;
  readonly host: string | undefined;
  readonly target: string;
}

/**
 * The ports that a compose service publishes, from both forms.
 * https://docs.docker.com/reference/compose-file/services/#ports
 */
export function publishedPorts(service: ConfigNode): readonly PublishedPort[] {
  return (at(service, 'ports')?.children ?? []).flatMap((node) => {
    const target = at(node, 'target')?.value;
    if (target !== undefined) return [{ node, host: at(node, 'host_ip')?.value, target }];
    const match = /^(?:(.*?):)??(?:([\d-]+|\$\{.*\}|\$\w+):)?([\d-]+)(?:\/\w+)?$/.exec(
      node.value ?? '',
    );
    return match ? [{ node, host: match[1], target: match[3] ?? '' }] : [];
  });
}

/** Whether others than this machine reach the port. */
export function isPublic({ host }: PublishedPort): boolean {
  return host === undefined || host === '' || host === '0.0.0.0' || /^\[?::\]?$/.test(host);
}

/** Whether a service can be reached from outside of its compose file and this machine. */
export function publishes(service: ConfigNode): boolean {
  return publishedPorts(service).some(isPublic) || at(service, 'network_mode')?.value === 'host';
}
