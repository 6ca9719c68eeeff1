CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  published INTEGER NOT NULL
);

INSERT INTO books (id, title, author, published) VALUES
  (1, 'The Tide Clock', 'Ursula Vale', 1),
  (2, 'Salt Roads', 'Ursula Vale', 1),
  (3, 'Night Garden', 'Sean O''Brien', 1),
  (4, 'Unfinished Letters', 'Ursula Vale', 0),
  (5, 'A Map of Rain', 'Imani Odhiambo', 1);

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL
);

INSERT INTO members (id, name, email) VALUES
  (1, 'Ada', 'ada@members.example'),
  (2, 'Tom', 'tom@members.example');
