import { role, type Site, type SiteArg } from '../../engine/sites';
import { isCheckedByName, pathCheck } from '../namedChecks';
import { detection } from '../report';
import { type Detection, type Rule, type RuleContext, sensitive } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { fixes } from './fix';

const entryMessage =
  'This path is made with a name from inside the archive. A name such as ../../app.js writes outside your folder. Check that the finished path lies in the folder before you write.';

const extractMessage =
  'can hold names such as ../../app.js, which write outside your folder. Check the names first, or use a filter that refuses such entries.';

const levels: Levels = {
  remote: { severity: 'error', message: `An archive from the request ${extractMessage}` },
  uncertain: {
    severity: 'warning',
    message: `An archive that may come from the request ${extractMessage}`,
  },
  param: { severity: 'warning', message: `An archive that a caller passes in ${extractMessage}` },
};

/** CWE-22: a path made from the name of an archive's entry. */
export const rule: Rule = {
  id: 'zip-slip',
  title: 'Archive entry that can leave its folder',
  cwe: [22],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['file-path', 'extract'],
  fixes,
  check(site, context) {
    return site.kind === 'extract'
      ? checkExtract(site, context)
      : checkEntry(site, role(site, 'path'), context);
  },
};

function checkEntry(
  site: Site,
  path: SiteArg | undefined,
  context: RuleContext,
): Detection | undefined {
  const taint = path && sensitive(path.value, 'archive-entry');
  if (!taint || taint.cleaned.includes('file-path')) return undefined;
  if (isCheckedByName(site, path.node, pathCheck, context)) return undefined;
  return detection(site, taint.uncertain ? 'warning' : 'error', entryMessage, {
    at: path.node,
    taint,
  });
}

function checkExtract(site: Site, context: RuleContext): Detection | undefined {
  const filter = role(site, 'filter');
  if (filter && filter.value.constant?.value !== 'fully_trusted') return undefined;
  const archive = role(site, 'archive') ?? site.receiver;
  return archive && taintAt(site, archive, levels, context);
}
