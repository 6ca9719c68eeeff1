import type { Span, Stmt } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingStatement, indentationAt, lineBreak, nodesAt } from '../edits';
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
  const innermost = enclosingStatement(context.module, span);
  const statement = innermost && (tryAround(innermost, context) ?? innermost);
  if (!statement) return undefined;
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

/** Java: `try (var page = open())`, whose resource stands where no other statement fits. */
function tryAround(resource: Stmt, { module, text }: RuleContext): Stmt | undefined {
  return nodesAt(module, resource).find(
    (node): node is Stmt & { kind: 'try' } =>
      node.kind === 'try' && /^try\s*\([^{]*$/.test(text.slice(node.start, resource.start)),
  );
}

const declarationOpening = /^[\w.$<>[\],?@\s]+$/;

function declares(statement: Stmt): boolean {
  return (
    statement.kind === 'expr' &&
    statement.expr.kind === 'assign' &&
    statement.expr.declares !== undefined
  );
}

/** `if (x)` with its one statement on the next line, or an arrow with an expression, without braces. */
function isBareBranch(statement: Stmt, { module, text }: RuleContext): boolean {
  const { language } = module;
  if (language === 'python' || language === 'ruby') return false;
  const { start, end } = statement;
  const around = nodesAt(module, statement).filter(
    (node) => node.start !== start || node.end !== end,
  );
  const parent = around.findLast((node) => node.start <= start && node.end >= end);
  if (parent?.kind === 'if' || parent?.kind === 'loop') return true;
  if (parent?.kind !== 'block' || text[parent.start] === '{' || parent.body.length > 1) {
    // An arrow's expression is the whole of its body.
    return parent?.kind === 'function' && /=>\s*\(?\s*$/.test(text.slice(0, start));
  }
  // PHP also writes `if (…):` and `endif`.
  return language !== 'php' || !text.slice(0, start).trimEnd().endsWith(':');
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

/**
 * Takes the statement around a span away, with its lines. Undefined where it shares them with others,
 * or where the block needs one.
 */
export function removeStatement(span: Span, context: RuleContext): readonly TextEdit[] | undefined {
  const { text, module } = context;
  const statement = ownLine(span, context);
  if (!statement) return undefined;
  const start = text.lastIndexOf('\n', statement.start - 1) + 1;
  const next = text.indexOf('\n', statement.end);
  const end = next < 0 ? text.length : next + 1;
  if (!/^;?\s*(?:(?:\/\/|#).*)?$/.test(text.slice(statement.end, end).trimEnd())) return undefined;
  const isOnly = nodesAt(module, statement).some(
    (node) =>
      node.kind === 'block' && node.body.length === 1 && node.body[0]?.end === statement.end,
  );
  if (isOnly && module.language === 'python') return undefined;
  return [{ start, end, newText: '' }];
}
