import type { ImportPath } from '../engine/model';
import { type Loader, Program, type ProgramFile } from '../engine/program';
import type { FlowResult } from '../engine/sites';
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
  /** Counts what changed for a file, in it or in others. */
  private readonly versions = new Map<string, number>();
  /** Files in which the analysis of a file found something. */
  private readonly reached = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly parsing: Parsing,
    private readonly files: ProjectFiles,
  ) {
    for (const path of files.paths) this.addPath(path);
  }

  /** A file that was made. */
  addPath(path: string): void {
    if (this.known.has(path)) return;
    this.known.add(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const list = this.byName.get(name);
    if (list) list.push(path);
    else this.byName.set(name, [path]);
  }

  /** A stored file was changed or deleted. @returns the files whose findings may have changed */
  changedOnDisk(path: string): ReadonlySet<string> {
    this.loaded.delete(path);
    return this.forgetUsers(path);
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

  /** How an open file is analysed as a part of the project. */
  flowOf(path: string, language: ProgramLanguage, text: () => string): FlowAnalysis {
    const { model } = codeLanguage(language);
    const versionOf = () => this.versions.get(path) ?? 0;
    return {
      get version() {
        return versionOf();
      },
      analyse: (module) => this.analyse({ path, module, model, text: text() }),
      analyseVariant: (module) => this.program.analyseVariant({ path, module, model }),
      textOf: (of) => this.textOf(of),
    };
  }

  private analyse(file: Loaded): FlowResult {
    const { path } = file;
    if (this.open.get(path)?.module !== file.module) {
      this.open.set(path, file);
      this.forgetUsers(path);
    }
    const result = this.program.analyse(file);
    // What was found in other files may be more now, or less.
    const reached = new Set(this.program.sitesElsewhere(path).keys());
    for (const other of new Set([...reached, ...(this.reached.get(path) ?? [])])) this.bump(other);
    this.reached.set(path, reached);
    return result;
  }

  /** The text of a file as the analysis saw it. */
  textOf(path: string): string | undefined {
    return (this.open.get(path) ?? this.loaded.get(path))?.text;
  }

  private bump(path: string): void {
    this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
  }

  /** What data from this file does in others that are not open, at its own severity. */
  findingsElsewhere(
    path: string,
    dialect: SqlDialect | 'auto',
  ): ReadonlyMap<string, readonly Finding[]> {
    const found = new Map<string, readonly Finding[]>();
    for (const [other, sites] of this.program.sitesElsewhere(path)) {
      const file = this.loaded.get(other);
      if (!file || this.open.has(other)) continue;
      const flow = { ...this.program.describe(file), sites };
      const context = { text: file.text, module: file.module, flow };
      const findings = detect(context, dialect, (of) => this.textOf(of), false);
      if (findings.length > 0)
        found.set(
          other,
          findings.map(({ finding }) => finding),
        );
    }
    return found;
  }

  /** Forgets a file's analysis, when no other file uses it. */
  release(path: string): void {
    this.open.delete(path);
    if (this.program.dependents(path).size === 0) this.program.forget(path);
  }

  /** A document was closed: its stored text counts again. */
  close(path: string): void {
    if (!this.open.delete(path)) return;
    this.loaded.delete(path);
    this.forgetUsers(path);
  }

  private forgetUsers(path: string): ReadonlySet<string> {
    const users = this.program.dependents(path);
    this.program.forget(path);
    for (const user of users) {
      this.program.forget(user);
      this.bump(user);
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
    return path === undefined ? undefined : (this.open.get(path) ?? this.read(path));
  }

  /** The file whose path ends so and that shares most folders with `from`. */
  private nearest(from: string, ending: string): string | undefined {
    const name = ending.slice(ending.lastIndexOf('/') + 1);
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

function sharedFolders(a: string, b: string): number {
  let shared = 0;
  const limit = Math.min(a.length, b.length);
  for (let i = 0; i < limit && a[i] === b[i]; i++) if (a[i] === '/') shared++;
  return shared;
}
