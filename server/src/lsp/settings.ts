import type { SqlFormatting } from '../analysis';
import type { Severity } from '../report/finding';
import { severityChoices } from '../report/severityChoice';
import { type SqlDialect, sqlDialects } from '../sql/dialects';

/** The settings below `backendTutor` that the server reads. */
export interface Settings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of paths without findings. */
  readonly exclude: readonly string[];
  readonly sqlDialect: SqlDialect | 'auto';
  readonly keywordCase: SqlFormatting['keywordCase'];
  /** Whether files that are not open are analysed as well. */
  readonly workspaceAnalysis: (typeof workspaceAnalyses)[number];
}

export const defaultSettings: Settings = {
  rules: {},
  exclude: [],
  sqlDialect: 'auto',
  keywordCase: 'upper',
  workspaceAnalysis: 'openFiles',
};

const dialectChoices = ['auto', ...sqlDialects] as const;
const workspaceAnalyses = ['openFiles', 'workspace'] as const;
const keywordCases = ['upper', 'lower', 'preserve'] as const;

/**
 * Reads settings that a person wrote. What is malformed gets its default.
 * @param value of `backendTutor`; anything at all
 * @param ruleIds the rules that there are
 * @returns the problems as sentences for a person, each naming the setting and what was expected
 */
export function readSettings(
  value: unknown,
  ruleIds: readonly string[],
): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const complain = (key: string, expected: string, found: unknown, fallback: string) => {
    const name = key === '' ? 'backendTutor' : `backendTutor.${key}`;
    problems.push(
      `The setting "${name}" should be ${expected}, but it is ${show(found)}. ${fallback}`,
    );
  };
  const object = (key: string, found: unknown): Record<string, unknown> => {
    if (found === undefined || found === null) return {};
    if (typeof found === 'object' && !Array.isArray(found)) return found as Record<string, unknown>;
    complain(key, 'an object', found, 'The defaults are used.');
    return {};
  };
  const choice = <T extends string>(
    key: string,
    found: unknown,
    choices: readonly T[],
    fallback: T,
  ): T => {
    if (found === undefined || found === null) return fallback;
    const known = choices.find((each) => each === found);
    if (known === undefined) {
      complain(key, oneOf(choices), found, `The default, "${fallback}", is used.`);
    }
    return known ?? fallback;
  };

  const top = object('', value);
  const rules: Record<string, Severity | 'off'> = {};
  for (const [id, found] of Object.entries(object('rules', top.rules))) {
    if (!ruleIds.includes(id)) {
      problems.push(
        `The setting "backendTutor.rules" names "${id}", but there is no such rule. The rules are: ${ruleIds.join(', ')}.`,
      );
      continue;
    }
    const severity = choice(`rules.${id}`, found, severityChoices, 'default');
    if (severity !== 'default') rules[id] = severity;
  }

  let exclude = defaultSettings.exclude;
  if (top.exclude !== undefined && top.exclude !== null) {
    if (isStrings(top.exclude)) exclude = top.exclude;
    else complain('exclude', 'a list of glob patterns', top.exclude, 'Nothing is excluded.');
  }

  const workspace = object('workspace', top.workspace);
  const sql = object('sql', top.sql);
  const format = object('sql.format', sql.format);
  const settings: Settings = {
    rules,
    exclude,
    sqlDialect: choice('sql.dialect', sql.dialect, dialectChoices, defaultSettings.sqlDialect),
    keywordCase: choice(
      'sql.format.keywordCase',
      format.keywordCase,
      keywordCases,
      defaultSettings.keywordCase,
    ),
    workspaceAnalysis: choice(
      'workspace.analysis',
      workspace.analysis,
      workspaceAnalyses,
      defaultSettings.workspaceAnalysis,
    ),
  };
  return { settings, problems };
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function oneOf(choices: readonly string[]): string {
  return `one of ${choices.map((each) => `"${each}"`).join(', ')}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
