import { role } from '../../engine/sites';
import { setValue } from '../repairs/configEdits';
import { detection, fieldOf, isTestFile } from '../report';
import { type Rule, stringOf } from '../rule';
import { config } from './config';

const message =
  'This server listens on every network address of the machine, so others on the network can reach it. During development listen on 127.0.0.1. In production put a reverse proxy or a firewall in front.';

/** CWE-668: a server that everyone on the network can reach. */
export const rule: Rule = {
  id: 'public-bind',
  title: 'Server that listens on every address',
  cwe: [668, 605],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'hint',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'compose'],
  siteKinds: ['bind'],
  config,
  fixes({ at }, { text }) {
    const found = /^(['"])(?:|0\.0\.0\.0|::)\1$/.exec(text.slice(at.start - 1, at.end + 1));
    return found ? setValue('Listen on 127.0.0.1 only', at, '127.0.0.1', false) : [];
  },
  check(site) {
    const given = role(site, 'host');
    const host = fieldOf(given, ['host', 'hostname']) ?? given;
    const known = hostOf(host && (stringOf(host) ?? firstOf(host.value.shape)));
    if (!host || known === undefined || isTestFile(site.file)) return undefined;
    return detection(site, 'hint', message, { at: host.node });
  },
};

function hostOf(text: string | undefined): string | undefined {
  return text !== undefined && /^(?:|0\.0\.0\.0|::|\[::\]|\*)(?::\d+)?$/.test(text)
    ? text
    : undefined;
}

/** Python's sockets take a pair of host and port. */
function firstOf(shape: import('../../engine/values').Shape | undefined): string | undefined {
  const first = shape?.kind === 'list' ? shape.elements[0]?.constant?.value : undefined;
  return typeof first === 'string' ? first : undefined;
}
