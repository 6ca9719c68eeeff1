import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { detection, fieldOf, isTestFile } from '../report';
import { type Detection, type Rule, type RuleContext, sensitive } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { hasTags, isBuilt, leadingText } from '../textParts';
import { builtMarkup } from './builtMarkup';
import {
  autoescapeOff,
  builtFormat,
  escapingOff,
  handMadeMarkup,
  safeTextClasses,
  unescapedTemplate,
} from './escaping';
import { fixes } from './fix';
import { halfEscape } from './halfEscape';
import { template } from './template';

const advice = 'Escape it for HTML, or let a template that escapes put it in.';

const levels: Levels = {
  remote: {
    severity: 'error',
    message: `Data from the request becomes part of a page. Whoever makes a visitor open a link with a script in it can act as that visitor. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request becomes part of a page, and could carry a script. ${advice}`,
  },
};

const unknownLevel: Levels = {
  unknown: {
    severity: 'hint',
    message: `It is not known here what this page shows. If a user wrote any of it, it can carry a script. ${advice}`,
  },
};

const paramLevel: Levels = {
  param: {
    severity: 'hint',
    message: `A parameter of this function becomes part of a page. If a caller passes on what a user sent, it can carry a script. ${advice}`,
  },
};

const markedLevels: Levels = {
  ...levels,
  ...unknownLevel,
  param: {
    severity: 'hint',
    message: `A parameter of this function becomes part of text that is marked as safe HTML. If a caller passes on what a user sent, it can carry a script. ${advice}`,
  },
};

const domAdvice = 'Set it as text (`textContent`), or clean it with DOMPurify first.';

/** A script that changes its own page. */
const domLevels: Levels = {
  remote: {
    severity: 'error',
    message: `Data from the address becomes part of this page. Whoever makes a visitor open a link with a script in it can act as that visitor. ${domAdvice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the address becomes part of this page, and could carry a script. ${domAdvice}`,
  },
  local: {
    severity: 'hint',
    message: `What a visitor types becomes part of this page. Nobody but the visitor decides it here, but pasted text can carry a script. ${domAdvice}`,
  },
  param: {
    severity: 'hint',
    message: `A parameter of this function becomes part of a page as HTML. If a caller passes on what a user wrote, it can carry a script. ${domAdvice}`,
  },
};

/** An address that the page leads to, or loads. */
const urlLevels: Levels = {
  remote: {
    severity: 'warning',
    message:
      'Data from the address of the page becomes an address that this page leads to or loads. With `javascript:` in front it is a script. Allow only addresses that begin with `https://`, or with a path of your own site.',
  },
};

const storedMessage = `Data from the database becomes part of a page as it is. If a user wrote it, it can carry a script that runs for every visitor. ${advice}`;

const trustedMessage =
  'This value is marked as safe, so Angular does not clean it. If a user wrote any of it, a script in it runs. Leave the mark out, or clean the value with DOMPurify first.';

const selectorLevels: Levels = {
  remote: {
    severity: 'hint',
    message:
      'Data from the address decides what jQuery looks for. Old versions of jQuery make elements of it when it contains tags, and a script in them runs. Look it up with `document.getElementById`, or upgrade.',
  },
};

/** CWE-79: data that a browser reads as HTML. */
export const rule: Rule = {
  id: 'cross-site-scripting',
  title: 'Untrusted data in a page',
  cwe: [79],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: [
    'javascript',
    'typescript',
    'python',
    'java',
    'ruby',
    'php',
    'ejs',
    'handlebars',
    'jinja',
    'twig',
    'blade',
    'erb',
    'jsp',
    'html',
    'pug',
    'vue',
  ],
  siteKinds: ['html', 'response', 'render', 'escape-off', 'built-markup'],
  template,
  fixes,
  inspect: (context) => [
    ...safeTextClasses(context),
    ...autoescapeOff(context),
    ...halfEscape(context),
  ],
  check(site, context) {
    if (site.kind === 'built-markup') return builtMarkup(site, context);
    if (site.kind === 'escape-off') return escapingOff(site);
    if (site.kind === 'render') {
      return unescapedTemplate(site, context) ?? handMadeMarkup(site, context);
    }
    const given = role(site, 'content');
    const isGateway = site.spec?.data?.type === 'gateway';
    const content = given && (isGateway ? bodyOf(given) : textOf(given));
    if (!content) return undefined;
    const isPage = hasTags(content.value);
    const markupContext = site.spec?.data?.context;
    if (markupContext === 'dom' || (markupContext === 'selector' && isPage)) {
      return taintAt(site, content, domLevels, context);
    }
    if (markupContext === 'url') {
      const { value } = content;
      // What stands in front decides what kind of address it is.
      return leadingText(value) === '' ? taintAt(site, content, urlLevels, context) : undefined;
    }
    if (markupContext === 'trusted') return markedSafe(site, content, context);
    if (markupContext === 'selector') return taintAt(site, content, selectorLevels, context);
    if (site.kind === 'html') {
      const isMarked = markupContext === 'raw' && isBuilt(content.value);
      const found = taintAt(site, content, htmlLevels(site, content, isMarked, isPage), context);
      // What an unknown function gives back may be a record, or escaped.
      if (found?.severity === 'warning' && !isPage && !isMarked) return undefined;
      return (
        found ??
        storedData(site, content) ??
        builtFormat(site) ??
        markedField(site, content, context)
      );
    }
    // The type of the answer is not known; text made with tags is a page.
    const isUnknown = isGateway || (site.spec?.data?.type ?? 'unknown') === 'unknown';
    return isUnknown && isPage ? taintAt(site, content, levels, context, 'html') : undefined;
  },
};

/** What is unknown counts only where it goes into a call: a view may return anything. */
function htmlLevels(site: Site, content: SiteArg, isMarked: boolean, isPage: boolean): Levels {
  if (isMarked) return markedLevels;
  // A stream takes anything; only with tags is it surely a page.
  if (site.spec?.data?.type === 'unknown' && !isPage) return levels;
  const isGiven = site.node.kind === 'call' && content.node.start > site.node.start;
  if (!isGiven || content.value.symbol !== undefined) return levels;
  return { ...levels, ...unknownLevel, ...(isPage && paramLevel) };
}

/** Who wrote what a table holds is not known, so this is advice. */
function storedData(site: Site, content: SiteArg): Detection | undefined {
  const taint = sensitive(content.value, 'stored');
  if (!taint || taint.cleaned.includes('html')) return undefined;
  return detection(site, 'hint', storedMessage, { at: content.node, taint });
}

/** Angular cleans what it shows, except for values that are marked as safe. */
function markedSafe(site: Site, content: SiteArg, context: RuleContext): Detection | undefined {
  const found = taintAt(site, content, domLevels, context);
  const { node, value } = content;
  const isVariable = node.kind === 'name' || node.kind === 'member';
  if (found || !isVariable || value.constant || value.text || value.shape) return found;
  return detection(site, 'hint', trustedMessage, { at: node });
}

const markedMessage = `What this holds is put into the page as it is. If a user wrote any of it, it can carry a script that runs for every visitor. Leave the mark out, or clean the value with \`sanitize\`.`;

/** Names of values that a program makes into HTML itself. */
const madeIntoHtml =
  /html|safe|escape|render|sanitiz|mark(?:up|down)|link|tag|icon|svg|label|caption|format/i;

/** Ruby: `@comment.body.html_safe`, the field of a record or of the controller. */
function markedField(
  site: Site,
  { node, value }: SiteArg,
  context: RuleContext,
): Detection | undefined {
  if (context.module.language !== 'ruby' || site.spec?.data?.context !== 'raw') return undefined;
  const isMarked = value.text
    ? value.text.pieces.some(
        (piece) => piece.text === undefined && isField(piece.node, piece.value),
      )
    : isField(node, value);
  return isMarked && !isTestFile(site.file)
    ? detection(site, 'hint', markedMessage, { at: node })
    : undefined;
}

function isField(node: Expr, { constant, text, shape, taints }: Value): boolean {
  if (constant || text || shape || node.kind !== 'member') return false;
  if (!node.property.startsWith('@') && !isRecord(node.object)) return false;
  return (
    !madeIntoHtml.test(node.property) && taints.every(({ cleaned }) => !cleaned.includes('html'))
  );
}

/** A variable, or what hangs on one; not what the result of a call has. */
function isRecord(node: Expr): boolean {
  return node.kind === 'name' || (node.kind === 'member' && isRecord(node.object));
}

/** What is sent as text: of a tuple (body, status) the first; an object is sent as JSON. */
function textOf(content: SiteArg): SiteArg | undefined {
  const raw = fieldOf(fieldOf(content, ['dangerouslySetInnerHTML']), ['__html']);
  if (raw) return raw;
  const { shape, symbol } = content.value;
  if (!shape) return isCollection(symbol) ? undefined : content;
  const body = shape.kind === 'list' ? shape.elements[0] : undefined;
  return body && { ...content, value: body };
}

/** The body of an answer that a function in a cloud gives as a map, unless its type is no page. */
function bodyOf(content: SiteArg): SiteArg | undefined {
  const { shape } = fieldOf(content, ['headers'])?.value ?? {};
  const type =
    shape?.kind === 'map'
      ? [...shape.fields].find(([name]) => name.toLowerCase() === 'content-type')?.[1]
      : undefined;
  const known = type?.constant?.value;
  return known === undefined || /html|xml/i.test(String(known))
    ? fieldOf(content, ['body'])
    : undefined;
}

/** All of a request's parameters, or its whole parsed body. */
function isCollection(symbol: string | undefined): boolean {
  return /#(?:query|params|body|cookies|headers|files)$/.test(symbol ?? '');
}
