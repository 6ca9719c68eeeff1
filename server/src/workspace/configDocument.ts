import type { ConfigFile, ConfigLanguage, ConfigNode } from '../config/file';
import { parseConfig } from '../config/parse';
import type { Span } from '../ir/types';
import type { Finding } from '../report/finding';
import { rules } from '../rules/registry.generated';
import type { Observation, Rule } from '../rules/rule';
import { Suppressions } from './suppressions';

const configRules = rules.filter((rule) => rule.config);

/** A configuration file. */
export class ConfigDocument {
  private known: { file: ConfigFile; findings: readonly Finding[] } | undefined;

  constructor(
    private readonly language: ConfigLanguage,
    private readonly path: string,
    private text: string,
  ) {}

  update(text: string): void {
    this.text = text;
    this.known = undefined;
  }

  get hasSyntaxError(): boolean {
    return this.analyse().file.hasSyntaxError;
  }

  findings(): readonly Finding[] {
    return this.analyse().findings;
  }

  private analyse() {
    this.known ??= detect(parseConfig(this.language, this.path, this.text));
    return this.known;
  }
}

function detect(file: ConfigFile): { file: ConfigFile; findings: readonly Finding[] } {
  const suppressions = new Suppressions(file.comments, file.text);
  const found = configRules.flatMap((rule) =>
    (rule.config?.(file) ?? []).map((observation) => plainFinding(rule, observation)),
  );
  const findings = onePerPlace(found).filter(({ ruleId, start, end }) => {
    if (suppressions.isEmpty) return true;
    const starts = [start, ...keysAround(file.root, { start, end })];
    return !starts.some((offset) => suppressions.covers(ruleId, offset, file.text));
  });
  return { file, findings };
}

/** A finding that is no flow. */
export function plainFinding(rule: Rule, { at, severity, message }: Observation): Finding {
  return {
    ruleId: rule.id,
    severity,
    message,
    start: at.start,
    end: at.end,
    trace: [],
    incomplete: false,
  };
}

const order = ['error', 'warning', 'hint'];

/** In the order of the text; of several findings of a rule at one place, the most severe. */
export function onePerPlace(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const place = `${finding.ruleId}:${finding.start}:${finding.end}`;
    const known = byPlace.get(place);
    if (!known || order.indexOf(finding.severity) < order.indexOf(known.severity)) {
      byPlace.set(place, finding);
    }
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Where the innermost entry with the span begins: a comment above `run: |` also speaks for the
 * lines of the script.
 */
function keysAround(node: ConfigNode, span: Span): number[] {
  const inner = node.children.find(
    (child) => Math.min(child.keyAt.start, child.start) <= span.start && span.end <= child.end,
  );
  if (inner) return keysAround(inner, span);
  return node.key === '' ? [] : [node.keyAt.start];
}
