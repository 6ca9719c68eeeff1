SELECT customers.name, COUNT(orders.id) AS order_count
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id
GROUP BY customers.id, customers.name
ORDER BY customers.name;

SELECT customers.name
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id
WHERE orders.id IS NULL
ORDER BY customers.name;

SELECT customers.name, orders.total
FROM customers
LEFT JOIN orders
  ON orders.customer_id = customers.id
  AND orders.ordered_on >= '2026-04-01'
  AND orders.ordered_on < '2026-05-01'
ORDER BY customers.name, orders.total;
