import { allTaints } from '../../engine/values';
import type { Expr, StringBuild } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, quote, source, writtenSpan } from '../edits';
import { placesOf } from '../repairs/places';
import { removeStatement } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Repairs of a log entry with a secret in it: three stars stand in its place, or the entry goes. */
export function fixes({ site, at }: Detection, context: RuleContext): readonly FixDraft[] {
  const marked = nodesAt(context.module, at).findLast(
    (node): node is Expr => node.start === at.start && node.end === at.end && node.kind !== 'expr',
  );
  const isSecret = (kind: string) => kind === 'password' || kind === 'secret';
  const places =
    marked && marked !== site.node
      ? [marked]
      : site.args.flatMap((arg) =>
          allTaints(arg.value).some(({ source: { kind } }) => isSecret(kind))
            ? placesOf(arg.node, arg.value, ({ source: { kind } }) => isSecret(kind), context)
            : [],
        );
  const [only] = site.args;
  const isAlone = site.args.length === 1 && only !== undefined && places.includes(only.node);
  const drafts: FixDraft[] = [];
  const removed = isAlone ? removeStatement(site.node, context) : undefined;
  if (removed) drafts.push({ title: 'Remove this line', edits: removed, safe: true });
  const edits = places.flatMap((place) => masked(place, context) ?? []);
  if (edits.length > 0) drafts.push({ title: 'Leave it out (***)', edits, safe: true });
  return drafts;
}

function masked(place: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const { module, text } = context;
  if (place.kind === 'map') return fields(place, context);
  const build = nodesAt(module, place).findLast(
    (node): node is StringBuild => node.kind === 'string' && node.parts.includes(place),
  );
  if (build?.style === 'template') {
    const open = /(?:[$#]?\{)\s*$/.exec(text.slice(build.start, place.start))?.[0];
    const close = /^[^}]*\}/.exec(text.slice(place.end, build.end))?.[0];
    if (open !== undefined && close !== undefined) {
      return [{ start: place.start - open.length, end: place.end + close.length, newText: '***' }];
    }
    return [{ start: place.start, end: place.end, newText: '***' }];
  }
  const { start, end } = writtenSpan(context, place);
  return [{ start, end, newText: stars(context) }];
}

function stars({ module, text }: RuleContext): string {
  const mark = module.language === 'java' ? '"' : quote(text);
  return `${mark}***${mark}`;
}

/** `{ apiKey }`: the key stays. */
function fields(
  map: Expr & { kind: 'map' },
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const secret = /pass|secret|token|key|pwd|credential/i;
  return map.entries.flatMap(({ key, value }) => {
    if (key?.kind !== 'literal' || !secret.test(String(key.value))) return [];
    const { start, end } = value;
    const isShort = key.start === start && key.end === end;
    const name = isShort ? `${source(context, value)}: ` : '';
    return [{ start, end, newText: name + stars(context) }];
  });
}
