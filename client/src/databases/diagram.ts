import dagre from '@dagrejs/dagre';
import { shortType, type Table } from './schema';

/** An entity-relationship picture as SVG: boxes for tables, crow’s feet where there are many. */
export interface Diagram {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const LETTER = 7.3;
const ROW = 22;
const HEAD = 30;
const PAD = 10;
const MARGIN = 24;
/** Room for a crow’s foot. */
const FOOT = 14;

interface Box {
  readonly table: Table;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Colours by class, for a page that defines them; `standalone` brings its own, for a file. */
export function drawDiagram(tables: readonly Table[], standalone = false): Diagram {
  const shown = tables.filter(({ kind }) => kind === 'table');
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 90, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const table of shown) graph.setNode(idOf(table), sizeOf(table));
  for (const table of shown) {
    for (const key of table.foreignKeys) {
      const target = idOf({ schema: key.schema, name: key.table });
      if (graph.hasNode(target)) graph.setEdge(target, idOf(table), {}, key.name);
    }
  }
  dagre.layout(graph);
  const boxes = new Map<string, Box>();
  for (const table of shown) {
    const { x, y } = graph.node(idOf(table)) as { x: number; y: number };
    const { width, height } = sizeOf(table);
    boxes.set(idOf(table), { table, x: x - width / 2, y: y - height / 2, width, height });
  }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const size = { width: Math.ceil(width) + MARGIN, height: Math.ceil(height) + MARGIN };
  const lines = shown.flatMap((table) =>
    table.foreignKeys.flatMap((key) => {
      const from = boxes.get(idOf(table))!;
      const to = boxes.get(idOf({ schema: key.schema, name: key.table }));
      return to === undefined ? [] : [line(from, to, key)];
    }),
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-label="${escapeXml(describe(shown))}">` +
    (standalone ? `<style>${STYLE}</style><rect class="paper" width="100%" height="100%"/>` : '') +
    lines.join('') +
    [...boxes.values()].map(box).join('') +
    '</svg>';
  return { svg, ...size };
}

/** For a file, which no editor’s theme reaches: light, and dark where the system is. */
const STYLE = `
:root { color-scheme: light dark }
text { font: 12px ui-monospace, "SF Mono", Menlo, Consolas, monospace; fill: #1f1f1f }
.paper { fill: #ffffff } .box { fill: #ffffff; stroke: #6b6b6b } .head { fill: #e8eef7; stroke: #6b6b6b }
.title { font-weight: 700 } .type, .mark { fill: #5a5a5a } .line { fill: none; stroke: #4a6fa5; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e4e4 } .paper { fill: #1f1f1f } .box { fill: #1f1f1f; stroke: #8b8b8b } .head { fill: #2b3648; stroke: #8b8b8b }
  .type, .mark { fill: #b0b0b0 } .line { stroke: #7ea6e0 }
}`;

function idOf({ schema, name }: { schema: string; name: string }): string {
  return `${schema}.${name}`;
}

function titleOf({ schema, name }: Table): string {
  return schema === 'public' || schema === '' ? name : `${schema}.${name}`;
}

function markOf(table: Table, column: Table['columns'][number]): string {
  const isForeign = table.foreignKeys.some(({ columns }) => columns.includes(column.name));
  return [
    column.isPrimary ? 'PK' : '',
    isForeign ? 'FK' : '',
    !column.isPrimary && column.isUnique ? 'U' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function typeOf({ type, nullable }: Table['columns'][number]): string {
  const short = shortType(type);
  return nullable ? `${short}?` : short;
}

/** Widths of the three columns of a box: marks, names, types. */
function widthsOf(table: Table): readonly [number, number, number] {
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map(({ length }) => length)) * LETTER;
  return [
    widest(table.columns.map((column) => markOf(table, column))),
    widest(table.columns.map(({ name }) => name)),
    widest(table.columns.map(typeOf)),
  ];
}

function sizeOf(table: Table): { width: number; height: number } {
  const [marks, names, types] = widthsOf(table);
  const rows = marks + names + types + (marks > 0 ? PAD : 0) + PAD * 3;
  const width = Math.max(rows, titleOf(table).length * (LETTER + 0.6) + PAD * 2, 120);
  return { width: Math.ceil(width), height: HEAD + table.columns.length * ROW + PAD / 2 };
}

function box({ table, x, y, width, height }: Box): string {
  const [marks, names] = widthsOf(table);
  const nameX = x + PAD + (marks > 0 ? marks + PAD : 0);
  const rows = table.columns.map((column, i) => {
    const at = y + HEAD + i * ROW + 15;
    const name = column.isPrimary ? ' class="title"' : '';
    return (
      `<text class="mark" x="${x + PAD}" y="${at}">${markOf(table, column)}</text>` +
      `<text${name} x="${nameX}" y="${at}">${escapeXml(column.name)}</text>` +
      `<text class="type" x="${nameX + names + PAD}" y="${at}">${escapeXml(typeOf(column))}</text>`
    );
  });
  return (
    `<g><title>${escapeXml(describeTable(table))}</title>` +
    `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>` +
    `<path class="head" d="M${x} ${y + HEAD}V${y + 4}q0-4 4-4H${x + width - 4}q4 0 4 4V${y + HEAD}Z"/>` +
    `<text class="title" x="${x + PAD}" y="${y + 20}">${escapeXml(titleOf(table))}</text>` +
    `${rows.join('')}</g>`
  );
}

/** From the referring table, where there are many, to the one that it refers to. */
function line(from: Box, to: Box, key: Table['foreignKeys'][number]): string {
  const columns = from.table.columns.filter(({ name }) => key.columns.includes(name));
  const isOptional = columns.some(({ nullable }) => nullable);
  const isSingle =
    key.columns.length === 1
      ? columns.some(({ isUnique }) => isUnique) ||
        (columns.every(({ isPrimary }) => isPrimary) &&
          from.table.columns.filter(({ isPrimary }) => isPrimary).length === 1)
      : false;
  const y1 = rowOf(from, key.columns[0]);
  const y2 = rowOf(to, key.references[0]);
  const isSelf = from === to;
  // Lines leave to the side where the other table is.
  const leaves = isSelf || from.x + from.width / 2 < to.x + to.width / 2 ? 1 : -1;
  const arrives = isSelf ? 1 : -leaves;
  const x1 = leaves > 0 ? from.x + from.width : from.x;
  const x2 = arrives > 0 ? to.x + to.width : to.x;
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  const path = `M${x1 + leaves * FOOT} ${y1}C${x1 + leaves * bend} ${y1} ${x2 + arrives * bend} ${y2} ${x2 + arrives * FOOT} ${y2}`;
  return (
    `<g><title>${escapeXml(`${titleOf(from.table)}.${key.columns.join(', ')} refers to ${titleOf(to.table)}.${key.references.join(', ')}`)}</title>` +
    `<path class="line" d="${path}"/>` +
    `<path class="line" d="${isSingle ? bar(x1, y1, leaves) : foot(x1, y1, leaves)}"/>` +
    `<path class="line" d="${isOptional ? ring(x2, y2, arrives) : bar(x2, y2, arrives)}"/></g>`
  );
}

/** Many: three toes at the table. */
function foot(x: number, y: number, side: number): string {
  const end = x + side * FOOT;
  return `M${end} ${y}L${x} ${y - 6}M${end} ${y}L${x} ${y}M${end} ${y}L${x} ${y + 6}`;
}

/** Exactly one: a bar. */
function bar(x: number, y: number, side: number): string {
  const at = x + side * 7;
  return `M${x} ${y}H${x + side * FOOT}M${at} ${y - 6}V${y + 6}`;
}

/** None or one: a ring and a bar. */
function ring(x: number, y: number, side: number): string {
  const at = x + side * 4;
  const start = x + side * FOOT;
  return `M${x} ${y}H${at + side * 2}M${at} ${y - 6}V${y + 6}M${start} ${y}a4 4 0 1 0 ${-side * 8} 0a4 4 0 1 0 ${side * 8} 0`;
}

function rowOf({ table, y }: Box, column: string | undefined): number {
  const i = Math.max(
    0,
    table.columns.findIndex(({ name }) => name === column),
  );
  return y + HEAD + i * ROW + ROW / 2;
}

/** What the picture says, for those who hear it. */
function describe(tables: readonly Table[]): string {
  return `Tables: ${tables.map(describeTable).join(' ')}`;
}

function describeTable(table: Table): string {
  const keys = table.foreignKeys.map(
    ({ columns, table: other }) => `${columns.join(', ')} refers to ${other}`,
  );
  const names = table.columns.map(({ name }) => name).join(', ');
  return `${titleOf(table)} (${names})${keys.length === 0 ? '' : `; ${keys.join('; ')}`}.`;
}

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!,
  );
}
