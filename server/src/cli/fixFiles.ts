import type { Analysis, AnalysisOptions, AnalysisProject } from '../analysis';
import { changeText, realPath, textIfReadable, whyNotChanged } from '../platform/node/files';
import type { PackageNeed } from '../report/finding';
import { isGenerated } from '../report/generated';
import type { Notice } from '../report/scanReport';
import { displayPath, slashed } from './fileScanner';

/** A change can make another file's findings come or go; beyond this something goes in circles. */
const maxPasses = 3;

/** Nobody writes lines of this length. */
const longLine = 5000;

export interface FixOptions {
  /** All files of the scan, absolute. */
  readonly paths: readonly string[];
  /** Those with findings. What several links lead to is fixed once. */
  readonly toFix: readonly string[];
  readonly cwd: string;
  readonly analysis: AnalysisOptions;
  /** Also with fixes that a person has to look at. */
  readonly unsafe: boolean;
  onProgress(done: number, total: number, file: string): void;
}

/** A text that is to be written, or was. */
export interface Change {
  /** Absolute. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface FixedFiles {
  readonly changes: readonly Change[];
  /** Libraries that the new code uses, by the file that does. */
  readonly needs: ReadonlyMap<string, readonly PackageNeed[]>;
  /** Files that were left as they are, each with the reason. */
  readonly notices: readonly Notice[];
}

/** Applies fixes to files until none is left. Nothing is written. */
export async function fixFiles(analysis: Analysis, options: FixOptions): Promise<FixedFiles> {
  return new FileFixer(analysis, options).run();
}

class FileFixer {
  private readonly texts = new Map<string, { before: string; after: string }>();
  private readonly needs = new Map<string, PackageNeed[]>();
  private readonly leftAlone = new Map<string, string>();
  private readonly project: AnalysisProject;
  private readonly native: ReadonlyMap<string, string>;

  constructor(
    analysis: Analysis,
    private readonly options: FixOptions,
  ) {
    this.native = new Map(options.paths.map((file) => [slashed(file), file]));
    this.project = analysis.project({
      paths: [...this.native.keys()],
      read: (path) => this.texts.get(path)?.after ?? textIfReadable(path),
    });
  }

  async run(): Promise<FixedFiles> {
    const { toFix, cwd, onProgress } = this.options;
    let pending = [...new Map(toFix.map((file) => [realPath(file), slashed(file)])).values()];
    for (let pass = 0; pass < maxPasses && pending.length > 0; pass++) {
      const concerned = new Set<string>();
      for (const [index, path] of pending.entries()) {
        onProgress(index, pending.length, displayPath(this.fileOf(path), cwd));
        for (const other of await this.fix(path)) concerned.add(other);
      }
      pending = [...concerned].filter((path) => this.native.has(path));
    }
    return {
      changes: [...this.texts].map(([path, text]) => ({ file: this.fileOf(path), ...text })),
      needs: this.needs,
      notices: [...this.leftAlone].map(([path, message]) => ({
        path: displayPath(this.fileOf(path), cwd),
        message,
      })),
    };
  }

  private fileOf(path: string): string {
    return this.native.get(path) ?? path;
  }

  /** @returns the files whose findings may differ now */
  private async fix(path: string): Promise<Iterable<string>> {
    const { analysis, unsafe } = this.options;
    const file = this.fileOf(path);
    const known = this.texts.get(path);
    const text = known?.after ?? textIfReadable(file);
    if (text === undefined || this.leftAlone.has(path)) return [];
    const why = known ? undefined : whyLeftAlone(file, text);
    if (why !== undefined) {
      this.leftAlone.set(path, `${why} Nothing was changed in it.`);
      return [];
    }
    const document = await this.project.open(path, undefined, text);
    try {
      if (document.notAnalysed !== undefined) return [];
      const fixed = document.fixAll(analysis, { previews: unsafe });
      if (fixed.edits.length === 0) return [];
      this.texts.set(path, { before: known?.before ?? text, after: fixed.text });
      this.needs.set(file, [...(this.needs.get(file) ?? []), ...fixed.packages]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.leftAlone.set(path, `Repairing it failed: ${message}`);
      return [];
    } finally {
      document.dispose();
      this.project.release(path);
    }
    return this.project.changedOnDisk(path);
  }
}

function whyLeftAlone(file: string, text: string): string | undefined {
  if (isGenerated(text)) return 'It says that a program makes it.';
  if (text.split('\n').some((line) => line.length > longLine)) return 'It is minified.';
  return whyNotChanged(file, text);
}

/** Writes what fits what is stored. @returns what was written, and what was not, with the reason */
export async function writeChanges(
  changes: readonly Change[],
  cwd: string,
): Promise<{ readonly written: readonly Change[]; readonly notices: readonly Notice[] }> {
  const written: Change[] = [];
  const notices: Notice[] = [];
  for (const change of changes) {
    const why = await changeText(change.file, change.before, change.after);
    if (why === undefined) written.push(change);
    else notices.push({ path: displayPath(change.file, cwd), message: why });
  }
  return { written, notices };
}
