import { role } from '../../engine/sites';
import type { Taint, Value } from '../../engine/values';
import type { Expr, Handler, Span, Try } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { nodesAt, quote, source, writtenSpan } from '../edits';
import { placesOf } from '../repairs/places';
import { insertBefore, ownLine } from '../repairs/statements';
import { contains, outerFunction } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** What a visitor reads instead. */
const general = 'Something went wrong';

/** Repairs of an answer with the details of an error: they go to the log, a general text to the visitor. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const content = role(site, 'content');
  if (!content) return [];
  const handler = handlerAround(site.node, context);
  const error = errorIn(handler, detection, context);
  const statement = ownLine(site.node, context);
  const log = error !== undefined && statement && logCall(error, statement, context);
  if (!log) return [];
  const body =
    stackTrace(site.node, context) ??
    detailsIn(content.node, content.value, error, context).flatMap((one) => replaced(one, context));
  if (body.length === 0) return [];
  const scope = handler ?? outerFunction(context.module, site.node);
  const isLogged = isLoggedBefore(error, site.node, scope, context);
  const edits = isLogged ? body : [insertBefore(statement, [log], context), ...body];
  return [{ title: 'Write the details to the log, and send a general text', edits, safe: false }];
}

function handlerAround(node: Expr, { module }: RuleContext): Handler | undefined {
  return nodesAt(module, node)
    .filter((one): one is Try => one.kind === 'try')
    .flatMap(({ handlers }) => handlers)
    .findLast((one) => contains(one, node));
}

/** The variable of the handler around, or the parameter that the framework gives the error in. */
function errorIn(
  handler: Handler | undefined,
  { taint }: Detection,
  context: RuleContext,
): string | undefined {
  if (handler?.target?.kind === 'name') return handler.target.name;
  const from = taint?.source;
  if (!from || from.file !== context.flow.file) return undefined;
  const written = source(context, from);
  return /^\$?[A-Za-z_]\w*$/.test(written) ? written : undefined;
}

/** What says something of the error: fields and elements alone where the answer has some. */
function detailsIn(node: Expr, value: Value, error: string, context: RuleContext): readonly Expr[] {
  const isOfError = (one: Expr) => {
    let found = false;
    walk(one, (inner) => {
      if (inner.kind === 'name' && inner.name === error) found = true;
    });
    return found;
  };
  const inner =
    node.kind === 'map'
      ? node.entries.map((entry) => entry.value)
      : node.kind === 'list'
        ? node.elements.map((element) => element.value)
        : undefined;
  if (inner) {
    return inner.filter(isOfError).flatMap((one) => detailsIn(one, value, error, context));
  }
  if (isOfError(node)) return [node];
  const isException = ({ source: { kind } }: Taint) => kind === 'exception';
  return placesOf(node, value, isException, context).filter(isOfError);
}

/** `e.printStackTrace(response.getWriter())` as a whole. */
function stackTrace(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  if (node.kind !== 'call' || context.module.language !== 'java') return undefined;
  const { callee } = node;
  if (callee.kind !== 'member' || callee.property !== 'printStackTrace') return undefined;
  const writer = node.args[0]?.value;
  if (!writer) return undefined;
  const { start, end } = node;
  const given = source(context, writer).replace(/^new (?:java\.io\.)?PrintWriter\((.+)\)$/, '$1');
  return [{ start, end, newText: `${given}.println("${general}")` }];
}

/** A text in the place of the error's own. */
function replaced(place: Expr, context: RuleContext): readonly TextEdit[] {
  const mark = context.module.language === 'java' ? '"' : quote(context.text);
  const { start, end } = writtenSpan(context, place);
  return [{ start, end, newText: `${mark}${general}${mark}` }];
}

/** Writes an error to the log in the way of the language, or with the logger that the file has. */
function logCall(error: string, at: Span, context: RuleContext): string | undefined {
  const { module, text } = context;
  const named = (pattern: RegExp) => pattern.exec(text)?.[1];
  switch (module.language) {
    case 'javascript':
    case 'typescript': {
      const end = text[at.end - 1] === ';' || text[at.end] === ';' ? ';' : '';
      const logger = named(/\b(?:const|let|var|import)\s+(logger|log)\b/);
      return `${logger === undefined ? 'console.error' : `${logger}.error`}(${error})${end}`;
    }
    case 'python': {
      const logger = named(/^(logger|log|LOG)\s*=\s*logging\.getLogger/m);
      if (logger !== undefined) return `${logger}.exception(${error})`;
      if (/^app\s*=\s*Flask\(/m.test(text)) return `app.logger.exception(${error})`;
      return /^import logging\b/m.test(text) ? `logging.exception(${error})` : undefined;
    }
    case 'java': {
      const logger = named(/\bLogger\s+(\w+)\s*=\s*(?:LoggerFactory|LogManager)\./);
      if (logger !== undefined) return `${logger}.error("${general}", ${error});`;
      return /\bextends\s+(?:[\w.]*\.)?HttpServlet\b/.test(text)
        ? `getServletContext().log("${general}", ${error});`
        : undefined;
    }
    case 'ruby':
      return /<\s*[\w:]*Controller\b/.test(text)
        ? `Rails.logger.error(${error}.full_message)`
        : `warn ${error}.full_message`;
    case 'php': {
      const name = error.startsWith('$') ? error : `$${error}`;
      return `error_log((string) ${name});`;
    }
  }
}

/** Whether a line in front has logged it already. */
function isLoggedBefore(error: string, node: Expr, scope: Span, context: RuleContext): boolean {
  const name = new RegExp(`\\b${error.replace('$', '')}\\b`);
  return nodesOf(context.module, 'call').some(
    (call) =>
      call.end < node.start &&
      contains(scope, call) &&
      /(?:log|logger|console|logging)\b.*\.(?:error|exception|warn)$|error_log$/i.test(
        source(context, call.callee),
      ) &&
      call.args.some(({ value }) => name.test(source(context, value))),
  );
}
