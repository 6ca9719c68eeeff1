import * as vscode from 'vscode';
import { type HttpRequest, parseHttpFile } from './parse';
import { parseSettings, withSettings } from './settings';

const SCHEME = 'backend-tutor-answer';
const LIMIT_MS = 30_000;
const MAX_BODY = 1024 * 1024;

/** Sends the requests of `.http` files, and shows the answers beside them. */
export class HttpFiles
  implements vscode.CodeLensProvider, vscode.TextDocumentContentProvider, vscode.Disposable
{
  private readonly answers = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly mistakes = vscode.languages.createDiagnosticCollection('backendTutor.http');
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const selector = [{ pattern: '**/*.{http,rest}' }];
    const look = (document: vscode.TextDocument) => {
      if (vscode.languages.match(selector, document) > 0) this.check(document);
    };
    this.subscriptions = [
      this.changed,
      this.mistakes,
      vscode.languages.registerCodeLensProvider(selector, this),
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.mistakes.delete(uri)),
    ];
    vscode.workspace.textDocuments.forEach(look);
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    return parseHttpFile(document.getText()).requests.map(
      ({ line, name }) =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
          title: '$(play) Send request',
          tooltip: `Send "${name}" and show the answer`,
          command: 'backendTutor.sendRequest',
          arguments: [document.uri, line],
        }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.answers.get(uri.query) ?? '';
  }

  /** Sends the request at a line, or at the cursor. */
  async send(uri?: vscode.Uri, line?: number): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const document = uri ? await vscode.workspace.openTextDocument(uri) : editor?.document;
    if (!document) return;
    const at = line ?? editor?.selection.active.line ?? 0;
    const { requests } = parseHttpFile(document.getText());
    const request = requests.findLast((each) => each.line <= at) ?? requests[0];
    if (!request) {
      await vscode.window.showInformationMessage('There is no request here that can be sent.');
      return;
    }
    if (!vscode.workspace.isTrusted) {
      await vscode.window.showInformationMessage(
        'Trust the folder to send requests from its files.',
      );
      return;
    }
    const filled = withSettings(request, await settingsBeside(document.uri), process.env);
    if ('missing' in filled) {
      await vscode.window.showInformationMessage(filled.missing);
      return;
    }
    const text = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: `Sending ${request.method} ${request.url}`,
      },
      () => answerTo(filled.request),
    );
    const answer = vscode.Uri.from({
      scheme: SCHEME,
      path: '/Answer',
      query: document.uri.toString(),
    });
    this.answers.set(answer.query, text);
    this.changed.fire(answer);
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(answer), options);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private check(document: vscode.TextDocument): void {
    const found = parseHttpFile(document.getText()).mistakes.map(({ line, message }) => {
      const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
      const mistake = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
      mistake.source = 'Backend Tutor';
      return mistake;
    });
    this.mistakes.set(document.uri, found);
  }
}

/** The settings of the file `.env` in the same folder; none when it is not there. */
async function settingsBeside(file: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(file, '..', '.env'));
    return parseSettings(new TextDecoder().decode(bytes));
  } catch {
    return new Map();
  }
}

/** The answer as text: status, headers, body. Redirects are shown, not followed. */
async function answerTo({ method, url, headers, body }: HttpRequest): Promise<string> {
  const start = performance.now();
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const text = (await response.text()).slice(0, MAX_BODY);
    const took = Math.round(performance.now() - start);
    const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    return [
      `HTTP ${response.status} ${response.statusText} (${took} ms)`,
      ...lines,
      '',
      readable(text, response.headers.get('content-type') ?? ''),
    ].join('\n');
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = (cause as { code?: string }).code;
    const why =
      code === 'ECONNREFUSED'
        ? 'Nobody listens there. Is the server started, and is the port right?'
        : cause instanceof Error
          ? cause.message
          : String(cause);
    return `No answer from ${url}\n\n${why}`;
  }
}

function readable(text: string, type: string): string {
  if (!/\bjson\b/.test(type)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
