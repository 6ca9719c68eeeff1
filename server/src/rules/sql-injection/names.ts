import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Expr, LanguageId } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source } from '../edits';
import { importClass } from '../repairs/imports';
import { type Rewrite, replaceName } from '../repairs/parameters/placeholders';
import { type Assembly, definitionsOf, type HolePiece } from '../repairs/parameters/text';
import { parameterName } from '../repairs/parameters/values';
import { insertBefore, ownLine } from '../repairs/statements';
import { harmfulTo } from '../repairs/wrap';
import type { RuleContext } from '../rule';
import { freshName } from './binding';

/** Names of tables and columns take no placeholder: they must be one of a list. */

export interface NamePlan {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The list is to be filled in. */
  readonly safe: boolean;
}

type NameKind = 'column' | 'table' | 'procedure' | 'direction';

const examples = {
  column: { names: ['id', 'name'], title: 'Allow only columns from a list' },
  table: { names: ['users', 'orders'], title: 'Allow only tables from a list' },
  procedure: { names: ['list_users', 'list_orders'], title: 'Allow only procedures from a list' },
} as const;

/** Puts each harmful name of a text through a list; undefined where one is more than a name. */
export function planNames(
  { names, assembly, before }: Rewrite,
  text: SiteArg,
  context: RuleContext,
): NamePlan | undefined {
  const harmful = names.filter(({ hole }) => isHarmful(hole, text, context));
  if (harmful.length === 0) return undefined;
  const edits: TextEdit[] = [];
  const kinds: NameKind[] = [];
  const taken = new Set<string>();
  const known = new Map<string, Allowed>();
  for (const { hole } of harmful) {
    const kind = kindOf(hole, assembly, before);
    if (!kind) return undefined;
    kinds.push(kind);
    const key = `${kind} ${source(context, hole.node)}`;
    const allowed = known.get(key) ?? allowedName(hole.node, kind, taken, context);
    known.set(key, allowed);
    const replaced = replaceName(hole, allowed.written, allowed.isName, context);
    if (!replaced) return undefined;
    edits.push(...replaced, ...allowed.edits);
  }
  return { edits, ...titleOf(kinds) };
}

/** What takes a name alone: `order(params[:sort])`. */
export function planWhole(node: Expr, kind: 'column' | 'table', context: RuleContext): NamePlan {
  const allowed = allowedName(node, kind, new Set(), context);
  const { start, end } = node;
  return {
    edits: [{ start, end, newText: allowed.written }, ...allowed.edits],
    ...titleOf([kind]),
  };
}

function titleOf(kinds: readonly NameKind[]): { title: string; safe: boolean } {
  const listed = kinds.find((kind) => kind !== 'direction');
  if (!listed) return { title: 'Allow only ASC and DESC', safe: true };
  const { title, names } = examples[listed];
  return { title: `${title} (${names.join(', ')})`, safe: false };
}

function isHarmful(hole: HolePiece, text: SiteArg, context: RuleContext): boolean {
  const piece = text.value.text?.pieces.find(({ node }) => node === hole.node);
  if (!piece) return true;
  return piece.text === undefined && harmfulTo('sql', context)(piece.value, hole.node);
}

/** What a hole names, by the text in front of it. */
function kindOf(hole: HolePiece, assembly: Assembly, opening: string): NameKind | undefined {
  const pieces = assembly.texts.find((all) => all.includes(hole)) ?? [];
  const at = pieces.indexOf(hole);
  const written = pieces
    .slice(0, at)
    .map((piece) =>
      piece.kind === 'text' ? piece.node.value : piece.kind === 'fixed' ? piece.text : 'x',
    )
    .join('');
  const before = opening + written;
  if (/\b(?:FROM|JOIN|INTO|UPDATE|TABLE|DESCRIBE|DESC)\s+[`"[]?$/i.test(before)) return 'table';
  if (/\b(?:CALL|EXEC|EXECUTE)\s+$/i.test(before)) return 'procedure';
  if (/\b(?:ORDER|GROUP)\s+BY\s+(?:[\w.`"[\]]+(?:\s+(?:ASC|DESC))?\s*,\s*)*[`"[]?$/i.test(before))
    return 'column';
  if (/\bORDER\s+BY\s[^()]*[\w`"\])]\s+$/i.test(before)) return 'direction';
  if (/\bSELECT\s+(?:DISTINCT\s+)?(?:[\w.*]+\s*,\s*)*$/i.test(before)) return 'column';
  if (/\b(?:(?:TABLE|INTO)\s+\S+|USING)\s*\((?:[^()]*,)?\s*[`"[]?$/i.test(before)) return 'column';
  if (/[\w`"\]]\.[`"[]?$/.test(before)) return 'column';
  // In a condition only what is compared is a column, and no condition as a whole.
  const next = pieces[at + 1];
  const after = next?.kind === 'text' ? next.node.value : '';
  const isCompared = /^[`"\]]?\s*(?:=|<|>|!=|(?:NOT\s+)?(?:LIKE|IN|BETWEEN)\b|IS\b)/i.test(after);
  return isCompared && /\b(?:WHERE|AND|OR|SET|ON|HAVING)\s+[`"[]?$/i.test(before)
    ? 'column'
    : undefined;
}

interface Allowed {
  /** What takes the place of the name. */
  readonly written: string;
  readonly isName: boolean;
  readonly edits: readonly TextEdit[];
}

/** The name if it is one of the list, in a variable where a line fits in front. */
function allowedName(
  node: Expr,
  kind: NameKind,
  taken: Set<string>,
  context: RuleContext,
): Allowed {
  const { language } = context.module;
  const written = source(context, node);
  const bare = language === 'php' && /^[A-Za-z_]\w*$/.test(written) ? `$${written}` : written;
  const statement = ownLine(node, context);
  const lines: string[] = [];
  const nameOf = (...words: readonly string[]) => {
    const wanted = words.map((word) => cased(word, language)).filter((one) => !taken.has(one));
    const isAlike = (site: Site) => isMadeWith(site, written, context);
    const fresh = freshName(wanted, node, context, isAlike);
    taken.add(fresh);
    return language === 'php' ? `$${fresh}` : fresh;
  };
  let given = bare;
  // What a call gives may be another thing each time.
  if (statement && node.kind === 'call' && kind !== 'direction') {
    given = nameOf('requested', `requested ${kind}`);
    lines.push(declaration(given, bare, language));
  }
  const { expr, edits } = checkedName(given, kind, context);
  if (!statement) return { written: `(${expr})`, isName: false, edits };
  // The same kind of name may come from other data too: it is called after its own.
  const stem = parameterName(node, new Set(), context).replace(/([a-z])([A-Z])/g, '$1 $2');
  const isNamed = stem.toLowerCase().includes(kind) || kind.startsWith(stem.toLowerCase());
  const own = isNamed ? `allowed ${kind}` : `${stem} ${kind}`;
  const name = nameOf(own.toLowerCase(), `allowed ${kind}`);
  lines.push(declaration(name, expr, language));
  return {
    written: name,
    isName: true,
    edits: [...edits, insertBefore(statement, lines, context)],
  };
}

/** Whether a statement has an expression in its text, where it stands or in its variable. */
function isMadeWith(site: Site, written: string, context: RuleContext): boolean {
  if (source(context, site.node).includes(written)) return true;
  const text = role(site, 'text')?.node;
  return (
    text?.kind === 'name' &&
    definitionsOf(text, context).some(({ expr }) => source(context, expr).includes(written))
  );
}

/** `table name` as the language writes names: `tableName`, `table_name`. */
function cased(words: string, language: LanguageId): string {
  return language === 'python' || language === 'ruby'
    ? words.replaceAll(' ', '_')
    : words.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}

function declaration(name: string, expr: string, language: LanguageId): string {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return `const ${name} = ${expr};`;
    case 'java':
      return `String ${name} = ${expr};`;
    case 'php':
      return `${name} = ${expr};`;
    case 'python':
    case 'ruby':
      return `${name} = ${expr}`;
  }
}

function checkedName(
  name: string,
  kind: NameKind,
  context: RuleContext,
): { readonly expr: string; readonly edits: readonly TextEdit[] } {
  const { language } = context.module;
  if (kind === 'direction') return { expr: checkedDirection(name, language), edits: [] };
  const { names } = examples[kind];
  const q = language === 'java' ? '"' : "'";
  const list = names.map((one) => q + one + q).join(', ');
  const other = q + names[0] + q;
  switch (language) {
    case 'javascript':
      return { expr: `[${list}].includes(${name}) ? ${name} : ${other}`, edits: [] };
    case 'typescript':
      // The value may have another type, which `includes` does not take.
      return { expr: `[${list}].find((allowed) => allowed === ${name}) ?? ${other}`, edits: [] };
    case 'python':
      return { expr: `${name} if ${name} in (${list}) else ${other}`, edits: [] };
    case 'java': {
      const arrays = importClass(context, 'java.util.Arrays');
      return {
        expr: `${arrays.name}.asList(${list}).contains(${name}) ? ${name} : ${other}`,
        edits: arrays.edits,
      };
    }
    case 'php':
      return { expr: `in_array(${name}, [${list}], true) ? ${name} : ${other}`, edits: [] };
    case 'ruby':
      return { expr: `%w[${names.join(' ')}].include?(${name}) ? ${name} : ${other}`, edits: [] };
  }
}

function checkedDirection(name: string, language: LanguageId): string {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return `String(${name}).toLowerCase() === 'desc' ? 'DESC' : 'ASC'`;
    case 'python':
      return `'DESC' if str(${name}).lower() == 'desc' else 'ASC'`;
    case 'java':
      return `"desc".equalsIgnoreCase(${name}) ? "DESC" : "ASC"`;
    case 'php':
      return `strtolower(${name}) === 'desc' ? 'DESC' : 'ASC'`;
    case 'ruby':
      return `${name}.to_s.downcase == 'desc' ? 'DESC' : 'ASC'`;
  }
}
