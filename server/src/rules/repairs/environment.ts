import type { Call, Expr, Literal, Module, Node } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { isSecretName } from '../credentials';
import { nodesAt, quote, writtenSpan } from '../edits';
import type { FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { importWhole } from './imports';

/** Lets a program read a secret from its environment instead of having it in its code. */

/** By what a model says that a secret is for: what its variable is usually called. */
const usualNames: Readonly<Record<string, string>> = {
  jwt: 'JWT_SECRET',
  session: 'SESSION_SECRET',
  hmac: 'HMAC_KEY',
  cipher: 'ENCRYPTION_KEY',
  cookie: 'COOKIE_SECRET',
  database: 'DB_PASSWORD',
  mail: 'SMTP_PASSWORD',
  directory: 'LDAP_PASSWORD',
};

/**
 * Repairs of a secret that is written out: where it stands, or where its variable gets it. The person
 * has to set the variable of the environment, so all of them are previews.
 *
 * @param use what a model says that the secret is for
 */
export function fromEnvironment(
  at: Expr,
  use: string | undefined,
  context: RuleContext,
): readonly FixDraft[] {
  const literal = literalOf(at, context);
  if (!literal) return [];
  const span = writtenSpan(context, literal);
  const path = nodesAt(context.module, literal);
  if (span.start === literal.start || !isOrdinary(path, literal, context)) return [];
  const name = variableName(literal, path, use);
  if (name === undefined) return [];
  const read = readVariable(name, context);
  const isBytes = /^[bB]/.test(context.text.slice(span.start, span.start + 1));
  const newText = isBytes ? `${read.text}.encode()` : read.text;
  return [
    {
      title: `Read it from the environment (${name})`,
      edits: [{ ...span, newText }, ...read.edits],
      safe: false,
    },
  ];
}

/** The literal itself, what is made of it (`'…'.getBytes()`), or what its variable is given. */
function literalOf(at: Expr, { module }: RuleContext): Literal | undefined {
  const direct = writtenIn(at);
  if (direct) return direct;
  const given =
    at.kind === 'name'
      ? assignmentsTo(at.name, at, module)
      : at.kind === 'member'
        ? assignedTo(at.property, module)
        : [];
  // Of several, the last one in front of the use.
  const last = given.filter(({ end }) => end <= at.start).at(-1) ?? given.at(-1);
  return last && writtenIn(last);
}

function writtenIn(at: Expr): Literal | undefined {
  if (at.kind === 'literal') return typeof at.value === 'string' && !at.regex ? at : undefined;
  if (at.kind !== 'call') return undefined;
  const { callee, args } = at;
  if (callee.kind === 'member' && callee.object.kind === 'literal') return writtenIn(callee.object);
  const first = args[0]?.value;
  return first?.kind === 'literal' && args.length <= 2 ? writtenIn(first) : undefined;
}

function assignedTo(field: string, module: Module): readonly Expr[] {
  return nodesOf(module, 'assign').flatMap(({ target, value }) => {
    const isField =
      (target.kind === 'member' && target.property === field) ||
      (target.kind === 'name' && target.name === field);
    return isField && value ? [value] : [];
  });
}

/** Whether a call may stand in its place. */
function isOrdinary(path: readonly Node[], literal: Literal, context: RuleContext): boolean {
  const { language } = context.module;
  const parent = path.at(-2);
  // A part of a built text has no quotes of its own, or is no secret alone.
  if (parent?.kind === 'string') return false;
  if (parent?.kind === 'map' && parent.entries.some(({ key }) => key === literal)) return false;
  if (language !== 'php' && language !== 'java') return true;
  const line = context.text.slice(context.text.lastIndexOf('\n', literal.start) + 1, literal.start);
  // Values of annotations, constants of PHP and defaults of its fields and parameters are constant.
  if (/^\s*@\w+\s*\(|\bcase\s/.test(line)) return false;
  if (language === 'java') return true;
  if (
    /\bconst\s|^\s*(?:(?:public|private|protected|static|var|readonly)\s+)+\S*\s*\$\w+\s*=/.test(
      line,
    )
  )
    return false;
  return !/function\b[^{]*\([^)]*$/.test(line);
}

/** Names that say nothing of what the secret is for. */
const plainName = /^(?:secret|key|password|passwd|pass|pwd|token|value|passphrase)$/i;

function variableName(
  literal: Literal,
  path: readonly Node[],
  use: string | undefined,
): string | undefined {
  const written = path.reduceRight<string | undefined>(
    (found, node) => found ?? nameGivenBy(node, literal),
    undefined,
  );
  const bare = written?.replace(/^[$@:]+/, '');
  if (bare !== undefined && !plainName.test(bare)) return screaming(bare);
  const scheme = /^([a-z][a-z\d]*)[a-z\d+.-]*:\/\//i.exec(String(literal.value))?.[1];
  if (scheme !== undefined) return `${scheme.toUpperCase()}_URL`;
  if (/\b(?:server|data source|host)\s*=[^;]*;/i.test(String(literal.value))) {
    return 'DATABASE_CONNECTION';
  }
  const usual = use === undefined ? undefined : usualNames[use];
  if (usual !== undefined) return usual;
  return bare === undefined ? undefined : `APP_${screaming(bare)}`;
}

/** The name of what is given the literal itself, or of a secret that is made with it. */
function nameGivenBy(node: Node, literal: Literal): string | undefined {
  const named = (name: string, value: Expr | undefined) =>
    value === literal || isSecretName(name) ? name : undefined;
  switch (node.kind) {
    case 'assign': {
      const { target, value } = node;
      if (target.kind === 'name') return named(target.name, value);
      if (target.kind === 'member') return named(target.property, value);
      if (target.kind === 'index' && target.index.kind === 'literal') {
        return named(String(target.index.value), value);
      }
      return undefined;
    }
    case 'map': {
      const entry = node.entries.find(({ value }) => contains(value, literal));
      return entry?.key?.kind === 'literal'
        ? named(String(entry.key.value), entry.value)
        : undefined;
    }
    case 'call':
      return namedArgument(node, literal);
    default:
      return undefined;
  }
}

function namedArgument({ callee, args }: Call, literal: Literal): string | undefined {
  const named = args.find(({ value }) => contains(value, literal))?.name;
  if (named !== undefined) return named;
  // PHP: `define('NAME', value)`.
  const [name, value] = args;
  const isDefined = callee.kind === 'name' && callee.name === 'define' && value?.value === literal;
  return isDefined && name?.value.kind === 'literal' ? String(name.value.value) : undefined;
}

function contains(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `apiKey` → `API_KEY`. */
function screaming(name: string): string | undefined {
  const parts = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Za-z]\w*$/.test(parts) ? parts.toUpperCase() : undefined;
}

/** Code that reads a variable of the environment, and what it needs. */
export function readVariable(
  name: string,
  context: RuleContext,
): Pick<FixDraft, 'edits'> & { text: string } {
  const q = quote(context.text);
  switch (context.module.language) {
    case 'javascript':
      return { text: `process.env.${name}`, edits: [] };
    case 'typescript':
      return { text: `process.env.${name}!`, edits: [] };
    case 'python': {
      const os = importWhole(context, 'os');
      return { text: `${os.name}.environ[${q}${name}${q}]`, edits: os.edits };
    }
    case 'java':
      return { text: `System.getenv("${name}")`, edits: [] };
    case 'ruby':
      return { text: `ENV.fetch(${q}${name}${q})`, edits: [] };
    case 'php':
      return {
        text: isLaravelSetting(context) ? `env('${name}')` : `getenv('${name}')`,
        edits: [],
      };
  }
}

/** Laravel reads the environment in `config/` only: https://laravel.com/docs/configuration */
function isLaravelSetting({ flow, text }: RuleContext): boolean {
  return /(?:^|[\\/])config[\\/][\w-]+\.php$/.test(flow.file) && /\benv\(/.test(text);
}

/** The expression of the file that has this span; undefined when none has it. */
export function exprAt(
  span: { start: number; end: number },
  context: RuleContext,
): Expr | undefined {
  const found = nodesAt(context.module, span).findLast(
    (node) => node.start === span.start && node.end === span.end,
  );
  return found && isExpr(found) ? found : undefined;
}

function isExpr(node: Node): node is Expr {
  return (
    node.kind === 'literal' ||
    node.kind === 'name' ||
    node.kind === 'member' ||
    node.kind === 'index' ||
    node.kind === 'call' ||
    node.kind === 'string' ||
    node.kind === 'list' ||
    node.kind === 'map'
  );
}
