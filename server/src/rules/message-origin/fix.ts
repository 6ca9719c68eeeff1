import type { Expr, FunctionNode } from '../../ir/types';
import { walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { indentationAt, lineBreak, quote, source } from '../edits';
import { indentUnit } from '../repairs/statements';
import type { FixDraft, RuleContext } from '../rule';

/** Stands for the page that a person expects messages from, until it is filled in (RFC 2606). */
const origin = 'https://app.example.com';

/** A handler that looks at nothing: a line in front leaves it. */
export function expectOrigin(fn: FunctionNode, context: RuleContext): readonly FixDraft[] {
  const [param] = fn.params;
  if (!param) return [];
  const edits = nameOfOrigin(param.target, isJQuery(fn, context), context);
  const { text } = context;
  const { body } = fn;
  const q = quote(text);
  const test = `if (${edits?.name ?? ''} !== ${q}${origin}${q}) return;`;
  if (!edits) return [];
  const title = `Accept messages of one origin only (${origin})`;
  const first = body.body[0];
  if (text[body.start] !== '{') {
    // An arrow function without braces.
    if (first?.kind !== 'return' || first.value?.kind !== 'call') return [];
    const { start, end } = first.value;
    const around = [
      { start, end: start, newText: `{ ${test} ` },
      { start: end, end, newText: '; }' },
    ];
    return [{ title, edits: [...edits.edits, ...around], safe: false }];
  }
  const br = lineBreak(text);
  const isOnOwnLine = first && /\n/.test(text.slice(body.start, first.start));
  const indent = isOnOwnLine
    ? indentationAt(text, first.start)
    : indentationAt(text, body.start) + indentUnit(context);
  const at = body.start + 1;
  const newText = isOnOwnLine ? `${br}${indent}${test}` : ` ${test}`;
  return [{ title, edits: [...edits.edits, { start: at, end: at, newText }], safe: false }];
}

/** `event.origin.startsWith('…')` and the like: the whole origin is compared. */
export function wholeOrigin(fn: FunctionNode, context: RuleContext): readonly FixDraft[] {
  const { text } = context;
  const edits: TextEdit[] = [];
  walk(fn.body, (node) => {
    if (node.kind !== 'call' || node.callee.kind !== 'member') return;
    const { object, property } = node.callee;
    const asked = node.args[0]?.value;
    if (!/^(?:includes|startsWith|endsWith)$/.test(property) || asked?.kind !== 'literal') return;
    if (!/\borigin$/.test(source(context, object))) return;
    const known = /^https?:\/\/[\w.-]+(?::\d+)?$/.exec(String(asked.value))?.[0];
    const isNot = text[node.start - 1] === '!';
    const q = quote(text);
    const start = isNot ? node.start - 1 : node.start;
    const sign = isNot ? '!==' : '===';
    const newText = `${source(context, object)} ${sign} ${q}${known ?? origin}${q}`;
    edits.push({ start, end: node.end, newText });
  });
  const title = `Compare the whole origin`;
  return edits.length === 0 ? [] : [{ title, edits, safe: false }];
}

/** How the handler reads the origin: of its event, or as a name that it takes out. */
function nameOfOrigin(
  target: FunctionNode['params'][number]['target'],
  isWrapped: boolean,
  context: RuleContext,
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  if (target.kind === 'name') {
    return { name: `${target.name}${isWrapped ? '.originalEvent' : ''}.origin`, edits: [] };
  }
  if (target.kind !== 'map-pattern' || isWrapped) return undefined;
  if (/\borigin\b/.test(source(context, target))) return undefined;
  const [first] = target.elements;
  return (
    first && {
      name: 'origin',
      edits: [{ start: first.start, end: first.start, newText: 'origin, ' }],
    }
  );
}

/** jQuery puts the browser's event into one of its own. */
function isJQuery({ body }: FunctionNode, context: RuleContext): boolean {
  return /\.originalEvent\b/.test(source(context, body));
}

/** A message that goes to whatever page is there. */
export function nameTarget(target: Expr, context: RuleContext): readonly FixDraft[] {
  const { start, end } = target;
  return [
    {
      title: `Send it to one origin only (${origin})`,
      edits: source(context, target) === '*' ? [{ start, end, newText: origin }] : [],
      safe: false,
    },
  ];
}
