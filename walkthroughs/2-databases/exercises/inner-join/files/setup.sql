CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  city TEXT NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  ordered_on DATE NOT NULL,
  total NUMERIC(8, 2) NOT NULL
);

INSERT INTO customers (id, name, city) VALUES
  (1, 'Ada', 'Leeds'),
  (2, 'Grace', 'York'),
  (3, 'Linus', 'Leeds'),
  (4, 'Radia', 'Hull');

INSERT INTO orders (id, customer_id, ordered_on, total) VALUES
  (101, 2, '2026-03-02', 35.00),
  (102, 1, '2026-03-09', 12.50),
  (103, 2, '2026-04-11', 80.00),
  (104, 3, '2026-04-20', 19.90);
