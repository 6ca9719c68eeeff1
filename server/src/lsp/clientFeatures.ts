import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol';

/** What the client can do, as far as it changes what the server sends. */
export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchFiles: boolean;
  readonly workDoneProgress: boolean;
  readonly dynamicFormatting: boolean;
  readonly markdown: boolean;
  readonly codeActionLiterals: boolean;
  /** Edits of code actions may be computed when one is chosen. */
  readonly lazyEdits: boolean;
  readonly versionedEdits: boolean;
  readonly annotatedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly commands: ReadonlySet<string>;
  /** The server may ask for a change of the workspace. */
  readonly appliesEdits: boolean;
  /** Actions that cannot be chosen now may say why. */
  readonly disabledActions: boolean;
}

/** Reads the capabilities of `initialize`. Whatever the client does not announce is not used. */
export function readClientFeatures(
  capabilities: ClientCapabilities,
  initialization: InitializationOptions,
): ClientFeatures {
  const { textDocument = {}, workspace = {}, window = {} } = capabilities;
  const edit = workspace.workspaceEdit ?? {};
  const pull = textDocument.diagnostic;
  const shown = { ...textDocument.publishDiagnostics, ...pull };
  const action = textDocument.codeAction ?? {};
  const { commands } = initialization;
  return {
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: workspace.diagnostics?.refreshSupport === true,
    relatedInformation: shown.relatedInformation === true,
    codeDescription: shown.codeDescriptionSupport === true,
    configuration: workspace.configuration === true,
    watchConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    watchFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window.workDoneProgress === true,
    dynamicFormatting: textDocument.formatting?.dynamicRegistration === true,
    markdown: textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    codeActionLiterals: action.codeActionLiteralSupport !== undefined,
    lazyEdits:
      action.dataSupport === true && (action.resolveSupport?.properties.includes('edit') ?? false),
    versionedEdits: edit.documentChanges === true,
    annotatedEdits: edit.documentChanges === true && edit.changeAnnotationSupport !== undefined,
    snippetEdits: edit.documentChanges === true && edit.snippetEditSupport === true,
    appliesEdits: workspace.applyEdit === true,
    disabledActions: action.disabledSupport === true,
    commands: new Set(Array.isArray(commands) ? commands : []),
  };
}
