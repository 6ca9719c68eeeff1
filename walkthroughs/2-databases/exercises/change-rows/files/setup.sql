CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  price NUMERIC(8, 2) NOT NULL,
  stock INTEGER NOT NULL,
  discontinued BOOLEAN NOT NULL DEFAULT FALSE
);

INSERT INTO products (id, name, category, price, stock, discontinued) VALUES
  (1, 'Green tea', 'tea', 4.00, 30, FALSE),
  (2, 'Earl Grey', 'tea', 5.50, 0, FALSE),
  (3, 'Espresso beans', 'coffee', 9.90, 12, FALSE),
  (4, 'Teapot', 'ware', 24.00, 0, TRUE),
  (5, 'Filter papers', 'ware', 2.50, 8, TRUE);
