import { describe, expect, test } from 'vitest';
import { runShell, ShellError } from './shell';
import { type Collections, copy, fromJson, ObjectId, showValue, toJson } from './values';

const posts = [
  {
    _id: 1,
    title: 'Trees',
    author: 'Ada',
    tags: ['data', 'c'],
    likes: 3,
    date: new Date('2026-01-02'),
  },
  {
    _id: 2,
    title: 'Queues',
    author: 'Lin',
    tags: ['data'],
    likes: 9,
    date: new Date('2026-02-02'),
  },
  {
    _id: 3,
    title: 'Hello',
    author: 'Ada',
    tags: [],
    likes: 0,
    comments: [{ by: 'Lin', ok: true }],
  },
];
const data = (): Collections =>
  new Map<string, unknown[]>([
    ['posts', copy(posts)],
    ['users', [{ _id: 'Ada', email: 'a@b.c' }]],
  ]);

/** What the last statement gives. */
function last(text: string, collections = data()): unknown {
  const { documents, value } = runShell(text, collections).at(-1)!;
  return documents ?? value;
}

function failure(text: string, collections = data()): ShellError {
  try {
    runShell(text, collections);
  } catch (error) {
    if (error instanceof ShellError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

describe('reading', () => {
  test.each([
    [
      'db.posts.find({ author: "Ada" }, { title: 1, _id: 0 })',
      [{ title: 'Trees' }, { title: 'Hello' }],
    ],
    [
      'db.posts.find({ likes: { $gt: 1 } }, { likes: 1 }).sort({ likes: -1 }).limit(1)',
      [{ _id: 2, likes: 9 }],
    ],
    ['db.posts.find({}, { _id: 1 }).limit(1).skip(1).sort({ _id: 1 }).toArray()', [{ _id: 2 }]],
    ['db["posts"].find({ title: /^tr/i }, { _id: 1 }).pretty()', [{ _id: 1 }]],
    [
      'db.getCollection("posts").find({ date: { $gte: ISODate("2026-02-01") } }, { _id: 1 })',
      [{ _id: 2 }],
    ],
    ["db.posts.find({ 'comments.by': 'Lin' }, { _id: 1 });", [{ _id: 3 }]],
    [
      'db.posts.find({ tags: "data", $or: [{ likes: 3 }, { likes: { $lt: 0 } }] }, { _id: 1 })',
      [{ _id: 1 }],
    ],
    ['db.posts.findOne({ author: "Ada" }, { title: 1, _id: 0 })', { title: 'Trees' }],
    ['db.posts.findOne({ author: "Nobody" })', null],
    ['db.posts.countDocuments({ author: "Ada" })', 2],
    ['db.posts.countDocuments()', 3],
    ['db.posts.find({ author: "Ada" }).count()', 2],
    ['db.posts.distinct("author")', ['Ada', 'Lin']],
    ['db.posts.distinct("tags", { author: "Ada" })', ['c', 'data']],
    [
      'db.posts.aggregate([{ $group: { _id: "$author", n: { $sum: 1 } } }, { $sort: { _id: 1 } }])',
      [
        { _id: 'Ada', n: 2 },
        { _id: 'Lin', n: 1 },
      ],
    ],
    [
      'db.users.aggregate([{ $lookup: { from: "posts", localField: "_id", foreignField: "author", as: "p" } }, { $project: { n: { $size: "$p" } } }])',
      [{ _id: 'Ada', n: 2 }],
    ],
    ['db.getCollectionNames()', ['posts', 'users']],
    ['show collections', ['posts', 'users']],
    [
      'const ada = db.users.findOne({ _id: "Ada" });\ndb.posts.countDocuments({ author: ada._id })',
      2,
    ],
    [
      'db.posts.find({ date: { $lt: new Date(Date.now() - 1000 * 60) } }, { _id: 1 }).sort({ _id: -1 })',
      [{ _id: 2 }, { _id: 1 }],
    ],
    ['db.nothing.find()', []],
  ])('%s', (text, expected) => {
    expect(last(text)).toEqual(expected);
  });

  test('leaves what is stored as it is', () => {
    const collections = data();
    runShell(
      'db.posts.find({}, { title: 0 }); db.posts.aggregate([{ $set: { likes: 0 } }])',
      collections,
    );
    expect(collections.get('posts')).toEqual(posts);
  });

  test('says which statement gave what, and whether it changes something', () => {
    const text = '// all\ndb.posts.find();\n\ndb.posts.deleteMany({})\n';
    const results = runShell(text, data());
    expect(results.map((result) => text.slice(result.start, result.end))).toEqual([
      'db.posts.find();',
      'db.posts.deleteMany({})',
    ]);
    expect(results.map(({ changes }) => changes)).toEqual([false, true]);
    expect(results[0]?.documents).toHaveLength(3);
    expect(results[1]?.value).toEqual({ acknowledged: true, deletedCount: 3 });
  });
});

describe('changing', () => {
  test('inserts, with an id of its own where there is none', () => {
    const collections = data();
    const result = last('db.new.insertOne({ a: 1, at: new Date(0) })', collections) as {
      insertedId: unknown;
    };
    expect(result.insertedId).toBeInstanceOf(ObjectId);
    expect(collections.get('new')).toEqual([{ _id: result.insertedId, a: 1, at: new Date(0) }]);
    expect(last('db.new.find().count()', collections)).toBe(1);
  });

  test.each([
    [
      'updateOne({ author: "Ada" }, { $set: { "meta.seen": true } })',
      'db.posts.countDocuments({ "meta.seen": true })',
      1,
    ],
    [
      'updateMany({ author: "Ada" }, { $inc: { likes: 1 }, $push: { tags: "x" } })',
      'db.posts.distinct("likes")',
      [1, 4, 9],
    ],
    [
      'updateMany({}, { $unset: { likes: "" } })',
      'db.posts.countDocuments({ likes: { $exists: true } })',
      0,
    ],
    [
      'updateMany({}, [{ $set: { double: { $multiply: ["$likes", 2] } } }])',
      'db.posts.distinct("double")',
      [0, 6, 18],
    ],
    [
      'updateOne({ _id: 3 }, { $pull: { comments: { by: "Lin" } } })',
      'db.posts.findOne({ _id: 3 }).comments',
      [],
    ],
    [
      'updateOne({ _id: 3, "comments.by": "Lin" }, { $set: { "comments.$.ok": false } })',
      'db.posts.findOne({ _id: 3 }).comments',
      [{ by: 'Lin', ok: false }],
    ],
    [
      'updateOne({ _id: 9 }, { $set: { a: 1 }, $setOnInsert: { b: 2 } }, { upsert: true })',
      'db.posts.findOne({ _id: 9 })',
      { _id: 9, a: 1, b: 2 },
    ],
    [
      'updateOne({ _id: 3 }, { $set: { a: 1 }, $setOnInsert: { b: 2 } }, { upsert: true })',
      'db.posts.findOne({ _id: 3 }, { a: 1, b: 1, _id: 0 })',
      { a: 1 },
    ],
    [
      'replaceOne({ _id: 3 }, { title: "New" })',
      'db.posts.findOne({ _id: 3 })',
      { _id: 3, title: 'New' },
    ],
    ['deleteOne({ author: "Ada" })', 'db.posts.distinct("_id")', [2, 3]],
    ['findOneAndDelete({}, { sort: { likes: -1 } })', 'db.posts.distinct("_id")', [1, 3]],
    ['drop()', 'db.getCollectionNames()', ['users']],
    [
      'aggregate([{ $match: { author: "Ada" } }, { $out: "ada" }])',
      'db.ada.distinct("_id")',
      [1, 3],
    ],
    ['aggregate([{ $merge: { into: "copied" } }])', 'db.copied.countDocuments()', 3],
  ])('%s', (change, question, expected) => {
    expect(last(`db.posts.${change};\n${question}`)).toEqual(expected);
  });

  test.each([
    ['updateOne({ _id: 1 }, { $set: { likes: 3 } })', { matchedCount: 1, modifiedCount: 0 }],
    ['updateMany({}, { $inc: { likes: 1 } })', { matchedCount: 3, modifiedCount: 3 }],
    ['updateOne({ _id: 7 }, { $set: { likes: 3 } })', { matchedCount: 0, modifiedCount: 0 }],
  ])('%s says what it did', (change, expected) => {
    expect(last(`db.posts.${change}`)).toMatchObject(expected);
  });

  test('gives the document from before or after', () => {
    const update = (options: string): unknown =>
      last(`db.posts.findOneAndUpdate({ _id: 2 }, { $inc: { likes: 1 } }, ${options})`);
    expect(update('{ projection: { likes: 1, _id: 0 } }')).toEqual({ likes: 9 });
    expect(update('{ returnDocument: "after", projection: { likes: 1, _id: 0 } }')).toEqual({
      likes: 10,
    });
  });
});

describe('a unique index', () => {
  test('refuses what is there twice, and keeps what is there', () => {
    const collections = data();
    runShell('db.users.createIndex({ email: 1 }, { unique: true })', collections);
    const error = failure(
      'db.users.insertMany([{ _id: "Bo", email: "b@b.c" }, { email: "a@b.c" }])',
      collections,
    );
    expect(error.message).toMatch(/E11000.*email: "a@b.c"/);
    expect(collections.get('users')).toHaveLength(2);
    expect(
      failure('db.users.updateMany({}, { $set: { email: "x" } })', collections).message,
    ).toMatch(/E11000/);
    expect(last('db.users.distinct("email")', collections)).toEqual(['a@b.c', 'b@b.c']);
    expect(last('db.users.getIndexes()', collections)).toHaveLength(2);
  });

  test('cannot be made over what is there twice', () => {
    expect(failure('db.posts.createIndex({ author: 1 }, { unique: true })').message).toMatch(
      /E11000/,
    );
  });

  test('ids are unique by themselves', () => {
    expect(failure('db.posts.insertOne({ _id: 1 })').message).toMatch(/E11000.*_id: 1/);
  });
});

describe('a mistake', () => {
  test.each([
    ['db.posts.find({ author: "Ada" ', 'db.posts.find({ author: "Ada"', /not complete/],
    ['db.posts.find({ author: "Ada })', 'db.posts.find({ author: ', /no closing quote/],
    ['db.posts.find({ author "Ada" })', 'db.posts.find({ author ', /not expected/],
    ['db.posts.fnid()', 'db.posts.', /Did you mean find\?/],
    ['db.posts.findone()', 'db.posts.', /Did you mean findOne\?/],
    ['db.posts.find({ likes: { $gth: 1 } })', 'db.posts.find({ likes: { ', /\$gth is not known/],
    ['db.posts.find({ $ors: [] })', 'db.posts.find({ ', /\$ors is not known at the top/],
    [
      'db.posts.aggregate([{ $matches: {} }])',
      'db.posts.aggregate([{ ',
      /\$matches is not known as a stage/,
    ],
    [
      'db.posts.updateOne({ _id: 1 }, { likes: 2 })',
      'db.posts.updateOne({ _id: 1 }, { ',
      /\$set: \{ likes/,
    ],
    [
      'db.posts.updateOne({ _id: 1 }, { $sett: { likes: 2 } })',
      'db.posts.updateOne({ _id: 1 }, { ',
      /\$sett is not known in an update/,
    ],
    ['db.posts.updateOne({ _id: 1 }, { $set: { _id: 2 } })', undefined, /_id of a document cannot/],
    ['db.posts.find(author)', 'db.posts.find(', /Text stands in quotes/],
    ['db.posts.find().sort({ likes: "down" })', 'db.posts.find().sort({ ', /1 \(up\) or -1/],
    ['db.posts.find().forEach(p => print(p))', undefined, /do not run here|no forEach/],
    ['db.posts.find({ $where: "this.likes > 1" })', undefined, /./],
    ['db.posts.find({ likes: 3 > 2 })', 'db.posts.find({ likes: ', /operators such as/],
    ['for (const x of []) {}', '', /Loops/],
    ['process.exit()', '', /no process here/],
    ['ObjectId("12")', '', /24 hexadecimal/],
    ['db.posts.deleteMany()', 'db.posts.', /every document/],
    ['db.posts.find({ "__proto__": 1 })', 'db.posts.find({ ', /cannot have this name/],
    ['constructor.constructor("x")', '', /./],
    ['db.posts.insertOne({ a: 1 }).constructor.constructor("return 1")()', undefined, /./],
  ])('%s', (text, before, message) => {
    const error = failure(text);
    expect(error.message).toMatch(message);
    if (before !== undefined) expect(text.slice(0, error.position)).toBe(before);
  });

  test('leaves what was done before, and says so', () => {
    const collections = data();
    const error = failure('db.a.insertOne({});\ndb.b.find({', collections);
    expect(error.done).toHaveLength(1);
    expect(error.position).toBe('db.a.insertOne({});\ndb.b.find({'.length);
    expect(collections.get('a')).toHaveLength(1);
  });

  test('in an earlier statement hides no later one', () => {
    const text = 'db.a.find({\n\ndb.posts.countDocuments({\n  author: "Ada"\n})';
    expect(failure(text).position).toBe('db.a.find({'.length);
  });
});

test('values go to JSON and back', () => {
  const value = {
    _id: new ObjectId('65f0c0ffee65f0c0ffee65f0'),
    at: new Date(5),
    like: /a/i,
    list: [null, 1.5],
  };
  const back = fromJson(JSON.parse(JSON.stringify(toJson(value))));
  expect(showValue(back)).toBe(showValue(value));
  expect(showValue(value)).toBe(
    '{ _id: ObjectId("65f0c0ffee65f0c0ffee65f0"), at: ISODate("1970-01-01T00:00:00.005Z"), like: /a/i, list: [null, 1.5] }',
  );
});

test('ids are found, joined and grouped by what they say', () => {
  const collections = fromCollections({
    users: [{ _id: { $oid: '65f0c0ffee65f0c0ffee65f0' }, name: 'Ada' }],
    posts: [{ _id: 1, author: { $oid: '65f0c0ffee65f0c0ffee65f0' } }],
  });
  expect(
    last('db.users.findOne({ _id: ObjectId("65f0c0ffee65f0c0ffee65f0") }).name', collections),
  ).toBe('Ada');
  expect(
    last(
      'db.posts.aggregate([{ $lookup: { from: "users", localField: "author", foreignField: "_id", as: "a" } }, { $unwind: "$a" }, { $project: { _id: 0, n: "$a.name" } }])',
      collections,
    ),
  ).toEqual([{ n: 'Ada' }]);
  expect(last('db.posts.aggregate([{ $group: { _id: "$author" } }])', collections)).toHaveLength(1);
});

function fromCollections(json: Record<string, unknown[]>): Collections {
  return new Map(Object.entries(json).map(([name, documents]) => [name, documents.map(fromJson)]));
}
