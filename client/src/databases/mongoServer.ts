import type { CallExpression, Expression, MemberExpression } from 'acorn';
import { type AbstractCursor, BSON, type Collection, type Db, MongoClient } from 'mongodb';
import { RequestError } from './documents/collection';
import {
  evaluate,
  evaluateArguments,
  inCall,
  nameOfMember,
  ShellError,
  type World,
} from './documents/evaluate';
import { parseShell, type ShellStatement } from './documents/parse';
import type {
  CollectionSchema,
  DocumentEngine,
  ShellOptions,
  ShellRun,
  WireResult,
} from './documents/store';
import { type Document, fromJson, isPlain, ObjectId, toJson } from './documents/values';
import { checkStopped, DatabaseError, STOPPED, STOPPED_BY_PERSON } from './engine';
import { fieldsOf } from './fields';
import { Queue } from './queue';

const CONNECT_MS = 10_000;
/** So many documents of one result are fetched. */
const MOST = 2000;
const SAMPLE = 100;

/**
 * The learner's own MongoDB: the same statements, done by the server.
 * @public loaded late, as a bundle of its own
 */
export function openMongoServer(url: string): DocumentEngine {
  return new MongoServer(url);
}

class MongoServer implements DocumentEngine {
  readonly #url: string;
  readonly #queue = new Queue();
  #client: MongoClient | undefined;
  #stopped: string | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  run(text: string, options: ShellOptions = {}): Promise<ShellRun> {
    return this.#queue.add(() => this.#run(text, options));
  }

  schema(): Promise<readonly CollectionSchema[]> {
    return this.#queue.add(async () => {
      const database = await this.#open();
      const infos = await database.listCollections({}, { nameOnly: true }).toArray();
      const names = infos.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
      return Promise.all(names.sort().map((name) => schemaOf(database.collection(name))));
    });
  }

  /** Cuts the connection: the next statement makes a new one. */
  async cancel(): Promise<void> {
    await this.#stop(STOPPED_BY_PERSON);
  }

  async close(): Promise<void> {
    await this.#queue.empty();
    await this.#client?.close();
    this.#client = undefined;
  }

  async #stop(reason: string): Promise<void> {
    this.#stopped = reason;
    const client = this.#client;
    this.#client = undefined;
    await client?.close(true);
  }

  async #open(): Promise<Db> {
    if (this.#client === undefined) {
      const client = new MongoClient(this.#url, {
        serverSelectionTimeoutMS: CONNECT_MS,
        appName: 'Backend Tutor',
      });
      await client.connect().catch((error: Error): never => {
        throw new DatabaseError(`The server cannot be reached: ${error.message}`);
      });
      this.#client = client;
    }
    return this.#client.db();
  }

  async #run(text: string, { timeoutMs, signal }: ShellOptions): Promise<ShellRun> {
    checkStopped(signal, 0);
    const database = await this.#open();
    const started = performance.now();
    const results: WireResult[] = [];
    const session = new Session(database);
    this.#stopped = undefined;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(
            () => void this.#stop(`This took longer than ${timeoutMs / 1000} s and was stopped.`),
            timeoutMs,
          );
    const stop = (): void => void this.#stop(STOPPED_BY_PERSON);
    signal?.addEventListener('abort', stop);
    let error: DatabaseError | undefined;
    try {
      for (const statement of parseShell(text)) {
        checkStopped(signal, statement.start);
        const result = await session.run(statement, text).catch((reason: unknown): never => {
          throw ShellError.of(reason, statement.start, []);
        });
        if (result !== undefined) results.push(result);
      }
    } catch (reason) {
      const { message, position } = reason as ShellError;
      error =
        this.#stopped === undefined
          ? new DatabaseError(message, { position })
          : new DatabaseError(this.#stopped, { code: STOPPED, position });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
    return { results, milliseconds: performance.now() - started, error };
  }
}

async function schemaOf(collection: Collection): Promise<CollectionSchema> {
  const [count, sample, indexes] = await Promise.all([
    collection.estimatedDocumentCount(),
    collection.find().limit(SAMPLE).toArray(),
    collection.indexes(),
  ]);
  return {
    name: collection.collectionName,
    count,
    fields: fieldsOf(sample.map((document) => fromJson(fromServer(document)))),
    indexes: indexes
      .filter(({ name }) => name !== '_id_')
      .map(({ name, unique }) => ({ name: name ?? '', isUnique: unique === true })),
  };
}

/** A value of the server as JSON, with ids and dates as `{"$oid": …}`, `{"$date": …}`. */
function fromServer(value: unknown): unknown {
  if (value === undefined) return undefined;
  return BSON.EJSON.serialize({ value }, { relaxed: true }).value;
}

/** A value of a statement as the driver wants it. */
function toServer(value: unknown): unknown {
  if (value instanceof ObjectId) return new BSON.ObjectId(value.toString());
  if (Array.isArray(value)) return value.map(toServer);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toServer(inner)]));
}

interface Step {
  readonly name: string;
  /** Absent for a name without a call, such as `posts` in `db.posts`. */
  readonly call: CallExpression | undefined;
}

/** The statements of one script. */
class Session {
  readonly #database: Db;
  readonly #world: World = {
    collections: new Map(),
    variables: new Map(),
    lists: new WeakSet(),
    changes: false,
    isRemote: true,
  };

  constructor(database: Db) {
    this.#database = database;
  }

  /** @returns undefined for a variable */
  async run(statement: ShellStatement, script: string): Promise<WireResult | undefined> {
    const { start, end } = statement;
    const place = { text: script.slice(start, end), start, end };
    this.#world.changes = false;
    switch (statement.kind) {
      case 'mistake':
        throw new ShellError(statement.message, statement.offset);
      case 'variable': {
        const { value } = await this.#value(statement.value);
        this.#world.variables.set(statement.name, fromJson(value));
        return undefined;
      }
      case 'word': {
        const isNames =
          statement.word === 'show' && /^(collections|tables)$/.test(statement.argument);
        const value = isNames
          ? await names(this.#database)
          : `The connection’s database is ${this.#database.databaseName}; its name stands in the setting.`;
        return { ...place, value, changes: false };
      }
      default: {
        const { value, isList } = await this.#value(statement.expression);
        const { changes } = this.#world;
        return isList
          ? { ...place, documents: value as unknown[], changes }
          : { ...place, value, changes };
      }
    }
  }

  async #value(expression: Expression): Promise<{ value: unknown; isList: boolean }> {
    const inner = expression.type === 'AwaitExpression' ? expression.argument : expression;
    const steps = stepsOf(inner);
    if (steps === undefined) return { value: toJson(evaluate(inner, this.#world)), isList: false };
    let current: unknown = this.#database;
    for (const { name, call } of steps) {
      if (call === undefined) {
        if (current === this.#database) current = this.#database.collection(name);
        else if (isCollection(current)) {
          current = this.#database.collection(`${current.collectionName}.${name}`);
        } else
          current =
            isPlain(current) || Array.isArray(current) ? (current as Document)[name] : undefined;
        continue;
      }
      const values = evaluateArguments(call, this.#world).map(toServer);
      const target = current;
      current = await inCall(call, async () => this.#call(target, name, values));
    }
    if (isCursor(current)) {
      // The server is asked only now; what it does not know is in the first call.
      const cursor = current;
      const first = steps.find(({ call }) => call !== undefined)?.call;
      return { value: await inCall(first, () => asked(() => fetchSome(cursor))), isList: true };
    }
    if (isCollection(current)) {
      return {
        value: `The collection ${current.collectionName}. Ask it with .find().`,
        isList: false,
      };
    }
    const isList = Array.isArray(current) && steps.some(({ name }) => name === 'toArray');
    return { value: fromServer(current), isList };
  }

  async #call(target: unknown, name: string, values: readonly unknown[]): Promise<unknown> {
    const known =
      target === this.#database
        ? databaseCalls
        : isCollection(target)
          ? collectionCalls
          : cursorCalls;
    const run = Object.hasOwn(known, name) ? known[name] : undefined;
    if (
      run === undefined ||
      !(target === this.#database || isCollection(target) || isCursor(target))
    ) {
      throw new RequestError(
        `${name} is not known here. There is ${Object.keys(known).join(', ')}.`,
      );
    }
    if (CHANGES.test(name)) this.#world.changes = true;
    return asked(() => run(target as never, values as never));
  }
}

/** What the server refuses, as a mistake with a place. */
async function asked<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RequestError(message, /\$[A-Za-z]\w*/.exec(message)?.[0]);
  }
}

const CHANGES = /^(?:insert|update|replace|delete|findOneAnd|createI|createC|drop|aggregate)/;

/** `db.posts.find({ … }).sort({ … })` as its steps; undefined where it does not begin with `db`. */
function stepsOf(expression: Expression): Step[] | undefined {
  const steps: Step[] = [];
  let node: Expression = expression;
  for (;;) {
    const call: CallExpression | undefined = node.type === 'CallExpression' ? node : undefined;
    const member: CallExpression['callee'] = call === undefined ? node : call.callee;
    if (member.type !== 'MemberExpression' || member.object.type === 'Super') {
      const isRoot = call === undefined && node.type === 'Identifier' && node.name === 'db';
      return isRoot && steps.some((step) => step.call) ? steps.reverse() : undefined;
    }
    steps.push({ name: nameOfMember(member as MemberExpression), call });
    node = member.object;
  }
}

function isCollection(value: unknown): value is Collection {
  return (
    typeof value === 'object' && value !== null && 'collectionName' in value && 'find' in value
  );
}

function isCursor(value: unknown): value is AbstractCursor {
  return typeof value === 'object' && value !== null && 'toArray' in value && 'hasNext' in value;
}

async function fetchSome(cursor: AbstractCursor): Promise<unknown[]> {
  const documents: unknown[] = [];
  for await (const document of cursor) {
    documents.push(fromServer(document));
    if (documents.length >= MOST) break;
  }
  await cursor.close();
  return documents;
}

async function names(database: Db): Promise<string[]> {
  const infos = await database.listCollections({}, { nameOnly: true }).toArray();
  return infos.map(({ name }) => name).sort();
}

type Call = (target: never, values: never) => unknown;

const databaseCalls: Readonly<Record<string, Call>> = {
  getCollection: (database: Db, [name]: [string]) => database.collection(name),
  getCollectionNames: (database: Db) => names(database),
  createCollection: async (database: Db, [name, options]: [string, object]) => {
    await database.createCollection(name, options);
    return { ok: 1 };
  },
  getName: (database: Db) => database.databaseName,
};

const collectionCalls: Readonly<Record<string, Call>> = {
  find: (collection: Collection, [filter, projection, options]: Document[]) =>
    collection.find(filter ?? {}, { ...options, ...(projection && { projection }) }),
  findOne: (collection: Collection, [filter, projection, options]: Document[]) =>
    collection.findOne(filter ?? {}, { ...options, ...(projection && { projection }) }),
  countDocuments: (collection: Collection, [filter]: Document[]) =>
    collection.countDocuments(filter ?? {}),
  count: (collection: Collection, [filter]: Document[]) => collection.countDocuments(filter ?? {}),
  estimatedDocumentCount: (collection: Collection) => collection.estimatedDocumentCount(),
  distinct: (collection: Collection, [field, filter]: [string, Document?]) =>
    collection.distinct(field, filter ?? {}),
  aggregate: (collection: Collection, values: unknown[]) =>
    collection.aggregate((Array.isArray(values[0]) ? values[0] : values) as Document[]),
  insertOne: (collection: Collection, [document]: [Document]) => collection.insertOne(document),
  insertMany: (collection: Collection, [documents]: [Document[]]) =>
    collection.insertMany(documents),
  updateOne: (collection: Collection, [filter, change, options]: [Document, Document, object?]) =>
    collection.updateOne(filter, change, options),
  updateMany: (collection: Collection, [filter, change, options]: [Document, Document, object?]) =>
    collection.updateMany(filter, change, options),
  replaceOne: (collection: Collection, [filter, whole, options]: [Document, Document, object?]) =>
    collection.replaceOne(filter, whole, options),
  deleteOne: (collection: Collection, [filter]: [Document?]) =>
    collection.deleteOne(needed(filter, 'deleteOne wants a filter: { … }.')),
  deleteMany: (collection: Collection, [filter]: [Document?]) =>
    collection.deleteMany(needed(filter, 'deleteMany wants a filter. {} is every document.')),
  findOneAndUpdate: (collection: Collection, [filter, change, options]: Document[]) =>
    collection.findOneAndUpdate(filter ?? {}, change ?? {}, { ...options }),
  findOneAndReplace: (collection: Collection, [filter, whole, options]: Document[]) =>
    collection.findOneAndReplace(filter ?? {}, whole ?? {}, { ...options }),
  findOneAndDelete: (collection: Collection, [filter, options]: Document[]) =>
    collection.findOneAndDelete(filter ?? {}, { ...options }),
  createIndex: (collection: Collection, [key, options]: [Record<string, 1 | -1>, object?]) =>
    collection.createIndex(key, options),
  getIndexes: (collection: Collection) => collection.indexes(),
  dropIndex: async (collection: Collection, [index]: [string]) => {
    await collection.dropIndex(index);
    return { ok: 1 };
  },
  drop: (collection: Collection) => collection.drop(),
};

interface FindCursor extends AbstractCursor {
  sort(by: object): FindCursor;
  skip(n: number): FindCursor;
  limit(n: number): FindCursor;
}

const cursorCalls: Readonly<Record<string, Call>> = {
  sort: (cursor: FindCursor, [by]: [object]) => cursor.sort(by),
  skip: (cursor: FindCursor, [n]: [number]) => cursor.skip(n),
  limit: (cursor: FindCursor, [n]: [number]) => cursor.limit(n),
  toArray: (cursor: AbstractCursor) => cursor,
  pretty: (cursor: AbstractCursor) => cursor,
  count: async (cursor: AbstractCursor) => (await cursor.toArray()).length,
  size: async (cursor: AbstractCursor) => (await cursor.toArray()).length,
  itcount: async (cursor: AbstractCursor) => (await cursor.toArray()).length,
  next: (cursor: AbstractCursor) => cursor.next(),
  hasNext: (cursor: AbstractCursor) => cursor.hasNext(),
};

function needed(value: Document | undefined, message: string): Document {
  if (!isPlain(value)) throw new RequestError(message);
  return value;
}
