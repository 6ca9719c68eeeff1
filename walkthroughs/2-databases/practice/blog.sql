-- A blog platform, as PostgreSQL tables.

CREATE TABLE authors (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE
);

-- One author has many posts: each post names its author.
CREATE TABLE posts (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author_id INTEGER NOT NULL REFERENCES authors (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  published BOOLEAN NOT NULL DEFAULT FALSE,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Many posts have many tags: the pairs live in a table of their own.
CREATE TABLE tags (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE post_tags (
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (post_id, tag_id)
);

-- Your task
-- 1. One post has many comments. Create the table comments: id, post_id, author_name, body,
--    created_at. A comment goes away together with its post.
-- 2. Readers can like posts. Create the tables readers and likes. A reader likes a post
--    once at most: which two columns make the primary key?
-- 3. Save. The step is ticked when the file has no syntax error.
