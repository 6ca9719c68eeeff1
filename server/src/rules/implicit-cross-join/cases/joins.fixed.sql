SELECT * FROM users CROSS JOIN orders; -- finds implicit-cross-join (hint)
SELECT * FROM users u, orders o WHERE o.user_id = u.id;
SELECT * FROM users, orders WHERE user_id = users.id AND total > 5;
SELECT * FROM users CROSS JOIN orders WHERE total > 5; -- finds implicit-cross-join (hint)
SELECT * FROM users CROSS JOIN orders;
SELECT * FROM users JOIN orders USING (user_id);
SELECT * FROM users NATURAL JOIN orders;
SELECT count(*) FROM (SELECT id FROM users CROSS JOIN orders) AS pairs; -- finds implicit-cross-join (hint)
SELECT id, name FROM users WHERE id IN (1, 2) ORDER BY id, name;
SELECT * FROM users, LATERAL (SELECT 1) AS one;
SELECT * FROM posts, unnest(posts.tags) AS tag;
SELECT * FROM users WHERE EXISTS (SELECT 1 FROM orders, lines WHERE lines.order_id = orders.id);
INSERT INTO a (b, c) SELECT b, c FROM d;
