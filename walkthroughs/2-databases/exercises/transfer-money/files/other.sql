UPDATE accounts SET balance = 50.00 WHERE id = 1;
UPDATE accounts SET balance = 990.25 WHERE id = 2;
INSERT INTO transfers (from_account, to_account, amount) VALUES (3, 2, 10.00);
