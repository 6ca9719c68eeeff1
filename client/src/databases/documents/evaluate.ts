import type { CallExpression, Expression, MemberExpression, Node, Property } from 'acorn';
import { Collection, guarded, RequestError } from './collection';
import type { ShellResult } from './shell';
import { type Collections, copy, type Document, isPlain, ObjectId } from './values';

/** A statement that cannot be read or done. */
export class ShellError extends Error {
  override readonly name = 'ShellError';

  constructor(
    message: string,
    /** Where in the script. */
    readonly position: number,
    /** Results of the statements before. */
    readonly done: readonly ShellResult[] = [],
  ) {
    super(message);
  }

  static of(error: unknown, position: number, done: readonly ShellResult[]): ShellError {
    if (error instanceof ShellError) return new ShellError(error.message, error.position, done);
    return new ShellError(error instanceof Error ? error.message : String(error), position, done);
  }
}

/** What statements of one script see and share. */
export interface World {
  readonly collections: Collections;
  readonly variables: Map<string, unknown>;
  /** Lists of documents, which are shown as such. */
  readonly lists: WeakSet<object>;
  /** Set when something is a change. */
  changes: boolean;
  /** The collections are on a server: what is asked inside of an argument cannot be done. */
  readonly isRemote?: boolean;
}

/** The value of an expression; a cursor is run. */
export function evaluate(expression: Expression, world: World): unknown {
  const value = new Evaluator(world).value(expression);
  if (value instanceof Cursor) return value.list(world);
  if (value instanceof Collection) return `The collection ${value.name}. Ask it with .find().`;
  if (value instanceof Database) return 'The database. Its collections are db.name.';
  return value;
}

/** The values of a call's arguments. */
export function evaluateArguments(call: CallExpression, world: World): unknown[] {
  return new Evaluator(world).arguments(call.arguments);
}

/** The name behind a dot, or in brackets. */
export function nameOfMember({ property, computed }: MemberExpression): string {
  if (!computed && property.type === 'Identifier') return property.name;
  if (property.type === 'Literal') return String(property.value);
  return fail('The name stands behind a dot, or as text in brackets.', property);
}

class Database {}

interface MingoCursor {
  sort(by: Record<string, 1 | -1>): unknown;
  skip(n: number): unknown;
  limit(n: number): unknown;
  all(): unknown[];
}

/** What `find` and `aggregate` give: it runs when its documents are wanted. */
class Cursor {
  #list: Document[] | undefined;
  /** The call of `find` that it comes from: there are its mistakes. */
  origin: CallExpression | undefined;

  constructor(
    /** Absent for what `aggregate` gives, which is complete. */
    readonly source: { run(): MingoCursor } | { readonly documents: Document[] },
    readonly steps: { sort?: Record<string, 1 | -1>; skip?: number; limit?: number } = {},
  ) {}

  documents(): Document[] {
    this.#list ??= 'documents' in this.source ? this.source.documents : this.#run(this.source);
    return this.#list;
  }

  #run(source: { run(): MingoCursor }): Document[] {
    const { sort, skip, limit } = this.steps;
    return inCall(this.origin, () =>
      guarded(() => {
        const cursor = source.run();
        if (sort !== undefined) cursor.sort(sort);
        if (skip !== undefined) cursor.skip(skip);
        if (limit !== undefined && limit !== 0) cursor.limit(Math.abs(limit));
        return cursor.all() as Document[];
      }),
    );
  }

  list(world: World): Document[] {
    const list = this.documents();
    world.lists.add(list);
    return list;
  }
}

const NO_JAVASCRIPT =
  'Functions and loops do not run here. Say what you want with operators, such as $match and $project.';

class Evaluator {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  value(node: Expression): unknown {
    switch (node.type) {
      case 'Literal':
        if (node.regex) return new RegExp(node.regex.pattern, node.regex.flags);
        return typeof node.value === 'bigint' ? Number(node.value) : node.value;
      case 'TemplateLiteral':
        return node.quasis
          .map(({ value }, i) => {
            const inner = node.expressions[i];
            return (value.cooked ?? '') + (inner === undefined ? '' : String(this.value(inner)));
          })
          .join('');
      case 'ArrayExpression':
        return node.elements.map((element) => {
          if (element === null) return fail('A value is missing between two commas.', node);
          if (element.type === 'SpreadElement') return fail('… is not possible here.', element);
          return this.value(element);
        });
      case 'ObjectExpression':
        return this.#object(node.properties);
      case 'Identifier':
        return this.#name(node.name, node);
      case 'ParenthesizedExpression':
        return this.value(node.expression);
      case 'AwaitExpression':
        return this.value(node.argument);
      case 'UnaryExpression': {
        const value = this.value(node.argument);
        if (node.operator === '-' && typeof value === 'number') return -value;
        if (node.operator === '+' && typeof value === 'number') return value;
        if (node.operator === '!' && typeof value === 'boolean') return !value;
        return fail(`${node.operator} is not possible here.`, node);
      }
      case 'BinaryExpression': {
        if (node.left.type === 'PrivateIdentifier') return fail(NO_JAVASCRIPT, node);
        return calculate(node.operator, this.value(node.left), this.value(node.right), node);
      }
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression':
        return this.#call(node);
      case 'NewExpression':
        if (node.callee.type !== 'Identifier') return fail(NO_JAVASCRIPT, node);
        return this.#make(node.callee.name, this.arguments(node.arguments), node, true);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return fail(NO_JAVASCRIPT, node);
      case 'AssignmentExpression':
        return fail('Write const name = value to keep a value.', node);
      default:
        return fail('This is not possible here. Write a call such as db.posts.find({ … }).', node);
    }
  }

  #object(properties: readonly (Property | Node)[]): Document {
    const result: Document = {};
    for (const each of properties) {
      if (each.type !== 'Property') fail('… is not possible here.', each);
      const { key, kind, method, computed, value } = each as Property;
      if (kind !== 'init' || method) fail(NO_JAVASCRIPT, each);
      const name =
        !computed && key.type === 'Identifier' ? key.name : String(this.value(key as Expression));
      if (name === '__proto__') fail('A field cannot have this name.', each);
      result[name] = this.value(value);
    }
    return result;
  }

  #name(name: string, node: Node): unknown {
    if (name === 'db' && this.#world.isRemote === true) {
      return fail(
        'Keep the result in a variable first: const found = db.posts.findOne({ … }).',
        node,
      );
    }
    if (name === 'db') return new Database();
    if (name === 'undefined') return undefined;
    if (name === 'NaN') return Number.NaN;
    if (name === 'Infinity') return Number.POSITIVE_INFINITY;
    const { variables } = this.#world;
    if (!variables.has(name)) {
      return fail(
        `There is no ${name} here. Text stands in quotes, and a collection is db.${name}.`,
        node,
      );
    }
    return variables.get(name);
  }

  #member(node: MemberExpression): unknown {
    const { object, property } = node;
    if (object.type === 'Super') return fail(NO_JAVASCRIPT, node);
    const key = this.#key(node);
    const value = this.value(object);
    if (value instanceof Database) return new Collection(String(key), this.#world.collections);
    if (value instanceof Collection) {
      // `db.blog.posts` is the collection of that name.
      return new Collection(`${value.name}.${key}`, this.#world.collections);
    }
    if (value instanceof Cursor && typeof key === 'number') return value.documents()[key] ?? null;
    if (key === 'length' && (Array.isArray(value) || typeof value === 'string')) {
      return value.length;
    }
    if (value === null || value === undefined) {
      return fail(`There is no ${key} of ${value}.`, property);
    }
    if (typeof value === 'object' && Object.hasOwn(value, key)) {
      return (value as Record<PropertyKey, unknown>)[key];
    }
    return undefined;
  }

  #key({ property, computed }: MemberExpression): string | number {
    if (property.type === 'PrivateIdentifier') return fail(NO_JAVASCRIPT, property);
    if (!computed && property.type === 'Identifier') return property.name;
    const key = this.value(property);
    return typeof key === 'number' ? key : String(key);
  }

  arguments(nodes: CallExpression['arguments']): unknown[] {
    return nodes.map((node) => {
      if (node.type === 'SpreadElement') return fail('… is not possible here.', node);
      const value = this.value(node);
      return value instanceof Cursor ? value.documents() : value;
    });
  }

  #call(node: CallExpression): unknown {
    const { callee } = node;
    if (callee.type === 'Identifier') {
      return this.#make(callee.name, this.arguments(node.arguments), node, false);
    }
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') {
      return fail(NO_JAVASCRIPT, node);
    }
    const method = String(this.#key(callee));
    if (callee.object.type === 'Identifier') {
      const { name } = callee.object;
      if (name === 'Date' && method === 'now') return Date.now();
      if (name === 'rs' || name === 'sh') {
        return fail('This is about servers in a group, and there are none here.', node);
      }
    }
    const target = this.value(callee.object);
    const isWhole =
      target instanceof Database || target instanceof Collection || target instanceof Cursor;
    const place = callee.property;
    if (!isWhole) return this.#callOnValue(target, method, this.arguments(node.arguments), place);
    const known =
      target instanceof Database
        ? databaseCalls
        : target instanceof Collection
          ? collectionCalls
          : cursorCalls;
    const run = Object.hasOwn(known, method) ? known[method] : undefined;
    if (run === undefined) {
      const what =
        target instanceof Database
          ? 'db'
          : target instanceof Collection
            ? 'A collection'
            : 'The result of find';
      const similar = nearest(method, Object.keys(known));
      return fail(
        `${what} has no ${method}${similar === undefined ? '. It has' : `. Did you mean ${similar}? It has`} ${Object.keys(known).join(', ')}.`,
        place,
      );
    }
    const values = this.arguments(node.arguments);
    return inCall(node, () => {
      const result = run(target as never, values, this.#world);
      if (result instanceof Cursor) {
        result.origin = target instanceof Cursor ? target.origin : node;
      }
      return result;
    });
  }

  #callOnValue(target: unknown, method: string, values: unknown[], place: Node): unknown {
    if (target instanceof ObjectId) {
      if (method === 'toString' || method === 'toHexString' || method === 'str')
        return String(target);
      if (method === 'getTimestamp') return target.getTimestamp();
    }
    if (target instanceof Date) {
      if (method === 'getTime' || method === 'valueOf') return +target;
      if (method === 'toISOString') return target.toISOString();
      if (method === 'getFullYear') return target.getFullYear();
    }
    if (Array.isArray(target) && values.length === 0) {
      if (method === 'toArray' || method === 'pretty') return target;
      if (method === 'count') return target.length;
    }
    return fail(`${method} is not known here.`, place);
  }

  /** `ObjectId("…")`, `new Date()` and the like. */
  #make(name: string, values: unknown[], node: Node, isNew: boolean): unknown {
    const [first] = values;
    switch (name) {
      case 'ObjectId':
        if (first === undefined) return new ObjectId();
        if (first instanceof ObjectId) return first;
        if (typeof first !== 'string')
          return fail('ObjectId wants text of 24 hexadecimal digits.', node);
        try {
          return new ObjectId(first);
        } catch (error) {
          return fail((error as Error).message, node);
        }
      case 'ISODate':
      case 'Date': {
        if (name === 'Date' && !isNew) return new Date().toString();
        const date = makeDate(values);
        if (Number.isNaN(+date))
          return fail('This is no date. A date is written as "2026-03-31".', node);
        return date;
      }
      case 'NumberInt':
      case 'NumberLong':
      case 'NumberDecimal':
      case 'Int32':
      case 'Long':
      case 'Double':
      case 'Decimal128':
      case 'Number': {
        const value = Number(first ?? 0);
        if (Number.isNaN(value)) return fail('This is no number.', node);
        return /Int|Long/.test(name) ? Math.trunc(value) : value;
      }
      case 'String':
      case 'UUID':
        return String(first ?? '');
      case 'RegExp':
        try {
          return new RegExp(String(first), values[1] === undefined ? '' : String(values[1]));
        } catch (error) {
          return fail((error as Error).message, node);
        }
      case 'print':
      case 'printjson':
        return first;
      default:
        return fail(`${name} is not known here. Ask a collection: db.posts.find({ … }).`, node);
    }
  }
}

function makeDate(values: readonly unknown[]): Date {
  const [first] = values;
  if (first === undefined) return new Date();
  if (first instanceof Date) return new Date(first);
  if (values.length > 1 && values.every((value) => typeof value === 'number')) {
    const [year, month, ...rest] = values as number[];
    return new Date(Date.UTC(year!, month!, ...rest));
  }
  return typeof first === 'number' || typeof first === 'string'
    ? new Date(first)
    : new Date(Number.NaN);
}

function calculate(operator: string, left: unknown, right: unknown, node: Node): unknown {
  const a = left instanceof Date ? +left : left;
  const b = right instanceof Date ? +right : right;
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) return `${a}${b}`;
  if (typeof a === 'number' && typeof b === 'number') {
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    if (operator === '*') return a * b;
    if (operator === '/') return a / b;
    if (operator === '%') return a % b;
    if (operator === '**') return a ** b;
  }
  return fail(
    `${operator} does not compare or calculate here. In a filter, write operators such as { price: { $gt: 5 } }.`,
    node,
  );
}

function fail(message: string, node: Node): never {
  throw new ShellError(message, node.start);
}

/** Says where a mistake is; also of what is done later. */
export function inCall<T>(call: CallExpression | undefined, run: () => T): T {
  const explain = (error: unknown): never => {
    if (error instanceof RequestError && call !== undefined) {
      throw new ShellError(error.message, placeOf(error, call));
    }
    throw error;
  };
  try {
    const result = run();
    return result instanceof Promise ? (result.catch(explain) as T) : result;
  } catch (error) {
    return explain(error);
  }
}

/** Where the text that a mistake is about stands in a call; else the call's name. */
function placeOf(error: RequestError, call: CallExpression): number {
  const found = error.about === undefined ? undefined : findKey(call.arguments, error.about);
  if (found !== undefined) return found.start;
  const { callee } = call;
  return callee.type === 'MemberExpression' ? callee.property.start : call.start;
}

function findKey(value: unknown, name: string): Node | undefined {
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findKey(each, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'Property') {
    const { key } = value as unknown as Property;
    if (key.type === 'Identifier' && key.name === name) return key;
    if (key.type === 'Literal' && key.value === name) return key;
  }
  return findKey(
    Object.values(value).filter((inner) => typeof inner === 'object'),
    name,
  );
}

type Call<T> = (target: T, values: readonly unknown[], world: World) => unknown;

const databaseCalls: Readonly<Record<string, Call<Database>>> = {
  getCollection: (_db, [name], { collections }) =>
    new Collection(text(name, 'the name'), collections),
  getCollectionNames: (_db, _values, { collections }) => [...collections.keys()].sort(),
  createCollection: (_db, [name, options], world) => {
    const chosen = text(name, 'the name');
    if (isPlain(options) && options.validator !== undefined) {
      throw new RequestError('Validators are not checked here.', 'validator');
    }
    if (world.collections.has(chosen))
      throw new RequestError(`There is a collection ${chosen} already.`);
    world.changes = true;
    world.collections.set(chosen, []);
    return { ok: 1 };
  },
  dropDatabase: (_db, _values, world) => {
    world.changes = true;
    for (const name of [...world.collections.keys()])
      new Collection(name, world.collections).drop();
    return { ok: 1 };
  },
  getName: () => 'playground',
};

const collectionCalls: Readonly<Record<string, Call<Collection>>> = {
  find: (collection, [filter, projection, options]) => {
    const query = object(filter, 'The filter');
    const fields = projection === undefined ? undefined : object(projection, 'The projection');
    const { sort, skip, limit } = object(options, 'The options');
    return new Cursor(
      { run: () => collection.find(query, fields) as unknown as MingoCursor },
      {
        ...(sort === undefined ? {} : { sort: order(sort) }),
        ...(skip === undefined ? {} : { skip: whole(skip, 'skip') }),
        ...(limit === undefined ? {} : { limit: whole(limit, 'limit') }),
      },
    );
  },
  findOne: (collection, [filter, projection, options]) => {
    const found = collection.first(object(filter, 'The filter'), object(options, 'The options'));
    return found === undefined ? null : collection.project(copy(found), projection);
  },
  countDocuments: (collection, [filter]) => collection.count(object(filter, 'The filter')),
  estimatedDocumentCount: (collection) => collection.documents.length,
  count: (collection, [filter]) => collection.count(object(filter, 'The filter')),
  distinct: (collection, [field, filter]) =>
    collection.distinct(text(field, 'the field'), object(filter, 'The filter')),
  aggregate: (collection, values, world) => {
    const [first] = values;
    const pipeline = (Array.isArray(first) ? first : values) as Document[];
    if (pipeline.some((stage) => isPlain(stage) && ('$out' in stage || '$merge' in stage))) {
      world.changes = true;
    }
    return new Cursor({ documents: collection.aggregate(pipeline) });
  },
  insertOne: (collection, [document], world) => {
    world.changes = true;
    const [id] = collection.insert([needed(document, 'insertOne wants a document: { … }.')]);
    return { acknowledged: true, insertedId: id };
  },
  insertMany: (collection, [documents], world) => {
    if (!Array.isArray(documents))
      throw new RequestError('insertMany wants a list: [{ … }, { … }].');
    world.changes = true;
    const ids = collection.insert(
      documents.map((document) =>
        needed(document, 'Each element of the list is a document: { … }.'),
      ),
    );
    return { acknowledged: true, insertedIds: ids };
  },
  updateOne: (collection, values, world) => changed(collection, values, world, false),
  updateMany: (collection, values, world) => changed(collection, values, world, true),
  replaceOne: (collection, [filter, document, options], world) => {
    world.changes = true;
    return report(
      collection.replace(
        object(filter, 'The filter'),
        needed(document, 'replaceOne wants a filter and a document.'),
        object(options, 'The options'),
      ),
    );
  },
  deleteOne: (collection, [filter], world) => {
    world.changes = true;
    const query = needed(filter, 'deleteOne wants a filter: { … }.');
    return { acknowledged: true, deletedCount: collection.delete(query, false).length };
  },
  deleteMany: (collection, [filter], world) => {
    world.changes = true;
    const query = needed(filter, 'deleteMany wants a filter. {} is every document.');
    return { acknowledged: true, deletedCount: collection.delete(query, true).length };
  },
  findOneAndUpdate: (collection, [filter, change, options], world) => {
    world.changes = true;
    const query = object(filter, 'The filter');
    const chosen = object(options, 'The options');
    const before = copy(collection.first(query, chosen));
    const { upserted } = collection.update(query, update(change), chosen, false);
    return oneOf(collection, before?._id ?? upserted, before, chosen);
  },
  findOneAndReplace: (collection, [filter, document, options], world) => {
    world.changes = true;
    const query = object(filter, 'The filter');
    const chosen = object(options, 'The options');
    const before = copy(collection.first(query, chosen));
    const whole = needed(document, 'findOneAndReplace wants a filter and a document.');
    const { upserted } = collection.replace(query, whole, chosen);
    return oneOf(collection, before?._id ?? upserted, before, chosen);
  },
  findOneAndDelete: (collection, [filter, options], world) => {
    world.changes = true;
    const chosen = object(options, 'The options');
    const [gone] = collection.delete(object(filter, 'The filter'), false, chosen);
    return gone === undefined ? null : collection.project(gone, chosen.projection);
  },
  createIndex: (collection, [key, options], world) => {
    world.changes = true;
    return collection.createIndex(
      needed(key, 'createIndex wants the fields: { email: 1 }.'),
      object(options, 'The options'),
    );
  },
  getIndexes: (collection) =>
    collection.indexes.map(({ name, key, unique }) => ({
      key,
      name,
      ...(unique && name !== '_id_' ? { unique } : {}),
    })),
  dropIndex: (collection, [index], world) => {
    world.changes = true;
    collection.dropIndex(index);
    return { ok: 1 };
  },
  drop: (collection, _values, world) => {
    world.changes = true;
    return collection.drop();
  },
};

const cursorCalls: Readonly<Record<string, Call<Cursor>>> = {
  sort: (cursor, [by]) => new Cursor(cursor.source, { ...open(cursor, 'sort'), sort: order(by) }),
  skip: (cursor, [n]) =>
    new Cursor(cursor.source, { ...open(cursor, 'skip'), skip: whole(n, 'skip') }),
  limit: (cursor, [n]) =>
    new Cursor(cursor.source, { ...open(cursor, 'limit'), limit: whole(n, 'limit') }),
  toArray: (cursor, _values, world) => cursor.list(world),
  pretty: (cursor) => cursor,
  count: (cursor) => new Cursor(cursor.source).documents().length,
  size: (cursor) => cursor.documents().length,
  itcount: (cursor) => cursor.documents().length,
  next: (cursor) => cursor.documents()[0] ?? null,
  hasNext: (cursor) => cursor.documents().length > 0,
};

/** What `aggregate` gives is ordered and cut by stages. */
function open(cursor: Cursor, method: string): Cursor['steps'] {
  if ('documents' in cursor.source) {
    throw new RequestError(`The result of aggregate has no ${method}. Use the stage $${method}.`);
  }
  return cursor.steps;
}

function changed(
  collection: Collection,
  [filter, change, options]: readonly unknown[],
  world: World,
  many: boolean,
): unknown {
  world.changes = true;
  return report(
    collection.update(
      needed(filter, 'An update wants a filter first. {} is every document.'),
      update(change),
      object(options, 'The options'),
      many,
    ),
  );
}

function update(change: unknown): Document | Document[] {
  if (Array.isArray(change)) return change as Document[];
  return needed(change, 'An update wants what to do: { $set: { … } }.');
}

function report(done: { matched: number; modified: number; upserted: unknown }): Document {
  return {
    acknowledged: true,
    insertedId: done.upserted ?? null,
    matchedCount: done.matched,
    modifiedCount: done.modified,
    upsertedCount: done.upserted === undefined ? 0 : 1,
  };
}

function oneOf(
  collection: Collection,
  id: unknown,
  before: Document | undefined,
  options: Document,
): Document | null {
  const isAfter = options.returnDocument === 'after' || options.returnNewDocument === true;
  const after = (): Document | undefined => collection.first({ _id: id }, {});
  const shown = isAfter && id !== undefined ? after() : before;
  return shown === undefined ? null : collection.project(copy(shown), options.projection);
}

function object(value: unknown, what: string): Document {
  if (value === undefined || value === null) return {};
  if (!isPlain(value)) throw new RequestError(`${what} is an object: { … }.`);
  return value;
}

function needed(value: unknown, message: string): Document {
  if (!isPlain(value)) throw new RequestError(message);
  return value;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new RequestError(`This wants ${what} as text in quotes.`);
  return value;
}

function whole(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new RequestError(`${what} wants a whole number.`);
  }
  return value;
}

function order(value: unknown): Record<string, 1 | -1> {
  const by = needed(value, 'sort wants the fields: { date: -1 }.');
  const bad = Object.entries(by).find(([, direction]) => direction !== 1 && direction !== -1);
  if (bad !== undefined) {
    throw new RequestError(`sort wants 1 (up) or -1 (down) for ${bad[0]}.`, bad[0]);
  }
  return by as Record<string, 1 | -1>;
}

/** A known name that differs in capitals, an ending or a letter. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  return (
    known.find((each) => each.toLowerCase() === plain) ??
    known.find(
      (each) => each.toLowerCase().startsWith(plain) || plain.startsWith(each.toLowerCase()),
    ) ??
    known.find((each) => [...each.toLowerCase()].sort().join() === [...plain].sort().join())
  );
}
