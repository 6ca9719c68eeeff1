import { isSite } from '../engine/conditions';
import { type FlowResult, role, type Site, type SiteArg } from '../engine/sites';
import type { Expr, FunctionNode, Module, Node, Span } from '../ir/types';
import { walk } from '../ir/walk';
import type { Severity } from '../report/finding';
import { enclosingFunction, nodesAt } from './edits';
import type { Detection, RuleContext } from './rule';

/** What several rules need to say where something is wrong, and what stands around it. */

/** A detection at a site; it marks the site's node unless `at` says otherwise. */
export function detection(
  site: Site,
  severity: Severity,
  message: string,
  more: Partial<Pick<Detection, 'at' | 'taint' | 'detail' | 'cwe'>> = {},
): Detection {
  const { start, end } = more.at ?? site.node;
  return {
    at: { start, end },
    severity,
    message,
    taint: more.taint,
    site,
    detail: more.detail,
    cwe: more.cwe,
  };
}

/** The argument of role `value` where there is one, so that the mark is on the setting itself. */
export function valueOrNode(site: Site): Span {
  return role(site, 'value')?.node ?? site.node;
}

/**
 * What stands under one of these keys of an argument that is a map, such as `password` in options;
 * undefined when it has none of them. The node is the whole argument where the map is not written there.
 */
export function fieldOf(arg: SiteArg | undefined, keys: readonly string[]): SiteArg | undefined {
  if (arg?.value.shape?.kind !== 'map') return undefined;
  for (const key of keys) {
    const value = arg.value.shape.fields.get(key);
    if (!value) continue;
    const entries = arg.node.kind === 'map' ? arg.node.entries : [];
    const entry = entries.find((one) => one.key?.kind === 'literal' && one.key.value === key);
    return { node: entry?.value ?? arg.node, value, name: key, spread: false };
  }
  return undefined;
}

/** The part of a call that names it and its first argument: a route without its handlers. */
export function headOf(site: Site): Span {
  const { node } = site;
  if (node.kind !== 'call') return node;
  const first = node.args[0];
  return { start: node.start, end: first && isShort(first) ? first.end : node.callee.end };
}

function isShort(span: Span): boolean {
  return span.end - span.start < 120;
}

const sitesByKinds = new WeakMap<FlowResult, Map<string, readonly Site[]>>();

/** Sites of these kinds in the same file. */
export function sitesOf({ flow }: RuleContext, ...kinds: readonly string[]): readonly Site[] {
  let known = sitesByKinds.get(flow);
  if (!known) sitesByKinds.set(flow, (known = new Map()));
  const key = kinds.join(' ');
  let sites = known.get(key);
  if (!sites) {
    sites = flow.sites.filter((site) => kinds.includes(site.kind) && isSite(site));
    known.set(key, sites);
  }
  return sites;
}

/** The function of the file that a site stands in, the outermost one that is no wrapper of modules. */
export function outerFunction(module: Module, span: Span): Span {
  const functions = nodesAt(module, span).filter(
    (node) => node.kind === 'function' || node.kind === 'function-decl',
  );
  return functions[0] ?? enclosingFunction(module, span) ?? module;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Identifiers and property names that occur in a function. */
export function namesIn(fn: FunctionNode | Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk('kind' in fn ? fn : fn.body, (node) => {
    if (node.kind === 'name') names.add(node.name);
    else if (node.kind === 'member') names.add(node.property);
    else if (node.kind === 'literal' && typeof node.value === 'string' && node.value.length < 40) {
      names.add(node.value);
    }
  });
  return names;
}

const functionsByName = new WeakMap<Module, ReadonlyMap<string, FunctionNode>>();

/** The functions of a file that have a name: declared, assigned to a variable, or methods. */
function namedFunctions(module: Module): ReadonlyMap<string, FunctionNode> {
  const known = functionsByName.get(module);
  if (known) return known;
  const named = new Map<string, FunctionNode>();
  walk(module, (node) => {
    if (node.kind === 'class-decl') {
      for (const fn of node.cls.methods) if (fn.name !== undefined) named.set(fn.name, fn);
    } else if (node.kind === 'function-decl') {
      if (node.fn.name !== undefined) named.set(node.fn.name, node.fn);
    } else if (node.kind === 'assign' && node.value?.kind === 'function') {
      if (node.target.kind === 'name') named.set(node.target.name, node.value.fn);
    }
  });
  functionsByName.set(module, named);
  return named;
}

/** Functions of the same file that a part of it calls, on its own or on `this`; and those that they call. */
export function calledFunctions(part: Node | Module, module: Module): readonly FunctionNode[] {
  const named = namedFunctions(module);
  const called = new Set<FunctionNode>();
  const parts = [part];
  for (let next = parts.pop(); next; next = parts.pop()) {
    walk(next, (node) => {
      const name = node.kind === 'call' ? ownName(node.callee) : undefined;
      const fn = name === undefined ? undefined : named.get(name);
      if (fn === undefined || called.has(fn)) return;
      called.add(fn);
      parts.push(fn.body);
    });
  }
  return [...called];
}

function ownName(callee: Expr): string | undefined {
  if (callee.kind === 'name') return callee.name;
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return undefined;
  return /^(?:this|self|cls)$/.test(callee.object.name) ? callee.property : undefined;
}

/**
 * By the conventions of test runners: endings that they look for, and folders that nobody calls a
 * whole project. A folder `test` may be just that.
 */
const testFile =
  /(?:^|[\\/])(?:__tests__|__mocks__|src[\\/]test|cypress|e2e)[\\/]|\.(?:test|spec)\.\w+$|[_-](?:test|spec)\.(?:[cm]?[jt]sx?|py|rb)$|(?:^|[\\/])(?:test_[^\\/]*|tests|conftest)\.py$|Test\.php$/;

/** Whether a path is that of an example: its keys and cookies are nobody's. */
export function isExampleFile(path: string): boolean {
  return /(?:^|[\\/])(?:examples?|fixtures|factories|seed(?:er)?s)[\\/]/.test(path);
}

/** Folders that hold tests in most projects; a folder of that name may be the project itself. */
const testFolder = /(?:^|[\\/])(?:tests?|specs?)[\\/]/;
const testWords =
  /(?<![.\w])(?:describe|it|suite|expect|before(?:Each|All)?)\s*\(|\bassert(?:\w*\s*\(|\s)|TestCase|IntegrationTest|FactoryBot|\bfactory\.|\bpytest\b|\bfixtures?\b|@Test\b|\bTEST_|namespace Tests\b/;

/**
 * Whether a path is that of a test: what stands there protects nothing.
 * With the text, also a file in a folder `test` that has the words of tests.
 */
export function isTestFile(path: string, text = ''): boolean {
  return testFile.test(path) || (testFolder.test(path) && testWords.test(text));
}

/** Where Django and Rails have the settings of a developer's own machine. */
const developmentFile =
  /(?:^|[\\/])(?:settings[\\/](?:dev|development|local|test)\.py|tests?[\\/]settings\w*\.py|environments[\\/](?:development|test)\.rb)$/;
/** How Flask's documentation calls classes of settings: https://flask.palletsprojects.com/config/ */
const developmentClass =
  /^(?:Dev|Development|Local|Test|Testing)(?:Config|Configuration|Settings)$/;

/** Settings that only a developer's machine or a test run takes. */
export function isForDevelopment(site: Site, context: RuleContext): boolean {
  if (developmentFile.test(site.file)) return true;
  return nodesAt(context.module, site.node).some(
    (node) =>
      (node.kind === 'class' || node.kind === 'class-decl') &&
      developmentClass.test(node.cls.name ?? ''),
  );
}
