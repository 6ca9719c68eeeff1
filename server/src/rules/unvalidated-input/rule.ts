import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Module, Node, Span } from '../../ir/types';
import { walk } from '../../ir/walk';
import { enclosingFunction, nodesAt } from '../edits';
import {
  calledFunctions,
  contains,
  detection,
  isTestFile,
  outerFunction,
  sitesOf,
} from '../report';
import { exposure, type Rule, type RuleContext, stringOf } from '../rule';

const message =
  'What the request sends is stored here as it comes: any type, any length. Check that it has the form that you expect, and answer 400 when it has not.';

/** Libraries that check requests. Where one is imported, it may do so out of sight. */
const validators =
  /^(?:zod|joi|yup|ajv|express-validator|celebrate|validator|class-validator|superstruct|valibot|io-ts|@hapi\/joi|@sinclair\/typebox|fastest-validator|pydantic|marshmallow|cerberus|wtforms|flask_wtf|voluptuous|jsonschema|rest_framework|django\.forms|attrs?|fastapi)/;

/** CWE-20: data that nobody looked at before it is stored. */
export const rule: Rule = {
  id: 'unvalidated-input',
  title: 'Input that is stored without a check',
  cwe: [20],
  owasp: 'A06:2025 Insecure Design',
  severity: 'hint',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'php', 'java'],
  siteKinds: ['sql', 'sql-values'],
  check(site, context) {
    if (isTestFile(site.file)) return undefined;
    const from = storedInput(site, context);
    if (!from || [...context.flow.imports].some((name) => validators.test(name))) return undefined;
    const around = outerFunction(context.module, site.node);
    if (looksAtInput(around, context)) return undefined;
    // One piece of advice per handler is enough.
    const first = sitesOf(context, 'sql', 'sql-values').find(
      (other) => contains(around, other.node) && storedInput(other, context) !== undefined,
    );
    if (first?.node !== site.node) return undefined;
    return detection(site, 'hint', message, { at: from.arg.node, taint: from.taint });
  },
};

/** Data of a request among the values of a statement that writes. */
function storedInput(site: Site, context: RuleContext) {
  const arg: SiteArg | undefined = role(site, 'params') ?? role(site, 'values');
  // Values for a prepared statement: which one, the function tells.
  const statements =
    site.kind === 'sql' ? [site] : sitesOf(context, 'sql').filter(({ fn }) => fn === site.fn);
  const writes = statements.some((statement) => {
    const text = role(statement, 'text');
    const sql = stringOf(text) ?? text?.value.text?.pieces[0]?.text ?? '';
    return /^\s*(?:insert|update|replace)\b/i.test(sql);
  });
  if (!arg || !writes) return undefined;
  const found = exposure(arg.value, 'unvalidated-input', context.flow);
  return found.level === 'remote' ? { arg, taint: found.taint } : undefined;
}

/**
 * Any test of a condition counts, also in a function of this file that is called: what it tests is
 * the business of the person who wrote it.
 */
function looksAtInput(around: Span, context: RuleContext): boolean {
  const { module } = context;
  const outer =
    nodesAt(module, around).find(
      ({ start, end }) => start === around.start && end === around.end,
    ) ??
    enclosingFunction(module, around)?.body ??
    module;
  return [outer, ...calledFunctions(outer, module).map(({ body }) => body)].some((part) =>
    hasTest(part, context),
  );
}

function hasTest(part: Node | Module, context: RuleContext): boolean {
  let found = false;
  walk(part, (node) => {
    if (node.kind === 'if' || node.kind === 'conditional' || node.kind === 'throw') found = true;
    if (
      node.kind === 'call' &&
      // Reading JSON says nothing of what is in it.
      !/^JSON\b/.test(context.text.slice(node.callee.start, node.callee.end)) &&
      /valid|check|parse|assert|sanitize|number|^int$|^float$|schema/i.test(
        context.text.slice(node.callee.start, Math.min(node.callee.end, node.callee.start + 80)),
      )
    ) {
      found = true;
    }
  });
  return found;
}
