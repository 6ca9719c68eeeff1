-- TODO 1: runner, day, kilometers and total
SELECT runner, day, kilometers
FROM runs
ORDER BY runner, day, id;

-- TODO 2: runner, day and change
