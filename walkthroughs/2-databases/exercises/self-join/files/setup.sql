CREATE TABLE employees (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  salary INTEGER NOT NULL,
  manager_id INTEGER REFERENCES employees (id)
);

INSERT INTO employees (id, name, salary, manager_id) VALUES
  (1, 'Wanda', 6200, NULL),
  (2, 'Bruno', 4100, 1),
  (3, 'Chidi', 4300, 2),
  (4, 'Dolores', 3600, 2),
  (5, 'Esi', 5000, 1);
