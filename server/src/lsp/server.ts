import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { RuleInfo } from '../report/finding';
import { type ClientFeatures, readClientFeatures } from './clientFeatures';
import { codeActionKinds, codeActions, resolveCodeAction } from './codeActions';
import { Configuration } from './configuration';
import { toDiagnostics, toFindingsParams } from './diagnostics';
import { Documents, type Snapshot } from './documents';
import { toTextEdits } from './edits';
import { hoverAt } from './hover';
import {
  findingsNotification,
  type InitializationOptions,
  openRuleCommand,
  type RuleParams,
  type RuleResult,
  ruleRequest,
  type ScanFileParams,
  type ScanFileResult,
  scanFileRequest,
} from './protocol';
import { scanFile } from './workspaceScan';

export interface ServerOptions {
  readonly version: string;
  createAnalysis(): Promise<Analysis>;
  /** Address of a rule's page that can be opened here; empty when there is none. */
  pageOf(rule: RuleInfo): string;
}

/** How long typing has to pause before diagnostics are pushed. A client that pulls decides itself. */
const PUSH_DELAY_MS = 150;

/** Serves the language protocol over a connection, until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  let features: ClientFeatures = readClientFeatures({}, {});
  let analysis: Promise<Analysis> | undefined;
  const getAnalysis = () => (analysis ??= startAnalysis());
  const configuration = new Configuration(connection, async () =>
    (await getAnalysis()).rules.map(({ id }) => id),
  );
  const documents = new Documents(connection, getAnalysis, configuration);
  const pushTimers = new Map<string, ReturnType<typeof setTimeout>>();
  let folders: readonly string[] = [];

  async function startAnalysis(): Promise<Analysis> {
    try {
      return await options.createAnalysis();
    } catch (error) {
      connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Error,
        message: `Backend Tutor cannot analyse code, because it did not start: ${messageOf(error)}`,
      });
      throw error;
    }
  }

  /** Our own client shows the page itself, rendered. */
  function pageOf(rule: RuleInfo): string {
    if (!features.commands.has(openRuleCommand)) return options.pageOf(rule);
    return `command:${openRuleCommand}?${encodeURIComponent(JSON.stringify([rule.id]))}`;
  }

  /** Runs a handler. An error is logged under the request's name, and the fallback is the answer. */
  async function answer<T>(
    name: string,
    fallback: T,
    body: () => T | Promise<T>,
    token?: CancellationToken,
  ): Promise<T> {
    try {
      return token?.isCancellationRequested ? fallback : await body();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name} failed: ${stackOf(error)}`);
      return fallback;
    }
  }

  const reported = new Map<string, string>();

  function reportFindings(snapshot: Snapshot): void {
    const { uri } = snapshot.text;
    if (reported.get(uri) === snapshot.resultId) return;
    reported.set(uri, snapshot.resultId);
    connection.sendNotification(findingsNotification, toFindingsParams(snapshot));
  }

  connection.onInitialize((params): InitializeResult => {
    const initialization = readInitialization(params.initializationOptions);
    features = readClientFeatures(params.capabilities, initialization);
    configuration.start({ asks: features.configuration, given: initialization.settings });
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    documents.setFolders(folders);
    // Loading the grammars takes a moment: it begins before the first document is opened.
    getAnalysis().catch(() => {});
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
        },
        ...(features.pullDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'backendTutor',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
        hoverProvider: true,
        ...(features.codeActionLiterals
          ? {
              codeActionProvider: {
                codeActionKinds: [...codeActionKinds],
                resolveProvider: features.lazyEdits,
              },
            }
          : {}),
        // Registered for SQL alone where that is possible: else editors take the server for a
        // formatter of all its languages.
        ...(features.dynamicFormatting ? {} : { documentFormattingProvider: true }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'Backend Tutor', version: options.version },
    };
  });

  connection.onInitialized(() =>
    answer('initialized', undefined, async () => {
      if (features.dynamicFormatting) {
        await connection.client.register(DocumentFormattingRequest.type, {
          documentSelector: [{ language: 'sql' }],
        });
      }
      if (features.watchConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: 'backendTutor',
        });
      }
      if (features.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
      }
    }),
  );

  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings?.backendTutor);
    refresh();
  });

  function foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    documents.setFolders(folders);
    configuration.clear();
    refresh();
  }

  function refresh(): void {
    if (!features.pullDiagnostics) {
      for (const uri of documents.texts.keys()) schedulePush(uri, 0);
    } else if (features.refreshDiagnostics) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        connection.console.error(`Refreshing the diagnostics failed: ${messageOf(error)}`);
      });
    }
  }

  const seen = new Set<string>();
  // Fires for opening, too: that is shown at once.
  documents.texts.onDidChangeContent(({ document: { uri } }) => {
    schedulePush(uri, seen.has(uri) ? PUSH_DELAY_MS : 0);
    seen.add(uri);
  });
  documents.texts.onDidClose(({ document: { uri } }) => {
    clearTimeout(pushTimers.get(uri));
    pushTimers.delete(uri);
    seen.delete(uri);
    reported.delete(uri);
    if (!features.pullDiagnostics) connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  function schedulePush(uri: string, delay: number): void {
    if (features.pullDiagnostics) return;
    clearTimeout(pushTimers.get(uri));
    pushTimers.set(
      uri,
      setTimeout(() => {
        pushTimers.delete(uri);
        void answer('textDocument/publishDiagnostics', undefined, () => push(uri));
      }, delay),
    );
  }

  async function push(uri: string): Promise<void> {
    const snapshot = await documents.snapshot(uri);
    // A newer push is on its way, or the document was closed meanwhile.
    if (pushTimers.has(uri) || snapshot === undefined) return;
    const diagnostics = toDiagnostics(snapshot, features, pageOf);
    await connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics });
    reportFindings(snapshot);
  }

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answer(
      'textDocument/diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async () => {
        const snapshot = await documents.snapshot(uri);
        if (snapshot === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const { resultId } = snapshot;
        reportFindings(snapshot);
        if (previousResultId === resultId) {
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        }
        const items = toDiagnostics(snapshot, features, pageOf);
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
      token,
    ),
  );

  connection.onHover(({ textDocument, position }, token) =>
    answer(
      'textDocument/hover',
      null,
      async () => {
        const snapshot = await documents.snapshot(textDocument.uri);
        if (snapshot === undefined) return null;
        const offset = snapshot.text.offsetAt(position);
        return hoverAt(snapshot, offset, features, pageOf);
      },
      token,
    ),
  );

  connection.onCodeAction((params, token) =>
    answer(
      'textDocument/codeAction',
      [],
      async () => {
        const snapshot = await documents.snapshot(params.textDocument.uri);
        if (snapshot === undefined || snapshot.analysed.notAnalysed !== undefined) return [];
        return codeActions(snapshot, params, features, pageOf);
      },
      token,
    ),
  );

  connection.onCodeActionResolve((action, token) =>
    answer(
      'codeAction/resolve',
      action,
      () => resolveCodeAction(action, (uri) => documents.snapshot(uri), features),
      token,
    ),
  );

  connection.onDocumentFormatting(({ textDocument, options: { tabSize } }, token) =>
    answer(
      'textDocument/formatting',
      null,
      async () => {
        const snapshot = await documents.snapshot(textDocument.uri);
        if (snapshot?.analysed.language !== 'sql') return null;
        const { keywordCase } = snapshot.settings;
        const formatting = { ...snapshot.options, keywordCase, tabWidth: tabSize };
        return toTextEdits(snapshot, snapshot.analysed.formatSql(formatting));
      },
      token,
    ),
  );

  connection.onRequest(ruleRequest, (params: RuleParams | undefined) =>
    answer<RuleResult>(ruleRequest, null, async () => {
      const { rules } = await getAnalysis();
      return rules.find(({ id }) => id === params?.id) ?? null;
    }),
  );

  connection.onRequest(scanFileRequest, (params: ScanFileParams, token: CancellationToken) =>
    answer<ScanFileResult>(
      scanFileRequest,
      { diagnostics: [] },
      async () => {
        const analysis = await getAnalysis();
        const settings = await configuration.settingsFor(params.uri);
        // Settings are kept for open documents only: a folder has many files.
        if (documents.texts.get(params.uri) === undefined) configuration.forget(params.uri);
        return scanFile(params, { analysis, settings, folders, features, pageOf });
      },
      token,
    ),
  );

  connection.listen();
}

function readInitialization(value: unknown): InitializationOptions {
  return typeof value === 'object' && value !== null ? value : {};
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}
