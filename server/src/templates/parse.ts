import type { Comment } from '../ir/types';
import { readTags } from './delimited';
import { isRequest } from './expression';
import { marksOf } from './families';
import { readPage } from './html';
import { closingBracket, outsideStrings } from './outside';
import { parsePug } from './pug';
import {
  type Attribute,
  type Output,
  type Place,
  type Tag,
  type Template,
  type TemplateLanguage,
  textPlace,
} from './template';

/** A longer text is no template that a person wrote. */
const maxLength = 300_000;

/**
 * Reads a template; no text makes it fail. One that is too long counts as empty.
 * @param path for what the name says about escaping: `.html.erb` is Rails
 */
export function parseTemplate(language: TemplateLanguage, path: string, text: string): Template {
  if (text.length > maxLength)
    return { language, text, isPage: false, outputs: [], code: [], comments: [] };
  if (language === 'pug') return parsePug(text);
  const tags = withoutLiterals(readTags(text, marksOf(language, text)), text);
  const page = readPage(text, tags);
  const isRails = language === 'erb' && /\.\w+\.erb$/i.test(path);
  const family: Family = { language, text, isRails };
  const outputs: Output[] = page.attributes.flatMap((attribute) =>
    ofAttribute(attribute, page.attributes, text),
  );
  let automatic = true;
  const scopes: boolean[] = [];
  for (const tag of tags) {
    if (tag.kind === 'code') {
      const scope = autoescape(text.slice(tag.inner.start, tag.inner.end));
      if (scope === 'end') automatic = scopes.pop() ?? true;
      else if (scope !== undefined) {
        scopes.push(automatic);
        automatic = scope;
      }
      if (language === 'jsp') outputs.push(...printed(tag, text));
    } else if (tag.kind === 'output') {
      const place = page.places.get(tag.start) ?? textPlace;
      outputs.push(...ofTag(tag, place, automatic, family));
    }
  }
  const comments = tags
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end, inner }): Comment => {
      return {
        start,
        end,
        text: text.slice(inner.start, inner.end).replace(/^[\s-]+|[\s-]+$/g, ''),
      };
    });
  return {
    language,
    text,
    // Of these four families there are templates of all kinds of text.
    isPage:
      page.hasElements ||
      !['ejs', 'handlebars', 'jinja', 'twig'].includes(language) ||
      /\.x?html?\.\w+$/i.test(path),
    outputs: outputs.sort((a, b) => a.start - b.start || a.end - b.end),
    code: tags.filter(({ kind }) => kind === 'code').map(({ inner }) => inner),
    comments: [...page.comments, ...comments].sort((a, b) => a.start - b.start),
  };
}

interface Family {
  readonly language: TemplateLanguage;
  readonly text: string;
  readonly isRails: boolean;
}

/** Leaves out what stands between `{% raw %}` and its end, and the like: that is text. */
function withoutLiterals(tags: readonly Tag[], text: string): Tag[] {
  const kept: Tag[] = [];
  let end: string | undefined;
  for (const tag of tags) {
    const word = /^[-~+]?\s*(\w+)/.exec(text.slice(tag.inner.start, tag.inner.end))?.[1];
    if (end !== undefined) {
      if (tag.open === '{%' && word === end) end = undefined;
      else continue;
    } else if (tag.open === '{%' && /^(?:raw|verbatim|comment)$/.test(word ?? ''))
      end = `end${word}`;
    kept.push(tag);
  }
  return kept;
}

/** What a tag says about escaping from here on. */
function autoescape(code: string): boolean | 'end' | undefined {
  const match = /^[-~+]?\s*(end)?autoescape\b\s*([\w'"]*)/.exec(code);
  if (!match) return undefined;
  if (match[1]) return 'end';
  return !/^(?:false|off)$/i.test((match[2] ?? '').replace(/['"]/g, ''));
}

// -------------------------------------------------------------------------------------------------
// Outputs by family

function ofTag(tag: Tag, place: Place, automatic: boolean, family: Family): readonly Output[] {
  const { text } = family;
  let { start, end } = tag.inner;
  // Marks of white space: `<%- x -%>`, `{{- x -}}`, `{{~ x ~}}`.
  if (/[-_~+]/.test(text[end - 1] ?? '') && end > start) end--;
  if (/[-~+]/.test(text[start] ?? '') && end > start && tag.open !== '<%-') start++;
  const output = (
    isEscaped: boolean,
    by: string,
    from = { start, end },
    filters: string[] = [],
  ) => ({
    start: tag.start,
    end: tag.end,
    ...expressionAt(text, from),
    filters,
    isEscaped,
    by: isEscaped ? '' : by,
    place,
  });
  switch (tag.open) {
    case '<%=':
      if (family.language === 'erb') return ofRuby(tag, place, family);
      // JSP writes the value as it is.
      return [output(family.language !== 'jsp', '<%= %>')];
    case '<%-':
    case '<%==':
    case '{!!':
    case '<?=':
      return [output(false, tag.open)];
    case '[(':
    case '[[':
      return springExpressions(text.slice(start, end), '$*').map((inner) =>
        output(tag.open === '[[', tag.open, { start: start + inner.start, end: start + inner.end }),
      );
    case '${':
      return ofEl(output(false, '$'.concat('{ }')), tag);
    case '{{{':
    case '{{&':
      return [ofMustache(output(false, tag.open), text)];
    default:
      if (family.language === 'handlebars') return [ofMustache(output(true, ''), text)];
      return ofFilters(text, { start, end }, automatic, output);
  }
}

function expressionAt(text: string, span: { start: number; end: number }) {
  const raw = text.slice(span.start, span.end);
  const start = span.start + (raw.length - raw.trimStart().length);
  const expression = raw.trim();
  return { expression, expressionAt: { start, end: start + expression.length } };
}

const escapingFilters: ReadonlySet<string> = new Set([
  'e',
  'escape',
  'force_escape',
  'forceescape',
  'escapejs',
  'tojson',
  'json_script',
  'urlencode',
  'url_encode',
  'xmlattr',
]);

/** Jinja, Django, Twig and Blade’s `{{ }}`: `value|filter|filter(…)`. */
function ofFilters(
  text: string,
  inner: { start: number; end: number },
  automatic: boolean,
  output: (
    isEscaped: boolean,
    by: string,
    from: { start: number; end: number },
    filters: string[],
  ) => Output,
): readonly Output[] {
  const [first = '', ...rest] = splitFilters(text.slice(inner.start, inner.end));
  const filters = rest.map((part) => /^\s*([\w.]+)/.exec(part)?.[1] ?? '');
  const from = { start: inner.start, end: inner.start + first.length };
  const off = filters.findLastIndex(
    (name) => name === 'safe' || name === 'raw' || name === 'safeseq',
  );
  const on = filters.findLastIndex((name) => escapingFilters.has(name));
  // `|escape|safe` was escaped before it was called safe; either way it is.
  if (on >= 0) return [output(true, '', from, filters)];
  if (off >= 0) return [output(false, `|${filters[off]}`, from, filters)];
  return [output(automatic, 'autoescape', from, filters)];
}

/** Parts between single `|` outside of strings and brackets. */
function splitFilters(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { char, at, depth } of outsideStrings(text)) {
    const isFilter = char === '|' && depth === 0 && text[at + 1] !== '|' && text[at - 1] !== '|';
    if (!isFilter) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Helpers of Handlebars that put out what they get. */
const passingHelpers =
  /^(?:json|toJSON|jsonify|stringify|JSONstringify|raw|safe|unescape|html|trim|nl2br)$/i;

/** `{{name}}`, or `{{helper argument key=value}}`: what a helper makes is its own affair. */
function ofMustache(output: Output, text: string): Output {
  const [helper = '', argument, ...more] = output.expression.split(/\s+/);
  if (argument === undefined) return output;
  const passes = passingHelpers.test(helper) && more.every((word) => word.includes('='));
  const start = text.indexOf(argument, output.expressionAt.start + helper.length);
  return {
    ...output,
    expression: passes ? argument : '',
    expressionAt: passes ? { start, end: start + argument.length } : output.expressionAt,
    filters: [helper],
  };
}

/** `raw x`, `x.html_safe`, and both of them inside of another call. */
function ofRuby(tag: Tag, place: Place, family: Family): readonly Output[] {
  const { text } = family;
  const { expression, expressionAt: at } = expressionAt(text, {
    start: tag.inner.start,
    end: text[tag.inner.end - 1] === '-' ? tag.inner.end - 1 : tag.inner.end,
  });
  const output = (isEscaped: boolean, by: string, start: number, end: number): Output => ({
    start: tag.start,
    end: tag.end,
    ...expressionAt(text, { start, end }),
    filters: [],
    isEscaped,
    by,
    place,
  });
  const found: Output[] = [];
  const command = /^raw(?:\s+|(?=\())/.exec(expression)?.[0];
  if (command !== undefined) return [output(false, 'raw', at.start + command.length, at.end)];
  const whole = /\.html_safe$/.exec(expression);
  if (whole) return [output(false, 'html_safe', at.start, at.start + whole.index)];
  for (const match of expression.matchAll(
    /\braw\(([^()]*(?:\([^()]*\)[^()]*)*)\)|([@\w.[\]:'"]+)\.html_safe\b/g,
  )) {
    const inner = match[1] ?? match[2] ?? '';
    const start = at.start + match.index + match[0].indexOf(inner);
    found.push(
      output(false, match[1] === undefined ? 'html_safe' : 'raw', start, start + inner.length),
    );
  }
  if (found.length > 0) return found;
  // Without Rails nothing escapes; only what is sure is called so.
  const isEscaped = family.isRails || !isRequest(expression, 'erb');
  return [output(isEscaped, isEscaped ? '' : '<%= %>', at.start, at.end)];
}

/** An expression of JSP: the attribute of a tag of a library is for that tag alone. */
function ofEl(output: Output, tag: Tag): readonly Output[] {
  if (output.place.element?.includes(':')) return [];
  return [{ ...output, start: tag.start, end: tag.end }];
}

/** `out.print(…)` in the code of a JSP. */
function printed(tag: Tag, text: string): readonly Output[] {
  const code = text.slice(tag.inner.start, tag.inner.end);
  return [...code.matchAll(/\bout\.print(?:ln)?\(/g)].flatMap((match) => {
    const start = tag.inner.start + match.index;
    const open = start + match[0].length - 1;
    const close = closingBracket(text, open, tag.inner.end);
    if (close === undefined) return [];
    const inner = expressionAt(text, { start: open + 1, end: close });
    return [
      {
        start,
        end: close + 1,
        ...inner,
        filters: [],
        isEscaped: false,
        by: 'out.print',
        place: textPlace,
      },
    ];
  });
}

// -------------------------------------------------------------------------------------------------
// Attributes that put out their value

function ofAttribute(
  attribute: Attribute,
  all: readonly Attribute[],
  text: string,
): readonly Output[] {
  const name = attribute.name.toLowerCase();
  const value = text.slice(attribute.valueAt.start, attribute.valueAt.end);
  const output = (by: string, from = attribute.valueAt): Output => ({
    start: attribute.nameAt.start,
    end: attribute.valueAt.end,
    ...expressionAt(text, from),
    filters: [],
    isEscaped: false,
    by,
    place: textPlace,
  });
  if (name === 'v-html') {
    const [first = '', ...filters] = splitFilters(value);
    const { start } = attribute.valueAt;
    return filters.length > 0 ? [] : [output('v-html', { start, end: start + first.length })];
  }
  if (name === 'th:utext' || name === 'data-th-utext') {
    return springExpressions(value, '$*').map(({ start, end }) =>
      output('th:utext', {
        start: attribute.valueAt.start + start,
        end: attribute.valueAt.start + end,
      }),
    );
  }
  // <c:out value="${x}" escapeXml="false"/>, <h:outputText value="#{x}" escape="false"/>
  if (/^(?:escapexml|escape|escapehtml)$/.test(name) && /^false$/i.test(value.trim())) {
    const given = valueOfElement(attribute, all);
    if (!given) return [];
    const inner = springExpressions(text.slice(given.valueAt.start, given.valueAt.end), '$#');
    return inner.map(({ start, end }) => ({
      ...output(`${attribute.name}="false"`, {
        start: given.valueAt.start + start,
        end: given.valueAt.start + end,
      }),
      start: Math.min(given.nameAt.start, attribute.nameAt.start),
      end: Math.max(given.valueAt.end, attribute.valueAt.end),
    }));
  }
  return [];
}

/** The attribute `value` of the same element, which stands next to this one. */
function valueOfElement(attribute: Attribute, all: readonly Attribute[]): Attribute | undefined {
  if (!/^(?:c:out|h:outputtext|s:property)$/.test(attribute.element)) return undefined;
  const index = all.indexOf(attribute);
  return [index - 1, index + 1, index - 2, index + 2]
    .map((i) => all[i])
    .find((other) => other?.element === attribute.element && other.name.toLowerCase() === 'value');
}

/**
 * The insides of `${…}` and the like.
 * @param marks what may stand in front of the brace: `#` is a value in JSF, and in Thymeleaf a message
 *   of the application
 */
function springExpressions(value: string, marks: '$*' | '$#'): { start: number; end: number }[] {
  return [...value.matchAll(/([$*#])\{([^{}]*)\}/g)].flatMap((match) => {
    if (!marks.includes(match[1] ?? '')) return [];
    const start = match.index + 2;
    return [{ start, end: start + (match[2] ?? '').length }];
  });
}
