import type { ConfigFile, ConfigLanguage } from '../config/file';
import type { FlowResult, Site, SiteArg } from '../engine/sites';
import { allTaints, type Taint, type Value } from '../engine/values';
import type { LanguageId, Module, Span } from '../ir/types';
import type { PackageNeed, Severity, TextEdit } from '../report/finding';
import type { SqlDialect } from '../sql/dialects';
import type { SqlText } from '../sql/holes';
import type { Template, TemplateLanguage } from '../templates/template';

/** One weakness: what it is, how it shows at a site of the flow, and how it is repaired. */
export interface Rule {
  /** Also the name of its folder. */
  readonly id: string;
  readonly title: string;
  /** The most exact first. */
  readonly cwe: readonly number[];
  /** Category of the OWASP Top 10:2025; empty for what is no matter of security. */
  readonly owasp: string;
  /** The highest severity that it reports. */
  readonly severity: Severity;
  readonly languages: readonly (LanguageId | 'sql' | ConfigLanguage | TemplateLanguage)[];
  /** Kinds of site that `check` is called for. */
  readonly siteKinds: readonly string[];
  readonly check?: (site: Site, context: RuleContext) => Detection | undefined;
  /** For what shows in the code without any flow: runs once over each file. */
  readonly inspect?: (context: RuleContext) => readonly Observation[];
  /** For a rule about SQL text itself, in scripts and in the strings of a program. */
  readonly sql?: SqlCheck;
  /** For configuration files. */
  readonly config?: (file: ConfigFile) => readonly Observation[];
  /** For templates of pages. */
  readonly template?: (file: Template) => readonly Observation[];
  /** Repairs of what `check` finds, the best first. */
  readonly fixes?: (detection: Detection, context: RuleContext) => readonly FixDraft[];
}

/** A check of SQL text; gives spans in the script or, for a string, in the program. */
export interface SqlCheck {
  script(text: string, dialect: SqlDialect, explicitDialect: boolean): readonly SqlDetection[];
  embedded(text: SqlText, dialect: SqlDialect, explicitDialect: boolean): readonly SqlDetection[];
  /** Programs whose SQL text the check has nothing to say of. */
  leavesOut?(path: string, program: string): boolean;
}

export interface SqlDetection extends Span {
  readonly severity: Severity;
  readonly message: string;
  readonly fixes?: () => readonly FixDraft[];
}

/** What a rule may know of the file. */
export interface RuleContext {
  readonly text: string;
  readonly module: Module;
  readonly flow: FlowResult;
}

export interface Detection {
  /** What the squiggle marks. */
  readonly at: Span;
  readonly severity: Severity;
  readonly message: string;
  /** Data whose way is shown. */
  readonly taint: Taint | undefined;
  readonly site: Site;
  /** What `check` found out and `fixes` needs. */
  readonly detail?: string;
  /** The weakness that this is, where it is not the rule's first CWE. */
  readonly cwe?: number;
}

/** What was found without a site. */
export interface Observation extends Omit<Detection, 'site' | 'taint' | 'detail'> {
  /** Repairs, the best first; only asked for while the text is the one that was looked at. */
  readonly fixes?: () => readonly FixDraft[];
}

/**
 * A repair before it is proved. Several with one title are ways to do the same: the first of them
 * that can be proved is offered.
 */
export interface FixDraft {
  readonly title: string;
  /** In any order, without overlap. */
  readonly edits: readonly TextEdit[];
  /** Keeps what the program does for normal input, as far as the rule can tell. */
  readonly safe: boolean;
  /** Libraries that the new code uses. */
  readonly packages?: readonly PackageNeed[];
}

/** How dangerous a value is to a sink, by where its data comes from. */
export type Exposure =
  | { readonly level: 'remote' | 'local' | 'param' | 'uncertain'; readonly taint: Taint }
  | { readonly level: 'none' };

const order = ['remote', 'local', 'uncertain', 'param'] as const;

/**
 * The most dangerous data in a value for a sink kind.
 * A parameter counts only where a caller that we do not see could pass anything.
 */
export function exposure(of: Value, sinkKind: string, flow: FlowResult): Exposure {
  let best: Exposure = { level: 'none' };
  for (const taint of allTaints(of)) {
    if (taint.cleaned.includes(sinkKind)) continue;
    const level = levelOf(taint, flow);
    if (level === undefined) continue;
    if (best.level === 'none' || order.indexOf(level) < order.indexOf(best.level)) {
      best = { level, taint };
    }
  }
  return best;
}

function levelOf(taint: Taint, flow: FlowResult): (typeof order)[number] | undefined {
  const { kind } = taint.source;
  if (kind === 'param') return flow.paramIsOpen(taint) ? 'param' : undefined;
  if (kind !== 'remote' && kind !== 'local') return undefined;
  return kind === 'remote' && taint.uncertain ? 'uncertain' : kind;
}

/** Whether the value holds data of a sensitive kind such as `password`. */
export function sensitive(of: Value, kind: string): Taint | undefined {
  return allTaints(of).find((taint) => taint.source.kind === kind);
}

/** The string that a value must be; undefined when that is not known. */
export function stringOf(arg: SiteArg | undefined): string | undefined {
  const known = arg?.value.constant?.value;
  return typeof known === 'string' ? known : undefined;
}
