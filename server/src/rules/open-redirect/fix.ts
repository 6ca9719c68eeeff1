import { allTaints, type TextPiece } from '../../engine/values';
import type { Call, Expr, Span } from '../../ir/types';
import { startsWithSlash } from '../../languages/siteKinds';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, source } from '../edits';
import { importFrom, importWhole } from '../repairs/imports';
import { allowOnly, declaration, freeName, guard, mergedInsertions } from '../repairs/refuse';
import { insertBefore, ownLine } from '../repairs/statements';
import { isHere, operandSpan } from '../repairs/wrap';
import { type Detection, exposure, type FixDraft, type RuleContext } from '../rule';
import { hostPart } from '../textParts';
import { redirectTarget } from './target';

const ownPaths = 'Allow only paths of this site';
const reason = 'This address is not allowed';
const hosts = ['app.example.com'];

/**
 * Repairs of a redirect that data decides: only a path of the own site passes; where the scheme is
 * fixed, only a host of a list.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site, taint } = detection;
  const url = redirectTarget(site, context);
  const data = url && hostPart(url.value);
  if (!url || !data || !isHere(url.node, context)) return [];
  if (exposure(data, 'redirect', context.flow).level === 'none') return [];
  const draft = (title: string, edits: readonly TextEdit[] | undefined, safe: boolean) =>
    edits && edits.length > 0 ? [{ title, edits, safe }] : [];
  if (site.node.kind === 'call' && /(?:^|\.)wp_redirect$/.test(source(context, site.node.callee))) {
    const { end } = site.node.callee;
    const edits = [{ start: end - 'wp_redirect'.length, end, newText: 'wp_safe_redirect' }];
    return draft('Allow only addresses of this site (wp_safe_redirect)', edits, true);
  }
  const ofParams = context.module.language === 'ruby' ? onlyPath(url.node, context) : undefined;
  if (ofParams) return draft('Keep the host (only_path)', ofParams, true);
  const place = placeOf(url.node, url.value.text?.pieces ?? [], site.node, context);
  if (!place) return [];
  if (place.isHost) {
    const title = `Allow only hosts from a list (${hosts.join(', ')})`;
    return draft(title, allowOnly([place.node], hosts, reason, context), false);
  }
  const node = { ...place.node, ...operandSpan(place.node, context) };
  const django = context.module.language === 'python' ? inDjango(node, context) : undefined;
  if (django) return draft(ownPaths, django, true);
  // What begins with a slash anyway is refused only if it begins with two.
  const safe = taint?.cleaned.includes(startsWithSlash) ?? false;
  return draft(
    ownPaths,
    inBrowser(node, context, site.node) ?? checked(node, context) ?? chosen(node, context),
    safe,
  );
}

interface DataPlace {
  readonly node: Expr;
  /** It stands where the host does, behind a fixed scheme. */
  readonly isHost: boolean;
}

/** What is looked at: the address as a whole, or the data that it begins with. */
function placeOf(
  node: Expr,
  pieces: readonly TextPiece[],
  site: Expr,
  context: RuleContext,
): DataPlace | undefined {
  const isData = (piece: TextPiece | undefined): piece is TextPiece & { text: undefined } =>
    piece !== undefined &&
    piece.text === undefined &&
    allTaints(piece.value).some(({ cleaned }) => !cleaned.includes('redirect'));
  const [first, second] = pieces;
  if (isData(first))
    return isHere(first.node, context) ? { node: first.node, isHost: false } : undefined;
  if (first?.text !== undefined && /^(?:https?:)?\/\/$/i.test(first.text) && isData(second)) {
    return isHere(second.node, context) ? { node: second.node, isHost: true } : undefined;
  }
  const behind = node.kind === 'string' ? node.parts : [];
  if (pieces.length === 0 && behind.length === 2 && behind[1]!.kind !== 'literal')
    return { node: behind[1]!, isHost: false };
  const [before] = source(context, site).match(/\blocation:|\bredirect:/i) ?? [];
  const later = pieces.find(isData);
  // Behind the address of a site that is not known here.
  if (first && first.text === undefined && later && isHere(later.node, context))
    return { node: later.node, isHost: false };
  return before === undefined && node.kind !== 'map' ? { node, isHost: false } : undefined;
}

/** The test that is true for paths of the own site, in the language. */
function isOwnPath(name: string, context: RuleContext): string {
  switch (context.module.language) {
    case 'python':
      return `re.match(r'^/([^/\\\\\\s]|$)', ${name})`;
    case 'java':
      return `${name}.matches("^/([^/\\\\\\\\\\\\s].*)?$")`;
    case 'ruby':
      return `%r{\\A/([^/\\\\\\s]|\\z)}.match?(${name})`;
    case 'php':
      return `preg_match('~^/([^/\\\\\\\\\\s]|$)~D', ${name})`;
    default:
      return `/^\\/([^/\\\\\\s]|$)/.test(${name})`;
  }
}

function checked(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const isPython = context.module.language === 'python';
  const fails = (name: string) =>
    isPython ? `not ${isOwnPath(name, context)}` : `!${isOwnPath(name, context)}`;
  const edits = guard([node], fails, reason, context, 'target');
  return (
    edits && mergedInsertions([...edits, ...(isPython ? importWhole(context, 're').edits : [])])
  );
}

/**
 * Django's own check also takes whole addresses of the site:
 * https://github.com/django/django/blob/main/django/utils/http.py
 */
function inDjango(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  if (![...context.flow.imports].some((name) => /^django\b/.test(name))) return undefined;
  const params = enclosingFunction(context.module, node)?.params ?? [];
  const isView = params.some(({ target }) => target.kind === 'name' && target.name === 'request');
  const request = isView ? 'request' : /\bself\.request\b/.test(context.text) ? 'self.request' : '';
  if (request === '') return undefined;
  const { name, edits } = importFrom(
    context,
    'django.utils.http',
    'url_has_allowed_host_and_scheme',
  );
  const fails = (url: string) => `not ${name}(${url}, allowed_hosts={${request}.get_host()})`;
  const guarded = guard([node], fails, reason, context, 'target');
  return guarded && mergedInsertions([...guarded, ...edits]);
}

/** A script of a page goes to its start instead. */
function inBrowser(node: Expr, context: RuleContext, site: Expr): readonly TextEdit[] | undefined {
  const { language } = context.module;
  if (site.kind !== 'assign' || (language !== 'javascript' && language !== 'typescript'))
    return undefined;
  if (isPath(node)) return chosen(node, context);
  const statement = ownLine(node, context);
  if (!statement) return undefined;
  const name = freeName(node, context, 'target');
  return [
    insertBefore(statement, [declaration(name, source(context, node), context)], context),
    { start: node.start, end: node.end, newText: `${isOwnPath(name, context)} ? ${name} : '/'` },
  ];
}

/** Where no line fits in front: another path is taken in its place. */
function chosen(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const { language } = context.module;
  if ((language !== 'javascript' && language !== 'typescript') || !isPath(node)) return undefined;
  const written = source(context, node);
  const q = context.text.includes('"') && !context.text.includes("'") ? '"' : "'";
  const newText = `${isOwnPath(written, context)} ? ${written} : ${q}/${q}`;
  return [{ start: node.start, end: node.end, newText }];
}

/** `a.b.c`, which can be read twice. */
function isPath(node: Expr): boolean {
  return node.kind === 'name' || (node.kind === 'member' && isPath(node.object));
}

/** Rails: `url_for(params)`, and hashes of parameters, may name a host. */
function onlyPath(node: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const hash = isCallOf(node, 'url_for') ? node.args[0]?.value : node;
  if (!hash || (hash === node && !isCallOf(node, 'permit'))) return undefined;
  const isParams = /^params\b(?!\[)/.test(source(context, hash));
  return isParams ? [insertion(hash, '.merge(only_path: true)')] : undefined;
}

function isCallOf(node: Expr, name: string): node is Call {
  if (node.kind !== 'call') return false;
  const { callee } = node;
  return (
    (callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '') ===
    name
  );
}

function insertion({ end }: Span, newText: string): TextEdit {
  return { start: end, end, newText };
}
