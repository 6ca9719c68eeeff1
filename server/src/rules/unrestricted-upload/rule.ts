import { role, type Site } from '../../engine/sites';
import { nodesOf } from '../../ir/walk';
import { contains, detection, outerFunction } from '../report';
import type { Detection, Rule, RuleContext } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { fixes } from './fix';

const levels: Levels = {
  remote: {
    severity: 'warning',
    message:
      'The upload keeps a name that the visitor chose, with its ending. A file that ends in .html or .php can then run in your site’s name. Allow only certain endings, or make up the name yourself.',
  },
};

const configMessage =
  'Uploads of every type are taken here. A page or a script among them can run in your site’s name. Check the type, and limit the size.';

/** CWE-434: an upload of any type, stored under the visitor's name for it. */
export const rule: Rule = {
  id: 'unrestricted-upload',
  title: 'Upload of any type of file',
  cwe: [434],
  owasp: 'A06:2025 Insecure Design',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['upload'],
  fixes,
  check(site, context) {
    return site.spec?.data?.part === 'config' ? checkConfig(site) : checkStore(site, context);
  },
};

function checkStore(site: Site, context: RuleContext): Detection | undefined {
  if (looksAtType(site, context)) return undefined;
  const name = role(site, 'name');
  const path = role(site, 'path');
  return (
    (name && taintAt(site, name, levels, context)) ?? (path && taintAt(site, path, levels, context))
  );
}

const aboutType = /ext|type|mime|image|allow|whitelist|suffix|ends_?with|in_array|preg_match/i;

/** Whether the code around asks for the type of the file, by whatever means, before it goes on. */
function looksAtType(site: Site, { module, text }: RuleContext): boolean {
  const outer = outerFunction(module, site.node);
  const tests = [...nodesOf(module, 'if'), ...nodesOf(module, 'conditional')];
  return tests.some(
    ({ test, start }) =>
      contains(outer, test) &&
      start < site.node.end &&
      !contains(test, site.node) &&
      aboutType.test(text.slice(test.start, test.end)),
  );
}

/** Names of options that choose which files are taken. */
const filters = ['fileFilter', 'filter', 'allowedTypes', 'allowedExtensions'];

function checkConfig(site: Site): Detection | undefined {
  if (role(site, 'filter')) return undefined;
  const options = role(site, 'options');
  const shape = options?.value.shape;
  if (options && shape?.kind !== 'map') return undefined;
  if (shape?.kind === 'map' && (shape.open || filters.some((name) => shape.fields.has(name)))) {
    return undefined;
  }
  // Kept in memory, nothing is stored yet: the handler decides.
  const storage = shape?.kind === 'map' ? shape.fields.get('storage') : undefined;
  if (storage?.symbol === 'multer.MemoryStorage#') return undefined;
  return detection(site, 'hint', configMessage);
}
