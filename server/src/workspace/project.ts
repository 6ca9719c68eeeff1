import type { ImportPath } from '../engine/model';
import { type Loader, Program, type ProgramFile } from '../engine/program';
import type { FlowResult } from '../engine/sites';
import type { Module } from '../ir/types';
import type { GrammarId } from '../parsing/flatTree';
import { type Grammar, maxTextLength, type Parsing } from '../parsing/parsing';
import type { Finding } from '../report/finding';
import type { SqlDialect } from '../sql/dialects';
import type { FlowAnalysis } from './codeDocument';
import { detect } from './detect';
import {
  codeLanguage,
  dataReader,
  grammarFor,
  isProgram,
  languageOf,
  type ProgramLanguage,
} from './languages';

/** The files of a folder, for what one of them takes from another. */
export interface ProjectFiles {
  /** All paths, in one form, with `/`. */
  readonly paths: readonly string[];
  /** Undefined for what cannot be read. Called when another file needs it, and then only. */
  read(path: string): string | undefined;
}

/** Findings in a file, and the text that they are in. */
export interface FileFindings {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A file that was read because another one uses it. */
interface Loaded extends ProgramFile {
  readonly text: string;
}

/** Languages whose files import each other. */
const families: readonly (readonly ProgramLanguage[])[] = [['javascript', 'typescript']];

/** Files that are analysed together: the open ones as they are in the editor, the others as stored. */
export class Project implements Loader {
  private readonly program = new Program(this);
  private readonly byName = new Map<string, string[]>();
  private readonly known = new Set<string>();
  private readonly grammars = new Map<GrammarId, Grammar>();
  private readonly loaded = new Map<string, Loaded | undefined>();
  private readonly open = new Map<string, Loaded>();
  /** Files whose analysis is kept and up to date. */
  private readonly current = new Set<string>();
  /** Counts what changed for a file in others. */
  private readonly versions = new Map<string, number>();
  /** Files in which the analysis of a file found something. */
  private readonly reached = new Map<string, ReadonlySet<string>>();
  /** Files that a file takes or took something from; remembered also when its analysis is not kept. */
  private readonly uses = new Map<string, Set<string>>();
  /** The same the other way round: by whom a file is used. */
  private readonly users = new Map<string, Set<string>>();
  /** Files that look for another one of this name, found or not. */
  private readonly seekers = new Map<string, Set<string>>();

  constructor(
    private readonly parsing: Parsing,
    readonly files: ProjectFiles,
  ) {
    for (const path of files.paths) this.know(path);
  }

  /** A file that was made. @returns the files whose findings may differ now */
  addPath(path: string): ReadonlySet<string> {
    if (this.known.has(path)) return this.changedOnDisk(path);
    this.know(path);
    this.loaded.delete(path);
    return this.affected(path, this.forgetUsers(path, this.seekers.get(nameOf(path))));
  }

  private know(path: string): void {
    this.known.add(path);
    const list = this.byName.get(nameOf(path));
    if (list) list.push(path);
    else this.byName.set(nameOf(path), [path]);
  }

  /** A file that was deleted. @returns the files whose findings may differ now */
  removePath(path: string): ReadonlySet<string> {
    const name = nameOf(path);
    this.known.delete(path);
    this.byName.set(
      name,
      (this.byName.get(name) ?? []).filter((other) => other !== path),
    );
    const affected = this.changedOnDisk(path);
    for (const used of this.uses.get(path) ?? []) this.users.get(used)?.delete(path);
    this.uses.delete(path);
    this.reached.delete(path);
    return affected;
  }

  /** A stored file was changed or deleted. @returns the files whose findings may differ now */
  changedOnDisk(path: string): ReadonlySet<string> {
    this.loaded.delete(path);
    // The open text counts, and who uses it was told when it was edited.
    const users = this.open.has(path) ? this.usersOf([path]) : this.forgetUsers(path);
    return this.affected(path, users);
  }

  /** Files that use a changed one, and those in which its analysis or theirs found something. */
  private affected(path: string, users: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(users);
    for (const from of [path, ...users])
      for (const other of this.reached.get(from) ?? []) all.add(other);
    all.delete(path);
    return all;
  }

  /** Loads the grammars that a language's files and those that they import need. */
  async prepare(language: ProgramLanguage): Promise<void> {
    const family = families.find((of) => of.includes(language)) ?? [language];
    const wanted = new Set(
      family.flatMap((of) => Object.values(codeLanguage(of).frontEnd.extensions)),
    );
    await Promise.all(
      [...wanted].map(async (id) => {
        if (!this.grammars.has(id)) this.grammars.set(id, await this.parsing.load(id));
      }),
    );
  }

  /**
   * How an open file is analysed as a part of the project.
   * @returns also how to close it: its stored text counts again, unless it was opened anew meanwhile
   */
  flowOf(
    path: string,
    language: ProgramLanguage,
    text: () => string,
  ): FlowAnalysis & { close(): void } {
    let latest: Module | undefined;
    const { model } = codeLanguage(language);
    const versionOf = () => this.versions.get(path) ?? 0;
    return {
      get version() {
        return versionOf();
      },
      known: (of) => {
        const stored = this.loaded.get(path);
        return stored?.text === of ? stored.module : undefined;
      },
      analyse: (module) => {
        latest = module;
        return this.analyse({ path, module, model, text: text() });
      },
      analyseVariant: (module) => this.program.analyseVariant({ path, module, model }),
      textOf: (of) => this.textOf(of),
      close: () => {
        if (latest && this.open.get(path)?.module === latest) this.close(path);
      },
    };
  }

  private analyse(file: Loaded): FlowResult {
    const { path } = file;
    const before = this.open.get(path) ?? this.loaded.get(path);
    if (this.open.get(path)?.module !== file.module) this.open.set(path, file);
    if (before?.module !== file.module) this.forgetUsers(path);
    return this.run(file);
  }

  private run(file: Loaded): FlowResult {
    const { path } = file;
    const isNew = !this.current.has(path);
    const result = this.program.analyse(file);
    if (!isNew) return result;
    this.current.add(path);
    // What was found in other files may be more now, or less.
    const reached = new Set(this.program.sitesElsewhere(path).keys());
    for (const other of new Set([...reached, ...(this.reached.get(path) ?? [])])) this.bump(other);
    this.reached.set(path, reached);
    return result;
  }

  /**
   * What is found in a file as it is stored, and what it does in others that are not open.
   * Empty for a file that is open, cannot be read or is too big. Call `release` when it is used.
   */
  async analyseStored(
    path: string,
    language: ProgramLanguage,
    dialect: SqlDialect | 'auto',
  ): Promise<FileFindings[]> {
    await this.prepare(language);
    const file = this.open.has(path) ? undefined : this.read(path);
    if (!file) return [];
    const context = { text: file.text, module: file.module, flow: this.run(file) };
    const found = detect(context, dialect, (of) => this.textOf(of));
    const findings = found.map(({ finding }) => finding);
    return [{ path, text: file.text, findings }, ...this.findingsElsewhere(path, dialect)];
  }

  /** The text of a file as the analysis saw it. */
  textOf(path: string): string | undefined {
    return (this.open.get(path) ?? this.loaded.get(path))?.text;
  }

  private bump(path: string): void {
    this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
  }

  /** What data from this file does in others that are not open, at its own severity. */
  findingsElsewhere(path: string, dialect: SqlDialect | 'auto'): FileFindings[] {
    const all: FileFindings[] = [];
    for (const [other, sites] of this.program.sitesElsewhere(path)) {
      const file = this.loaded.get(other);
      if (!file || this.open.has(other)) continue;
      const flow = { ...this.program.describe(file), sites };
      const context = { text: file.text, module: file.module, flow };
      const found = detect(context, dialect, (of) => this.textOf(of), false);
      const findings = found.map(({ finding }) => finding);
      if (findings.length > 0) all.push({ path: other, text: file.text, findings });
    }
    return all;
  }

  /** Forgets the analysis of a file that is not open, when no other one needs it. */
  release(path: string): void {
    if (this.open.has(path) || this.reachesOpen(path)) return;
    if (this.program.dependents(path).size === 0) this.unload(path);
  }

  /** Forgets all files that no open one needs. */
  releaseUnused(): void {
    const needed = new Set(this.open.keys());
    for (const path of this.reached.keys()) if (this.reachesOpen(path)) needed.add(path);
    for (const path of needed) for (const used of this.uses.get(path) ?? []) needed.add(used);
    for (const path of [...this.loaded.keys()]) if (!needed.has(path)) this.unload(path);
  }

  /** Files that are not open and in whose analysis this one has findings. */
  reaching(path: string): readonly string[] {
    return [...this.reached.keys()].filter(
      (from) => !this.open.has(from) && this.reached.get(from)?.has(path),
    );
  }

  private reachesOpen(path: string): boolean {
    for (const other of this.reached.get(path) ?? []) if (this.open.has(other)) return true;
    return false;
  }

  private unload(path: string): void {
    this.loaded.delete(path);
    this.forget(path);
  }

  private forget(path: string): void {
    this.program.forget(path);
    this.current.delete(path);
  }

  private close(path: string): void {
    const last = this.open.get(path);
    this.open.delete(path);
    // Others know it as it is stored already.
    if (last && this.loaded.get(path)?.module === last.module) return;
    this.loaded.delete(path);
    this.forgetUsers(path);
  }

  private forgetUsers(path: string, more: Iterable<string> = []): ReadonlySet<string> {
    const users = this.usersOf([path, ...more]);
    for (const user of more) users.add(user);
    // Files may use each other in a circle; the file itself is known to be new.
    users.delete(path);
    this.forget(path);
    for (const user of users) {
      this.forget(user);
      this.bump(user);
    }
    return users;
  }

  /** Files that use one of these, directly or through others. */
  private usersOf(paths: readonly string[]): Set<string> {
    const users = new Set<string>();
    const pending = [...paths];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      for (const user of this.users.get(at) ?? []) {
        if (users.has(user)) continue;
        users.add(user);
        pending.push(user);
      }
    }
    return users;
  }

  // -------------------------------------------------------------------------------------------
  // Loader

  load(from: string, wanted: ImportPath): ProgramFile | undefined {
    const path = wanted.exact
      ? this.known.has(wanted.path) || dataReader(wanted.path)
        ? wanted.path
        : undefined
      : this.nearest(from, wanted.path);
    note(this.seekers, nameOf(wanted.path), from);
    if (path === undefined) return undefined;
    if (path !== from) {
      note(this.uses, from, path);
      note(this.users, path, from);
    }
    return this.open.get(path) ?? this.read(path);
  }

  /** The file whose path ends so and that shares most folders with `from`. */
  private nearest(from: string, ending: string): string | undefined {
    const name = nameOf(ending);
    let best: string | undefined;
    let bestShared = -1;
    for (const path of this.byName.get(name) ?? []) {
      if (path !== ending && !path.endsWith(`/${ending}`)) continue;
      const shared = sharedFolders(from, path);
      if (shared > bestShared) {
        best = path;
        bestShared = shared;
      }
    }
    return best;
  }

  private read(path: string): Loaded | undefined {
    if (this.loaded.has(path)) return this.loaded.get(path);
    // Files that import each other in a circle must not be read without end.
    this.loaded.set(path, undefined);
    const file = this.parse(path);
    this.loaded.set(path, file);
    return file;
  }

  private parse(path: string): Loaded | undefined {
    const reader = dataReader(path);
    if (reader) {
      const data = this.files.read(path);
      if (data === undefined || data.length > maxTextLength) return undefined;
      return { path, module: reader.lower(data), model: reader.model, text: data };
    }
    const language = languageOf(undefined, path);
    if (!language || !isProgram(language)) return undefined;
    const grammar = this.grammars.get(grammarFor(language, undefined, path));
    const text = grammar && this.files.read(path);
    if (!grammar || text === undefined || text.length > maxTextLength) return undefined;
    const parsed = grammar.open(text);
    const { frontEnd, model } = codeLanguage(language);
    const module = frontEnd.lower(parsed.tree);
    parsed.dispose();
    return { path, module, model, text };
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function note(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function sharedFolders(a: string, b: string): number {
  let shared = 0;
  const limit = Math.min(a.length, b.length);
  for (let i = 0; i < limit && a[i] === b[i]; i++) if (a[i] === '/') shared++;
  return shared;
}
