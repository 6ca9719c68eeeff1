SELECT id, club, kilometers, ROUND(AVG(kilometers) OVER (PARTITION BY club), 1) AS club_average
FROM runs
ORDER BY id;

WITH placed AS (
  SELECT
    club,
    ROW_NUMBER() OVER (PARTITION BY club ORDER BY kilometers DESC, id) AS place,
    runner,
    kilometers
  FROM runs
)
SELECT club, place, runner, kilometers
FROM placed
WHERE place <= 2
ORDER BY club, place;
