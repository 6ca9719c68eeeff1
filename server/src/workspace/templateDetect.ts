import { rules } from '../rules/registry.generated';
import { parseTemplate } from '../templates/parse';
import type { TemplateLanguage } from '../templates/template';
import { type Looked, onePerPlace, plainFound } from './plainDocument';
import { Suppressions } from './suppressions';

const templateRules = rules.filter((rule) => rule.template);

export function detectInTemplate(language: TemplateLanguage, path: string, text: string): Looked {
  const template = parseTemplate(language, path, text);
  const suppressions = new Suppressions(template.comments, text);
  const all = templateRules.flatMap((rule) =>
    (rule.template?.(template) ?? []).map((observation) => plainFound(rule, observation)),
  );
  const found = onePerPlace(all).filter(
    ({ finding }) => !suppressions.covers(finding.ruleId, finding.start, text),
  );
  // A page is read as browsers do, who know no errors.
  return { found, hasSyntaxError: false };
}
