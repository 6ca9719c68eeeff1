import { isSite } from '../engine/conditions';
import type { FlowResult, Place } from '../engine/sites';
import { stepsOf, type Taint } from '../engine/values';
import type { Finding, TraceStep } from '../report/finding';
import { LineTable } from '../report/positions';
import { enclosingStatement } from '../rules/edits';
import { rules } from '../rules/registry.generated';
import type { Detection, FixDraft, Observation, Rule, RuleContext } from '../rules/rule';
import type { SqlDialect } from '../sql/dialects';
import { checkSqlSite } from './sqlStrings';
import { Suppressions } from './suppressions';

/** A finding, and what might repair it. */
export interface Found {
  readonly finding: Finding;
  drafts(): readonly FixDraft[];
}

/** A finding that others of its rule at the same place may replace. */
interface Candidate extends Found {
  /** Its source is a parameter that some caller could fill. */
  readonly assumed: boolean;
}

const noDrafts = () => [];

/** Text of another file of the program; undefined when it is not known. */
export type TextOf = (path: string) => string | undefined;

interface RulesOfKind {
  readonly check: Rule[];
  readonly sql: Rule[];
}

const rulesByKind = new Map<string, RulesOfKind>();
for (const rule of rules) {
  for (const kind of rule.siteKinds) {
    const known = rulesByKind.get(kind) ?? { check: [], sql: [] };
    rulesByKind.set(kind, known);
    if (rule.check) known.check.push(rule);
    if (rule.sql) known.sql.push(rule);
  }
}

/**
 * Runs the rules over what the flow has found, suppressed findings left out, in the order of the text.
 *
 * @param whole false for sites that another file reaches here: checks of the text itself are left out
 */
export function detect(
  context: RuleContext,
  dialect: SqlDialect | 'auto',
  textOf: TextOf,
  whole = true,
): readonly Found[] {
  const byPlace = new Map<string, Candidate>();
  const add = (
    finding: Finding,
    drafts: () => readonly FixDraft[] = noDrafts,
    taint: Taint | undefined = undefined,
  ) => {
    const place = `${finding.ruleId}:${finding.start}:${finding.end}`;
    const candidate = { finding, drafts, assumed: taint?.source.kind === 'param' };
    const before = byPlace.get(place);
    if (!before || comesFirst(candidate, before)) byPlace.set(place, candidate);
  };
  for (const rule of whole ? rules : []) {
    for (const observation of rule.inspect?.(context) ?? [])
      add(toFinding(rule, observation, context.flow, textOf), observation.fixes);
  }
  for (const site of context.flow.sites) {
    const interested = rulesByKind.get(site.kind);
    if (!interested || !isSite(site)) continue;
    for (const rule of interested.check) {
      const detection = rule.check?.(site, context);
      if (!detection) continue;
      const drafts = () => rule.fixes?.(detection, context) ?? [];
      add(toFinding(rule, detection, context.flow, textOf), drafts, detection.taint);
    }
    if (interested.sql.length === 0) continue;
    for (const { finding, drafts } of checkSqlSite(interested.sql, site, context, dialect))
      add(finding, drafts);
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

/**
 * Of two findings of a rule at one place: the graver one, then the one whose source was seen, then the
 * one with the shorter trace. The rest is settled by the trace itself, since the order of the sites is
 * the order in which files were analysed.
 */
function comesFirst(a: Candidate, b: Candidate): boolean {
  const differences = [
    rank(a.finding) - rank(b.finding),
    Number(a.assumed) - Number(b.assumed),
    a.finding.trace.length - b.finding.trace.length,
  ];
  const first = differences.find((difference) => difference !== 0);
  return first === undefined ? wayOf(a.finding) < wayOf(b.finding) : first < 0;
}

/** The places of a trace as text; empty for a finding that is not a flow. */
function wayOf({ trace }: Finding): string {
  return trace.map((at) => `${at.elsewhere?.path ?? ''}:${at.start}:${at.end}`).join('>');
}

function rank(finding: Finding): number {
  return ['error', 'warning', 'hint'].indexOf(finding.severity);
}

function toFinding(
  rule: Rule,
  detection: Detection | Observation,
  flow: FlowResult,
  textOf: TextOf,
): Finding {
  const fn = 'site' in detection ? detection.site.fn : undefined;
  return {
    ruleId: rule.id,
    severity: detection.severity,
    message: detection.message,
    start: detection.at.start,
    end: detection.at.end,
    trace: 'site' in detection ? traceOf(detection, flow.file, textOf) : [],
    incomplete: fn !== undefined && flow.incomplete.includes(fn),
    ...(detection.cwe !== undefined && { cwe: detection.cwe }),
  };
}

/** From the source to the sink. */
function traceOf(detection: Detection, file: string, textOf: TextOf): readonly TraceStep[] {
  const { taint, site } = detection;
  if (!taint) return [];
  const steps: TraceStep[] = [];
  const push = (at: Place, message: string) => {
    const last = steps[steps.length - 1];
    const path = at.file === file ? undefined : at.file;
    if (last?.start === at.start && last.end === at.end && last.elsewhere?.path === path) return;
    if (path === undefined) {
      steps.push({ start: at.start, end: at.end, message });
      return;
    }
    const text = textOf(path);
    if (text === undefined) return;
    const table = new LineTable(text);
    const elsewhere = { path, from: table.positionAt(at.start), to: table.positionAt(at.end) };
    steps.push({ start: at.start, end: at.end, message, elsewhere });
  };
  const { source } = taint;
  push(source, `The data comes from here: ${source.label}.`);
  for (const step of stepsOf(taint)) {
    // A parameter's name lies inside its declaration, and says nothing new.
    const isInSource =
      step.file === source.file && source.start <= step.start && step.end <= source.end;
    if (!isInSource) push(step, `It ${step.label}.`);
  }
  for (const call of site.through) push(call, 'It is passed on in this call.');
  push({ ...detection.at, file }, 'It arrives here.');
  return steps;
}
