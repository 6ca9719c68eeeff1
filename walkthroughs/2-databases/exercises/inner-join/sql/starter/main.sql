-- TODO 1: each order with the name of its customer
SELECT id, customer_id, total
FROM orders
ORDER BY id;

-- TODO 2: large orders from Leeds
