import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from 'vscode-languageclient/node';
import {
  fixedCommand,
  type InitializationOptions,
  openRuleCommand,
} from '../../server/src/lsp/protocol';
import { analysedFiles, analysedLanguages } from './languages';

const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];
const DEBUG_PORT = 6009;
/** So many ends of the server within the time below are not chance. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 3 * 60_000;

export interface ClientHooks {
  /** The server ended again and again, and is not started any more. */
  gaveUp(): void;
}

/**
 * The client of our language server, not yet started.
 * @public loaded by `require`, as a bundle of its own
 */
export function createClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  hooks: ClientHooks,
): LanguageClient {
  const server = {
    module: vscode.Uri.joinPath(context.extensionUri, 'dist', 'extension', 'server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const initialization: InitializationOptions = { commands: [openRuleCommand, fixedCommand] };
  const endings: number[] = [];
  const options: LanguageClientOptions = {
    documentSelector: SCHEMES.flatMap((scheme) => [
      ...analysedLanguages.map((language) => ({ scheme, language })),
      ...analysedFiles.map((pattern) => ({ scheme, pattern })),
    ]),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: initialization,
    markdown: { isTrusted: { enabledCommands: [openRuleCommand] } },
    diagnosticPullOptions: { onChange: true, onSave: true },
    errorHandler: {
      error: (error) => {
        output.error('Talking to the language server failed.', error);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => {
        const now = Date.now();
        endings.push(now);
        const recent = endings.filter((time) => now - time < RESTART_WINDOW_MS);
        output.warn(`The language server ended (${recent.length} times lately).`);
        if (recent.length <= MAX_RESTARTS) return { action: CloseAction.Restart, handled: true };
        endings.length = 0;
        hooks.gaveUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  return new LanguageClient(
    'backendTutor',
    'Backend Tutor',
    {
      run: server,
      debug: { ...server, options: { execArgv: ['--nolazy', `--inspect=${DEBUG_PORT}`] } },
    },
    options,
  );
}

/**
 * Hears how far a request is.
 * @public loaded by `require`
 */
export function onProgress(
  client: LanguageClient,
  workDoneToken: string,
  heard: (report: WorkDoneProgressReport) => void,
): vscode.Disposable {
  return client.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
    if (progress.kind === 'report') heard(progress);
  });
}
