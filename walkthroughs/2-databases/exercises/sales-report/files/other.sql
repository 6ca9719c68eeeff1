INSERT INTO sales (id, shop, product, category, quantity, price) VALUES
  (8, 'Market', 'Coffee', 'drinks', 20, 2.40),
  (9, 'Harbour', 'Tart', 'cakes', 1, 19.00),
  (10, 'Harbour', 'Rye bread', 'bread', 2, 4.50);
