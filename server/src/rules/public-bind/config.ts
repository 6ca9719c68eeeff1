import { at, type ConfigFile } from '../../config/file';
import { services, springSettings } from '../../config/settings';
import { imageName } from '../images';
import { isPublic, publishedPorts } from '../ports';
import type { Observation } from '../rule';

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
      .map(({ node }): Observation => ({ at: node, severity: 'hint', message: portMessage }));
  });
  const addresses = springSettings(file)
    .filter(({ canonical, value, purpose }) => {
      const isAddress = canonical === 'server.address' || canonical === 'management.server.address';
      return isAddress && purpose !== 'test' && /^(?:0\.0\.0\.0|::|\[::\])$/.test(value);
    })
    .map((setting): Observation => ({ at: setting.at, severity: 'hint', message: addressMessage }));
  return [...ports, ...addresses];
}
