CREATE TABLE films (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  genre TEXT NOT NULL,
  rating NUMERIC(3, 1) NOT NULL
);

INSERT INTO films (id, title, year, minutes, genre, rating) VALUES
  (1, 'Paper Boats', 2019, 96, 'comedy', 7.4),
  (2, 'The Long Platform', 2011, 131, 'drama', 8.1),
  (3, 'Salt', 2016, 88, 'comedy', 6.2),
  (4, 'Night Ferry', 2021, 104, 'thriller', 7.9),
  (5, 'A Week of Rain', 2018, 112, 'drama', 8.4),
  (6, 'Left at the Mill', 2015, 88, 'comedy', 7.0),
  (7, 'Signal', 2020, 97, 'thriller', 6.8),
  (8, 'Two Uncles', 2008, 94, 'comedy', 8.2);
