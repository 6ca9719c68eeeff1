/** What was found in one version of a document. */
export interface Analysed {
  /** Number of findings by rule id. */
  readonly counts: Readonly<Record<string, number>>;
  readonly hasSyntaxError: boolean;
}

/**
 * Sees when a problem goes away. Between two saves a document may show and lose problems as it is
 * typed: what counts is the most that was seen since the last save, against what is saved.
 */
export class FixTracker {
  private readonly most = new Map<string, Map<string, number>>();
  /** The version at the last save. */
  private readonly versions = new Map<string, number>();

  /**
   * Takes the findings of one version of a document.
   * @param settled the text is saved, or belongs to no file
   * @returns the rules of which there are fewer findings now
   */
  see(uri: string, version: number, analysed: Analysed, settled: boolean): string[] {
    const most = this.most.get(uri) ?? new Map<string, number>();
    this.most.set(uri, most);
    const changed = this.versions.get(uri) !== version;
    if (settled) this.versions.set(uri, version);
    // With the same text, the settings made the difference.
    const fixed =
      settled && !analysed.hasSyntaxError && changed
        ? [...most].filter(([rule, count]) => (analysed.counts[rule] ?? 0) < count)
        : [];
    if (settled && !analysed.hasSyntaxError) most.clear();
    for (const [rule, count] of Object.entries(analysed.counts)) {
      most.set(rule, Math.max(count, most.get(rule) ?? 0));
    }
    return fixed.map(([rule]) => rule);
  }

  forget(uri: string): void {
    this.most.delete(uri);
    this.versions.delete(uri);
  }
}
