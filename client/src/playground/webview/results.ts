import type { FromPage, Shown, ShownError, ShownResult, State, ToPage } from '../protocol';
import { cellText, compareCells, isNumber, tsv } from '../texts';

/** The page that shows results: a table, a tree of documents, or a line of text. */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const host = acquireVsCodeApi();
const ROWS_A_PAGE = 200;
const DOCUMENTS_A_PAGE = 50;
/** So many parts of a document are open at first. */
const OPEN_DEPTH = 2;

const main = document.querySelector('main')!;
const live = document.querySelector('#live')!;

type Child = Node | string | undefined;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined));
  return made;
}

function button(text: string, run: () => void, attributes: Record<string, string | boolean> = {}) {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', run);
  return made;
}

function say(text: string): void {
  live.textContent = text;
}

const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

function duration(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '';
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

let selected = 0;

function show(state: State, isNew: boolean): void {
  if (isNew || selected >= state.results.length) selected = Math.max(0, state.results.length - 1);
  main.setAttribute('aria-busy', String(state.isRunning));
  if (state.isRunning) {
    main.replaceChildren(
      element(
        'p',
        { class: 'status' },
        element('span', { class: 'spinner', 'aria-hidden': 'true' }),
        `${state.database ?? 'The database'} is at work. `,
        button('Stop', () => host.postMessage({ kind: 'cancel' })),
      ),
    );
    return;
  }
  if (state.database === undefined) {
    main.replaceChildren(
      element(
        'p',
        { class: 'muted' },
        'Run a statement of a .sql or .mongodb.js file: with Run above it, or with Ctrl+Enter (Cmd+Enter on a Mac).',
      ),
    );
    return;
  }
  const parts: Child[] = [];
  if (state.results.length > 1) parts.push(tabs(state));
  if (state.error !== undefined) parts.push(problem(state.error, state.database));
  const result = state.results[selected];
  if (result !== undefined) parts.push(view(result, selected, state.database));
  main.replaceChildren(...parts.filter((part): part is Node => part instanceof Node));
  const tab = main.querySelector('[role=tab][aria-selected=true]');
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (isNew) announce(state);
}

function announce({ error, results }: State): void {
  const last = results.at(-1);
  say(error?.message ?? (last === undefined ? 'Nothing to run.' : summary(last)));
}

function tabs(state: State): HTMLElement {
  const list = element('div', { role: 'tablist', 'aria-label': 'Results' });
  state.results.forEach((result, i) => {
    const isSelected = i === selected;
    const tab = button(
      `${result.number}: ${result.title}`,
      () => {
        selected = i;
        show(state, false);
        document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
      },
      { role: 'tab', 'aria-selected': String(isSelected), tabindex: isSelected ? '0' : '-1' },
    );
    list.append(tab);
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    selected = (selected + step + state.results.length) % state.results.length;
    show(state, false);
    document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  });
  return list;
}

function problem(error: ShownError, database: string): HTMLElement {
  const box = element(
    'section',
    { class: 'problem', role: 'alert' },
    element('strong', {}, error.message),
    element(
      'p',
      { class: 'muted' },
      `${database}${error.code === undefined ? '' : `, error ${error.code}`} `,
      button(`Line ${error.line + 1}`, () => host.postMessage({ kind: 'goTo', line: error.line }), {
        class: 'link',
      }),
    ),
  );
  if (error.detail !== undefined) box.append(element('p', {}, error.detail));
  if (error.hint !== undefined) box.append(element('p', {}, `Hint: ${error.hint}`));
  return box;
}

function summary({ shown, milliseconds }: ShownResult): string {
  const time = duration(milliseconds);
  const behind = time === '' ? '' : ` in ${time}`;
  if (shown.kind === 'rows') return `${count(shown.total, 'row')}${behind}`;
  if (shown.kind === 'documents') return `${count(shown.total, 'document')}${behind}`;
  return shown.kind === 'message' ? `${shown.text}${behind}` : `One value${behind}`;
}

function view(result: ShownResult, index: number, database: string): HTMLElement {
  const bar = element('div', { class: 'bar', role: 'toolbar', 'aria-label': 'Result' });
  bar.append(
    element('span', { class: 'summary' }, summary(result)),
    element('span', { class: 'muted database' }, database),
    button(`Line ${result.line + 1}`, () => host.postMessage({ kind: 'goTo', line: result.line }), {
      class: 'link',
      title: 'Go to the statement',
    }),
  );
  const section = element('section', { class: 'result' }, bar);
  for (const notice of result.notices) section.append(element('p', { class: 'notice' }, notice));
  const { shown } = result;
  if (shown.kind === 'rows') section.append(...table(shown, index, bar));
  else if (shown.kind === 'documents') section.append(...documents(shown, index, bar));
  else if (shown.kind === 'value') {
    section.append(element('div', { class: 'tree' }, tree(undefined, shown.value, 0)));
    bar.append(
      button('Copy', () => copy(JSON.stringify(shown.value, null, 2) ?? 'undefined', 'the value')),
    );
  }
  return section;
}

function copy(text: string, what: string): void {
  host.postMessage({ kind: 'copy', text, what });
  say(`Copied ${what}.`);
}

/** How one page of many is turned. */
function pager(
  total: number,
  kept: number,
  size: number,
  what: string,
  turn: (page: number) => void,
): { element: HTMLElement; set(page: number): void } {
  const label = element('span', { class: 'muted' });
  let page = 0;
  const last = Math.max(0, Math.ceil(kept / size) - 1);
  const set = (next: number): void => {
    page = Math.max(0, Math.min(last, next));
    const first = page * size + 1;
    const more =
      total > kept
        ? `, the first ${kept.toLocaleString('en')} of ${total.toLocaleString('en')}`
        : '';
    label.textContent = `${what} ${first} to ${Math.min(kept, first + size - 1)} of ${kept.toLocaleString('en')}${more}`;
    back.disabled = page === 0;
    forth.disabled = page === last;
    turn(page);
  };
  const back = button('Previous', () => set(page - 1));
  const forth = button('Next', () => set(page + 1));
  const made = element('div', { class: 'pager' }, back, forth, label);
  made.hidden = last === 0 && total === kept;
  return { element: made, set };
}

type Rows = Extract<Shown, { kind: 'rows' }>;

function table(shown: Rows, index: number, bar: HTMLElement): HTMLElement[] {
  const { columns } = shown;
  let rows = shown.rows;
  let sort: { column: number; direction: 1 | -1 } | undefined;
  let focus = { row: 0, column: 0 };
  let page = 0;

  const body = element('tbody');
  const heads = columns.map((name, column) =>
    element(
      'th',
      { scope: 'col', 'aria-sort': 'none' },
      button(name, () => sortBy(column), { class: 'head', title: `Sort by ${name}` }),
    ),
  );
  const grid = element(
    'table',
    { role: 'grid', 'aria-rowcount': String(shown.rows.length + 1), 'aria-label': 'Rows' },
    element(
      'thead',
      {},
      element('tr', {}, element('th', { scope: 'col', class: 'number' }, '#'), ...heads),
    ),
    body,
  );
  const turning = pager(shown.total, shown.rows.length, ROWS_A_PAGE, 'Rows', (next) => {
    page = next;
    focus = { row: 0, column: focus.column };
    fill();
  });

  const isNumeric = columns.map((_, c) =>
    shown.rows.every(({ [c]: value }) => value === null || isNumber(value)),
  );

  function fill(): void {
    const first = page * ROWS_A_PAGE;
    const lines = rows.slice(first, first + ROWS_A_PAGE).map((row, r) => {
      const line = element('tr', { 'aria-rowindex': String(first + r + 2) });
      line.append(element('th', { scope: 'row', class: 'number' }, String(first + r + 1)));
      row.forEach((value, c) => {
        const isFocus = r === focus.row && c === focus.column;
        line.append(cell(value, isFocus, isNumeric[c] ?? false));
      });
      return line;
    });
    body.replaceChildren(...lines);
  }

  function cellAt(row: number, column: number): HTMLElement | undefined {
    const line = body.children[row];
    return line?.children[column + 1] as HTMLElement | undefined;
  }

  function move(row: number, column: number): void {
    const target = cellAt(row, column);
    if (target === undefined) return;
    cellAt(focus.row, focus.column)?.setAttribute('tabindex', '-1');
    focus = { row, column };
    target.setAttribute('tabindex', '0');
    target.focus();
  }

  function sortBy(column: number): void {
    if (sort?.column !== column) sort = { column, direction: 1 };
    else if (sort.direction === 1) sort = { column, direction: -1 };
    else sort = undefined;
    const chosen = sort;
    rows =
      chosen === undefined
        ? shown.rows
        : [...shown.rows].sort((a, b) => {
            const [x, y] = [a[column], b[column]];
            // NULL stays last, whatever the direction.
            if (x === null || y === null) return compareCells(x, y);
            return chosen.direction * compareCells(x, y);
          });
    heads.forEach((head, i) => {
      const direction = chosen?.column === i ? chosen.direction : undefined;
      head.setAttribute(
        'aria-sort',
        direction === undefined ? 'none' : direction === 1 ? 'ascending' : 'descending',
      );
    });
    turning.set(0);
  }

  grid.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLTableCellElement)) return;
    const last = { row: body.children.length - 1, column: columns.length - 1 };
    const { row, column } = focus;
    const jump = event.ctrlKey || event.metaKey;
    const goals: Record<string, readonly [number, number]> = {
      ArrowUp: [jump ? 0 : row - 1, column],
      ArrowDown: [jump ? last.row : row + 1, column],
      ArrowLeft: [row, jump ? 0 : column - 1],
      ArrowRight: [row, jump ? last.column : column + 1],
      Home: [jump ? 0 : row, 0],
      End: [jump ? last.row : row, last.column],
      PageUp: [Math.max(0, row - 20), column],
      PageDown: [Math.min(last.row, row + 20), column],
    };
    const goal = goals[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      move(Math.max(0, Math.min(last.row, goal[0])), Math.max(0, Math.min(last.column, goal[1])));
    } else if (jump && event.key.toLowerCase() === 'c' && `${getSelection()}` === '') {
      event.preventDefault();
      if (event.shiftKey) copyRow();
      else copyCell();
    } else if (event.key === 'Enter') event.target.classList.toggle('whole');
  });
  grid.addEventListener('click', (event) => {
    const target = (event.target as Element).closest('td');
    const line = target?.parentElement;
    if (!target || !line || `${getSelection()}` !== '') return;
    move([...body.children].indexOf(line), [...line.children].indexOf(target) - 1);
  });
  grid.addEventListener('dblclick', (event) => {
    (event.target as Element).closest('td')?.classList.toggle('whole');
  });

  const focused = (): readonly unknown[] => rows[page * ROWS_A_PAGE + focus.row] ?? [];
  const copyCell = (): void => copy(cellText(focused()[focus.column]), 'the cell');
  const copyRow = (): void => copy(tsv([focused()]), 'the row');
  if (shown.rows.length > 0) {
    bar.append(
      button('Copy cell', copyCell, { title: 'Ctrl+C in the table' }),
      button('Copy row', copyRow, { title: 'Ctrl+Shift+C in the table' }),
      button('Copy all', () => copy(tsv([columns, ...rows]), count(rows.length, 'row'))),
    );
  }
  bar.append(button('Export CSV', () => host.postMessage({ kind: 'export', result: index })));
  turning.set(0);
  return [element('div', { class: 'scroll', tabindex: '-1' }, grid), turning.element];
}

function cell(value: unknown, isFocus: boolean, isNumeric: boolean): HTMLElement {
  const made = element('td', { tabindex: isFocus ? '0' : '-1' });
  if (value === null || value === undefined) {
    made.className = 'null';
    made.textContent = 'NULL';
  } else if (value === '') {
    made.className = 'empty';
    made.textContent = "''";
    made.title = 'Empty text';
  } else {
    const text = cellText(value);
    if (isNumeric) made.className = 'numeric';
    made.textContent = text;
    if (text.length > 40) made.title = 'Enter or a double click shows all of it';
  }
  return made;
}

type Documents = Extract<Shown, { kind: 'documents' }>;

function documents(shown: Documents, index: number, bar: HTMLElement): HTMLElement[] {
  const list = element('div', { class: 'tree' });
  const turning = pager(
    shown.total,
    shown.documents.length,
    DOCUMENTS_A_PAGE,
    'Documents',
    (page) => {
      const first = page * DOCUMENTS_A_PAGE;
      list.replaceChildren(
        ...shown.documents
          .slice(first, first + DOCUMENTS_A_PAGE)
          .map((document, i) => tree(String(first + i + 1), document, 0)),
      );
    },
  );
  if (shown.documents.length > 0) {
    const open = (isOpen: boolean): void => {
      for (const part of list.querySelectorAll('details')) part.open = isOpen;
    };
    bar.append(
      button('Open all', () => open(true)),
      button('Close all', () => open(false)),
      button('Copy all', () =>
        copy(JSON.stringify(shown.documents, null, 2), count(shown.documents.length, 'document')),
      ),
      button('Export JSON', () => host.postMessage({ kind: 'export', result: index })),
    );
  }
  turning.set(0);
  return [list, turning.element];
}

/** A value with its name; what is inside can be folded. */
function tree(name: string | undefined, value: unknown, depth: number): HTMLElement {
  const label = name === undefined ? [] : [element('span', { class: 'key' }, `${name}: `)];
  const scalar = scalarText(value);
  if (scalar !== undefined) {
    return element(
      'div',
      { class: 'leaf' },
      ...label,
      element('span', { class: scalar[0] }, scalar[1]),
    );
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value as object);
  const size = isList
    ? `[ ${count(entries.length, 'element')} ]`
    : `{ ${count(entries.length, 'field')} }`;
  if (entries.length === 0) {
    return element('div', { class: 'leaf' }, ...label, element('span', {}, isList ? '[]' : '{}'));
  }
  const preview = isList ? '' : ` ${previewOf(entries)}`;
  const details = element(
    'details',
    { open: depth < OPEN_DEPTH },
    element(
      'summary',
      {},
      ...label,
      element('span', { class: 'muted' }, size),
      element('span', { class: 'preview muted' }, preview),
    ),
  );
  // Made when it is opened: most of a big document is never looked at.
  const fill = (): void => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(...entries.map(([key, inner]) => tree(key, inner, depth + 1)));
  };
  details.addEventListener('toggle', fill);
  fill();
  return details;
}

function previewOf(entries: readonly (readonly [string, unknown])[]): string {
  const parts = entries.flatMap(([key, value]) => {
    const scalar = scalarText(value);
    return scalar === undefined ? [] : [`${key}: ${scalar[1]}`];
  });
  const text = parts.slice(0, 4).join(', ');
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

/** Kind and text of what has no parts. */
function scalarText(value: unknown): readonly [string, string] | undefined {
  if (value === null) return ['null', 'null'];
  if (value === undefined) return ['null', 'undefined'];
  if (typeof value === 'string') return ['string', JSON.stringify(value)];
  if (typeof value !== 'object') return [typeof value, String(value)];
  const keys = Object.keys(value);
  if (keys.length !== 1) return undefined;
  const inner = Object.values(value)[0] as unknown;
  if (keys[0] === '$oid') return ['special', `ObjectId("${inner}")`];
  if (keys[0] === '$date') return ['special', `ISODate("${inner}")`];
  if (keys[0] === '$regularExpression') {
    const { pattern, options } = inner as { pattern: string; options: string };
    return ['special', `/${pattern}/${options}`];
  }
  return undefined;
}

let lastRun = -1;
addEventListener('message', (event: MessageEvent<ToPage>) => {
  const { state } = event.data;
  const isNew = state.run !== lastRun && !state.isRunning;
  if (isNew) lastRun = state.run;
  show(state, isNew);
});
host.postMessage({ kind: 'ready' });
