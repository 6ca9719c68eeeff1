CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  answers INTEGER REFERENCES comments (id),
  author TEXT NOT NULL
);

INSERT INTO comments (id, answers, author) VALUES
  (1, NULL, 'Ada'),
  (2, 1, 'Ben'),
  (3, 1, 'Chloe'),
  (4, 2, 'Ada'),
  (5, NULL, 'Dan'),
  (6, 4, 'Ben'),
  (7, 5, 'Eve');
