import { at, type ConfigFile, type ConfigNode } from '../../config/file';
import { jobs, steps } from '../../config/settings';
import type { Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { lineBreak } from '../edits';
import type { FixDraft } from '../rule';

/**
 * A value that is pasted into a script comes by a variable of the environment instead, as
 * https://docs.github.com/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks
 * advises. Shells other than those of POSIX get no repair.
 *
 * @param place of `${{ … }}` with its marks
 */
export function passByVariable(
  file: ConfigFile,
  place: Span,
  expression: string,
): readonly FixDraft[] {
  const found = stepAround(file, place);
  if (!found) return [];
  const { step, script, isShell } = found;
  const known = /^\s*env\.(\w+)\s*$/.exec(expression)?.[1];
  const name = known ?? nameFor(expression);
  if (name === undefined) return [];
  const use = isShell ? shellUse(file.text, script, place, name) : `process.env.${name}`;
  const declared = known === undefined ? declare(file, step, script, name, place) : [];
  if (!declared) return [];
  const edits = [{ start: place.start, end: place.end, newText: use }, ...declared];
  return [{ title: `Pass it in the variable ${name}`, edits, safe: true }];
}

interface ScriptOfStep {
  readonly step: ConfigNode;
  readonly script: ConfigNode;
  readonly isShell: boolean;
}

function stepAround(file: ConfigFile, place: Span): ScriptOfStep | undefined {
  for (const job of jobs(file)) {
    const isWindows = /windows/i.test(at(job, 'runs-on')?.value ?? '');
    for (const step of steps(job)) {
      const run = at(step, 'run');
      if (run && contains(run, place)) {
        const shell = at(step, 'shell')?.value;
        const isPosix = shell === undefined ? !isWindows : /^(?:bash|sh)\b/.test(shell);
        return isPosix ? { step, script: run, isShell: true } : undefined;
      }
      const script = at(step, 'with', 'script');
      const isNode = (at(step, 'uses')?.value ?? '').startsWith('actions/github-script@');
      if (script && isNode && contains(script, place)) return { step, script, isShell: false };
    }
  }
  return undefined;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `github.event.issue.title` → `ISSUE_TITLE`. */
function nameFor(expression: string): string | undefined {
  const path = expression.trim();
  if (!/^[\w.-]+$/.test(path)) return undefined;
  const parts = path.split('.').filter((part) => !/^(?:github|event)$/.test(part));
  const name = parts.slice(-2).join('_').replace(/-/g, '_').toUpperCase();
  return /^[A-Z]\w*$/.test(name) ? name : undefined;
}

/** The variable in quotes, whatever quotes are open at that place of the line. */
function shellUse(text: string, script: Span, place: Span, name: string): string {
  const lineStart = Math.max(script.start, text.lastIndexOf('\n', place.start) + 1);
  let open = '';
  for (let i = lineStart; i < place.start; i++) {
    const char = text[i] ?? '';
    if (char === '\\' && open !== "'") i++;
    else if (open === char) open = '';
    else if (open === '' && (char === '"' || char === "'")) open = char;
  }
  if (open === '"') return `\${${name}}`;
  return open === "'" ? `'"\${${name}}"'` : `"$${name}"`;
}

/** The entry in `env`; undefined when the name stands for something else there. */
function declare(
  { text }: ConfigFile,
  step: ConfigNode,
  script: ConfigNode,
  name: string,
  place: Span,
): readonly TextEdit[] | undefined {
  const value = text.slice(place.start, place.end);
  const env = at(step, 'env');
  const br = lineBreak(text);
  const same = at(env, name);
  if (same) return same.value?.trim() === value ? [] : undefined;
  const first = env?.children[0];
  if (first) {
    const { start } = first.keyAt;
    const newText = `${name}: ${value}${br}${' '.repeat(columnOf(text, start))}`;
    return [{ start, end: start, newText }];
  }
  // In front of the key that the script belongs to.
  const inputs = at(step, 'with');
  const owner = inputs && contains(inputs, script) ? inputs : script;
  const { start } = owner.keyAt;
  const column = columnOf(text, start);
  const newText = `env:${br}${' '.repeat(column + 2)}${name}: ${value}${br}${' '.repeat(column)}`;
  return [{ start, end: start, newText }];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
