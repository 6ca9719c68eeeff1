import { role } from '../../engine/sites';
import type { Call, Expr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { booleanText, entryNamed, removeItem, replaceValue, setKeyword } from '../repairs/options';
import { removeStatement } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';

/**
 * Takes away what switches the protection off. Previews: pages and programs that send no token yet are
 * refused then.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  const ways =
    site.decorates !== undefined
      ? [withoutDecorator(node, context)]
      : node.kind === 'call'
        ? [
            ...ofCall(node, site.spec?.data?.part, context),
            switched(role(site, 'value')?.node, context),
          ]
        : node.kind === 'assign'
          ? [switched(node.value, context)]
          : [];
  return ways.flatMap((edits) =>
    edits && edits.length > 0 ? [{ title: 'Leave the protection on', edits, safe: false }] : [],
  );
}

type Edits = readonly TextEdit[] | undefined;

/** `False` in the place of the setting becomes `True`; a list of exceptions becomes empty. */
function switched(value: Expr | undefined, context: RuleContext): Edits {
  if (value?.kind === 'literal' && (value.value === false || value.value === 0)) {
    return [replaceValue(value, booleanText(true, context), context)];
  }
  if (value?.kind === 'list' && value.of === 'list') return [replaceValue(value, '[]', context)];
  if (value?.kind !== 'map') return undefined;
  const entry = entryNamed(value, 'csrf_protection');
  return entry && [replaceValue(entry.value, booleanText(true, context), context)];
}

function ofCall(call: Call, part: string | undefined, context: RuleContext): readonly Edits[] {
  switch (context.module.language) {
    case 'java':
      return [inSpring(call, context)];
    case 'python':
      return [inPython(call, context)];
    case 'ruby':
      return [
        inRails(call, part, context),
        // The class that all others come from has to say so itself.
        [{ start: call.start, end: call.end, newText: 'protect_from_forgery with: :exception' }],
      ];
    case 'php':
      return [inWordPress(call, part, context)];
    default:
      return [];
  }
}

/** The whole line of a decorator, and its import where nothing else uses it. */
function withoutDecorator(node: Expr, context: RuleContext): Edits {
  const { text, module } = context;
  const start = text.lastIndexOf('\n', node.start - 1) + 1;
  const next = text.indexOf('\n', node.end);
  const end = next < 0 ? text.length : next + 1;
  if (!/^\s*@[ \t]*[\w.]+(?:\([^()]*\))?\s*(?:#.*)?\s*$/.test(text.slice(start, end)))
    return undefined;
  const edits: TextEdit[] = [{ start, end, newText: '' }];
  if (node.kind !== 'name') return edits;
  const isOnly = [...text.matchAll(new RegExp(`\\b${node.name}\\b`, 'g'))].length === 2;
  const imported = module.body.find(
    (stmt) =>
      stmt.kind === 'import' && stmt.names.length === 1 && stmt.names[0]?.local === node.name,
  );
  if (isOnly && imported) edits.push(line(imported, text));
  return edits;
}

function line(span: Span, text: string): TextEdit {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  return { start, end: next < 0 ? text.length : next + 1, newText: '' };
}

/** `.csrf().disable()`, `.csrf(csrf -> csrf.disable())`: the link goes, or the statement. */
function inSpring(call: Call, context: RuleContext): Edits {
  const path = nodesAt(context.module, call);
  const isLink = (node: Expr): node is Call =>
    node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'csrf';
  const outer = path.findLast(
    (node): node is Call => node.kind === 'call' && isLink(node) && node.args.length > 0,
  );
  const inner =
    call.callee.kind === 'member' && isLink(call.callee.object) ? call.callee.object : undefined;
  const [last, first] = inner ? [call, inner] : [outer, outer];
  if (!last || first?.callee.kind !== 'member') return undefined;
  const { object } = first.callee;
  const parent = path[path.indexOf(last) - 1];
  if (parent?.kind === 'expr' && object.kind === 'name') return removeStatement(last, context);
  return [{ start: object.end, end: last.end, newText: '' }];
}

/** `csrf_exempt(view)` becomes `view`; a call that stands for itself goes; switches are turned. */
function inPython(call: Call, context: RuleContext): Edits {
  const off = call.args.filter(
    ({ name, value }) =>
      /csrf|check_origin|xsrf/i.test(name ?? '') &&
      value.kind === 'literal' &&
      value.value === false,
  );
  if (off.length > 0) {
    return off.flatMap(({ name }) => setKeyword(call, name ?? '', 'True', context) ?? []);
  }
  const [first, ...more] = call.args;
  const isAlone = nodesAt(context.module, call).at(-2)?.kind === 'expr';
  if (isAlone) return removeStatement(call, context);
  if (!first || more.length > 0) return undefined;
  return [{ start: call.start, end: call.end, newText: source(context, first) }];
}

function inRails(call: Call, part: string | undefined, context: RuleContext): Edits {
  const kept = call.args.find(({ name }) => name === 'with');
  const except = call.args.find(({ name }) => name === 'except');
  if (part === 'some' && kept) return [replaceValue(kept.value, ':exception', context)];
  if (part === 'some' && except) {
    const edit = removeItem(call.args, except, context);
    return edit && call.args.length > 1 ? [edit] : undefined;
  }
  return removeStatement(call, context);
}

/** https://developer.wordpress.org/reference/functions/wp_verify_nonce/ */
function inWordPress(call: Call, part: string | undefined, context: RuleContext): Edits {
  if (part !== 'result') return undefined;
  const { start, end } = call;
  if (source(context, call.callee) === 'check_ajax_referer') {
    const third = call.args[2];
    const edit = third && removeItem(call.args, third, context);
    return edit && [edit];
  }
  const written = source(context, call);
  const isStatement = context.text[end] === ';';
  return isStatement
    ? [{ start, end: end + 1, newText: `if ( ! ${written} ) { wp_die(); }` }]
    : undefined;
}
