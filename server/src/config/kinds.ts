import type { ConfigLanguage, Purpose } from './file';

const byName: readonly (readonly [RegExp, ConfigLanguage])[] = [
  [/^(?:docker|container)file(?:\.(?!dockerignore$)[\w-]+)*$/, 'dockerfile'],
  [/\.(?:docker|container)file$/, 'dockerfile'],
  [/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/, 'compose'],
  [/^(?:application|bootstrap)(?:-[\w-]+)?\.(?:properties|ya?ml)$/, 'spring'],
  [/^\.env(?:\.[\w.-]+)?$/, 'dotenv'],
  [/^[\w-]+\.env$/, 'dotenv'],
  [/^package\.json$/, 'npm'],
  [/^action\.ya?ml$/, 'workflow'],
];

/**
 * Which kind of configuration a file is, by its name and folder alone.
 * @param path with `/` or `\`
 * @returns undefined for every other file
 */
export function configLanguageOf(path: string): ConfigLanguage | undefined {
  const normal = path.replaceAll('\\', '/').toLowerCase();
  const name = normal.slice(normal.lastIndexOf('/') + 1);
  if (/(?:^|\/)config\/(?:database|secrets|cable|credentials)\.ya?ml$/.test(normal)) return 'rails';
  if (/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(normal)) return 'workflow';
  return byName.find(([pattern]) => pattern.test(name))?.[1];
}

const purposes: readonly (readonly [RegExp, Purpose])[] = [
  [/(?:^|[._-])(?:examples?|samples?|template|tpl|dist|defaults?)(?:[._-]|$)/, 'example'],
  [/(?:^|[._-])(?:test(?:ing|s)?|ci|e2e|integration(?:test)?|it)(?:[._-]|$)/, 'test'],
  [/(?:^|[._-])(?:dev(?:el|elopment)?|local|debug|override)(?:[._-]|$)/, 'development'],
  [/(?:^|[._-])(?:prod(?:uction)?|live|release)(?:[._-]|$)/, 'production'],
];

/** What a file is for, by its name, and for tests and examples by its folders as well. */
export function purposeOf(path: string): Purpose {
  const parts = path.replaceAll('\\', '/').toLowerCase().split('/');
  const name = parts.pop() ?? '';
  // What the kind of file is called says nothing.
  const own = name.replace(
    /^(?:docker-compose|compose|dockerfile|application|bootstrap|action)/,
    '',
  );
  const said = purposes.find(([pattern]) => pattern.test(own))?.[1];
  if (said) return said;
  if (parts.some((part) => /^(?:tests?|__tests__|spec|fixtures?|e2e)$/.test(part))) return 'test';
  if (parts.some((part) => /^(?:examples?|samples?|docs?)$/.test(part))) return 'example';
  if (parts.some((part) => /^\.(?:devcontainer|docker-dev)$/.test(part))) return 'development';
  return 'general';
}
