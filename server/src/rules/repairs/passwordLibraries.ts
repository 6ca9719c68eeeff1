import type { Expr, Span } from '../../ir/types';
import type { PackageNeed, TextEdit } from '../../report/finding';
import { enclosingFunction, isPrimary, source } from '../edits';
import type { Detection, FixDraft, RuleContext } from '../rule';
import {
  type ImportedName,
  importClass,
  importFrom,
  importModule,
  importWhole,
  requireLibrary,
  useClass,
} from './imports';
import { packageNeed } from './packages';

/** Writes code that hashes a password, or compares one with its hash, in the way of a file's libraries. */

/** OWASP's Password Storage Cheat Sheet asks for at least 10; 12 is about a quarter of a second. */
const bcryptCost = 12;

/** Code, and the edits that bring in what it uses. */
export interface Written {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly packages?: readonly PackageNeed[];
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
  switch (context.module.language) {
    case 'python':
      return pythonLibrary(context);
    case 'java':
      return javaLibrary(context);
    case 'ruby':
      return bcryptForRuby(context);
    case 'php':
      return phpLibrary(context);
    default:
      return bcryptForNode(context);
  }
}

/** https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html */
function javaLibrary(context: RuleContext): PasswordLibrary {
  const isSpring = [...context.flow.imports].some((name) =>
    name.startsWith('org.springframework.'),
  );
  const title = `bcrypt, cost ${bcryptCost}`;
  const not = (text: string) => `!${text}`;
  const code = (of: Expr) => source(context, of);
  const need = isSpring
    ? packageNeed('maven', 'org.springframework.security:spring-security-crypto')
    : packageNeed('maven', 'org.mindrot:jbcrypt');
  const write = (name: string, text: (imported: string) => string): Written => {
    const imported = importClass(context, name);
    return { text: text(imported.name), edits: imported.edits, packages: [need] };
  };
  if (isSpring) {
    const encoder = 'org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder';
    return {
      title,
      takesBytes: false,
      hash: (password) =>
        write(encoder, (name) => `new ${name}(${bcryptCost}).encode(${code(password)})`),
      compare: (typed, stored) =>
        write(encoder, (name) => `new ${name}().matches(${code(typed)}, ${code(stored)})`),
      not,
    };
  }
  const bcrypt = 'org.mindrot.jbcrypt.BCrypt';
  return {
    title,
    takesBytes: false,
    hash: (password) =>
      write(bcrypt, (name) => `${name}.hashpw(${code(password)}, ${name}.gensalt(${bcryptCost}))`),
    compare: (typed, stored) =>
      write(bcrypt, (name) => `${name}.checkpw(${code(typed)}, ${code(stored)})`),
    not,
  };
}

/** https://github.com/bcrypt-ruby/bcrypt-ruby */
function bcryptForRuby(context: RuleContext): PasswordLibrary {
  const write = (text: string): Written => ({
    text,
    edits: requireLibrary(context, 'bcrypt'),
    packages: [packageNeed('gem', 'bcrypt')],
  });
  const code = (of: Expr) => source(context, of);
  return {
    title: `bcrypt, cost ${bcryptCost}`,
    takesBytes: false,
    hash: (password) => write(`BCrypt::Password.create(${code(password)}, cost: ${bcryptCost})`),
    compare: (typed, stored) =>
      write(`BCrypt::Password.new(${code(stored)}).is_password?(${code(typed)})`),
    not: (text) => `!${text}`,
  };
}

/** https://www.php.net/password_hash, https://laravel.com/docs/hashing */
function phpLibrary(context: RuleContext): PasswordLibrary {
  const isLaravel = /\b(?:Illuminate|App)\\/.test(context.text);
  const code = (of: Expr) => source(context, of);
  const not = (text: string) => `!${text}`;
  if (isLaravel) {
    const write = (method: string, args: string): Written => {
      const hash = useClass(context, 'Illuminate\\Support\\Facades\\Hash');
      return { text: `${hash.name}::${method}(${args})`, edits: hash.edits };
    };
    return {
      title: 'Laravel’s Hash',
      takesBytes: false,
      hash: (password) => write('make', code(password)),
      compare: (typed, stored) => write('check', `${code(typed)}, ${code(stored)}`),
      not,
    };
  }
  return {
    title: 'password_hash',
    takesBytes: false,
    hash: (password) => ({ text: `password_hash(${code(password)}, PASSWORD_DEFAULT)`, edits: [] }),
    compare: (typed, stored) => ({
      text: `password_verify(${code(typed)}, ${code(stored)})`,
      edits: [],
    }),
    not,
  };
}

function bcryptForNode(context: RuleContext): PasswordLibrary {
  const module = context.flow.imports.has('bcryptjs') ? 'bcryptjs' : 'bcrypt';
  const write = (detection: Detection, name: string, args: string): Written => {
    const bcrypt = importModule(context, module, 'bcrypt');
    const canAwait = enclosingFunction(context.module, detection.at)?.isAsync ?? false;
    const text = canAwait
      ? `await ${bcrypt.name}.${name}(${args})`
      : `${bcrypt.name}.${name}Sync(${args})`;
    return { text, edits: bcrypt.edits, packages: [packageNeed('npm', module)] };
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
  // A file without Flask would get bcrypt, and the hashes of one program have to fit together.
  if (uses('werkzeug.security') && !uses('bcrypt')) {
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
        packages: [packageNeed('pypi', 'bcrypt')],
      };
    },
    compare: (typed, stored) => {
      const bcrypt = importWhole(context, 'bcrypt');
      return {
        text: `${bcrypt.name}.checkpw(${bytes(typed)}, ${bytes(stored)})`,
        edits: bcrypt.edits,
        packages: [packageNeed('pypi', 'bcrypt')],
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
export function draft(title: string, at: Span, written: Written): readonly FixDraft[] {
  const { start, end } = at;
  const edits = [{ start, end, newText: written.text }, ...written.edits];
  return [{ title, edits, safe: false, ...(written.packages && { packages: written.packages }) }];
}
