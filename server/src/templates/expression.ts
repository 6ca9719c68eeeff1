import { outsideStrings } from './outside';
import type { TemplateLanguage } from './template';

/**
 * What a small expression in a template is made of. It is read by its form alone, the same for all
 * languages that stand in templates: what is not understood gives nothing.
 */
export interface Leaf {
  /** As written: `post.body`, `@user.name`, `$page['title']`. */
  readonly path: string;
  /** The last name in it. */
  readonly name: string;
  /** A name alone, without an owner. */
  readonly isBare: boolean;
}

const pathPattern =
  /^(?:[@$]{0,2}[A-Za-z_][\w-]*|\.\.\/|this|\.)(?:(?:\?\.|&\.|\?->|->|::|\.|\/|#)[@$]?[A-Za-z_]\w*[?!]?|\??\.?\[[^\][]*\])*$/;
const callPattern = /^([@$\w.\->:?&[\]'"/]*?)([A-Za-z_]\w*[?!]?)\s*\(([\s\S]*)\)$/;
/** `helper argument, argument`, without parentheses. */
const commandPattern = /^([a-z_]\w*[?!]?)\s+(?![=+\-*/|&<>?.])([\s\S]+)$/;

/** Functions that give back what they get, in another form. */
const passing: ReadonlySet<string> = new Set(
  'trim ltrim rtrim strip lstrip rstrip squish chomp strtoupper strtolower ucfirst ucwords lcfirst nl2br substr mb_substr str_replace preg_replace sprintf printf format implode join stripslashes html_entity_decode htmlspecialchars_decode urldecode rawurldecode decodeURIComponent decodeURI unescape String toString to_s upcase downcase capitalize titleize humanize truncate toUpperCase toLowerCase concat slice substring replace replaceAll raw html_safe stringify dump dumps Markup mark_safe SafeString safeString HtmlString valueOf str repr title upper lower dig fetch presence first last'.split(
    ' ',
  ),
);

const maxDepth = 6;

/** The data that an expression puts out, without what its calls make safe or make new. */
export function leavesOf(expression: string, depth = 0): readonly Leaf[] {
  const text = unwrapped(expression);
  if (text === '' || depth > maxDepth || isConstant(text)) return [];
  const quoted = /^(["'`])([\s\S]*)\1$/.exec(text);
  if (quoted && isOneString(text)) {
    return holesOf(quoted[2] ?? '', quoted[1] ?? '').flatMap((hole) => leavesOf(hole, depth + 1));
  }
  const parts = alternatives(text);
  if (parts.length > 1) return parts.flatMap((part) => leavesOf(part, depth + 1));
  if (pathPattern.test(text)) return [leafOf(text)];
  const call = callPattern.exec(text) ?? undefined;
  if (call && isBalanced(call[3] ?? '')) {
    return leavesOfCall(call[1] ?? '', call[2] ?? '', call[3] ?? '', depth);
  }
  const command = commandPattern.exec(text);
  if (command && passing.has(command[1] ?? ''))
    return leavesOf(firstArgument(command[2] ?? ''), depth + 1);
  return [];
}

function leavesOfCall(owner: string, name: string, args: string, depth: number): readonly Leaf[] {
  const receiver = owner.replace(/(?:\?\.|&\.|\?->|->|::|\.)$/, '');
  if (request.test(` ${owner}${name}(`))
    return [{ path: `${owner}${name}(${args})`, name, isBare: false }];
  if (passing.has(name)) {
    // Of `value.trim()` the value, of `trim(value)` the argument; of `JSON.stringify(value)` as well.
    const isMethod = receiver !== '' && !/^[A-Z]\w*$/.test(receiver);
    const given = isMethod
      ? receiver
      : firstArgument(name === 'sprintf' || name === 'format' ? '' : args);
    return leavesOf(given, depth + 1);
  }
  // `result.getString("name")`, `session.getAttribute("name")`: the name is the argument.
  const given = /^get(?:String|Object|Attribute)$/.test(name)
    ? /^\s*"(\w+)"\s*$/.exec(args)?.[1]
    : undefined;
  if (given !== undefined && pathPattern.test(receiver)) {
    return [{ path: `${owner}${name}(${args})`, name: given, isBare: false }];
  }
  // A getter is a field in another dress.
  const field = /^get([A-Z]\w*)$/.exec(name)?.[1];
  if (field !== undefined && args.trim() === '' && pathPattern.test(receiver)) {
    return [
      { path: `${owner}${name}()`, name: field[0]?.toLowerCase() + field.slice(1), isBare: false },
    ];
  }
  return [];
}

function leafOf(path: string): Leaf {
  const key = /\[\s*[:'"]?([\w-]+)['"]?\s*\]$/.exec(path)?.[1];
  const name = key ?? /([A-Za-z_][\w-]*)[?!]?$/.exec(path)?.[1] ?? path;
  return { path, name, isBare: /^[@$]*[\w-]+$/.test(path) };
}

/** Names under which frameworks give what the visitor sent. */
const request =
  /(?:^|[^\w.>])(?:(?:request|req)(?:\.|->)(?:args|form|values|GET|POST|REQUEST|params|query|body|cookies|headers|param|parameters|queryParams|query_params|query_string|getParameter|getHeader|getQueryString|input|get)\b|ctx\.(?:query|request\.(?:query|body))\b|(?:params|cookies)(?:\[|\.(?:fetch|dig|require)\b)|request\(|\$request->|\$_(?:GET|POST|REQUEST|COOKIE)\b|app\.request\.(?:query|request|get|cookies)\b|Request::(?:input|get|query)\b)/;
/** The objects of the expression language: https://jakarta.ee/specifications/expression-language/ */
const implicitObjects = /^(?:param|paramValues|header|headerValues|cookie)(?:\.|\[)/;

/** Whether an expression is data of the request, as far as its own words show. */
export function isRequest(expression: string, language: TemplateLanguage): boolean {
  const text = expression.trim();
  if (language === 'jsp' || language === 'html') {
    if (implicitObjects.test(text)) return true;
  }
  return request.test(` ${text}`);
}

/** A literal that holds no other value. */
function isConstant(text: string): boolean {
  if (/^(?:-?\d[\d._]*|true|false|null|nil|None|undefined|:\w+|\{\s*\}|\[\s*\])$/i.test(text))
    return true;
  const string = /^(["'`])([\s\S]*)\1$/.exec(text);
  return (
    string !== null && isOneString(text) && holesOf(string[2] ?? '', string[1] ?? '').length === 0
  );
}

/** `"a"`, but not `"a" + "b"`. */
function isOneString(text: string): boolean {
  const quote = text[0] ?? '';
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at === text.length - 1;
  }
  return false;
}

/** `${x}` in JavaScript, `#{x}` in Ruby, `{$x}` and `$x` in PHP. */
function holesOf(content: string, quote: string): string[] {
  if (quote === "'") return [];
  return [...content.matchAll(/[$#]\{([^{}]*)\}|\{(\$[^{}]*)\}|(?<![\\{])(\$[a-z_]\w*)/gi)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function unwrapped(expression: string): string {
  let text = expression.trim().replace(/;+$/, '').trim();
  while (text.startsWith('(') && text.endsWith(')') && isBalanced(text.slice(1, -1))) {
    text = text.slice(1, -1).trim();
  }
  return text;
}

/** No bracket closes what was not opened, and all are closed. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const { char, depth } of outsideStrings(text)) {
    if (depth < 0) return false;
    if ('([{'.includes(char)) open++;
    else if (')]}'.includes(char)) open--;
  }
  return open === 0;
}

/** What an expression may be or is joined from: operands of `+`, `.`, `~`, `||`, `??`, `?:` and `or`. */
function alternatives(text: string): string[] {
  const cuts: { at: number; length: number; isTest: boolean }[] = [];
  for (const { at, depth } of outsideStrings(text)) {
    if (depth !== 0) continue;
    const operator =
      /^(?:\s+(?:\.|\+|~|\?:|\?\?|\|\||&&|\?|:|or|and|if|unless|else)\s+|\?\?|\|\||\+(?!\+)|~)/.exec(
        text.slice(at, at + 12),
      )?.[0];
    const last = cuts.at(-1);
    if (operator === undefined || (last && at < last.at + last.length)) continue;
    cuts.push({ at, length: operator.length, isTest: /^\s*(?:\?|&&|and)\s*$/.test(operator) });
  }
  if (cuts.length === 0) return [text];
  // The condition of `a if b` stands behind.
  const parts: string[] = [];
  let from = 0;
  let skip = false;
  for (const { at, length, isTest } of [...cuts, { at: text.length, length: 0, isTest: false }]) {
    const part = text.slice(from, at);
    if (!isTest && !skip) parts.push(part);
    skip = /^\s*(?:if|unless)\s*$/.test(text.slice(at, at + length));
    from = at + length;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '' && part !== text);
}

function firstArgument(args: string): string {
  for (const { char, at, depth } of outsideStrings(args)) {
    if (char === ',' && depth === 0) return args.slice(0, at);
  }
  return args;
}
