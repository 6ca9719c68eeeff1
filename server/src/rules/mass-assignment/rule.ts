import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Taint } from '../../engine/values';
import { source } from '../edits';
import { detection } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';
import { fixes } from './fix';
import { privileged } from './privileged';

const message =
  'Every field that the request sends goes into this record, also ones that the form does not have, such as `role` or `isAdmin`. Pick the fields that may be set by name.';

const privilegedMessage = (field: string) =>
  `This lets the request set \`${field}\`, which decides what somebody may do. Set it in code of its own that checks who asks, and leave it out of this list.`;

/** CWE-915: a record whose fields the sender of a request chooses. */
export const rule: Rule = {
  id: 'mass-assignment',
  title: 'Record filled with whatever the request sends',
  cwe: [915],
  owasp: 'A08:2025 Software or Data Integrity Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['mass-assignment'],
  fixes,
  check(site, context) {
    if (site.spec?.data?.guard === 'no') {
      // Laravel's seeders fill the database with values of their own.
      return /(?:^|[\\/])seed(?:er)?s[\\/]/i.test(site.file)
        ? undefined
        : detection(site, 'warning', message);
    }
    if (!site.spec?.roles?.attributes && site.spec?.data?.part === 'fields') {
      // A model's list says what code may set, and not yet that a request does.
      const isList = site.node.kind === 'assign';
      const names = site.args.flatMap(({ value }) =>
        value.shape?.kind === 'list' ? value.shape.elements : [value],
      );
      const field = names
        .map(({ constant }) => String(constant?.value ?? ''))
        .find((name) => privileged.test(name) && !(isList && /^account_id$/i.test(name)));
      if (field === undefined) return undefined;
      // A field that stands alone was meant.
      const severity = isList || names.length === 1 ? 'hint' : 'warning';
      return detection(site, severity, privilegedMessage(field));
    }
    if (limitsFields(role(site, 'fields')) || !storesRecord(site)) return undefined;
    // `**request.POST` is no argument of a position.
    const attributes = role(site, 'attributes') ?? site.args.find(({ spread }) => spread);
    // What takes every field is found itself.
    if (attributes && /\.permit!(?:\.to_h)?$/.test(source(context, attributes.node)))
      return undefined;
    const taint = wholeRequest(site, attributes, context);
    return taint && detection(site, 'warning', message, { taint });
  },
};

/** Methods such as `create` belong to many things; a record's class has a name like one. */
function storesRecord(site: Site): boolean {
  const { node, receiver } = site;
  if (site.spec?.data?.orm === 'object') {
    return node.kind === 'call' && node.args[0]?.value.kind !== 'map';
  }
  if (site.spec?.data?.orm === 'fields') {
    // Any map can be filled so; in a record, somebody's rights are visible.
    const { shape } = (receiver ?? site.args[0])?.value ?? {};
    return shape?.kind === 'map' && [...shape.fields.keys()].some((name) => privileged.test(name));
  }
  if (site.spec?.data?.orm !== 'unknown') return true;
  const of = receiver?.node;
  const name = of?.kind === 'name' ? of.name : of?.kind === 'member' ? of.property : '';
  return /^[A-Z]/.test(name);
}

/** A list of field names, unless it says all of them. */
function limitsFields(fields: SiteArg | undefined): boolean {
  if (!fields) return false;
  const known = fields.value.constant?.value;
  return known !== '__all__' && known !== null && known !== undefined
    ? true
    : !fields.value.constant;
}

/** The collection itself comes from the request, not only what stands in its fields. */
function wholeRequest(
  site: Site,
  attributes: SiteArg | undefined,
  context: RuleContext,
): Taint | undefined {
  if (!attributes) return undefined;
  const { shape, taints } = attributes.value;
  if (shape?.kind === 'map' && !shape.open) return undefined;
  const found = exposure(
    { ...attributes.value, shape: undefined, taints },
    site.kind,
    context.flow,
  );
  return found.level === 'remote' ? found.taint : undefined;
}
