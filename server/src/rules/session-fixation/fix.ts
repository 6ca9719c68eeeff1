import type { Block, Expr, Stmt } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, indentationAt, lineBreak, nodesAt, source } from '../edits';
import {
  indentUnit,
  insertAfter,
  insertBefore,
  ownLine,
  removeStatement,
} from '../repairs/statements';
import { contains } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Makes a new session id where somebody logs in. */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  const draft = (title: string, edits: readonly TextEdit[] | undefined, safe: boolean) =>
    edits ? [{ title, edits, safe }] : [];
  if (site.kind === 'session-kept') return draft('Make a new id at the login', kept(node), true);
  if (site.kind === 'session-id') {
    return draft('Let PHP choose the id', removeStatement(node, context), false);
  }
  const statement = ownLine(node, context);
  if (!statement) return [];
  switch (context.module.language) {
    case 'ruby':
      // What the session held before goes with the old one.
      return draft(
        'Begin a new session (reset_session)',
        [insertBefore(statement, ['reset_session'], context)],
        false,
      );
    case 'php':
      return draft(
        'Make a new session id (session_regenerate_id)',
        [insertBefore(statement, ['session_regenerate_id(true);'], context)],
        true,
      );
    case 'java':
      return draft(
        'Make a new session id (changeSessionId)',
        inServlet(node, statement, context),
        true,
      );
    default:
      return draft('Begin a new session (regenerate)', inExpress(node, statement, context), false);
  }
}

/** Spring's `.sessionFixation().none()`. */
function kept(node: Expr): readonly TextEdit[] | undefined {
  if (node.kind !== 'call' || node.callee.kind !== 'member') return undefined;
  const { start, end } = node.callee.propertySpan;
  return [{ start, end, newText: 'changeSessionId' }];
}

/** Behind the login: by then there is a session, without which the call fails. */
function inServlet(
  node: Expr,
  statement: Stmt,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const request = enclosingFunction(context.module, node)?.params.find(({ type }) =>
    /\bHttpServletRequest$/.test(type ?? ''),
  )?.target;
  if (request?.kind !== 'name') return undefined;
  const edit = insertAfter(statement, [`${request.name}.changeSessionId();`], context);
  return edit && [edit];
}

/**
 * express-session gives the new session to a function that is called back: what stands behind the
 * login goes there. https://github.com/expressjs/session#sessionregeneratecallback
 */
function inExpress(
  node: Expr,
  statement: Stmt,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text, module } = context;
  const fn = enclosingFunction(module, node);
  const session = /^([\w.]+\.session)\b/.exec(source(context, node))?.[1];
  const path = nodesAt(module, node);
  const block = path.findLast(
    (one): one is Block => one.kind === 'block' && contains(one, statement),
  );
  if (!fn || !session || block !== fn.body || path.some(({ kind }) => kind === 'try'))
    return undefined;
  const last = block.body.at(-1);
  if (!last) return undefined;
  const end = text[last.end] === ';' ? last.end + 1 : last.end;
  const body = text.slice(statement.start, end);
  if (body.includes('`')) return undefined;
  const unit = indentUnit(context);
  const indent = indentationAt(text, statement.start);
  const br = lineBreak(text);
  const next = fn.params[2]?.target;
  const inner = indent + unit;
  const fails = next?.kind === 'name' ? `${br}${inner}if (error) return ${next.name}(error);` : '';
  const head = `${/\bawait\b/.test(body) ? 'async ' : ''}(${fails === '' ? '' : 'error'}) => {`;
  const moved = body.replace(/(\r?\n)(?=[ \t]*\S)/g, `$1${unit}`);
  const newText = `${session}.regenerate(${head}${fails}${br}${inner}${moved}${br}${indent}});`;
  return [{ start: statement.start, end, newText }];
}
