import { role, type Site } from '../../engine/sites';
import type { LanguageId, Node, Span, Stmt } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importClass } from '../repairs/imports';
import type { Param } from '../repairs/parameters/placeholders';
import type { Unit } from '../repairs/parameters/text';
import { insertBefore, ownLine } from '../repairs/statements';
import { contains } from '../report';
import type { RuleContext } from '../rule';
import { freshName, insertAt } from './binding';

/** Collects the values of a text that has branches in a list: each where its part is added. */

/** A free name for the list. */
export function listName(at: Span, context: RuleContext): string {
  const { language } = context.module;
  // In a controller of Rails `params` are those of the request.
  if (language === 'ruby') return freshName(['values', 'sql_values'], at, context);
  if (language === 'php') return `$${freshName(['params', 'values'], at, context)}`;
  // A text in branches has a variable, or is put together from a list.
  const isVariable = (site: Site) =>
    role(site, 'text')?.node.kind === 'name' || /\bjoin\(/.test(source(context, site.node));
  return freshName(['params', 'values'], at, context, isVariable);
}

/**
 * Declares the list in front of the text's first part and adds the values in front of each part.
 *
 * @param use where the statement is run
 * @param isOrdered the placeholders have no numbers
 */
export function collectValues(
  list: string,
  params: readonly Param[],
  units: readonly Unit[],
  use: Span,
  isOrdered: boolean,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const added = units.filter(({ adder }) => adder).sort((a, b) => a.expr.start - b.expr.start);
  const [first] = added;
  const place = first?.adder && outermost(first.adder, use, context);
  if (!first || !place) return undefined;
  const edits: TextEdit[] = [];
  const atOnce = first.conditional ? [] : params.filter(({ unit }) => unit === first);
  const declared = declaration(list, atOnce, context);
  edits.push(insertBefore(place, declared.lines, context), ...declared.edits);
  for (const unit of units) {
    const own = params.filter((param) => param.unit === unit && !atOnce.includes(param));
    if (own.length === 0) continue;
    const lines = pushes(list, own, context);
    if (unit.adder) {
      const pushed = pushBefore(unit.adder, lines, context);
      if (!pushed) return undefined;
      edits.push(...pushed);
      continue;
    }
    // Values of the text at its use come last.
    const isLast = params.slice(-own.length).every((param) => own.includes(param));
    const statement = ownLine(use, context);
    if (!statement || (isOrdered && !isLast)) return undefined;
    edits.push(insertBefore(statement, lines, context));
  }
  return edits;
}

/** The outermost statement around a part that does not have the use in it too. */
function outermost(part: Node, use: Span, context: RuleContext): Span | undefined {
  const own = nodesAt(context.module, part).filter(
    (node): node is Stmt => !contains(node, use) && node.kind !== 'block',
  );
  const [first] = own;
  return first && ownLine(first, context);
}

function declaration(
  list: string,
  params: readonly Param[],
  context: RuleContext,
): { readonly lines: readonly string[]; readonly edits: readonly TextEdit[] } {
  const inner = params
    .map(({ written, isList }) => (isList ? `...${written}` : written))
    .join(', ');
  switch (context.module.language) {
    case 'javascript':
      return { lines: [`const ${list} = [${inner}];`], edits: [] };
    case 'typescript':
      return { lines: [`const ${list}: unknown[] = [${inner}];`], edits: [] };
    case 'python':
    case 'ruby':
      return { lines: [`${list} = [${inner.replaceAll('...', '*')}]`], edits: [] };
    case 'php':
      return { lines: [`${list} = [${inner}];`], edits: [] };
    case 'java': {
      const type = importClass(context, 'java.util.List');
      const made = importClass(context, 'java.util.ArrayList');
      return {
        lines: [
          `${type.name}<Object> ${list} = new ${made.name}<>();`,
          ...pushes(list, params, context),
        ],
        edits: [...type.edits, ...made.edits],
      };
    }
  }
}

function pushes(list: string, params: readonly Param[], context: RuleContext): readonly string[] {
  const { language } = context.module;
  return params.map((param) => push(list, param, language));
}

function push(list: string, { written, isList }: Param, language: LanguageId): string {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return `${list}.push(${isList ? '...' : ''}${written});`;
    case 'python':
      return `${list}.${isList ? 'extend' : 'append'}(${written})`;
    case 'ruby':
      return isList ? `${list}.concat(${written})` : `${list} << ${written}`;
    case 'php':
      return isList ? `array_push(${list}, ...${written});` : `${list}[] = ${written};`;
    case 'java':
      return isList ? `${list}.addAll(${written});` : `${list}.add(${written});`;
  }
}

/** Lines in front of a statement, with braces where it is the only one of a branch. */
function pushBefore(
  part: Node,
  lines: readonly string[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text, module } = context;
  const path = nodesAt(module, part);
  const modified = path.findLast((node) => node.kind === 'if' && isModifier(node, part));
  const statement = ownLine(part, context);
  if (statement && !modified) return [insertBefore(statement, lines, context)];
  if (module.language === 'ruby') {
    if (modified?.kind !== 'if' || !ownLine(modified, context)) return undefined;
    const word = /\b(?:if|unless)\b/.exec(text.slice(part.end, modified.test.start))?.[0];
    if (word === undefined) return undefined;
    const condition = `${word} ${source(context, modified.test)}`;
    return [
      insertBefore(
        modified,
        lines.map((line) => `${line} ${condition}`),
        context,
      ),
    ];
  }
  const bare = path.findLast((node) => node.kind === 'expr');
  if (!bare) return undefined;
  if (module.language === 'python') return [insertAt(bare.start, `${lines.join('; ')}; `)];
  const end = text[bare.end] === ';' ? bare.end + 1 : bare.end;
  return [insertAt(bare.start, `{ ${lines.join(' ')} `), insertAt(end, ' }')];
}

/** Ruby's `x if y`: what is done stands in front of the condition. */
function isModifier(statement: Node, part: Node): boolean {
  return statement.kind === 'if' && statement.test.start >= part.end;
}
