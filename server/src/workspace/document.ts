import type { AnalysedDocument, AnalysisOptions, SqlFormatting } from '../analysis';
import { analyseFlow } from '../engine/program';
import type { Module } from '../ir/types';
import { type Grammar, maxTextLength, type Parsing } from '../parsing/parsing';
import type { Finding, Fix, TextEdit } from '../report/finding';
import type { SqlDialect } from '../sql/dialects';
import type { TemplateLanguage } from '../templates/template';
import { CodeDocument, type FlowAnalysis } from './codeDocument';
import { detectInConfig } from './configDetect';
import { type AllFixes, type Fixable, type FixChoice, fixAll } from './fixAll';
import {
  codeLanguage,
  type DocumentLanguage,
  grammarFor,
  isProgram,
  isTemplate,
  languageOf,
  type ProgramLanguage,
} from './languages';
import { type Looked, PlainDocument } from './plainDocument';
import type { FileFindings, Project } from './project';
import { detectInSql } from './sqlDetect';
import { formatSqlFile, formatSqlStringAt } from './sqlFormatting';
import { type CommentMarks, suppression } from './suppress';
import { detectInTemplate } from './templateDetect';

/** Why a text is not analysed, as a sentence for a person; undefined when it is. */
function whyNot(text: string): string | undefined {
  if (text.length > maxTextLength) {
    const limit = (maxTextLength / 1_000_000).toFixed(1);
    return `This file is longer than ${limit} million characters, so it is not analysed.`;
  }
  if (text.slice(0, 8000).includes('\0')) return 'This file is binary, so it is not analysed.';
  return undefined;
}

/** A text of any language that we know: chooses what analyses it, and applies the person's settings. */
export class Document implements AnalysedDocument {
  private code: CodeDocument | undefined;
  private plain: PlainDocument | undefined;
  private current = '';
  private flow: (FlowAnalysis & { close?(): void }) | undefined;
  notAnalysed: string | undefined;

  private constructor(
    readonly path: string,
    readonly language: DocumentLanguage,
    private readonly grammar: Grammar | undefined,
    private readonly project: Project | undefined,
    text: string,
  ) {
    this.update(text);
  }

  /** @throws Error when the language is not one of ours. */
  static async open(
    parsing: Parsing,
    path: string,
    languageId: string | undefined,
    text: string,
    project?: Project,
  ): Promise<Document> {
    const language = languageOf(languageId, path);
    if (!language) throw new Error(`${path} is in no language that is analysed`);
    const grammar = isProgram(language)
      ? await parsing.load(grammarFor(language, languageId, path))
      : undefined;
    if (isProgram(language)) await project?.prepare(language);
    return new Document(path, language, grammar, project, text);
  }

  get text(): string {
    return this.current;
  }

  get hasSyntaxError(): boolean {
    return ((this.code ?? this.plain)?.syntaxErrors ?? 0) > 0;
  }

  update(text: string): void {
    this.current = text;
    this.notAnalysed = whyNot(text);
    if (this.notAnalysed !== undefined) {
      this.dispose();
    } else if (this.code) {
      this.code.update(text);
    } else if (this.plain) {
      this.plain.update(text);
    } else if (!isProgram(this.language)) {
      this.plain = new PlainDocument(detectorOf(this.language, this.path), text);
    } else if (this.grammar) {
      this.flow = this.newFlow(this.language);
      this.code = new CodeDocument(codeLanguage(this.language), this.grammar, this.flow, text);
    }
  }

  get version(): number {
    return this.flow?.version ?? 0;
  }

  private newFlow(language: ProgramLanguage): FlowAnalysis & { close?(): void } {
    if (this.project) return this.project.flowOf(this.path, language, () => this.current);
    const analyse = (module: Module) =>
      analyseFlow(module, codeLanguage(language).model, this.path);
    return { version: 0, analyse, analyseVariant: analyse, textOf: () => undefined };
  }

  dispose(): void {
    this.flow?.close?.();
    this.flow = undefined;
    this.code?.dispose();
    this.code = undefined;
    this.plain = undefined;
  }

  findings(options: AnalysisOptions): readonly Finding[] {
    const all = (this.code ?? this.plain)?.findings(options.sqlDialect) ?? [];
    return withSettings(all, options);
  }

  fixes(finding: Finding): readonly Fix[] {
    return [...((this.code ?? this.plain)?.fixes(finding) ?? [])];
  }

  suppress(
    finding: Finding,
  ): { readonly fix: Fix; readonly reasonPlaceholder: string } | undefined {
    const marks = commentMarks(this.language);
    if (marks === undefined) return undefined;
    return suppression(finding, this.current, marks, this.code?.context);
  }

  fixAll(options: AnalysisOptions, choice?: FixChoice): AllFixes {
    const inner = this.code ?? this.plain;
    if (!inner) return { text: this.current, edits: [], packages: [], left: [] };
    const open = (text: string) => fixable(inner.variant(text), text, options);
    return fixAll(fixable(inner, this.current, options), open, choice);
  }

  formatSql(options: AnalysisOptions & SqlFormatting): readonly TextEdit[] {
    return this.language === 'sql' && this.plain ? formatSqlFile(this.current, options) : [];
  }

  formatSqlStringAt(offset: number, options: AnalysisOptions & SqlFormatting): Fix | undefined {
    return this.code && formatSqlStringAt(this.code.context, offset, options);
  }
}

function detectorOf(
  language: Exclude<DocumentLanguage, ProgramLanguage>,
  path: string,
): (text: string, dialect: SqlDialect | 'auto') => Looked {
  if (language === 'sql') return detectInSql;
  return isTemplate(language)
    ? (text) => detectInTemplate(language, path, text)
    : (text) => detectInConfig(language, path, text);
}

/**
 * What is found in a stored file, and what it does in others that are not open.
 * @returns nothing for a program that is open, and for what is not analysed or cannot be read
 */
export async function storedFindings(
  parsing: Parsing,
  project: Project,
  path: string,
  options: AnalysisOptions,
): Promise<readonly FileFindings[]> {
  const language = languageOf(undefined, path);
  if (language === undefined) return [];
  if (isProgram(language)) return project.analyseStored(path, language, options.sqlDialect);
  const text = project.files.read(path);
  if (text === undefined) return [];
  const document = await Document.open(parsing, path, undefined, text);
  const findings = document.findings(options);
  document.dispose();
  return [{ path, text, findings }];
}

/** Marks of a comment in templates; a template has no other. */
const templateComments: Readonly<Record<TemplateLanguage, CommentMarks>> = {
  ejs: { open: '<%#', close: ' %>' },
  erb: { open: '<%#', close: ' %>' },
  jsp: { open: '<%--', close: ' --%>' },
  handlebars: { open: '{{!--', close: ' --}}' },
  jinja: { open: '{#', close: ' #}' },
  twig: { open: '{#', close: ' #}' },
  blade: { open: '{{--', close: ' --}}' },
  pug: { open: '//-', close: '' },
  vue: { open: '<!--', close: ' -->' },
  html: { open: '<!--', close: ' -->' },
};

/** How a comment is written; undefined in a format without comments. */
function commentMarks(language: DocumentLanguage): CommentMarks | undefined {
  if (isProgram(language)) return { open: codeLanguage(language).lineComment, close: '' };
  if (isTemplate(language)) return templateComments[language];
  if (language === 'sql') return { open: '--', close: '' };
  return language === 'npm' ? undefined : { open: '#', close: '' };
}

/** A text for `fixAll`, with the person's settings. */
function fixable(
  of: CodeDocument | PlainDocument,
  text: string,
  options: AnalysisOptions,
): Fixable {
  return {
    text,
    findings: withSettings(of.findings(options.sqlDialect), options),
    syntaxErrors: of.syntaxErrors,
    fixes: (finding) => of.fixes(finding),
    dispose: () => {
      if (of instanceof CodeDocument) of.dispose();
    },
  };
}

/** Findings at the severities that the person chose. */
export function withSettings(
  findings: readonly Finding[],
  options: AnalysisOptions,
): readonly Finding[] {
  const result: Finding[] = [];
  for (const finding of findings) {
    const severity = options.rules[finding.ruleId] ?? finding.severity;
    if (severity === 'off') continue;
    result.push(severity === finding.severity ? finding : { ...finding, severity });
  }
  return result;
}
