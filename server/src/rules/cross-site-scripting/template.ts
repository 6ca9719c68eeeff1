import { isRequest, type Leaf, leavesOf } from '../../templates/expression';
import type { Output, Template } from '../../templates/template';
import type { Observation } from '../rule';
import { escapeOutput, fitPlace } from './templateFix';

/** What a person reads is at most this long; a longer expression is not read. */
const maxExpression = 2000;

/** Unescaped outputs, and places where escaping for HTML does not help. */
export function template(file: Template): readonly Observation[] {
  return file.outputs.flatMap((output): readonly Observation[] => {
    if (output.expression.length > maxExpression) return [];
    const link = file.language === 'erb' ? checkLink(output) : undefined;
    if (link) return [link];
    const found = output.isEscaped ? checkEscaped(output, file) : checkRaw(output, file);
    return found ? [found] : [];
  });
}

/** `link_to "text", address`: Rails puts the address there as it is, also one with a script. */
const linkTo = /^link_to\b\s*\(?\s*(?:"[^"]*"|'[^']*'|[^,"'(]+)\s*,\s*([^,]+)/;
/** Names of addresses that people type in. */
const typedAddress = /(?:^|_|\.|@)(?:link|website|home_?page|web_?site|blog|href)$/i;

function checkLink({ expression, start, end }: Output): Observation | undefined {
  const address =
    linkTo
      .exec(expression.trim())?.[1]
      ?.replace(/\)\s*$/, '')
      .trim() ?? '';
  if (/^(?:[^\s[(]*\[|params\.|cookies\.)/.test(address) && isRequest(address, 'erb')) {
    return { at: { start, end }, severity: 'warning', message: addressMessage };
  }
  return /^@?[a-z_][\w.]*$/.test(address) && typedAddress.test(address)
    ? { at: { start, end }, severity: 'hint', message: typedAddressMessage }
    : undefined;
}

const typedAddressMessage =
  'If a user typed this address, it may begin with `javascript:`, which runs a script when it is clicked. Allow only addresses that begin with `https://` or `/`.';

// -------------------------------------------------------------------------------------------------
// Without escaping

function checkRaw(output: Output, file: Template): Observation | undefined {
  if (output.place.kind === 'comment' || output.filters.some((filter) => isRendering(filter, file)))
    return undefined;
  const leaves = leavesOf(output.expression);
  const at = { start: output.start, end: output.end };
  if (
    leaves.some(({ path }) => isRequest(path, file.language)) ||
    isAssignedFromRequest(leaves, file)
  ) {
    return {
      at,
      severity: 'error',
      message: rawMessage(output, true),
      fixes: () => escapeOutput(output, file, true),
    };
  }
  const risky = leaves.filter((leaf) => mayHoldMarkup(leaf, output, file));
  if (risky.length === 0 || !file.isPage) return undefined;
  // JSP has no marks that escape: what stands in plain ones was not chosen to be HTML.
  const isPlain = file.language === 'jsp' && /^(?:<%= %>|\$\{ \}|out\.print)$/.test(output.by);
  const isTyped = risky.some(({ name }) => typedName.test(name));
  const isProse = risky.every(({ name }) => !typedName.test(name) || proseName.test(name));
  // A value that is marked as HTML as it is, is most often just that; tags around it say otherwise.
  const isBuilt = /["'`][^"'`]*<\w/.test(output.expression);
  const severity = isBuilt || (isTyped && (isPlain || !isProse)) ? 'warning' : 'hint';
  return {
    at,
    severity,
    message: rawMessage(output, false),
    fixes: () => escapeOutput(output, file, false),
  };
}

function rawMessage({ by }: Output, isSure: boolean): string {
  const danger = isSure
    ? 'Data of the request is put into the page as HTML here. Whoever makes a visitor open a link with a script in it can act as that visitor.'
    : 'This value is put into the page as HTML. If a part of it comes from a user, that user can add a script, which runs for everyone who opens the page.';
  return `${danger} ${advice(by)}`;
}

function advice(by: string): string {
  switch (by) {
    case 'v-html':
      return 'Use `{{ }}`, or clean the HTML first, for example with DOMPurify.';
    case '|safe':
    case '|raw':
    case '|safeseq':
      return `Remove \`${by}\`, or clean the HTML first.`;
    case 'autoescape':
      return 'Leave `autoescape` on, or add `|e` here.';
    case '<%-':
    case '<%==':
      return 'Write `<%=`, or clean the HTML first.';
    case '{!!':
      return 'Write `{{ }}`, or clean the HTML first.';
    case '{{{':
    case '{{&':
      return 'Write two braces, or clean the HTML first.';
    case 'raw':
    case 'html_safe':
      return `Leave \`${by}\` out, or clean the value with \`sanitize\`.`;
    case 'th:utext':
    case '[(':
      return by === '[('
        ? 'Write `[[ ]]`, or clean the HTML first.'
        : 'Use `th:text`, or clean the HTML first.';
    case '!=':
    case '!{ }':
      return `Write \`${by === '!=' ? '=' : '#{ }'}\`, or clean the HTML first.`;
    default:
      return 'Escape it: `<c:out>` or `fn:escapeXml` in JSP, `h` in Ruby, `htmlspecialchars` in PHP.';
  }
}

/** Names of HTML that the application itself makes: layouts, fields of forms, links to pages. */
const layoutName =
  /^(?:body|content|contents|yield|html|markup|children|inner|slot|layout|page|main|csrf\w*|pagination|paginator|links|nav\w*|menu|forms?|widgets?|scripts?|styles?|css|head|header|footer|sidebar|icons?|svg|block|partial|template|toc|title_tag|meta|tags?|attrs?|attributes|class(?:es|_names?)?|button|buttons|table|grid|iframe|embed|snippet|analytics|ga|gtm|messages?|flash|alerts?|errors?|caller|super|self|defaultContent|policy|terms|e|ex|exception)$/i;
/** Names that say that their value was made into HTML, or is no text at all. */
const madeName =
  /mark(?:ed)?_?down|linkif|render|sanitiz|escaped|html|markup|highlighted|(?:svg|icon|json(?:ld|_ld)?|script|style|css|safe|csrf\w*|token|nonce|url|uri|href|path|src|pagination|links|form|widget|attrs|attributes|i18n|translations?|help_?text|toc|footer|sidebar|menu|avatar|logo|qr(?:_?code)?(?:_?secret)?)$|^(?:safe|formatted|compiled)(?:_|[A-Z])|^(?:form|widget|pager|paginator)$/i;
const numberName =
  /(?:^|_|(?<=[a-z]))(?:id|ids|pk|index|idx|count|counter|total|size|length|page|year|month|day|hour|date|time|width|height|price|quantity|qty|amount|score|rank|level|position|offset|limit|version|number|num|percent|age|status|is_\w+)$|^[ijknxy]$/i;
/** Names of what people type at some length. */
const typedName =
  /(?:comment|content|text|message|body|bio|about|description|title|subject|note|notes|review|query|search|q|keyword|signature)$/i;
/** Of these, what the people who run a site write as HTML: articles, pages, descriptions. */
const proseName = /(?:content|text|message|body|about|description|title|subject|notes?)$/i;
/** Filters, helpers and objects that make HTML out of what they get. */
const renderingName =
  /markdown|sanitiz|bleach|clean|purif|html|render|highlight|escape|encode|linkif|urlize|autolink|json|trans|translate|nl2br_safe|format(?:ted)?_|icon|svg|widget|localize|intcomma|floatformat|number|date|int$|float$|length$|size$|currency|asset|slug|strip_?tags|striptags|minify|embed|wysiwyg|bbcode|textile|emoji|parse/i;

/** Helpers of Handlebars that give back what they get; elsewhere filters of these names escape. */
const passingHelper = /^(?:json|toJSON|jsonify|stringify|JSONstringify|html|trim)$/i;

function isRendering(filter: string, { language }: Template): boolean {
  if (language === 'handlebars' && passingHelper.test(filter)) return false;
  return renderingName.test(filter);
}

/** Settings of the application, texts of its translators, links to pages. */
const ownRoot =
  /^[@$]*(?:links?\.label|config|settings?|site|theme|i18n|t|lang|translations?|messages|msg|form|block|loop|forloop|csrf|assets?|env|app|constants?|options|pageContext|self|super|caller|errors|webpack\w*|htmlWebpackPlugin|Setting)\b/i;

function mayHoldMarkup(leaf: Leaf, { place }: Output, file: Template): boolean {
  const { name, path, isBare } = leaf;
  if (madeName.test(name) || numberName.test(name)) return false;
  if (isBare && (layoutName.test(name) || /^[A-Z\d_]+$/.test(name))) return false;
  if (!isBare && ownRoot.test(path)) return false;
  // Attributes made by a helper.
  if (place.kind === 'tag') return false;
  return !isLocal(leaf, file);
}

// -------------------------------------------------------------------------------------------------
// What the code of the same template says about a name

/** What the code of a template gives to its names, the first time. */
interface Locals {
  readonly given: ReadonlyMap<string, string>;
  /** Declared as a number or a truth value. */
  readonly numbers: ReadonlySet<string>;
}

const known = new WeakMap<Template, Locals>();

function localsOf(file: Template): Locals {
  const before = known.get(file);
  if (before) return before;
  const given = new Map<string, string>();
  const numbers = new Set<string>();
  const give = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined && value !== undefined && !given.has(name)) given.set(name, value);
  };
  for (const { start, end } of file.code) {
    const code = file.text.slice(start, end);
    for (const [, name, value] of code.matchAll(
      /(?<![\w.])(\w+)\s*=(?![=>~])\s*([^;\n]{1,2000})/g,
    )) {
      give(name, value);
    }
    // Of `lines.each do |line|` the lines.
    const loop = /^\s*([^\n]{1,300}?)\.(?:each|map)(?:_\w+)?\s*(?:do|\{)\s*\|([^|]*)\|/.exec(code);
    for (const name of loop?.[2]?.match(/\w+/g) ?? []) give(name, loop?.[1]);
    const declared =
      /\b(?:int|long|short|byte|double|float|boolean|Integer|Long|Double|Boolean)\s+(\w+)/g;
    for (const [, name = ''] of code.matchAll(declared)) numbers.add(name);
  }
  const locals = { given, numbers };
  known.set(file, locals);
  return locals;
}

/** `String name = request.getParameter("name")` above, then `<%= name %>`. */
function isAssignedFromRequest(leaves: readonly Leaf[], file: Template): boolean {
  return leaves.some((leaf) => {
    const given = leaf.isBare ? localsOf(file).given.get(leaf.name) : undefined;
    return given !== undefined && isRequest(given, file.language) && leavesOf(given).length > 0;
  });
}

/** A name to which the template itself gives a number, a constant or what a helper made. */
function isLocal({ isBare, name }: Leaf, file: Template): boolean {
  if (!isBare) return false;
  const { given, numbers } = localsOf(file);
  const value = given.get(name);
  return value === undefined ? numbers.has(name) : leavesOf(value).length === 0;
}

// -------------------------------------------------------------------------------------------------
// Escaped, in a place where that is not enough

function checkEscaped(output: Output, file: Template): Observation | undefined {
  const { place, filters, expression } = output;
  const at = { start: output.start, end: output.end };
  if (
    filters.some(
      (filter) => isRendering(filter, file) || /^(?:e|url|int|abs|default_if_none)$/.test(filter),
    )
  ) {
    return undefined;
  }
  const leaves = leavesOf(expression);
  const fromRequest = leaves.some(({ path }) => isRequest(path, file.language));
  const isText = leaves.some(({ name }) => !numberName.test(name) && !madeName.test(name));
  if (!fromRequest && !isText) return undefined;
  const severity = fromRequest ? 'warning' : 'hint';
  const fixes = () => fitPlace(output, file);
  if (place.kind === 'unquoted') return { at, severity, message: unquotedMessage, fixes };
  const isEvent = place.kind === 'attribute' && /^on[a-z]+$/.test(place.attribute ?? '');
  if (isEvent || (place.kind === 'script' && !place.isQuoted)) {
    return { at, severity, message: isEvent ? eventMessage : scriptMessage, fixes };
  }
  if (
    fromRequest &&
    place.isStart &&
    /^(?:href|src|action|formaction|xlink:href)$/.test(place.attribute ?? '')
  ) {
    return { at, severity: 'warning', message: addressMessage };
  }
  return undefined;
}

const unquotedMessage =
  'This attribute has no quotes, so a space in the value begins another attribute, such as `onmouseover`. Escaping does not help there. Put the value in quotes.';
const scriptMessage =
  'Escaping for HTML does not make a value safe inside a script. Write it as JSON, with the filter or helper that your templates have for it, or put it into a `data-` attribute.';
const eventMessage =
  'The browser undoes the escaping before it runs this script, so a quote in the value ends the string. Put the value into a `data-` attribute, and read it in a script.';
const addressMessage =
  'This address comes from the request. One that begins with `javascript:` runs a script when it is clicked. Allow only addresses that begin with `https://` or `/`.';
