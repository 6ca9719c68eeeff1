import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints, type Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { nodesAt } from '../edits';
import { onlyPlain } from '../repairs/onlyPlain';
import { markedArg, placesOf } from '../repairs/places';
import { allowOnly } from '../repairs/refuse';
import { piecesOf } from '../repairs/shellWords';
import { fieldOf } from '../report';
import { type Detection, exposure, type FixDraft, type RuleContext } from '../rule';
import { isUnknown } from '../textParts';
import { withoutShell } from './direct';
import { quoted } from './quoted';
import { throughPositions } from './script';

/**
 * Repairs of a command that data becomes part of, the best first: the program is started without a
 * shell; a shell gets the data as an argument of its own; the data is quoted; only plain words are
 * accepted. Where the data is the command itself, it must be one of a list.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const { node: call } = site;
  if (site.spec?.data?.part === 'library') return namesFromList(detection, context);
  if (call.kind !== 'call') return [];
  const command = commandOf(site);
  if (!command) return [];
  const isHarmful = (value: Value, node: Expr) =>
    exposure(value, 'command', context.flow).level !== 'none' ||
    isUnknown(value, node, context.module);
  const drafts: FixDraft[] = [];
  const isWhole =
    command.node.start === detection.at.start && command.node.end === detection.at.end;
  if (isWhole && command.value.shape?.kind !== 'list') {
    const pieces = piecesOf(command.value, command.node);
    if (pieces.some(({ text }) => text?.trim())) {
      drafts.push(...withoutShell(site, call, command, isHarmful, context));
      drafts.push(...quoted(site, pieces, isHarmful, context));
    }
  } else {
    drafts.push(...throughPositions(detection, call, isHarmful, context));
  }
  const marked = markedArg(detection) ?? elementAt(detection, command, context) ?? command;
  const places = placesOf(
    marked.node,
    marked.value,
    ({ cleaned }) => !cleaned.includes('command'),
    context,
  );
  const isCommand = places.length === 1 && places[0] === marked.node && !isArgument(site, marked);
  const list = isCommand && listed(places, context);
  if (list) drafts.push(list);
  // Of what comes from the program itself, no pattern is known.
  const plain = detection.severity === 'hint' ? undefined : onlyPlain(places, context);
  if (plain && !list) drafts.push(plain);
  return drafts;
}

function commandOf(site: Site): SiteArg | undefined {
  const given = role(site, 'command');
  return fieldOf(given, ['cmd']) ?? given;
}

function namesFromList(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const marked = markedArg(detection);
  if (!marked) return [];
  const places = placesOf(marked.node, marked.value, () => true, context);
  const plain = onlyPlain(places, context);
  return plain ? [plain] : [];
}

function isArgument(site: Site, marked: SiteArg): boolean {
  return role(site, 'args') === marked || site.args.indexOf(marked) > 0;
}

function listed(places: readonly Expr[], context: RuleContext): FixDraft | undefined {
  const edits = allowOnly(places, ['status', 'version'], 'Unknown command', context);
  return (
    edits && { title: 'Allow only commands from a list (status, version)', edits, safe: false }
  );
}

/** The marked element of a list of arguments. */
function elementAt(
  { at, site }: Detection,
  command: SiteArg,
  context: RuleContext,
): SiteArg | undefined {
  const found = nodesAt(context.module, at).find(
    (node): node is Expr => node.start === at.start && node.end === at.end && node !== site.node,
  );
  if (!found) return undefined;
  const taints = site.args.flatMap(({ value }) => allTaints(value));
  return { ...command, node: found, value: { ...command.value, shape: undefined, taints } };
}
