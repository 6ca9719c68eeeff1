import type { Site } from '../../engine/sites';
import type { TextPiece } from '../../engine/values';
import type { TextEdit } from '../../report/finding';
import { importWhole, requireLibrary } from '../repairs/imports';
import { mergedInsertions } from '../repairs/refuse';
import { endOfOptions, type Hole, holeSpan, holesOf, wordsOf } from '../repairs/shellWords';
import { type IsHarmful, isHere, wrapAll } from '../repairs/wrap';
import type { FixDraft, RuleContext } from '../rule';

/** Quotes the data for the shell that reads the command, where the language knows how. */

const quoters = {
  python: { by: 'shlex.quote', needs: 'shlex' },
  ruby: { by: 'Shellwords.escape', needs: 'shellwords' },
  php: { by: 'escapeshellarg', needs: undefined },
} as const;

export function quoted(
  site: Site,
  pieces: readonly TextPiece[],
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly FixDraft[] {
  const { language } = context.module;
  if (language !== 'python' && language !== 'ruby' && language !== 'php') return [];
  // Without a shell, the text names the program alone.
  if (site.spec?.data?.shell === 'no') return [];
  const quoter = quoters[language];
  const holes = holesOf(pieces).filter(({ value, node }) => isHarmful(value, node));
  if (holes.length === 0 || holes.some(({ node }) => !isHere(node, context))) return [];
  const edits: TextEdit[] = [];
  const words = wordsOf(pieces);
  const at = words && endOfOptions(words);
  const argument = at === undefined ? undefined : words?.[at]?.[0];
  for (const hole of holes) {
    if (hole.quote === undefined) continue;
    const inFront = hole.node === argument ? '-- ' : '';
    const marks = hole.alone ? quotesAround(hole, inFront, context) : undefined;
    if (!marks) return [];
    edits.push(...marks);
  }
  const wrapped = wrapAll(
    holes.map(({ node }) => node),
    (written) => `${quoter.by}(${written})`,
    context,
  );
  if (!wrapped) return [];
  const bare = holes.find(({ node, quote }) => node === argument && quote === undefined);
  const end = bare ? endOfOptionsAt(bare, context) : [];
  const needed =
    language === 'python'
      ? importWhole(context, quoter.needs ?? '').edits
      : language === 'ruby'
        ? requireLibrary(context, quoter.needs ?? '')
        : [];
  return [
    {
      title: `Quote it for the shell (${quoter.by})`,
      edits: mergedInsertions([...wrapped, ...edits, ...end, ...needed]),
      safe: true,
    },
  ];
}

/** The quotes of the command around data, to be taken away: the quoter brings its own. */
function quotesAround(
  hole: Hole,
  inFront: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  const span = holeSpan(hole.node, context);
  const mark = hole.quote === "'" ? "\\\\?'" : '\\\\?"';
  // Between the data and the quote there may be the end of a literal: `"grep '" + x + "'"`.
  const before = new RegExp(`(${mark})((?:["']\\s*[.+]\\s*)?)$`).exec(text.slice(0, span.start));
  const after = new RegExp(`^((?:\\s*[.+]\\s*["'])?)(${mark})`).exec(text.slice(span.end));
  if (!before || !after) return undefined;
  const start = span.start - before[0].length;
  const end = span.end + (after[1] ?? '').length;
  const opening = /["']$/.exec(after[1] ?? '')?.[0];
  if (opening !== undefined && text.startsWith(opening, end + (after[2] ?? '').length)) {
    // Nothing is left of the literal behind the data.
    const literal = { start: span.end, end: end + (after[2] ?? '').length + 1, newText: '' };
    return [{ start, end: start + (before[1] ?? '').length, newText: inFront }, literal];
  }
  return [
    { start, end: start + (before[1] ?? '').length, newText: inFront },
    { start: end, end: end + (after[2] ?? '').length, newText: '' },
  ];
}

/** `--` in front of the data. */
function endOfOptionsAt(hole: Hole, context: RuleContext): readonly TextEdit[] {
  const span = holeSpan(hole.node, context);
  if (span === hole.node) {
    // The literal in front of the data.
    const open = /["']\s*[.+]\s*$/.exec(context.text.slice(0, span.start));
    if (!open) return [];
    const start = span.start - open[0].length;
    return [{ start, end: start, newText: '-- ' }];
  }
  return [{ start: span.start, end: span.start, newText: '-- ' }];
}
