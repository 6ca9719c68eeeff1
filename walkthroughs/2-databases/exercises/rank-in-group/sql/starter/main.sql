-- TODO 1: id, club, kilometers and club_average
SELECT id, club, kilometers
FROM runs
ORDER BY id;

-- TODO 2: club, place, runner and kilometers
