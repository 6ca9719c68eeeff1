import { at, type ConfigFile } from '../../config/file';
import { services, springSettings, valueSpan } from '../../config/settings';
import type { Span } from '../../ir/types';
import { imageName } from '../images';
import { isPublic, publishedPorts } from '../ports';
import { setValue } from '../repairs/configEdits';
import type { FixDraft, Observation } from '../rule';

const portMessage =
  'This opens the port of a data store on every network address of the host, past most firewalls. Other services reach it by its name without that. For your own tools write `127.0.0.1:` in front.';
const addressMessage =
  'The server listens on every network address of the machine. Name the one that it is meant for, or put a reverse proxy or a firewall in front.';

/** Stores and queues, which only the services of an application talk to. */
const stores =
  /(?:^|\/|-)(?:postgres(?:ql)?|postgis|pgvector|timescaledb|mysql|mariadb|percona|mongo(?:db)?|redis|redis-stack|valkey|keydb|memcached|elasticsearch|opensearch|cassandra|scylla|rabbitmq|couchdb|couchbase|influxdb|clickhouse(?:-server)?|neo4j|mssql|server|etcd|zookeeper|kafka|nats|minio)(?:$|[:-])/;

/** Ports of data stores that everyone on the network can reach. */
export function config(file: ConfigFile): readonly Observation[] {
  if (file.purpose === 'test' || file.purpose === 'example') return [];
  const ports = services(file).flatMap((service) => {
    const name = imageName(at(service, 'image')?.value ?? '')?.name ?? '';
    const isServer = name.endsWith('/server') && !/mssql/.test(name);
    if (!stores.test(name) || isServer) return [];
    return publishedPorts(service)
      .filter(isPublic)
      .map(
        ({ node }): Observation => ({
          at: node,
          severity: 'hint',
          message: portMessage,
          fixes: () => portFix(node.value ?? '', valueSpan(file.text, node)),
        }),
      );
  });
  const addresses = springSettings(file)
    .filter(({ canonical, value, purpose }) => {
      const isAddress = canonical === 'server.address' || canonical === 'management.server.address';
      return isAddress && purpose !== 'test' && /^(?:0\.0\.0\.0|::|\[::\])$/.test(value);
    })
    .map(
      (setting): Observation => ({
        at: setting.at,
        severity: 'hint',
        message: addressMessage,
        fixes: () => setValue('Listen on 127.0.0.1 only', setting.at, '127.0.0.1', false),
      }),
    );
  return [...ports, ...addresses];
}

/** `5432:5432`, also with `0.0.0.0:` in front; the long form is left alone. */
function portFix(value: string, at: Span): readonly FixDraft[] {
  if (!/^(?:0\.0\.0\.0:)?[\d-]+:[\d-]+(?:\/\w+)?$/.test(value)) return [];
  const own = `127.0.0.1:${value.replace(/^0\.0\.0\.0:/, '')}`;
  return setValue('Publish the port on 127.0.0.1 only', at, own, false);
}
