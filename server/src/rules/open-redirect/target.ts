import { role, type Site, type SiteArg } from '../../engine/sites';
import { fieldOf } from '../report';
import type { RuleContext } from '../rule';

/** The address that a site sends the browser to; undefined when it sends it nowhere. */
export function redirectTarget(site: Site, context: RuleContext): SiteArg | undefined {
  return site.kind === 'redirect' ? addressOf(site) : redirectingView(site, context);
}

/** Spring: the name of a view that is an address, `redirect:/home`. What stands behind the prefix. */
function redirectingView(site: Site, { module }: RuleContext): SiteArg | undefined {
  const view = role(site, 'template') ?? role(site, 'content');
  const [first, ...more] = view?.value.text?.pieces ?? [];
  if (module.language !== 'java' || !view || !first?.text?.startsWith('redirect:'))
    return undefined;
  const rest = first.text.slice('redirect:'.length);
  const pieces = rest === '' ? more : [{ ...first, text: rest }, ...more];
  return { ...view, value: { ...view.value, text: { pieces, node: undefined } } };
}

/** The address itself, or that of a map: of headers, or what NestJS takes with `@Redirect`. */
function addressOf(site: Site): SiteArg | undefined {
  return role(site, 'url') ?? fieldOf(role(site, 'content'), ['url', 'Location', 'location']);
}
