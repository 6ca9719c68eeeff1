import type { ConfigFile } from '../../config/file';
import type { Setting } from '../../config/settings';
import type { Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import type { FixDraft } from '../rule';

/** Changes of configuration files. */

/** Another value in the place of the one that is there; quotes around it stay. */
export function setValue(
  title: string,
  at: Span,
  newText: string,
  safe = true,
): readonly FixDraft[] {
  return [{ title, edits: [{ start: at.start, end: at.end, newText }], safe }];
}

/** All lines that a span touches go, with their line break. */
export function removeLines(text: string, span: Span): TextEdit {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  return { start, end: next < 0 ? text.length : next + 1, newText: '' };
}

/**
 * The value comes from the environment when the file is read. The person has to set the variable.
 * Formats that have no such references get no repair.
 */
export function readFromEnvironment(file: ConfigFile, setting: Setting): readonly FixDraft[] {
  // `${NAME:fallback}` has a name already.
  const known = /^\$\{([\w.-]+)(?::|:?[-=])/.exec(setting.value.trim())?.[1];
  const name = known ?? variableFor(file, setting);
  const written = name === undefined ? undefined : referenceTo(file, name);
  if (name === undefined || written === undefined) return [];
  return setValue(`Read it from the environment (${name})`, setting.at, written, false);
}

/** Names that say nothing of what they belong to. */
const plainName = /^(?:password|passwd|pass|pwd|secret|key|token)$/i;

/** By Spring's rule for the names of variables: https://docs.spring.io/spring-boot/reference/features/external-config.html */
function variableFor({ language }: ConfigFile, { name }: Setting): string | undefined {
  const variable = name
    .replace(/-/g, '')
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  if (!/^[A-Z_][A-Z0-9_]*$/.test(variable)) return undefined;
  return language === 'rails' && plainName.test(name) ? `DATABASE_${variable}` : variable;
}

/** https://docs.docker.com/reference/compose-file/interpolation/ */
function referenceTo({ language }: ConfigFile, name: string): string | undefined {
  switch (language) {
    case 'compose':
    case 'spring':
      return `\${${name}}`;
    case 'rails':
      return `<%= ENV['${name}'] %>`;
    default:
      return undefined;
  }
}
