import type { SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { isPrimary, source } from '../edits';
import { markedArg } from '../repairs/places';
import { harmfulTo, isHere } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { codeOperators, isText, maxDepth } from './rule';

/**
 * Repairs of a filter whose values may be operators: each is compared with as it is, or becomes text.
 * A filter that is data as a whole has fields that nobody has named; code has no harmless form.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const arg = markedArg(detection);
  const form = site.spec?.data?.form;
  if (!arg || form === 'code' || form === 'json') return [];
  const fields = fieldsOf(arg, context);
  if (fields.length === 0) return [];
  const drafts: FixDraft[] = [];
  if (context.module.language !== 'java' && fields.every(({ isOperand }) => !isOperand)) {
    drafts.push({
      title: 'Compare with just this value ($eq)',
      edits: fields.flatMap((field) => exactly(field, context)),
      safe: true,
    });
  }
  drafts.push({
    title: `Make it text (${textFunctions[context.module.language]})`,
    edits: fields.map((field) => asText(field, context)),
    // A number that is compared with numbers would match no more.
    safe: false,
  });
  return drafts;
}

interface Field {
  readonly node: Expr;
  /** It stands behind an operator of the program's own: `{ $gt: x }`. */
  readonly isOperand: boolean;
}

/** The places in a filter where data stands that may be an operator. */
function fieldsOf(arg: SiteArg, context: RuleContext): readonly Field[] {
  const found: Field[] = [];
  collect(arg.node, arg.value, false, 0, found, context);
  return found;
}

function collect(
  written: Expr,
  value: Value,
  isOperand: boolean,
  depth: number,
  found: Field[],
  context: RuleContext,
): void {
  if (depth > maxDepth) return;
  const node = value.shape ? literalOf(written, context) : written;
  if (value.shape?.kind === 'map') {
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      const key = entry.key?.kind === 'literal' ? String(entry.key.value) : undefined;
      const field = key === undefined ? undefined : value.shape.fields.get(key);
      if (key === undefined || !field || key === '$eq' || codeOperators.includes(key)) continue;
      collect(entry.value, field, isOperator(key), depth + 1, found, context);
    }
    return;
  }
  if (value.shape?.kind === 'list') {
    if (node.kind !== 'list') return;
    value.shape.elements.forEach((element, i) => {
      const at = node.elements[i];
      if (at) collect(at.value, element, true, depth + 1, found, context);
    });
    return;
  }
  if (depth === 0 || isText(value)) return;
  if (harmfulTo('nosql-query', context)(value, node)) found.push({ node, isOperand });
}

function isOperator(key: string): boolean {
  return key.startsWith('$') && !/^\$(?:and|or|nor)$/.test(key);
}

/** The map or list that a variable is given once. */
function literalOf(node: Expr, context: RuleContext): Expr {
  if (node.kind !== 'name') return node;
  const given = assignmentsTo(node.name, node, context.module);
  return given.length === 1 && given[0] && isHere(given[0], context) ? given[0] : node;
}

const textFunctions = {
  javascript: 'String',
  typescript: 'String',
  python: 'str',
  java: 'String.valueOf',
  ruby: 'to_s',
  php: 'string',
} as const;

function asText({ node }: Field, context: RuleContext): TextEdit {
  const { language } = context.module;
  const written = source(context, node);
  const operand = isPrimary(node) ? written : `(${written})`;
  const text = {
    javascript: `String(${written})`,
    typescript: `String(${written})`,
    python: `str(${written})`,
    java: `String.valueOf(${written})`,
    ruby: `${operand}.to_s`,
    php: `(string) ${operand}`,
  }[language];
  return replaced(node, text, context);
}

function exactly({ node }: Field, context: RuleContext): readonly TextEdit[] {
  const { language } = context.module;
  const written = source(context, node);
  const text = {
    javascript: `{ $eq: ${written} }`,
    typescript: `{ $eq: ${written} }`,
    python: `{'$eq': ${written}}`,
    java: written,
    ruby: `{ '$eq' => ${written} }`,
    php: `['$eq' => ${written}]`,
  }[language];
  return [replaced(node, text, context)];
}

/** `{ name }` in JavaScript has its value's name alone. */
function replaced(node: Expr, text: string, context: RuleContext): TextEdit {
  const { start, end } = node;
  const isShort =
    /^(?:javascript|typescript)$/.test(context.module.language) &&
    node.kind === 'name' &&
    /[{,]\s*$/.test(context.text.slice(Math.max(0, start - 40), start));
  return { start, end, newText: isShort ? `${source(context, node)}: ${text}` : text };
}
