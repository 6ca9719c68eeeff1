import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import { nodesOf } from '../../ir/walk';
import { contains, detection, isTestFile, outerFunction, valueOrNode } from '../report';
import { type Detection, exposure, type Observation, type RuleContext } from '../rule';
import { hasTags, isBuilt } from '../textParts';

/** Pages whose escaping is off, or does not reach what a program puts into them. */

const offMessage =
  'Nothing is escaped here, so data with tags in it becomes part of the page. Leave escaping on, and mark only what is known to be HTML.';
const endingMessage =
  'Variables are escaped only in templates whose names end in `.html` or `.xml`. In this one, data with tags in it becomes part of the page. Rename it if it is a page.';
const handMadeMessage =
  'Data from the request is put between tags by hand here, and the text goes to a template. There it is shown as plain text or, once it is marked as safe, with any script that is in the data. Write the tags in the template, and give it the data alone.';
const formatMessage =
  'Only what is given beside the format is escaped; what already stands in it is not. Write the format out, and give every value as an argument.';

export function escapingOff(site: Site): Detection {
  return detection(site, 'hint', offMessage, { at: valueOrNode(site) });
}

/** A format whose values the library escapes, but which is itself no text of the program alone. */
export function builtFormat(site: Site): Detection | undefined {
  const format = role(site, 'content');
  if (site.spec?.data?.context !== 'format' || !format) return undefined;
  const { node } = format;
  const isWritten = node.kind === 'string' && node.parts.some(({ kind }) => kind !== 'literal');
  return isWritten || (format.value.constant === undefined && isBuilt(format.value))
    ? detection(site, 'hint', formatMessage, { at: format.node })
    : undefined;
}

/** A library that escapes by the ending of the template's name, and a name that ends otherwise. */
export function unescapedTemplate(site: Site, context: RuleContext): Detection | undefined {
  const endings = site.spec?.data?.escapes?.split(' ');
  const template = role(site, 'template');
  if (!template || !endings) return undefined;
  const last = lastText(template.value) ?? '';
  const name = last === '' ? null : /(?:^|\w)(\.\w+)?$/.exec(last);
  const ending = name?.[1] ?? '';
  const variables = site.args.filter((arg) => arg !== template);
  if (!name || endings.includes(ending.toLowerCase()) || variables.length === 0) return undefined;
  const found = variables
    .map((arg) => exposure(arg.value, 'html', context.flow))
    .find(({ level }) => level === 'remote');
  // Plain text is often meant: mails, feeds, configurations.
  return found?.level === 'remote' && ending !== '.txt'
    ? detection(site, 'warning', endingMessage, { at: template.node, taint: found.taint })
    : detection(site, 'hint', endingMessage, { at: template.node });
}

/** HTML that the program builds by hand around data and hands to a template. */
export function handMadeMarkup(site: Site, context: RuleContext): Detection | undefined {
  const around = outerFunction(context.module, site.node);
  for (const { node, value } of variablesOf(site)) {
    const built = value.text?.node;
    if (!built || !isBuilt(value) || !hasTags(value)) continue;
    const found = exposure(value, 'html', context.flow);
    if (found.level !== 'remote') continue;
    const at = contains(around, built) ? built : node;
    return detection(site, 'hint', handMadeMessage, { at, taint: found.taint });
  }
  return undefined;
}

/** What a template is given: arguments by name, or the fields of a map. */
function variablesOf(site: Site): readonly Pick<SiteArg, 'node' | 'value'>[] {
  const template = role(site, 'template');
  return site.args
    .filter((arg) => arg !== template)
    .flatMap((arg) => {
      const { node, value } = arg;
      if (value.shape?.kind !== 'map') return [arg];
      return [...value.shape.fields.values()].map((field) => ({ node, value: field }));
    });
}

function lastText(of: Value): string | undefined {
  const known = of.constant?.value;
  if (typeof known === 'string') return known;
  return of.text?.pieces.at(-1)?.text;
}

const safeClassMessage =
  'Templates put texts of this class into the page without escaping them, whatever is in them. Mark only a finished text that is known to be HTML, with `mark_safe` or `Markup`, and let `format_html` put the data in.';

/** Classes of texts that templates take for HTML: https://docs.djangoproject.com/en/5.2/ref/utils/ */
const safeTexts: Readonly<Record<string, RegExp>> = {
  'django.utils.safestring': /^Safe(?:Data|String|Text|Unicode|Bytes)$/,
  'django.utils.html': /^SafeString$/,
  markupsafe: /^Markup$/,
  flask: /^Markup$/,
};

/** Settings of a template engine that are written as a map: `{'autoescape': False}`. */
export function autoescapeOff({ module, flow }: RuleContext): readonly Observation[] {
  if (module.language !== 'python' || isTestFile(flow.file)) return [];
  return nodesOf(module, 'map')
    .flatMap(({ entries }) => entries)
    .filter(
      ({ key, value }) =>
        key?.kind === 'literal' &&
        key.value === 'autoescape' &&
        value.kind === 'literal' &&
        value.value === false,
    )
    .map(({ start, end }) => ({ at: { start, end }, severity: 'hint', message: offMessage }));
}

/** Classes of the program that extend such a class, or say themselves that they are HTML. */
export function safeTextClasses({ module }: RuleContext): readonly Observation[] {
  if (module.language !== 'python') return [];
  const names = new Set<string>();
  for (const stmt of module.body) {
    if (stmt.kind !== 'import') continue;
    const pattern = safeTexts[stmt.source];
    for (const { imported, local } of stmt.names) {
      if (pattern?.test(imported)) names.add(local);
    }
  }
  const found: Observation[] = [];
  for (const { cls } of nodesOf(module, 'class-decl')) {
    const method = cls.methods.find(({ name }) => name === '__html__');
    if (method?.nameSpan) {
      found.push({ at: method.nameSpan, severity: 'hint', message: safeClassMessage });
    }
    for (const parent of cls.supers) {
      if (parent.kind !== 'name' || !names.has(parent.name)) continue;
      found.push({ at: parent, severity: 'hint', message: safeClassMessage });
    }
  }
  return found;
}
