import path from 'node:path';
import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, openRuleCommand } from '../../server/src/lsp/protocol';
import { reachCommand } from './progress/watch';

export const languages = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'sql',
];

/** Notes that the learner formatted SQL: a formatter's result tells, and so does the refactoring. */
function middleware(didFormat: () => void): Middleware {
  return {
    provideDocumentFormattingEdits: async (document, options, token, next) => {
      const edits = await next(document, options, token);
      if (edits && edits.length > 0) didFormat();
      return edits;
    },
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = await next(document, range, context, token);
      for (const action of actions ?? []) {
        const isFormat =
          action instanceof vscode.CodeAction &&
          action.kind !== undefined &&
          vscode.CodeActionKind.RefactorRewrite.contains(action.kind);
        if (isFormat && !action.command) {
          action.command = { command: reachCommand, title: '', arguments: ['did.sql.format'] };
        }
      }
      return actions;
    },
  };
}

/** The client of our language server, not yet started. */
export function createClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  didFormat: () => void,
): LanguageClient {
  const module = context.asAbsolutePath(path.join('dist', 'extension', 'server.js'));
  const initialization: InitializationOptions = { commands: [openRuleCommand] };
  const options: LanguageClientOptions = {
    documentSelector: languages.flatMap((language) =>
      ['file', 'untitled', 'vscode-remote', 'vscode-vfs'].map((scheme) => ({ scheme, language })),
    ),
    outputChannel: output,
    initializationOptions: initialization,
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: middleware(didFormat),
  };
  return new LanguageClient(
    'backendTutor',
    'Backend Tutor',
    {
      run: { module, transport: TransportKind.ipc },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: ['--nolazy', '--inspect=6009'] },
      },
    },
    options,
  );
}
