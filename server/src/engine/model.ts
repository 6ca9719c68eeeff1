/**
 * Framework models: what a library's functions mean for the analysis, as data. A model names API by
 * **symbols**, which the engine derives from imports, calls and annotations:
 *
 * - `pg` is a module, `pg.Pool` what it exports;
 * - `pg.Pool()` is what calling or constructing it gives, unless `types` gives that a name of its
 *   own: instance types end in `#`, as in `pg.Client#`;
 * - `pg.Client#query` is a member of an instance.
 */

/** Where a fact was read: a documentation page, specification section or source file. */
export type Provenance = string;

export interface FrameworkModel {
  readonly name: string;
  readonly doc: Provenance;
  /** Derived symbol → the instance type it has: `{ 'pg.Pool()': 'pg.Client#' }`. */
  readonly types?: Readonly<Record<string, string>>;
  /** Objects that all functions of a program share, and whose fields are what the program puts there. */
  readonly stores?: readonly string[];
  readonly sources?: readonly SourceSpec[];
  readonly entryPoints?: readonly EntryPointSpec[];
  readonly sinks?: readonly SinkSpec[];
  readonly calls?: readonly CallSpec[];
}

/** Reading this symbol, or calling it when `called`, gives data from outside. */
export interface SourceSpec {
  readonly symbol: string;
  readonly called?: boolean;
  /** `remote`: an attacker on the network chooses it. `local`: the person at the keyboard does. */
  readonly kind: 'remote' | 'local';
  /** For messages, with its article: `the query string of the request`. */
  readonly label: string;
}

/** How a framework finds the functions that it calls with data from outside. */
export type EntryPointSpec =
  | {
      /** Functions given to this call, in any argument from `from` on. */
      readonly by: 'registration';
      readonly call: string;
      readonly from: number;
      /** Symbols of the parameters. With one more parameter than listed, `error` comes first. */
      readonly params: readonly string[];
      readonly errorFirst?: boolean;
    }
  | {
      /** Functions with this decorator; the path pattern in argument 0 names tainted parameters. */
      readonly by: 'decorator';
      readonly decorator: string;
      /** Group 1: converter (optional), group 2: parameter name. */
      readonly pathParams: RegExp;
      /** Converters whose result cannot carry an attack. */
      readonly cleanConverters: readonly string[];
      readonly label: string;
    }
  | {
      /** Functions whose first parameters have these names. */
      readonly by: 'signature';
      readonly names: readonly (readonly string[])[];
      readonly params: readonly string[];
      /** Only in files that import a module whose symbol starts with this. */
      readonly ifImported?: string;
    };

/** An argument: by position, by name, or both (`position` first in calls, `name` as keyword). */
export interface ArgRef {
  readonly position?: number;
  readonly name?: string;
}

/**
 * A place that a rule looks at. `kind` is the rule's word for it; the rest says where its parts are.
 */
export interface SinkSpec {
  readonly kind: string;
  readonly at:
    | { readonly call: string }
    /** A call of a method by this name on a receiver of unknown type. */
    | { readonly method: string }
    /** `target[key] = value` or `target.key = value`; compared without case. */
    | { readonly assignKey: string }
    /** `name = value` at the top level of a file. */
    | { readonly assignName: string };
  /** The parts by role, such as `{ text: { position: 0 }, params: { position: 1 } }`. */
  readonly roles?: Readonly<Record<string, ArgRef>>;
  /** What the rule and its fix need to know, such as `{ driver: 'pg', placeholder: '$n' }`. */
  readonly data?: Readonly<Record<string, string>>;
}

/** What a call does with values. */
export interface CallSpec {
  /** A symbol; or the name of a method on a receiver of unknown type, written `*.name`. */
  readonly call: string;
  /**
   * - `clean`: the result carries no taint (`cleans` limits that to some sink kinds);
   * - `propagate`: the result carries the taint of receiver and arguments;
   * - `receiver`: the result is the receiver;
   * - `argument`: the result is the first argument;
   * - `element`: the result is what the receiver holds under the first argument, else the second;
   * - `mapped`: the result is a list of what the callback gives for each element;
   * - `filtered`: the result is a list of the elements for which the callback holds;
   * - `joined`: the result is the text of a list's elements, receiver and argument being list and
   *   separator in either order;
   * - `never`: the call does not come back.
   */
  readonly result:
    | 'clean'
    | 'propagate'
    | 'receiver'
    | 'argument'
    | 'element'
    | 'mapped'
    | 'filtered'
    | 'joined'
    | 'never';
  /** Sink kinds that the call cleans its result for; absent means all. */
  readonly cleans?: readonly string[];
  /** Holds only when the named argument is one of these symbols. */
  readonly when?: { readonly name: string; readonly symbols: readonly string[] };
  /** The receiver takes the arguments in (`push`, `append`). */
  readonly mutatesReceiver?: boolean;
  /** Functions among the arguments get the receiver, or one of its elements, as first parameter. */
  readonly callback?: 'element' | 'receiver';
}

/** What the engine has to know of a language to run over its IR. */
export interface LanguageModel {
  readonly models: readonly FrameworkModel[];
  /** The call that loads a module by name, if any (`require`). */
  readonly importCall?: string;
  /** The module's symbol for the text of an import. */
  moduleSymbol(source: string): string;
  /** `this` where the receiver is a name; `first-parameter` where methods declare it. */
  readonly receiver: 'this' | 'first-parameter';
  /** An assignment without declaration makes a local variable. */
  readonly assignmentDeclares: boolean;
  /** Every top-level function may be used by other files. */
  readonly exportsEverything: boolean;
  /** Names that refer to what the module exports (`module.exports`, `exports`). */
  readonly exportObjects: readonly string[];
  /** Names without a declaration that have a symbol: `{ parseInt: 'parseInt' }`. */
  readonly globals: readonly string[];
  /** Identifiers that mean secret data; undefined for all others. The kind becomes a source kind. */
  sensitiveName(identifier: string): string | undefined;
}

/** A language's models, indexed for the interpreter. */
export interface CompiledModel {
  readonly language: LanguageModel;
  readonly types: ReadonlyMap<string, string>;
  readonly stores: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, SourceSpec>;
  readonly calledSources: ReadonlyMap<string, SourceSpec>;
  readonly registrations: ReadonlyMap<string, EntryPointSpec & { by: 'registration' }>;
  readonly decorators: ReadonlyMap<string, EntryPointSpec & { by: 'decorator' }>;
  readonly signatures: readonly (EntryPointSpec & { by: 'signature' })[];
  readonly callSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly methodSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly keySinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly nameSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly calls: ReadonlyMap<string, readonly CallSpec[]>;
  readonly methodCalls: ReadonlyMap<string, readonly CallSpec[]>;
  readonly globals: ReadonlySet<string>;
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** Indexes a language's models. Throws when two models give one symbol different instance types. */
export function compileModel(language: LanguageModel): CompiledModel {
  const types = new Map<string, string>();
  const sources = new Map<string, SourceSpec>();
  const calledSources = new Map<string, SourceSpec>();
  const registrations = new Map<string, EntryPointSpec & { by: 'registration' }>();
  const decorators = new Map<string, EntryPointSpec & { by: 'decorator' }>();
  const signatures: (EntryPointSpec & { by: 'signature' })[] = [];
  const callSinks = new Map<string, SinkSpec[]>();
  const methodSinks = new Map<string, SinkSpec[]>();
  const keySinks = new Map<string, SinkSpec[]>();
  const nameSinks = new Map<string, SinkSpec[]>();
  const calls = new Map<string, CallSpec[]>();
  const methodCalls = new Map<string, CallSpec[]>();
  for (const model of language.models) {
    for (const [symbol, type] of Object.entries(model.types ?? {})) {
      const known = types.get(symbol);
      if (known !== undefined && known !== type) {
        throw new Error(`${model.name}: ${symbol} is ${type} here and ${known} elsewhere`);
      }
      types.set(symbol, type);
    }
    for (const source of model.sources ?? []) {
      (source.called ? calledSources : sources).set(source.symbol, source);
    }
    for (const entry of model.entryPoints ?? []) {
      if (entry.by === 'registration') registrations.set(entry.call, entry);
      else if (entry.by === 'decorator') decorators.set(entry.decorator, entry);
      else signatures.push(entry);
    }
    for (const sink of model.sinks ?? []) {
      if ('call' in sink.at) add(callSinks, sink.at.call, sink);
      else if ('method' in sink.at) add(methodSinks, sink.at.method, sink);
      else if ('assignKey' in sink.at) add(keySinks, sink.at.assignKey.toLowerCase(), sink);
      else add(nameSinks, sink.at.assignName, sink);
    }
    for (const call of model.calls ?? []) {
      if (call.call.startsWith('*.')) add(methodCalls, call.call.slice(2), call);
      else add(calls, call.call, call);
    }
  }
  return {
    language,
    types,
    stores: new Set(language.models.flatMap((model) => model.stores ?? [])),
    sources,
    calledSources,
    registrations,
    decorators,
    signatures,
    callSinks,
    methodSinks,
    keySinks,
    nameSinks,
    calls,
    methodCalls,
    globals: new Set(language.globals),
  };
}

/** Longest symbol kept; what is longer is of no known library. */
const maxSymbolLength = 120;

/** Symbol of `object.property`. */
export function memberSymbol(object: string, property: string): string | undefined {
  const symbol = object.endsWith('#') ? object + property : `${object}.${property}`;
  return symbol.length <= maxSymbolLength ? symbol : undefined;
}

/** Symbol of what calling `callee` gives: its instance type where a model names one. */
export function resultSymbol(model: CompiledModel, callee: string): string | undefined {
  const symbol = `${callee}()`;
  return model.types.get(symbol) ?? (symbol.length <= maxSymbolLength ? symbol : undefined);
}
