import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import {
  applyEdits,
  type Finding,
  type Fix,
  type PackageNeed,
  type RuleInfo,
  type TextEdit,
} from '../report/finding';
import { isGenerated } from '../report/generated';
import { LineTable } from '../report/positions';
import type { ClientFeatures } from './clientFeatures';
import { isShownBy, toDiagnostics } from './diagnostics';
import type { Snapshot } from './documents';
import { fixToWorkspaceEdit, toPlaceholderEdit, toWorkspaceEdit, toWorkspaceEdits } from './edits';
import { fixAllEdits } from './fixAll';
import { type PackageChange, packageTitle } from './packages';
import { type FixedParams, fixedCommand, fixWorkspaceCommand, openRuleCommand } from './protocol';

const fixAllKind = `${CodeActionKind.SourceFixAll}.backendTutor`;

export const codeActionKinds = [
  CodeActionKind.QuickFix,
  fixAllKind,
  CodeActionKind.RefactorRewrite,
];

/** Indentation of formatted SQL in a string: the request does not say what the editor uses. */
const SQL_TAB_WIDTH = 2;
/** A selection over a whole file asks for the actions of these many findings only. */
const MAX_FINDINGS = 10;
const MAX_FIXES = 3;

export const generatedReason =
  'This file says that a program makes it, so a fix would be lost. Repair what it is made from.';

/** What an action carries until its edit is asked for. */
interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly ruleId?: string;
}

/** What a file that names libraries lacks of these, which another file uses. */
export type MissingFor = (uri: string, needs: readonly PackageNeed[]) => readonly PackageChange[];

/** The actions at a range. Those that touch the whole file get their edit later if the client can. */
export async function codeActions(
  snapshot: Snapshot,
  { range, context }: CodeActionParams,
  features: ClientFeatures,
  pageOf: (rule: RuleInfo) => string,
  missing: MissingFor,
): Promise<CodeAction[]> {
  const { text } = snapshot;
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  const wants = (kind: string) =>
    context.only === undefined ||
    context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];

  if (wants(CodeActionKind.QuickFix)) {
    const here = snapshot.findings
      .filter((finding) => finding.start <= end && start <= finding.end)
      .slice(0, MAX_FINDINGS);
    const shown = toDiagnostics(snapshot, features, pageOf);
    const offered = new Set<string>();
    for (const finding of here) {
      const diagnostic =
        context.diagnostics.find((each) => isShownBy(finding, each, text)) ??
        shown[snapshot.findings.indexOf(finding)];
      actions.push(
        ...(await forFinding(
          snapshot,
          finding,
          diagnostic ? [diagnostic] : [],
          features,
          offered,
          missing,
        )),
      );
    }
  }
  // Asked for by name only: on save, or from the menu of source actions.
  if (context.only !== undefined && wants(fixAllKind)) {
    const isMade = isGenerated(snapshot.text.getText());
    const edits = isMade ? [] : await unchanged(snapshot, fixAllEdits(snapshot));
    if (edits.length > 0) {
      actions.push({
        title: 'Fix all Backend Tutor problems with a safe fix',
        kind: fixAllKind,
        edit: toWorkspaceEdit(snapshot, edits, features),
      });
    }
  }
  if (wants(CodeActionKind.RefactorRewrite)) {
    const fix = snapshot.analysed.formatSqlStringAt(start, {
      ...snapshot.options,
      keywordCase: snapshot.settings.keywordCase,
      tabWidth: SQL_TAB_WIDTH,
    });
    if (fix !== undefined) {
      actions.push({
        title: fix.title,
        kind: CodeActionKind.RefactorRewrite,
        edit: toWorkspaceEdit(snapshot, fix.edits, features),
      });
    }
  }
  return actions;
}

async function forFinding(
  snapshot: Snapshot,
  finding: Finding,
  diagnostics: Diagnostic[],
  features: ClientFeatures,
  offered: Set<string>,
  missing: MissingFor,
): Promise<CodeAction[]> {
  const kind = CodeActionKind.QuickFix;
  const isMade = isGenerated(snapshot.text.getText());
  const found = await unchanged(snapshot, snapshot.fixes(finding));
  const fixes = isMade ? [] : found.slice(0, MAX_FIXES);
  const actions: CodeAction[] = fixes.map((fix, index) => ({
    title: fix.title,
    kind,
    diagnostics,
    isPreferred: index === 0,
    edit: fixToWorkspaceEdit(snapshot, fix, features, finding),
    ...afterwards(snapshot, finding, fix, features, missing),
  }));
  for (const change of fixes.flatMap(({ packages = [] }) => missing(snapshot.text.uri, packages))) {
    const title = packageTitle(change);
    if (offered.has(title)) continue;
    offered.add(title);
    actions.push({ title, kind, diagnostics, edit: toWorkspaceEdits([change], features) });
  }
  const [first] = found;
  if (isMade && first && features.disabledActions) {
    actions.push({ title: first.title, kind, diagnostics, disabled: { reason: generatedReason } });
  }
  if (fixes.some((fix) => fix.kind === 'proved')) {
    const rule = snapshot.analysis.rules.find(({ id }) => id === finding.ruleId);
    const same = snapshot.findings.filter(({ ruleId }) => ruleId === finding.ruleId).length;
    const offers: [title: string, ruleId: string | undefined, useful: boolean][] = [
      [
        `Fix all "${rule?.title ?? finding.ruleId}" problems in this file`,
        finding.ruleId,
        same > 1,
      ],
      ['Fix all Backend Tutor problems in this file', undefined, snapshot.findings.length > same],
    ];
    for (const [title, ruleId, useful] of offers) {
      if (!useful || offered.has(title)) continue;
      offered.add(title);
      const action: CodeAction = { title, kind, diagnostics };
      const data: FixAllData = { uri: snapshot.text.uri, version: snapshot.version, ruleId };
      const edit = features.lazyEdits ? undefined : await fixAllEdit(snapshot, data, features);
      actions.push(edit === undefined ? { ...action, data } : { ...action, edit });
    }
    const everywhere = `Fix all "${rule?.title ?? finding.ruleId}" problems in all files`;
    if (features.appliesEdits && !offered.has(everywhere)) {
      offered.add(everywhere);
      const args = [finding.ruleId];
      const command = { title: everywhere, command: fixWorkspaceCommand, arguments: args };
      actions.push({ title: everywhere, kind, diagnostics, command });
    }
  }
  const suppression = snapshot.analysed.suppress(finding);
  if (suppression !== undefined) {
    const { fix, reasonPlaceholder } = suppression;
    actions.push({
      title: fix.title,
      kind,
      diagnostics,
      edit: toPlaceholderEdit(snapshot, fix.edits, reasonPlaceholder, features),
    });
  }
  if (features.commands.has(openRuleCommand)) {
    const title = 'Explain this problem';
    actions.push({
      title,
      kind,
      diagnostics,
      command: { title, command: openRuleCommand, arguments: [finding.ruleId] },
    });
  }
  return actions;
}

/** What the client is told when the fix has been applied, where it wants to know. */
function afterwards(
  { text }: Snapshot,
  { ruleId, start }: Finding,
  { title, edits, packages = [] }: Fix,
  features: ClientFeatures,
  missing: MissingFor,
): Pick<CodeAction, 'command'> {
  if (!features.commands.has(fixedCommand)) return {};
  const changed = applyEdits(text.getText(), edits);
  const line = new LineTable(changed).positionAt(movedBy(edits, start)).line;
  const [change] = missing(text.uri, packages);
  const params: FixedParams = {
    uri: text.uri,
    line,
    ruleId,
    ...(change && { packages: { title: packageTitle(change), needs: change.added } }),
  };
  return { command: { title, command: fixedCommand, arguments: [params] } };
}

/** Where an offset is after the edits in front of it. */
function movedBy(edits: readonly TextEdit[], offset: number): number {
  let moved = offset;
  for (const { start, end, newText } of edits) {
    if (end <= offset) moved += newText.length - (end - start);
    else if (start < offset) moved -= offset - start;
  }
  return moved;
}

/**
 * Computes the edit of an action that was offered without one.
 * @param find gives the newest state of a document
 * @throws ResponseError `ContentModified` when the document has changed since
 */
export async function resolveCodeAction(
  action: CodeAction,
  find: (uri: string) => Promise<Snapshot | undefined>,
  features: ClientFeatures,
): Promise<CodeAction> {
  const data: unknown = action.data;
  if (action.edit !== undefined || !isFixAllData(data)) return action;
  const snapshot = await find(data.uri);
  if (snapshot === undefined) throw contentModified();
  return { ...action, edit: await fixAllEdit(snapshot, data, features) };
}

async function fixAllEdit(snapshot: Snapshot, data: FixAllData, features: ClientFeatures) {
  if (snapshot.version !== data.version) throw contentModified();
  const edits = await unchanged(snapshot, fixAllEdits(snapshot, data.ruleId));
  return toWorkspaceEdit(snapshot, edits, features);
}

/** Waits for a result that holds for the snapshot's text only. */
async function unchanged<T>({ text, version }: Snapshot, result: Promise<T>): Promise<T> {
  const value = await result;
  if (text.version !== version) throw contentModified();
  return value;
}

function contentModified(): ResponseError {
  return new ResponseError(
    LSPErrorCodes.ContentModified,
    'The file has changed since the fix was offered. Nothing was changed; ask for the fix again.',
  );
}

function isFixAllData(data: unknown): data is FixAllData {
  return (
    typeof data === 'object' &&
    data !== null &&
    typeof (data as Partial<FixAllData>).uri === 'string' &&
    typeof (data as Partial<FixAllData>).version === 'number'
  );
}
