import { role, type Site } from '../../engine/sites';
import type { FunctionNode, Module, Node, Span } from '../../ir/types';
import {
  calledFunctions,
  contains,
  detection,
  headOf,
  isTestFile,
  namesIn,
  sitesOf,
} from '../report';
import { type Rule, type RuleContext, stringOf } from '../rule';

const message =
  'This route changes data, and nothing here checks who is asking. If it is not meant for everyone, check that the visitor is logged in and may change this record.';

const skipMessage =
  'This leaves out the check of who asks for all actions but the named ones, also for those that are written later. Name the open actions with `only:`.';

/** Names of middleware, decorators and variables that check or hold who is asking. */
const guardName =
  /auth|login|logged|guard|protect|permission|permit|require|allow|admin|role|jwt|passport|verify|ensure|session|current_?user|principal|policy|access|token|credential|api_?key|owner|member/i;

/** What everyone has to reach: before a login there is no one to check. */
const openPath =
  /log-?(?:in|out)|sign-?(?:in|up|out)|regist|sessions?|auth|token|password|forgot|reset|verify|confirm|contact|subscri|newsletter|webhook|callback|hook|feedback|search|health|oauth|csp|report|graphql/i;

/** `app.use(requireLogin)`: what follows is guarded. Laravel: `middleware('auth')` around routes. */
const guardInFront =
  /\.use\([^;\n]*(?:auth|login|guard|protect|jwt|passport|session|token)|middleware\(\s*\[?\s*['"]auth/i;
const routeMiddleware = /\s*->\s*(?:middleware|can)\(/y;
const guarded = new WeakMap<Module, boolean>();

function hasGuardInFront({ module, text }: RuleContext): boolean {
  const known = guarded.get(module) ?? guardInFront.test(text);
  guarded.set(module, known);
  return known;
}

const changes =
  /^(?:create|save|insert\w*|update\w*|delete\w*|destroy\w*|remove\w*|upsert|bulk\w+|findByIdAnd\w+|findOneAnd\w+|persist|merge|commit|increment|decrement|truncate|writeFile\w*|unlink\w*|update_or_create|get_or_create)$/;

/** CWE-862: a change that everyone may make. */
export const rule: Rule = {
  id: 'missing-authorization',
  title: 'Change without a check who asks',
  cwe: [862, 306],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'hint',
  languages: ['javascript', 'typescript', 'python', 'ruby', 'java', 'php'],
  siteKinds: ['route', 'guard'],
  check(site, context) {
    if (isTestFile(site.file)) return undefined;
    if (site.kind === 'guard') return checkSkip(site, context);
    if (site.spec?.data?.guarded === 'yes' || !isMutating(site)) return undefined;
    const path = stringOf(role(site, 'path')) ?? '';
    if (openPath.test(path) || signsUp(site, path) || isGuarded(site, context)) return undefined;
    const handlers = handlersOf(site);
    if (handlers.length === 0 || !handlers.some((fn) => changesData(fn, context))) return undefined;
    if (handlers.some((fn) => asksWho(fn, context))) return undefined;
    return detection(site, 'hint', message, { at: headOf(site) });
  },
};

/** Rails' `skip_before_action :require_login, except: …`. */
function checkSkip(site: Site, context: RuleContext) {
  const [first] = site.args;
  if (site.spec?.data?.part !== 'skip' || !first) return undefined;
  return guardName.test(textOf(first.node, context))
    ? detection(site, 'hint', skipMessage)
    : undefined;
}

/** `POST /users` makes an account. */
function signsUp(site: Site, path: string): boolean {
  return site.spec?.data?.method === 'post' && /(?:users?|accounts?|members?)\/?$/i.test(path);
}

function isMutating(site: Site): boolean {
  const method = site.spec?.data?.method ?? 'any';
  if (method !== 'any') return ['post', 'put', 'patch', 'delete'].includes(method);
  const methods = role(site, 'methods')?.value.shape;
  return (
    methods?.kind === 'list' &&
    methods.elements.some(({ constant }) =>
      /^(?:post|put|patch|delete)$/i.test(String(constant?.value)),
    )
  );
}

/** Middleware in front of the handler, a decorator beside the route's, or a guard of the file. */
function isGuarded(site: Site, context: RuleContext): boolean {
  if (site.args.slice(1, -1).some(({ node }) => guardName.test(textOf(node, context)))) return true;
  const decorators = site.decorates?.decorators ?? [];
  if (decorators.some(({ expr }) => expr !== site.node && guardName.test(textOf(expr, context)))) {
    return true;
  }
  const params = site.decorates?.params ?? [];
  if (params.some((param) => guardName.test(context.text.slice(param.start, param.end))))
    return true;
  // Laravel: `Route::delete(…)->middleware('auth')`.
  routeMiddleware.lastIndex = site.node.end;
  if (routeMiddleware.test(context.text) || hasGuardInFront(context)) return true;
  return sitesOf(context, 'guard').some(({ spec, decorates }) =>
    spec?.data?.part === 'skip'
      ? false
      : spec?.data?.scope === 'route'
        ? decorates !== undefined && decorates === site.decorates
        : true,
  );
}

function textOf(node: Span, context: RuleContext): string {
  return context.text.slice(node.start, Math.min(node.end, node.start + 200));
}

function handlersOf(site: Site): readonly FunctionNode[] {
  if (site.decorates) return [site.decorates];
  return site.args.flatMap(({ value }) => value.fn?.fn ?? []);
}

/** Whether a function, or one of this file that it calls, looks at who is asking. */
function asksWho(fn: FunctionNode, { module }: RuleContext): boolean {
  return [fn, ...calledFunctions(fn.body, module)].some((each) =>
    [...namesIn(each)].some((name) => guardName.test(name)),
  );
}

function changesData(fn: FunctionNode, context: RuleContext): boolean {
  const body: Node = fn.body;
  const writes = sitesOf(context, 'sql', 'mass-assignment', 'file-path').some(
    (site) => contains(body, site.node) && isWrite(site),
  );
  return writes || [...namesIn(body)].some((name) => changes.test(name));
}

function isWrite(site: Site): boolean {
  if (site.kind === 'mass-assignment') return true;
  if (site.kind === 'file-path')
    return site.spec?.data?.op === 'write' || site.spec?.data?.op === 'delete';
  const text = role(site, 'text')?.value;
  const sql = stringOf(role(site, 'text')) ?? text?.text?.pieces[0]?.text ?? '';
  return /^\s*(?:insert|update|delete|replace|merge|drop|truncate)\b/i.test(sql);
}
