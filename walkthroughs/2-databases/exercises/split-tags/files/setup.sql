CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  tags TEXT
);

INSERT INTO posts (id, title, tags) VALUES
  (1, 'Indexes explained', 'SQL, speed'),
  (2, 'Joins in pictures', 'sql'),
  (3, 'Hello, blog', NULL);
