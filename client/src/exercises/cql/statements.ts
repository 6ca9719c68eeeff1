/** The statements of CQL that a learner writes, as plain data. */

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
}

export interface Table {
  readonly kind: 'table';
  readonly name: string;
  readonly offset: number;
  readonly columns: readonly Column[];
  readonly partition: readonly string[];
  readonly clustering: readonly { readonly name: string; readonly descending: boolean }[];
}

export interface Value {
  readonly kind: 'text' | 'number' | 'uuid' | 'boolean' | 'null' | 'marker' | 'other';
  readonly text: string;
  readonly offset: number;
}

export type Operator = '=' | '<' | '<=' | '>' | '>=' | 'in' | 'contains';

export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly values: readonly Value[];
  readonly offset: number;
}

export interface Named {
  readonly name: string;
  readonly offset: number;
}

export interface Select {
  readonly kind: 'select';
  readonly table: Named;
  readonly offset: number;
  readonly all: boolean;
  /** Plain columns and the columns inside of functions. */
  readonly columns: readonly (Named & { readonly inFunction: boolean })[];
  readonly where: readonly Condition[];
  readonly group: readonly Named[];
  readonly order: readonly (Named & { readonly descending: boolean })[];
  /** Where ALLOW FILTERING stands. */
  readonly filtering?: number;
}

export interface Insert {
  readonly kind: 'insert';
  readonly table: Named;
  readonly offset: number;
  readonly columns: readonly Named[];
  readonly values: readonly Value[];
}

export type Statement = Table | Select | Insert;

/** The columns of a primary key, in order. */
export function keyOf(table: Table): string[] {
  return [...table.partition, ...table.clustering.map(({ name }) => name)];
}
