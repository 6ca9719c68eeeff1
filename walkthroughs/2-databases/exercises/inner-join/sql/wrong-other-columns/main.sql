SELECT orders.id, customers.name, orders.total
FROM orders
JOIN customers ON customers.id = orders.id
ORDER BY orders.id;

SELECT customers.name, orders.ordered_on, orders.total
FROM orders
JOIN customers ON customers.id = orders.customer_id
WHERE customers.city = 'Leeds' AND orders.total >= 15
ORDER BY orders.ordered_on DESC;
