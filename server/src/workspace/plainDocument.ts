import type { Finding, Fix } from '../report/finding';
import type { Observation, Rule } from '../rules/rule';
import type { SqlDialect } from '../sql/dialects';
import type { Found } from './detect';
import { provedFixes, type Verdict } from './prove';

/** What there is to say of a text that is no program. */
export interface Looked {
  /** Suppressed ones left out, in the order of the text. */
  readonly found: readonly Found[];
  readonly hasSyntaxError: boolean;
}

/** A configuration file, a template or a script of SQL: everything that is analysed without flow. */
export class PlainDocument {
  private known: { readonly dialect: SqlDialect | 'auto'; readonly looked: Looked } | undefined;

  constructor(
    private readonly look: (text: string, dialect: SqlDialect | 'auto') => Looked,
    private text: string,
  ) {}

  update(text: string): void {
    this.text = text;
    this.known = undefined;
  }

  get syntaxErrors(): number {
    return this.lookAt(this.known?.dialect ?? 'auto').hasSyntaxError ? 1 : 0;
  }

  findings(dialect: SqlDialect | 'auto'): readonly Finding[] {
    return this.lookAt(dialect).found.map(({ finding }) => finding);
  }

  /** Repairs that hold what they promise, the best first. Empty for a finding of another text. */
  *fixes(finding: Finding): Generator<Fix, void, undefined> {
    const dialect = this.known?.dialect ?? 'auto';
    const looked = this.lookAt(dialect);
    const found = looked.found.find(
      (other) =>
        other.finding.ruleId === finding.ruleId &&
        other.finding.start === finding.start &&
        other.finding.end === finding.end,
    );
    if (!found) return;
    yield* provedFixes(found.finding, found.drafts(), this.text, verdict(looked), (text) =>
      verdict(this.look(text, dialect)),
    );
  }

  variant(text: string): PlainDocument {
    return new PlainDocument(this.look, text);
  }

  private lookAt(dialect: SqlDialect | 'auto'): Looked {
    if (this.known?.dialect !== dialect) {
      this.known = { dialect, looked: this.look(this.text, dialect) };
    }
    return this.known.looked;
  }
}

function verdict({ found, hasSyntaxError }: Looked): Verdict {
  return {
    findings: found.map(({ finding }) => finding),
    syntaxErrors: hasSyntaxError ? 1 : 0,
  };
}

const noDrafts = () => [];

/** A finding that is no flow. */
export function plainFound(rule: Rule, { at, severity, message, fixes }: Observation): Found {
  const finding: Finding = {
    ruleId: rule.id,
    severity,
    message,
    start: at.start,
    end: at.end,
    trace: [],
    incomplete: false,
  };
  return { finding, drafts: fixes ?? noDrafts };
}

const order = ['error', 'warning', 'hint'];

/** In the order of the text; of several findings of a rule at one place, the most severe. */
export function onePerPlace(all: readonly Found[]): Found[] {
  const byPlace = new Map<string, Found>();
  for (const found of all) {
    const { ruleId, start, end, severity } = found.finding;
    const place = `${ruleId}:${start}:${end}`;
    const known = byPlace.get(place);
    if (!known || order.indexOf(severity) < order.indexOf(known.finding.severity)) {
      byPlace.set(place, found);
    }
  }
  return [...byPlace.values()].sort(
    (a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end,
  );
}
