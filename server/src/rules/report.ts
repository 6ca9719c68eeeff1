import { isSite } from '../engine/conditions';
import { type FlowResult, role, type Site, type SiteArg } from '../engine/sites';
import type { FunctionNode, Module, Node, Span } from '../ir/types';
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
