import type { Diagnostic, WorkDoneProgressParams } from 'vscode-languageserver';
import type { PackageNeed, RuleInfo } from '../report/finding';

/** What server and client say to each other beyond LSP. Plain data only: the client imports it too. */

/** Server to client, after the findings of a document were computed anew. */
export const findingsNotification = 'backendTutor/findings';

export interface FindingsParams {
  readonly uri: string;
  readonly version: number;
  /** Number of findings by rule id; rules without findings are left out. */
  readonly counts: Readonly<Record<string, number>>;
  readonly hasSyntaxError: boolean;
  /** Why the document was not analysed, as a sentence for a person. */
  readonly notAnalysed?: string;
}

/** Client to server: what is known about a rule; null when there is none of that id. */
export const ruleRequest = 'backendTutor/rule';

export interface RuleParams {
  readonly id: string;
}

export type RuleResult = RuleInfo | null;

/**
 * Client to server: analyses all files of the folders on the server's machine and publishes their
 * findings; from then on they are kept up to date. Can be cancelled.
 */
export const checkWorkspaceRequest = 'backendTutor/checkWorkspace';

export type CheckWorkspaceParams = WorkDoneProgressParams | null;

export interface CheckWorkspaceResult {
  /** False when it was cancelled. */
  readonly finished: boolean;
  readonly files: number;
  readonly problems: number;
  /** There are more files than are looked at. */
  readonly limited: boolean;
}

/** Client to server: documents that got a tab, or lost their last one but are still open. */
export const tabsNotification = 'backendTutor/tabs';

export interface TabsParams {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
}

/**
 * Client to server: the findings of a file that is not open and that the server cannot read, as in
 * a virtual workspace. The client sends its text.
 */
export const scanFileRequest = 'backendTutor/scanFile';

export interface ScanFileParams {
  readonly uri: string;
  readonly text: string;
}

export interface ScanFileResult {
  readonly diagnostics: Diagnostic[];
}

/** `initializationOptions`; all of it is optional, for clients other than ours. */
export interface InitializationOptions {
  /** Commands that the client has registered, such as `backendTutor.openRule`. */
  readonly commands?: readonly string[];
  /** Settings, for a client that does not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Client command that shows the page of a rule; takes the rule's id. */
export const openRuleCommand = 'backendTutor.openRule';

/** Server command: all safe fixes in all files of the workspace; a rule's id limits it to that rule. */
export const fixWorkspaceCommand = 'backendTutor.server.fixWorkspace';

/** Client command that is run when a fix has been applied; takes `FixedParams`. */
export const fixedCommand = 'backendTutor.internal.fixed';

export interface FixedParams {
  readonly uri: string;
  /** Where the finding was, in the changed text; from 0. */
  readonly line: number;
  readonly ruleId: string;
  /** Libraries that the new code uses and the project does not name yet. */
  readonly packages?: MissingPackages;
}

export interface MissingPackages {
  /** Says what is added where: `Add bcrypt to package.json`. */
  readonly title: string;
  readonly needs: readonly PackageNeed[];
}

/** Server command: names libraries where the project does; takes `AddPackagesParams`. */
export const addPackagesCommand = 'backendTutor.server.addPackages';

export interface AddPackagesParams {
  /** The file that uses them. */
  readonly uri: string;
  readonly needs: readonly PackageNeed[];
}
