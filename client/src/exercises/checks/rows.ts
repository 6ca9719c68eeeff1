import type { Problem, QueryDefinition } from '../model';
import { shown } from '../show';
import { sorted } from '../sorted';

/** Comparing what a query gave with what ours gives on the same data. */

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

type Difference = Pick<Problem, 'expected' | 'seen'>;

/** Names, values and, when asked for, the order of rows. */
export function compareTables(wanted: Table, got: Table, ordered: boolean): Difference | undefined {
  const names = wanted.columns.map((name) => name.toLowerCase());
  const seenNames = got.columns.map((name) => name.toLowerCase());
  if (names.join() !== seenNames.join()) {
    return {
      expected: `the columns ${names.join(', ')}`,
      seen: `the columns ${seenNames.join(', ')}`,
    };
  }
  return compareLists(wanted.rows.map(plain), got.rows.map(plain), ordered, 'row');
}

/** @param what a row or a document */
export function compareLists(
  wanted: readonly unknown[],
  got: readonly unknown[],
  ordered: boolean,
  what: 'row' | 'document',
): Difference | undefined {
  const keys = (list: readonly unknown[]) => list.map((each) => JSON.stringify(sorted(each)));
  const a = keys(wanted);
  const b = keys(got);
  const many = (count: number) => `${count} ${what}${count === 1 ? '' : 's'}`;
  const missing = without(a, b);
  const extra = without(b, a);
  if (missing.length === 0 && extra.length === 0) {
    const at = ordered ? a.findIndex((each, index) => each !== b[index]) : -1;
    if (at < 0) return undefined;
    return {
      expected: `${what} ${at + 1} is ${cut(a[at])}: the order counts`,
      seen: `${what} ${at + 1} is ${cut(b[at])}`,
    };
  }
  if (b.length === 0) return { expected: many(a.length), seen: `no ${what}` };
  if (a.length !== b.length) {
    const example = missing.length > 0 ? `, ${cut(missing[0])} among them` : '';
    const wrong = extra.length > 0 ? `, ${cut(extra[0])} among them` : '';
    return { expected: `${many(a.length)}${example}`, seen: `${many(b.length)}${wrong}` };
  }
  return { expected: `a ${what} ${cut(missing[0])}`, seen: `a ${what} ${cut(extra[0])}` };
}

/** What is in a list more often than in another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

function plain(row: readonly unknown[]): unknown[] {
  return row.map((value) => {
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'bigint') return Number(value);
    // Drivers give NUMERIC as text: 12.50 and 12.5 are the same amount, and 37 may be NUMERIC or not.
    if (typeof value === 'string' && /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(value)) {
      return Number(Number(value).toPrecision(12));
    }
    if (typeof value === 'number') return Number(value.toPrecision(12));
    return value;
  });
}

function cut(text = 'nothing'): string {
  return shown(JSON.parse(text === 'nothing' ? 'null' : text));
}

/** Which query a message is about: its name, and the data when there are several sets. */
export function queryName({ name }: QueryDefinition, data: string | undefined): string {
  return data === undefined ? name : `${name} (with other data)`;
}
