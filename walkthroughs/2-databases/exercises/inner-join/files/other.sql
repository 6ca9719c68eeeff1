INSERT INTO customers (id, name, city) VALUES (105, 'Mary', 'Leeds');
INSERT INTO orders (id, customer_id, ordered_on, total) VALUES
  (105, 4, '2026-05-01', 60.00),
  (106, 105, '2026-05-03', 15.00),
  (107, 3, '2026-01-02', 45.00);
