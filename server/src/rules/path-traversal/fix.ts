import { role, type SiteArg } from '../../engine/sites';
import { allTaints, type Taint } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { startsWithSlash } from '../../languages/siteKinds';
import { source } from '../edits';
import { keepFileNames } from '../repairs/fileName';
import { markedArg, placesOf } from '../repairs/places';
import { allowOnly } from '../repairs/refuse';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Files that run as code and pages: the name decides what the program does. */
const chosen = new Set(['include', 'template']);

/**
 * Repairs of a path that data leads out of its folder: only the last part of the data counts; what
 * runs as code or is shown as a page must be one of a list.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const arg = markedArg(detection) ?? role(site, 'path') ?? role(site, 'name');
  if (!arg) return [];
  const ours = detection.taint?.source.kind;
  // What the server's own settings say stays: a request is no reason to change the folder.
  const counts = (taint: Taint) =>
    isHarmful(taint.cleaned) && (ours !== 'remote' || taint.source.kind === ours);
  const places = placesOf(arg.node, arg.value, counts, context);
  const { op } = site.spec?.data ?? {};
  if (op !== undefined && chosen.has(op)) {
    const edits = allowOnly(places, ['home', 'about'], 'Unknown page', context);
    return edits
      ? [{ title: 'Allow only names from a list (home, about)', edits, safe: false }]
      : [];
  }
  return fileNames(arg, places, counts, context);
}

function isHarmful(cleaned: readonly string[]): boolean {
  return !cleaned.includes('file-path') && !cleaned.includes('upload');
}

/** How the data goes on from the text in front of it: with a slash of its own, or from a word. */
function jointOf({ value }: SiteArg, counts: (taint: Taint) => boolean): 'slash' | 'word' | 'else' {
  const pieces = value.text?.pieces ?? [];
  const at = pieces.findIndex(
    (piece) => piece.text === undefined && allTaints(piece.value).some(counts),
  );
  const before = pieces[at - 1]?.text;
  const data = pieces[at];
  if (before === undefined || data === undefined || !/\w$/.test(before)) return 'else';
  const taints = data.text === undefined ? allTaints(data.value).filter(counts) : [];
  const isAddress = taints.some(
    ({ cleaned, source }) =>
      cleaned.includes(startsWithSlash) || /ur[il]|path|address/i.test(source.label),
  );
  return isAddress ? 'slash' : 'word';
}

/** Names of data in which folders are normal: the rest of a route, a path. */
const mayHaveFolders = /(?:path|folder|dir|splat|wildcard)\w*['"]?[\])]*$|\[(?:0|['"][*0]['"])\]$/i;

/** Drafts that keep only the file name of the data: of each place, else of the whole argument. */
function fileNames(
  arg: SiteArg,
  places: readonly Expr[],
  counts: (taint: Taint) => boolean,
  context: RuleContext,
): readonly FixDraft[] {
  const drafts: FixDraft[] = [];
  const add = (of: readonly Expr[], safe: boolean) => {
    const kept = keepFileNames(of, context);
    if (kept)
      drafts.push({ title: `Keep only the file name (${kept.by})`, edits: kept.edits, safe });
  };
  // Data that begins the path may be a whole one.
  const first = arg.value.text?.pieces[0];
  const beginsPath =
    first !== undefined && first.text === undefined && allTaints(first.value).some(counts);
  const isWhole = places.includes(arg.node) || beginsPath;
  const joint = jointOf(arg, counts);
  // A path of its own, with the slash that it begins with: what is left would be stuck to the folder.
  if (joint === 'slash') return [];
  const isDeep = places.some((place) => mayHaveFolders.test(source(context, place)));
  if (places.length > 0) add(places, !isWhole && joint !== 'word' && !isDeep);
  return drafts;
}
