INSERT INTO customers (id, name, city) VALUES (5, 'Barbara', 'York'), (6, 'Joan', 'Hull');
INSERT INTO orders (id, customer_id, ordered_on, total) VALUES
  (105, 6, '2026-04-30', 22.00),
  (106, 6, '2026-04-01', 9.00),
  (107, 1, '2026-05-01', 14.00);
