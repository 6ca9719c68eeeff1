import type { Span } from '../ir/types';
import { at, type ConfigFile, type ConfigNode, type Purpose, scalars } from './file';
import { purposeOf } from './kinds';

/** A named value that a program will see, wherever the file says it. */
export interface Setting {
  readonly name: string;
  readonly nameAt: Span;
  readonly value: string;
  readonly at: Span;
  readonly purpose: Purpose;
}

/** A setting of Spring Boot by its dotted name, such as `server.address`. */
export interface SpringSetting extends Setting {
  /** The name without what relaxed binding ignores: dashes, underscores and case. */
  readonly canonical: string;
}

/**
 * Settings of a Spring file, from either of its formats. Each document of the file has the purpose of
 * the profile that it belongs to.
 * https://docs.spring.io/spring-boot/reference/features/external-config.html
 */
export function springSettings(file: ConfigFile): readonly SpringSetting[] {
  if (file.language !== 'spring') return [];
  const settings = [...scalars(file.root)].map(({ path, node }) => {
    const name = path.filter((part) => part !== '').join('.');
    return {
      name,
      canonical: name.toLowerCase().replace(/[-_]/g, ''),
      nameAt: node.keyAt,
      value: node.value,
      at: valueSpan(file.text, node),
      purpose: file.purpose,
    };
  });
  const bounds = [...file.text.matchAll(/^#?---[ \t]*$/gm)].map(({ index }) => index);
  if (bounds.length === 0) return settings;
  const documentOf = (offset: number) => bounds.filter((bound) => bound < offset).length;
  const profiles = new Map<number, Purpose>();
  for (const { canonical, value, at } of settings) {
    if (/^spring\.(?:config\.activate\.onprofile|profiles)(?:\.\d+)?$/.test(canonical)) {
      profiles.set(documentOf(at.start), purposeOf(`-${value.replace(/\W+/g, '-')}.`));
    }
  }
  return settings.map((setting) => ({
    ...setting,
    purpose: profiles.get(documentOf(setting.at.start)) ?? setting.purpose,
  }));
}

/**
 * Variables that the file gives to a process: all of a `.env` file, `ENV` and `ARG` of a Dockerfile,
 * `environment` of a service, `env` of a workflow, `NAME=value` in front of a command of npm; and what
 * the YAML files of Rails set.
 */
export function environment(file: ConfigFile): readonly Setting[] {
  switch (file.language) {
    case 'dotenv':
      return file.root.children.map((node) => setting(file, node));
    case 'dockerfile':
      return file.root.children.flatMap((stage) =>
        stage.children
          .filter(({ key }) => key === 'ENV' || key === 'ARG')
          .flatMap(({ children }) => children.map((node) => setting(file, node))),
      );
    case 'compose':
      return services(file).flatMap((service) => variablesOf(file, at(service, 'environment')));
    case 'workflow':
      return workflowScopes(file).flatMap((scope) => variablesOf(file, at(scope, 'env')));
    case 'npm':
      return scripts(file).flatMap(variablesInFront);
    case 'rails':
      return railsSettings(file);
    default:
      return [];
  }
}

/** Rails keeps a map for each of its environments; what is outside of them counts for all. */
function railsSettings(file: ConfigFile): Setting[] {
  return [...scalars(file.root)].map(({ path, node }) => ({
    ...setting(file, node),
    purpose: purposeOf(`-${path[0] ?? ''}.`),
  }));
}

function setting(file: ConfigFile, node: ConfigNode): Setting {
  return {
    name: node.key,
    nameAt: node.keyAt,
    value: node.value ?? '',
    at: valueSpan(file.text, node),
    purpose: file.purpose,
  };
}

/** A map of names, or a list of `NAME=value`. */
function variablesOf(file: ConfigFile, node: ConfigNode | undefined): Setting[] {
  if (!node) return [];
  if (!node.isList) return node.children.map((child) => setting(file, child));
  return node.children.flatMap((child) => {
    const equals = child.value?.indexOf('=') ?? -1;
    if (child.value === undefined || equals < 0) return [];
    const span = valueSpan(file.text, child);
    const middle = Math.min(span.start + equals, span.end);
    return [
      {
        name: child.value.slice(0, equals).trim(),
        nameAt: { start: span.start, end: middle },
        value: child.value.slice(equals + 1).trim(),
        at: { start: Math.min(middle + 1, span.end), end: span.end },
        purpose: file.purpose,
      },
    ];
  });
}

/** The span of a scalar without its quotes. */
export function valueSpan(text: string, node: Span): Span {
  const raw = text.slice(node.start, node.end);
  if (raw.length >= 2 && /^(["'`])[\s\S]*\1$/.test(raw)) {
    return { start: node.start + 1, end: node.end - 1 };
  }
  return { start: node.start, end: node.end };
}

/** The services of a compose file. */
export function services(file: ConfigFile): readonly ConfigNode[] {
  return file.language === 'compose' ? (at(file.root, 'services')?.children ?? []) : [];
}

/** The jobs of a workflow; for an action, what it runs. */
export function jobs(file: ConfigFile): readonly ConfigNode[] {
  if (file.language !== 'workflow') return [];
  const runs = at(file.root, 'runs');
  return [...(at(file.root, 'jobs')?.children ?? []), ...(runs ? [runs] : [])];
}

/** The steps of a job. */
export function steps(job: ConfigNode): readonly ConfigNode[] {
  return at(job, 'steps')?.children ?? [];
}

function workflowScopes(file: ConfigFile): readonly ConfigNode[] {
  return [
    file.root,
    ...jobs(file).flatMap((job) => [job, ...steps(job), ...(at(job, 'services')?.children ?? [])]),
  ];
}

/** Commands of a shell, as written: `text` is the text of the file at the span. */
export interface Script extends Span {
  readonly text: string;
  /** The instruction, or the step, that runs them. */
  readonly of: ConfigNode;
}

/** Everything that the file has a shell run. */
export function scripts(file: ConfigFile): readonly Script[] {
  const script = (node: ConfigNode | undefined, of = node): Script[] => {
    if (!node || !of || node.value === undefined) return [];
    const { start, end } = valueSpan(file.text, node);
    return [{ text: file.text.slice(start, end), start, end, of }];
  };
  const command = (node: ConfigNode | undefined): Script[] =>
    node?.isList
      ? [
          {
            text: file.text.slice(node.start, node.end),
            start: node.start,
            end: node.end,
            of: node,
          },
        ]
      : script(node);
  switch (file.language) {
    case 'npm':
      return at(file.root, 'scripts')?.children.flatMap((node) => script(node)) ?? [];
    case 'dockerfile':
      return file.root.children.flatMap((stage) =>
        stage.children
          .filter(({ key }) => key === 'RUN' || key === 'CMD' || key === 'ENTRYPOINT')
          .flatMap((node) => script(node)),
      );
    case 'workflow':
      return jobs(file).flatMap((job) =>
        steps(job).flatMap((step) => script(at(step, 'run'), step)),
      );
    case 'compose':
      return services(file).flatMap((service) => [
        ...command(at(service, 'command')),
        ...command(at(service, 'entrypoint')),
      ]);
    default:
      return [];
  }
}

function variablesInFront(script: Script): Setting[] {
  return [...script.text.matchAll(/(?<![\w$-])([A-Z][A-Z0-9_]+)=([^\s"'&|;]*)/g)].map((match) => {
    const [whole, name = '', value = ''] = match;
    const start = script.start + match.index;
    const end = start + whole.length;
    return {
      name,
      nameAt: { start, end: start + name.length },
      value,
      at: { start: end - value.length, end },
      purpose: /(?:^|[^\w])test/i.test(script.of.key) ? 'test' : 'general',
    };
  });
}

/**
 * What stands in a value for something that is known later: `${NAME}`, `$NAME`, `%NAME%`, `{{ name }}`,
 * `<name>`, `@name@`.
 * @returns the default of `${NAME:-default}` or of Spring's `${name:default}` when that is all there
 *   is; undefined for a value without any reference
 */
export function reference(value: string): { readonly fallback: string | undefined } | undefined {
  const whole = /^\$\{[\w.-]+(?::?[-=]|:)([^{}]*)\}$/.exec(value.trim());
  if (whole) return { fallback: whole[1] || undefined };
  return /\$\{|\$\(|(?<!\$)\$[A-Za-z_]|%[A-Za-z_]+%|\{\{|<[^<>]+>|^@[\w.-]+@$|ENC\(|\{cipher\}/.test(
    value,
  )
    ? { fallback: undefined }
    : undefined;
}
