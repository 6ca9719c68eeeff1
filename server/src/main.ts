import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { createAnalysis } from './analysis';
import { startServer } from './lsp/server';
import { folderFiles } from './platform/node/folderFiles';
import { findRulePage } from './platform/node/rulePages';
import { loadWasm } from './platform/node/wasm';

/**
 * Entry of the language server in Node: `--node-ipc`, `--stdio`, `--socket=PORT` or `--pipe=NAME`.
 * The library ends the process with its client (`processId` of `initialize`, or the end of stdin).
 */
const connection = createConnection(ProposedFeatures.all);

// An error nobody caught must not take the other open files down with it.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    // The client has gone: nothing could be told to it either.
    if (code === 'EPIPE' || code === 'ERR_IPC_CHANNEL_CLOSED') process.exit(1);
    connection.console.error(`Unexpected: ${(error instanceof Error && error.stack) || error}`);
  });
}
process.once('disconnect', () => process.exit(1));

startServer(connection, {
  version,
  createAnalysis: () => createAnalysis({ loadWasm }),
  files: folderFiles,
  pageOf: (rule) => findRulePage(rule.id) ?? rule.url,
});
