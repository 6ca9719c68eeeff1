import { isRequest } from '../../templates/expression';
import type { Template } from '../../templates/template';
import type { FixDraft, Observation } from '../rule';

const fileMessage =
  'The request decides which file is shown here. With ../ in it, it reaches any file that this program may read. Choose the file from a fixed list.';
const templateMessage =
  'The request decides which template is rendered here, so whoever sends it can see pages that are not meant for them. Choose the template from a fixed list.';

/** `render file: …`, `render partial: …`, `render …` in ERB. */
const rendered =
  /^render\b\s*\(?\s*(?:(?::(file|partial|template)\s*=>|(file|partial|template):)\s*)?/;

/** The data itself, or a text with it: no condition that it decides, and no record that it names. */
const fromRequest = /^(?:params|cookies|request)[\w.[\]:'"]*\s*\)?$|^"[^"]*#\{[^}(]*\}/;

/** Pages that show a file, or another template, which the request names. */
export function template(file: Template): readonly Observation[] {
  if (file.language !== 'erb') return [];
  return file.outputs.flatMap(({ expression, start, end }): readonly Observation[] => {
    const found = rendered.exec(expression.trim());
    if (!found) return [];
    // Up to the first comma it is the name; variables for the template follow.
    const name = expression.trim().slice(found[0].length).split(',')[0] ?? '';
    if (!fromRequest.test(name) || !isRequest(name.replaceAll('#{', ' '), file.language)) return [];
    const isFile = (found[1] ?? found[2]) === 'file';
    return [
      {
        at: { start, end },
        severity: isFile ? 'error' : 'warning',
        message: isFile ? fileMessage : templateMessage,
        ...(isFile && { fixes: () => keepFileName(file.text, start, end) }),
      },
    ];
  });
}

/** `render file: "…/#{params[:page]}"`: the last part of the name alone. */
function keepFileName(text: string, start: number, end: number): readonly FixDraft[] {
  const found = /#\{\s*(params\[[^\]]+\])\s*\}/.exec(text.slice(start, end));
  const data = found?.[1];
  if (!found || data === undefined) return [];
  const from = start + found.index + found[0].indexOf(data);
  const edits = [{ start: from, end: from + data.length, newText: `File.basename(${data})` }];
  return [{ title: 'Keep only the file name (File.basename)', edits, safe: true }];
}
