import type { Call, Expr } from '../../ir/types';
import { walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import {
  enclosingFunction,
  type ImportedName,
  importFrom,
  importModule,
  importWhole,
  isPrimary,
  nodesAt,
  sortEdits,
  source,
} from '../edits';
import type { Detection, FixDraft, RuleContext } from '../rule';
import type { PasswordUse } from './rule';

/** OWASP's Password Storage Cheat Sheet asks for at least 10; 12 is about a quarter of a second. */
const bcryptCost = 12;

/**
 * Repairs: hash where the password is stored, let the library compare. All of them change what the
 * database holds, so a person has to look at them.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const use = detection.detail as PasswordUse;
  // A collection that holds the password somewhere is not what has to be hashed.
  if (use === 'compared-in-sql' || use === 'in-collection') return [];
  if (use === 'field') return fieldFix(detection, context);
  const library = libraryFor(context);
  if (use === 'compared') {
    if (site.node.kind !== 'binary') return [];
    const [left, right] = [site.node.left, site.node.right];
    const typed = isTyped(site.args[0]?.value.taints ?? []) ? left : right;
    const stored = typed === left ? right : left;
    const compared = library.compare(typed, stored, detection);
    const negative = site.node.op.startsWith('!');
    // `if (await …)` has its parentheses already.
    const parent = nodesAt(context.module, site.node).at(-2);
    const isTest = parent?.kind === 'if' && parent.test === site.node;
    const plainText = isTest ? compared.text.replace(/^\((await .*)\)$/s, '$1') : compared.text;
    const text = negative ? library.not(compared.text) : plainText;
    return draft(`Compare with ${library.title}`, [
      { ...span(site.node), newText: text },
      ...compared.edits,
    ]);
  }
  if (use === 'fast-hash') {
    const chain = hashChain(detection, context);
    const data = chain && hashedData(chain);
    if (!data) return [];
    const bytes = context.module.language === 'python' && plain(data) === data;
    // A library that takes text cannot take what was made bytes by other means.
    if (bytes && !library.takesBytes) return [];
    const comparison = nodesAt(context.module, chain).findLast(
      (node) => node.kind === 'binary' && /^[!=]==?$/.test(node.op),
    );
    if (comparison?.kind === 'binary') {
      // A salted hash comes out different each time: the library has to compare.
      if (comparison.left !== chain && comparison.right !== chain) return [];
      const stored = comparison.left === chain ? comparison.right : comparison.left;
      if (bytes) return [];
      const compared = library.compare(data, stored, detection);
      const text = comparison.op.startsWith('!') ? library.not(compared.text) : compared.text;
      return draft(`Compare with ${library.title}`, [
        { ...span(comparison), newText: text },
        ...compared.edits,
      ]);
    }
    if (isLookedUp(chain, context)) return [];
    const hashed = library.hash(data, detection, bytes);
    return draft(`Hash with ${library.title}`, [
      { ...span(chain), newText: hashed.text },
      ...hashed.edits,
    ]);
  }
  const node = nodesAt(context.module, detection.at).find(
    (found) => found.start === detection.at.start && found.end === detection.at.end,
  );
  if (!node) return [];
  const hashed = library.hash(node as Expr, detection);
  // A shorthand property `{ password }` needs its name back.
  const parent = nodesAt(context.module, detection.at).at(-2);
  const shorthand =
    parent?.kind === 'map' &&
    parent.entries.some(
      (entry) => entry.key?.start === node.start && entry.value.start === node.start,
    );
  const text = shorthand ? `${source(context, node)}: ${hashed.text}` : hashed.text;
  return draft(`Hash with ${library.title}`, [
    { ...span(detection.at), newText: text },
    ...hashed.edits,
  ]);
}

function draft(title: string, edits: readonly TextEdit[]): readonly FixDraft[] {
  const sorted = sortEdits(edits);
  return sorted ? [{ title, edits: sorted, safe: false }] : [];
}

function span(of: { start: number; end: number }) {
  return { start: of.start, end: of.end };
}

function isTyped(taints: readonly { source: { kind: string } }[]): boolean {
  return taints.some((taint) => ['remote', 'local', 'param'].includes(taint.source.kind));
}

interface Written {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

interface PasswordLibrary {
  readonly title: string;
  /** `hash` also takes bytes. */
  readonly takesBytes: boolean;
  hash(password: Expr, detection: Detection, isBytes?: boolean): Written;
  compare(typed: Expr, stored: Expr, detection: Detection): Written;
  not(text: string): string;
}

/** The library that fits the file: what is imported already, else what the framework brings. */
function libraryFor(context: RuleContext): PasswordLibrary {
  return context.module.language === 'python' ? pythonLibrary(context) : bcryptForNode(context);
}

function bcryptForNode(context: RuleContext): PasswordLibrary {
  const module = ['bcrypt', 'bcryptjs'].find((name) => context.flow.imports.has(name)) ?? 'bcrypt';
  const write = (detection: Detection, name: string, args: string): Written => {
    const bcrypt = importModule(context, module, 'bcrypt');
    const canAwait = enclosingFunction(context.module, detection.at)?.isAsync ?? false;
    const text = canAwait
      ? `await ${bcrypt.name}.${name}(${args})`
      : `${bcrypt.name}.${name}Sync(${args})`;
    return { text, edits: bcrypt.edits };
  };
  return {
    title: `bcrypt, cost ${bcryptCost}`,
    takesBytes: true,
    hash: (password, detection) =>
      write(detection, 'hash', `${source(context, password)}, ${bcryptCost}`),
    compare: (typed, stored, detection) => {
      const compared = write(
        detection,
        'compare',
        `${source(context, typed)}, ${source(context, stored)}`,
      );
      return compared.text.startsWith('await')
        ? { ...compared, text: `(${compared.text})` }
        : compared;
    },
    not: (text) => `!${text}`,
  };
}

function pythonLibrary(context: RuleContext): PasswordLibrary {
  const imports = [...context.flow.imports];
  const uses = (module: string) =>
    imports.some((name) => name === module || name.startsWith(`${module}.`));
  const not = (text: string) => `not ${text}`;
  const write = (imported: ImportedName, args: string): Written => ({
    text: `${imported.name}(${args})`,
    edits: imported.edits,
  });
  if (uses('django') || uses('rest_framework')) {
    const module = 'django.contrib.auth.hashers';
    return {
      title: 'Django’s password hasher',
      takesBytes: false,
      hash: (password) =>
        write(importFrom(context, module, 'make_password'), source(context, password)),
      compare: (typed, stored) =>
        write(
          importFrom(context, module, 'check_password'),
          `${source(context, typed)}, ${source(context, stored)}`,
        ),
      not,
    };
  }
  if ((uses('flask') || uses('werkzeug')) && !uses('bcrypt')) {
    const module = 'werkzeug.security';
    return {
      title: 'scrypt (Werkzeug)',
      takesBytes: false,
      hash: (password) =>
        write(
          importFrom(context, module, 'generate_password_hash'),
          source(context, plain(password)),
        ),
      compare: (typed, stored) =>
        write(
          importFrom(context, module, 'check_password_hash'),
          `${source(context, stored)}, ${source(context, plain(typed))}`,
        ),
      not,
    };
  }
  const bytes = (of: Expr) => {
    const text = source(context, plain(of));
    return `${isPrimary(plain(of)) ? text : `(${text})`}.encode()`;
  };
  return {
    title: `bcrypt, cost ${bcryptCost}`,
    takesBytes: true,
    hash: (password, _, isBytes) => {
      const bcrypt = importWhole(context, 'bcrypt');
      const given = isBytes ? source(context, password) : bytes(password);
      return {
        text: `${bcrypt.name}.hashpw(${given}, ${bcrypt.name}.gensalt(rounds=${bcryptCost})).decode()`,
        edits: bcrypt.edits,
      };
    },
    compare: (typed, stored) => {
      const bcrypt = importWhole(context, 'bcrypt');
      return {
        text: `${bcrypt.name}.checkpw(${bytes(typed)}, ${bytes(stored)})`,
        edits: bcrypt.edits,
      };
    },
    not,
  };
}

/** `password.encode('utf-8')` is the password to a library that takes text. */
function plain(of: Expr): Expr {
  const isEncode =
    of.kind === 'call' && of.callee.kind === 'member' && of.callee.property === 'encode';
  return isEncode && of.callee.kind === 'member' ? of.callee.object : of;
}

/** `createHash('md5').update(password).digest('hex')`, `hashlib.md5(password).hexdigest()`: all of it. */
function hashChain(detection: Detection, context: RuleContext): Call | undefined {
  const path = nodesAt(context.module, detection.site.node);
  let chain: Call | undefined;
  for (const node of path) {
    if (node.kind !== 'call' || node.callee.kind !== 'member') continue;
    if (/^(?:hex)?digest$/.test(node.callee.property)) chain = node;
  }
  return chain;
}

/** Whether the hash is kept in a variable that is compared or looked up, as only a plain hash can be. */
function isLookedUp(chain: Call, context: RuleContext): boolean {
  const assign = nodesAt(context.module, chain).findLast((node) => node.kind === 'assign');
  if (assign?.kind !== 'assign' || assign.target.kind !== 'name') return false;
  const { name } = assign.target;
  const isName = (of: Expr) => of.kind === 'name' && of.name === name;
  const fn = enclosingFunction(context.module, chain);
  let found = false;
  for (const root of fn ? [fn.body] : context.module.body) {
    walk(root, (node) => {
      if (node.kind === 'binary' && /^[!=]==?$/.test(node.op))
        found ||= isName(node.left) || isName(node.right);
      if (node.kind === 'call' && /\bselect\b/i.test(source(context, node.argsSpan))) {
        found ||= new RegExp(`\\b${name.replace(/\$/g, '\\$')}\\b`).test(
          source(context, node.argsSpan),
        );
      }
    });
  }
  return found;
}

/** What the chain hashes, when it is hashed in one piece. */
function hashedData(chain: Call): Expr | undefined {
  let data: Expr | undefined;
  for (let at: Expr = chain; at.kind === 'call'; ) {
    const { callee, args }: Call = at;
    if (callee.kind !== 'member') break;
    const given = callee.property === 'createHash' || callee.property === 'new' ? [] : args;
    if (callee.property === 'createHmac') return undefined;
    if (!/digest$/i.test(callee.property) && given[0]) {
      if (data) return undefined;
      data = given[0].value;
    }
    at = callee.object;
  }
  return data;
}

/** Django: `user.password = x` becomes `user.set_password(x)`. */
function fieldFix(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = detection.site;
  if (node.kind !== 'assign' || node.target.kind !== 'member' || !node.value) return [];
  const text = `${source(context, node.target.object)}.set_password(${source(context, node.value)})`;
  return draft('Use set_password, which hashes (Django)', [{ ...span(node), newText: text }]);
}
