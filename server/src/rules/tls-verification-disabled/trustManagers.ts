import type { ClassNode, Expr, FunctionNode } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { Observation, RuleContext } from '../rule';
import { withoutCheck } from './fix';

const trustManagers = /^(?:X509(?:Extended)?)?TrustManager$/;
/** Apache HttpClient: `loadTrustMaterial(null, (chain, type) => true)`. */
const trustSetters = /^loadTrustMaterial$/;
const verifierSetters = /^(?:set)?(?:Default|SSL)?HostnameVerifier$/i;

/**
 * Java classes that accept every certificate or every host name, and lambdas that do: a method that
 * should throw does nothing, or one that should compare says yes to all.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/javax/net/ssl/X509TrustManager.html
 */
export function trustingClasses(
  context: RuleContext,
  messages: { readonly certificate: string; readonly hostname: string },
): readonly Observation[] {
  const { module } = context;
  const found: Observation[] = [];
  if (module.language !== 'java') return found;
  const report = ({ start, end, nameSpan }: FunctionNode, message: string) => {
    const at = nameSpan ?? { start, end };
    const fixes = () => withoutCheck({ start, end }, context);
    found.push({ at, severity: 'warning', message, fixes });
  };
  for (const { cls } of [...nodesOf(module, 'class'), ...nodesOf(module, 'class-decl')]) {
    const check = extending(cls, trustManagers) && methodOf(cls, 'checkServerTrusted');
    if (check && doesNothing(check)) report(check, messages.certificate);
    const trusts = extending(cls, /^TrustStrategy$/) && methodOf(cls, 'isTrusted');
    if (trusts && saysYes(trusts)) report(trusts, messages.certificate);
    const verify = extending(cls, /^HostnameVerifier$/) && methodOf(cls, 'verify');
    if (verify && saysYes(verify)) report(verify, messages.hostname);
  }
  for (const { type = '', value } of nodesOf(module, 'assign')) {
    if (value?.kind !== 'function' || !saysYes(value.fn)) continue;
    if (/(?:^|\.)TrustStrategy$/.test(type)) report(value.fn, messages.certificate);
    else if (/(?:^|\.)HostnameVerifier$/.test(type)) report(value.fn, messages.hostname);
  }
  for (const { callee, args } of nodesOf(module, 'call')) {
    if (callee.kind !== 'member') continue;
    const isTrust = trustSetters.test(callee.property);
    if (!isTrust && !verifierSetters.test(callee.property)) continue;
    const given = args.map(({ value }) => value).find(({ kind }) => kind === 'function');
    if (given?.kind === 'function' && saysYes(given.fn))
      report(given.fn, isTrust ? messages.certificate : messages.hostname);
  }
  return found;
}

function extending({ supers }: ClassNode, name: RegExp): boolean {
  return supers.some((base) => name.test(lastName(base)));
}

function lastName(expr: Expr): string {
  if (expr.kind === 'member') return expr.property;
  return expr.kind === 'name' ? expr.name : '';
}

function methodOf({ methods }: ClassNode, name: string): FunctionNode | undefined {
  return methods.find((method) => method.name === name);
}

/** A body without statements; a method that only an interface declares has none. */
function doesNothing({ body }: FunctionNode): boolean {
  const isWritten = body.end > body.start;
  return isWritten && body.body.every((stmt) => stmt.kind === 'return' && !stmt.value);
}

function saysYes({ body }: FunctionNode): boolean {
  const [only, ...more] = body.body;
  if (only?.kind !== 'return' || more.length > 0) return false;
  return only.value?.kind === 'literal' && only.value.value === true;
}
