import type { Analysis, AnalysisProject } from '../analysis';
import { excluder } from '../report/exclude';
import type { Configuration } from './configuration';
import { isLocalFile, pathOf } from './uris';

/** Files of folders on this machine; paths are those of their addresses, decoded. */
export interface FolderFiles {
  /** The wanted files below a folder. `excluded` takes the path below it. */
  list(
    folder: string,
    options: { excluded(relative: string): boolean; wanted(file: string): boolean },
  ): AsyncIterable<string>;
  /** Undefined for what cannot be read or is no text. */
  read(path: string): string | undefined;
  isWritable(path: string): boolean;
  /** Whether `list` leaves a path below a folder out, whatever the settings say. */
  skips(relative: string): boolean;
}

/** A workspace folder whose files are known. */
export interface Folder {
  readonly uri: string;
  /** Path of the folder, with a `/` at its end. */
  readonly root: string;
  readonly project: AnalysisProject;
  /** The analysed files. Kept up to date. */
  readonly paths: Set<string>;
  /** There are more files than `maxFiles`. */
  readonly limited: boolean;
  readonly exclude: readonly string[];
  /** Whether the path, in the form of `paths`, is of a file that is analysed. */
  holds(path: string): boolean;
}

export interface FolderEvents {
  ready(folder: Folder): void;
  gone(folder: Folder): void;
}

/** A folder with more files is hardly one program: a home folder, for instance. */
const maxFiles = 20_000;

/** The workspace folders, each as one project. */
export class Folders {
  private uris: readonly string[] = [];
  private readonly ready = new Map<string, Folder>();
  private readonly loading = new Map<string, Promise<void>>();
  private started = false;

  constructor(
    private readonly files: FolderFiles | undefined,
    private readonly analysis: () => Promise<Analysis>,
    private readonly configuration: Configuration,
    private readonly events: FolderEvents,
  ) {}

  /** Loads nothing before `start`. */
  set(uris: readonly string[]): void {
    this.uris = uris.filter(isLocalFile);
    for (const [uri, folder] of [...this.ready]) {
      if (!this.uris.includes(uri)) this.drop(folder);
    }
    if (this.started) for (const uri of this.uris) void this.load(uri);
  }

  /** To be called when the client may be asked for settings. */
  start(): void {
    this.started = true;
    this.set(this.uris);
  }

  /** Settings changed: folders with other files are loaded again. */
  async settingsChanged(): Promise<void> {
    for (const folder of [...this.ready.values()]) {
      const { exclude } = await this.configuration.settingsFor(folder.uri);
      if (String(exclude) === String(folder.exclude)) continue;
      this.drop(folder);
      await this.load(folder.uri);
    }
  }

  /** Lists the files anew. @returns all folders on this machine */
  async reload(): Promise<readonly Folder[]> {
    await Promise.all(this.loading.values());
    for (const folder of [...this.ready.values()]) this.drop(folder);
    await Promise.all(this.uris.map((uri) => this.load(uri)));
    return this.all;
  }

  get all(): readonly Folder[] {
    return [...this.ready.values()];
  }

  /** The innermost folder around an address; undefined while it is not loaded. */
  of(uri: string): Folder | undefined {
    if (!isLocalFile(uri)) return undefined;
    const path = pathOf(uri);
    const around = this.uris.filter((folder) => path.startsWith(rootOf(folder)));
    const [inner] = around.sort((a, b) => rootOf(b).length - rootOf(a).length);
    return inner === undefined ? undefined : this.ready.get(inner);
  }

  private load(uri: string): Promise<void> {
    if (this.ready.has(uri)) return Promise.resolve();
    let loading = this.loading.get(uri);
    if (loading === undefined) {
      loading = this.list(uri).finally(() => this.loading.delete(uri));
      this.loading.set(uri, loading);
    }
    return loading;
  }

  private async list(uri: string): Promise<void> {
    const { files } = this;
    if (files === undefined) return;
    const analysis = await this.analysis();
    const { exclude } = await this.configuration.settingsFor(uri);
    const excluded = excluder(exclude);
    const root = rootOf(uri);
    const wanted = (path: string) => analysis.languageOf(undefined, path) !== undefined;
    const paths = new Set<string>();
    for await (const path of files.list(root.slice(0, -1) || '/', { excluded, wanted })) {
      if (paths.size === maxFiles) break;
      paths.add(path);
    }
    if (!this.uris.includes(uri)) return;
    const project = analysis.project({ paths: [...paths], read: (path) => files.read(path) });
    const folder: Folder = {
      uri,
      root,
      project,
      paths,
      limited: paths.size === maxFiles,
      exclude,
      holds(path) {
        const relative = path.slice(root.length);
        return (
          path.startsWith(root) && wanted(path) && !files.skips(relative) && !excluded(relative)
        );
      },
    };
    this.ready.set(uri, folder);
    this.events.ready(folder);
  }

  private drop(folder: Folder): void {
    this.ready.delete(folder.uri);
    this.events.gone(folder);
  }
}

function rootOf(uri: string): string {
  return `${pathOf(uri).replace(/\/+$/, '')}/`;
}
