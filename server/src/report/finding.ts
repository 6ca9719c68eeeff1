import type { Span } from '../ir/types';
import type { Position } from './positions';

/** `error`: exploitation follows from what is seen. `warning`: it depends on the caller. `hint`: advice. */
export type Severity = 'error' | 'warning' | 'hint';

/** One weakness at one place, as plain data. Offsets are UTF-16 code units of the analysed text. */
export interface Finding extends Span {
  readonly ruleId: string;
  readonly severity: Severity;
  /** What is wrong, why it matters and what to do, in words that a beginner knows. One paragraph. */
  readonly message: string;
  /** From the source to the sink; empty for a weakness that is not a flow. */
  readonly trace: readonly TraceStep[];
  /** A budget cut the analysis of the function: there may be more to find. */
  readonly incomplete: boolean;
  /** The weakness that this is, where it is not the rule's first CWE. */
  readonly cwe?: number;
}

export interface TraceStep extends Span {
  readonly message: string;
  /** Set for a step in another file, whose text the span refers to. */
  readonly elsewhere?: { readonly path: string; readonly from: Position; readonly to: Position };
}

/**
 * A change of the text that repairs a finding.
 * `proved`: checked by `proveFix`, fit for "fix all". `preview`: a person has to look at it.
 */
export interface Fix {
  /** Says what it does: "Use a query parameter (pg)". */
  readonly title: string;
  readonly kind: 'proved' | 'preview';
  /** Sorted, without overlap. */
  readonly edits: readonly TextEdit[];
  /** Libraries that the new code uses; the project may have them already. */
  readonly packages?: readonly PackageNeed[];
}

/** A library as its package manager knows it. */
export interface PackageNeed {
  readonly ecosystem: 'npm' | 'pypi' | 'maven' | 'gem' | 'composer';
  /** For Maven `group:artifact`. */
  readonly name: string;
  /** A version that exists; later ones without breaking changes will do. */
  readonly version: string;
}

/** Replaces `[start, end)` with `newText`. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** What a rule is, for listings, settings, SARIF and hovers. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  /** The most exact CWE first, numbers only. */
  readonly cwe: readonly number[];
  /** OWASP Top 10:2025 category, such as `A05:2025 Injection`; empty for rules that are not about security. */
  readonly owasp: string;
  readonly severity: Severity;
  readonly languages: readonly string[];
  /** Whether the rule offers fixes. */
  readonly fix: boolean;
  /** Markdown: the sections of the rule's page. */
  readonly docs: { readonly what: string; readonly why: string; readonly how: string };
  /** Address of the rule's page. */
  readonly url: string;
}

/** Applies edits to a text. The edits must be sorted and must not overlap; throws a RangeError otherwise. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}–${edit.end} overlaps or lies outside the text`);
    }
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
