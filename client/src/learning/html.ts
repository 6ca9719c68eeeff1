import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';

/** What the pages of the course have in common. */

export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[each]!,
  );
}

/** Text in which only `code` is marked up. */
export function inlineHtml(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: var(--vscode-font-size)/1.5 var(--vscode-font-family); color: var(--vscode-foreground); padding: 0 1em 2em; }
main { max-width: 46em; margin: 0 auto; }
h1 { font-size: 1.4em; margin: .8em 0 .4em; } h2 { font-size: 1.1em; margin: 1.2em 0 .4em; }
code, pre { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
pre { background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); padding: .6em .8em; overflow-x: auto; white-space: pre-wrap; }
pre code { background: none; padding: 0; }
:not(pre) > code { background: var(--vscode-textCodeBlock-background); padding: 0 .2em; }
button { font: inherit; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, transparent); padding: .3em .9em; margin: .2em .3em .2em 0; cursor: pointer; }
button:hover { background: var(--vscode-button-hoverBackground); }
button.secondary { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.secondary:hover { background: var(--vscode-button-secondaryHoverBackground); }
button[disabled] { opacity: .6; cursor: default; }
button.link { color: var(--vscode-textLink-foreground); background: none; border: 0; padding: 0; margin: 0; text-align: left; text-decoration: underline; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.actions { position: sticky; top: 0; padding: .4em 0; background: var(--vscode-sideBar-background); z-index: 1; }
.muted { color: var(--vscode-descriptionForeground); }
.card { border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border))); padding: .5em .8em; margin: .6em 0; }
.card.failed { border-left: 3px solid var(--vscode-testing-iconFailed); }
.card.passed { border-left: 3px solid var(--vscode-testing-iconPassed); }
.card.hint { border-left: 3px solid var(--vscode-textLink-foreground); }
dl { margin: .3em 0; } dt { font-weight: 600; } dd { margin: 0 0 .3em; white-space: pre-wrap; overflow-wrap: anywhere; }
ul.checks { list-style: none; padding: 0; } ul.checks li { margin: .15em 0; }
.mark { display: inline-block; width: 1.3em; }
.mark.passed { color: var(--vscode-testing-iconPassed); } .mark.failed { color: var(--vscode-testing-iconFailed); }
abbr { text-decoration: underline dotted; cursor: help; }
img { max-width: 100%; } table { border-collapse: collapse; } td, th { border: 1px solid var(--vscode-panel-border); padding: .2em .6em; text-align: left; }
fieldset { border: 0; padding: 0; margin: 1.2em 0; } legend { font-weight: 600; padding: 0; }
label.answer { display: flex; gap: .6em; padding: .35em .5em; align-items: baseline; } label.answer:hover { background: var(--vscode-list-hoverBackground); }
.why { margin: 0 0 .4em 2em; }
`;

/**
 * A whole page for a webview. Nothing is loaded from outside, and only the given script runs.
 * @param body HTML
 * @param script has `vscode` (the way to the extension) at hand
 */
export function page(webview: vscode.Webview, title: string, body: string, script = ''): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; img-src ${webview.cspSource}; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body><main>${body}</main>
<script nonce="${nonce}">
const vscode = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-send]');
  if (target) vscode.postMessage(JSON.parse(target.dataset.send));
});
${script}
</script>
</body>
</html>`;
}

/** An attribute that sends a message to the extension when the element is chosen. */
export function sends(message: unknown): string {
  return `data-send="${escapeHtml(JSON.stringify(message))}"`;
}
