CREATE TABLE readers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL
);

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES readers (id),
  title TEXT NOT NULL,
  lent_on DATE NOT NULL
);

INSERT INTO readers (id, name, email)
SELECT number, 'Reader ' || number, 'reader' || number || '@example.com'
FROM generate_series(1, 5000) AS number;

INSERT INTO loans (id, reader_id, title, lent_on)
SELECT
  number,
  number * 7 % 5000 + 1,
  'Book ' || number % 900,
  DATE '2020-01-01' + number % 2000
FROM generate_series(1, 20000) AS number;

ANALYZE;
