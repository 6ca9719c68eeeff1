import { role, type Site } from '../../engine/sites';
import type { Value } from '../../engine/values';
import { detection, valueOrNode } from '../report';
import { type Detection, exposure, type RuleContext } from '../rule';
import { isBuilt } from '../textParts';

/** Pages whose escaping is off, or does not reach what a program puts into them. */

const offMessage =
  'Nothing is escaped here, so data with tags in it becomes part of the page. Leave escaping on, and mark only what is known to be HTML.';
const endingMessage =
  'Variables are escaped only in templates whose names end in `.html` or `.xml`. In this one, data with tags in it becomes part of the page. Rename it if it is a page.';
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
  const name = /\w(\.\w+)?$/.exec(lastText(template.value) ?? '');
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

function lastText(of: Value): string | undefined {
  const known = of.constant?.value;
  if (typeof known === 'string') return known;
  return of.text?.pieces.at(-1)?.text;
}
