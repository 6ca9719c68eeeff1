import { role, type Site, type SiteArg } from '../../engine/sites';
import { enclosingFunction } from '../edits';
import { isOpen as isOpenVariable, isPageScript } from '../pageScripts';
import { detection, isTestFile, outerFunction } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';
import { taintRule } from '../taintRule';
import { fixes } from './fix';
import { remoteObjects } from './remoteMethods';

const what =
  'Reading objects in this format can run code that the sender chose. Use a format that holds only data, such as JSON, and check what comes out.';

const advice =
  'Whoever can change this data can run code here, because the format makes objects of any class. That is safe only while nobody but this program writes it. A format that holds only data, such as JSON, is safe always.';

const settingMessage =
  'With this, the data names the class of the objects that are made of it. Whoever can change the data picks one that does harm while it is made. Allow only the types that you expect, by names of your own.';

const yamlMessage =
  'Before version 2.0, SnakeYAML makes objects of any class that the YAML names. Make sure that yours is newer, or give it a `SafeConstructor`.';

const anyFormatMessage =
  'This takes a body in any format, also one whose reading makes objects of any class. Name the format that you expect, such as `application/json`.';

const tainted = taintRule({
  id: 'unsafe-deserialization',
  title: 'Objects read from untrusted data',
  cwe: [502],
  owasp: 'A08:2025 Software or Data Integrity Failures',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  reaches: { deserialize: ['data'] },
  levels: {
    remote: {
      severity: 'error',
      message: `This turns data from the request into objects. ${what}`,
    },
    uncertain: {
      severity: 'warning',
      message: `This turns data into objects that may come from the request. ${what}`,
    },
    param: {
      severity: 'warning',
      message: `This turns a parameter of the function into objects. If a caller passes on what a user sent, that user decides which ones. ${what}`,
    },
    local: { severity: 'warning', message: `This turns input from outside into objects. ${what}` },
  },
});

/** CWE-502: bytes from outside that become objects of any class. */
export const rule: Rule = {
  ...tainted,
  fixes,
  inspect: ({ flow, module }) => (isTestFile(flow.file) ? [] : remoteObjects(module)),
  check(site, context) {
    if (isOwnHook(site, context) || isFiltered(site, context)) return undefined;
    switch (site.spec?.data?.part) {
      case 'setting':
        return isTestFile(site.file) ? undefined : detection(site, 'hint', settingMessage);
      case 'yaml':
        return isTestFile(site.file) ? undefined : detection(site, 'hint', yamlMessage);
      case 'reader':
        return adviseReader(site, context);
      default:
        return tainted.check?.(site, context) ?? adviseAgainst(site, context);
    }
  },
};

/**
 * `readObject(ObjectInputStream in)` of a class: part of reading its objects, which began elsewhere.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/io/Serializable.html
 */
function isOwnHook(site: Site, { module }: RuleContext): boolean {
  if (module.language !== 'java') return false;
  const fn = enclosingFunction(module, site.node);
  return fn?.params.length === 1 && /^read(?:Object|External|ObjectNoData)$/.test(fn.name ?? '');
}

/** A stream that was told which classes it may make. */
function isFiltered(site: Site, { module, text }: RuleContext): boolean {
  if (site.spec?.data?.format !== 'java') return false;
  const { node } = role(site, 'data') ?? site;
  const outer = outerFunction(module, site.node);
  const name = node.kind === 'name' ? node.name : '\\w+';
  return new RegExp(`\\b${name}\\.setObjectInputFilter\\(`).test(
    text.slice(outer.start, outer.end),
  );
}

/** A stream of Java objects without a filter, of which nothing is known where it comes from. */
function adviseReader(site: Site, context: RuleContext) {
  const data = role(site, 'data')?.value;
  if (!data || isTestFile(site.file) || /\bObjectInputFilter\b/.test(context.text))
    return undefined;
  // What reads from it is reported then.
  const isReported = exposure(data, 'deserialize', context.flow).level !== 'none';
  return isReported ? undefined : detection(site, 'hint', advice);
}

/** A loader that is chosen as the unsafe one, which plain data never needs; a format that has no other. */
function adviseAgainst(site: Site, context: RuleContext) {
  if (site.spec?.data?.format === 'any') {
    return isTestFile(site.file) ? undefined : detection(site, 'hint', anyFormatMessage);
  }
  const { node } = site;
  const name = node.kind === 'call' && node.callee.kind === 'member' ? node.callee.property : '';
  const isChosen =
    node.kind === 'assign' || role(site, 'options') !== undefined || /^unsafe|^full_/.test(name);
  const given = role(site, 'data');
  if (isPlainYaml(site, given)) return undefined;
  const isOpen =
    given !== undefined &&
    (isOpenInPython(site, given, context) ||
      (isPageScript(context) && isOpenVariable(given, site.kind)));
  if (!(isChosen || isOpen) || isTestFile(site.file)) return undefined;
  return detection(site, 'hint', advice, isOpen ? { at: given.node } : {});
}

/** YAML that is written out here, and names no class by a tag (YAML 1.2.2, section 6.8.2). */
function isPlainYaml(site: Site, given: SiteArg | undefined): boolean {
  const text = given?.value.constant?.value;
  return site.spec?.data?.format === 'yaml' && typeof text === 'string' && !text.includes('!');
}

/** Data of which nothing is known, in a format that may hold any object. */
function isOpenInPython(site: Site, { value }: SiteArg, { module }: RuleContext): boolean {
  if (module.language !== 'python' || value.constant) return false;
  if (!/^(?:pickle|marshal|yaml)$/.test(site.spec?.data?.format ?? '')) return false;
  // A file of a fixed name is the program's own; who stands behind a connection is not known.
  return value.symbol === undefined || site.spec?.roles?.data === 'receiver';
}
