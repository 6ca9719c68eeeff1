CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  published BOOLEAN NOT NULL
);

INSERT INTO posts (id, author, title, published) VALUES
  (1, 'Ada', 'Indexes explained', TRUE),
  (2, 'Ada', 'Hello, blog', TRUE),
  (3, 'O''Hara', 'The quiet server', TRUE),
  (4, 'O''Hara', 'Unfinished thoughts', FALSE),
  (5, 'Linus', 'My secret plan', FALSE);
