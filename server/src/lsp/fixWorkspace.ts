import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysedDocument, AnalysisOptions } from '../analysis';
import type { Finding, PackageNeed, TextEdit } from '../report/finding';
import { isGenerated } from '../report/generated';
import type { Documents } from './documents';
import type { ChangedText } from './edits';
import type { Folder, FolderFiles } from './folders';
import type { Use } from './packages';
import type { Settings } from './settings';
import { uriBeside } from './uris';
import type { Run } from './workspaceAnalysis';

export interface FixWorkspaceContext {
  readonly documents: Documents;
  readonly files: FolderFiles;
  settings(folder: Folder): Promise<Settings>;
}

/** What all safe fixes of some folders come to. */
export interface WorkspaceFix {
  readonly changes: readonly ChangedText[];
  /** Libraries that the new code uses. */
  readonly uses: readonly Use[];
  /** Findings that are gone then. */
  readonly fixed: number;
  /** Findings, of the rule that was asked for, that have no safe fix. */
  readonly left: number;
  /** Files with findings that are not changed: generated ones, and those that cannot be written. */
  readonly leftAlone: readonly { readonly path: string; readonly why: string }[];
}

/** A text that is looked at: of an editor, or as it is stored. */
interface Target {
  readonly text: TextDocument;
  readonly version: number | null;
  readonly analysed: AnalysedDocument;
  close(): void;
}

/**
 * All safe fixes in all files of folders, as one change. Nothing is written.
 *
 * @param ruleId limits it to one rule
 * @returns undefined when it was cancelled
 */
export async function fixWorkspace(
  folders: readonly Folder[],
  ruleId: string | undefined,
  context: FixWorkspaceContext,
  run: Run,
): Promise<WorkspaceFix | undefined> {
  const changes: ChangedText[] = [];
  const uses: Use[] = [];
  const leftAlone: { path: string; why: string }[] = [];
  let fixed = 0;
  let left = 0;
  let done = 0;
  const total = folders.reduce((sum, folder) => sum + folder.paths.size, 0);
  for (const folder of folders) {
    const settings = await context.settings(folder);
    const options = { rules: settings.rules, sqlDialect: settings.sqlDialect };
    for (const path of folder.paths) {
      if (run.isCancelled()) return undefined;
      const target = await open(path, folder, context);
      if (target) {
        const outcome = fixFile(target, ruleId, options, context.files);
        target.close();
        fixed += outcome.fixed;
        left += outcome.left;
        if (outcome.why !== undefined) leftAlone.push({ path, why: outcome.why });
        if (outcome.edits.length > 0) changes.push({ ...target, edits: outcome.edits });
        uses.push([target.text.uri, outcome.packages]);
      }
      run.progress(++done, total);
      // Requests come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    folder.project.releaseUnused();
  }
  return { changes, uses, fixed, left, leftAlone };
}

async function open(
  path: string,
  folder: Folder,
  { documents, files }: FixWorkspaceContext,
): Promise<Target | undefined> {
  const shown = documents.openAt(path);
  if (shown) {
    const snapshot = await documents.snapshot(shown.uri);
    return snapshot && { ...snapshot, close() {} };
  }
  const text = files.read(path);
  if (text === undefined) return undefined;
  const analysed = await folder.project.open(path, undefined, text);
  return {
    text: TextDocument.create(uriBeside(folder.uri, path), analysed.language, 0, text),
    version: null,
    analysed,
    close() {
      analysed.dispose();
      folder.project.release(path);
    },
  };
}

interface FileOutcome {
  readonly edits: readonly TextEdit[];
  readonly packages: readonly PackageNeed[];
  readonly fixed: number;
  readonly left: number;
  readonly why?: string;
}

function fixFile(
  { analysed }: Target,
  ruleId: string | undefined,
  options: AnalysisOptions,
  files: FolderFiles,
): FileOutcome {
  const count = (findings: readonly Finding[]) =>
    findings.filter((finding) => ruleId === undefined || finding.ruleId === ruleId).length;
  const before = analysed.notAnalysed === undefined ? count(analysed.findings(options)) : 0;
  const untouched = { edits: [], packages: [], fixed: 0, left: before };
  if (before === 0) return untouched;
  if (isGenerated(analysed.text)) return { ...untouched, why: 'it is generated' };
  if (!files.isWritable(analysed.path)) return { ...untouched, why: 'it is read-only' };
  const choice = ruleId === undefined ? {} : { ruleId };
  const { edits, packages, left: remaining } = analysed.fixAll(options, choice);
  const left = count(remaining);
  return { edits, packages, fixed: Math.max(0, before - left), left };
}

/** What a person is told when it is done. */
export function summaryOf({ changes, fixed, left, leftAlone }: WorkspaceFix): string {
  const problems = (n: number) => (n === 1 ? '1 problem' : `${n} problems`);
  const files = (n: number) => (n === 1 ? '1 file' : `${n} files`);
  const sentences = [
    changes.length === 0
      ? 'There is nothing that a safe fix repairs.'
      : `Fixed ${problems(fixed)} in ${files(changes.length)}. Undo takes all of it back.`,
  ];
  if (left > 0)
    sentences.push(`${problems(left)} left: look at each, its fix needs your decision.`);
  for (const why of new Set(leftAlone.map((each) => each.why))) {
    const count = leftAlone.filter((each) => each.why === why).length;
    sentences.push(`${files(count)} left alone, because ${why}.`);
  }
  return sentences.join(' ');
}
