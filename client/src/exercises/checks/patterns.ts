import type { PatternDefinition, Place, Problem } from '../model';

/** What a script must use or avoid, beside what it gives. */

/** SQL without comments and texts; what is left keeps its place. */
export function bareSql(script: string): string {
  return script.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (match) =>
    match.replace(/[^\n]/g, ' '),
  );
}

/** JavaScript without comments and texts; what is left keeps its place. */
export function bareScript(script: string): string {
  return script.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (match, text: string | undefined) => (text ? text : match.replace(/[^\n]/g, ' ')),
  );
}

/** The line of an offset, from 0. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** @param text without what does not count */
export function patternProblems(
  text: string,
  file: string,
  uses: readonly PatternDefinition[] = [],
  avoids: readonly PatternDefinition[] = [],
): Problem[] {
  const problems: Problem[] = [];
  for (const { name, pattern, try: tryNext } of uses) {
    if (new RegExp(pattern, 'im').test(text)) continue;
    const place: Place = { file, line: 0 };
    problems.push({ name, expected: name, seen: 'it is not there', tryNext, place });
  }
  for (const { name, pattern, try: tryNext } of avoids) {
    const match = new RegExp(pattern, 'im').exec(text);
    if (!match) continue;
    problems.push({
      name,
      expected: `an answer without ${name}`,
      seen: match[0].trim().slice(0, 80),
      tryNext,
      place: { file, line: lineAt(text, match.index) },
    });
  }
  return problems;
}
