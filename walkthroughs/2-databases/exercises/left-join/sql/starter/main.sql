-- TODO 1: every customer with the number of orders
SELECT customers.name, COUNT(*) AS order_count
FROM customers
JOIN orders ON orders.customer_id = customers.id
GROUP BY customers.id, customers.name
ORDER BY customers.name;

-- TODO 2: customers who never ordered

-- TODO 3: every customer with the orders of April 2026
