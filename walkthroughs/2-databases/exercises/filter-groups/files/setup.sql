CREATE TABLE sales (
  id INTEGER PRIMARY KEY,
  shop TEXT NOT NULL,
  product TEXT NOT NULL,
  category TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  price NUMERIC(8, 2) NOT NULL
);

INSERT INTO sales (id, shop, product, category, quantity, price) VALUES
  (1, 'Harbour', 'Rye bread', 'bread', 2, 4.50),
  (2, 'Harbour', 'Croissant', 'pastry', 6, 1.80),
  (3, 'Harbour', 'Rye bread', 'bread', 1, 4.50),
  (4, 'Station', 'Croissant', 'pastry', 10, 1.80),
  (5, 'Station', 'Coffee', 'drinks', 4, 2.60),
  (6, 'Market', 'Rye bread', 'bread', 3, 4.20),
  (7, 'Market', 'Tea', 'drinks', 1, 2.20);
