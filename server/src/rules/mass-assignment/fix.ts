import { role, type Site } from '../../engine/sites';
import type { Call, Expr, Span } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingStatement, indentationAt, lineBreak, nodesAt, quote, source } from '../edits';
import { removeItem } from '../repairs/options';
import { placeholder, recordNames, shownFields } from '../repairs/recordFields';
import { declaration, freeName } from '../repairs/refuse';
import { insertBefore, ownLine } from '../repairs/statements';
import { outerFunction } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { privileged } from './privileged';

/**
 * Repairs of a record that takes whatever the request sends: the fields are named. Which ones, the
 * file shows in what it reads of the record, or the person fills in; so all are previews.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  if (site.spec?.data?.part === 'fields') return withoutPrivileged(site, context);
  const { language } = context.module;
  const names = namesAround(site, context);
  const data = role(site, 'attributes')?.node;
  const dataName = data ? source(context, dataOf(data, context)) : undefined;
  const shown = shownFields(names, dataName, outerFunction(context.module, site.node), context);
  const fields = shown.length > 0 ? shown : placeholder;
  const edits =
    site.spec?.data?.guard === 'no'
      ? instead(site, fields, context)
      : language === 'python'
        ? inPython(site, fields, context)
        : language === 'ruby'
          ? inRuby(role(site, 'attributes')?.node, fields, context)
          : language === 'php'
            ? inPhp(role(site, 'attributes')?.node, fields, context)
            : language === 'java'
              ? inJava(site, fields, context)
              : inJavaScript(site, fields, context);
  if (!edits) return [];
  return [{ title: `Take only named fields (${fields.join(', ')})`, edits, safe: false }];
}

/** What the record and the data are called. */
function namesAround(site: Site, context: RuleContext): readonly string[] {
  const { node } = site;
  const names: string[] = [];
  if (node.kind === 'call') {
    const { callee } = node;
    const isAssign = site.spec?.data?.orm === 'object';
    const isCopy = site.spec?.data?.orm === 'beans';
    const record =
      isAssign || isCopy
        ? node.args[isCopy ? 1 : 0]?.value
        : callee.kind === 'member'
          ? callee.object
          : callee;
    names.push(...recordNames(record, context));
    const stmt = enclosingStatement(context.module, node);
    if (stmt?.kind === 'expr' && stmt.expr.kind === 'assign') {
      names.push(...recordNames(asExpr(stmt.expr.target), context));
    }
  }
  if (context.module.language === 'ruby') {
    // `params.require(:user)`, `params[:user]`
    const written = source(context, role(site, 'attributes')?.node ?? node);
    const key = /\bparams(?:\.require\(|\[)\s*[:'"](\w+)/.exec(written)?.[1];
    if (key !== undefined) names.push(key);
  }
  if (site.spec?.data?.guard === 'no') {
    // `user.update!(params.permit!)`
    const around = nodesAt(context.module, node).findLast(
      (one): one is Call => one.kind === 'call' && one !== node,
    );
    if (around?.callee.kind === 'member') {
      names.push(...recordNames(around.callee.object, context));
    }
  }
  return names.filter((name) => !/^(?:Object|_|params|request|req|data|objects)$/.test(name));
}

function asExpr(target: { readonly kind: string }): Expr | undefined {
  return target.kind === 'name' || target.kind === 'member' ? (target as Expr) : undefined;
}

/** The data itself, where a variable or a spread stands for it. */
function dataOf(node: Expr, context: RuleContext): Expr {
  if (node.kind !== 'name') return node;
  const given = assignmentsTo(node.name, node, context.module);
  return given.length === 1 ? given[0]! : node;
}

// ---------------------------------------------------------------------------------------------

function inJavaScript(
  site: Site,
  fields: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const node = role(site, 'attributes')?.node;
  if (!node) return undefined;
  const pairs = (of: string) => fields.map((field) => `${field}: ${of}.${field}`).join(', ');
  if (node.kind === 'map') {
    const spreads = node.entries.filter(({ key, value }) => !key && isPlace(value));
    if (spreads.length === 0) return undefined;
    return spreads.map((entry) => ({
      ...spanOf(entry),
      newText: pairs(source(context, entry.value)),
    }));
  }
  if (isPlace(node)) {
    return [{ ...spanOf(node), newText: `{ ${pairs(source(context, node))} }` }];
  }
  const statement = ownLine(node, context);
  if (!statement) return undefined;
  const name = freeName(node, context, 'fields');
  const line = declaration(name, source(context, node), context);
  return [
    insertBefore(statement, [line], context),
    { ...spanOf(node), newText: `{ ${pairs(name)} }` },
  ];
}

/** What can be written once more without doing anything twice. */
function isPlace(node: Expr): boolean {
  return node.kind === 'name' || (node.kind === 'member' && isPlace(node.object));
}

function inPython(
  site: Site,
  fields: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { node } = site;
  if (node.kind !== 'call') return undefined;
  const arg = node.args.find(({ spread }) => spread === 'map') ?? undefined;
  const data = arg?.value ?? role(site, 'attributes')?.node;
  if (!data) return undefined;
  const pairs = (of: string) =>
    fields.map((field) =>
      arg
        ? `${field}=${of}.get('${field}')`.replaceAll("'", quote(context.text))
        : `'${field}': ${of}.get('${field}')`.replaceAll("'", quote(context.text)),
    );
  const text = (of: string) => (arg ? pairs(of).join(', ') : `{${pairs(of).join(', ')}}`);
  const span = spanOf(arg ?? data);
  if (isPlace(data)) return [{ ...span, newText: text(source(context, data)) }];
  const statement = ownLine(data, context);
  if (!statement) return undefined;
  const name = freeName(data, context, 'fields');
  const line = declaration(name, source(context, data), context);
  return [insertBefore(statement, [line], context), { ...span, newText: text(name) }];
}

const symbols = (fields: readonly string[]) => fields.map((field) => `:${field}`).join(', ');

function inRuby(
  node: Expr | undefined,
  fields: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  if (!node) return undefined;
  const data = dataOf(node, context);
  const written = source(context, data);
  const permitted = permit(written, fields);
  if (permitted !== undefined) return [{ ...spanOf(data), newText: permitted }];
  if (!/^[\w.:[\]()'"@!]+$/.test(written)) return undefined;
  const q = quote(context.text);
  const keys = fields.map((field) => q + field + q).join(', ');
  return [{ start: data.end, end: data.end, newText: `.slice(${keys})` }];
}

/** The parameters of a request with a list of those that may be set. */
function permit(written: string, fields: readonly string[]): string | undefined {
  const list = `permit(${symbols(fields)})`;
  const key = /^params\[(:\w+|'\w+'|"\w+")\]/.exec(written)?.[1];
  if (key !== undefined) return `params.require(${key.replace(/^(['"])(\w+)\1$/, ':$2')}).${list}`;
  const required =
    /^(params(?:\.require\(\s*:?['"]?\w+['"]?\s*\))?)(?:\.(?:permit!|to_unsafe_h(?:ash)?|to_h)(?:\(\))?)*$/.exec(
      written,
    )?.[1];
  return required === undefined ? undefined : `${required}.${list}`;
}

/** `copyProperties(changes, user)`: a setter for each field. */
function inJava(
  { node }: Site,
  fields: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const statement = enclosingStatement(context.module, node);
  if (statement?.kind !== 'expr' || statement.expr !== node || node.kind !== 'call')
    return undefined;
  const [from, to] = node.args.map(({ value }) => value);
  if (!from || !to || !isPlace(from) || !isPlace(to)) return undefined;
  const indent = indentationAt(context.text, statement.start);
  const upper = (field: string) => field.charAt(0).toUpperCase() + field.slice(1);
  const lines = fields.map(
    (field) =>
      `${source(context, to)}.set${upper(field)}(${source(context, from)}.get${upper(field)}());`,
  );
  return [{ ...spanOf(statement), newText: lines.join(lineBreak(context.text) + indent) }];
}

function inPhp(
  node: Expr | undefined,
  fields: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  if (!node) return undefined;
  const data = dataOf(node, context);
  const written = source(context, data);
  const q = quote(context.text);
  const list = `[${fields.map((field) => q + field + q).join(', ')}]`;
  const request = /^(.+?)(?:->|::)(?:all|input|post|query)\(\)$/.exec(written);
  if (request) {
    const arrow = written.includes('::') ? '::' : '->';
    return [{ ...spanOf(data), newText: `${request[1]}${arrow}only(${list})` }];
  }
  if (!/^\$\w+$/.test(written)) return undefined;
  const keys = fields.map((field) => `${q}${field}${q} => true`).join(', ');
  return [{ ...spanOf(node), newText: `array_intersect_key(${written}, [${keys}])` }];
}

/** What takes every field, said so. */
function instead(
  site: Site,
  fields: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { node } = site;
  const { language, text } = { language: context.module.language, text: context.text };
  const q = quote(text);
  const list = fields.map((field) => q + field + q).join(', ');
  if (language === 'php') {
    const written = source(context, node);
    const found = /\$guarded\s*=\s*(?:\[\s*\]|array\(\s*\))/.exec(text.slice(node.start - 1));
    if (!found || !/guarded/.test(written) || createsItself(node, context)) return undefined;
    const start = node.start - 1 + found.index;
    return [{ start, end: start + found[0].length, newText: `$fillable = [${list}]` }];
  }
  const written = source(context, node);
  if (language !== 'ruby' || !written.endsWith('permit!')) return undefined;
  const of = written.slice(0, -'.permit!'.length);
  const permitted = permit(of, fields) ?? `${of}.permit(${symbols(fields)})`;
  return [{ ...spanOf(node), newText: permitted }];
}

/** A model that fills itself needs more fields than a form has: a list would break it. */
function createsItself(at: Span, { module, text }: RuleContext): boolean {
  const around = nodesAt(module, at).findLast(({ kind }) => kind === 'class-decl');
  if (!around) return false;
  return /\b(?:\w+::|->)(?:create|fill|update|firstOrCreate|updateOrCreate)\(/.test(
    text.slice(around.start, around.end),
  );
}

/** The list of fields without those that give rights. */
function withoutPrivileged(site: Site, context: RuleContext): readonly FixDraft[] {
  const lists: (readonly Span[])[] = [];
  if (site.node.kind === 'call') lists.push(site.node.args);
  for (const list of nodesOf(context.module, 'list')) {
    if (site.node.start <= list.start && list.end <= site.node.end) lists.push(list.elements);
  }
  for (const items of lists) {
    const found = items.filter((item) => privileged.test(bareName(source(context, item))));
    // Nothing would be left.
    if (found.length === 0 || found.length === items.length) continue;
    const [first] = found;
    const edit = first && removeItem(items, first, context);
    const name = first && bareName(source(context, first));
    if (edit) return [{ title: `Take ${name} out of the list`, edits: [edit], safe: false }];
  }
  return [];
}

function bareName(written: string): string {
  return written.replace(/^[:'"]+|['"]+$/g, '');
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
