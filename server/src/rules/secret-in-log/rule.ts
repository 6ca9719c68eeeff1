import type { Site, SiteArg } from '../../engine/sites';
import { allTaints, type Source, type Taint } from '../../engine/values';
import { contains, detection, isTestFile } from '../report';
import type { Rule } from '../rule';

const messages = {
  password:
    'This writes a password to the log. Logs are kept, copied and read by many, so the password is known to all of them. Leave it out.',
  secret:
    'This writes a secret to the log. Logs are kept, copied and read by many, and whoever has the secret can use it. Leave it out, or log only its last four characters.',
} as const;

/** CWE-532: a password or a key in a log. */
export const rule: Rule = {
  id: 'secret-in-log',
  title: 'Password or key in a log',
  cwe: [532],
  owasp: 'A09:2025 Security Logging and Alerting Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['log'],
  check(site) {
    if (isTestFile(site.file)) return undefined;
    for (const arg of site.args) {
      const taint = secretIn(arg, site);
      if (!taint) continue;
      const kind = taint.source.kind === 'password' ? 'password' : 'secret';
      return detection(site, 'warning', messages[kind], { taint });
    }
    return undefined;
  },
};

/** In the same function: what was looked up with a password elsewhere is no password. */
function isNear(source: Source, site: Site): boolean {
  const { fn } = site;
  return source.file === site.file && (!fn || contains(fn, source));
}

/** A function that we do not know may have masked or hashed it; a constant is a text about it. */
function secretIn(arg: SiteArg, site: Site): Taint | undefined {
  if (arg.value.constant) return undefined;
  return allTaints(arg.value).find(
    ({ source, uncertain, cleaned }) =>
      !uncertain &&
      isNear(source, site) &&
      (source.kind === 'password' || source.kind === 'secret') &&
      !cleaned.includes('log-secret'),
  );
}
