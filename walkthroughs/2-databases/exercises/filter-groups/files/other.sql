INSERT INTO sales (id, shop, product, category, quantity, price) VALUES
  (8, 'Market', 'Coffee', 'drinks', 6, 2.40),
  (9, 'Station', 'Rye bread', 'bread', 5, 4.30),
  (10, 'Market', 'Spelt bread', 'bread', 1, 5.35),
  (11, 'Station', 'Tart', 'cakes', 1, 19.00),
  (12, 'Station', 'Wheat bread', 'bread', 1, 4.00);
