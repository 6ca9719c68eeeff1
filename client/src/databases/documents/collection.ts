import { aggregate, find, Query, updateMany, updateOne } from 'mingo';
import { type Collections, copy, type Document, isPlain, ObjectId, showValue } from './values';

/** A mistake in what the database was asked, in words; where is the caller's affair. */
export class RequestError extends Error {
  constructor(
    message: string,
    /** The text in the statement that it is about, such as an operator's name. */
    readonly about?: string,
  ) {
    super(message);
  }
}

export interface Index {
  readonly name: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial?: Document;
}

/** The indexes of all collections; kept beside the documents, not among them. */
const allIndexes = new WeakMap<Collections, Map<string, Index[]>>();

export function indexesOf(collections: Collections): Map<string, Index[]> {
  let indexes = allIndexes.get(collections);
  if (indexes === undefined) {
    indexes = new Map();
    allIndexes.set(collections, indexes);
  }
  return indexes;
}

const ID_INDEX: Index = { name: '_id_', key: { _id: 1 }, unique: true, sparse: false };

/** The operations on one collection of documents. */
export class Collection {
  constructor(
    readonly name: string,
    readonly collections: Collections,
  ) {}

  get documents(): Document[] {
    return (this.collections.get(this.name) ?? []) as Document[];
  }

  /** Makes the collection if it is not there: the first insert does that. */
  #write(documents: Document[]): void {
    const there = this.collections.get(this.name);
    if (there === undefined) this.collections.set(this.name, documents);
    else there.splice(0, there.length, ...documents);
  }

  get #options(): object {
    return {
      scriptEnabled: false,
      collectionResolver: (name: string) => {
        const there = this.collections.get(name);
        if (there !== undefined) return there;
        return [];
      },
    };
  }

  find(filter: Document, projection: Document | undefined): ReturnType<typeof find> {
    return guarded(() => find(copy(this.documents), filter, projection, this.#options));
  }

  count(filter: Document): number {
    return this.#matching(filter).length;
  }

  #matching(filter: Document): Document[] {
    return guarded(() => {
      const query = new Query(filter, this.#options);
      return this.documents.filter((document) => query.test(document));
    });
  }

  distinct(field: string, filter: Document): unknown[] {
    const pipeline = [
      { $match: filter },
      { $project: { value: `$${field}` } },
      { $unwind: '$value' },
      { $group: { _id: '$value' } },
      { $sort: { _id: 1 } },
    ];
    return this.aggregate(pipeline).map((document) => document._id);
  }

  aggregate(pipeline: readonly Document[]): Document[] {
    const last = pipeline.at(-1);
    const out = last !== undefined && '$out' in last ? last.$out : undefined;
    const stages = out === undefined ? [...pipeline] : pipeline.slice(0, -1);
    const early = stages.findIndex((stage) => isPlain(stage) && '$out' in stage);
    if (early >= 0) throw new RequestError('`$out` must be the last stage.', '$out');
    for (const stage of stages) {
      if (!isPlain(stage) || Object.keys(stage).length !== 1) {
        throw new RequestError(
          `Each stage is an object with one operator, such as { $match: { … } }. This one is ${showValue(stage)}.`,
        );
      }
      const into = isPlain(stage.$merge) ? stage.$merge.into : undefined;
      if (typeof into === 'string' && !this.collections.has(into)) this.collections.set(into, []);
    }
    const result = guarded(() => aggregate(copy(this.documents), stages, this.#options));
    if (out === undefined) return result as Document[];
    const target = isPlain(out) ? out.coll : out;
    if (typeof target !== 'string') {
      throw new RequestError('`$out` wants the name of a collection.', '$out');
    }
    new Collection(target, this.collections).#write(copy(result) as Document[]);
    return [];
  }

  /** Inserts in order and ends at the first mistake; what was inserted before stays. */
  insert(documents: readonly Document[]): unknown[] {
    const ids: unknown[] = [];
    for (const document of documents) {
      const bad = Object.keys(document).find((key) => key.startsWith('$'));
      if (bad !== undefined) {
        throw new RequestError(
          `A field's name cannot begin with $, and ${bad} does. Operators belong into updates and filters.`,
          bad,
        );
      }
      const whole = { ...('_id' in document ? {} : { _id: new ObjectId() }), ...copy(document) };
      this.#store([...this.documents, whole]);
      ids.push(whole._id);
    }
    if (!this.collections.has(this.name)) this.collections.set(this.name, []);
    return ids;
  }

  update(
    filter: Document,
    change: Document | Document[],
    options: Document,
    many: boolean,
  ): { matched: number; modified: number; upserted: unknown } {
    checkUpdate(change);
    const { $setOnInsert: onInsert, ...rest } = Array.isArray(change) ? {} : change;
    const modifier = Array.isArray(change) ? change : rest;
    const isNothing = !Array.isArray(modifier) && Object.keys(modifier).length === 0;
    const documents = copy(this.documents);
    const config = {
      cloneMode: 'deep' as const,
      ...(Array.isArray(options.arrayFilters) ? { arrayFilters: options.arrayFilters } : {}),
      ...(isPlain(options.sort) ? { sort: options.sort as Record<string, 1 | -1> } : {}),
    };
    const run = many ? updateMany : updateOne;
    const { matchedCount, modifiedCount } = isNothing
      ? { matchedCount: this.#matching(filter).length, modifiedCount: 0 }
      : guarded(() => run(documents, filter, modifier as Document, config, this.#options));
    if (matchedCount === 0 && options.upsert === true) {
      const [created] = [equalities(filter)];
      if (isPlain(onInsert)) Object.assign(created, copy(onInsert));
      const one = [created];
      if (!isNothing)
        guarded(() => updateOne(one, {}, modifier as Document, config, this.#options));
      return { matched: 0, modified: 0, upserted: this.insert(one)[0] };
    }
    documents.forEach((document, i) => {
      const before = this.documents[i];
      if (before !== undefined && showValue(before._id) !== showValue(document._id)) {
        throw new RequestError('The _id of a document cannot be changed.', '_id');
      }
    });
    this.#store(documents);
    return { matched: matchedCount, modified: modifiedCount, upserted: undefined };
  }

  replace(
    filter: Document,
    replacement: Document,
    options: Document,
  ): { matched: number; modified: number; upserted: unknown } {
    const operator = Object.keys(replacement).find((key) => key.startsWith('$'));
    if (operator !== undefined) {
      throw new RequestError(
        `replaceOne wants a whole document, and ${operator} is an operator. Use updateOne for single fields.`,
        operator,
      );
    }
    const [old] = this.#sorted(filter, options);
    if (old === undefined) {
      if (options.upsert !== true) return { matched: 0, modified: 0, upserted: undefined };
      const id = equalities(filter)._id;
      const whole = id === undefined ? replacement : { _id: id, ...replacement };
      return { matched: 0, modified: 0, upserted: this.insert([whole])[0] };
    }
    if ('_id' in replacement && showValue(replacement._id) !== showValue(old._id)) {
      throw new RequestError('The _id of a document cannot be changed.', '_id');
    }
    const whole = { _id: old._id, ...copy(replacement) };
    this.#store(this.documents.map((document) => (document === old ? whole : document)));
    const modified = showValue(old) === showValue(whole) ? 0 : 1;
    return { matched: 1, modified, upserted: undefined };
  }

  delete(filter: Document, many: boolean, options: Document = {}): Document[] {
    const matching = this.#sorted(filter, options);
    const gone = new Set(many ? matching : matching.slice(0, 1));
    if (gone.size > 0) this.#write(this.documents.filter((document) => !gone.has(document)));
    return [...gone];
  }

  /** The first match, for `findOneAnd…`. */
  first(filter: Document, options: Document): Document | undefined {
    return this.#sorted(filter, options)[0];
  }

  #sorted(filter: Document, options: Document): Document[] {
    const matching = this.#matching(filter);
    if (!isPlain(options.sort)) return matching;
    const sort = options.sort as Record<string, 1 | -1>;
    // The documents themselves are wanted, and the cursor gives them.
    return guarded(
      () => find(matching, {}, undefined, this.#options).sort(sort).all() as Document[],
    );
  }

  project(document: Document, projection: unknown): Document {
    if (!isPlain(projection)) return document;
    return guarded(
      () => find([copy(document)], {}, projection, this.#options).all()[0] as Document,
    );
  }

  get indexes(): readonly Index[] {
    return [ID_INDEX, ...(indexesOf(this.collections).get(this.name) ?? [])];
  }

  createIndex(key: Document, options: Document): string {
    const name =
      typeof options.name === 'string'
        ? options.name
        : Object.entries(key)
            .map(([field, order]) => `${field}_${order}`)
            .join('_');
    if (this.indexes.some((index) => index.name === name)) return name;
    const index: Index = {
      name,
      key,
      unique: options.unique === true,
      sparse: options.sparse === true,
      ...(isPlain(options.partialFilterExpression)
        ? { partial: options.partialFilterExpression }
        : {}),
    };
    if (index.unique) this.#check(index, this.documents);
    const all = indexesOf(this.collections);
    all.set(this.name, [...(all.get(this.name) ?? []), index]);
    if (!this.collections.has(this.name)) this.collections.set(this.name, []);
    return name;
  }

  dropIndex(wanted: unknown): void {
    if (wanted === '_id_') throw new RequestError('The index on _id cannot be dropped.');
    const all = indexesOf(this.collections);
    const mine = all.get(this.name) ?? [];
    const left = mine.filter(
      ({ name, key }) => name !== wanted && showValue(key) !== showValue(wanted),
    );
    if (left.length === mine.length && wanted !== '*') {
      throw new RequestError(`There is no index ${showValue(wanted)} in ${this.name}.`);
    }
    all.set(this.name, wanted === '*' ? [] : left);
  }

  drop(): boolean {
    indexesOf(this.collections).delete(this.name);
    return this.collections.delete(this.name);
  }

  #store(documents: Document[]): void {
    for (const index of this.indexes) if (index.unique) this.#check(index, documents);
    this.#write(documents);
  }

  /** @throws {RequestError} when two documents have the same values in the fields of a unique index */
  #check({ name, key, sparse, partial }: Index, documents: readonly Document[]): void {
    const seen = new Map<string, Document>();
    const fields = Object.keys(key);
    const applies = partial === undefined ? undefined : new Query(partial, this.#options);
    for (const document of documents) {
      if (applies !== undefined && !applies.test(document)) continue;
      const values = fields.map((field) => valuesAt(document, field.split('.')));
      if (sparse && values.every((each) => each.length === 0)) continue;
      for (const entry of combinations(values.map((each) => (each.length === 0 ? [null] : each)))) {
        const text = entry.map(showValue).join();
        const other = seen.get(text);
        if (other !== undefined && other !== document) {
          const shown = fields.map((field, i) => `${field}: ${showValue(entry[i])}`).join(', ');
          throw new RequestError(
            `E11000 duplicate key: ${this.name} already has a document with ${shown}, and the index ${name} allows it once.`,
          );
        }
        seen.set(text, document);
      }
    }
  }
}

function valuesAt(value: unknown, [field, ...rest]: readonly string[]): unknown[] {
  if (field === undefined) return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, [field, ...rest]));
  if (!isPlain(value) || !Object.hasOwn(value, field)) return [];
  return valuesAt(value[field], rest);
}

function combinations(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>(
    (all, list) => all.flatMap((start) => list.map((value) => [...start, value])),
    [[]],
  );
}

function checkUpdate(change: Document | Document[]): void {
  if (Array.isArray(change)) return;
  const keys = Object.keys(change);
  const field = keys.find((key) => !key.startsWith('$'));
  if (field !== undefined) {
    throw new RequestError(
      `An update says what to do with a field: { $set: { ${field}: … } }. To put another document in its place, use replaceOne.`,
      field,
    );
  }
  if (keys.length === 0) throw new RequestError('This update changes nothing: it is empty.');
}

/** What a filter says that a new document must have. */
function equalities(filter: Document): Document {
  const document: Document = {};
  for (const [field, wanted] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(wanted)) {
      for (const each of wanted) if (isPlain(each)) Object.assign(document, equalities(each));
    }
    if (field.startsWith('$') || wanted instanceof RegExp) continue;
    const isCondition =
      isPlain(wanted) && Object.keys(wanted).some((operator) => operator.startsWith('$'));
    const value = isCondition ? wanted.$eq : wanted;
    if (isCondition && value === undefined) continue;
    const path = field.split('.');
    let place = document;
    for (const part of path.slice(0, -1)) {
      if (!isPlain(place[part])) place[part] = {};
      place = place[part] as Document;
    }
    place[path.at(-1)!] = copy(value);
  }
  return document;
}

/** What mingo throws, in words for learners. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw explain(error instanceof Error ? error.message : String(error));
  }
}

const UNKNOWN = /(?:unknown|unregistered|not registered|unsupported)/i;

function explain(message: string): RequestError {
  if (/immutable field '_id'/.test(message)) {
    return new RequestError('The _id of a document cannot be changed.', '_id');
  }
  const operator = /\$[A-Za-z]\w*/.exec(message)?.[0];
  if (operator !== undefined && UNKNOWN.test(message)) {
    const kind = /top level/i.test(message)
      ? ' at the top of a filter'
      : /update/i.test(message)
        ? ' in an update'
        : /pipeline/i.test(message)
          ? ' as a stage'
          : '';
    return new RequestError(`The operator ${operator} is not known${kind}.`, operator);
  }
  const text = message.replace(/^mingo:\s*/i, '');
  return new RequestError(text.charAt(0).toUpperCase() + text.slice(1), operator);
}
