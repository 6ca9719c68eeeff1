-- TODO 1: days above the average day, day and minutes
SELECT day, SUM(minutes) AS minutes
FROM trips
GROUP BY day
ORDER BY day;

-- TODO 2: share of each station, station and percent
