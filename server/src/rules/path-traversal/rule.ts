import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints } from '../../engine/values';
import { isCheckedByName, pathCheck } from '../namedChecks';
import { isListed, isOpenPath, isPageScript } from '../pageScripts';
import { detection, isTestFile, outerFunction, sitesOf } from '../report';
import { type Detection, exposure, type Rule, type RuleContext } from '../rule';
import { isConditional, type Levels, taintAt } from '../taintRule';
import { isBuilt } from '../textParts';
import { fixes } from './fix';
import { template } from './template';

const advice =
  'Take only the file’s name from the data, or check that the finished path lies in your folder.';

const levels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides which file this is. With ../ in it, it reaches any file that this program may touch. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides which file this is, and ../ in it could reach any file. ${advice}`,
  },
};

const includeLevels: Levels = {
  remote: {
    severity: 'error',
    message:
      'The request decides which file runs as code, so whoever sends it can run a file of their own. Choose the file from a fixed list.',
  },
  uncertain: {
    severity: 'warning',
    message:
      'Data that may come from the request decides which file runs as code. Choose the file from a fixed list.',
  },
};

const templateLevels: Levels = {
  remote: {
    severity: 'warning',
    message:
      'The request decides which template is rendered, so whoever sends it can see pages that are not meant for them, and with ../ in old versions any file. Choose the template from a fixed list.',
  },
};

const checkLevels: Levels = {
  remote: {
    severity: 'hint',
    message: `The request decides which file is looked for, so whoever sends it learns which files there are. ${advice}`,
  },
};

const openMessage = `It is not known here which file this is. If a user decides it, ../ in it reaches any file that this program may touch. ${advice}`;
const openIncludeMessage =
  'Whatever file this names runs as code. Make sure that no user decides it: choose the file from a fixed list.';

/** CWE-22: a path that data from outside leads out of its folder. */
export const rule: Rule = {
  id: 'path-traversal',
  title: 'File path from untrusted data',
  cwe: [22],
  owasp: 'A01:2025 Broken Access Control',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php', 'erb'],
  siteKinds: ['file-path', 'built-path'],
  template,
  fixes,
  check(site, context) {
    if (site.kind === 'built-path') return builtPath(site, context);
    const { op, root: keeps } = site.spec?.data ?? {};
    const root = role(site, 'root');
    const path = keeps === 'safe' && root ? root : role(site, 'path');
    const byOp = { include: includeLevels, check: checkLevels, template: templateLevels };
    const say = byOp[op as keyof typeof byOp] ?? levels;
    // `render(…)` takes variables alone, too.
    if (op === 'template' && path?.value.shape) return undefined;
    if (path && isCheckedByName(site, path.node, pathCheck, context)) return undefined;
    const found = path && taintAt(site, path, say, context);
    if (found && isConditional(site, relation, context)) return undefined;
    // A name with a beginning of its own leads to few templates.
    if (found && op === 'template' && isBuilt(path.value)) return { ...found, severity: 'hint' };
    if (found || !path || op === 'check' || op === 'template') return found;
    const given = givenPath(site, path, context);
    if (given) return given;
    return isPageScript(context) && isOpenPath(path, site.kind) && !isListed(path, context)
      ? detection(site, 'hint', op === 'include' ? openIncludeMessage : openMessage, {
          at: path.node,
        })
      : undefined;
  },
};

const builtLevels: Levels = {
  remote: {
    severity: 'hint',
    message: `Data from the request becomes part of a path here, and what is done with it is not known. With ../ in it, it leads out of its folder. ${advice}`,
  },
};

/** A condition that asks how two paths lie to each other. */
const relation =
  /\bcommonpath\(|\.parents\b|\brelative\(|\brelative_to\(|\brelativize\(|\brelative_path_from\(/;

/** How a finished path is compared with the folder that it must lie in. */
const folderCheck = /\bstartsWith\(|\brelative\(|\bindexOf\(|\bincludes\(/;

/** A path with data of a request that goes where no model follows it. */
function builtPath(site: Site, context: RuleContext): Detection | undefined {
  const parts = role(site, 'path');
  const found = parts && taintAt(site, parts, builtLevels, context, 'file-path');
  if (!found?.taint || isTestFile(context.flow.file)) return undefined;
  const { start, end } = outerFunction(context.module, site.node);
  if (folderCheck.test(context.text.slice(start, end))) return undefined;
  const { source } = found.taint;
  // A file that the same data leads to says more.
  const isUsed = sitesOf(context, 'file-path', 'upload', 'extract').some(
    (other) =>
      other.fn === site.fn &&
      other.args.some(({ value }) =>
        allTaints(value).some((taint) => taint.source.start === source.start),
      ),
  );
  return isUsed ? undefined : { ...found, at: site.node };
}

const givenMessage = `A parameter of this function decides which file this is. If a caller passes on what a user sent, ../ in it reaches any file that this program may touch. ${advice}`;

/** Names of parameters that are what somebody calls a file, and no path of the program's own. */
const fileName =
  /file_?name$|^(?:user|upload|attachment|document|image|template|page)_?(?:input|name|file|id)?$/i;

/** In JavaScript: functions that are handed the name of a file, and look at nothing but that. */
function givenPath(site: Site, path: SiteArg, context: RuleContext): Detection | undefined {
  const { language } = context.module;
  if (language !== 'javascript' && language !== 'typescript') return undefined;
  if (isTestFile(context.flow.file)) return undefined;
  const from = exposure(path.value, site.kind, context.flow);
  return from.level === 'param' && fileName.test(/`(.+)`/.exec(from.taint.source.label)?.[1] ?? '')
    ? detection(site, 'hint', givenMessage, { at: path.node, taint: from.taint })
    : undefined;
}
