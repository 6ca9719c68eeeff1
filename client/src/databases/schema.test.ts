import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawDiagram } from './diagram';
import { ObjectId } from './documents/values';
import type { SqlEngine } from './engine';
import { readPlan } from './explain';
import { fieldsOf } from './fields';
import { openPostgres } from './postgres';
import { readSchema } from './schema';

const root = path.resolve(import.meta.dirname, '../../..');
let database: SqlEngine;

const BLOG = `
  CREATE TABLE authors (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(80) NOT NULL UNIQUE);
  CREATE TABLE posts (
    id int PRIMARY KEY,
    author_id int NOT NULL REFERENCES authors,
    parent int REFERENCES posts,
    title text DEFAULT 'Untitled' NOT NULL,
    "a<b" text
  );
  CREATE INDEX posts_by_author ON posts (author_id, lower(title));
  CREATE TABLE tags (post_id int REFERENCES posts, tag text, PRIMARY KEY (post_id, tag));
  CREATE VIEW titles AS SELECT title FROM posts;
  CREATE SCHEMA other; CREATE TABLE other.empty ();`;

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet']);
  database = await openPostgres({ assets: path.join(root, 'dist/extension/pglite') });
}, 120_000);

afterAll(() => database.close());

describe('the schema', () => {
  test('of an empty database is empty', async () => {
    expect(await readSchema(database, 'postgresql')).toEqual([]);
  });

  test('has tables, columns, keys and indexes', async () => {
    await database.run(BLOG);
    const tables = await readSchema(database, 'postgresql');
    expect(tables.map(({ schema, name, kind }) => `${kind} ${schema}.${name}`)).toEqual([
      'table public.authors',
      'table public.posts',
      'table public.tags',
      'view public.titles',
      'table other.empty',
    ]);
    const [authors, posts, tags] = tables;
    expect(authors?.columns).toEqual([
      {
        name: 'id',
        type: 'integer',
        nullable: false,
        isPrimary: true,
        isUnique: true,
        default: 'identity',
      },
      {
        name: 'email',
        type: 'character varying(80)',
        nullable: false,
        isPrimary: false,
        isUnique: true,
        default: undefined,
      },
    ]);
    expect(posts?.columns[3]).toMatchObject({ default: "'Untitled'::text", nullable: false });
    expect(posts?.foreignKeys).toEqual([
      {
        name: 'posts_author_id_fkey',
        columns: ['author_id'],
        schema: 'public',
        table: 'authors',
        references: ['id'],
      },
      {
        name: 'posts_parent_fkey',
        columns: ['parent'],
        schema: 'public',
        table: 'posts',
        references: ['id'],
      },
    ]);
    expect(posts?.indexes).toEqual([
      { name: 'posts_by_author', columns: ['author_id', 'lower(title)'], isUnique: false },
      { name: 'posts_pkey', columns: ['id'], isUnique: true },
    ]);
    expect(tags?.columns.map(({ isPrimary, isUnique }) => [isPrimary, isUnique])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(tables[4]?.columns).toEqual([]);
  });

  test('is drawn, tables apart from each other, names escaped', async () => {
    const tables = await readSchema(database, 'postgresql');
    const { svg, width, height } = drawDiagram(tables);
    expect(svg).toContain('a&lt;b');
    expect(svg).not.toContain('titles</text>');
    expect(svg.match(/class="line" d="M[\d.]+ [\d.]+C/g)).toHaveLength(3);
    expect(svg).toContain('posts.author_id refers to authors.id');
    const boxes = [
      ...svg.matchAll(/class="box" x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)"/g),
    ];
    const areas = boxes.map(
      ([, ...numbers]) => numbers.map(Number) as [number, number, number, number],
    );
    expect(areas).toHaveLength(4);
    for (const [i, [x, y, w, h]] of areas.entries()) {
      expect([x >= 0, y >= 0, x + w <= width, y + h <= height]).toEqual([true, true, true, true]);
      for (const [ox, oy, ow, oh] of areas.slice(i + 1)) {
        expect(x < ox + ow && ox < x + w && y < oy + oh && oy < y + h).toBe(false);
      }
    }
  });
});

describe('a plan', () => {
  const planOf = async (sql: string) => {
    const [result] = await database.run(`EXPLAIN (FORMAT JSON) ${sql}`);
    return readPlan(String(result?.rows[0]?.[0]));
  };

  test('says in words what is read', async () => {
    const plan = await planOf("SELECT * FROM posts WHERE title = 'x'");
    expect(plan.words).toBe('reads every row of posts and keeps those that fit');
    expect(plan.share).toBe(1);
    expect(plan.details).toEqual([['Filter', "(title = 'x'::text)"]]);
  });

  test('shares its cost among its steps', async () => {
    const plan = await planOf(
      'SELECT a.email, count(*) FROM posts p JOIN authors a ON a.id = p.author_id GROUP BY 1 ORDER BY 2',
    );
    const all = (node: typeof plan): (typeof plan)[] => [node, ...node.children.flatMap(all)];
    const sum = all(plan).reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo(1, 5);
    expect(all(plan).length).toBeGreaterThan(3);
    expect(all(plan).filter(({ type, words }) => type === words)).toEqual([]);
  });

  test('names the index that is used', async () => {
    const plan = await planOf('SELECT * FROM posts WHERE id = 1');
    expect(plan.words).toContain('posts_pkey');
  });
});

test('fields of documents are what is in them', () => {
  expect(
    fieldsOf([
      { _id: new ObjectId(), tags: ['a', 1], by: { name: 'Ada' } },
      { _id: new ObjectId(), by: null, at: new Date() },
    ]),
  ).toEqual([
    { name: '_id', types: ['ObjectId'], share: 1, fields: [] },
    { name: 'tags', types: ['list of string or number'], share: 0.5, fields: [] },
    {
      name: 'by',
      types: ['document', 'null'],
      share: 1,
      fields: [{ name: 'name', types: ['string'], share: 1, fields: [] }],
    },
    { name: 'at', types: ['date'], share: 0.5, fields: [] },
  ]);
});
