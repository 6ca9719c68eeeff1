CREATE TABLE films (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL
);

CREATE TABLE actors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE roles (
  film_id INTEGER NOT NULL REFERENCES films (id),
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  role TEXT NOT NULL,
  PRIMARY KEY (film_id, actor_id, role)
);

INSERT INTO films (id, title) VALUES (1, 'Night Ferry'), (2, 'Salt'), (3, 'Signal');
INSERT INTO actors (id, name) VALUES (1, 'Noor'), (2, 'Pavel'), (3, 'Sanna'), (4, 'Teo'), (5, 'Vera');
INSERT INTO roles (film_id, actor_id, role) VALUES
  (1, 1, 'Captain'),
  (1, 1, 'Twin sister'),
  (1, 2, 'Cook'),
  (2, 1, 'Teacher'),
  (2, 2, 'Baker'),
  (2, 3, 'Pupil'),
  (3, 4, 'Guard');
