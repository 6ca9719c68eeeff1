import { role, type SiteArg } from '../../engine/sites';
import type { Call, Expr, Literal, Span } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, nodesAt, source } from '../edits';
import { importClass, importModule } from '../repairs/imports';
import { booleanText, replaceValue, setEntry, setKeyword } from '../repairs/options';
import { insertAfter, ownLine } from '../repairs/statements';
import { contains } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/** Schemes, and those that do the same with TLS. */
const encrypted: Readonly<Record<string, string>> = {
  http: 'https',
  ws: 'wss',
  ldap: 'ldaps',
  ftp: 'https',
};

/** Previews: whether the other side can do it, only the person knows. */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const drafts: FixDraft[] = [];
  for (const arg of [role(site, 'url'), ...site.args]) {
    const found = arg && schemeEdits(arg, context);
    if (!found || drafts.length > 0) continue;
    const client = site.node.kind === 'call' ? nodeClient(site.node, context) : [];
    if (client) {
      const edits = [...found.edits, ...client];
      drafts.push({ title: `Use ${found.scheme}://`, edits, safe: false });
    }
  }
  const { node } = site;
  const edits =
    node.kind === 'call'
      ? encryptedCall(node, context)
      : node.kind === 'assign' && node.value && isFalse(node.value)
        ? [replaceValue(node.value, booleanText(true, context), context)]
        : undefined;
  if (edits && edits.length > 0) {
    drafts.push({ title: 'Encrypt the connection', edits, safe: false });
  }
  return drafts;
}

/** The scheme of an address that is written in this file, in the argument or where it comes from. */
function schemeEdits(arg: SiteArg, context: RuleContext) {
  const literals = new Set<Literal>();
  const visit = (node: Expr, depth: number) =>
    walk(node, (inner) => {
      if (inner.kind === 'literal' && typeof inner.value === 'string') literals.add(inner);
      if (inner.kind !== 'name' || depth > 1) return;
      for (const given of assignmentsTo(inner.name, inner, context.module)) visit(given, depth + 1);
      const value = defaultOf(inner.name, inner, context);
      if (value) visit(value, depth + 1);
    });
  visit(arg.node, 0);
  const edits: TextEdit[] = [];
  let scheme = '';
  for (const { start, end } of literals) {
    const [, known = ''] = /^([a-z]+):\/\//i.exec(context.text.slice(start, end)) ?? [];
    const better = encrypted[known.toLowerCase()];
    if (!better) continue;
    scheme = better;
    edits.push({ start, end: start + known.length, newText: better });
  }
  return edits.length > 0 ? { edits, scheme } : undefined;
}

function defaultOf(name: string, at: Span, { module }: RuleContext): Expr | undefined {
  const param = enclosingFunction(module, at)?.params.find(
    ({ target }) => target.kind === 'name' && target.name === name,
  );
  return param?.default;
}

function encryptedCall(call: Call, context: RuleContext): readonly TextEdit[] | undefined {
  const { callee, args } = call;
  const name = callee.kind === 'member' ? callee.property : source(context, callee);
  switch (context.module.language) {
    case 'python':
      if (name === 'FTP') return pythonFtp(call, context);
      // With another port they speak TLS from the first byte.
      if (/^(?:IMAP4|POP3)$/.test(name) && callee.kind === 'member' && args.length === 1) {
        return [{ start: callee.propertySpan.end, end: callee.propertySpan.end, newText: '_SSL' }];
      }
      return args.flatMap(({ name: keyword, value }) =>
        keyword && /encrypt|tls|ssl|secure/i.test(keyword) && isFalse(value)
          ? (setKeyword(call, keyword, booleanText(true, context), context) ?? [])
          : [],
      );
    case 'ruby':
      return /\bFTP\b/.test(source(context, callee))
        ? setKeyword(call, 'ssl', 'true', context)
        : undefined;
    case 'php':
      return /^ftp_/.test(name) ? phpFtp(call, context) : undefined;
    case 'java':
      if (/^set(?:SSL|TLS|StartTLS)/.test(name) && args[0] && isFalse(args[0].value)) {
        return [replaceValue(args[0].value, 'true', context)];
      }
      return call.isNew && /(?:^|\.)FTPClient$/.test(source(context, callee))
        ? javaFtp(call, context)
        : undefined;
    default:
      return nodeOptions(call, context);
  }
}

function isFalse(value: Expr): boolean {
  return value.kind === 'literal' && value.value === false;
}

/** Node's own client takes addresses of its own scheme only; one for both sides must fit its agent. */
function nodeClient(call: Call, context: RuleContext): readonly TextEdit[] | undefined {
  const { callee } = call;
  const { language } = context.module;
  if (language !== 'javascript' && language !== 'typescript') return [];
  if (callee.kind !== 'member' || source(context, callee.object) !== 'http') return [];
  if (!/^(?:get|request)$/.test(callee.property)) return undefined;
  if (/\bagent\b/.test(source(context, call))) return undefined;
  const https = importModule(context, 'https', 'https');
  const known = https.edits.length === 0 ? https : importModule(context, 'node:https', 'https');
  return [replaceValue(callee.object, known.name, context), ...known.edits];
}

/** `secure` of the FTP clients of Node.js. */
function nodeOptions(call: Call, context: RuleContext): readonly TextEdit[] | undefined {
  const options = call.args[0]?.value;
  const client = nodeClient(call, context);
  if (client && client.length > 0) return client;
  const isFtp = /require\(['"](?:basic-)?ftp['"]\)|from ['"](?:basic-)?ftp['"]/.test(context.text);
  return isFtp && options?.kind === 'map'
    ? setEntry(options, 'secure', 'true', context)
    : undefined;
}

/**
 * The class with TLS protects the login; `prot_p` protects the files:
 * https://docs.python.org/3/library/ftplib.html#ftplib.FTP_TLS
 */
function pythonFtp(call: Call, context: RuleContext): readonly TextEdit[] | undefined {
  const { callee } = call;
  const variable = variableOf(call, context);
  if (callee.kind !== 'member' || variable === undefined) return undefined;
  const logsIn = call.args.length > 1 ? call : callOn(variable, 'login', call, context);
  const statement = logsIn && ownLine(logsIn, context);
  const protect = statement && insertAfter(statement, [`${variable}.prot_p()`], context);
  const { start, end } = callee.propertySpan;
  return protect && [{ start, end, newText: 'FTP_TLS' }, protect];
}

/** https://commons.apache.org/proper/commons-net/apidocs/org/apache/commons/net/ftp/FTPSClient.html */
function javaFtp(call: Call, context: RuleContext): readonly TextEdit[] | undefined {
  const variable = variableOf(call, context);
  const login = variable && callOn(variable, 'login', call, context);
  const statement = login && ownLine(login, context);
  if (!variable || !statement) return undefined;
  const secure = importClass(context, 'org.apache.commons.net.ftp.FTPSClient');
  const lines = [`${variable}.execPBSZ(0);`, `${variable}.execPROT("P");`];
  const protect = insertAfter(statement, lines, context);
  return protect && [replaceValue(call.callee, secure.name, context), protect, ...secure.edits];
}

/** https://www.php.net/ftp_ssl_connect: where the connection is made. */
function phpFtp(call: Call, context: RuleContext): readonly TextEdit[] {
  const fn = enclosingFunction(context.module, call) ?? context.module;
  return nodesOf(context.module, 'call').flatMap(({ callee }): readonly TextEdit[] => {
    if (!contains(fn, callee) || source(context, callee) !== 'ftp_connect') return [];
    // The program chooses which of both it takes.
    if (nodesAt(context.module, callee).some(({ kind }) => kind === 'conditional')) return [];
    return [replaceValue(callee, 'ftp_ssl_connect', context)];
  });
}

function variableOf(call: Call, { module }: RuleContext): string | undefined {
  const around = nodesAt(module, call).findLast((node) => node.kind === 'assign');
  return around?.kind === 'assign' && around.value === call && around.target.kind === 'name'
    ? around.target.name
    : undefined;
}

function callOn(variable: string, method: string, beside: Span, { module }: RuleContext) {
  const fn = enclosingFunction(module, beside) ?? module;
  return nodesOf(module, 'call').find(
    (call) =>
      contains(fn, call) &&
      call.callee.kind === 'member' &&
      call.callee.property === method &&
      call.callee.object.kind === 'name' &&
      call.callee.object.name === variable,
  );
}
