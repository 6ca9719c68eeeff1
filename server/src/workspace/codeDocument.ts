import { holdsAll } from '../engine/conditions';
import { analyseFlow } from '../engine/program';
import type { FlowResult } from '../engine/sites';
import { stepsOf } from '../engine/values';
import type { Module, Span } from '../ir/types';
import type { Grammar, ParsedDocument } from '../parsing/parsing';
import type { Finding, Fix, TraceStep } from '../report/finding';
import { applyEdits } from '../report/finding';
import { enclosingStatement } from '../rules/edits';
import { rules } from '../rules/registry.generated';
import type { Detection, FixDraft, Observation, Rule, RuleContext } from '../rules/rule';
import type { SqlDialect } from '../sql/dialects';
import type { CodeLanguage } from './languages';
import { repairs, type Verdict } from './prove';
import { checkSqlSite } from './sqlStrings';
import { Suppressions } from './suppressions';

/** A finding with what its fix needs. */
interface Found {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly detection: Detection | undefined;
}

interface Analysed {
  readonly module: Module;
  readonly context: RuleContext;
  readonly found: readonly Found[];
}

const rulesByKind = new Map<string, Rule[]>();
for (const rule of rules) {
  for (const kind of rule.siteKinds) {
    const list = rulesByKind.get(kind) ?? [];
    rulesByKind.set(kind, [...list, rule]);
  }
}

/** A text in a programming language, from syntax to findings. Everything is computed when asked for. */
export class CodeDocument {
  private analysed: { dialect: SqlDialect | 'auto'; result: Analysed } | undefined;

  private readonly parsed: ParsedDocument;

  /** @throws RangeError when the text is too long to parse. */
  constructor(
    private readonly language: CodeLanguage,
    private readonly grammar: Grammar,
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
  fixes(finding: Finding): readonly Fix[] {
    const dialect = this.analysed?.dialect ?? 'auto';
    const analysed = this.analyse(dialect);
    const found = analysed.found.find(
      (other) =>
        other.finding.ruleId === finding.ruleId &&
        other.finding.start === finding.start &&
        other.finding.end === finding.end,
    );
    if (!found?.detection || !found.rule.fixes) return [];
    const fixes: Fix[] = [];
    for (const draft of found.rule.fixes(found.detection, analysed.context)) {
      if (this.holds(found.finding, draft, analysed, dialect)) {
        fixes.push({
          title: draft.title,
          kind: draft.safe ? 'proved' : 'preview',
          edits: draft.edits,
        });
      }
    }
    return fixes.slice(0, 3);
  }

  private holds(
    finding: Finding,
    draft: FixDraft,
    analysed: Analysed,
    dialect: SqlDialect | 'auto',
  ): boolean {
    const text = applyEdits(this.text, draft.edits);
    const after = new CodeDocument(this.language, this.grammar, text);
    try {
      const before: Verdict = {
        findings: analysed.found.map((found) => found.finding),
        syntaxErrors: analysed.module.errors.length,
      };
      return repairs(finding, before, {
        findings: after.findings(dialect),
        syntaxErrors: after.syntaxErrors,
      });
    } finally {
      after.dispose();
    }
  }

  private analyse(dialect: SqlDialect | 'auto'): Analysed {
    if (this.analysed?.dialect === dialect) return this.analysed.result;
    const module = this.language.frontEnd.lower(this.parsed.tree);
    const flow = analyseFlow(module, this.language.model);
    const context: RuleContext = { text: this.text, module, flow };
    const result = { module, context, found: detect(context, dialect) };
    this.analysed = { dialect, result };
    return result;
  }
}

function detect(context: RuleContext, dialect: SqlDialect | 'auto'): readonly Found[] {
  const byPlace = new Map<string, Found>();
  const add = (rule: Rule, finding: Finding, detection: Detection | undefined) => {
    const place = `${finding.ruleId}:${finding.start}:${finding.end}`;
    const before = byPlace.get(place);
    if (!before || rank(finding) < rank(before.finding))
      byPlace.set(place, { finding, rule, detection });
  };
  for (const rule of rules) {
    for (const observation of rule.inspect?.(context) ?? [])
      add(rule, toFinding(rule, observation, context.flow), undefined);
  }
  for (const site of context.flow.sites) {
    if (!holdsAll(site.spec?.where, site)) continue;
    for (const rule of rulesByKind.get(site.kind) ?? []) {
      const detection = rule.check?.(site, context);
      if (detection) add(rule, toFinding(rule, detection, context.flow), detection);
      for (const finding of checkSqlSite(rule, site, context, dialect))
        add(rule, finding, undefined);
    }
  }
  const suppressions = new Suppressions(context.module.comments, context.text);
  return [...byPlace.values()]
    .filter(({ finding }) => !isSuppressed(finding, suppressions, context))
    .sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
}

function isSuppressed(finding: Finding, suppressions: Suppressions, context: RuleContext): boolean {
  if (suppressions.isEmpty) return false;
  if (suppressions.covers(finding.ruleId, finding.start, context.text)) return true;
  const statement = enclosingStatement(context.module, finding);
  return (
    statement !== undefined && suppressions.covers(finding.ruleId, statement.start, context.text)
  );
}

function rank(finding: Finding): number {
  return ['error', 'warning', 'hint'].indexOf(finding.severity);
}

function toFinding(rule: Rule, detection: Detection | Observation, flow: FlowResult): Finding {
  const fn = 'site' in detection ? detection.site.fn : undefined;
  return {
    ruleId: rule.id,
    severity: detection.severity,
    message: detection.message,
    start: detection.at.start,
    end: detection.at.end,
    trace: 'site' in detection ? traceOf(detection) : [],
    incomplete: fn !== undefined && flow.incomplete.includes(fn),
  };
}

/** From the source to the sink. */
function traceOf(detection: Detection): readonly TraceStep[] {
  const { taint, site } = detection;
  if (!taint) return [];
  const steps: TraceStep[] = [];
  const push = (at: Span, message: string) => {
    const last = steps[steps.length - 1];
    if (last?.start === at.start && last.end === at.end) return;
    steps.push({ start: at.start, end: at.end, message });
  };
  push(taint.source, `The data comes from here: ${taint.source.label}.`);
  for (const step of stepsOf(taint)) push(step, `It ${step.label}.`);
  for (const call of site.through) push(call, 'It is passed on in this call.');
  push(detection.at, 'It arrives here.');
  return steps;
}
