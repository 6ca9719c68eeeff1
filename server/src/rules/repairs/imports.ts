import type { Expr, Import, Module, Stmt } from '../../ir/types';
import { walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { lineBreak, quote, source } from '../edits';
import type { RuleContext } from '../rule';

/** What an import gives a fix: the name to write, and the edit that brings it in. */
export interface ImportedName {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/**
 * A JavaScript module as a whole: `bcrypt` in `bcrypt.hash(…)`. Uses the import that is there, or
 * adds one in the file's style (ES module or CommonJS) behind the last one.
 */
export function importModule(context: RuleContext, module: string, name: string): ImportedName {
  const known =
    findImport(context.module, module, '*') ?? findImport(context.module, module, 'default');
  if (known !== undefined) return { name: known, edits: [] };
  const required = findRequire(context.module, module);
  if (required !== undefined) return { name: required, edits: [] };
  const q = quote(context.text);
  const esm = context.module.body.some((stmt) => stmt.kind === 'import' || stmt.kind === 'export');
  const end = usesSemicolons(context.text) ? ';' : '';
  const line = esm
    ? `import ${name} from ${q}${module}${q}${end}`
    : `${keyword(context.text)} ${name} = require(${q}${module}${q})${end}`;
  return { name, edits: [insertImport(context, line)] };
}

/** The word that the file declares with: older ones know `var` only. */
function keyword(text: string): 'const' | 'var' {
  return /^\s*var\s/m.test(text) && !/\b(?:const|let)\s/.test(text) ? 'var' : 'const';
}

/** A name from a Python module: `from werkzeug.security import generate_password_hash`. */
export function importFrom(context: RuleContext, module: string, name: string): ImportedName {
  const known = findImport(context.module, module, name);
  if (known !== undefined) return { name: known, edits: [] };
  for (const stmt of context.module.body) {
    if (stmt.kind !== 'import' || stmt.source !== module) continue;
    const last = stmt.names[stmt.names.length - 1];
    const written = source(context, stmt);
    // Only the plain one-line form can grow at its end.
    if (last && written.startsWith('from') && !/[()#\n\\]/.test(written) && last.imported !== '*') {
      return { name, edits: [{ start: stmt.end, end: stmt.end, newText: `, ${name}` }] };
    }
  }
  return { name, edits: [insertImport(context, `from ${module} import ${name}`)] };
}

/** A Python module: `import bcrypt`. One of the standard library goes among the first imports. */
export function importWhole(context: RuleContext, module: string): ImportedName {
  const known = findImport(context.module, module, '*');
  if (known !== undefined) return { name: known, edits: [] };
  const line = `import ${module}`;
  const edit = standardModules.has(module)
    ? insertFirst(context, line)
    : insertImport(context, line);
  return { name: module, edits: [edit] };
}

/** Of https://docs.python.org/3/library/: those that fixes import. */
const standardModules: ReadonlySet<string> = new Set(
  'ast hashlib hmac html json os re secrets shlex shutil ssl subprocess tempfile urllib.parse'.split(
    ' ',
  ),
);

/** In the first block of imports, in the order of the alphabet. */
function insertFirst(context: RuleContext, line: string): TextEdit {
  const { text, module } = context;
  const block: Import[] = [];
  for (const stmt of module.body) {
    if (stmt.kind !== 'import' || stmt.source === '__future__') {
      if (block.length > 0) break;
      continue;
    }
    const last = block.at(-1);
    if (last && /\n\s*\n/.test(text.slice(last.end, stmt.start))) break;
    block.push(stmt);
  }
  const [first] = block;
  if (!first) return insertImport(context, line);
  const before = block.findLast((stmt) => {
    const written = source(context, stmt);
    return written.startsWith('import ') && written < line;
  });
  if (!before) return { start: first.start, end: first.start, newText: line + lineBreak(text) };
  const end = endOfLine(text, before.end);
  return { start: end, end, newText: lineBreak(text) + line };
}

function findImport(module: Module, from: string, imported: string): string | undefined {
  for (const stmt of module.body) {
    if (stmt.kind !== 'import' || stmt.source !== from) continue;
    const found = stmt.names.find((name) => name.imported === imported);
    if (found) return found.local;
  }
  return undefined;
}

function findRequire(module: Module, from: string): string | undefined {
  for (const stmt of module.body) {
    const declared = requireOf(stmt);
    if (declared?.module === from && declared.name !== undefined) return declared.name;
  }
  return undefined;
}

/** `const name = require('module')`. */
function requireOf(stmt: Stmt): { module: string; name: string | undefined } | undefined {
  if (stmt.kind === 'block') {
    // A declaration of several names.
    const [only] = stmt.body;
    return stmt.body.length === 1 && only ? requireOf(only) : undefined;
  }
  if (stmt.kind !== 'expr' || stmt.expr.kind !== 'assign') return undefined;
  const { target, value } = stmt.expr;
  const module = value && requiredModule(value);
  if (module === undefined) return undefined;
  return { module, name: target.kind === 'name' ? target.name : undefined };
}

function requiredModule(expr: Expr): string | undefined {
  if (expr.kind === 'member') return requiredModule(expr.object);
  if (expr.kind !== 'call') return undefined;
  if (expr.callee.kind === 'name' && expr.callee.name === 'require') {
    const first = expr.args[0]?.value;
    return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
  }
  return requiredModule(expr.callee);
}

/** Puts a line among the imports, else at the top, behind a directive or docstring. */
function insertImport(context: RuleContext, line: string): TextEdit {
  const { text, module } = context;
  const br = lineBreak(text);
  const all = module.body.filter((stmt) => stmt.kind === 'import' || requireOf(stmt));
  const relative = all.find((stmt) => isRelative(stmt, context));
  const last = sameHome(all, line, context) ?? (relative ? undefined : all.at(-1));
  if (last) {
    const end = endOfLine(text, last.end);
    return { start: end, end, newText: br + line };
  }
  if (relative) {
    const before = all[all.indexOf(relative) - 1];
    if (before) {
      const end = endOfLine(text, before.end);
      return { start: end, end, newText: br + line };
    }
    return { start: relative.start, end: relative.start, newText: line + br };
  }
  const first = module.body[0];
  const isText =
    first?.kind === 'expr' && first.expr.kind === 'literal' && typeof first.expr.value === 'string';
  if (first && isText) {
    const end = endOfLine(text, first.end);
    return { start: end, end, newText: br + br + line };
  }
  const start = startOfCode(text);
  const isClass = /^\s*(?:class|module)\b/.test(text.slice(start));
  return { start, end: start, newText: line + br + (isClass ? br : '') };
}

/** Python's own modules of the same package come last. */
function isRelative(stmt: Stmt, context: RuleContext): boolean {
  return context.module.language === 'python' && /^from\s+\./.test(source(context, stmt));
}

/** The last import from the same package, in Python. */
function sameHome(all: readonly Stmt[], line: string, context: RuleContext): Stmt | undefined {
  if (context.module.language !== 'python') return undefined;
  const home = /^(?:from|import)\s+(\w+)/.exec(line)?.[1];
  return all.findLast(
    (stmt) => /^(?:from|import)\s+(\w+)/.exec(source(context, stmt))?.[1] === home,
  );
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Behind a byte-order mark, a `#!` line and an encoding line. */
function startOfCode(text: string): number {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (/^#(?:!|.*coding[:=])/.test(text.slice(at, at + 100))) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}

function usesSemicolons(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => /[\w)\]}'"`;]$/.test(line.trimEnd()));
  return lines.filter((line) => line.trimEnd().endsWith(';')).length * 3 >= lines.length;
}

/**
 * A Java class by its whole name: `org.owasp.encoder.Encode`. Where another class of that simple name
 * is in the file, the whole name is written.
 */
export function importClass(context: RuleContext, qualified: string): ImportedName {
  const at = qualified.lastIndexOf('.');
  const home = qualified.slice(0, at);
  const name = qualified.slice(at + 1);
  let taken = declares(context.module, name);
  for (const stmt of context.module.body) {
    if (stmt.kind !== 'import' || /^import\s+static\b/.test(source(context, stmt))) continue;
    for (const { imported, local } of stmt.names) {
      if (stmt.source === home && (imported === name || imported === '*'))
        return { name, edits: [] };
      if (local === name) taken = true;
    }
  }
  if (taken || home === 'java.lang') return { name: taken ? qualified : name, edits: [] };
  const line = `import ${qualified};`;
  const imports = context.module.body.filter((stmt) => stmt.kind === 'import');
  if (imports.length > 0) return { name, edits: [insertImport(context, line)] };
  const br = lineBreak(context.text);
  const header = /^[ \t]*package\s+[\w.]+\s*;/m.exec(context.text);
  if (header) {
    const end = header.index + header[0].length;
    return { name, edits: [{ start: end, end, newText: br + br + line }] };
  }
  const start = startOfCode(context.text);
  return { name, edits: [{ start, end: start, newText: line + br + br }] };
}

/**
 * A PHP class by its whole name without a leading backslash. A file without `use` declarations gets
 * the whole name, as short files write it.
 */
export function useClass(context: RuleContext, qualified: string): ImportedName {
  const at = qualified.lastIndexOf('\\');
  const home = qualified.slice(0, at);
  const name = qualified.slice(at + 1);
  let last: Import | undefined;
  let taken = declares(context.module, name);
  for (const stmt of context.module.body) {
    if (stmt.kind !== 'import') continue;
    const written = source(context, stmt);
    const isUse = !/^(?:include|require)/.test(written);
    if (isUse) last = stmt;
    for (const { imported, local } of stmt.names) {
      if (stmt.source === home && imported === name) return { name: local, edits: [] };
      if (local === name) taken = true;
    }
  }
  if (!last || taken) return { name: `\\${qualified}`, edits: [] };
  const end = endOfLine(context.text, last.end);
  return {
    name,
    edits: [{ start: end, end, newText: `${lineBreak(context.text)}use ${qualified};` }],
  };
}

/** A Ruby library: the edit that adds `require 'shellwords'` where it is not there. */
export function requireLibrary(context: RuleContext, library: string): readonly TextEdit[] {
  const isThere = context.module.body.some(
    (stmt) => stmt.kind === 'import' && stmt.source === library,
  );
  if (isThere || isLoadedByRails(context)) return [];
  const q = quote(context.text);
  return [insertImport(context, `require ${q}${library}${q}`)];
}

/** The files of a Rails application; it requires all that its Gemfile names. */
function isLoadedByRails({ flow, text }: RuleContext): boolean {
  return (
    /(?:^|[\\/])app[\\/](?:controllers|models|helpers|jobs|mailers|services)[\\/]/.test(
      flow.file,
    ) || /<\s*Application(?:Controller|Record)\b/.test(text)
  );
}

/** Whether the file itself has a class of this name. */
function declares(module: Module, name: string): boolean {
  let found = false;
  for (const stmt of module.body) {
    walk(stmt, (node) => {
      if (node.kind === 'class-decl' && node.cls.name === name) found = true;
    });
  }
  return found;
}
