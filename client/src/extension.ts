import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type FindingsParams,
  type FixedParams,
  findingsNotification,
  fixedCommand,
  fixWorkspaceCommand,
  openRuleCommand,
  type RuleParams,
  type RuleResult,
  ruleRequest,
} from '../../server/src/lsp/protocol';
import { SnippetInserter } from './commands/insertSnippet';
import { openRule, openSettings, openWalkthrough } from './commands/openers';
import type { WorkspaceScan } from './commands/scanWorkspace';
import { readCourse } from './course';
import type { FixNotes } from './fixNotes';
import { analysedFiles, analysedLanguages } from './languages';
import { CourseStore } from './learning/courseStore';
import type { Learning } from './learning/session';
import type { Playground } from './playground/controller';
import { ProgressStore } from './progress/store';
import { DocumentWatcher } from './progress/watchDocuments';
import { SnippetLibrary } from './snippetLibrary';
import { tellTabs } from './tabs';

/** What the extension gives to other extensions, and to its own tests. */
export interface Api {
  /** Starts the language server if it has not been needed yet, and settles when it has started. */
  ready(): Promise<void>;
  readonly progress: Pick<ProgressStore, 'isDone' | 'reset' | 'walkthroughs'>;
  /** The course, when it is loaded. */
  learning(): Promise<Learning>;
  /** The database playground, when it is loaded. */
  playground(): Promise<Playground>;
}

/** The folder that `npm start` opens, and that a course makes in a folder of another kind. */
const PRACTICE_FOLDER = 'backend-tutor-practice';

/** Set when the first walkthrough has been shown. */
const WELCOMED = 'backendTutor.welcomed';

/** Bundles of their own, since their libraries are big: they are loaded when the activation is over. */
const course = (): typeof import('./learning') => require('./learning');
const databases = (): typeof import('./playground') => require('./playground');
const library = (): typeof import('./languageClient') => require('./languageClient');

let starting: Promise<LanguageClient> | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const { extension, extensionUri, subscriptions } = context;
  const output = vscode.window.createOutputChannel('Backend Tutor', { log: true });
  const store = new ProgressStore(
    context.globalState,
    extension.id,
    readCourse(extension.packageJSON),
  );
  const progress = new CourseStore(context.globalState);
  context.globalState.setKeysForSync([...ProgressStore.syncedKeys, CourseStore.syncedKey]);
  const snippets = new SnippetLibrary(extensionUri);
  const inserter = new SnippetInserter(snippets, store);
  const documents = new DocumentWatcher(store, snippets, output);

  /** The server starts with the first document that it can read: not every window needs it. */
  function client(): Promise<LanguageClient> {
    if (starting !== undefined) return starting;
    const started = start();
    starting = started;
    started.catch((error: unknown) => {
      if (starting === started) starting = undefined;
      output.error('The language server did not start.', error);
      complain('Backend Tutor cannot check code, because its language server did not start.');
    });
    return started;
  }

  async function start(): Promise<LanguageClient> {
    await new Promise(setImmediate);
    const created = library().createClient(context, output, {
      gaveUp: () =>
        complain('Backend Tutor’s language server keeps ending, so code is not checked.'),
    });
    created.onNotification(findingsNotification, (params: FindingsParams) =>
      documents.findings(created.protocol2CodeConverter.asUri(params.uri), params),
    );
    await created.start();
    subscriptions.push(tellTabs(created));
    output.info(`The language server runs: ${created.initializeResult?.serverInfo?.version}`);
    return created;
  }

  async function restart(): Promise<void> {
    const running = await starting?.catch(() => undefined);
    if (running === undefined) await client();
    else await running.restart();
  }

  async function complain(message: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(message, 'Restart', 'Show Output');
    if (choice === 'Restart') await restart();
    else if (choice === 'Show Output') output.show();
  }

  function startFor(document: vscode.TextDocument): void {
    const isAnalysed =
      analysedLanguages.includes(document.languageId) ||
      analysedFiles.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
    if (isAnalysed) void client().catch(() => undefined);
  }

  let scan: WorkspaceScan | undefined;
  async function scanWorkspace(): Promise<void> {
    if (scan === undefined) {
      const module = await import('./commands/scanWorkspace');
      scan = new module.WorkspaceScan(client, output, (...args) => library().onProgress(...args));
      subscriptions.push(scan);
    }
    if (await scan.run()) await store.complete('did.scan.workspace');
  }

  async function fixWorkspace(): Promise<void> {
    const request = { command: fixWorkspaceCommand, arguments: [] };
    await (await client()).sendRequest('workspace/executeCommand', request);
  }

  let notes: FixNotes | undefined;
  async function fixed(params: FixedParams): Promise<void> {
    if (notes === undefined) {
      const module = await import('./fixNotes');
      notes = new module.FixNotes(async (id) => {
        const params: RuleParams = { id };
        return (await client()).sendRequest<RuleResult>(ruleRequest, params);
      });
      subscriptions.push(notes);
    }
    await notes.add(params);
  }

  /**
   * VS Code opens a walkthrough when an extension is installed from its views. Whoever begins with
   * the practice folder instead sees the first one too, once.
   */
  async function welcome(): Promise<void> {
    if (context.globalState.get(WELCOMED) === true) return;
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (!folders.some(({ uri }) => uri.path.endsWith(`/${PRACTICE_FOLDER}`))) return;
    await context.globalState.update(WELCOMED, true);
    await openWalkthrough(store, extension.id, store.walkthroughs[0]?.id);
  }

  const commands: Record<string, (...args: unknown[]) => unknown> = {
    'backendTutor.insertSnippet': (framework, id) => inserter.run(framework, id),
    'backendTutor.openWalkthrough': (id, step) =>
      openWalkthrough(store, extension.id, id, typeof step === 'string' ? step : undefined),
    'backendTutor.openSettings': (query) => openSettings(extension.id, query),
    'backendTutor.scanWorkspace': scanWorkspace,
    'backendTutor.fixWorkspace': fixWorkspace,
    'backendTutor.showProgress': () => vscode.commands.executeCommand('backendTutor.roadmap.focus'),
    'backendTutor.restartServer': restart,
    'backendTutor.showOutput': () => output.show(),
    [fixedCommand]: (params) => fixed(params as FixedParams),
    [openRuleCommand]: (rule) => openRule(extensionUri, rule),
  };
  subscriptions.push(
    output,
    store,
    documents,
    inserter.register(),
    progress,
    vscode.workspace.onDidOpenTextDocument(startFor),
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
  vscode.workspace.textDocuments.forEach(startFor);
  welcome().catch((error: unknown) => output.error('Opening the first walkthrough failed.', error));
  store.restore().catch((error: unknown) => output.error('Restoring the ticks failed.', error));
  /** Loads a bundle when the activation is over. */
  function later<T>(what: string, load: () => T): Promise<T> {
    const loading = new Promise<T>((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(load());
        } catch (error) {
          output.error(`The ${what} could not be loaded.`, error);
          reject(error);
        }
      });
    });
    loading.catch(() => undefined);
    return loading;
  }

  const learning = later('course', () =>
    course().registerLearning(context, progress, store, output),
  );
  const playground = later('playground', () => databases().registerPlayground(context, output));
  return {
    ready: async () => void (await client()),
    progress: store,
    learning: () => learning,
    playground: () => playground,
  };
}

export async function deactivate(): Promise<void> {
  const running = await starting?.catch(() => undefined);
  starting = undefined;
  if (running?.needsStop()) await running.stop();
}
