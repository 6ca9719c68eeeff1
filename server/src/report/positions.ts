/** A place in a text, both parts from 0. `character` counts UTF-16 code units, as in LSP and SARIF. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Finds lines in a text that does not change. Lines end with `\n`, `\r\n` or `\r`. */
export class LineTable {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    // indexOf is several times faster than a loop over the characters, and `\r` is rare.
    if (!text.includes('\r')) {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        starts.push(at + 1);
      }
    } else {
      for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
    }
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offsets outside the text count as its start or end. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]! <= wanted) low = middle;
      else high = middle;
    }
    return { line: low, character: wanted - this.starts[low]! };
  }

  /** The text of a line without its end; empty when there is no such line. */
  lineText(line: number): string {
    const start = this.starts[line];
    if (start === undefined) return '';
    const next = this.starts[line + 1];
    return next === undefined
      ? this.text.slice(start)
      : this.text.slice(start, next).replace(/\r\n$|[\r\n]$/, '');
  }
}
