BEGIN;

UPDATE accounts SET balance = balance - 50 WHERE id = 1;
UPDATE accounts SET balance = balance + 50 WHERE id = 2;

INSERT INTO transfers (from_account, to_account, amount)
VALUES (1, 2, 50);
