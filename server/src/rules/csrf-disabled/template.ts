import type { Template } from '../../templates/template';
import type { FixDraft, Observation } from '../rule';

const message =
  'This form sends no token against forged requests. Either the framework refuses it, or its protection is off and another website can send it in a visitor’s name. Add the token.';

/** `->` and `=>` of an expression do not end a tag. */
const form = /<form\b((?:->|=>|[^>])*)>([\s\S]*?)<\/form>/gi;
/** A template that is included may hold the token, too. */
const token = /csrf|_token|hidden_tag|@honeypot|@include|\{%-?\s*include/i;

/** Forms of Laravel and Django that change something and carry no token. */
export function template(file: Template): readonly Observation[] {
  const isDjango = file.language === 'jinja' && /\{%\s*load\s/.test(file.text);
  if (file.language !== 'blade' && !isDjango) return [];
  const text = file.text.replace(
    /<!--[\s\S]*?-->|\{\{--[\s\S]*?--\}\}|\{#[\s\S]*?#\}/g,
    (comment) => ' '.repeat(comment.length),
  );
  return [...text.matchAll(form)].flatMap((match): readonly Observation[] => {
    const [whole, attributes = '', body = ''] = match;
    if (!/\bmethod\s*=\s*["']?post\b/i.test(attributes) || token.test(body)) return [];
    // The form of another website, or one that a script sends.
    if (/\baction\s*=\s*["']?https?:|wire:submit|@submit/i.test(attributes)) return [];
    const start = match.index;
    const end = start + whole.indexOf('>', attributes.length) + 1;
    const fixes = () => withToken(end, body, isDjango);
    return [{ at: { start, end }, severity: 'warning', message, fixes }];
  });
}

/** The token in front of the form's first field, in the indentation of what follows. */
function withToken(at: number, body: string, isDjango: boolean): readonly FixDraft[] {
  const token = isDjango ? '{% csrf_token %}' : '@csrf';
  const space = /^\r?\n[ \t]*(?=\S)/.exec(body)?.[0] ?? '';
  const edits = [{ start: at, end: at, newText: space + token }];
  return [{ title: `Send the token (${token})`, edits, safe: true }];
}
