import { TextDocument } from 'vscode-languageserver-textdocument';
import { placePackages } from '../analysis';
import { difference } from '../report/difference';
import { applyEdits, type PackageNeed } from '../report/finding';
import type { Documents } from './documents';
import type { ChangedText } from './edits';
import type { Folder, FolderFiles } from './folders';
import { pathOf, uriBeside } from './uris';

/** Where a program's folder names its libraries. */
export interface PackagePlaces {
  readonly documents: Documents;
  readonly files: FolderFiles;
  folderOf(uri: string): Folder | undefined;
}

/** A file that names libraries, with those that it lacks. */
export interface PackageChange extends ChangedText {
  /** Base name of the file. */
  readonly name: string;
  readonly added: readonly PackageNeed[];
}

/** A file, by its address, and the libraries that it uses. */
export type Use = readonly [uri: string, needs: readonly PackageNeed[]];

/**
 * What has to be added so that files may use libraries; nothing for those that are there already, and
 * for those that no file around names.
 */
export function missingPackages(
  uses: readonly Use[],
  { documents, files, folderOf }: PackagePlaces,
): readonly PackageChange[] {
  const changes = new Map<string, PackageChange>();
  const opened = (path: string) => {
    const open = documents.openAt(path);
    return open && documents.texts.get(open.uri);
  };
  const read = (path: string) => {
    const known = changes.get(path);
    if (known) return applyEdits(known.text.getText(), known.edits);
    return opened(path)?.getText() ?? files.read(path);
  };
  for (const [uri, needs] of uses) {
    const folder = folderOf(uri);
    if (!folder || needs.length === 0) continue;
    for (const change of placePackages(pathOf(uri), needs, [folder.root], read).changes) {
      const { path } = change;
      const known = changes.get(path);
      const open = opened(path);
      const text =
        known?.text ?? open ?? TextDocument.create(uriBeside(folder.uri, path), '', 0, change.text);
      changes.set(path, {
        text,
        version: open?.version ?? null,
        edits: difference(text.getText(), applyEdits(change.text, change.edits)),
        name: path.slice(path.lastIndexOf('/') + 1),
        added: [...(known?.added ?? []), ...change.added],
      });
    }
  }
  return [...changes.values()];
}

/** `Add bcrypt to package.json`. */
export function packageTitle({ name, added }: PackageChange): string {
  return `Add ${added.map((need) => need.name).join(', ')} to ${name}`;
}
