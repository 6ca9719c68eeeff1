import { statSync } from 'node:fs';
import path from 'node:path';
import type { Analysis, AnalysisOptions, AnalysisProject } from '../../server/src/analysis';
import { textIfReadable, walk } from '../../server/src/platform/node/files';
import type { Severity } from '../../server/src/report/finding';
import { type FileVerdict, judgeFile } from './judge';

/** A file of a folder that was given, with what was said of its fixes. */
export interface JudgedFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly language: string;
  readonly text: string;
  readonly verdict: FileVerdict;
}

const options: AnalysisOptions = { rules: {}, sqlDialect: 'auto' };

/** The files below a folder that can be analysed; a file stands for itself. */
export async function listFiles(analysis: Analysis, root: string): Promise<string[]> {
  const absolute = path.resolve(root);
  if (!statSync(absolute).isDirectory()) return [slashed(absolute)];
  const files: string[] = [];
  const found = walk(absolute, {
    excluded: () => false,
    wanted: (file) => analysis.languageOf(undefined, file) !== undefined,
    onError: (folder, error) => {
      throw new Error(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  for await (const file of found) files.push(slashed(file));
  return files;
}

/**
 * Judges the fixes of some files of a project, one file after the other.
 *
 * @param all every file of the project
 * @param mine those that are judged
 */
export async function* judgeFiles(
  analysis: Analysis,
  all: readonly string[],
  mine: readonly string[],
  severities: ReadonlySet<Severity>,
): AsyncGenerator<JudgedFile> {
  // Fixes are offered in one project and judged in another, so that none of them knows of the other.
  const offers = analysis.project({ paths: all, read: textIfReadable });
  const judges = analysis.project({ paths: all, read: textIfReadable });
  for (const file of mine) {
    const text = textIfReadable(file);
    if (text === undefined) continue;
    const document = await offers.open(file, undefined, text);
    try {
      if (document.notAnalysed !== undefined) continue;
      if (document.findings(options).length === 0) continue;
      const verdict = await judgeFile(
        {
          document,
          options,
          open: async (changed) => {
            const opened = await judges.open(file, undefined, changed);
            opened.findings(options);
            return { document: opened, elsewhere: countElsewhere(judges, file) };
          },
        },
        severities,
      );
      yield { path: file, language: document.language, text, verdict };
    } finally {
      document.dispose();
      offers.release(file);
      judges.release(file);
    }
  }
}

function countElsewhere(project: AnalysisProject, file: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path: other, findings } of project.findingsElsewhere(file, options)) {
    for (const { ruleId, severity } of findings) {
      const place = `${other} ${ruleId}`;
      if (severity !== 'hint') counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}
