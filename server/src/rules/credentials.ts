/** What the rules know about names and values of credentials in configuration. */

const secretName =
  /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secret(?:[_.-]?key)?(?:[_.-]?base)?|token|(?:api|app)[_-]?key|access[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|auth[_-]?key|client[_-]?secret|credentials?)$/i;
/** Names that only speak about a credential: where it is, how long it lives. */
const aboutSecret =
  /(?:^|[_.-])(?:file|path|dir|name|id|url|uri|header|type|length|ttl|expir\w*|timeout|algorithm|policy|min|max|public|enabled?|required|field|param\w*|csrf|provider|issuer|endpoint|store)(?:[_.-]|$)/i;

/**
 * Whether a setting's name says that its value is a password, key or token: `DB_PASSWORD`,
 * `jwt.secret`, `apiKey`; but not `TOKEN_URL` or `password.min-length`.
 */
export function isSecretName(name: string): boolean {
  const parted = name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return secretName.test(parted) && !aboutSecret.test(parted);
}

/** Whether it is a password rather than a key: people choose passwords, and choose them badly. */
export function isPasswordName(name: string): boolean {
  const parted = name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd)$/i.test(parted) && !aboutSecret.test(parted);
}

const placeholder =
  /^(?:x{3,}|\*{3,}|\.{3,}|-+|null|none|nil|undefined|true|false|yes|no|on|off|todo|tbd|empty|optional|string|value|redacted|hidden|dummy|fake|foo|bar|baz)$|your|my[_-]?(?:secret|password|token|api|key)|example|placeholder|change[_-]?(?:me|it|this|password)|replace|insert|enter[_-]|<.*>|\.\.\.|fill[_-]?in|goes[_-]?here|put[_-]|set[_-](?:me|this)/i;

/** Whether a value only stands for one that a person has to fill in. */
export function isPlaceholder(value: string): boolean {
  return value.trim() === '' || placeholder.test(value.slice(0, 200));
}

/** Passwords that come with programs, and those that people try first. */
const wellKnown: ReadonlySet<string> = new Set([
  'admin',
  'admin123',
  'administrator',
  'changeit',
  'changeme',
  'default',
  'docker',
  'elastic',
  'guest',
  'letmein',
  'master',
  'minio',
  'minioadmin',
  'mongo',
  'mysql',
  'neo4j',
  'oracle',
  'pass',
  'pass123',
  'passw0rd',
  'password',
  'password1',
  'password123',
  'postgres',
  'postgresql',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'rabbitmq',
  'redis',
  'root',
  'root123',
  'rootpassword',
  'sa',
  'secret',
  'sonar',
  'system',
  'test',
  'test123',
  'tomcat',
  'toor',
  'user',
  'vagrant',
  'welcome',
  'welcome1',
  'keycloak',
  'grafana',
  'demo',
  '123',
  '1234',
  '12345',
  '123456',
  '1234567',
  '12345678',
  '123456789',
  '1234567890',
]);

/** Whether an attacker tries this password among the first. */
export function isWellKnownPassword(value: string): boolean {
  return wellKnown.has(value.toLowerCase()) || /^change[_-]?me/i.test(value);
}

/** What a secret is for, where knowing it is all that an attacker needs. */
export const decisive: ReadonlySet<string> = new Set([
  'jwt',
  'session',
  'hmac',
  'cipher',
  'cookie',
]);
