import type { Assign, Call, Expr, FunctionNode, Module, Target } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import { isTestFile, namesIn } from '../report';
import type { Observation, Rule, RuleContext } from '../rule';
import { expectOrigin, nameTarget, wholeOrigin } from './fix';

const advice = 'Compare `event.origin` with the whole address of the site that you expect.';

const listenMessage = `Every website that opens this page, or is shown in it, can send it messages. Nothing here looks at who sent this one. ${advice}`;
const partMessage = `This looks at a part of the origin only, so a site such as \`https://yours.example.attacker.net\` passes. ${advice}`;
const sendMessage =
  'With `*` this message goes to whatever page is in that window by then, also one of a stranger. Name the origin that it is for.';

/** CWE-346: messages between windows from anyone, or for anyone. */
export const rule: Rule = {
  id: 'message-origin',
  title: 'Messages between windows without an origin',
  cwe: [346, 345],
  owasp: 'A07:2025 Authentication Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript'],
  siteKinds: [],
  inspect(context) {
    const { module, text, flow } = context;
    // A webview of VS Code has no other sender than its extension.
    if (isTestFile(flow.file) || !/message/i.test(text) || text.includes('acquireVsCodeApi')) {
      return [];
    }
    return [
      ...nodesOf(module, 'call').flatMap((call) => [
        ...checkListener(call, context),
        ...checkTarget(call, context),
      ]),
      ...nodesOf(module, 'assign').flatMap((assign) => checkAssigned(assign, context)),
    ];
  },
};

/** The page's own window; `self` is mostly a worker's, which only its own page talks to. */
function isWindow(node: Expr): boolean {
  return node.kind === 'name' && (node.name === 'window' || node.name === 'globalThis');
}

/** `window.addEventListener('message', …)`; also jQuery's `$(window).on('message', …)`. */
function checkListener(call: Call, context: RuleContext): readonly Observation[] {
  const { callee, args } = call;
  const [event, handler] = args;
  if (callee.kind !== 'member' || !event || !handler) return [];
  if (event.value.kind !== 'literal' || event.value.value !== 'message') return [];
  const { object, property } = callee;
  const [of] = object.kind === 'call' ? object.args : [];
  const isListener =
    property === 'addEventListener'
      ? isWindow(object)
      : (property === 'on' || property === 'bind') && of !== undefined && isWindow(of.value);
  if (!isListener) return [];
  return checkHandler(handler.value, { start: call.start, end: event.end }, context);
}

/** `window.onmessage = …`. */
function checkAssigned(assign: Assign, context: RuleContext): readonly Observation[] {
  const { target, value } = assign;
  if (target.kind !== 'member' || target.property !== 'onmessage' || !value) return [];
  return isWindow(target.object)
    ? checkHandler(value, { start: target.start, end: target.end }, context)
    : [];
}

/** A comparison of the origin's beginning, end or middle. */
const partOfOrigin = /\borigin\s*\.\s*(?:includes|indexOf|search|startsWith|endsWith)\s*\(/;
/** Names by which a handler looks at who sent the message: by address, or as the window. */
const senderNames = ['origin', 'source'];

function checkHandler(
  handler: Expr,
  at: Observation['at'],
  context: RuleContext,
): readonly Observation[] {
  const fn = functionOf(handler, context.module);
  const [param] = fn?.params ?? [];
  if (!fn || !param) return [];
  const code = context.text.slice(fn.start, fn.end);
  if (partOfOrigin.test(code) && !/\.origin\s*(?:!==?|===?)/.test(code)) {
    const fixes = () => wholeOrigin(fn, context);
    return [{ at, severity: 'warning', message: partMessage, fixes }];
  }
  const names = new Set(namesIn(fn));
  for (const key of keysOf(param.target)) names.add(key);
  if (senderNames.some((name) => names.has(name)) || isPassedOn(fn, param.target)) return [];
  const severity = names.has('data') ? 'warning' : 'hint';
  return [{ at, severity, message: listenMessage, fixes: () => expectOrigin(fn, context) }];
}

/** The function itself, or that of the file which has this name. */
function functionOf(handler: Expr, module: Module): FunctionNode | undefined {
  if (handler.kind === 'function') return handler.fn;
  if (handler.kind !== 'name') return undefined;
  const { name } = handler;
  const declared = nodesOf(module, 'function-decl').find(({ fn }) => fn.name === name);
  if (declared) return declared.fn;
  const assigned = nodesOf(module, 'assign').find(
    ({ target, value }) =>
      target.kind === 'name' && target.name === name && value?.kind === 'function',
  );
  return assigned?.value?.kind === 'function' ? assigned.value.fn : undefined;
}

/** The keys that a parameter such as `{ origin, data }` takes. */
function keysOf(target: Target): readonly string[] {
  const keys: string[] = [];
  walk(target, (node) => {
    if (node.kind === 'name') keys.push(node.name);
    else if (node.kind === 'literal') keys.push(String(node.value));
  });
  return keys;
}

/** Whether another function gets the whole event, and may look at its origin. */
function isPassedOn(fn: FunctionNode, event: Target) {
  if (event.kind !== 'name') return false;
  let passed = false;
  walk(fn.body, (node) => {
    if (node.kind !== 'call') return;
    const isLog =
      node.callee.kind === 'member' && /^(?:log|debug|info)$/.test(node.callee.property);
    if (!isLog && node.args.some(({ value }) => value.kind === 'name' && value.name === event.name))
      passed = true;
  });
  return passed;
}

/** `other.postMessage(data, '*')`; workers and ports take a list there. */
function checkTarget(call: Call, context: RuleContext): readonly Observation[] {
  const { callee, args } = call;
  const [data, origin] = args;
  if (callee.kind !== 'member' || callee.property !== 'postMessage' || !data || !origin) return [];
  const target = originOf(origin.value);
  if (target?.kind !== 'literal' || target.value !== '*') return [];
  // A text that everyone may read says nothing to a stranger.
  const severity = data.value.kind === 'literal' ? 'hint' : 'warning';
  const at = { start: call.start, end: call.end };
  return [{ at, severity, message: sendMessage, fixes: () => nameTarget(target, context) }];
}

function originOf(given: Expr): Expr | undefined {
  if (given.kind !== 'map') return given;
  return given.entries.find(({ key }) => key?.kind === 'literal' && key.value === 'targetOrigin')
    ?.value;
}
