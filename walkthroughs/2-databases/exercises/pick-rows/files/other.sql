INSERT INTO films (id, title, year, minutes, genre, rating) VALUES
  (9, 'Half Past', 2014, 95, 'comedy', 9.1),
  (10, 'Blue Kettle', 2017, 79, 'comedy', 8.4),
  (11, 'Ash', 2022, 150, 'western', 5.5),
  (12, 'Harbour', 2015, 100, 'drama', 9.0);
