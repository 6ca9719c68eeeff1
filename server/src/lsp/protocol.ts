import type { Diagnostic } from 'vscode-languageserver';
import type { RuleInfo } from '../report/finding';

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

/** Client to server: the findings of a file that is not open, whose text the client has read. */
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
