import type { SiteArg } from '../../engine/sites';
import { allTaints, type Taint } from '../../engine/values';
import type { Expr, Span } from '../../ir/types';
import { enclosingFunction, nodesAt, source } from '../edits';
import { markedArg, placesOf } from '../repairs/places';
import { harmfulTo, type IsHarmful, type Wrap, wrapAll, wrapData } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { hasTags } from '../textParts';
import { asAddress } from './addresses';
import { escaperFor } from './escapers';

/** Repairs of pages that a program writes: data is escaped where it goes into the HTML. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const place = site.spec?.data?.context;
  if (place === 'dom') return asText(detection, context);
  if (place === 'url' || place === 'trusted' || place === 'selector') return [];
  if (site.kind === 'escape-off') return escapingOn(detection, context);
  if (site.kind === 'render') return [];
  const arg = markedArg(detection);
  return arg ? escaped(arg, detection, context) : [];
}

function escaped(arg: SiteArg, detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { severity } = detection;
  const escaper = escaperFor(context);
  const isHarmful = isHarmfulFor(detection, context);
  const places = placesOf(arg.node, arg.value, (taint) => !taint.cleaned.includes('html'), context);
  // What a method is called on may be a list of texts.
  const addresses = asAddress(escaper.wrap, context);
  let hasAddress = false;
  const wrap: Wrap = (written, node) => {
    if (!addresses || !isAddress(node, arg, context)) return escaper.wrap(written, node);
    hasAddress = true;
    return addresses(written, node);
  };
  const direct = places.some((place) => isReceiver(place, context))
    ? undefined
    : wrapAll(places, wrap, context);
  const ways = wrapData(arg, isHarmful, wrap, context);
  return [...(direct ? [direct] : []), ...ways].flatMap((edits): readonly FixDraft[] => {
    if (!addresses && edits.some((edit) => isAddress(edit, arg, context))) return [];
    if (!edits.every((edit) => isText(edit, arg, context) && !holdsPage(edit, context))) return [];
    const more = hasAddress ? ', and allow only addresses of the web' : '';
    return [
      {
        title: `Escape it for HTML${more} (${escaper.title})`,
        edits: [...edits, ...escaper.edits],
        // What nobody knows may be HTML on purpose.
        safe: severity !== 'hint' && !hasAddress,
        ...(escaper.packages.length > 0 && { packages: escaper.packages }),
      },
    ];
  });
}

/** A setting that switches escaping off. */
function escapingOn({ at }: Detection, context: RuleContext): readonly FixDraft[] {
  const written = source(context, at);
  const on = /^false$/.test(written) ? 'true' : /^False$/.test(written) ? 'True' : undefined;
  // Templates that rely on it would show their tags.
  return on === undefined
    ? []
    : [{ title: 'Leave escaping on', edits: [{ ...at, newText: on }], safe: false }];
}

/** What the rule complains of, also of data that comes from a database. */
function isHarmfulFor({ taint }: Detection, context: RuleContext): IsHarmful {
  const known = harmfulTo('html', context);
  const isSame = (other: Taint) =>
    other.source === taint?.source && !other.cleaned.includes('html');
  return (value, node) => allTaints(value).some(isSame) || known(value, node);
}

/** Attributes whose value is an address: escaping leaves `javascript:` as it is. */
const addressStart = /\b(?:href|src|action|formaction|data|poster)\s*=\s*["']?$/i;
const unquotedStart = /<[a-z][^<>]*\s[\w-]+\s*=\s*$/i;
const codeStart = /<(script|style)\b(?![\s\S]*<\/\1)[\s\S]*$/i;

/** Whether the data goes between tags or into an attribute in quotes, where escaping for HTML helps. */
function isText(edit: Span, arg: SiteArg, context: RuleContext): boolean {
  const before = htmlBefore(edit, arg, context);
  if (unquotedStart.test(before) || codeStart.test(before)) return false;
  return !/\son[a-z]+\s*=\s*["'][^"']*$/i.test(before);
}

/** Whether the data is the beginning of an address, which decides what kind of address it is. */
function isAddress(edit: Span, arg: SiteArg, context: RuleContext): boolean {
  // The path of the request itself begins with `/`.
  const isOwnPath = /REQUEST_URI|PHP_SELF|SCRIPT_NAME/.test(
    context.text.slice(edit.start, edit.end),
  );
  return !isOwnPath && addressStart.test(htmlBefore(edit, arg, context));
}

/** Whether what would be escaped is a page in the making, whose own tags have to stay. */
function holdsPage(edit: Span, context: RuleContext): boolean {
  const written = context.text.slice(edit.start, edit.end);
  if (/['"`][^'"`\n]*<[a-z/!]/i.test(written)) return true;
  const root = /^\$?\w+/.exec(written)?.[0];
  if (root === undefined) return false;
  const scope = enclosingFunction(context.module, edit) ?? context.module;
  const code = context.text.slice(scope.start, scope.end);
  const name = root.replace(/\$/g, '\\$');
  const fills = new RegExp(
    `(?<![\\w$])${name}\\s*(?:\\.|\\+|<<)?=[^=\\n]*<[a-z/!]|(?<![\\w$])${name}(?:\\.|->)(?:append|push|concat|write|print|add)\\w*\\([^\\n]*<[a-z/!]`,
    'i',
  );
  return fills.test(code);
}

function isReceiver(place: Expr, { module }: RuleContext): boolean {
  return nodesAt(module, place).some(
    (node) =>
      node.kind === 'member' &&
      node.object === place &&
      !/^(?:toCharArray|getBytes|toString)$/.test(node.property),
  );
}

/** What is known of the page in front of a place: the text that is built, and in PHP the file. */
function htmlBefore({ start, end }: Span, arg: SiteArg, context: RuleContext): string {
  const pieces = arg.value.text?.pieces ?? [];
  // The values of a format stand behind all of its text.
  const hole = pieces.findIndex(
    ({ text, node }) => text === undefined && node.start < end && start < node.end,
  );
  const inFront =
    hole >= 0 ? pieces.slice(0, hole) : pieces.filter(({ node }) => node.end <= start);
  const before = inFront.map(({ text }) => text ?? 'x').join('');
  if (context.module.language !== 'php') return before;
  const opens = context.text.lastIndexOf('<?', arg.node.start);
  const page = opens < 0 ? '' : context.text.slice(Math.max(0, opens - 2000), opens);
  return page + before;
}

/** A script of a page: text instead of HTML. https://developer.mozilla.org/docs/Web/API/Node/textContent */
function asText({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  if (site.args.some(({ value }) => hasTags(value))) return [];
  if (node.kind === 'assign' && node.target.kind === 'member') {
    const { property, object } = node.target;
    if (property !== 'innerHTML' || node.op !== undefined) return [];
    const end = node.target.end;
    const written = source(context, { start: object.end, end });
    if (!written.endsWith('innerHTML')) return [];
    const edits = [{ start: end - 'innerHTML'.length, end, newText: 'textContent' }];
    // What comes may be meant as HTML.
    return [{ title: 'Set it as text (textContent)', edits, safe: false }];
  }
  if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'html')
    return [];
  const { end } = node.callee;
  const edits = [{ start: end - 'html'.length, end, newText: 'text' }];
  return [{ title: 'Set it as text (jQuery)', edits, safe: false }];
}
