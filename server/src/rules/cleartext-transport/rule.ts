import { role, type SiteArg } from '../../engine/sites';
import type { Severity } from '../../report/finding';
import { detection, isTestFile } from '../report';
import { type Rule, stringOf } from '../rule';
import { leadingText } from '../textParts';
import { config } from './config';

const advice: Readonly<Record<string, string>> = {
  http: 'Use https://.',
  ftp: 'Use SFTP or FTPS.',
  telnet: 'Use SSH.',
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
  languages: ['javascript', 'typescript', 'python', 'ruby', 'dockerfile', 'spring', 'npm'],
  siteKinds: ['clear-text'],
  config,
  check(site, context) {
    const url = role(site, 'url');
    if (isTestFile(context.flow.file) || (url && staysInside(url))) return undefined;
    const protocol = site.spec?.data?.protocol ?? 'http';
    const message = `This connection is not encrypted, so anyone on the way can read and change what it carries. ${advice[protocol] ?? 'Use an encrypted one.'}`;
    return detection(site, severityOf(protocol), message, { at: url?.node ?? site.node });
  },
};

/** Logins and mail carry passwords; a page may be public, and a proxy may add encryption. */
function severityOf(protocol: string): Severity {
  return protocol === 'http' ? 'hint' : 'warning';
}

const inside =
  /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|[a-z0-9_-]+(?:[:/]|$)|[^/:]*\.(?:local|internal|localhost|test|example|invalid|lan|svc)(?:[:/]|$))/i;
const bareHost = /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|::1)$/i;

/** An address of this machine, of an inner network or of a test. */
function staysInside(url: SiteArg): boolean {
  const text = stringOf(url) ?? leadingText(url.value);
  return inside.test(text) || bareHost.test(text);
}
