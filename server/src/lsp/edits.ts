import type {
  AnnotatedTextEdit,
  TextEdit as LspTextEdit,
  Range,
  SnippetTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../ir/types';
import type { Fix, TextEdit } from '../report/finding';
import type { ClientFeatures } from './clientFeatures';
import { toRange } from './diagnostics';
import type { Snapshot } from './documents';

export function toTextEdits(snapshot: Snapshot, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => ({ range: toRange(snapshot.text, edit), newText: edit.newText }));
}

/** An edit that the client refuses when the document has another version by then, if it can. */
export function toWorkspaceEdit(
  snapshot: Snapshot,
  edits: readonly TextEdit[],
  features: ClientFeatures,
): WorkspaceEdit {
  return wrap(snapshot, toTextEdits(snapshot, edits), features);
}

/**
 * As `toWorkspaceEdit`, and a fix that a person has to look at asks for it where the client can: one
 * that may need to be adapted, and one that touches more lines than those of the finding.
 */
export function fixToWorkspaceEdit(
  snapshot: Snapshot,
  fix: Fix,
  features: ClientFeatures,
  finding: Span,
): WorkspaceEdit {
  const edits = toTextEdits(snapshot, fix.edits);
  const description = whyLook(fix, edits, toRange(snapshot.text, finding));
  if (description === undefined || !features.annotatedEdits) {
    return wrap(snapshot, edits, features);
  }
  // Editors show a preview when one edit asks for it, and tick only those that do not. So an empty
  // edit asks, and the person finds the change itself ticked.
  const look = { range: { start: edits[0]!.range.start, end: edits[0]!.range.start }, newText: '' };
  const annotated = [
    { ...look, annotationId: 'look' },
    ...edits.map((edit) => ({ ...edit, annotationId: 'change' })),
  ];
  return {
    ...wrap(snapshot, annotated, features),
    changeAnnotations: {
      look: { label: fix.title, needsConfirmation: true, description },
      change: { label: fix.title, needsConfirmation: false, description },
    },
  };
}

function whyLook(fix: Fix, edits: readonly LspTextEdit[], at: Range): string | undefined {
  if (fix.kind === 'preview') {
    return 'Look at the change before you keep it: it may need to be adapted.';
  }
  const isInside = edits.every(
    ({ range }) => at.start.line <= range.start.line && range.end.line <= at.end.line,
  );
  return isInside ? undefined : 'This fix also changes other lines of the file.';
}

/**
 * As `toWorkspaceEdit`, with the placeholder selected where the client can do that.
 * @param placeholder stands once in the new text of one edit
 */
export function toPlaceholderEdit(
  snapshot: Snapshot,
  edits: readonly TextEdit[],
  placeholder: string,
  features: ClientFeatures,
): WorkspaceEdit {
  if (!features.snippetEdits) return toWorkspaceEdit(snapshot, edits, features);
  const converted = edits.map((edit): LspTextEdit | SnippetTextEdit => {
    const range = toRange(snapshot.text, edit);
    const at = edit.newText.indexOf(placeholder);
    // Editors indent the further lines of a snippet that starts within a line.
    if (at < 0 || (range.start.character > 0 && edit.newText.includes('\n'))) {
      return { range, newText: edit.newText };
    }
    const before = escapeSnippet(edit.newText.slice(0, at));
    const after = escapeSnippet(edit.newText.slice(at + placeholder.length));
    const value = `${before}\${1:${escapeSnippet(placeholder)}}${after}`;
    return { range, snippet: { kind: 'snippet', value } };
  });
  return wrap(snapshot, converted, features);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A text and what becomes of it. */
export interface ChangedText {
  readonly text: TextDocument;
  /** Null for a file that no editor has open. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** One change of several files, for a client that takes versions: the others take the texts as they are. */
export function toWorkspaceEdits(
  changes: readonly ChangedText[],
  features: ClientFeatures,
): WorkspaceEdit {
  const each = changes.map(({ text, version, edits }) => ({
    textDocument: { uri: text.uri, version },
    edits: edits.map(
      (edit): LspTextEdit => ({ range: toRange(text, edit), newText: edit.newText }),
    ),
  }));
  return features.versionedEdits
    ? { documentChanges: each }
    : {
        changes: Object.fromEntries(
          each.map(({ textDocument, edits }) => [textDocument.uri, edits]),
        ),
      };
}

function wrap(
  { text, version }: Snapshot,
  edits: (LspTextEdit | AnnotatedTextEdit | SnippetTextEdit)[],
  features: ClientFeatures,
): WorkspaceEdit {
  return features.versionedEdits
    ? { documentChanges: [{ textDocument: { uri: text.uri, version }, edits }] }
    : { changes: { [text.uri]: edits as LspTextEdit[] } };
}
