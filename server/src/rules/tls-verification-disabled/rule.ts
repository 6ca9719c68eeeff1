import { detection, isTestFile } from '../report';
import type { Rule } from '../rule';
import { config } from './config';

const messages: Readonly<Record<string, string>> = {
  certificate:
    'Certificates are not checked here, so anyone between the two sides can read and change everything. Leave the check on; for a certificate of your own, name its authority.',
  hostname:
    'The name in the certificate is not compared with the host, so a certificate for any other site is good enough. Leave the check on.',
  protocol: 'This allows an old version of TLS that can be broken. Allow TLS 1.2 and later only.',
};

/** CWE-295: a TLS connection to whoever answers. */
export const rule: Rule = {
  id: 'tls-verification-disabled',
  title: 'TLS certificate not verified',
  cwe: [295, 326],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'compose', 'dockerfile'],
  siteKinds: ['tls-off'],
  config,
  check(site, context) {
    if (isTestFile(context.flow.file)) return undefined;
    const message = messages[site.spec?.data?.part ?? 'certificate'];
    return message === undefined ? undefined : detection(site, 'warning', message);
  },
};
