import * as vscode from 'vscode';
import { drawDiagram } from '../databases/diagram';
import type { PlanNode } from '../databases/explain';
import type { Table } from '../databases/schema';
import { escapeHtml } from '../learning/html';
import { webPage } from './webPage';

/** A page beside the editor, which is there once. */
class Page {
  readonly #id: string;
  readonly #title: string;
  #panel: vscode.WebviewPanel | undefined;

  constructor(id: string, title: string) {
    this.#id = id;
    this.#title = title;
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** @param render makes the page for the webview that it is shown in */
  show(
    render: (webview: vscode.Webview) => string,
    receive: (message: unknown) => void,
    reveal: boolean,
  ): void {
    if (this.#panel === undefined) {
      if (!reveal) return;
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel(this.#id, this.#title, column, {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [],
      });
      panel.onDidDispose(() => {
        this.#panel = undefined;
      });
      panel.webview.onDidReceiveMessage(receive);
      this.#panel = panel;
    } else if (reveal) this.#panel.reveal(undefined, true);
    this.#panel.webview.html = render(this.#panel.webview);
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

const DIAGRAM_STYLE = `
body { margin: 0; padding: 8px; }
header { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 8px; }
svg { display: block; }
svg.fit { max-width: 100%; height: auto; }
svg text { font: 12px var(--vscode-editor-font-family, monospace); fill: var(--vscode-foreground); }
svg .box { fill: var(--vscode-editor-background); stroke: var(--vscode-contrastBorder, var(--vscode-descriptionForeground)); }
svg .head { fill: var(--vscode-editorWidget-background); stroke: var(--vscode-contrastBorder, var(--vscode-descriptionForeground)); }
svg .title { font-weight: 700; }
svg .type, svg .mark { fill: var(--vscode-descriptionForeground); }
svg .line { fill: none; stroke: var(--vscode-textLink-foreground); stroke-width: 1.5; }
`;

const SMALLEST = 560;

/** Tables as boxes, with lines where one refers to another. */
export class DiagramPage implements vscode.Disposable {
  readonly #page = new Page('backendTutor.diagram', 'Entity-Relationship Picture');
  #tables: readonly Table[] = [];

  dispose(): void {
    this.#page.dispose();
  }

  show(tables: readonly Table[]): void {
    this.#render(tables, true);
  }

  /** Brings an open picture up to date. */
  update(tables: readonly Table[]): void {
    if (this.#page.isOpen) this.#render(tables, false);
  }

  #render(tables: readonly Table[], reveal: boolean): void {
    this.#tables = tables;
    const isEmpty = !tables.some(({ kind }) => kind === 'table');
    const { svg, width } = drawDiagram(tables);
    // Smaller than this, nobody can read it.
    const style = `${DIAGRAM_STYLE} svg.fit { min-width: ${Math.min(width, SMALLEST)}px; }`;
    const body = isEmpty
      ? '<p>There are no tables yet. <code>CREATE TABLE</code> makes one.</p>'
      : `<header><button id="export">Export as SVG</button>
<label><input type="checkbox" id="fit" checked> Fit the width</label>
<span class="muted">A crow’s foot: many. A bar: exactly one. A ring and a bar: none or one. <code>type?</code> may be NULL.</span></header>
${svg.replace('<svg ', '<svg class="fit" ')}`;
    const script = `
document.querySelector('#export')?.addEventListener('click', () => vscode.postMessage('export'));
document.querySelector('#fit')?.addEventListener('change', (event) => {
  document.querySelector('svg').classList.toggle('fit', event.target.checked);
});`;
    this.#page.show(
      () => webPage('Entity-relationship picture', style, body, script),
      () => void this.#export(),
      reveal,
    );
  }

  async #export(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      title: 'Export the picture',
      filters: { SVG: ['svg'] },
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'schema.svg') }),
    });
    if (target === undefined) return;
    const { svg } = drawDiagram(this.#tables, true);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(`${svg}\n`));
  }
}

const PLAN_STYLE = `
body { padding: 8px 16px 24px; }
h1 { font-size: 1.3em; margin: .4em 0; }
pre { background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); padding: .5em .8em; white-space: pre-wrap; font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
ul { list-style: none; margin: 0; padding: 0 0 0 1.4em; border-left: 1px solid var(--vscode-tree-indentGuidesStroke, var(--vscode-panel-border)); }
ul.root { padding: 0; border: 0; }
li { margin: .5em 0; }
.step { display: grid; grid-template-columns: 9em 1fr; gap: 0 1em; align-items: start; padding: .3em .5em; border: 1px solid var(--vscode-contrastBorder, transparent); background: var(--vscode-editorWidget-background); }
.share { font-variant-numeric: tabular-nums; }
.share svg { display: block; width: 100%; height: 6px; margin-top: 3px; }
.share rect.all { fill: var(--vscode-editor-background); stroke: var(--vscode-contrastBorder, var(--vscode-panel-border)); }
.share rect.part { fill: var(--vscode-charts-blue); } .share rect.much { fill: var(--vscode-charts-orange); }
.type { font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8em; margin: .3em 0 0; } dt { color: var(--vscode-descriptionForeground); } dd { margin: 0; font-family: var(--vscode-editor-font-family); overflow-wrap: anywhere; }
@media (max-width: 420px) { .step { grid-template-columns: 1fr; } ul { padding-left: .6em; } dl { grid-template-columns: 1fr; } }
`;

/** How PostgreSQL would run a statement, step by step. */
export class PlanPage implements vscode.Disposable {
  readonly #page = new Page('backendTutor.plan', 'Query Plan');

  dispose(): void {
    this.#page.dispose();
  }

  show(sql: string, plan: PlanNode): void {
    const body = `<h1>Query plan</h1>
<pre>${escapeHtml(sql)}</pre>
<p>Read it from the inside out: the innermost steps are done first, and each gives its rows to the one above. A share is a step’s own part of the whole cost, which PostgreSQL estimates; the statement was not run.</p>
<ul class="root">${step(plan)}</ul>
<p class="muted">Whole cost: ${number(plan.cost)}. It has no unit: reading one page in order costs 1.</p>`;
    this.#page.show(
      () => webPage('Query plan', PLAN_STYLE, body),
      () => undefined,
      true,
    );
  }
}

function step(node: PlanNode): string {
  const percent = Math.round(node.share * 100);
  const details = node.details
    .map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`)
    .join('');
  const children = node.children.map(step).join('');
  const on = node.on === undefined ? '' : ` <span class="muted">on ${escapeHtml(node.on)}</span>`;
  const rows = node.rows === 1 ? 'about 1 row' : `about ${number(node.rows)} rows`;
  return `<li><div class="step"><div class="share">${percent} %
<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="6"/><rect class="${percent >= 50 ? 'much' : 'part'}" width="${percent}" height="6"/></svg>
<span class="muted">${rows}</span></div>
<div><span class="type">${escapeHtml(node.type)}</span>${on}<br>${escapeHtml(node.words)}${details === '' ? '' : `<dl>${details}</dl>`}</div></div>
${children === '' ? '' : `<ul>${children}</ul>`}</li>`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
