import { role, type Site } from '../../engine/sites';
import type { Severity } from '../../report/finding';
import { source } from '../edits';
import { detection, headOf, isTestFile } from '../report';
import type { Rule, RuleContext } from '../rule';
import { fixes } from './fix';

const messages = {
  encryption: {
    severity: 'hint',
    message:
      'This bucket says nothing of encryption. It then also answers requests without TLS, and encrypts what it stores with keys of S3 alone. Set `enforceSSL: true`, and `encryption` where you need keys of your own.',
  },
  unencrypted: {
    severity: 'warning',
    message:
      'Encryption is turned off here, so whoever gets at the disk, a copy or the network can read the data. Leave it on, or choose a key of your own.',
  },
  public: {
    severity: 'warning',
    message:
      'Everyone on the internet can reach this. Keep it closed, and let only what needs it in: a role, or a distribution of CloudFront in front of a bucket.',
  },
  permissions: {
    severity: 'warning',
    message:
      'This allows every action on everything in the account, so one stolen key is enough to take it all over. Name the actions and the resources that are needed.',
  },
  port: {
    severity: 'warning',
    message:
      'This opens a port for every address on the internet. Shells and databases are found and attacked within minutes. Name the addresses or the security group that may connect.',
  },
} as const satisfies Readonly<
  Record<string, { readonly severity: Severity; readonly message: string }>
>;

/** CWE-311, CWE-732: a resource in a cloud without encryption, or open to everyone. */
export const rule: Rule = {
  id: 'cloud-resource-unprotected',
  title: 'Cloud resource without protection',
  cwe: [311, 732],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'warning',
  languages: ['javascript', 'typescript'],
  siteKinds: ['cloud-resource'],
  fixes,
  check(site, context) {
    const part = site.spec?.data?.part ?? '';
    if (!isPart(part) || isTestFile(site.file)) return undefined;
    if (part === 'port' && !isInnerPort(site, context)) return undefined;
    const { severity, message } = messages[part];
    return detection(site, severity, message, { at: headOf(site) });
  },
};

function isPart(part: string): part is keyof typeof messages {
  return part in messages;
}

/** Shells, remote desktops and databases; ports of websites are there for everyone. */
function isInnerPort(site: Site, context: RuleContext): boolean {
  const port = site.args[1] ?? role(site, 'value');
  if (!port) return false;
  const text = source(context, port.node);
  return /\b(?:22|23|1433|1521|2375|3306|3389|5432|5984|6379|9200|11211|27017)\b|\b(?:allTraffic|allTcp|SSH|RDP|MYSQL_AURORA|POSTGRES|MSSQL|REDIS)\b/.test(
    text,
  );
}
