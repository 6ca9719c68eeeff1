INSERT INTO employees (id, name, salary, manager_id) VALUES
  (6, 'Farid', 6900, 1),
  (7, 'Greta', 3000, 5),
  (8, 'Hana', 5200, NULL);
