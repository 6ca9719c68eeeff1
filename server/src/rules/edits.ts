import type { Expr, FunctionNode, Module, Node, Span, Stmt } from '../ir/types';
import { childAround } from '../ir/walk';
import type { TextEdit } from '../report/finding';
import type { RuleContext } from './rule';

/** What rules and their fixes need: where a node stands, and the file's style. */

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
