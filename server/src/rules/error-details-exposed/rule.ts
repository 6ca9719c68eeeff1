import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints, type Taint } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { enclosingFunction, nodesAt, source } from '../edits';
import { contains, detection } from '../report';
import type { Rule, RuleContext } from '../rule';
import { isConditional } from '../taintRule';
import { config } from './config';
import { fixes } from './fix';

const advice = 'Write them to the log, and send a short text of your own.';

const traceMessage = `This sends the details of an error to the visitor: file names, versions, parts of queries. They help an attacker find the next step. ${advice}`;
const messageMessage = `This sends the text of an error to the visitor. Errors of a database or a file system tell how your server is built. ${advice}`;

/** CWE-209: what an exception says, in an answer. */
export const rule: Rule = {
  id: 'error-details-exposed',
  title: 'Error details in an answer',
  cwe: [209],
  owasp: 'A10:2025 Mishandling of Exceptional Conditions',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php', 'spring'],
  siteKinds: ['html', 'response'],
  config,
  fixes,
  check(site, context) {
    const content = role(site, 'content');
    const taint = content && exceptionIn(content);
    if (!taint || isConditional(site, development, context)) return undefined;
    const isTrace = showsTrace(content.node, taint, context);
    if (!isTrace && isOfOwnClass(site, context)) return undefined;
    return isTrace
      ? detection(site, 'warning', traceMessage, { at: content.node, taint })
      : detection(site, 'hint', messageMessage, { at: content.node, taint });
  },
};

function exceptionIn(content: SiteArg): Taint | undefined {
  return allTaints(content.value).find(
    ({ source, uncertain, cleaned }) =>
      source.kind === 'exception' && !uncertain && !cleaned.includes('response'),
  );
}

const trace = /stack|trace/i;

/** A stack trace, or an error as a whole, says more than its message. */
function showsTrace(content: Expr, taint: Taint, context: RuleContext): boolean {
  if (trace.test(taint.source.label) || trace.test(source(context, content))) return true;
  for (let step = taint.steps; step; step = step.before) {
    if (step.file === context.flow.file && trace.test(source(context, step))) return true;
  }
  return false;
}

/** Whether only errors of a class of the program's own get here: their texts are written for visitors. */
function isOfOwnClass(site: Site, context: RuleContext): boolean {
  const { module } = context;
  const handled = enclosingFunction(module, site.node)?.decorators ?? [];
  return (
    handled.some(({ expr }) => writtenForVisitors.test(source(context, expr))) ||
    nodesAt(module, site.node).some(
      (node) =>
        (node.kind === 'if' &&
          contains(node.then, site.node) &&
          ownClass.test(source(context, node.test))) ||
        (node.kind === 'call' &&
          source(context, node.callee) === 'rescue_from' &&
          rescuedForVisitors.test(source(context, node))),
    )
  );
}

/** Flask's handlers of what `abort` raises: the text is that of the status, or the one that was given. */
const writtenForVisitors = /\.errorhandler\((?:4\d\d|(?:\w+\.)*HTTPException)\)$/;

/** JavaScript's test for a class, without negation, that is none of the language's. */
const ownClass =
  /^\(?\s*\w+ instanceof (?!(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)?Error\b|\w+Exception\b|Throwable\b)[A-Z]\w*\s*\)?$/;

/** Rails: validations say what a visitor got wrong; a class without a module is the program's own. */
const rescuedForVisitors =
  /^rescue_from[ (]\s*(?:ActiveRecord::RecordInvalid|ActiveModel::ValidationError|ActionController::ParameterMissing|(?!(?:Standard|Runtime|Argument|Type|Name|NoMethod|Key|Index|IO|EOF|Range|ZeroDivision|Frozen|Script|Load|NotImplemented|SystemCall)Error\b|Exception\b)[A-Z]\w*(?!\w|::))(?=\s*(?:,\s*with:|\)|do\b|\{))/;

/** A condition that asks where the program runs. */
const development = /debug|\bdev\b|development|production|\bNODE_ENV\b|\benv\b/i;
