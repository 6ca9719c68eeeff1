const CELLS = 24;
/** Drawing costs more than analysing a small file. */
const INTERVAL_MS = 80;

/** A progress bar in one line of a terminal. Silent when the stream is no terminal. */
export class ProgressBar {
  private last = 0;
  private drawn = false;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly enabled: boolean,
  ) {}

  update(done: number, total: number, label: string): void {
    const now = Date.now();
    if (!this.enabled || !this.stream.isTTY || now - this.last < INTERVAL_MS) return;
    this.last = now;
    const full = Math.round((CELLS * done) / total);
    const head = `[${'#'.repeat(full)}${'.'.repeat(CELLS - full)}] ${done}/${total} `;
    const room = Math.max(0, (this.stream.columns || 80) - head.length - 1);
    // A name could hold control characters.
    const name = label.replace(/\p{Cc}/gu, '?');
    const shown = name.length > room ? `…${name.slice(name.length - room + 1)}` : name;
    this.stream.write(`\r\u001b[K${head}${shown}`);
    this.drawn = true;
  }

  clear(): void {
    if (this.drawn) this.stream.write('\r\u001b[K');
    this.drawn = false;
  }
}
