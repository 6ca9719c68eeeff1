/** A change of a document, as far as lines matter. Lines count from 0. */
export interface LineChange {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

/**
 * Where a line is after changes.
 * @param changes of one event: all speak of the document before it
 * @returns undefined when the line itself was changed
 */
export function movedLine(line: number, changes: readonly LineChange[]): number | undefined {
  let moved = line;
  for (const { range, text } of changes) {
    const { start, end } = range;
    if (start.line > line) continue;
    const added = text.split('\n').length - 1;
    const isInFront = end.line < line || (end.line === line && end.character === 0);
    // Whole lines put in front of it push it down.
    const wholeLines = start.character === 0 && (text === '' || text.endsWith('\n'));
    if (end.line < line || (isInFront && wholeLines)) moved += added - (end.line - start.line);
    else return undefined;
  }
  return moved;
}
