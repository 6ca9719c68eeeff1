WITH daily AS (
  SELECT day, SUM(minutes) AS minutes
  FROM trips
  GROUP BY day
)
SELECT day, minutes
FROM daily
WHERE minutes > (SELECT AVG(minutes) FROM daily)
ORDER BY day;

WITH by_station AS (
  SELECT station, SUM(minutes) AS minutes
  FROM trips
  GROUP BY station
)
SELECT station, ROUND(100 * (minutes / (SELECT SUM(minutes)::bigint FROM by_station))) AS percent
FROM by_station
ORDER BY percent DESC, station;
