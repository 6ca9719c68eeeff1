import type { Language } from 'web-tree-sitter';
import type { GrammarId, GrammarInfo } from './flatTree';

/** Symbol of an ERROR node in every grammar (`ts_builtin_sym_error`). */
export const errorSymbol = 0xffff;

/** A grammar's tables, with symbols of one name made one (`canonical`). */
export interface GrammarTables extends GrammarInfo {
  /** Symbol number to the one that stands for all of its name. */
  readonly canonical: Uint16Array;
  readonly named: Uint8Array;
  /**
   * 1 for symbols whose nodes never have children: tokens without a name. A name of two words may
   * stand for two tokens (`not in`).
   */
  readonly leaf: Uint8Array;
}

export function grammarInfo(id: GrammarId, language: Language): GrammarTables {
  const count = language.nodeTypeCount;
  const symbolNames: string[] = [];
  const canonical = new Uint16Array(0x10000);
  const named = new Uint8Array(0x10000);
  const leaf = new Uint8Array(0x10000);
  const namedSymbols = new Map<string, number>([['ERROR', errorSymbol]]);
  const tokens = new Map<string, number>();
  canonical[errorSymbol] = errorSymbol;
  named[errorSymbol] = 1;
  for (let symbol = 0; symbol < count; symbol++) {
    const name = language.nodeTypeForId(symbol) ?? '';
    const isNamed = language.nodeTypeIsNamed(symbol);
    symbolNames.push(name);
    named[symbol] = isNamed ? 1 : 0;
    leaf[symbol] = isNamed || name.includes(' ') ? 0 : 1;
    const table = isNamed ? namedSymbols : tokens;
    if (!table.has(name)) table.set(name, symbol);
    canonical[symbol] = table.get(name) ?? symbol;
  }
  const fieldNames: (string | null)[] = [null];
  const fields = new Map<string, number>();
  for (let field = 1; field <= language.fieldCount; field++) {
    const name = language.fieldNameForId(field);
    fieldNames.push(name);
    if (name !== null) fields.set(name, field);
  }
  const find = (table: ReadonlyMap<string, number>, what: string) => (name: string) => {
    const found = table.get(name);
    if (found === undefined) throw new Error(`the grammar ${id} has no ${what} "${name}"`);
    return found;
  };
  return {
    id,
    symbolNames,
    fieldNames,
    canonical,
    named,
    leaf,
    symbol: find(namedSymbols, 'node type'),
    token: find(tokens, 'token'),
    field: find(fields, 'field'),
  };
}
