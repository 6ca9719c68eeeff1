import type { Site } from '../../engine/sites';
import { nodesAt } from '../edits';
import { detection, isTestFile, valueOrNode } from '../report';
import type { Rule, RuleContext } from '../rule';
import { config } from './config';

const message =
  'Debug mode shows visitors source code, settings and sometimes a console that runs their code. Turn it on only on your own machine, by a setting that is off by default.';
const localMessage =
  'Debug mode is on when this file is started directly. That is fine on your own machine; make sure that the server starts it another way, or take the value from a setting that is off by default.';

/** CWE-489: debug mode that goes to production. */
export const rule: Rule = {
  id: 'debug-enabled',
  title: 'Debug mode is on',
  cwe: [489, 215],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'warning',
  languages: ['python', 'ruby', 'spring', 'dotenv', 'dockerfile', 'npm', 'php'],
  siteKinds: ['debug-on'],
  config,
  check(site, context) {
    if (isTestFile(site.file) || isForDevelopment(site, context)) return undefined;
    return startsDirectly(site, context)
      ? detection(site, 'hint', localMessage, { at: valueOrNode(site) })
      : detection(site, 'warning', message, { at: valueOrNode(site) });
  },
};

const development = /(?:^|[^a-z])(?:dev|development|local|test|testing)(?:$|[^a-z])/i;

/** Settings for development, in a file or a class of that name. */
function isForDevelopment(site: Site, context: RuleContext): boolean {
  const file = site.file.split(/[\\/]/).at(-1) ?? '';
  if (development.test(file)) return true;
  return nodesAt(context.module, site.node).some((node) => {
    const name = node.kind === 'class' || node.kind === 'class-decl' ? node.cls.name : undefined;
    return name !== undefined && development.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
  });
}

/** `if __name__ == '__main__':`, which a server that imports the file never enters. */
function startsDirectly(site: Site, context: RuleContext): boolean {
  return nodesAt(context.module, site.node).some(
    (node) =>
      node.kind === 'if' && context.text.slice(node.test.start, node.test.end).includes('__name__'),
  );
}
