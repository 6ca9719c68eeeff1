import { isPlaceholder, isWellKnownPassword } from '../credentials';

/** Secrets by their looks. */

interface Shape {
  readonly what: string;
  /** Some of them are made to be seen by everyone, within limits. */
  readonly isPublic?: boolean;
  readonly pattern: RegExp;
}

/**
 * Formats that the services document, or that GitHub lists as supported by its secret scanning:
 * https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const shapes: readonly Shape[] = [
  { what: 'a key of Laravel', pattern: /^base64:[A-Za-z\d+/]{43}=$/ },
  { what: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { what: 'a token of GitHub', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})/ },
  { what: 'a token of GitLab', pattern: /\bglpat-[\w-]{20,}/ },
  { what: 'a token of Slack', pattern: /\bxox[abeoprs]-\d[\w-]{18,}/ },
  {
    what: 'an address of Slack that takes messages from everyone',
    pattern: /hooks\.slack\.com\/services\/T\w{6,}\/B\w{6,}\/\w{16,}/,
  },
  { what: 'a live key of Stripe', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/ },
  { what: 'an API key of Google', isPublic: true, pattern: /\bAIza[\w-]{35}(?![\w-])/ },
  { what: 'a client secret of Google', pattern: /\bGOCSPX-[\w-]{28}/ },
  { what: 'an API key of SendGrid', pattern: /\bSG\.[\w-]{20,24}\.[\w-]{39,50}/ },
  { what: 'an API key of Mailgun', pattern: /\bkey-[0-9a-f]{32}\b/ },
  { what: 'a key of Twilio', pattern: /\bSK[0-9a-f]{32}\b/ },
  { what: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a token of PyPI', pattern: /\bpypi-AgEIcHlwaS[\w-]{50,}/ },
  { what: 'a key of Anthropic', pattern: /\bsk-ant-[\w-]{32,}/ },
  { what: 'a key of OpenAI', pattern: /\bsk-(?:proj-|svcacct-)?(?=\w*\d)[\w-]{40,}/ },
  { what: 'a token of DigitalOcean', pattern: /\bdo[opr]_v1_[0-9a-f]{64}\b/ },
  { what: 'a token of Shopify', pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/ },
  { what: 'a token of Hugging Face', pattern: /\bhf_[A-Za-z]{34}\b/ },
  { what: 'a token of a Telegram bot', pattern: /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/ },
  { what: 'a key of Azure Storage', pattern: /AccountKey=[A-Za-z0-9+/]{86}==/ },
  {
    what: 'a private key',
    pattern:
      /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\\rn"'+]*(?:[\w-]+: .*\s+)*[A-Za-z0-9+/]{40,}/,
  },
  { what: 'a token (JWT)', pattern: /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/ },
];

/** The beginnings of all of them: most texts have none. */
const beginnings =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|slack\.com|k_live_|AIza|GOCSPX-|SG\.|key-|SK|npm_|pypi-|sk-|_v1_|shp|hf_|:AA|AccountKey|PRIVATE KEY|eyJ/;

/** Published examples: the AWS documentation's key, the token on jwt.io. */
const published =
  /EXAMPLE|eyJzdWIiOiIxMjM0NTY3ODkwIi|(.)\1{7,}|0123456789|1234567890abcdef|abcdefghij/i;

/** What a text is when it has the form of a known service's secret; undefined when it has not. */
export function knownSecret(text: string): Shape | undefined {
  // A long text is data; a key may be long, but its beginning shows what it is.
  const head = text.length > 4000 ? text.slice(0, 4000) : text;
  if (!beginnings.test(head)) return undefined;
  for (const shape of shapes) {
    const found = shape.pattern.exec(head)?.[0];
    if (found !== undefined) return published.test(found) ? undefined : shape;
  }
  return undefined;
}

const urlWithPassword =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:/?#@"'<>]*):([^\s/?#@"'<>]+)@([^\s/:?#"'<>]+)/i;
const thisMachine =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|db$|database$|postgres$|mysql$|mongo(?:db)?$|redis$|rabbitmq$)/i;

/** Whether an address has a password that is no placeholder, for another machine than this one. */
export function passwordInUrl(text: string): boolean {
  const [, user = '', password = '', host = ''] = urlWithPassword.exec(text) ?? [];
  if (
    password === '' ||
    /[${}%<>*]|^\[|^:/.test(password) ||
    user.startsWith('[') ||
    isPlaceholder(password)
  )
    return false;
  if (/example\.(?:com|org|net)$|\.(?:test|invalid|example|local)$/i.test(host)) return false;
  if (
    /^(?:user(?:name)?|foo|name|login|u)$/i.test(user) &&
    /^(?:pass(?:wd|word)?|pwd|p|bar|secret)$/i.test(password)
  ) {
    return false;
  }
  return !(thisMachine.test(host) && (isWellKnownPassword(password) || password === user));
}

/**
 * Whether a text looks like a key, or, for a password, like one that a person chose: of several
 * classes of characters, and no word, sentence, path, address, or name of a variable.
 */
export function isRandomLooking(text: string, isPassword: boolean): boolean {
  if (/\s|^[/.~#@]|^(?:https?|file|data|arn|env|vault|ssm):|[{}<>()]|\\/.test(text)) return false;
  if (/^[a-z]+(?:[-_.:/][a-z]+)*$/i.test(text)) return false;
  // The hash of a password: bcrypt, Argon2 and others of that form.
  if (/^\$(?:2[abxy]|argon2\w*|pbkdf2[\w-]*|scrypt|[156])\$/.test(text)) return false;
  // Words of any language, as translations have them.
  if (/^[\p{L}\p{M}]+$|[^\p{ASCII}].*[^\p{ASCII}].*[^\p{ASCII}]/u.test(text)) return false;
  // A route's target, and rules of a form: `logins#create`, `required|min:8`.
  if (/^[\w/]+#\w+$/.test(text)) return false;
  if (/^[a-z_]+(?::[\w,.]+)?(?:\|[a-z_]+(?::[\w,.]+)?)+$/i.test(text)) return false;
  // A date, a version, a number or an identifier with a number in it.
  if (/^[\d.:-]+$|^v?\d+\.\d+|^[a-z]+(?:[-_.][a-z]+)*[-_.]?\d{1,3}$/i.test(text) && !isPassword)
    return false;
  if (isPassword)
    return text.length >= 6 && text.length <= 64 && classesOf(text) >= 2 && /\d|[^\w]/.test(text);
  return (
    text.length >= 16 &&
    text.length <= 200 &&
    /\d/.test(text) &&
    /[a-z]/i.test(text) &&
    entropy(text) >= 3.2
  );
}

function classesOf(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(text)).length;
}

/** Bits for each character, by how often each occurs. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
