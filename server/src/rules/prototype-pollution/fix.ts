import { role, type Site } from '../../engine/sites';
import type { Assign, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source } from '../edits';
import { placeholder, recordNames, shownFields } from '../repairs/recordFields';
import { guard, ifThen, listText } from '../repairs/refuse';
import { insertBefore, ownLine } from '../repairs/statements';
import { outerFunction } from '../report';
import type { FixDraft, RuleContext } from '../rule';

const dangerous = ['__proto__', 'constructor', 'prototype'];
const title = 'Refuse the keys __proto__, constructor and prototype';

/** A deep copy of the request: only named fields of it. */
export function mergeFixes(site: Site, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  if (node.kind !== 'call') return [];
  const given = role(site, 'source')?.node;
  const data = node.args
    .map(({ value }) => value)
    .find((value) => isRequest(value, given, context));
  if (!data) return [];
  const of = source(context, data);
  const shown = shownFields(
    recordNames(node.args[0]?.value, context),
    of,
    outerFunction(context.module, node),
    context,
  );
  const fields = shown.length > 0 ? shown : placeholder;
  const pairs = fields.map((field) => `${field}: ${of}.${field}`).join(', ');
  const edits = [{ start: data.start, end: data.end, newText: `{ ${pairs} }` }];
  return [{ title: `Take only named fields (${fields.join(', ')})`, edits, safe: false }];
}

/** The argument that is data as a whole, and may be written once more. */
function isRequest(value: Expr, given: Expr | undefined, context: RuleContext): boolean {
  const written = source(context, value);
  if (!/^[\w$]+(?:\.[\w$]+)*$/.test(written)) return false;
  return value === given || /\b(?:body|query|params|data|payload|input)$/.test(written);
}

/** `object[first][second] = value` with keys of the request. */
export function keyFixes(keys: readonly Expr[], context: RuleContext): readonly FixDraft[] {
  const edits = guard(
    keys.filter((key) => key.kind !== 'literal'),
    (name) => `${listText(dangerous, context)}.includes(${name})`,
    'This key is not allowed',
    context,
  );
  return edits ? [{ title, edits, safe: true }] : [];
}

/** `object = object[key]` for each key of a way. */
export function walkFixes(step: Assign, key: string, context: RuleContext): readonly FixDraft[] {
  const statement = ownLine(step, context);
  if (!statement) return [];
  const q = listText([''], context)[1] ?? "'";
  const lines = ifThen(
    `${listText(dangerous, context)}.includes(${key})`,
    [`throw new Error(${q}This key is not allowed${q});`],
    context,
  );
  const edits: TextEdit[] = [insertBefore(statement, lines, context)];
  return [{ title, edits, safe: true }];
}
