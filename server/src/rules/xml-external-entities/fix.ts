import { role, type Site } from '../../engine/sites';
import type { Expr, MapExpr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source } from '../edits';
import { addArguments, setEntries, setKeywords } from '../repairs/options';
import { packageNeed } from '../repairs/packages';
import { mergedInsertions } from '../repairs/refuse';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { javaFixes } from './fixJava';

/** Repairs of an XML parser that fetches what a document names: external entities are turned off. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  switch (context.module.language) {
    case 'java':
      return javaFixes(site, context);
    case 'python':
      return site.spec?.data?.parser === 'expat' ? defused(context) : inLxml(site, context);
    case 'php':
    case 'ruby':
      return withoutFlags(site, context);
    default:
      return inLibxmljs(site, context);
  }
}

function draft(by: string, edits: readonly TextEdit[] | undefined): readonly FixDraft[] {
  return edits && edits.length > 0
    ? [{ title: `Turn external entities off (${by})`, edits: mergedInsertions(edits), safe: true }]
    : [];
}

// ---------------------------------------------------------------------------------------------
// Python

function inLxml({ node }: Site, context: RuleContext): readonly FixDraft[] {
  if (node.kind !== 'call') return [];
  const { callee, args } = node;
  const name = source(context, callee);
  if (/Parser$/.test(name) || args.some((arg) => arg.name === 'resolve_entities')) {
    const values: (readonly [string, string])[] = [['resolve_entities', 'False']];
    if (args.some((arg) => arg.name === 'no_network')) values.push(['no_network', 'True']);
    return draft('resolve_entities', setKeywords(node, values, context));
  }
  const parser = args.find((arg) => arg.name === 'parser') ?? args[1];
  if (parser || callee.kind !== 'member') return [];
  const made = `parser=${source(context, callee.object)}.XMLParser(resolve_entities=False)`;
  return draft('resolve_entities', addArguments(node, [made], context));
}

/** The functions that the standard library and defusedxml share. */
const shared = /^(?:parse|fromstring|parseString|iterparse|tostring|XML|ParseError|XMLParser)$/;

/** The same parser from defusedxml, where the file uses nothing that it leaves out. */
function defused(context: RuleContext): readonly FixDraft[] {
  const { module, text } = context;
  for (const stmt of module.body) {
    if (stmt.kind !== 'import' || !/^xml(?:\.etree|\.dom|\.sax)?/.test(stmt.source)) continue;
    const written = source(context, stmt);
    const local = stmt.names[0]?.local ?? '';
    const found =
      /^import xml\.(?:etree|dom)\.(ElementTree|cElementTree|minidom|pulldom) as \w+$/.exec(
        written,
      ) ??
      /^from xml\.(?:etree|dom) import (?:ElementTree|cElementTree|minidom|pulldom)(?: as \w+)?$/.exec(
        written,
      );
    const uses = [...text.matchAll(new RegExp(`(?<![\\w.])${local}\\.(\\w+)`, 'g'))];
    if (!found || uses.length === 0 || !uses.every((use) => shared.test(use[1]!))) continue;
    const at = /xml\.(?:etree|dom)/.exec(written)!;
    const start = stmt.start + at.index;
    return [
      {
        title: 'Refuse entities (defusedxml)',
        edits: [{ start, end: start + at[0].length, newText: 'defusedxml' }],
        safe: true,
        packages: [packageNeed('pypi', 'defusedxml')],
      },
    ];
  }
  return [];
}

// ---------------------------------------------------------------------------------------------
// PHP and Ruby: flags

const flag = /(?:^|[_:])(?:NOENT|DTDLOAD|DTDATTR|DTDVALID)$/;

function withoutFlags(site: Site, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  const edits: TextEdit[] = [];
  for (const at of flagPlaces(site, context)) {
    const written = source(context, at);
    const kept = keptFlags(written, context);
    if (kept !== undefined) edits.push({ ...spanOf(at), newText: kept });
  }
  if (edits.length > 0) return draft('no flags for them', edits);
  // `config.noent` of a block; `$document->substituteEntities = true`
  const within = source(context, node);
  const chained =
    /\.(?:noent|dtdload|dtdvalid|dtdattr)\b(?:\.(?:noent|dtdload|dtdvalid|dtdattr)\b)*/.exec(
      within,
    );
  if (context.module.language === 'ruby' && chained) {
    const start = node.start + chained.index;
    const isLast = within[chained.index + chained[0].length] !== '.';
    const newText = isLast ? '.nonet' : '';
    return draft('no noent', [{ start, end: start + chained[0].length, newText }]);
  }
  if (
    node.kind === 'assign' &&
    node.value &&
    source(context, node.value).toLowerCase() === 'true'
  ) {
    return draft('substituteEntities', [{ ...spanOf(node.value), newText: 'false' }]);
  }
  if (node.kind === 'call' && /libxml_disable_entity_loader/.test(within)) {
    const [first] = node.args;
    return first ? draft('libxml', [{ ...spanOf(first), newText: 'true' }]) : [];
  }
  return [];
}

/** Arguments that are flags, or what their variables are given. */
function flagPlaces({ node }: Site, context: RuleContext): readonly Span[] {
  if (node.kind !== 'call') return [];
  return node.args.flatMap(({ value }): readonly Span[] => {
    if (keptFlags(source(context, value), context) !== undefined) return [value];
    if (value.kind !== 'name') return [];
    return assignmentsTo(value.name, value, context.module).filter(
      (given) => keptFlags(source(context, given), context) !== undefined,
    );
  });
}

/** `A | B` without the flags for entities; undefined where it has none, or is more than flags. */
function keptFlags(written: string, { module }: RuleContext): string | undefined {
  if (!/^[\w:\\]+(?:\s*\|\s*[\w:\\]+)*$/.test(written)) return undefined;
  const all = written.split(/\s*\|\s*/);
  const kept = all.filter((one) => !flag.test(one));
  if (kept.length === all.length) return undefined;
  if (kept.length > 0) return kept.join(' | ');
  if (module.language === 'php') return '0';
  const home = /^(.*::)\w+$/.exec(all[0]!)?.[1];
  return home === undefined ? undefined : `${home}DEFAULT_XML`;
}

// ---------------------------------------------------------------------------------------------
// JavaScript

const followed = ['noent', 'dtdload', 'dtdvalid', 'replaceEntities', 'loadExternalDtd'];

function inLibxmljs(site: Site, context: RuleContext): readonly FixDraft[] {
  const map = optionsOf(site, context);
  if (!map) return [];
  const set = map.entries.flatMap(({ key }) =>
    key?.kind === 'literal' && followed.includes(String(key.value)) ? [String(key.value)] : [],
  );
  return draft(
    set.join(', '),
    setEntries(
      map,
      set.map((name) => [name, 'false'] as const),
      context,
    ),
  );
}

function optionsOf(site: Site, context: RuleContext): MapExpr | undefined {
  const node = role(site, 'options')?.node ?? lastArgument(site.node);
  if (node?.kind === 'map') return node;
  if (node?.kind !== 'name') return undefined;
  const given = assignmentsTo(node.name, node, context.module);
  const [only] = given;
  return given.length === 1 && only?.kind === 'map' ? only : undefined;
}

function lastArgument(node: Expr): Expr | undefined {
  return node.kind === 'call' ? node.args.at(-1)?.value : undefined;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
