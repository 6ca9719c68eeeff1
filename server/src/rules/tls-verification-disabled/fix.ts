import type { Call, Expr, Span } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importClass } from '../repairs/imports';
import { booleanText, replaceValue } from '../repairs/options';
import { removeStatement } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/**
 * Switches the check on again. A preview where it is about certificates: servers with one of their own
 * are refused then, until the program knows who signed it.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const isProtocol = site.spec?.data?.part === 'protocol';
  const draft = (title: string, edits: readonly TextEdit[] | undefined): readonly FixDraft[] =>
    edits && edits.length > 0 ? [{ title, edits, safe: isProtocol }] : [];
  const { node } = site;
  const switched = settingsIn(node, context).flatMap((setting) => switchOver(setting, context));
  const title = isProtocol ? 'Allow TLS 1.2 and later only' : 'Check the certificate';
  return [
    ...draft(title, switched),
    ...draft(title, special(node, context)),
    ...draft('Leave the check on', removal(node, context)),
  ];
}

// ---------------------------------------------------------------------------------------------
// Settings: a name and its value

interface Setting {
  readonly name: string;
  readonly value: Expr;
}

/** What a call or assignment sets: keywords, options, also those in a variable, `name = value`. */
function settingsIn(node: Expr, context: RuleContext): readonly Setting[] {
  if (node.kind === 'assign') {
    const { target, value } = node;
    if (!value) return [];
    const name =
      target.kind === 'member'
        ? target.property
        : target.kind === 'index' && target.index.kind === 'literal'
          ? String(target.index.value)
          : target.kind === 'name'
            ? target.name
            : '';
    return [{ name, value }, ...entriesOf(value, context)];
  }
  if (node.kind !== 'call') return entriesOf(node, context);
  const { callee, args } = node;
  const method = callee.kind === 'member' ? callee.property : source(context, callee);
  const found: Setting[] = [];
  for (const [i, { name, value }] of args.entries()) {
    const before = args[i - 1]?.value;
    // `curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false)`: the option's name is an argument.
    const option =
      before && /^[\w\\.:]+$/.test(source(context, before)) ? source(context, before) : '';
    found.push({ name: name ?? (option === '' ? method : `${method} ${option}`), value });
    found.push(...entriesOf(value, context));
  }
  return found;
}

function entriesOf(node: Expr, context: RuleContext): readonly Setting[] {
  const given = node.kind === 'name' ? assignmentsTo(node.name, node, context.module) : [node];
  return given.flatMap((one): readonly Setting[] => {
    if (one.kind === 'list') return one.elements.map(({ value }) => ({ name: '', value }));
    if (one.kind !== 'map') return [];
    return one.entries.flatMap(({ key, value }) => [
      ...(key ? [{ name: nameOf(key, context), value }] : []),
      ...(value.kind === 'map' || value.kind === 'name' ? entriesOf(value, context) : []),
    ]);
  });
}

function nameOf(key: Expr, context: RuleContext): string {
  return key.kind === 'literal' ? String(key.value) : source(context, key);
}

const checks =
  /reject_?unauthorized|verif|strict_?ssl|check_?hostname|assert_hostname|validate|check_?server|sslverify|crypto|peer/i;
const gaps =
  /insecure|allow_?(?:invalid|self|untrusted)|trust_?(?:all|server)|accept_?invalid|no_?check|skip|disable/i;

/** Names of what checks nothing, and of what checks. */
const constants: readonly (readonly [RegExp, string])[] = [
  [/\bCERT_(?:NONE|OPTIONAL)\b/, 'CERT_REQUIRED'],
  [/\bVERIFY_NONE\b/, 'VERIFY_PEER'],
  [/\bOPT_X_TLS_(?:NEVER|ALLOW)\b/, 'OPT_X_TLS_DEMAND'],
  [/\b(?:AutoAddPolicy|WarningPolicy)\b/, 'RejectPolicy'],
  [/\bTLSVersion\.(?:SSLv3|TLSv1(?:_1)?|MINIMUM_SUPPORTED)\b/, 'TLSVersion.TLSv1_2'],
  [/\bTlsVersion\.(?:SSL_3_0|TLS_1_[01])\b/, 'TlsVersion.TLS_1_2'],
  [/\b(?:SSL[23]|TLS1(?:_1)?)_VERSION\b/, 'TLS1_2_VERSION'],
];

function switchOver({ name, value }: Setting, context: RuleContext): readonly TextEdit[] {
  const text = newValue(name, value, context);
  return text === undefined ? [] : [replaceValue(value, text, context)];
}

function newValue(name: string, value: Expr, context: RuleContext): string | undefined {
  const written = source(context, value);
  if (value.kind !== 'literal') {
    if (value.kind === 'list' || value.kind === 'map' || value.kind === 'function')
      return undefined;
    const known = constants.find(([pattern]) => pattern.test(written));
    return known && written.replace(known[0], known[1]);
  }
  const isGap = gaps.test(name);
  if (typeof value.value === 'boolean') {
    // libcurl compares the name with 2 only.
    if (/VERIFYHOST$/.test(name)) return value.value ? undefined : '2';
    if (isGap) return value.value ? booleanText(false, context) : undefined;
    return checks.test(name) && !value.value ? booleanText(true, context) : undefined;
  }
  if (typeof value.value === 'number') {
    if (/VERIFYHOST$/i.test(name)) return value.value < 2 ? '2' : undefined;
    return checks.test(name) && value.value === 0 ? '1' : undefined;
  }
  if (typeof value.value !== 'string') return undefined;
  return newText(name, value.value, value, context);
}

function newText(name: string, text: string, value: Expr, context: RuleContext) {
  const mark = context.text[value.start - 1] ?? '"';
  const quoted = (inside: string) => (/['"]/.test(mark) ? mark + inside + mark : undefined);
  if (/^none$/i.test(text) && /cert|verify/i.test(name)) {
    return quoted(/ssl_cert_reqs/.test(name) ? 'required' : 'peer');
  }
  if (text === 'CERT_NONE') return quoted('CERT_REQUIRED');
  const versions = text.split(',').map((one) => one.trim());
  const kept = versions.filter((one) => !oldVersion.test(one));
  if (kept.length === versions.length) return undefined;
  if (kept.length > 0) return quoted(kept.join(','));
  if (/getInstance/.test(name)) return quoted('TLS');
  const method = /_(?:client_|server_)?method$/.exec(text)?.[0] ?? '';
  const dot = /^TLSv1_1|_/.test(text) || context.module.language === 'ruby' ? '_' : '.';
  return quoted(`TLSv1${dot}2${method}`);
}

const oldVersion = /^(?:SSL(?:v[23]|v23)?|TLSv?1(?:[._][01])?)(?:_\w*method)?$/i;

// ---------------------------------------------------------------------------------------------
// Functions that check nothing

function special(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  walk(node, (inner) => {
    // https://docs.python.org/3/library/ssl.html#ssl.create_default_context
    if (inner.kind === 'member' && inner.property === '_create_unverified_context') {
      edits.push({ ...spanOf(inner.propertySpan), newText: 'create_default_context' });
    }
    if (inner.kind !== 'call' || !inner.isNew) return;
    const made = source(context, inner.callee);
    const client = /(?:^|\.)DefaultHttpClient$/.test(made) && inner.args.length === 0;
    if (client && isDeclaredAs(inner, /\bHttpClient$/, context)) {
      const builder = importClass(context, 'org.apache.http.impl.client.HttpClientBuilder');
      const text = `${builder.name}.create().useSystemProperties().build()`;
      edits.push({ ...spanOf(inner), newText: text }, ...builder.edits);
    }
  });
  return edits;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function isDeclaredAs(of: Expr, type: RegExp, { module, text }: RuleContext): boolean {
  const around = nodesAt(module, of).findLast((node) => node.kind === 'assign');
  if (around?.kind !== 'assign' || around.value !== of) return false;
  const lineStart = text.lastIndexOf('\n', around.target.start) + 1;
  return type.test(text.slice(lineStart, around.target.start).trim());
}

/** Calls that take the check away, and nothing else. */
const switches =
  /^(?:set)?(?:Default|SSL)?HostnameVerifier$|^(?:loadTrustMaterial|trustManager|withoutVerifying|setProperty|disable_warnings)$/i;

/** Takes a statement or a link of a chain away that is there for nothing else. */
function removal(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const isVariable =
    node.kind === 'assign' &&
    /NODE_TLS_REJECT|PYTHONHTTPSVERIFY/.test(source(context, node.target));
  if (isVariable) return removeStatement(node, context);
  if (node.kind !== 'call' || node.callee.kind !== 'member') return undefined;
  if (!switches.test(node.callee.property)) return undefined;
  const parent = nodesAt(context.module, node).at(-2);
  if (parent?.kind === 'expr') {
    if (node.callee.object.kind !== 'call') return removeStatement(node, context);
  }
  if (node.callee.object.kind !== 'call') return undefined;
  return [{ start: node.callee.object.end, end: node.end, newText: '' }];
}

/** The call that a function is given to, when all that it does is to say yes. */
function givenTo(fn: Span, context: RuleContext): Call | undefined {
  return nodesOf(context.module, 'call').find(({ args }) =>
    args.some(({ value }) => value.start === fn.start && value.end === fn.end),
  );
}

/** Repairs of what is seen without a call: versions, and functions that look at nothing. */
export function renamed(span: Span, newText: string): readonly FixDraft[] {
  const { start, end } = span;
  const edits = [{ start, end, newText }];
  return [{ title: 'Allow TLS 1.2 and later only', edits, safe: true }];
}

/** A function that says yes to everything goes with the call that it is given to. */
export function withoutCheck(fn: Span, context: RuleContext): readonly FixDraft[] {
  const call = givenTo(fn, context);
  const edits = call && removal(call, context);
  return edits ? [{ title: 'Leave the check on', edits, safe: false }] : [];
}
