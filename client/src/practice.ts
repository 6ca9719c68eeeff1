import * as vscode from 'vscode';
import { isEdited } from './progress/practiceText';

const FOLDER = 'backend-tutor-practice';
const SNAPSHOTS = 'snapshots';

/** An earlier version of a practice file, kept when it was reset. */
export interface PracticeSnapshot {
  /** When it was kept: the name of its folder, which is an ISO date without colons. */
  readonly time: string;
  readonly uri: vscode.Uri;
}

/**
 * The files to practice with: the starters in the extension, and the learner's copies of them. A
 * copy is never overwritten but by a reset, which keeps the version that was there.
 */
export class Practice {
  private listed: Promise<ReadonlySet<string>> | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** All practice files, as `<step folder>/<file>`. */
  files(): Promise<ReadonlySet<string>> {
    return (this.listed ??= this.list());
  }

  /** The text that the learner begins with. */
  async starter(file: string): Promise<string> {
    return readText(this.starterUri(file));
  }

  /**
   * Makes the learner's copy unless it is there.
   * @returns where it is
   */
  async ensureCopy(file: string): Promise<vscode.Uri> {
    const target = await this.placeOf(file);
    if (!(await exists(target))) {
      await vscode.workspace.fs.writeFile(
        target,
        await vscode.workspace.fs.readFile(this.starterUri(file)),
      );
    }
    return target;
  }

  /** Puts the starter back. What the learner had is kept, and can be undone in the editor. */
  async reset(file: string): Promise<vscode.Uri> {
    return this.replace(file, await this.starter(file));
  }

  /** Puts a kept version back, and keeps the one that was there. */
  async restore(file: string, snapshot: PracticeSnapshot): Promise<vscode.Uri> {
    return this.replace(file, await readText(snapshot.uri));
  }

  /** Kept versions of a file, the newest first. */
  async snapshots(file: string): Promise<PracticeSnapshot[]> {
    const root = this.snapshotRoot();
    const found: PracticeSnapshot[] = [];
    for (const [time] of (await entries(root)).sort().reverse()) {
      const uri = vscode.Uri.joinPath(root, time, file);
      if (await exists(uri)) found.push({ time, uri });
    }
    return found;
  }

  private async replace(file: string, text: string): Promise<vscode.Uri> {
    const target = await this.ensureCopy(file);
    const document = await vscode.workspace.openTextDocument(target);
    const current = document.getText();
    if (isEdited(await this.starter(file), current)) {
      const time = new Date().toISOString().replaceAll(':', '-');
      const kept = vscode.Uri.joinPath(this.snapshotRoot(), time, file);
      await vscode.workspace.fs.writeFile(kept, new TextEncoder().encode(current));
    }
    const edit = new vscode.WorkspaceEdit();
    const end = document.positionAt(current.length);
    edit.replace(target, new vscode.Range(new vscode.Position(0, 0), end), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();
    return target;
  }

  /** The open folder that has the steps' folders itself, and so is the practice folder. */
  async openFolder(): Promise<vscode.Uri | undefined> {
    const steps = [...(await this.files())].map((each) => each.slice(0, each.indexOf('/')));
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const names = (await entries(uri)).map(([name]) => name);
      if (names.some((name) => steps.includes(name))) return uri;
    }
    return undefined;
  }

  private async placeOf(file: string): Promise<vscode.Uri> {
    const practiceFolder = await this.openFolder();
    if (practiceFolder !== undefined) return vscode.Uri.joinPath(practiceFolder, file);
    const [first] = vscode.workspace.workspaceFolders ?? [];
    return first === undefined
      ? vscode.Uri.joinPath(this.context.globalStorageUri, 'practice', file)
      : vscode.Uri.joinPath(first.uri, FOLDER, file);
  }

  private async list(): Promise<ReadonlySet<string>> {
    const root = vscode.Uri.joinPath(this.context.extensionUri, 'walkthroughs');
    const files = new Set<string>();
    for (const [step] of (await entries(root)).sort()) {
      const practice = vscode.Uri.joinPath(root, step, 'practice');
      for (const [name, type] of (await entries(practice)).sort()) {
        if (type === vscode.FileType.File) files.add(`${step}/${name}`);
      }
    }
    return files;
  }

  private starterUri(file: string): vscode.Uri {
    const [step = '', name = ''] = file.split('/');
    return vscode.Uri.joinPath(this.context.extensionUri, 'walkthroughs', step, 'practice', name);
  }

  private snapshotRoot(): vscode.Uri {
    return vscode.Uri.joinPath(this.context.globalStorageUri, SNAPSHOTS);
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** What is in a folder; nothing when it is not there. */
async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
}
