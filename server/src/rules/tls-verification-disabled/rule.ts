import { nodesOf } from '../../ir/walk';
import { detection, isTestFile } from '../report';
import type { Observation, Rule, RuleContext } from '../rule';
import { config } from './config';
import { fixes, renamed } from './fix';
import { nodeOptions } from './nodeOptions';
import { trustingClasses } from './trustManagers';

const messages = {
  certificate:
    'Certificates are not checked here, so anyone between the two sides can read and change everything. Leave the check on; for a certificate of your own, name its authority.',
  hostname:
    'The name in the certificate is not compared with the host, so a certificate for any other site is good enough. Leave the check on.',
  protocol: 'This allows an old version of TLS that can be broken. Allow TLS 1.2 and later only.',
  renegotiation:
    'This lets TLS negotiate again in its old form, and someone in the middle can then put data of their own in front. Leave it off.',
} as const;

/** CWE-295: a TLS connection to whoever answers. */
export const rule: Rule = {
  id: 'tls-verification-disabled',
  title: 'TLS certificate not verified',
  cwe: [295, 326, 757],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php', 'compose', 'dockerfile'],
  siteKinds: ['tls-off'],
  config,
  inspect: (context) =>
    isTestFile(context.flow.file)
      ? []
      : [...oldProtocols(context), ...trustingClasses(context, messages)],
  check(site, context) {
    if (isTestFile(context.flow.file, context.text)) return undefined;
    const part = site.spec?.data?.part ?? 'certificate';
    return isPart(part) ? detection(site, 'warning', messages[part]) : undefined;
  },
  fixes,
};

function isPart(part: string): part is keyof typeof messages {
  return part in messages;
}

/** Names that only Python's ssl and pyOpenSSL have: versions of TLS that RFC 8996 forbids. */
const oldProtocol = /^(?:PROTOCOL_(?:SSLv[23]|TLSv1(?:_1)?)|(?:SSLv[23]|TLSv1(?:_1)?)_METHOD)$/;

/** Wherever such a version is named: in a call, in options, or as the default of a parameter. */
function oldProtocols(context: RuleContext): readonly Observation[] {
  const { module } = context;
  const found: Observation[] = [];
  const { language } = module;
  if (language === 'javascript' || language === 'typescript') return nodeOptions(context, messages);
  if (language !== 'python') return found;
  for (const { property, propertySpan, start, end } of nodesOf(module, 'member')) {
    if (!oldProtocol.test(property)) continue;
    const safe = property.endsWith('_METHOD') ? 'TLSv1_2_METHOD' : 'PROTOCOL_TLSv1_2';
    found.push({
      at: { start, end },
      severity: 'warning',
      message: messages.protocol,
      fixes: () => renamed(propertySpan, safe),
    });
  }
  return found;
}
