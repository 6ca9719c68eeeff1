import { role, type Site } from '../../engine/sites';
import type { Taint } from '../../engine/values';
import type { Expr, LanguageId, Literal, Module, Node } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import { detection, isTestFile } from '../report';
import { type Exposure, exposure, type Rule, type RuleContext } from '../rule';
import { isExponential, repeatsGroup } from './backtracking';
import { fixes } from './fix';

const why = 'It can read the same text in many ways, and tries all of them before it gives up.';
const advice = 'Rewrite the repetition inside the repetition, or limit the length of the text.';

const messages = {
  remote: `The request chooses the text that this pattern is matched against. ${why} A short text can keep this server busy for hours. ${advice}`,
  other: `This pattern can take hours on a short text. ${why} ${advice}`,
} as const;

/** Engines that stop by themselves: PCRE by a limit of steps, Ruby (3.2) by remembering what failed. */
const limited: readonly LanguageId[] = ['php', 'ruby'];

/** Languages in which a pattern can be a literal of its own. */
const withLiterals: readonly LanguageId[] = ['javascript', 'typescript', 'ruby'];

/** CWE-1333: a pattern that takes exponential time. */
export const rule: Rule = {
  id: 'redos',
  title: 'Regular expression that can take hours',
  cwe: [1333],
  owasp: 'A06:2025 Insecure Design',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby'],
  siteKinds: ['regex'],
  fixes: ({ at }, context) => fixes(at, context),
  check(site, context) {
    if (isTestFile(context.flow.file, context.text)) return undefined;
    for (const pattern of patternsAt(site, context)) {
      if (!takesExponentialTime(pattern, context)) continue;
      const isLimited = limited.includes(context.module.language);
      const from = isLimited ? undefined : input(site, context);
      return from
        ? detection(site, 'error', messages.remote, { at: pattern.node, taint: from })
        : detection(site, isLimited ? 'hint' : 'warning', messages.other, { at: pattern.node });
    }
    return undefined;
  },
  // A literal that is used in another file, or in a way that no model knows.
  inspect(context) {
    const { language } = context.module;
    if (!withLiterals.includes(language) || !repeatsGroup.test(context.text)) return [];
    if (isTestFile(context.flow.file, context.text)) return [];
    return nodesOf(context.module, 'literal')
      .flatMap(patternOf)
      .filter((pattern) => takesExponentialTime(pattern, context))
      .map(({ node }) => ({
        at: { start: node.start, end: node.end },
        severity: limited.includes(language) ? 'hint' : 'warning',
        message: messages.other,
        fixes: () => fixes(node, context),
      }));
  },
};

interface WrittenPattern {
  readonly node: Expr;
  readonly text: string;
  readonly flags: string;
}

function takesExponentialTime({ text, flags }: WrittenPattern, { module }: RuleContext): boolean {
  return isExponential(text, {
    ignoreCase: flags.includes('i'),
    dotAll: flags.includes('s'),
    extended: flags.includes('x'),
    nestedClasses: module.language === 'java' || module.language === 'ruby',
  });
}

function patternOf(node: Literal): readonly WrittenPattern[] {
  return node.regex && typeof node.value === 'string'
    ? [{ node, ...withoutMarks(node.value) }]
    : [];
}

function literalsIn(tree: Node): readonly WrittenPattern[] {
  const found: WrittenPattern[] = [];
  walk(tree, (node) => {
    if (node.kind === 'literal') found.push(...patternOf(node));
  });
  return found;
}

/** What a site matches: a literal in it, one that a name in it stands for, or a text. */
function patternsAt(site: Site, context: RuleContext): readonly WrittenPattern[] {
  const pattern = role(site, 'pattern');
  const text = pattern?.value.constant?.value;
  if (pattern && typeof text === 'string') {
    const written = context.module.language === 'php' ? withoutMarks(text) : { text, flags: '' };
    const flags = written.flags + flagArguments(site, context);
    return [{ node: pattern.node, text: written.text, flags }];
  }
  return [site.receiver, ...site.args].flatMap((arg) => {
    if (arg?.node.kind === 'literal') return literalsIn(arg.node);
    const value = arg?.node.kind === 'name' && definitionOf(arg.node.name, context.module);
    return value ? literalsIn(value) : [];
  });
}

/** `/text/flags`, as JavaScript and PHP write it; PHP may use other marks than slashes. */
function withoutMarks(written: string): { text: string; flags: string } {
  const [, open, text, close, flags] =
    /^\s*([^\w\s\\])([\s\S]*)([^\w\s\\])([a-zA-Z]*)$/.exec(written) ?? [];
  const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
  if (open === undefined || text === undefined || close !== (pairs[open] ?? open)) {
    return { text: written, flags: '' };
  }
  return { text, flags: flags ?? '' };
}

/** The letters of flags that are given as constants: `re.I | re.VERBOSE`, `Pattern.COMMENTS`, `'i'`. */
function flagArguments(site: Site, context: RuleContext): string {
  const pattern = role(site, 'pattern');
  const written = site.args
    .filter((arg) => arg !== pattern)
    .map(({ node }) => context.text.slice(node.start, node.end))
    .join(' ');
  const known: readonly (readonly [RegExp, string])[] = [
    [/\b(?:re\.I|IGNORECASE|CASE_INSENSITIVE)\b/, 'i'],
    [/\b(?:re\.S|DOTALL)\b/, 's'],
    [/\b(?:re\.X|VERBOSE|COMMENTS|EXTENDED)\b/, 'x'],
  ];
  return known.map(([name, flag]) => (name.test(written) ? flag : '')).join('');
}

const definitions = new WeakMap<Module, ReadonlyMap<string, Node | undefined>>();

/** What a name is given, when that happens once in the file. */
function definitionOf(name: string, module: Module): Node | undefined {
  let known = definitions.get(module);
  if (!known) {
    known = definitionsIn(module);
    definitions.set(module, known);
  }
  return known.get(name);
}

function definitionsIn(module: Module): ReadonlyMap<string, Node | undefined> {
  const found = new Map<string, Node | undefined>();
  for (const { target, value } of nodesOf(module, 'assign')) {
    if (target.kind === 'name' && value)
      found.set(target.name, found.has(target.name) ? undefined : value);
  }
  return found;
}

/** Data of the request in the text that is matched: in all but the pattern. */
function input(site: Site, { flow }: RuleContext): Taint | undefined {
  const named = role(site, 'input');
  for (const arg of named ? [named] : [site.receiver, ...site.args]) {
    const found: Exposure = arg ? exposure(arg.value, 'redos', flow) : { level: 'none' };
    if (found.level === 'remote') return found.taint;
  }
  return undefined;
}
