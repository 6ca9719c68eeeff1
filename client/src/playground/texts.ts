/** Results as text for other programs. */

/** A value as it stands in a cell; NULL is empty. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Rows for a spreadsheet’s clipboard: tabs between cells. */
export function tsv(rows: readonly (readonly unknown[])[]): string {
  return rows
    .map((row) => row.map((value) => cellText(value).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

/** As RFC 4180 says. NULL is nothing between the commas, and empty text is `""`. */
export function csv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const line = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\r\n`;
  return line(columns) + rows.map(line).join('');
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = cellText(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Sorts as people expect: numbers by their size, also where they are text; NULL last. */
export function compareCells(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  return cellText(a).localeCompare(cellText(b), undefined, { numeric: true });
}

/** A number, also one that is written as text so as to be exact. */
export function isNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value);
}
