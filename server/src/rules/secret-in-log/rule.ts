import type { Site, SiteArg } from '../../engine/sites';
import { allTaints, type Source, type Taint, type Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { contains, detection, isTestFile } from '../report';
import type { Detection, Rule } from '../rule';
import { fixes } from './fix';

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
  fixes,
  check(site, context) {
    if (isTestFile(site.file, context.text)) return undefined;
    for (const arg of site.args) {
      const taint = secretIn(arg, site);
      if (!taint) continue;
      const kind = taint.source.kind === 'password' ? 'password' : 'secret';
      return detection(site, 'warning', messages[kind], { taint });
    }
    return context.module.language === 'python' ? announced(site) : undefined;
  },
};

const announcedMessage =
  'The text in front says that a password or a key follows, and this writes it to the log. Logs are kept, copied and read by many. Leave it out, or log only its last four characters.';

/** `password: `, `the API key is `: the end of a text behind which the secret itself stands. */
const announcement =
  /(?:^|[^a-z])(?:api[ _-]?key|(?<!(?:invalid|unexpected|unknown|missing|wrong|bad|no|next|csrf|this) )(?:token|secret|credentials?|password|passwd|passphrase))s?['"]?(?: (?:is|was|are))?\s*[:=]?\s*['"]?$/i;
const placeholder = /%(?:\(\w+\))?[sr]/g;

/** A log entry that says itself that what follows is a secret, whatever the variable is called. */
function announced(site: Site): Detection | undefined {
  const [message, ...values] = site.args;
  if (!message) return undefined;
  const known = message.value.constant?.value;
  if (typeof known === 'string') {
    const found = [...known.matchAll(placeholder)].findIndex(({ index }) =>
      announcement.test(known.slice(Math.max(0, index - 60), index)),
    );
    const given = found < 0 ? undefined : values[found];
    return given && holdsData(given.value, given.node)
      ? detection(site, 'hint', announcedMessage, { at: given.node })
      : undefined;
  }
  const pieces = message.value.text?.pieces ?? [];
  const hole = pieces.find(
    (piece, i) =>
      piece.text === undefined &&
      holdsData(piece.value, piece.node) &&
      announcement.test(pieces[i - 1]?.text?.slice(-60) ?? ''),
  );
  return hole && detection(site, 'hint', announcedMessage, { at: hole.node });
}

/** Not a length, a truth value or a part of it. */
function holdsData(of: Value, node: Expr): boolean {
  return of.constant === undefined && ['name', 'member', 'index'].includes(node.kind);
}

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
