-- TODO 1: let the index on lent_on be used
CREATE VIEW loans_of_march AS
SELECT *
FROM loans
WHERE EXTRACT(YEAR FROM lent_on) = 2024 AND EXTRACT(MONTH FROM lent_on) = 3;

-- TODO 2: the same here
CREATE VIEW late_loans AS
SELECT *
FROM loans
WHERE lent_on + 30 < DATE '2020-02-15';

-- TODO 3: an index for WHERE lower(email) = …
