import { role, type SiteArg } from '../../engine/sites';
import type { Severity } from '../../report/finding';
import { detection, fieldOf, isTestFile, sitesOf, valueOrNode } from '../report';
import { type Rule, type RuleContext, stringOf } from '../rule';
import { leadingText } from '../textParts';
import { staysInside } from './addresses';
import { config } from './config';
import { databaseOptions } from './databaseOptions';
import { fixes } from './fix';

const advice: Readonly<Record<string, string>> = {
  http: 'Use https://.',
  client: 'Use the `https` module.',
  grpc: 'Use credentials with TLS, such as `credentials.createSsl()`.',
  server: 'Serve HTTPS, or stand behind a proxy that does.',
  ws: 'Use wss://.',
  ftp: 'Use SFTP or FTPS.',
  telnet: 'Use SSH.',
  tcp: 'Use TLS: in Java, sockets of `SSLSocketFactory` and `SSLServerSocketFactory`.',
  smtp: 'Turn TLS on.',
  ldap: 'Use ldaps:// or StartTLS.',
};

/** CWE-319: a connection that anyone on the way can read. */
export const rule: Rule = {
  id: 'cleartext-transport',
  title: 'Connection without encryption',
  cwe: [319],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: [
    'javascript',
    'typescript',
    'python',
    'java',
    'ruby',
    'php',
    'dockerfile',
    'spring',
    'npm',
  ],
  siteKinds: ['clear-text'],
  config,
  inspect: databaseOptions,
  check(site, context) {
    const given = role(site, 'url');
    const ofSite = site.spec?.data?.protocol;
    const fields = ofSite === 'client' ? ['host', 'hostname', 'socketPath'] : urlFields;
    const url = fieldOf(given, fields) ?? given;
    if (isTestFile(context.flow.file)) return undefined;
    const address = url && (stringOf(url) ?? defaultOf(url) ?? leadingText(url.value));
    const protocol = protocolOf(address, ofSite, url === undefined);
    if (protocol === undefined || (address && staysInside(address))) return undefined;
    if (protocol === 'server' && listensInside(context)) return undefined;
    const message = `This connection is not encrypted, so anyone on the way can read and change what it carries. ${advice[protocol] ?? 'Use an encrypted one.'}`;
    return detection(site, severityOf(protocol), message, { at: url?.node ?? valueOrNode(site) });
  },
  fixes,
};

const urlFields = ['url', 'uri', 'baseURL'];

/** Logins and mail carry passwords; a page may be public, and a proxy may add encryption. */
function severityOf(protocol: string): Severity {
  return ['http', 'ws', 'server', 'client', 'grpc', 'tcp'].includes(protocol) ? 'hint' : 'warning';
}

/** What a parameter is when the caller leaves it out. */
function defaultOf({ value }: SiteArg): string | undefined {
  const { param } = value;
  const fallback = param?.path.length === 0 ? param.fn.params[param.index]?.default : undefined;
  return fallback?.kind === 'literal' && typeof fallback.value === 'string'
    ? fallback.value
    : undefined;
}

/** The protocol of a connection without encryption; undefined when that is not known. */
function protocolOf(
  address: string | undefined,
  ofSite: string | undefined,
  isServer: boolean,
): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address ?? '')?.[1]?.toLowerCase();
  // Of Node's own client, an address is looked at as that of any other; a path is of a socket here.
  if (ofSite === 'client') return scheme || address?.startsWith('/') ? undefined : ofSite;
  if (scheme !== undefined) return scheme in advice ? scheme : undefined;
  // A client of HTTP can do both, unless the address says which.
  return ofSite === 'http' && !address && !isServer ? undefined : ofSite;
}

/** A server of this file that only its own machine reaches, such as one behind a proxy. */
function listensInside(context: RuleContext): boolean {
  return sitesOf(context, 'bind').some((site) => staysInside(stringOf(role(site, 'host')) ?? '.'));
}
