import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  FileChangeType,
  type FileEvent,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { PackageNeed, RuleInfo } from '../report/finding';
import { type ClientFeatures, readClientFeatures } from './clientFeatures';
import { codeActionKinds, codeActions, resolveCodeAction } from './codeActions';
import { Configuration } from './configuration';
import { toDiagnostics, toFindingsParams } from './diagnostics';
import { Documents, type Snapshot } from './documents';
import { toTextEdits, toWorkspaceEdits } from './edits';
import { fixWorkspace, summaryOf } from './fixWorkspace';
import { type Folder, type FolderFiles, Folders } from './folders';
import { hoverAt } from './hover';
import { missingPackages, type PackageChange, type PackagePlaces, packageTitle } from './packages';
import {
  type AddPackagesParams,
  addPackagesCommand,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  findingsNotification,
  fixWorkspaceCommand,
  type InitializationOptions,
  openRuleCommand,
  type RuleParams,
  type RuleResult,
  ruleRequest,
  type ScanFileParams,
  type ScanFileResult,
  scanFileRequest,
  type TabsParams,
  tabsNotification,
} from './protocol';
import { scannedFiles } from './scannedFiles';
import { pathOf } from './uris';
import { changeIn, type Run, WorkspaceAnalysis } from './workspaceAnalysis';
import { scanFile } from './workspaceScan';

export interface ServerOptions {
  readonly version: string;
  createAnalysis(): Promise<Analysis>;
  /** Without it, documents are analysed alone. */
  readonly files?: FolderFiles;
  /** Address of a rule's page that can be opened here; empty when there is none. */
  pageOf(rule: RuleInfo): string;
}

/** How long typing has to pause before other documents that use the text are looked at. */
const OTHERS_DELAY_MS = 300;

const progressTitle = 'Backend Tutor checks the files of this folder';
const fixTitle = 'Backend Tutor repairs the files of this folder';

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
  const folders = new Folders(options.files, getAnalysis, configuration, {
    ready: folderReady,
    gone: folderGone,
  });
  const documents = new Documents(
    connection,
    getAnalysis,
    configuration,
    (uri) => folders.of(uri)?.project,
    refreshSoon,
  );
  /** By address of the folder: those in which all files are analysed. */
  const workspace = new Map<string, WorkspaceAnalysis>();
  /** The person asked for all files, whatever the setting says. */
  let isChecked = false;
  let isChecking = false;
  let otherTimer: ReturnType<typeof setTimeout> | undefined;
  const otherDocuments = new Set<string>();
  const pushTimers = new Map<string, ReturnType<typeof setTimeout>>();
  let folderUris: readonly string[] = [];

  async function startAnalysis(): Promise<Analysis> {
    try {
      return await options.createAnalysis();
    } catch (error) {
      tell(
        MessageType.Error,
        `Backend Tutor cannot analyse code, because it did not start: ${messageOf(error)}`,
      );
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
    folderUris = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    documents.setFolders(folderUris);
    folders.set(folderUris);
    // Loading the grammars takes a moment: it begins before the first document is opened.
    getAnalysis().catch(() => {});
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
        },
        ...(features.pullDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'backendTutor',
                interFileDependencies: true,
                workspaceDiagnostics: false,
              },
            }
          : {}),
        hoverProvider: true,
        ...(features.appliesEdits && options.files !== undefined
          ? { executeCommandProvider: { commands: [fixWorkspaceCommand, addPackagesCommand] } }
          : {}),
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
      if (features.watchFiles && options.files !== undefined) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: scannedFiles }],
        });
      }
      folders.start();
    }),
  );

  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings?.backendTutor);
    refresh();
    void answer('workspace/didChangeConfiguration', undefined, async () => {
      await folders.settingsChanged();
      for (const folder of folders.all) await followSetting(folder);
    });
  });

  function foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    folderUris = [...folderUris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    documents.setFolders(folderUris);
    configuration.clear();
    folders.set(folderUris);
    refresh();
  }

  /** The documents of the folder are analysed again, with what they take from other files. */
  function folderReady(folder: Folder): void {
    const isOpen = [...documents.texts.keys()].some((uri) => folders.of(uri) === folder);
    if (isOpen) refresh();
    if (!isChecking) void answer('workspace analysis', undefined, () => followSetting(folder));
  }

  function folderGone({ uri }: Folder): void {
    workspace.get(uri)?.dispose();
    workspace.delete(uri);
  }

  /** Begins or ends the analysis of all files of a folder, as the setting says. */
  async function followSetting(folder: Folder): Promise<void> {
    const settings = await configuration.settingsFor(folder.uri);
    const known = workspace.get(folder.uri);
    if (!isChecked && settings.workspaceAnalysis === 'openFiles') {
      if (known !== undefined) folderGone(folder);
      return;
    }
    if (known !== undefined && known.settings === settings) return;
    if (!folders.all.includes(folder)) return;
    const analysed = known ?? followAll(folder, await getAnalysis());
    analysed.settings = settings;
    await withProgress(progressTitle, (run) => analysed.all(run));
  }

  function followAll(folder: Folder, analysis: Analysis): WorkspaceAnalysis {
    let analysed = workspace.get(folder.uri);
    if (analysed?.folder === folder) return analysed;
    analysed = new WorkspaceAnalysis(folder, {
      connection,
      documents,
      analysis,
      features,
      settings: () => configuration.settingsFor(folder.uri),
      pageOf,
    });
    workspace.set(folder.uri, analysed);
    return analysed;
  }

  /** Shows that work is under way, where the client can. */
  async function withProgress<T>(title: string, work: (run: Run) => Promise<T>): Promise<T> {
    if (!features.workDoneProgress) return work({ isCancelled: () => false, progress() {} });
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(title, 0, undefined, true);
    try {
      return await work({
        isCancelled: () => reporter.token.isCancellationRequested,
        progress: (done, total) => reporter.report((100 * done) / total, `${done} of ${total}`),
      });
    } finally {
      reporter.done();
    }
  }

  async function checkWorkspace(
    params: CheckWorkspaceParams,
    token: CancellationToken,
  ): Promise<CheckWorkspaceResult> {
    const analysis = await getAnalysis();
    isChecking = true;
    const all = await folders.reload().finally(() => {
      isChecking = false;
    });
    isChecked = true;
    const workDoneToken = params?.workDoneToken;
    const reporter =
      workDoneToken === undefined
        ? undefined
        : connection.window.attachWorkDoneProgress(workDoneToken);
    reporter?.begin(progressTitle, 0);
    let finished = true;
    let files = 0;
    let problems = 0;
    for (const folder of all) {
      const analysed = followAll(folder, analysis);
      analysed.settings = await configuration.settingsFor(folder.uri);
      finished &&= await analysed.all({
        isCancelled: () => token.isCancellationRequested,
        progress: (done, total) => reporter?.report((100 * done) / total, `${done} of ${total}`),
      });
      files += folder.paths.size;
      for (const path of folder.paths) problems += await problemsIn(analysed, path);
    }
    reporter?.done();
    return { finished, files, problems, limited: all.some(({ limited }) => limited) };
  }

  /** Repairs what can be repaired safely in all files, as one change, and says what was done. */
  async function fixAllFiles(ruleId: string | undefined): Promise<void> {
    const { files } = options;
    if (files === undefined) return;
    const found = await withProgress(fixTitle, (run) =>
      fixWorkspace(
        folders.all,
        ruleId,
        { documents, files, settings: ({ uri }) => configuration.settingsFor(uri) },
        run,
      ),
    );
    if (found === undefined) return;
    if (found.changes.length > 0) {
      const packages = missingPackages(found.uses, placesFor(files));
      const { applied } = await connection.workspace.applyEdit({
        label: fixTitle,
        edit: toWorkspaceEdits([...found.changes, ...packages], features),
        metadata: { isRefactoring: true },
      });
      if (!applied) {
        tell(MessageType.Warning, 'Nothing was changed: a file has changed meanwhile. Try again.');
        return;
      }
    }
    tell(MessageType.Info, summaryOf(found));
  }

  function placesFor(files: FolderFiles): PackagePlaces {
    return { documents, files, folderOf: (uri) => folders.of(uri) };
  }

  /** What the project does not name yet of what a file uses. */
  function missingFor(uri: string, needs: readonly PackageNeed[]): readonly PackageChange[] {
    const { files } = options;
    if (files === undefined) return [];
    return missingPackages([[uri, needs]], placesFor(files));
  }

  async function addPackages({ uri, needs }: AddPackagesParams): Promise<void> {
    const changes = missingFor(uri, needs);
    if (changes.length === 0) return;
    const label = changes.map(packageTitle).join('; ');
    const edit = toWorkspaceEdits(changes, features);
    const { applied } = await connection.workspace.applyEdit({ label, edit });
    if (!applied) tell(MessageType.Warning, 'Nothing was changed: the file has changed meanwhile.');
  }

  function tell(type: MessageType, message: string): void {
    connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  async function problemsIn(analysed: WorkspaceAnalysis, path: string): Promise<number> {
    const open = documents.openAt(path);
    if (!open?.isShown) return analysed.findingsIn(path).length;
    return (await documents.snapshot(open.uri))?.findings.length ?? 0;
  }

  /** Files changed, or what is open did: what depends on them follows. */
  function filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      const folder = folders.of(uri);
      if (folder === undefined) continue;
      const affected = changeIn(folder, uri, kinds[type]);
      workspace.get(folder.uri)?.analyse(affected);
    }
    documents.checkOthers();
  }

  /** Files that are not open may have findings in a document, which its analysis alone lacks. */
  function analyseReaching(uri: string): void {
    const folder = folders.of(uri);
    if (folder !== undefined) {
      workspace.get(folder.uri)?.analyse(folder.project.reaching(pathOf(uri)));
    }
  }

  /** Other files changed what is found in these documents. */
  function refreshSoon(uris: readonly string[]): void {
    for (const uri of uris) otherDocuments.add(uri);
    clearTimeout(otherTimer);
    otherTimer = setTimeout(() => {
      const pending = [...otherDocuments];
      otherDocuments.clear();
      if (features.pullDiagnostics) refresh();
      else for (const uri of pending) schedulePush(uri, 0);
    }, OTHERS_DELAY_MS);
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
  const reachingTimers = new Map<string, ReturnType<typeof setTimeout>>();
  // Fires for opening, too: that is shown at once.
  documents.texts.onDidChangeContent(({ document: { uri } }) => {
    schedulePush(uri, seen.has(uri) ? PUSH_DELAY_MS : 0);
    if (workspace.size > 0) {
      clearTimeout(reachingTimers.get(uri));
      const timer = setTimeout(() => {
        reachingTimers.delete(uri);
        if (documents.texts.get(uri) !== undefined) analyseReaching(uri);
      }, OTHERS_DELAY_MS);
      reachingTimers.set(uri, timer);
    }
    seen.add(uri);
  });
  documents.texts.onDidOpen(({ document: { uri } }) => shownChanged(uri));
  documents.texts.onDidSave(({ document: { uri } }) =>
    filesChanged([{ uri, type: FileChangeType.Changed }]),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes));
  documents.texts.onDidClose(({ document: { uri } }) => {
    clearTimeout(pushTimers.get(uri));
    pushTimers.delete(uri);
    seen.delete(uri);
    reported.delete(uri);
    if (!features.pullDiagnostics) connection.sendDiagnostics({ uri, diagnostics: [] });
    analyseShown(uri);
  });

  /** What is published of a file that is shown now is taken back; its document has it all. */
  function shownChanged(uri: string): void {
    const folder = folders.of(uri);
    if (folder !== undefined) workspace.get(folder.uri)?.publish(pathOf(uri));
  }

  /** A file that is shown no longer: its findings are published from now on. */
  function analyseShown(uri: string): void {
    const folder = folders.of(uri);
    if (folder !== undefined) workspace.get(folder.uri)?.analyse([pathOf(uri)]);
  }

  connection.onNotification(tabsNotification, ({ shown, hidden }: TabsParams) => {
    for (const uri of shown) {
      documents.setShown(uri, true);
      shownChanged(uri);
    }
    for (const uri of hidden) {
      documents.setShown(uri, false);
      analyseShown(uri);
    }
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
        return codeActions(snapshot, params, features, pageOf, missingFor);
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

  connection.onExecuteCommand(({ command, arguments: given }, token) =>
    answer(
      command,
      null,
      async () => {
        const first: unknown = given?.[0];
        if (command === fixWorkspaceCommand) {
          await fixAllFiles(typeof first === 'string' ? first : undefined);
        } else if (command === addPackagesCommand && isAddPackages(first)) {
          await addPackages(first);
        }
        return null;
      },
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
        return scanFile(params, { analysis, settings, folders: folderUris, features, pageOf });
      },
      token,
    ),
  );

  connection.onRequest(
    checkWorkspaceRequest,
    (params: CheckWorkspaceParams, token: CancellationToken) =>
      answer<CheckWorkspaceResult>(
        checkWorkspaceRequest,
        { finished: false, files: 0, problems: 0, limited: false },
        () => checkWorkspace(params, token),
        token,
      ),
  );

  connection.listen();
}

const kinds = {
  [FileChangeType.Created]: 'made',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

function readInitialization(value: unknown): InitializationOptions {
  return typeof value === 'object' && value !== null ? value : {};
}

function isAddPackages(value: unknown): value is AddPackagesParams {
  const { uri, needs } = (value ?? {}) as Partial<AddPackagesParams>;
  return typeof uri === 'string' && Array.isArray(needs);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}
