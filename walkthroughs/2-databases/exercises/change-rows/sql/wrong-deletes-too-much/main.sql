INSERT INTO products (id, name, category, price, stock)
VALUES (6, 'Oolong', 'tea', 6.20, 15);

UPDATE products
SET price = price + 0.50
WHERE category = 'tea';

UPDATE products
SET stock = 10
WHERE id = 3;

DELETE FROM products
WHERE discontinued OR stock = 0;
