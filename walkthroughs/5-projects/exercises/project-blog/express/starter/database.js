const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');

const db = new DatabaseSync(path.join(__dirname, 'blog.db'));

// TODO: the tables, when they are missing: authors, posts, tags, the pairs of both, comments.

/** Runs `work` as a whole or not at all. */
function transaction(work) {
  db.exec('BEGIN');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

module.exports = { db, transaction };
