import type { TextPiece } from '../engine/values';
import type { SqlPiece, SqlText } from '../sql/holes';

/** A built string as SQL text with holes; `source` is the program's text. */
export function toSqlText(pieces: readonly TextPiece[], source: string): SqlText {
  return {
    pieces: pieces.map((piece): SqlPiece => {
      const span = { start: piece.node.start, end: piece.node.end };
      return piece.text === undefined
        ? { hole: span, kind: 'value' }
        : { text: piece.text, span, raw: source.slice(span.start, span.end) };
    }),
  };
}
