import type { FunctionNode, Module } from '../ir/types';
import { runPending } from './functions';
import type { CompiledModel, ImportPath } from './model';
import { FileRun, type Linker } from './run';
import type { FlowResult, Site } from './sites';
import { execAll } from './statements';
import { type FunctionRef, mapShape, type Taint, unknown, type Value, value } from './values';

/** Files that include each other are followed so deep. */
const maxIncludes = 12;

/** A file of the program, as the analysis takes it. */
export interface ProgramFile {
  readonly path: string;
  readonly module: Module;
  readonly model: CompiledModel;
}

/** Finds files of the program. Gives undefined for what the program does not have. */
export interface Loader {
  /** The file that the path means, as near to `from` as can be. */
  load(from: string, path: ImportPath): ProgramFile | undefined;
}

/** Runs a file's IR over abstract values, on its own, and collects the sites that rules look at. */
export function analyseFlow(module: Module, model: CompiledModel, path = ''): FlowResult {
  return new Program(undefined).analyse({ path, module, model });
}

/**
 * The analysis of files that import each other. What a file imports is run as far as its top level;
 * functions are summarised when a call needs them.
 */
export class Program implements Linker {
  private readonly runs = new Map<string, FileRun>();
  private readonly refs = new WeakMap<FunctionNode, FunctionRef>();
  /** Files that a file took something from, by path. */
  private readonly uses = new Map<string, Set<string>>();

  constructor(private readonly loader: Loader | undefined) {}

  /** What is found in a file, also by calls in other files that were analysed. */
  analyse(file: ProgramFile): FlowResult {
    const run = this.started(file);
    runPending(run);
    return this.resultOf(run, this.sitesIn(file.path));
  }

  /**
   * Analyses another text of a file of the program, with the calls in other files that were found to
   * reach it, and keeps nothing of it.
   */
  analyseVariant(file: ProgramFile): FlowResult {
    const { path } = file;
    const loader = this.loader;
    const trial = new Program(
      loader && {
        load(from, wanted) {
          const found = loader.load(from, wanted);
          return found?.path === path ? file : found;
        },
      },
    );
    const stale = this.dependents(path);
    for (const [other, run] of this.runs) {
      if (other !== path && !stale.has(other)) trial.runs.set(other, run);
    }
    for (const { file: other, module, model, log } of this.runs.values()) {
      if (other !== path && log.files.has(path)) trial.analyse({ path: other, module, model });
    }
    return trial.analyse(file);
  }

  /** What is known of a file of the program, without its sites. */
  describe(file: ProgramFile): FlowResult {
    return this.resultOf(this.started(file), []);
  }

  private resultOf(run: FileRun, sites: readonly Site[]): FlowResult {
    return {
      file: run.file,
      sites,
      incomplete: [...run.incomplete],
      imports: run.imports,
      paramIsOpen: (taint) => this.paramIsOpen(taint),
    };
  }

  /** Sites in other files that calls in this one reach, by the path of the other. */
  sitesElsewhere(path: string): ReadonlyMap<string, readonly Site[]> {
    const found = new Map<string, Site[]>();
    for (const site of this.runs.get(path)?.log.all() ?? []) {
      if (site.file === path) continue;
      const list = found.get(site.file);
      if (list) list.push(site);
      else found.set(site.file, [site]);
    }
    return found;
  }

  /** Files that use this one, directly or through others. */
  dependents(path: string): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (of: string) => {
      for (const [user, used] of this.uses) {
        if (!used.has(of) || found.has(user)) continue;
        found.add(user);
        visit(user);
      }
    };
    visit(path);
    return found;
  }

  /** Forgets a file, which has changed or gone; those that use it have to be forgotten as well. */
  forget(path: string): void {
    this.runs.delete(path);
    this.uses.delete(path);
  }

  private sitesIn(path: string): readonly Site[] {
    const sites: Site[] = [];
    for (const run of this.runs.values()) {
      if (!run.log.files.has(path)) continue;
      for (const site of run.log.all()) if (site.file === path) sites.push(site);
    }
    return sites;
  }

  private paramIsOpen(taint: Taint): boolean {
    const { param } = taint.source;
    const ref = param && this.refs.get(param.fn);
    return ref !== undefined && (ref.escapes || ref.calls === 0);
  }

  private started(file: ProgramFile): FileRun {
    const known = this.runs.get(file.path);
    if (known) return known;
    const run = this.newRun(file);
    this.runs.set(file.path, run);
    execAll(run, file.module.body);
    return run;
  }

  private newRun(file: ProgramFile): FileRun {
    const linker = this.loader ? this : undefined;
    const run = new FileRun(file.module, file.path, file.model, this.refs, linker);
    // What a function is may depend on imports, and functions are declared before anything runs.
    for (const stmt of file.module.body) {
      if (stmt.kind === 'import') run.imports.add(file.model.language.moduleSymbol(stmt.source));
    }
    return run;
  }

  // -------------------------------------------------------------------------------------------
  // Linker

  imported(from: string, source: string, name: string): Value | undefined {
    const { language } = this.importer(from)?.model ?? {};
    for (const path of language?.importPaths?.(from, source, name) ?? []) {
      const found = this.memberOf(from, path);
      if (found) return found;
    }
    return undefined;
  }

  names(from: string, source: string): readonly string[] {
    const { language } = this.importer(from)?.model ?? {};
    for (const path of language?.importPaths?.(from, source, '*') ?? []) {
      const run = this.runOf(from, path);
      if (run) return [...exportsOf(run).keys()];
    }
    return [];
  }

  named(from: string, name: string): Value | undefined {
    const run = this.importer(from);
    const { language } = run?.model ?? {};
    for (const path of language?.namePaths?.(from, name, run?.module.namespace) ?? []) {
      const found = this.memberOf(from, path);
      if (found) return found;
    }
    return undefined;
  }

  included(into: FileRun, source: string, once: boolean): Value | undefined {
    const { language } = into.model;
    for (const path of language.importPaths?.(into.file, source, '*') ?? []) {
      const file = this.loader?.load(into.file, path);
      if (!file || file.path === into.file) continue;
      this.noteUse(into.file, file.path);
      if (into.including.size >= maxIncludes || into.including.has(file.path)) return unknown;
      if (once && into.includedFiles.has(file.path)) return unknown;
      into.includedFiles.add(file.path);
      return this.runInside(into, file);
    }
    return undefined;
  }

  /** Runs a file's top level as a part of another one. */
  private runInside(into: FileRun, file: ProgramFile): Value {
    const run = new FileRun(file.module, file.path, file.model, this.refs, this, into.log);
    run.frame = into.frame;
    run.including = new Set([...into.including, file.path]);
    run.includedFiles = into.includedFiles;
    const { frame } = into;
    const { returns, dead } = frame;
    frame.returns = undefined;
    execAll(run, file.module.body);
    const given = frame.returns;
    frame.returns = returns;
    frame.dead = dead;
    runPending(run);
    return given ?? unknown;
  }

  private noteUse(from: string, path: string): void {
    const used = this.uses.get(from);
    if (used) used.add(path);
    else this.uses.set(from, new Set([path]));
  }

  private importer(path: string): FileRun | undefined {
    return this.runs.get(path);
  }

  private memberOf(from: string, path: ImportPath): Value | undefined {
    const run = this.runOf(from, path);
    if (!run) return undefined;
    if (path.member === '*') return wholeOf(run);
    const found = exportsOf(run).get(path.member);
    if (found || path.member !== 'default') return found;
    return run.exportedWhole;
  }

  private runOf(from: string, path: ImportPath): FileRun | undefined {
    const file = this.loader?.load(from, path);
    if (!file || file.path === from) return undefined;
    this.noteUse(from, file.path);
    return this.started(file);
  }
}

/** What a file offers by name. */
function exportsOf(run: FileRun): ReadonlyMap<string, Value> {
  const { language } = run.model;
  if (run.exported.size > 0 || language.exportObjects.length > 0) {
    const whole = run.exportedWhole?.shape;
    return whole?.kind === 'map' ? new Map([...whole.fields, ...run.exported]) : run.exported;
  }
  const names = new Map<string, Value>();
  for (const [name, of] of run.top.layer.entries())
    if (of && !name.startsWith('@')) names.set(name, of);
  return names;
}

/** A file as one value: what it exports as a whole, else an object with all that it exports. */
function wholeOf(run: FileRun): Value {
  const exports = exportsOf(run);
  if (run.exportedWhole && run.exported.size === 0) return run.exportedWhole;
  const whole = run.exportedWhole;
  return value({ ...whole, shape: mapShape(exports, false) });
}
