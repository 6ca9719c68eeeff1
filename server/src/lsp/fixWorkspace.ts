import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysedDocument, Analysis, AnalysisOptions } from '../analysis';
import { applyEdits, type TextEdit } from '../report/finding';
import { isGenerated } from '../report/generated';
import type { Documents } from './documents';
import type { ChangedText } from './edits';
import { fixAllEdits } from './fixAll';
import type { Folder, FolderFiles } from './folders';
import type { Settings } from './settings';
import { uriBeside } from './uris';
import type { Run } from './workspaceAnalysis';

export interface FixWorkspaceContext {
  readonly documents: Documents;
  readonly analysis: Analysis;
  readonly files: FolderFiles;
  settings(folder: Folder): Promise<Settings>;
}

/** What all safe fixes of some folders come to. */
export interface WorkspaceFix {
  readonly changes: readonly ChangedText[];
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
  readonly languageId: string | undefined;
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
        const outcome = await fixFile(target, ruleId, options, context);
        target.close();
        fixed += outcome.fixed;
        left += outcome.left;
        if (outcome.why !== undefined) leftAlone.push({ path, why: outcome.why });
        if (outcome.edits.length > 0) changes.push({ ...target, edits: outcome.edits });
      }
      run.progress(++done, total);
      // Requests come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    folder.project.releaseUnused();
  }
  return { changes, fixed, left, leftAlone };
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
    languageId: undefined,
    close() {
      analysed.dispose();
      folder.project.release(path);
    },
  };
}

interface FileOutcome {
  readonly edits: readonly TextEdit[];
  readonly fixed: number;
  readonly left: number;
  readonly why?: string;
}

async function fixFile(
  { analysed, languageId }: Target,
  ruleId: string | undefined,
  options: AnalysisOptions,
  { analysis, files }: FixWorkspaceContext,
): Promise<FileOutcome> {
  const count = (document: AnalysedDocument) =>
    document
      .findings(options)
      .filter((finding) => ruleId === undefined || finding.ruleId === ruleId).length;
  const before = analysed.notAnalysed === undefined ? count(analysed) : 0;
  if (before === 0) return { edits: [], fixed: 0, left: 0 };
  const whyNot = isGenerated(analysed.text)
    ? 'it is generated'
    : files.isWritable(analysed.path)
      ? undefined
      : 'it is read-only';
  if (whyNot !== undefined) return { edits: [], fixed: 0, left: before, why: whyNot };
  const edits = await fixAllEdits({ analysed, analysis, options, languageId }, ruleId);
  if (edits.length === 0) return { edits, fixed: 0, left: before };
  const copy = await analysis.open(analysed.path, languageId, applyEdits(analysed.text, edits));
  const left = count(copy);
  copy.dispose();
  return { edits, fixed: Math.max(0, before - left), left };
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
