import type { Site } from '../../engine/sites';
import { isSaidElsewhere } from '../builtText';
import { detection, isTestFile, sitesOf } from '../report';
import { type Detection, exposure, type RuleContext } from '../rule';

const message =
  'Data from the request is put between tags by hand here. Wherever the text is shown as HTML, in a page or a mail, it can carry a script. Escape it for HTML, or let a template that escapes put it in.';

/** Sites that say themselves what is wrong with the text, or that show it as it is. */
const ownKinds = ['html', 'response', 'render', 'log'] as const;

/** HTML with data of a request that goes where no model follows it. */
export function builtMarkup(site: Site, context: RuleContext): Detection | undefined {
  const [text] = site.args;
  if (!text || isTestFile(site.file)) return undefined;
  const found = exposure(text.value, 'html', context.flow);
  if (found.level !== 'remote') return undefined;
  if (isSaidElsewhere(site, found.taint, sitesOf(context, ...ownKinds), context)) return undefined;
  return detection(site, 'hint', message, { at: text.node, taint: found.taint });
}
