INSERT INTO products (id, name, category, price, stock, discontinued) VALUES
  (7, 'White tea', 'tea', 7.75, 0, TRUE),
  (8, 'Grinder', 'ware', 39.00, 3, FALSE),
  (9, 'Jasmine', 'tea', 4.80, 2, TRUE);
