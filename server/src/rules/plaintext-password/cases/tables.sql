CREATE TABLE a (id INT PRIMARY KEY, password VARCHAR(30)); -- finds plaintext-password (warning)
CREATE TABLE b (id INT PRIMARY KEY, "password" TEXT NOT NULL); -- finds plaintext-password (hint)
CREATE TABLE c (id INT PRIMARY KEY, password_hash CHAR(60));
CREATE TABLE d (id INT PRIMARY KEY, password_plain TEXT); -- finds plaintext-password (warning)
CREATE TABLE e (password_id INT, reset_password BOOLEAN);
ALTER TABLE a ADD COLUMN user_password VARCHAR(255); -- finds plaintext-password (hint)
INSERT INTO a (id, password) VALUES (1, 'letmein'); -- finds plaintext-password (warning)
INSERT INTO a (id, password) VALUES (1, '$2b$12$K3nO0aYvJt8pQxWz5mL4reTg7uHs1dFi9cVb2nMk6jPoSaXeRyQwC');
INSERT INTO a (id, password) VALUES (1, NULL), (2, 'hunter2'); -- finds plaintext-password (warning)
INSERT INTO a (id, password) VALUES (1, crypt('letmein', gen_salt('bf')));
