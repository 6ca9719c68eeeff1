CREATE TABLE cooks (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE recipes (
  id INTEGER PRIMARY KEY,
  cook_id INTEGER REFERENCES cooks (id),
  title TEXT NOT NULL,
  minutes INTEGER NOT NULL
);

INSERT INTO cooks (id, name) VALUES (1, 'Ana'), (2, 'Bo'), (3, 'Cleo'), (4, 'Dov');
INSERT INTO recipes (id, cook_id, title, minutes) VALUES
  (1, 1, 'Lentil soup', 40),
  (2, 1, 'Flatbread', 25),
  (3, 2, 'Plum cake', 75),
  (4, NULL, 'Pickled beans', 20),
  (5, 4, 'Rice with saffron', 45),
  (6, 2, 'Tomato salad', 10);
