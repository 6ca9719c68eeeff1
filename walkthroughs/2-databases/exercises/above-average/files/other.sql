UPDATE cooks SET name = 'Ana' WHERE id = 4;
UPDATE cooks SET name = 'Eli' WHERE id = 1;
INSERT INTO recipes (id, cook_id, title, minutes) VALUES
  (7, 3, 'Cucumber water', 10),
  (8, 3, 'Beef stew', 240);
