import { role } from '../../engine/sites';
import type { Arg, Call } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { compose, type HoleContext, type SqlText } from '../../sql/holes';
import { source } from '../edits';
import { type Param, rewriteText } from '../repairs/parameters/placeholders';
import { isHere } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** How a library of templates writes a variable, and how it is given the values. */
interface Form {
  readonly before: string;
  readonly after: string;
  /** Undefined where the call has no place for them. */
  readonly give: (call: Call, params: readonly Param[]) => TextEdit | undefined;
}

/**
 * Repairs of a template that is built around data: a variable of the template stands in its place,
 * and the data is given beside the template.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const { node: call } = site;
  const template = role(site, 'template');
  if (call.kind !== 'call' || !template) return [];
  if (!isHere(template.node, context)) return [];
  const form = formOf(call, context);
  if (!form) return [];
  const taken = call.args.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const rewrite = rewriteText(template.node, { mark, contexts: anywhere, taken }, context);
  if (!rewrite || rewrite.params.length === 0 || rewrite.assembly.isBranching) return [];
  const given = form.give(call, rewrite.params);
  if (!given) return [];
  const edits = rewrite.edits.map((edit) => ({
    ...edit,
    newText: edit.newText.replaceAll(mark.before, form.before).replaceAll(mark.after, form.after),
  }));
  const variable = rewrite.params.length === 1 ? 'a variable' : 'variables';
  return [
    {
      title: `Give it to the template as ${variable}`,
      edits: [...edits, given],
      safe: true,
    },
  ];
}

/** Stands for the marks of a template until the text is done: their braces mean nothing in a format. */
const mark = { kind: 'name', before: '\uE000', after: '\uE001' } as const;

/** Each hole takes a variable. */
function anywhere(text: SqlText): readonly HoleContext[] {
  return compose(text).holes.map(() => ({ kind: 'value' }));
}

function formOf(call: Call, context: RuleContext): Form | undefined {
  const name = source(context, call.callee).split(/\.|::/).at(-1) ?? '';
  switch (context.module.language) {
    case 'python':
      return /^(?:stream_)?render_template_string$/.test(name)
        ? { before: '{{ ', after: ' }}', give: asKeywords('=') }
        : undefined;
    case 'ruby':
      return /^render(?:_to_string)?$/.test(name)
        ? { before: '<%= ', after: ' %>', give: asLocals }
        : undefined;
    case 'javascript':
    case 'typescript':
      if (!/\bejs\.render$/.test(source(context, call.callee))) return undefined;
      return { before: '<%= ', after: ' %>', give: asFields };
    default:
      return undefined;
  }
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** `f(template, name=value)` */
function asKeywords(sign: string) {
  return ({ args }: Call, params: readonly Param[]): TextEdit | undefined => {
    const last = args.at(-1);
    const written = params.map((one) => `, ${one.name}${sign}${one.written}`).join('');
    return last && insertion(last.end, written);
  };
}

/** `render inline: template, locals: { name: value }` */
function asLocals({ args }: Call, params: readonly Param[]): TextEdit | undefined {
  const isNamed = (arg: Arg) => arg.name === 'locals';
  const map = args.find(isNamed)?.value;
  const fields = params.map((one) => `${one.name}: ${one.written}`).join(', ');
  if (map) {
    const last = map.kind === 'map' ? map.entries.at(-1) : undefined;
    return last && insertion(last.end, `, ${fields}`);
  }
  const last = args.at(-1);
  return last && insertion(last.end, `, locals: { ${fields} }`);
}

/** `render(template, { name: value })` */
function asFields({ args }: Call, params: readonly Param[]): TextEdit | undefined {
  const fields = params
    .map((one) => (one.name === one.written ? one.name : `${one.name}: ${one.written}`))
    .join(', ');
  const [template, data] = args;
  if (!data) return template && insertion(template.end, `, { ${fields} }`);
  const last = data.value.kind === 'map' ? data.value.entries.at(-1) : undefined;
  return last && insertion(last.end, `, ${fields}`);
}
