CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL
);

INSERT INTO posts (id, title, body) VALUES
  (1, 'Hello World', 'A first post.'),
  (2, 'Joins in Pictures', 'Two circles.'),
  (3, 'Indexes', 'Sorted copies.');
