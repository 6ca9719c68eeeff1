import { role, type SiteArg } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source, writtenSpan } from '../edits';
import { importWhole } from '../repairs/imports';
import { markedArg, placesOf } from '../repairs/places';
import { allowOnly, mergedInsertions } from '../repairs/refuse';
import type { Detection, FixDraft, RuleContext } from '../rule';

const functionTitle = 'Allow only names from a list (add, show)';

/**
 * Repairs of data that runs as code: data alone is read as a value, with a parser that runs nothing;
 * the name of a function must be one of a list; what goes into a larger
 * piece of code, too.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const { node: call } = site;
  const arg = markedArg(detection) ?? role(site, 'code');
  if (call.kind !== 'call' || !arg) return [];
  const places = placesOf(arg.node, arg.value, ({ cleaned }) => !cleaned.includes('code'), context);
  const isWhole = places.length === 1 && places[0] === arg.node;
  const drafts: FixDraft[] = [];
  if (site.spec?.data?.form === 'function-name') {
    const later = callLater(call, arg, context);
    if (later) drafts.push(later);
    const edits = isWhole
      ? allowOnly(places, ['add', 'show'], 'Unknown function', context)
      : undefined;
    if (edits) drafts.push({ title: functionTitle, edits, safe: false });
  } else if (site.spec?.data?.form === 'eval') {
    const data = isWhole ? arg.node : inParentheses(arg.node);
    const parsed = data && parse(call, data, context);
    if (parsed) drafts.push(parsed);
  }
  if (drafts.some(({ title }) => title === functionTitle)) return drafts;
  // A plain word may still be the name of what was never meant to be reached.
  const edits = allowOnly(places, ['first', 'second'], 'Unknown value', context);
  if (edits) {
    drafts.push({ title: 'Allow only values from a list (first, second)', edits, safe: false });
  }
  return drafts;
}

/** `'(' + data + ')'`: braces alone would be a block. */
function inParentheses(node: Expr): Expr | undefined {
  if (node.kind !== 'string' || node.parts.length !== 3) return undefined;
  const [open, data, close] = node.parts;
  const says = (of: Expr | undefined, text: string) => of?.kind === 'literal' && of.value === text;
  return says(open, '(') && says(close, ')') ? data : undefined;
}

/** Reads data as what it is: a value without functions. */
function parse(call: Call, data: Expr, context: RuleContext): FixDraft | undefined {
  const { callee, args } = call;
  const name = source(context, callee).replace(/^(?:window|globalThis|global|self)\./, '');
  const span = { start: callee.start, end: callee.end };
  switch (context.module.language) {
    case 'javascript':
    case 'typescript': {
      if (name !== 'eval' || args.length !== 1) return undefined;
      const edits: TextEdit[] = [{ ...span, newText: 'JSON.parse' }];
      const [first] = args;
      if (first && first.value !== data) {
        edits.push({ ...writtenSpan(context, first.value), newText: source(context, data) });
      }
      return { title: 'Read it as data (JSON.parse)', edits, safe: false };
    }
    case 'python': {
      if (name !== 'eval' || args.length !== 1 || args[0]?.value !== data) return undefined;
      const ast = importWhole(context, 'ast');
      const edits: TextEdit[] = [{ ...span, newText: `${ast.name}.literal_eval` }, ...ast.edits];
      const by = 'ast.literal_eval';
      return { title: `Read it as data (${by})`, edits: mergedInsertions(edits), safe: false };
    }
    case 'php': {
      // PHP's assert ran a text as code before version 8.
      if (name !== 'assert' || args.length !== 1) return undefined;
      const written = source(context, data);
      const edits = [{ ...writtenSpan(context, args[0]!.value), newText: `(bool) ${written}` }];
      return { title: 'Look at its value, and run nothing', edits, safe: false };
    }
    default:
      return undefined;
  }
}

/** `setTimeout('show("' + data + '")', 10)`: a function that is called later with the data. */
function callLater(_call: Call, arg: SiteArg, context: RuleContext): FixDraft | undefined {
  if (!/script$/.test(context.module.language) || arg.node.kind !== 'string') return undefined;
  const parts = arg.node.parts;
  const [first, data, last] = parts;
  if (parts.length !== 3 || first?.kind !== 'literal' || last?.kind !== 'literal' || !data) {
    return undefined;
  }
  const called = /^\s*([\w.$]+)\(\s*(['"]?)$/.exec(String(first.value));
  const closes = /^(['"]?)\s*\)\s*;?\s*$/.exec(String(last.value));
  if (!called || !closes || called[2] !== closes[1]) return undefined;
  const edits = [
    { ...writtenSpan(context, arg.node), newText: `() => ${called[1]}(${source(context, data)})` },
  ];
  return { title: 'Call a function later, without code in a text', edits, safe: true };
}
