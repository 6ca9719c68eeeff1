import type {
  ArgRef,
  CallResult,
  CallSpec,
  CheckSpec,
  Harmless,
  SinkSpec,
  SourceKind,
  SourceSpec,
} from '../engine/model';
import { type SiteKindName, startsWithSlash } from './siteKinds';

/**
 * Short ways to write the parts of models, for every language. Symbols are as in `engine/model.ts`;
 * `*.name` is a method of any receiver.
 */

type Extra = Pick<SinkSpec, 'data' | 'where' | 'unless'>;
type Roles = Readonly<Record<string, ArgRef | 'receiver'>>;

/** `each('hashlib.', 'md5 sha1')` gives `hashlib.md5` and `hashlib.sha1`. */
export function each(prefix: string, names: string): readonly string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => prefix + name);
}

/** All pairs of a prefix and a name. */
export function across(prefixes: readonly string[], names: string): readonly string[] {
  return prefixes.flatMap((prefix) => each(prefix, names));
}

/** An argument by position and, where it has one, by keyword. */
export function at(position: number, name?: string): ArgRef {
  return name === undefined ? { position } : { position, name };
}

/** A keyword argument. */
export function kw(name: string): ArgRef {
  return { name };
}

/** Sites at calls of these symbols. */
export function sinks(
  kind: SiteKindName,
  symbols: readonly string[],
  roles: Roles = {},
  extra: Extra = {},
): readonly SinkSpec[] {
  return symbols.map((symbol) => ({
    kind,
    at: symbol.startsWith('*.') ? { method: symbol.slice(2) } : { call: symbol },
    roles,
    ...extra,
  }));
}

/** Sites at functions, classes and parameters with one of these decorators. */
export function decorators(
  kind: SiteKindName,
  symbols: readonly string[],
  roles: Roles = {},
  extra: Extra = {},
): readonly SinkSpec[] {
  return symbols.map((decorator) => ({ kind, at: { decorator }, roles, ...extra }));
}

/** Calls with this result. */
export function gives(
  result: CallResult,
  symbols: readonly string[],
  rest: Omit<CallSpec, 'call' | 'result'> = {},
): readonly CallSpec[] {
  return symbols.map((call) => ({ call, result, ...rest }));
}

/** Calls whose result carries no attack on these kinds of sites (absent: on any). */
export function cleans(symbols: readonly string[], kinds?: readonly string[]): readonly CallSpec[] {
  return gives('clean', symbols, kinds ? { cleans: kinds } : {});
}

/**
 * Replacements of a mark that an attack needs: a text in quotes of XPath ends with a quote only, and
 * HTML without `<` has no tags.
 */
export function withoutMarks(call: string, mark: ArgRef, by: ArgRef): readonly CallSpec[] {
  const without = (marks: readonly string[], rest: RegExp, kinds: readonly string[]): CallSpec => ({
    call,
    result: 'clean',
    cleans: kinds,
    where: [
      { arg: mark, is: marks },
      { arg: by, matches: rest },
    ],
  });
  return [without(["'", '"'], /^[^'"]*$/, ['xpath']), without(['<'], /^[^<]*$/, markup)];
}

/** Calls that say that their argument (or receiver) is harmless. */
export function checks(
  symbols: readonly string[],
  subject: CheckSpec['subject'],
  rest: Partial<Omit<CheckSpec, 'call' | 'subject'>> = {},
): readonly CheckSpec[] {
  return symbols.map((call) => ({ call, subject, when: true, ...rest }));
}

/**
 * Sink kinds that data of a source cannot harm. What does not come with a link cannot send a visitor
 * anywhere, and all of these are text, never an object with operators.
 */
const harmless: Readonly<Record<string, Harmless>> = {
  'the path of the request': ['nosql-query'],
  'a header of the request': ['nosql-query', 'redirect'],
  'a cookie of the request': ['nosql-query', 'redirect'],
  'the address of the request': ['nosql-query', 'redirect', startsWithSlash],
  'the Host header of the request': ['nosql-query', 'redirect'],
  // In a browser there is no server to attack.
  'the address of the page': ['http-request', 'file-path', 'command', 'sql', 'nosql-query', 'log'],
};

/** A pattern that a path of the own site begins with: one slash, and no second one. */
const ownPath = /^[/~#]?(?:\^|\\A)\\?\/(?:\((?:\?:)?)?(?:\[(?!\^?\])|\\w|[a-z])/i;
/** A pattern that ties an address to its host. Between slashes, a slash in it is escaped. */
const ownHost =
  /^(?:\/\^https?\??:(?:\\\/){2}[\w\\.-]+\\\/|(?:\^|\\A)https?\??:(?:\\?\/){2}[\w\\.-]+\\?\/)/i;

/**
 * A pattern that a whole text has to match, without a part that takes anything. Letters, digits and
 * lines alone harm nothing at all: the engine knows such patterns.
 */
const wholeName =
  /^\/\^(?=.*(?:\\[/.]|[@. ]))(?!.*(?<!\\)\.[*+{])(?!.*\[\^(?![^\]]*\/)).*\$\/[a-z]*$/;

/** Matches of a whole text: what has passed has the form of a name, and leads out of no folder. */
export function nameChecks(
  symbols: readonly string[],
  subject: CheckSpec['subject'],
  pattern: ArgRef | 'receiver',
): readonly CheckSpec[] {
  return checks(symbols, subject, {
    cleans: ['file-path', 'upload', 'extract'],
    where: [{ arg: pattern, matches: wholeName }],
  });
}

/** Matches that say where an address leads. */
export function addressChecks(
  symbols: readonly string[],
  subject: CheckSpec['subject'],
  pattern: ArgRef | 'receiver',
): readonly CheckSpec[] {
  return [
    ...checks(symbols, subject, {
      cleans: ['redirect'],
      where: [{ arg: pattern, matches: ownPath }],
    }),
    ...checks(symbols, subject, {
      cleans: ['redirect', 'http-request'],
      where: [{ arg: pattern, matches: ownHost }],
    }),
  ];
}

/** Reads (or, when `called`, calls) that give data of this kind. */
export function sources(
  kind: SourceKind,
  label: string,
  symbols: readonly string[],
  called = false,
): readonly SourceSpec[] {
  const cannot = harmless[label];
  return symbols.map((symbol) => ({
    symbol,
    called,
    kind,
    label,
    ...(cannot && { harmless: cannot }),
  }));
}

/** Like `remote`, for what is text and never an object, whatever is sent. */
export function remoteText(label: string, symbols: readonly string[], called = false) {
  return remote(label, symbols, called).map((source) => ({
    ...source,
    harmless: [...new Set([...(source.harmless ?? []), 'nosql-query'])],
  }));
}

/** What an attacker on the network chooses. */
export function remote(label: string, symbols: readonly string[], called = false) {
  return sources('remote', label, symbols, called);
}

/** What the person at the keyboard, the command line or the environment chooses. */
export function local(label: string, symbols: readonly string[], called = false) {
  return sources('local', label, symbols, called);
}

/** Derived symbols (calls, members) that are instances of a type. */
export function instances(
  type: string,
  symbols: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(symbols.map((symbol) => [symbol, type]));
}

/** Kinds of sites whose text HTML-escaping makes harmless. */
export const markup = ['html', 'response', 'xml'] as const;

/** `escapeHtml`, `html_escape`, `escape_for_html`, `encodeHTMLEntities`, `esc_html`. */
const markupEscape =
  /^_*(?:html_?(?:special_?chars|escaped?|encode|quote)|(?:html_?)?(?:escape|encode|quote|esc)_?(?:for_?|as_?|to_?)?(?:html|markup)(?:_?(?:entities|chars|special_?chars|attr(?:ibute)?|string|text))?)$/i;

/** `LanguageModel.cleansByName` of every language. */
export function cleansByName(name: string): readonly string[] | undefined {
  return markupEscape.test(name) ? markup : undefined;
}

/** Kinds of sites at which text without special characters (letters, digits, `.`, `_`, `-`) is harmless. */
export const plainText = [
  'sql',
  'command',
  'code',
  'template-source',
  'ldap',
  'xpath',
  'xml',
  'response-header',
  'log',
  'html',
  'response',
  'render',
  'file-path',
  'upload',
  'extract',
] as const;
