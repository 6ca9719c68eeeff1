CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  pages INTEGER,
  published DATE
);

INSERT INTO books (id, title, pages, published)
VALUES
  (1, 'The Lighthouse', 224, '2018-03-01'),
  (2, 'Winter Bread', 96, '2021-11-15');
