import type { TextEdit } from '../../report/finding';
import { leavesOf } from '../../templates/expression';
import type { Output, Template } from '../../templates/template';
import { packageNeed } from '../repairs/packages';
import type { FixDraft } from '../rule';

/** Repairs of templates: escaping is switched on again, in the form that the place needs. */

/**
 * Repairs of an output without escaping.
 * @param isSure the value comes from the request, so it is no HTML on purpose
 */
export function escapeOutput(output: Output, file: Template, isSure: boolean): readonly FixDraft[] {
  const { place } = output;
  if (place.kind === 'script' || place.kind === 'style') return inScript(output, file, isSure);
  const drafts: FixDraft[] = [];
  const add = (title: string, edits: readonly TextEdit[] | undefined, safe = isSure) => {
    if (edits && edits.length > 0) drafts.push({ title, edits, safe });
  };
  const quotes = place.kind === 'unquoted' ? quotesAround(output, file) : [];
  if (!quotes) return [];
  if (file.language === 'jsp' && isPlainJsp(output)) return inJsp(output, file, isSure, quotes);
  if (/["'`][^"'`]*<\w/.test(output.expression)) {
    add('Escape the data in it', escapeInside(output, file), true);
    return drafts;
  }
  const { title, edits } = escapedForm(output, file) ?? {};
  if (title !== undefined && edits) add(title, [...edits, ...quotes]);
  if (file.language === 'erb' && !isSure && quotes.length === 0) {
    add('Keep harmless HTML only (sanitize)', sanitized(output, file), false);
  }
  return drafts;
}

interface Form {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The mark that escapes, in the place of the one that does not. */
function escapedForm(output: Output, file: Template): Form | undefined {
  const { start, end, by, expressionAt } = output;
  const { text } = file;
  const starts = (mark: string) => text.startsWith(mark, start);
  const replace = (from: number, length: number, newText: string): TextEdit => ({
    start: from,
    end: from + length,
    newText,
  });
  const form = (title: string, ...edits: readonly TextEdit[]): Form => ({ title, edits });
  switch (by) {
    case '<%-':
    case '<%==':
      return starts(by) ? form('Escape it (<%=)', replace(start, by.length, '<%=')) : undefined;
    case '{!!': {
      const lines = /^nl2br\(([^()]+)\)$/.exec(output.expression)?.[1];
      if (lines !== undefined) {
        const from = expressionAt.start + 'nl2br('.length;
        return form('Escape it (e)', replace(from, lines.length, `e(${lines})`));
      }
      return text.slice(end - 3, end) === '!!}'
        ? form('Escape it ({{ }})', replace(start, 3, '{{'), replace(end - 3, 3, '}}'))
        : undefined;
    }
    case '{{{':
      return starts('{{{') && text.slice(end - 3, end) === '}}}'
        ? form('Escape it ({{ }})', replace(start, 3, '{{'), replace(end - 3, 3, '}}'))
        : undefined;
    case '{{&':
      return form('Escape it ({{ }})', replace(start + 2, 1, ''));
    case '|safe':
    case '|raw':
    case '|safeseq': {
      const filter = new RegExp(`\\s*\\|\\s*${by.slice(1)}\\b`);
      const found = filter.exec(text.slice(expressionAt.end, end));
      return found
        ? form(
            `Escape it (without ${by})`,
            replace(expressionAt.end + found.index, found[0].length, ''),
          )
        : undefined;
    }
    case 'autoescape':
      return form('Escape it (|escape)', replace(expressionAt.end, 0, '|escape'));
    case 'raw':
    case 'html_safe': {
      const edits = unmark(output, file, '', '');
      return edits && form(`Escape it (without ${by})`, ...edits);
    }
    case 'th:utext': {
      const at = text.indexOf('utext', start);
      return at >= 0 && at < end ? form('Escape it (th:text)', replace(at, 5, 'text')) : undefined;
    }
    case '[(':
      return starts('[(') && text.slice(end - 2, end) === ')]'
        ? form('Escape it ([[ ]])', replace(start, 2, '[['), replace(end - 2, 2, ']]'))
        : undefined;
    case '!=': {
      const at = text.lastIndexOf('!=', expressionAt.start);
      return at >= start ? form('Escape it (=)', replace(at, 2, '=')) : undefined;
    }
    case '!{ }':
      return starts('!{') ? form('Escape it (#{ })', replace(start, 1, '#')) : undefined;
    case 'v-html':
      return starts('v-html')
        ? form('Show it as text (v-text)', replace(start, 6, 'v-text'))
        : undefined;
    case '<%= %>':
      // https://docs.ruby-lang.org/en/3.3/ERB/Util.html
      return form('Escape it (ERB::Util)', ...around(output, 'ERB::Util.html_escape(', ')'));
    case '<?=':
      return form('Escape it (e)', ...around(output, 'e(', ')'));
    default:
      return /^escape\w*="false"$/i.test(by) ? withoutAttribute(output, file) : undefined;
  }
}

/** `<c:out value="…" escapeXml="false"/>`: it escapes when nothing is said. */
function withoutAttribute({ start, end }: Output, { text }: Template): Form | undefined {
  const found = /\s*\bescape\w*\s*=\s*(["'])false\1/i.exec(text.slice(start, end + 1));
  if (!found) return undefined;
  const at = start + found.index;
  return {
    title: `Escape it (without ${found[0].trim()})`,
    edits: [{ start: at, end: at + found[0].length, newText: '' }],
  };
}

/** Takes `raw` or `.html_safe` from an expression of Ruby, and puts another call around it. */
function unmark(
  { expressionAt, by, end: tagEnd, start: tagStart }: Output,
  { text }: Template,
  open: string,
  close: string,
): readonly TextEdit[] | undefined {
  const { start, end } = expressionAt;
  if (by === 'html_safe') {
    const mark = /^&?\.html_safe\b/.exec(text.slice(end, tagEnd))?.[0];
    if (mark === undefined) return undefined;
    const edits = [{ start: end, end: end + mark.length, newText: close }];
    return open === '' ? edits : [{ start, end: start, newText: open }, ...edits];
  }
  // `raw(x)` as a whole has its parentheses in the expression.
  const mark = /\braw(\s*\(\s*|\s*)$/.exec(text.slice(tagStart, start));
  if (!mark) return undefined;
  const from = start - mark[0].length;
  const inner = /^\(([\s\S]*)\)$/.exec(text.slice(start, end));
  if (inner) return [{ start: from, end, newText: `${open}${inner[1]?.trim()}${close}` }];
  const isCall = mark[1]?.includes('(') ?? false;
  if (isCall && text[end] !== ')') return undefined;
  return [
    {
      start: from,
      end: isCall ? end + 1 : end,
      newText: `${open}${text.slice(start, end)}${close}`,
    },
  ];
}

function sanitized(output: Output, file: Template): readonly TextEdit[] | undefined {
  if (output.by === 'raw' || output.by === 'html_safe')
    return unmark(output, file, 'sanitize(', ')');
  if (output.by !== '<%==') return undefined;
  const { start } = output;
  return [{ start, end: start + 4, newText: '<%=' }, ...around(output, 'sanitize(', ')')];
}

function around({ expressionAt: { start, end } }: Output, open: string, close: string) {
  return [
    { start, end: start, newText: open },
    { start: end, end, newText: close },
  ];
}

// -------------------------------------------------------------------------------------------------
// Tags written around the data

/** How a language escapes a value in an expression, and ends a text around it. */
function wrapper(file: Template): ((path: string) => string) | undefined {
  switch (file.language) {
    case 'ejs':
      // https://github.com/mde/ejs: what `<%=` calls
      return (path) => `escapeFn(${path})`;
    case 'erb':
      return (path) => `h(${path})`;
    case 'blade':
      return (path) => `e(${path})`;
    case 'twig':
    case 'jinja':
      return (path) => `${path}|escape`;
    default:
      return undefined;
  }
}

/** Escapes the data between tags that the template itself writes. */
function escapeInside(output: Output, file: Template): readonly TextEdit[] | undefined {
  const wrap = wrapper(file);
  if (!wrap) return undefined;
  const { expression, expressionAt } = output;
  const edits: TextEdit[] = [];
  for (const path of new Set(leavesOf(expression).map((leaf) => leaf.path))) {
    const at = expression.indexOf(path);
    if (at < 0 || expression.indexOf(path, at + 1) >= 0) return undefined;
    const start = expressionAt.start + at;
    const end = start + path.length;
    const before = expression.slice(0, at);
    const after = expression.slice(at + path.length);
    const isHole = /[#$]\{\s*$/.test(before) && /^\s*\}/.test(after);
    const isPart = /(?:^\(?|[~+.]\s+)$/.test(before) && /^(?:\)?$|\s+[~+.])/.test(after);
    if (isHole || isPart) edits.push({ start, end, newText: wrap(path) });
    else if (file.language === 'blade' && before.endsWith('{') && after.startsWith('}')) {
      const newText = `" . ${wrap(path)} . "`;
      edits.push({ start: start - 1, end: end + 1, newText });
    } else return undefined;
  }
  return edits;
}

// -------------------------------------------------------------------------------------------------
// JSP

function isPlainJsp({ by }: Output): boolean {
  return by === '<%= %>' || by === 'out.print' || by === '$'.concat('{ }');
}

/** https://jakarta.ee/specifications/tags/3.0/, https://owasp.org/www-project-java-encoder/ */
function inJsp(
  output: Output,
  file: Template,
  isSure: boolean,
  quotes: readonly TextEdit[],
): readonly FixDraft[] {
  const { text } = file;
  const { start, end, expression, by, place } = output;
  const top = startOfJsp(text);
  const line = (newText: string): TextEdit => ({ start: top, end: top, newText: `${newText}\n` });
  if (by !== '<%= %>' && by !== 'out.print') {
    const core = taglib(text, 'core');
    if (place.kind === 'text' && core !== undefined) {
      const quote = expression.includes('"') ? "'" : '"';
      const newText = `<${core}:out value=${quote}${text.slice(start, end)}${quote}/>`;
      return [{ title: 'Escape it (c:out)', edits: [{ start, end, newText }], safe: isSure }];
    }
    const known = taglib(text, 'functions');
    const uri = text.includes('jakarta.tags')
      ? 'jakarta.tags.functions'
      : 'http://java.sun.com/jsp/jstl/functions';
    const edits = [
      ...around(output, `${known ?? 'fn'}:escapeXml(`, ')'),
      ...(known === undefined ? [line(`<%@ taglib prefix="fn" uri="${uri}" %>`)] : []),
      ...quotes,
    ];
    return [{ title: 'Escape it (fn:escapeXml)', edits, safe: isSure }];
  }
  const data = dataOfJava(output, text);
  if (!data) return [];
  const isImported = /org\.owasp\.encoder\.(?:Encode|\*)/.test(text);
  const edits = [
    ...data,
    ...(isImported ? [] : [line('<%@ page import="org.owasp.encoder.Encode" %>')]),
    ...quotes,
  ];
  const packages = [packageNeed('maven', 'org.owasp.encoder:encoder')];
  return [{ title: 'Escape it (OWASP Encoder)', edits, safe: isSure, packages }];
}

function taglib(text: string, name: 'core' | 'functions'): string | undefined {
  const directives = text.matchAll(/<%@\s*taglib\b([^%]*)%>/g);
  for (const [, inside = ''] of directives) {
    if (!new RegExp(`uri\\s*=\\s*["'][^"']*[./]${name}["']`).test(inside)) continue;
    return /prefix\s*=\s*["']([\w-]+)["']/.exec(inside)?.[1];
  }
  return undefined;
}

/** Behind a byte-order mark and an XML declaration, where directives may begin. */
function startOfJsp(text: string): number {
  return /^\uFEFF?(?:<\?xml[^>]*\?>\s*)?/.exec(text)?.[0].length ?? 0;
}

/** The data in an expression of Java, encoded. */
function dataOfJava(
  { expression, expressionAt }: Output,
  text: string,
): readonly TextEdit[] | undefined {
  const encoded = (at: number, written: string): TextEdit => {
    const isText =
      /\.get(?:Parameter|Header|String|QueryString|Name|Value)\([^()]*\)$/.test(written) ||
      new RegExp(`\\bString\\s+${written.replace(/\W/g, '\\$&')}\\s*[=;,)]`).test(text);
    const start = expressionAt.start + at;
    return {
      start,
      end: start + written.length,
      newText: `Encode.forHtml(${isText ? written : `String.valueOf(${written})`})`,
    };
  };
  const leaves = leavesOf(expression);
  const [only] = leaves;
  if (leaves.length === 1 && only?.path === expression) return [encoded(0, expression)];
  const edits: TextEdit[] = [];
  for (const path of new Set(leaves.map((leaf) => leaf.path))) {
    const at = expression.indexOf(path);
    const isPart =
      /(?:^|\+\s*)$/.test(expression.slice(0, at)) &&
      /^(?:$|\s*\+)/.test(expression.slice(at + path.length));
    if (at < 0 || expression.indexOf(path, at + 1) >= 0 || !isPart) return undefined;
    edits.push(encoded(at, path));
  }
  return edits;
}

// -------------------------------------------------------------------------------------------------
// Places where escaping for HTML is not enough

/** Repairs of an escaped output in an attribute without quotes, or in a script. */
export function fitPlace(output: Output, file: Template): readonly FixDraft[] {
  const { place } = output;
  if (place.kind === 'unquoted') {
    const edits = quotesAround(output, file);
    return edits ? [{ title: 'Put it in quotes', edits, safe: true }] : [];
  }
  return place.kind === 'script' ? inScript(output, file, true) : [];
}

/** Quotes around an output that is the whole value of an attribute. */
function quotesAround(
  { start, end, expression }: Output,
  { text, language }: Template,
): readonly TextEdit[] | undefined {
  if (text[start - 1] !== '=' || !/^[\s>]/.test(text[end] ?? '')) return undefined;
  const quote = language === 'vue' && expression.includes('"') ? "'" : '"';
  return [
    { start, end: start, newText: quote },
    { start: end, end, newText: quote },
  ];
}

/** A value in a script, as JSON in which nothing ends the script. */
function inScript(output: Output, file: Template, safe: boolean): readonly FixDraft[] {
  const { place, start, end, expression, expressionAt, filters } = output;
  if (place.kind !== 'script' || place.isQuoted) return [];
  const whole = (title: string, newText: string): readonly FixDraft[] => [
    { title, edits: [{ start, end, newText }], safe },
  ];
  switch (file.language) {
    case 'ejs': {
      const json = /^JSON\.stringify\(/.test(expression)
        ? expression
        : `JSON.stringify(${expression})`;
      return whole(
        'Write it as JSON for a script (JSON.stringify)',
        `<%- ${json}.replace(/</g, '\\\\u003c') %>`,
      );
    }
    case 'erb': {
      const value = output.by === 'raw' ? expression.replace(/^\(([\s\S]*)\)$/, '$1') : expression;
      const json = /\.to_json$/.test(value) ? value : `${value}.to_json`;
      return whole(
        'Write it as JSON for a script (json_escape)',
        `<%= raw json_escape(${json}) %>`,
      );
    }
    case 'blade':
      return whole('Write it as JSON for a script (@json)', `@json(${expression})`);
    case 'twig':
      return whole(
        'Write it as JSON for a script (json_encode)',
        `{{ ${expression}|json_encode|raw }}`,
      );
    case 'jinja': {
      // Django has no such filter.
      if (/\{%-?\s*(?:load|url|static|csrf_token)\b/.test(file.text)) return [];
      const last = filters.length === 0 ? '' : file.text.slice(expressionAt.end, end);
      if (/\((?!\s*\))/.test(last)) return [];
      return whole('Write it as JSON for a script (tojson)', `{{ ${expression}|tojson }}`);
    }
    default:
      return [];
  }
}
