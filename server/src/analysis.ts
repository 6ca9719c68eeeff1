import { createParsing } from './parsing/parsing';
import type { Finding, Fix, RuleInfo, Severity, TextEdit } from './report/finding';
import { ruleUrl } from './report/ruleDocs';
import { ruleDocs, rules, rulesWithFixes } from './rules/registry.generated';
import type { SqlDialect } from './sql/dialects';
import { Document, storedFindings, withSettings } from './workspace/document';
import type { AllFixes, FixChoice } from './workspace/fixAll';
import { type DocumentLanguage, languageOf } from './workspace/languages';
import { type FileFindings, Project, type ProjectFiles } from './workspace/project';

/** The one entrance for `lsp/` and `cli/`: text in, findings and fixes out. */

export { packageText, placePackages } from './manifests/manifests';
export type { AllFixes, DocumentLanguage, FileFindings, FixChoice, ProjectFiles };

export interface AnalysisOptions {
  /** Per rule id: another severity, or off. Rules that are not named keep their own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** `auto` guesses from the driver in use, then from the text. */
  readonly sqlDialect: SqlDialect | 'auto';
}

export interface Platform {
  /** Bytes of a WebAssembly file by its name, such as `tree-sitter-python.wasm`. */
  loadWasm(name: string): Promise<Uint8Array>;
}

export interface Analysis {
  readonly rules: readonly RuleInfo[];
  /** By the name of the file and, in an editor, its language id; undefined when we do not analyse it. */
  languageOf(languageId: string | undefined, path: string): DocumentLanguage | undefined;
  /**
   * @param path used for the grammar (`.tsx`) and for messages; the file is not read.
   * @param languageId LSP language id, or undefined to decide by the path.
   */
  open(path: string, languageId: string | undefined, text: string): Promise<AnalysedDocument>;
  project(files: ProjectFiles): AnalysisProject;
}

/** Files that are analysed together: what one of them takes from another is known. */
export interface AnalysisProject {
  /** As `Analysis.open`; closing the document gives its stored text its place back. */
  open(path: string, languageId: string | undefined, text: string): Promise<AnalysedDocument>;
  /** What the calls of a file do in other files that are not open. Call it after `findings`. */
  findingsElsewhere(path: string, options: AnalysisOptions): readonly FileFindings[];
  /**
   * What is found in a file as it is stored, and what its calls do in others that are not open.
   * Empty for a program that is open, and for what is not analysed or cannot be read.
   */
  storedFindings(path: string, options: AnalysisOptions): Promise<readonly FileFindings[]>;
  /** A file was made. @returns the files whose findings may differ now */
  addPath(path: string): ReadonlySet<string>;
  /** A file was deleted. @returns the files whose findings may differ now */
  removePath(path: string): ReadonlySet<string>;
  /** A stored file was changed. @returns the files whose findings may differ now */
  changedOnDisk(path: string): ReadonlySet<string>;
  /** Files that are not open and whose calls have findings in this one. */
  reaching(path: string): readonly string[];
  /** Frees what is kept of a file that is not open, as far as no other file needs it. */
  release(path: string): void;
  /** Frees all that no open file needs. */
  releaseUnused(): void;
}

/** One text and what was found in it. Results are computed when asked for, and kept until the text changes. */
export interface AnalysedDocument {
  readonly path: string;
  readonly language: DocumentLanguage;
  readonly text: string;
  /** Another number means that findings may differ because of other files of the project. */
  readonly version: number;
  /** Set when the text is not analysed: too big, or binary. A sentence for a person. */
  readonly notAnalysed: string | undefined;
  /** The parser had to skip or to add something: the text is half typed, or wrong. */
  readonly hasSyntaxError: boolean;
  /** Replaces the text; parsing is incremental. */
  update(text: string): void;
  /** In the order of the text. Suppressed findings are left out. */
  findings(options: AnalysisOptions): readonly Finding[];
  /** At most three, the best first. Computed against the current text. */
  fixes(finding: Finding): readonly Fix[];
  /**
   * A comment that suppresses this finding, with a reason to fill in where the placeholder is;
   * undefined in a format that has no comments.
   */
  suppress(finding: Finding): { readonly fix: Fix; readonly reasonPlaceholder: string } | undefined;
  /** What the text becomes when fixes are applied until none is left: all proved ones, or as chosen. */
  fixAll(options: AnalysisOptions, choice?: FixChoice): AllFixes;
  /** Formatting edits for a whole `.sql` document; empty when it is formatted or cannot be. */
  formatSql(options: AnalysisOptions & SqlFormatting): readonly TextEdit[];
  /** A refactoring that formats the SQL in the string at this offset; undefined when there is none. */
  formatSqlStringAt(offset: number, options: AnalysisOptions & SqlFormatting): Fix | undefined;
  dispose(): void;
}

export interface SqlFormatting {
  readonly keywordCase: 'upper' | 'lower' | 'preserve';
  readonly tabWidth: number;
}

/** Reads nothing but the WebAssembly files that the platform gives, and those when they are needed. */
export async function createAnalysis(platform: Platform): Promise<Analysis> {
  const parsing = await createParsing(platform.loadWasm);
  return {
    rules: rules.map((rule) => ({
      id: rule.id,
      title: rule.title,
      cwe: rule.cwe,
      owasp: rule.owasp,
      severity: rule.severity,
      languages: rule.languages,
      fix: rulesWithFixes.has(rule.id),
      docs: ruleDocs[rule.id] ?? { what: '', why: '', how: '' },
      url: ruleUrl(rule.cwe),
    })),
    languageOf,
    open: (path, languageId, text) => Document.open(parsing, path, languageId, text),
    project(files) {
      const project = new Project(parsing, files);
      const chosen = (all: readonly FileFindings[], options: AnalysisOptions) =>
        all.map((of) => ({ ...of, findings: withSettings(of.findings, options) }));
      return {
        open: (path, languageId, text) => Document.open(parsing, path, languageId, text, project),
        findingsElsewhere: (path, options) =>
          chosen(project.findingsElsewhere(path, options.sqlDialect), options),
        storedFindings: async (path, options) =>
          chosen(await storedFindings(parsing, project, path, options), options),
        addPath: (path) => project.addPath(path),
        removePath: (path) => project.removePath(path),
        changedOnDisk: (path) => project.changedOnDisk(path),
        reaching: (path) => project.reaching(path),
        release: (path) => project.release(path),
        releaseUnused: () => project.releaseUnused(),
      };
    },
  };
}
