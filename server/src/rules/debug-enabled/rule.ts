import type { Site } from '../../engine/sites';
import { nodesAt } from '../edits';
import { detection, isForDevelopment, isTestFile, valueOrNode } from '../report';
import { entryOf, isLiteral, returnedSettings } from '../returnedSettings';
import type { Detection, FixDraft, Observation, Rule, RuleContext } from '../rule';
import { config } from './config';

const message =
  'Debug mode shows visitors source code, settings and sometimes a console that runs their code. Turn it on only on your own machine, by a setting that is off by default.';
const localMessage =
  'Debug mode is on when this file is started directly. That is fine on your own machine; make sure that the server starts it another way, or take the value from a setting that is off by default.';

const testingMessage =
  'The mode for tests passes errors on instead of handling them, and extensions leave checks out. Switch it on in the tests, and not where the application is made.';

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
  inspect: laravelApp,
  fixes: debugFixes,
  check(site, context) {
    if (isTestFile(site.file) || isForDevelopment(site, context)) return undefined;
    if (!isSetting(site, context)) return undefined;
    if (site.spec?.data?.mode === 'testing') {
      return detection(site, 'hint', testingMessage, { at: valueOrNode(site) });
    }
    return startsDirectly(site, context)
      ? detection(site, 'hint', localMessage, { at: valueOrNode(site) })
      : detection(site, 'warning', message, { at: valueOrNode(site) });
  },
};

/** Laravel's `config/app.php`. */
function laravelApp({ module }: RuleContext): readonly Observation[] {
  return returnedSettings(module).flatMap((settings): readonly Observation[] => {
    const debug = entryOf(settings, 'debug');
    if (!debug || !isLiteral(debug.value, true) || !entryOf(settings, 'key')) return [];
    const { start, end } = debug;
    const fixes = () => [
      {
        title: 'Read it from the environment (APP_DEBUG)',
        edits: [
          {
            start: debug.value.start,
            end: debug.value.end,
            newText: "(bool) env('APP_DEBUG', false)",
          },
        ],
        safe: true,
      },
    ];
    return [{ at: { start, end }, severity: 'warning', message, fixes }];
  });
}

/** Off where the value is written out, in the words of the language. */
function debugFixes({ at }: Detection, { text }: RuleContext): readonly FixDraft[] {
  const written = text.slice(at.start, at.end);
  const [on, ...more] = written.matchAll(/(?<![\w.-])(?:true|on|1)(?![\w.-])/gi);
  const off = on && offWords[on[0]];
  if (!on || off === undefined || more.length > 0) return [];
  const start = at.start + on.index;
  const edits = [{ start, end: start + on[0].length, newText: off }];
  return [{ title: 'Switch debug mode off', edits, safe: true }];
}

const offWords: Readonly<Record<string, string>> = {
  True: 'False',
  true: 'false',
  TRUE: 'FALSE',
  1: '0',
  On: 'Off',
  on: 'off',
};

/** `if __name__ == '__main__':`, which a server that imports the file never enters. */
function startsDirectly(site: Site, context: RuleContext): boolean {
  return nodesAt(context.module, site.node).some(
    (node) =>
      node.kind === 'if' && context.text.slice(node.test.start, node.test.end).includes('__name__'),
  );
}

const settingsFile =
  /(?:^|[\\/])(?:settings|config|conf|base|prod\w*|default\w*|common)(?:[\\/][^\\/]*|[^\\/]*\.py)$/i;
const otherSettings =
  /^(?:INSTALLED_APPS|MIDDLEWARE\w*|ROOT_URLCONF|DATABASES|SECRET_KEY|ALLOWED_HOSTS|TEMPLATES|WSGI_APPLICATION)$/;

/** A name such as `DEBUG` in a file of any kind is a setting only among others. */
function isSetting(site: Site, context: RuleContext): boolean {
  if (!site.spec || !('assignName' in site.spec.at)) return true;
  if (settingsFile.test(site.file)) return true;
  if ([...context.flow.imports].some((name) => /^django\b/.test(name))) return true;
  const around = nodesAt(context.module, site.node);
  if (around.some((node) => node.kind === 'class-decl')) return true;
  return context.module.body.some(
    (stmt) =>
      stmt.kind === 'expr' &&
      stmt.expr.kind === 'assign' &&
      stmt.expr.target.kind === 'name' &&
      otherSettings.test(stmt.expr.target.name),
  );
}
