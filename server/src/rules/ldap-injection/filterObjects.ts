import type { SiteArg } from '../../engine/sites';
import type { Expr, StringBuild } from '../../ir/types';
import { nodesAt, source } from '../edits';
import { importModule } from '../repairs/imports';
import { isText } from '../repairs/parameters/text';
import { isHere } from '../repairs/wrap';
import type { FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/**
 * JavaScript: the filters of ldapjs and ldapts as objects, whose values are no syntax:
 * https://github.com/ldapjs/node-ldapjs/blob/master/docs/filters.md
 */
export function filterObjects(arg: SiteArg, context: RuleContext): readonly FixDraft[] {
  const build = filterText(arg.node, context);
  const library = /['"](ldapjs|ldapts)['"]/.exec(context.text)?.[1];
  if (!build || library === undefined) return [];
  const parts = build.parts.map((part) => (isText(part) ? part.value : part));
  const parser = new FilterParser(parts);
  const filter = parser.filter();
  if (!filter || !parser.isDone()) return [];
  const imported = importModule(context, library, library === 'ldapjs' ? 'ldap' : 'ldapts');
  const newText = written(filter, imported.name, context);
  const { start, end } = build;
  return [
    {
      title: `Use filter objects (${library})`,
      edits: [{ start, end, newText }, ...imported.edits],
      safe: true,
    },
  ];
}

/** The text of the filter: the argument itself, or `filter` of the options. */
function filterText(node: Expr, context: RuleContext): StringBuild | undefined {
  if (node.kind === 'string') return node.holes ? undefined : node;
  if (node.kind === 'map') {
    const entry = node.entries.find(({ key }) => key?.kind === 'literal' && key.value === 'filter');
    return entry && filterText(entry.value, context);
  }
  if (node.kind !== 'name') return undefined;
  const given = assignmentsTo(node.name, node, context.module);
  const [only] = given;
  if (given.length !== 1 || !only || !isHere(only, context)) return undefined;
  // The text may be shown or run elsewhere too.
  const isMap = only.kind === 'map';
  const isOnly = nodesAt(context.module, only).some(({ kind }) => kind === 'assign');
  return isOnly && (isMap || only.kind === 'string') ? filterText(only, context) : undefined;
}

type Filter =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'present'; readonly attribute: string }
  | {
      readonly kind: 'equal';
      readonly attribute: string;
      readonly value: readonly (string | Expr)[];
    };

/** Reads a filter with values in it: https://www.rfc-editor.org/rfc/rfc4515 */
class FilterParser {
  private readonly parts: (string | Expr)[];

  constructor(parts: readonly (string | Expr)[]) {
    this.parts = [...parts];
  }

  isDone(): boolean {
    return this.parts.every((part) => typeof part === 'string' && part.trim() === '');
  }

  filter(): Filter | undefined {
    if (!this.take(/^\s*\(/)) return undefined;
    const sign = this.take(/^[&|!]/);
    const found = sign === undefined ? this.comparison() : this.compound(sign);
    return found && this.take(/^\s*\)\s*/) !== undefined ? found : undefined;
  }

  private compound(sign: string): Filter | undefined {
    const filters: Filter[] = [];
    for (let next = this.filter(); next; next = this.filter()) filters.push(next);
    const [first] = filters;
    if (!first) return undefined;
    if (sign === '!') return filters.length === 1 ? { kind: 'not', filter: first } : undefined;
    return { kind: sign === '&' ? 'and' : 'or', filters };
  }

  private comparison(): Filter | undefined {
    const attribute = this.take(/^[\w;.-]+/);
    if (attribute === undefined || this.take(/^=/) === undefined) return undefined;
    const value: (string | Expr)[] = [];
    for (;;) {
      const text = this.take(/^[^()]+/);
      const [next] = this.parts;
      if (text !== undefined) value.push(text);
      else if (next !== undefined && typeof next !== 'string') {
        value.push(next);
        this.parts.shift();
      } else break;
    }
    if (value.length === 1 && value[0] === '*') return { kind: 'present', attribute };
    // Parts of a value take another object.
    if (value.some((part) => typeof part === 'string' && /[*\\]/.test(part))) return undefined;
    return { kind: 'equal', attribute, value };
  }

  private take(pattern: RegExp): string | undefined {
    while (this.parts[0] === '') this.parts.shift();
    const [first] = this.parts;
    if (typeof first !== 'string') return undefined;
    const found = pattern.exec(first)?.[0];
    if (found === undefined) return undefined;
    this.parts[0] = first.slice(found.length);
    return found;
  }
}

function written(filter: Filter, library: string, context: RuleContext): string {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const name = filter.kind === 'and' ? 'AndFilter' : 'OrFilter';
      const inner = filter.filters.map((one) => written(one, library, context)).join(', ');
      return `new ${library}.${name}({ filters: [${inner}] })`;
    }
    case 'not':
      return `new ${library}.NotFilter({ filter: ${written(filter.filter, library, context)} })`;
    case 'present':
      return `new ${library}.PresenceFilter({ attribute: '${filter.attribute}' })`;
    case 'equal': {
      const [only] = filter.value;
      const value =
        filter.value.length === 1 && only !== undefined
          ? typeof only === 'string'
            ? `'${only}'`
            : source(context, only)
          : `\`${filter.value.map((part) => (typeof part === 'string' ? part : `\${${source(context, part)}}`)).join('')}\``;
      return `new ${library}.EqualityFilter({ attribute: '${filter.attribute}', value: ${value} })`;
    }
  }
}
