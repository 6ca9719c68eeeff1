const { db, transaction } = require('./database');
const { HttpError } = require('./errors');

// What is sent.

const isText = (value, most) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most;

function areTags(value) {
  return Array.isArray(value) && value.length <= 20 && value.every((tag) => isText(tag, 50));
}

/** What is not sent stays as it was before. */
function parsePost(sent, before = { tags: [], published: false }) {
  if (typeof sent !== 'object' || Array.isArray(sent)) {
    throw new HttpError(400, 'Send a post as a JSON object.');
  }
  const { title, body, tags, published } = { ...before, ...sent };
  if (!isText(title, 200)) throw new HttpError(400, 'A title has 1 to 200 characters.');
  if (!isText(body, 50_000)) throw new HttpError(400, 'A body has 1 to 50,000 characters.');
  if (!areTags(tags)) throw new HttpError(400, 'tags is a list of at most 20 texts.');
  if (typeof published !== 'boolean') throw new HttpError(400, 'published is true or false.');
  return { title, body, tags, published };
}

function parseComment({ name, text } = {}) {
  if (!isText(name, 50)) throw new HttpError(400, 'A name has 1 to 50 characters.');
  if (!isText(text, 2000)) throw new HttpError(400, 'A comment has 1 to 2000 characters.');
  return { name, text };
}

// Reading.

const POSTS = `
  SELECT posts.id, posts.title, posts.body, authors.name AS author, posts.published, (
    SELECT json_group_array(tags.name ORDER BY tags.name)
    FROM post_tags JOIN tags ON tags.id = post_tags.tag_id
    WHERE post_tags.post_id = posts.id
  ) AS tags
  FROM posts JOIN authors ON authors.id = posts.author_id
`;

function postOf(row) {
  return { ...row, tags: JSON.parse(row.tags), published: row.published === 1 };
}

/**
 * The posts, the newest first.
 * @param tag only posts with this tag; null: all
 * @param author only posts by the author with this name; null: all
 */
function listPosts(tag = null, author = null) {
  const select = db.prepare(`
    ${POSTS}
    WHERE (:author IS NULL OR authors.name = :author)
    AND (:tag IS NULL OR posts.id IN (
      SELECT post_id FROM post_tags JOIN tags ON tags.id = tag_id WHERE tags.name = :tag
    ))
    ORDER BY posts.id DESC
  `);
  return select.all({ tag, author }).map(postOf);
}

/** The post with its comments, or undefined when there is none that this reader may see. */
function findPost(id, readerId) {
  const visible = '(posts.published = 1 OR posts.author_id = :readerId)';
  const row = db.prepare(`${POSTS} WHERE posts.id = :id AND ${visible}`).get({ id, readerId });
  if (row === undefined) return undefined;
  const select = db.prepare('SELECT name, text FROM comments WHERE post_id = ? ORDER BY id');
  return { ...postOf(row), comments: select.all(id) };
}

function isAuthorOf(postId, authorId) {
  const select = db.prepare('SELECT id FROM posts WHERE id = ? AND author_id = ?');
  return select.get(postId, authorId) !== undefined;
}

// Writing.

function setTags(postId, tags) {
  const insertTag = db.prepare('INSERT INTO tags (name) VALUES (?) ON CONFLICT (name) DO NOTHING');
  const insertPair = db.prepare(
    'INSERT INTO post_tags (post_id, tag_id) SELECT ?, id FROM tags WHERE name = ?',
  );
  db.prepare('DELETE FROM post_tags WHERE post_id = ?').run(postId);
  for (const tag of new Set(tags)) {
    insertTag.run(tag);
    insertPair.run(postId, tag);
  }
}

/** @returns the id of the new post */
function createPost(authorId, { title, body, tags, published }) {
  const insert = db.prepare(
    'INSERT INTO posts (author_id, title, body, published) VALUES (?, ?, ?, ?)',
  );
  return transaction(() => {
    const { lastInsertRowid: id } = insert.run(authorId, title, body, Number(published));
    setTags(id, tags);
    return id;
  });
}

function changePost(id, { title, body, tags, published }) {
  const update = db.prepare('UPDATE posts SET title = ?, body = ?, published = ? WHERE id = ?');
  transaction(() => {
    update.run(title, body, Number(published), id);
    setTags(id, tags);
  });
}

function deletePost(id) {
  db.prepare('DELETE FROM posts WHERE id = ?').run(id);
}

function addComment(postId, { name, text }) {
  const insert = db.prepare('INSERT INTO comments (post_id, name, text) VALUES (?, ?, ?)');
  insert.run(postId, name, text);
}

module.exports = {
  addComment,
  changePost,
  createPost,
  deletePost,
  findPost,
  isAuthorOf,
  listPosts,
  parseComment,
  parsePost,
};
