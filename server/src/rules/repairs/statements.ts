import type { Span, Stmt } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingStatement, indentationAt, lineBreak } from '../edits';
import type { RuleContext } from '../rule';

/** Writes statements around those that are there, in the file's indentation. */

/** One step of indentation as the file has it: a tab, or as many spaces as its lines grow by. */
export function indentUnit(context: RuleContext): string {
  const { text } = context;
  if (/^\t/m.test(text)) return '\t';
  const widths = [...text.matchAll(/^( +)\S/gm)].map((match) => match[1]!.length);
  const least = Math.min(...widths.filter((width) => width >= 2));
  if (Number.isFinite(least) && least <= 8) return ' '.repeat(least);
  return ' '.repeat(context.module.language === 'python' ? 4 : 2);
}

/**
 * The innermost statement around a span that stands on lines of its own, so that others fit in front
 * of it and behind; undefined when there is none (`if (x) return y;`, an arrow without braces).
 */
export function ownLine(span: Span, context: RuleContext): Stmt | undefined {
  const found = enclosingStatement(context.module, span);
  if (!found) return undefined;
  const statement = withDeclaration(found, context);
  const lineStart = context.text.lastIndexOf('\n', statement.start - 1) + 1;
  const before = context.text.slice(lineStart, statement.start);
  const opens = declares(statement) ? declarationOpening.exec(before)?.[0] : undefined;
  if (opens !== undefined && before.trim() !== '') {
    // The tree begins a declaration at the name: `const x = …`, `List<String> x = …`.
    const whole = { ...statement, start: statement.start - opens.trimStart().length };
    return isBareBranch(whole, context) ? undefined : whole;
  }
  return before.trim() === '' && !isBareBranch(statement, context) ? statement : undefined;
}

const declarationOpening = /^[\w.$<>[\],?@\s]+$/;

function declares(statement: Stmt): boolean {
  return (
    statement.kind === 'expr' &&
    statement.expr.kind === 'assign' &&
    statement.expr.declares !== undefined
  );
}

/** A declaration's statement is what is declared, without `const` or the type in front of it. */
function withDeclaration(statement: Stmt, { text, module }: RuleContext): Stmt {
  if (statement.kind !== 'expr' || statement.expr.kind !== 'assign') return statement;
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const head =
    module.language === 'java'
      ? /(?!(?:else|do)\b)(?:(?:final|static|public|private|protected|volatile)\s+)*[\w.]+(?:\s*<[\w.<>?,[\]\s]*>)?(?:\s*\[\s*\])*\s+$/
      : /(?:export\s+)?\b(?:const|let|var|using)\s+$/;
  const written = head.exec(text.slice(lineStart, statement.start));
  if (!written || (module.language !== 'java' && !statement.expr.declares)) return statement;
  return { ...statement, start: lineStart + written.index };
}

/** `if (x)` with its one statement on the next line, without braces. */
function isBareBranch(statement: Stmt, context: RuleContext): boolean {
  const { language } = context.module;
  if (language === 'python' || language === 'ruby') return false;
  const before = context.text.slice(0, statement.start).trimEnd();
  return /[^{};:>]$/.test(before.slice(-1)) && !/\*\/$|\/\/[^\n]*$|#[^\n]*$|<\?php$/.test(before);
}

/** Puts lines in front of a statement that stands on lines of its own. */
export function insertBefore(
  statement: Span,
  lines: readonly string[],
  context: RuleContext,
): TextEdit {
  const indent = indentationAt(context.text, statement.start);
  const br = lineBreak(context.text);
  const newText = lines.map((line) => line + br + indent).join('');
  return { start: statement.start, end: statement.start, newText };
}

/** Puts lines behind a statement that stands on lines of its own, and behind a comment beside it. */
export function insertAfter(
  statement: Span,
  lines: readonly string[],
  context: RuleContext,
): TextEdit | undefined {
  const { text } = context;
  const lineEnd = text.indexOf('\n', statement.end);
  const restOfLine = /^;?[ \t]*(?:(?:\/\/|#)[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*)?/.exec(
    text.slice(statement.end, lineEnd < 0 ? text.length : lineEnd),
  )?.[0];
  const end = statement.end + (restOfLine ?? '').trimEnd().length;
  if (/\S/.test(text.slice(end, lineEnd < 0 ? text.length : lineEnd))) return undefined;
  const indent = indentationAt(text, statement.start);
  const newText = lines.map((line) => lineBreak(text) + indent + line).join('');
  return { start: end, end, newText };
}
