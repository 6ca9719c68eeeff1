import type { Value } from '../../engine/values';
import type { Call, Expr, Node, Span } from '../../ir/types';
import { nodesAt, writtenSpan } from '../edits';
import { holesOf, literalText, piecesOf, wordsOf } from '../repairs/shellWords';
import { type IsHarmful, isHere } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { writeWords } from './writeWords';

/** `sh -c script`, as elements of a list or as arguments of a call. */

const shells = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z|k)?sh$/;

/**
 * The script becomes the program itself where no shell is needed; else its data become positional
 * parameters, which a shell never reads as code.
 */
export function throughPositions(
  detection: Detection,
  call: Call,
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly FixDraft[] {
  const siblings = siblingsOf(detection.at, call, context);
  const at = siblings.findIndex(
    (node) => node.start === detection.at.start && node.end === detection.at.end,
  );
  const script = siblings[at];
  if (!script || at !== siblings.length - 1 || at < 1) return [];
  const [program, list] = call.args;
  // `spawn('sh', ['-c', script])`
  const isApart =
    at === 1 && list?.value.kind === 'list' && list.value.elements[1]?.value === script;
  const shell = isApart ? program?.value : siblings[at - 2];
  const flag = siblings[at - 1]!;
  if (!shell) return [];
  if (!shells.test(textOf(shell)) || !/^-l?c$/.test(textOf(flag))) return [];
  const value = valueAt(detection, script);
  if (!value) return [];
  const pieces = piecesOf(value, script);
  if (!pieces.some(({ text }) => text?.trim())) return [];
  const drafts: FixDraft[] = [];
  const words = wordsOf(pieces);
  const written = words && writeWords(words, pieces, context);
  if (written) {
    const { start } = writtenSpan(context, shell);
    const { end } = writtenSpan(context, script);
    const [first, ...rest] = written;
    const from = writtenSpan(context, flag).start;
    const edits = isApart
      ? [
          { ...writtenSpan(context, shell), newText: first ?? '' },
          { start: from, end, newText: rest.join(', ') },
        ]
      : [{ start, end, newText: written.join(', ') }];
    drafts.push({ title: 'Start the program without a shell', edits, safe: true });
  }
  const parts = positional(pieces, isHarmful, context);
  if (parts) {
    const edits = [{ ...writtenSpan(context, script), newText: parts.join(', ') }];
    drafts.push({ title: 'Give the shell the data as an argument of its own', edits, safe: true });
  }
  return drafts;
}

/** The script with positional parameters, the shell's name, and the data. */
export function positional(
  pieces: ReturnType<typeof piecesOf>,
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly string[] | undefined {
  const holes = holesOf(pieces);
  const nodes: Expr[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece.text !== undefined) {
      text += piece.text;
      continue;
    }
    const hole = holes.find(({ node }) => node === piece.node);
    if (!hole || !isHere(piece.node, context)) return undefined;
    // Data that is known to be harmless would have to stay in the text.
    if (!isHarmful(piece.value, piece.node)) return undefined;
    nodes.push(piece.node);
    const name = nodes.length > 9 ? `\${${nodes.length}}` : `$${nodes.length}`;
    if (hole.quote === "'") {
      if (!hole.alone) return undefined;
      text = text.slice(0, -1);
      text += `"${name}"`;
    } else text += hole.quote === '"' ? name : `"${name}"`;
  }
  const withQuotes = text.replace(/("\$\{?\d+\}?")'/g, '$1');
  if (nodes.length === 0) return undefined;
  const written = nodes.map((node) => context.text.slice(node.start, node.end));
  return [literalText(withQuotes, context), literalText('sh', context), ...written];
}

function textOf(node: Expr): string {
  return node.kind === 'literal' ? String(node.value) : '';
}

/** The list, or the arguments, in which a span is one. */
function siblingsOf(at: Span, call: Call, context: RuleContext): readonly Expr[] {
  const within = [call as Node, ...nodesAt(context.module, at)];
  for (const node of within.reverse()) {
    const items =
      node.kind === 'list' ? node.elements : node.kind === 'call' ? node.args : undefined;
    const values = items
      ?.filter((item) => !('name' in item && item.name !== undefined))
      .map((item) => item.value);
    if (values?.some((value) => value.start === at.start && value.end === at.end)) return values;
  }
  return [];
}

function valueAt({ site, at }: Detection, script: Expr): Value | undefined {
  const marked = site.args.find(({ node }) => node.start === at.start && node.end === at.end);
  if (marked) return marked.value;
  for (const { value, node } of site.args) {
    if (value.shape?.kind !== 'list' || node.start > script.start || node.end < script.end)
      continue;
    const found = value.shape.elements.find((element) =>
      element.text?.pieces.some(
        (piece) => script.start <= piece.node.start && piece.node.end <= script.end,
      ),
    );
    if (found) return found;
  }
  return undefined;
}
