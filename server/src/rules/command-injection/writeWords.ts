import { allTaints, type TextPiece } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { endOfOptions, literalText, type Word, wordText } from '../repairs/shellWords';
import { isHere } from '../repairs/wrap';
import type { RuleContext } from '../rule';

/** The words as expressions of the language, with `--` where the program takes it. */
export function writeWords(
  words: readonly Word[],
  pieces: readonly TextPiece[],
  context: RuleContext,
): readonly string[] | undefined {
  const taintedNodes = new Set(
    pieces.flatMap((piece) =>
      piece.text === undefined && allTaints(piece.value).length > 0 ? [piece.node] : [],
    ),
  );
  const nodes = words.flat().filter((part) => typeof part !== 'string');
  // A part that may hold several arguments, or is none of this file's.
  if (nodes.some((node) => !isHere(node, context) || isSeveral(node))) return undefined;
  const texts = words.map((word) =>
    wordText(word, context, (node, written) =>
      taintedNodes.has(node) ? written : asText(written, context),
    ),
  );
  if (texts.some((text) => text === undefined)) return undefined;
  const result = texts as string[];
  const end = endOfOptions(words);
  if (end !== undefined) result.splice(end, 0, literalText('--', context));
  return result;
}

function isSeveral(node: Expr): boolean {
  const name = node.kind === 'name' ? node.name : node.kind === 'member' ? node.property : '';
  return /(?:args|opts|options|flags|params|arguments|files|list|cmd|command)$/i.test(name);
}

/** Arguments of a program are texts; a text takes in any value. */
function asText(written: string, { module }: RuleContext): string {
  switch (module.language) {
    case 'python':
      return `str(${written})`;
    case 'ruby':
      return `${written}.to_s`;
    case 'java':
      return `String.valueOf(${written})`;
    default:
      return `String(${written})`;
  }
}
