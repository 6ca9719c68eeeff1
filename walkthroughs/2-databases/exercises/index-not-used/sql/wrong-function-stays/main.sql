CREATE VIEW loans_of_march AS
SELECT *
FROM loans
WHERE date_trunc('month', lent_on) = DATE '2024-03-01';

CREATE VIEW late_loans AS
SELECT *
FROM loans
WHERE lent_on < DATE '2020-02-15' - 30;

CREATE INDEX readers_lower_email ON readers (lower(email));
