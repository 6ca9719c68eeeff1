import * as vscode from 'vscode';
import { kindOfFile, type Place, placesIn } from './statements';

/** So many lenses, and no more, in a dump. */
const MOST = 300;
const EXPLAINED = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'WITH',
  'VALUES',
  'TABLE',
  'MERGE',
]);

/** `Run` and `Explain` above each statement. */
export class StatementLenses implements vscode.CodeLensProvider {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #dialect: (document: vscode.TextDocument) => 'postgresql' | 'mysql' | undefined;

  /** @param dialect undefined where statements of a file cannot run */
  constructor(dialect: (document: vscode.TextDocument) => 'postgresql' | 'mysql' | undefined) {
    this.#dialect = dialect;
  }

  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const kind = kindOfFile(document.uri.path, document.languageId);
    const dialect = this.#dialect(document);
    if (kind === undefined || dialect === undefined || !vscode.workspace.isTrusted) return [];
    const places = placesIn(document.getText(), kind, dialect);
    const lenses = places.slice(0, MOST).flatMap((place) => {
      const explains = kind === 'sql' && dialect === 'postgresql' && EXPLAINED.has(place.verb);
      return [
        this.#lens(document, place, '$(play) Run', 'runStatement', 'Run this statement'),
        ...(explains
          ? [this.#lens(document, place, 'Explain', 'explain', 'How PostgreSQL would run it')]
          : []),
      ];
    });
    const [first] = places;
    if (places.length > 1 && first !== undefined) {
      const range = new vscode.Range(
        document.positionAt(first.start),
        document.positionAt(first.start),
      );
      lenses.splice(
        1,
        0,
        new vscode.CodeLens(range, {
          title: 'Run all',
          command: 'backendTutor.database.runAll',
          arguments: [document.uri],
          tooltip: 'Run the statements of this file, one after the other',
        }),
      );
    }
    return lenses;
  }

  #lens(
    document: vscode.TextDocument,
    { start, end }: Place,
    title: string,
    command: string,
    tooltip: string,
  ): vscode.CodeLens {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.CodeLens(range, {
      title,
      command: `backendTutor.database.${command}`,
      arguments: [document.uri, start],
      tooltip,
    });
  }
}
