import type { Finding } from '../report/finding';
import { rules } from '../rules/registry.generated';
import { parseTemplate } from '../templates/parse';
import type { TemplateLanguage } from '../templates/template';
import { onePerPlace, plainFinding } from './configDocument';
import { Suppressions } from './suppressions';

const templateRules = rules.filter((rule) => rule.template);

/** A template of a page. */
export class TemplateDocument {
  private known: readonly Finding[] | undefined;
  /** A page is read as browsers do, who know no errors. */
  readonly hasSyntaxError = false;

  constructor(
    private readonly language: TemplateLanguage,
    private readonly path: string,
    private text: string,
  ) {}

  update(text: string): void {
    this.text = text;
    this.known = undefined;
  }

  findings(): readonly Finding[] {
    this.known ??= this.detect();
    return this.known;
  }

  private detect(): readonly Finding[] {
    const { text } = this;
    const template = parseTemplate(this.language, this.path, text);
    const suppressions = new Suppressions(template.comments, text);
    const found = templateRules.flatMap((rule) =>
      (rule.template?.(template) ?? []).map((observation) => plainFinding(rule, observation)),
    );
    return onePerPlace(found).filter(
      ({ ruleId, start }) => !suppressions.covers(ruleId, start, text),
    );
  }
}
