import type { FlowResult } from '../engine/sites';
import type { Module } from '../ir/types';
import type { Grammar, ParsedDocument } from '../parsing/parsing';
import type { Finding, Fix } from '../report/finding';
import type { RuleContext } from '../rules/rule';
import type { SqlDialect } from '../sql/dialects';
import { detect, type Found, type TextOf } from './detect';
import type { CodeLanguage } from './languages';
import { provedFixes, type Verdict } from './prove';

/** How a file's flow is found: on its own, or as a part of a program. */
export interface FlowAnalysis {
  /** Stands for what other files contribute: another number means other results. */
  readonly version: number;
  /** The program's form of a text, where others have read the same one already. */
  known?(text: string): Module | undefined;
  analyse(module: Module): FlowResult;
  /** Of a text that is only tried. */
  analyseVariant(module: Module): FlowResult;
  readonly textOf: TextOf;
}

interface Analysed {
  readonly module: Module;
  readonly context: RuleContext;
  readonly found: readonly Found[];
}

/** A text in a programming language, from syntax to findings. Everything is computed when asked for. */
export class CodeDocument {
  private analysed:
    | { readonly dialect: SqlDialect | 'auto'; readonly version: number; readonly result: Analysed }
    | undefined;
  private module: Module | undefined;

  private readonly parsed: ParsedDocument;

  /** @throws RangeError when the text is too long to parse. */
  constructor(
    private readonly language: CodeLanguage,
    private readonly grammar: Grammar,
    private readonly flow: FlowAnalysis,
    text: string,
  ) {
    this.parsed = grammar.open(text);
  }

  get text(): string {
    return this.parsed.tree.text;
  }

  update(text: string): void {
    this.parsed.edit(text);
    this.analysed = undefined;
    this.module = undefined;
  }

  dispose(): void {
    this.parsed.dispose();
  }

  /** Findings at their own severities, suppressed ones left out, in the order of the text. */
  findings(dialect: SqlDialect | 'auto'): readonly Finding[] {
    return this.analyse(dialect).found.map((found) => found.finding);
  }

  get context(): RuleContext {
    return this.analyse(this.analysed?.dialect ?? 'auto').context;
  }

  get syntaxErrors(): number {
    return this.context.module.errors.length;
  }

  /** Repairs that hold what they promise, the best first. Empty for a finding of another text. */
  *fixes(finding: Finding): Generator<Fix, void, undefined> {
    const dialect = this.analysed?.dialect ?? 'auto';
    const analysed = this.analyse(dialect);
    const found = analysed.found.find(
      (other) =>
        other.finding.ruleId === finding.ruleId &&
        other.finding.start === finding.start &&
        other.finding.end === finding.end,
    );
    if (!found) return;
    const before: Verdict = {
      findings: analysed.found.map((each) => each.finding),
      syntaxErrors: analysed.module.errors.length,
    };
    yield* provedFixes(found.finding, found.drafts(), this.text, before, (text) => {
      const after = this.variant(text);
      try {
        return { findings: after.findings(dialect), syntaxErrors: after.syntaxErrors };
      } finally {
        after.dispose();
      }
    });
  }

  /** Another text in the place of this one, which is only tried: nothing else changes with it. */
  variant(text: string): CodeDocument {
    const flow = { ...this.flow, analyse: (module: Module) => this.flow.analyseVariant(module) };
    return new CodeDocument(this.language, this.grammar, flow, text);
  }

  private analyse(dialect: SqlDialect | 'auto'): Analysed {
    const { version } = this.flow;
    const known = this.analysed;
    if (known?.dialect === dialect && known.version === version) return known.result;
    this.module ??= this.flow.known?.(this.text) ?? this.language.frontEnd.lower(this.parsed.tree);
    const { module } = this;
    const flow = this.flow.analyse(module);
    const context: RuleContext = { text: this.text, module, flow };
    const result = { module, context, found: detect(context, dialect, this.flow.textOf) };
    this.analysed = { dialect, version, result };
    return result;
  }
}
