/**
 * Framework models: what a library's functions mean for the analysis, as data. A model names API by
 * **symbols**, which the engine derives from imports, calls and annotations:
 *
 * - `pg` is a module, `pg.Pool` what it exports;
 * - `pg.Pool()` is what calling or constructing it gives, unless `types` gives that a name of its
 *   own: instance types end in `#`, as in `pg.Client#`;
 * - `pg.Client#query` is a member of an instance.
 */
import { ofSymbol, type Value } from './values';

/** Where a fact was read: a documentation page, specification section or source file. */
export type Provenance = string;

export interface FrameworkModel {
  readonly name: string;
  readonly doc: Provenance;
  /** Derived symbol → the instance type it has: `{ 'pg.Pool()': 'pg.Client#' }`. */
  readonly types?: Readonly<Record<string, string>>;
  /** For families of names: the first pattern that matches a symbol gives its instance type. */
  readonly typePatterns?: readonly { readonly symbol: RegExp; readonly type: string }[];
  /** Instance type → the instance types whose members it has too, nearest first. */
  readonly extends?: Readonly<Record<string, readonly string[]>>;
  /** Instance types that hold data of a caller's, such as a file by its name, or a list. */
  readonly carriers?: readonly string[];
  /** Objects that all functions of a program share, and whose fields are what the program puts there. */
  readonly stores?: readonly string[];
  readonly sources?: readonly SourceSpec[];
  readonly entryPoints?: readonly EntryPointSpec[];
  readonly sinks?: readonly SinkSpec[];
  readonly calls?: readonly CallSpec[];
  readonly checks?: readonly CheckSpec[];
}

/**
 * Where data comes from. `remote`: an attacker on the network chooses it. `local`: the person at the
 * keyboard, the command line or the environment does. Other kinds say what the data is and matter
 * only to rules that ask for them: `archive-entry` (a name inside an archive), `weak-random` (from a
 * generator that can be predicted), `exception` (details of an error), `secret`, `password`.
 */
export type SourceKind = string;

/**
 * Reading this symbol, or calling it when `called`, gives data of this kind. `Type#*` stands for all
 * members of a type of which no model says anything else.
 */
export interface SourceSpec {
  readonly symbol: string;
  readonly called?: boolean;
  readonly kind: SourceKind;
  /** For messages, with its article: `the query string of the request`. */
  readonly label: string;
  /** A call that fills one of its arguments instead of giving the data back. */
  readonly into?: ArgRef;
  readonly harmless?: Harmless;
  /** By this the framework chose the handler: where a route has no parameters, it says nothing new. */
  readonly isRoute?: boolean;
}

/**
 * Sink kinds that data of a source cannot harm: a path parameter is always text (`nosql-query`), a
 * header cannot be set by a link (`redirect`).
 */
export type Harmless = readonly string[];

/** What a framework passes as a parameter: an instance type, data from outside, or nothing known. */
export type ParamSpec =
  | string
  | {
      readonly source: string;
      readonly kind?: SourceKind;
      readonly type?: string;
      readonly harmless?: Harmless;
      /** Written types that it may have; one of another type gets an object of the framework's making. */
      readonly onlyTypes?: RegExp;
    }
  | undefined;

interface EntryPointBase {
  /** The handler's result goes to a sink of this kind, as role `content`. */
  readonly returns?: { readonly kind: string; readonly data?: Readonly<Record<string, string>> };
}

/** How a framework finds the functions that it calls with data from outside. */
export type EntryPointSpec = EntryPointBase &
  (
    | {
        /** Functions given to this call, in any argument from `from` on. */
        readonly by: 'registration';
        /** A symbol; or the name of a method on a receiver of unknown type, written `*.name`. */
        readonly call: string;
        readonly from: number;
        /** With one more parameter than listed, `error` comes first if `errorFirst`. */
        readonly params: readonly ParamSpec[];
        readonly errorFirst?: boolean;
        /** Holds only when these conditions do (the event's name, for example). */
        readonly where?: readonly Condition[];
        /** Functions stand as values of a map (or of maps in it) in that argument, as in GraphQL resolvers. */
        readonly inMap?: boolean;
      }
    | {
        /** Functions with this decorator or annotation; `*.name` for a method of an unknown receiver. */
        readonly by: 'decorator';
        readonly decorator: string;
        /** The first specification of a decorator whose conditions hold is taken. */
        readonly where?: readonly Condition[];
        readonly kind?: SourceKind;
        /**
         * `path`: parameters that the path pattern in argument 0 names are data from outside.
         * `all`: every parameter that has no type of its own among the models.
         * `none`: only those that a `param-decorator` names.
         */
        readonly tainted: 'path' | 'all' | 'none';
        /** For `path`. Group 1: converter (optional), group 2: parameter name. */
        readonly pathParams?: RegExp;
        /** Converters whose result cannot carry an attack. */
        readonly cleanConverters?: readonly string[];
        /** Defaults (calls of these symbols) that say that a parameter is none of the request. */
        readonly exceptDefaults?: readonly string[];
        readonly label: string;
        readonly harmless?: Harmless;
      }
    | {
        /** Parameters with this decorator or annotation, of any function. */
        readonly by: 'param-decorator';
        readonly decorator: string;
        readonly label: string;
        readonly kind?: SourceKind;
        readonly harmless?: Harmless;
      }
    | {
        /** Methods of classes that extend or implement `of` (a class's symbol, not the instance's). */
        readonly by: 'method';
        readonly of: string;
        /** Method names; absent for all. */
        readonly names?: readonly string[];
        readonly params: readonly ParamSpec[];
      }
    | {
        /** Functions whose first parameters have these names. */
        readonly by: 'signature';
        readonly names: readonly (readonly string[])[];
        readonly params: readonly ParamSpec[];
        /** Only in files that import a module whose symbol starts with this. */
        readonly ifImported?: string;
      }
    | {
        /** Functions that a file exports under one of these names. */
        readonly by: 'export';
        readonly exported: readonly string[];
        /** Names that the first parameters must have; any when absent. */
        readonly names?: readonly (readonly string[])[];
        readonly params: readonly ParamSpec[];
        /** Only in files whose path matches. */
        readonly ifFile?: RegExp;
      }
  );

/** An argument: by position, by name, or both (`position` first in calls, `name` as keyword). */
export interface ArgRef {
  readonly position?: number;
  readonly name?: string;
  /** All arguments from `position` on, as a list; one that is a list stands for itself. */
  readonly rest?: boolean;
  /** Of a text such as `Location: /home`: what stands on this side of the first colon. */
  readonly side?: 'before-colon' | 'after-colon';
  /** Where nothing is given by position: the keyword arguments as one map. */
  readonly named?: boolean;
}

/**
 * A place that a rule looks at. `kind` is the rule's word for it (all kinds are listed in
 * `languages/siteKinds.ts`); the rest says where its parts are.
 */
export interface SinkSpec {
  readonly kind: string;
  readonly at: /** A call or construction of this symbol. */
    | { readonly call: string }
    /** A call of a method by this name on a receiver of unknown type. */
    | { readonly method: string }
    /** `target[key] = value` or `target.key = value`; compared without case. */
    | { readonly assignKey: string }
    /**
     * An assignment to this symbol: `process.env.NODE_TLS_REJECT_UNAUTHORIZED`, `Response#innerHTML`;
     * `session.*` for any key of an object. The key is the argument named `key`.
     */
    | { readonly assign: string }
    /** `name = value` at the top level of a file, or in the body of a class. */
    | { readonly assignName: string }
    /**
     * A function, class or parameter with this decorator or annotation, called or not; `*.name` for
     * a method of an unknown receiver.
     */
    | { readonly decorator: string };
  /** The parts by role, such as `{ text: { position: 0 }, params: { position: 1 } }`. */
  readonly roles?: Readonly<Record<string, ArgRef | 'receiver'>>;
  /** All of these must hold of the values that reach it; else there is no site. */
  readonly where?: readonly Condition[];
  /** No site when all of these surely hold. */
  readonly unless?: readonly Condition[];
  /** What the rule and its fix need to know, such as `{ driver: 'pg', placeholder: '$n' }`. */
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * What must be known of an argument (or of the receiver), or of a field in it. A value of which
 * nothing is known meets no condition but `missing: false`; so a site with conditions is certain.
 */
export type Condition =
  | ArgCondition
  /** At least one of these holds. */
  | { readonly any: readonly Condition[] };

export interface ArgCondition {
  readonly arg: ArgRef | 'receiver';
  /** Keys into maps, objects and what setters wrote: `['cookie', 'secure']`. */
  readonly path?: readonly string[];
  /** Is one of these constants. Text is compared without case. */
  readonly is?: readonly (string | number | boolean | null)[];
  readonly not?: readonly (string | number | boolean | null)[];
  /** Is a constant text (or a regular expression's source) that matches. */
  readonly matches?: RegExp;
  /** Is a constant number below this. */
  readonly below?: number;
  /**
   * True: the argument is not given at all, or the field surely not there (a map that is fully
   * known, or an object that only setters fill). False: it is given.
   */
  readonly missing?: boolean;
  /** Is a collection that surely has nothing in it. */
  readonly empty?: boolean;
  /** Is this symbol, or an instance of it. */
  readonly symbol?: readonly string[];
  /** Carries data of this kind. */
  readonly taint?: SourceKind;
}

/** What a call does with values. */
export interface CallSpec {
  /**
   * A symbol; or the name of a method on a receiver of unknown type, written `*.name`. For `clean`
   * also an operator of an instance type: `markupsafe.Markup#%`.
   */
  readonly call: string;
  readonly result: CallResult;
  /** The argument that takes the receiver's part (`array_map($f, $list)`); the others move up. */
  readonly receiver?: ArgRef;
  /** Sink kinds that the call cleans its result for; absent means all. For `clean`. */
  readonly cleans?: readonly string[];
  /** For `argument`; 0 when absent. */
  readonly argument?: number;
  /** Kind of data that the result carries in addition to what `result` says. */
  readonly gives?: { readonly kind: SourceKind; readonly label: string };
  /** Conditions; the first specification of a call whose conditions hold is taken. */
  readonly where?: readonly Condition[];
  readonly effect?: CallEffect;
  /** What functions among the arguments get, by parameter. */
  readonly callback?: readonly ('element' | 'receiver' | 'unknown' | 'argument')[];
}

/**
 * - `clean`: the result carries no taint (`cleans` limits that to some sink kinds);
 * - `propagate`: the result carries the taint of receiver and arguments;
 * - `receiver`, `argument`: the result is the receiver, or an argument;
 * - `derived`: a new object that keeps what is known of the receiver's fields (`factory.create()`);
 * - `element`: what the receiver holds under the first argument (key or index), else the second;
 * - `any-element`: one of the receiver's elements; `last-element`, `first-element`: that one;
 * - `list`: a list of the arguments; `map`: a map of keys and values in turn;
 * - `mapped`: a list of what the callback gives for each element;
 * - `filtered`: a list of the elements for which the callback holds;
 * - `joined`: the text of a list's elements, receiver and argument being list and separator in
 *   either order;
 * - `concat`: the text of receiver and arguments, one behind the other;
 * - `callback`: what the callback gives;
 * - `text`: a pure function of texts, computed when all is constant, tainted like its inputs else
 *   (see `textFunctions` in `constants.ts`; the method's name says which);
 * - `resource`: what the file of data holds whose name is the first argument;
 * - `never`: the call does not come back.
 */
export type CallResult =
  | 'clean'
  | 'propagate'
  | 'receiver'
  | 'argument'
  | 'derived'
  | 'element'
  | 'any-element'
  | 'first-element'
  | 'last-element'
  | 'list'
  | 'map'
  | 'mapped'
  | 'filtered'
  | 'joined'
  | 'concat'
  | 'callback'
  | 'resource'
  | 'never'
  | { readonly text: TextFunction };

/** Text functions that the engine computes. Positions count UTF-16 units, as all of ours. */
export type TextFunction =
  | 'upper'
  | 'lower'
  | 'trim'
  | 'char-at'
  | 'substring'
  | 'slice-length'
  | 'concat'
  | 'equals'
  | 'equals-ignore-case'
  | 'length'
  | 'is-empty'
  | 'starts-with'
  | 'ends-with'
  | 'contains'
  | 'index-of'
  | 'replace-all'
  | 'to-string'
  | 'to-number'
  /** A format with `%s`, or with `{}`, and its values. */
  | 'format-percent'
  | 'format-braces';

/**
 * What a call does to its receiver:
 * - `absorb`: it takes the arguments in, nobody knows where;
 * - `append`: the first argument becomes its last element, or the end of its text;
 * - `prepend`: the first argument becomes its first element;
 * - `extend`: the elements or entries of the first argument become its own;
 * - `remove`: the element at the first argument's index (without argument: the last) goes;
 * - `remove-first`: the first element goes;
 * - `set`: the second argument is put under the first, a key or an index;
 * - `delete`: what is under the first argument goes;
 * - `clear`: everything goes;
 * - `field`: a setter; the field of this name becomes that argument (a constant text as `value`
 *   stands for itself, `key` takes the name from an argument);
 * - `fill`: that argument (a buffer, a list) takes the receiver's and the other arguments' taint;
 * - `check`: the receiver, or that argument, carries no taint afterwards (it throws otherwise).
 */
export type CallEffect =
  | {
      readonly on:
        | 'absorb'
        | 'append'
        | 'prepend'
        | 'extend'
        | 'remove'
        | 'remove-first'
        | 'set'
        | 'delete'
        | 'clear';
    }
  | {
      readonly on: 'field';
      readonly name?: string;
      readonly key?: ArgRef;
      readonly value: ArgRef | string | boolean;
    }
  | { readonly on: 'fill'; readonly argument: ArgRef }
  | {
      readonly on: 'check';
      readonly subject: ArgRef | 'receiver';
      readonly cleans?: readonly string[];
    };

/** A call whose truth says that a value is harmless: `validator.isUUID(x)`, `path.startsWith(base)`. */
export interface CheckSpec {
  /** A symbol; or the name of a method on a receiver of unknown type, written `*.name`. */
  readonly call: string;
  readonly subject: ArgRef | 'receiver';
  /** The result that means harmless. */
  readonly when: boolean;
  /** Sink kinds; absent means all. */
  readonly cleans?: readonly string[];
  /** Harmless only when the subject is one of the fixed elements or keys of this collection. */
  readonly members?: ArgRef | 'receiver';
  /** Harmless only when this pattern admits nothing but letters, digits, `_` and `-`. */
  readonly pattern?: ArgRef | 'receiver';
  /** The pattern always has to match the whole text. */
  readonly anchored?: boolean;
  readonly where?: readonly Condition[];
}

/** Where a name of the program may be declared. */
export interface ImportPath {
  /** Relative to the program's folder with `/`; or the end of such a path when not `exact`. */
  readonly path: string;
  readonly exact: boolean;
  /** What to take from the file; `*` for the file itself. */
  readonly member: string;
}

/** What the engine has to know of a language to run over its IR. */
export interface LanguageModel {
  readonly models: readonly FrameworkModel[];
  /** The call that loads a module by name, if any (`require`). */
  readonly importCall?: string;
  /** Calls that run another file with the variables of this one, and whether only once. */
  readonly includeCalls?: ReadonlyMap<string, 'always' | 'once'>;
  /** The module's symbol for the text of an import. */
  moduleSymbol(source: string): string;
  /** `this` where the receiver is a name; `first-parameter` where methods declare it. */
  readonly receiver: 'this' | 'first-parameter';
  /** Names of the receiver inside a method: `this`, `self`. */
  readonly receiverNames: readonly string[];
  /** A name that is no variable may be a member of the receiver or of the class around. */
  readonly implicitReceiver: boolean;
  /** Reading a method by such a name calls it without arguments; other names are constants. */
  readonly readsCall?: RegExp;
  /** Methods of a function value that call it, with the arguments to leave out: `{ call: 1 }`. */
  readonly callMethods?: Readonly<Record<string, number>>;
  /** Names that stand for the receiver as its parent class has it: `super`. */
  readonly parentNames?: readonly string[];
  /** Names of the methods that initialise a new instance. */
  readonly constructors: readonly string[];
  /** An assignment without declaration makes a local variable. */
  readonly assignmentDeclares: boolean;
  /** Every top-level function may be used by other files. */
  readonly exportsEverything: boolean;
  /** Names that refer to what the module exports (`module.exports`, `exports`). */
  readonly exportObjects: readonly string[];
  /** Names without a declaration that have a symbol: `{ parseInt: 'parseInt' }`. */
  readonly globals: readonly string[];
  /** Symbol of a name without declaration that is none of `globals`: a constant, a function, a package. */
  globalSymbol?(name: string): string | undefined;
  /**
   * Files of the program that an import may mean, best first.
   *
   * @param from path of the importing file
   * @param name what is imported; `*` for the module itself
   */
  importPaths?(from: string, source: string, name: string): readonly ImportPath[];
  /** Methods that give their receiver in another form, which says the same: `getCanonicalPath`. */
  readonly forms?: RegExp;
  /** Full names of the program's classes, with their package, that stand for an import. */
  readonly fullNames?: RegExp;
  /** Files that may declare a name which nothing in the file does: autoloading, packages. */
  namePaths?(from: string, name: string, namespace: string | undefined): readonly ImportPath[];
  /** Written types whose values cannot carry an attack: numbers, truth values, dates. */
  readonly harmlessTypes: RegExp;
  /**
   * Functions of the program's own that are called what they are for, such as `escapeHtml`: how they
   * do it is not judged. The sink kinds that their result is harmless for; undefined for all others.
   */
  cleansByName(name: string): readonly string[] | undefined;
  /** Identifiers that mean secret data; undefined for all others. The kind becomes a source kind. */
  sensitiveName(identifier: string): string | undefined;
}

type EntryBy<B extends EntryPointSpec['by']> = Extract<EntryPointSpec, { readonly by: B }>;

/** A language's models, indexed for the interpreter. */
export interface CompiledModel {
  readonly language: LanguageModel;
  readonly types: ReadonlyMap<string, string>;
  readonly typePatterns: readonly { readonly symbol: RegExp; readonly type: string }[];
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  readonly stores: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, SourceSpec>;
  readonly calledSources: ReadonlyMap<string, SourceSpec>;
  readonly registrations: ReadonlyMap<string, readonly EntryBy<'registration'>[]>;
  readonly methodRegistrations: ReadonlyMap<string, readonly EntryBy<'registration'>[]>;
  readonly decorators: ReadonlyMap<string, readonly EntryBy<'decorator'>[]>;
  readonly methodDecorators: ReadonlyMap<string, readonly EntryBy<'decorator'>[]>;
  readonly paramDecorators: ReadonlyMap<string, EntryBy<'param-decorator'>>;
  readonly signatures: readonly EntryBy<'signature'>[];
  /** By the name that is exported. */
  readonly exportEntries: ReadonlyMap<string, readonly EntryBy<'export'>[]>;
  /** By the symbol of the class that is extended. */
  readonly methodEntries: ReadonlyMap<string, readonly EntryBy<'method'>[]>;
  readonly callSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly methodSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly keySinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly assignSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly nameSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly decoratorSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly methodDecoratorSinks: ReadonlyMap<string, readonly SinkSpec[]>;
  readonly carriers: ReadonlySet<string>;
  readonly calls: ReadonlyMap<string, readonly CallSpec[]>;
  readonly methodCalls: ReadonlyMap<string, readonly CallSpec[]>;
  readonly checks: ReadonlyMap<string, readonly CheckSpec[]>;
  readonly methodChecks: ReadonlyMap<string, readonly CheckSpec[]>;
  readonly globals: ReadonlySet<string>;
  /** Every symbol that a model says something of, and those that lead to it. */
  readonly known: ReadonlySet<string>;
  /** Last part of a symbol that `types` constructs → the symbols it may be short for. */
  readonly simpleTypes: ReadonlyMap<string, readonly string[]>;
  readonly memory: ModelMemory;
}

/** Symbols (`pg.Client#query`) and methods of receivers of unknown type (`query`), apart. */
class Index<T> {
  readonly symbols = new Map<string, T[]>();
  readonly methods = new Map<string, T[]>();

  add(name: string, item: T): void {
    if (name.startsWith('*.')) push(this.methods, name.slice(2), item);
    else push(this.symbols, name, item);
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** Types of the languages themselves, which no import gives another meaning. */
const primitives: ReadonlySet<string> = new Set(
  'string number boolean bigint object array any unknown int float bool str bytes list dict'.split(
    ' ',
  ),
);

/** Indexes a language's models. Throws when two models give one symbol different instance types. */
export function compileModel(language: LanguageModel): CompiledModel {
  const types = new Map<string, string>();
  const ancestors = new Map<string, readonly string[]>();
  const sources = new Map<string, SourceSpec>();
  const calledSources = new Map<string, SourceSpec>();
  const registrations = new Index<EntryBy<'registration'>>();
  const decorators = new Index<EntryBy<'decorator'>>();
  const paramDecorators = new Map<string, EntryBy<'param-decorator'>>();
  const signatures: EntryBy<'signature'>[] = [];
  const exportEntries = new Map<string, EntryBy<'export'>[]>();
  const methodEntries = new Map<string, EntryBy<'method'>[]>();
  const callSinks = new Map<string, SinkSpec[]>();
  const methodSinks = new Map<string, SinkSpec[]>();
  const keySinks = new Map<string, SinkSpec[]>();
  const assignSinks = new Map<string, SinkSpec[]>();
  const nameSinks = new Map<string, SinkSpec[]>();
  const decoratorSinks = new Index<SinkSpec>();
  const calls = new Index<CallSpec>();
  const checks = new Index<CheckSpec>();
  for (const model of language.models) {
    for (const [symbol, type] of Object.entries(model.types ?? {})) {
      const known = types.get(symbol);
      if (known !== undefined && known !== type) {
        throw new Error(`${model.name}: ${symbol} is ${type} here and ${known} elsewhere`);
      }
      types.set(symbol, type);
    }
    for (const [type, above] of Object.entries(model.extends ?? {})) ancestors.set(type, above);
    for (const source of model.sources ?? []) {
      (source.called ? calledSources : sources).set(source.symbol, source);
    }
    for (const entry of model.entryPoints ?? []) {
      if (entry.by === 'registration') registrations.add(entry.call, entry);
      else if (entry.by === 'decorator') decorators.add(entry.decorator, entry);
      else if (entry.by === 'param-decorator') paramDecorators.set(entry.decorator, entry);
      else if (entry.by === 'method') push(methodEntries, entry.of, entry);
      else if (entry.by === 'export')
        for (const name of entry.exported) push(exportEntries, name, entry);
      else signatures.push(entry);
    }
    for (const sink of model.sinks ?? []) {
      const { at } = sink;
      if ('call' in at) push(callSinks, at.call, sink);
      else if ('method' in at) push(methodSinks, at.method, sink);
      else if ('assignKey' in at) push(keySinks, at.assignKey.toLowerCase(), sink);
      else if ('assign' in at) push(assignSinks, at.assign, sink);
      else if ('assignName' in at) push(nameSinks, at.assignName, sink);
      else decoratorSinks.add(at.decorator, sink);
    }
    for (const call of model.calls ?? []) calls.add(call.call, call);
    for (const check of model.checks ?? []) checks.add(check.call, check);
  }
  const simpleTypes = new Map<string, string[]>();
  for (const symbol of types.keys()) {
    const simple = /([^.#()]+)\(\)$/.exec(symbol)?.[1];
    if (simple !== undefined && !primitives.has(simple)) {
      push(simpleTypes, simple, symbol.slice(0, -2));
    }
  }
  const compiled: CompiledModel = {
    language,
    types,
    typePatterns: language.models.flatMap((model) => model.typePatterns ?? []),
    ancestors,
    stores: new Set(language.models.flatMap((model) => model.stores ?? [])),
    sources,
    calledSources,
    registrations: registrations.symbols,
    methodRegistrations: registrations.methods,
    decorators: decorators.symbols,
    methodDecorators: decorators.methods,
    paramDecorators,
    signatures,
    exportEntries,
    methodEntries,
    callSinks,
    methodSinks,
    keySinks,
    assignSinks,
    nameSinks,
    decoratorSinks: decoratorSinks.symbols,
    methodDecoratorSinks: decoratorSinks.methods,
    carriers: new Set(language.models.flatMap((model) => model.carriers ?? [])),
    calls: calls.symbols,
    methodCalls: calls.methods,
    checks: checks.symbols,
    methodChecks: checks.methods,
    globals: new Set(language.globals),
    known: knownSymbols([
      ...types.keys(),
      ...sources.keys(),
      ...calledSources.keys(),
      ...registrations.symbols.keys(),
      ...decorators.symbols.keys(),
      ...paramDecorators.keys(),
      ...methodEntries.keys(),
      ...callSinks.keys(),
      ...assignSinks.keys(),
      ...decoratorSinks.symbols.keys(),
      ...calls.symbols.keys(),
      ...checks.symbols.keys(),
      ...language.models.flatMap(conditionSymbols),
    ]),
    simpleTypes,
    memory: new ModelMemory(() => compiled),
  };
  return compiled;
}

/** Symbols that conditions compare values with. */
function conditionSymbols(model: FrameworkModel): readonly string[] {
  const inAll = (conditions: readonly Condition[] = []): readonly string[] =>
    conditions.flatMap((one) => ('any' in one ? inAll(one.any) : (one.symbol ?? [])));
  return [
    ...(model.sinks ?? []).flatMap((sink) => [...inAll(sink.where), ...inAll(sink.unless)]),
    ...(model.calls ?? []).flatMap((call) => inAll(call.where)),
    ...(model.checks ?? []).flatMap((check) => inAll(check.where)),
  ];
}

function knownSymbols(named: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const symbol of named) {
    let end = symbol.length;
    while (end > 0) {
      const part = symbol.slice(0, end);
      if (known.has(part)) break;
      known.add(part);
      end = Math.max(part.lastIndexOf('.'), part.lastIndexOf('#'), part.lastIndexOf('('));
    }
  }
  return known;
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
  return model.memory.symbol(callee).result;
}

/** What the models say of calls by one name: a symbol, or a method of any receiver. */
export interface CallFacts {
  readonly sinks: readonly SinkSpec[] | undefined;
  readonly registrations: readonly EntryBy<'registration'>[] | undefined;
  readonly calls: readonly CallSpec[] | undefined;
  readonly checks: readonly CheckSpec[] | undefined;
}

/** What the models say of a symbol. */
export interface SymbolFacts extends CallFacts {
  /** The value of which just the symbol is known. */
  readonly value: Value;
  readonly source: SourceSpec | undefined;
  readonly calledSource: SourceSpec | undefined;
  /** The instance type that calling it gives. */
  readonly instance: string | undefined;
  /** Symbol of what calling it gives. */
  readonly result: string | undefined;
  /** Whether a model says what calling it does. */
  readonly isCalled: boolean;
}

/** What the models say of a member of what has a symbol. */
export interface MemberFacts {
  /** Of the member, or of its type. */
  readonly symbol: SymbolFacts | undefined;
  /** As the same for a package of the program, where no model knows the member. */
  readonly inPackage: SymbolFacts | undefined;
  /** The name of a class of the program, where names with packages need no import. */
  readonly fullName: string | undefined;
}

const noCall: CallFacts = {
  sinks: undefined,
  registrations: undefined,
  calls: undefined,
  checks: undefined,
};

/** What was found by name, up to so many names: the same ones come again and again. */
class Memory<T> {
  /** Null stands for undefined, which a look-up could not tell from nothing. */
  private readonly found = new Map<string, NonNullable<T> | null>();

  constructor(private readonly find: (name: string) => T) {}

  get(name: string): T {
    const known = this.found.get(name);
    if (known === undefined) return this.add(name);
    return known === null ? (undefined as T) : known;
  }

  private add(name: string): T {
    if (this.found.size >= maxRemembered) this.found.clear();
    const result = this.find(name);
    this.found.set(name, result ?? null);
    return result;
  }
}

/** What the models say by name, found once. */
class ModelMemory {
  private readonly symbols: Memory<SymbolFacts>;
  private readonly methods: Memory<CallFacts>;
  private readonly members: Memory<Memory<MemberFacts>>;
  private readonly sensitive: Memory<string | undefined>;
  private readonly patternTypes: Memory<string | undefined>;
  private readonly typeTexts: Memory<TypeText>;
  private readonly outer: Memory<SymbolFacts | undefined>;

  constructor(model: () => CompiledModel) {
    this.symbols = new Memory((symbol) => symbolFacts(model(), symbol));
    this.methods = new Memory((method) => methodFacts(model(), method));
    this.members = new Memory(
      (object) => new Memory((property) => memberFacts(model(), object, property)),
    );
    this.sensitive = new Memory((name) => model().language.sensitiveName(name));
    this.patternTypes = new Memory(
      (symbol) => model().typePatterns.find((pattern) => pattern.symbol.test(symbol))?.type,
    );
    this.typeTexts = new Memory((type) => readType(model().language, type));
    this.outer = new Memory((name) => {
      const { globals, language } = model();
      const symbol = globals.has(name) ? name : language.globalSymbol?.(name);
      return symbol === undefined ? undefined : this.symbol(symbol);
    });
  }

  symbol(symbol: string): SymbolFacts {
    return this.symbols.get(symbol);
  }

  method(name: string): CallFacts {
    return this.methods.get(name);
  }

  member(object: string, property: string): MemberFacts {
    return this.members.get(object).get(property);
  }

  /** The kind of secret that an identifier stands for. */
  sensitiveKind(name: string): string | undefined {
    return this.sensitive.get(name);
  }

  patternType(symbol: string): string | undefined {
    return this.patternTypes.get(symbol);
  }

  typeText(type: string): TypeText {
    return this.typeTexts.get(type);
  }

  /** What the language or its models give a name without declaration. */
  outerName(name: string): SymbolFacts | undefined {
    return this.outer.get(name);
  }
}

/** What a written type says by itself. */
export type TypeText =
  | { readonly kind: 'open' }
  /** Of no use for an attack. */
  | { readonly kind: 'harmless' }
  | { readonly kind: 'name'; readonly first: string; readonly rest: readonly string[] };

const harmless: TypeText = { kind: 'harmless' };

function readType(language: LanguageModel, type: string): TypeText {
  const name = /^(?:Optional\[|\?)?\s*['"]?\\?([A-Za-z_$][\w$.\\]*)/.exec(type)?.[1];
  if (name === undefined) return { kind: 'open' };
  if (language.harmlessTypes.test(name)) return /[|,]/.test(type) ? { kind: 'open' } : harmless;
  // One of a few texts: `'asc' | 'desc'`, `Literal['asc', 'desc']`.
  if (/^\s*(['"])[^'"]*\1(?:\s*\|\s*(['"])[^'"]*\2)+\s*$/.test(type)) return harmless;
  if (name === 'Literal' || name === 'typing.Literal') return harmless;
  const [first = '', ...rest] = name.split(/[.\\]/);
  return { kind: 'name', first, rest };
}

function symbolFacts(model: CompiledModel, symbol: string): SymbolFacts {
  const called = `${symbol}()`;
  const instance = typeOf(model, called);
  const calledSource = model.calledSources.get(symbol);
  const sinks = model.callSinks.get(symbol);
  const calls = model.calls.get(symbol);
  return {
    sinks,
    registrations: model.registrations.get(symbol),
    calls,
    checks: model.checks.get(symbol),
    value: ofSymbol(symbol),
    source: model.sources.get(symbol),
    calledSource,
    instance,
    // What comes from something that no model knows is nothing that one knows.
    result: instance ?? (model.known.has(symbol) ? called : undefined),
    isCalled:
      calledSource !== undefined ||
      calls !== undefined ||
      sinks !== undefined ||
      model.types.has(called),
  };
}

function methodFacts(model: CompiledModel, method: string): CallFacts {
  const sinks = model.methodSinks.get(method);
  const registrations = model.methodRegistrations.get(method);
  const calls = model.methodCalls.get(method);
  const checks = model.methodChecks.get(method);
  return sinks || registrations || calls || checks
    ? { sinks, registrations, calls, checks }
    : noCall;
}

function memberFacts(model: CompiledModel, object: string, property: string): MemberFacts {
  const { fullNames } = model.language;
  const full = `${object}.${property}`;
  const factsOf = (member: string) => {
    const type = model.sources.has(member) ? undefined : typeOf(model, member);
    return model.memory.symbol(type ?? member);
  };
  const member = findMember(model, object, property, 0);
  return {
    symbol: member === undefined ? undefined : factsOf(member),
    inPackage: fullNames?.test(`${full}.A`) ? factsOf(full) : undefined,
    fullName: fullNames?.test(full) && !model.known.has(full) ? full : undefined,
  };
}

const maxRemembered = 20_000;

/** The instance type that the models give a symbol. */
export function typeOf(model: CompiledModel, symbol: string): string | undefined {
  const exact = model.types.get(symbol);
  if (exact !== undefined || model.typePatterns.length === 0) return exact;
  return model.memory.patternType(symbol);
}

/** How far up the models' instance types members are looked for. */
const maxAncestors = 6;

/** Symbol of a member, which may be that of an instance type above. */
function findMember(
  model: CompiledModel,
  object: string,
  property: string,
  depth: number,
): string | undefined {
  const own = memberSymbol(object, property);
  if (own === undefined || model.known.has(own)) return own;
  // A pattern may know it, or what calling it gives.
  if (typeOf(model, own) !== undefined || typeOf(model, `${own}()`) !== undefined) return own;
  // A family of members that are not named one by one: `Request#*`.
  if (model.known.has(`${object}*`)) return `${object}*`;
  if (!model.known.has(object)) return undefined;
  if (model.ancestors.size === 0 || depth >= maxAncestors) return own;
  for (const above of model.ancestors.get(object) ?? []) {
    const inherited = findMember(model, above, property, depth + 1);
    if (inherited !== undefined && model.known.has(inherited)) return inherited;
  }
  return own;
}
