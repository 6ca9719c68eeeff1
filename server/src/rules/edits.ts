import type { Expr, FunctionNode, Import, Module, Node, Span, Stmt } from '../ir/types';
import { childAround } from '../ir/walk';
import type { TextEdit } from '../report/finding';
import type { RuleContext } from './rule';

/** What the fixes of several rules need: where a node stands, the file's style, imports. */

/** Nodes from the module's statement down to the innermost one that contains the span. */
export function nodesAt(module: Module, span: Span): readonly Node[] {
  const path: Node[] = [];
  let next = childAround(module, span);
  while (next) {
    path.push(next);
    next = childAround(next, span);
  }
  return path;
}

/** The function whose body contains the span; undefined at the top level. */
export function enclosingFunction(module: Module, span: Span): FunctionNode | undefined {
  for (const node of [...nodesAt(module, span)].reverse()) {
    const fn = node.kind === 'function' || node.kind === 'function-decl' ? node.fn : undefined;
    if (fn) return fn;
    if (node.kind === 'class' || node.kind === 'class-decl') {
      const method = node.cls.methods.find((m) => m.start <= span.start && span.end <= m.end);
      if (method) return method;
    }
  }
  return undefined;
}

/** The innermost statement of its own (not a block) that contains the span. */
export function enclosingStatement(module: Module, span: Span): Stmt | undefined {
  const statements = nodesAt(module, span).filter(isStatement);
  return statements[statements.length - 1];
}

function isStatement(node: Node): node is Stmt {
  switch (node.kind) {
    case 'expr':
    case 'if':
    case 'loop':
    case 'switch':
    case 'return':
    case 'throw':
    case 'try':
      return true;
    default:
      return false;
  }
}

export function source(context: RuleContext, span: Span): string {
  return context.text.slice(span.start, span.end);
}

/** Where an expression is written: a string literal's span leaves its quotes and prefix out. */
export function writtenSpan(context: RuleContext, of: Expr): Span {
  if (of.kind !== 'literal' || typeof of.value !== 'string' || of.regex) return of;
  const { text } = context;
  const before = text.slice(Math.max(0, of.start - 6), of.start);
  const open = /(?:(?<![a-zA-Z0-9_])[rRbBuUfF]{1,2})?('''|"""|['"`])$/.exec(before);
  const mark = open?.[1] ?? '';
  if (!open || !text.startsWith(mark, of.end)) return of;
  return { start: of.start - open[0].length, end: of.end + mark.length };
}

/** White space at the beginning of the line of an offset. */
export function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The quote that the file's strings use most. */
export function quote(text: string): "'" | '"' {
  const double = text.split('"').length;
  const single = text.split("'").length;
  return double > single ? '"' : "'";
}

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
    : `const ${name} = require(${q}${module}${q})${end}`;
  return { name, edits: [insertImport(context, line)] };
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

/** A Python module: `import bcrypt`. */
export function importWhole(context: RuleContext, module: string): ImportedName {
  const known = findImport(context.module, module, '*');
  if (known !== undefined) return { name: known, edits: [] };
  return { name: module, edits: [insertImport(context, `import ${module}`)] };
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

/** Puts a line behind the last import, else at the top, behind a directive or docstring. */
function insertImport(context: RuleContext, line: string): TextEdit {
  const br = lineBreak(context.text);
  let last: Import | Stmt | undefined;
  for (const stmt of context.module.body) {
    if (stmt.kind === 'import' || requireOf(stmt)) last = stmt;
  }
  if (last) {
    const end = endOfLine(context.text, last.end);
    return { start: end, end, newText: br + line };
  }
  const first = context.module.body[0];
  const isText =
    first?.kind === 'expr' && first.expr.kind === 'literal' && typeof first.expr.value === 'string';
  if (first && isText) {
    const end = endOfLine(context.text, first.end);
    return { start: end, end, newText: br + br + line };
  }
  const start = startOfCode(context.text);
  return { start, end: start, newText: line + br };
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

/** Sorted, with equal insertions once; undefined when two overlap. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: TextEdit[] = [];
  for (const edit of sorted) {
    const before = result[result.length - 1];
    if (
      before &&
      before.start === edit.start &&
      before.end === edit.end &&
      before.newText === edit.newText
    )
      continue;
    if (before && edit.start < before.end) return undefined;
    result.push(edit);
  }
  return result;
}

/** Whether an expression is an operand that needs no parentheses in front of `.member`. */
export function isPrimary(expr: Expr): boolean {
  return (
    ['name', 'member', 'index', 'call', 'literal', 'list', 'map'].includes(expr.kind) ||
    (expr.kind === 'string' && expr.style === 'template')
  );
}
