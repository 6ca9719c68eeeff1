import type { Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, isPrimary, sortEdits, source } from '../edits';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { type ImportedName, importFrom, importModule, importWhole } from './imports';

/** Writes code that hashes a password, or compares one with its hash, in the way of a file's libraries. */

/** OWASP's Password Storage Cheat Sheet asks for at least 10; 12 is about a quarter of a second. */
const bcryptCost = 12;

/** Code, and the edits that bring in what it uses. */
export interface Written {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

export interface PasswordLibrary {
  readonly title: string;
  /** `hash` also takes bytes. */
  readonly takesBytes: boolean;
  hash(password: Expr, detection: Detection, isBytes?: boolean): Written;
  compare(typed: Expr, stored: Expr, detection: Detection): Written;
  not(text: string): string;
}

/** The library that fits the file: what is imported already, else what the framework brings. */
export function libraryFor(context: RuleContext): PasswordLibrary {
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
export function plain(of: Expr): Expr {
  const isEncode =
    of.kind === 'call' && of.callee.kind === 'member' && of.callee.property === 'encode';
  return isEncode && of.callee.kind === 'member' ? of.callee.object : of;
}

/** A repair that changes what the database holds, so that a person has to look at it. */
export function draft(title: string, edits: readonly TextEdit[]): readonly FixDraft[] {
  const sorted = sortEdits(edits);
  return sorted ? [{ title, edits: sorted, safe: false }] : [];
}

export function span(of: { start: number; end: number }) {
  return { start: of.start, end: of.end };
}
