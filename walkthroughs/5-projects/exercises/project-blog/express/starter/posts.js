const { db, transaction } = require('./database');

/** The posts that this reader may see, the newest first. `readerId` is null without a login. */
function listPosts(readerId) {
  // TODO: ask the database, and filter by tag and author.
  return [];
}

// TODO: find one post that a reader may see, store, change and delete a post, add a comment.

module.exports = { listPosts };
