import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { excluder } from '../report/exclude';
import type { RuleInfo } from '../report/finding';
import type { ClientFeatures } from './clientFeatures';
import { toDiagnostics } from './diagnostics';
import type { ScanFileParams, ScanFileResult } from './protocol';
import type { Settings } from './settings';
import { pathOf, relativePath } from './uris';

/** Version of a text that no editor has open. */
const NO_VERSION = 0;

interface ScanContext {
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly folders: readonly string[];
  readonly features: ClientFeatures;
  pageOf(rule: RuleInfo): string;
}

/**
 * Analyses a file that is not open. The client reads it, so that this works wherever the files are.
 * @returns no findings for a file that is excluded, or not analysed
 */
export async function scanFile(
  { uri, text }: ScanFileParams,
  { analysis, settings, folders, features, pageOf }: ScanContext,
): Promise<ScanFileResult> {
  const path = pathOf(uri);
  const isExcluded = excluder(settings.exclude)(relativePath(uri, folders));
  if (isExcluded || analysis.languageOf(undefined, path) === undefined) return { diagnostics: [] };
  const analysed = await analysis.open(path, undefined, text);
  try {
    if (analysed.notAnalysed !== undefined) return { diagnostics: [] };
    const findings = analysed.findings({ rules: settings.rules, sqlDialect: settings.sqlDialect });
    const document = TextDocument.create(uri, analysed.language, NO_VERSION, text);
    const scanned = { text: document, version: NO_VERSION, analysed, analysis, findings };
    const diagnostics: Diagnostic[] = toDiagnostics(scanned, features, pageOf);
    return { diagnostics };
  } finally {
    analysed.dispose();
  }
}
