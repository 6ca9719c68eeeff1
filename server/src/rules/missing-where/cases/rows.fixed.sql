UPDATE products SET price = 10 WHERE id = 1; -- finds missing-where (warning)
delete from sessions WHERE id = 1; -- finds missing-where (warning)
DELETE FROM sessions WHERE id = 1 RETURNING id; -- finds missing-where (warning)
UPDATE products SET price = 10 WHERE id = 7;
UPDATE products SET price = 10 LIMIT 5; -- finds missing-where (hint)
