INSERT INTO cooks (id, name) VALUES (5, 'Emre');
INSERT INTO recipes (id, cook_id, title, minutes) VALUES
  (7, 4, 'Almond rice', 45),
  (8, NULL, 'Quince jelly', 300),
  (9, 3, 'Cucumber water', 5);
