import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeActionTriggerKind,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  type FullDocumentDiagnosticReport,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProgressToken,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  type SnippetTextEdit,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindingsParams } from '../../server/src/lsp/protocol';
import { type ServerOptions, startServer } from '../../server/src/lsp/server';

/** What VS Code announces, as far as the server looks at it. */
const editorCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    formatting: { dynamicRegistration: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      disabledSupport: true,
    },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: {},
      snippetEditSupport: true,
    },
  },
  window: { workDoneProgress: true },
};

/** A simple editor: no pull, no versioned edits, no resolving, no configuration requests. */
export const simpleCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What `workspace/configuration` answers for the section `backendTutor`. */
  readonly settings?: unknown;
  readonly folder?: string;
}

/** A language client for tests, over the real protocol. */
export class TestClient {
  settings: unknown;
  readonly messages: string[] = [];
  readonly logs: string[] = [];
  readonly findings: FindingsParams[] = [];
  readonly published: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  readonly registered: { method: string; options: unknown }[] = [];
  refreshes = 0;
  /** Changes of the workspace that the server asked for. */
  readonly changes: ApplyWorkspaceEditParams[] = [];
  /** What the client says to them. */
  applies = true;
  /** What was told about work under way: `begin`, `report`, `end`. */
  readonly progress: string[] = [];
  /** Called when the server says that work begins. */
  onWork: (token: ProgressToken) => void = () => {};
  initialized!: InitializeResult;
  private readonly documents = new Map<string, TextDocument>();
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly connection: ProtocolConnection,
    options: TestClientOptions,
  ) {
    this.settings = options.settings;
    const heard = (action: () => void) => {
      action();
      for (const check of this.waiting) check();
    };
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) =>
      heard(() => {
        for (const { method, registerOptions } of registrations) {
          this.registered.push({ method, options: registerOptions });
        }
      }),
    );
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind }) =>
        heard(() => {
          this.progress.push(kind);
          if (kind === 'begin') this.onWork(token);
        }),
      );
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      heard(() => this.changes.push(params));
      return { applied: this.applies };
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => heard(() => this.refreshes++));
    connection.onNotification(ShowMessageNotification.type, ({ message }) =>
      heard(() => this.messages.push(message)),
    );
    connection.onNotification(LogMessageNotification.type, ({ message }) =>
      heard(() => this.logs.push(message)),
    );
    connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
      heard(() => this.published.push(params)),
    );
    connection.onNotification('backendTutor/findings', (params: FindingsParams) =>
      heard(() => this.findings.push(params)),
    );
    connection.listen();
  }

  /** A server in this process, with an analysis of the test's choice. */
  static async inProcess(
    server: Partial<ServerOptions> & Pick<ServerOptions, 'createAnalysis'>,
    options: TestClientOptions = {},
  ): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const connection = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    startServer(connection, { version: '0.0.0', pageOf: ({ url }) => url, ...server });
    const client = new TestClient(
      createProtocolConnection(
        new StreamMessageReader(toClient),
        new StreamMessageWriter(toServer),
      ),
      options,
    );
    await client.initialize(options);
    return client;
  }

  /** A server in a process of its own, over stdio. */
  static async spawn(
    command: readonly string[],
    options: TestClientOptions = {},
  ): Promise<{ client: TestClient; server: ChildProcess }> {
    const server = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = new TestClient(
      createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      ),
      options,
    );
    await client.initialize(options);
    return { client, server };
  }

  private async initialize(options: TestClientOptions): Promise<void> {
    const { capabilities = editorCapabilities, initializationOptions, folder } = options;
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'test' }],
      capabilities,
      initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  async open(uri: string, languageId: string, text: string, version = 1): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  /** Replaces a part of the text: the first place of `search`, or nothing at the end. */
  async edit(uri: string, search: string, replacement: string): Promise<void> {
    const document = this.document(uri);
    const at = search === '' ? document.getText().length : document.getText().indexOf(search);
    if (at < 0) throw new Error(`"${search}" is not in the text`);
    const range = {
      start: document.positionAt(at),
      end: document.positionAt(at + search.length),
    };
    await this.change(uri, [{ range, text: replacement }]);
  }

  async change(uri: string, contentChanges: { range: Range; text: string }[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { backendTutor: settings },
    });
  }

  async report(uri: string, previousResultId?: string) {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      identifier: 'backendTutor',
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    return ((await this.report(uri)) as FullDocumentDiagnosticReport).items;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: {
        diagnostics: [],
        triggerKind: 1 satisfies CodeActionTriggerKind,
        ...(only === undefined ? {} : { only }),
      },
    });
    return (answer ?? []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  async format(uri: string): Promise<string> {
    const edits = await this.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
    return TextDocument.applyEdits(this.document(uri), edits ?? []);
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  /** The range of the nth occurrence of a text. */
  rangeOf(uri: string, search: string, nth = 0): Range {
    const document = this.document(uri);
    let at = document.getText().indexOf(search);
    for (let index = 0; index < nth; index++) at = document.getText().indexOf(search, at + 1);
    if (at < 0) throw new Error(`"${search}" is not in the text`);
    return { start: document.positionAt(at), end: document.positionAt(at + search.length) };
  }

  /** The text that an action makes of a document; placeholders of snippets are filled in. */
  applied(uri: string, { edit }: { edit?: WorkspaceEdit }): string {
    if (edit === undefined) throw new Error('the action has no edit');
    const edits = edit.changes?.[uri] ?? documentEdits(edit, uri, this.document(uri).version);
    return TextDocument.applyEdits(this.document(uri), edits.map(asTextEdit));
  }

  /** Waits for something that the server tells. */
  async until<T>(what: string, check: () => T | undefined | false, limit = 10_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(attempt);
        reject(new Error(`waited in vain for ${what}; the log says: ${this.logs.join('\n')}`));
      }, limit);
      const attempt = () => {
        const result = check();
        if (result === undefined || result === false) return;
        clearTimeout(timer);
        this.waiting.delete(attempt);
        resolve(result);
      };
      this.waiting.add(attempt);
      attempt();
    });
  }

  /** The diagnostics that were last pushed for a document, once there are some for its version. */
  async pushed(uri: string): Promise<Diagnostic[]> {
    const { version } = this.document(uri);
    const last = await this.until(`diagnostics of version ${version}`, () =>
      this.published.findLast((each) => each.uri === uri && each.version === version),
    );
    return last.diagnostics;
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest('shutdown');
  }
}

function documentEdits(edit: WorkspaceEdit, uri: string, version: number) {
  const [change, ...more] = edit.documentChanges ?? [];
  if (change === undefined || more.length > 0 || !('edits' in change)) {
    throw new Error('expected the edits of one document');
  }
  if (change.textDocument.uri !== uri || change.textDocument.version !== version) {
    throw new Error(`the edit is for ${JSON.stringify(change.textDocument)}`);
  }
  return change.edits;
}

function asTextEdit(edit: TextEdit | SnippetTextEdit): TextEdit {
  if (!('snippet' in edit)) return edit;
  const newText = edit.snippet.value
    .replace(/\$\{1:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
  return { range: edit.range, newText };
}

/** Waits for the end of a process and gives its exit code. */
export async function exitCode(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  const [code] = await once(server, 'exit');
  return code as number | null;
}
