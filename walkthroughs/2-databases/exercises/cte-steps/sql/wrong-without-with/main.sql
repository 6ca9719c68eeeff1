SELECT day, SUM(minutes) AS minutes
FROM trips
GROUP BY day
HAVING SUM(minutes) > (SELECT SUM(minutes) * 1.0 / COUNT(DISTINCT day) FROM trips)
ORDER BY day;

SELECT station, ROUND(100.0 * SUM(minutes) / (SELECT SUM(minutes) FROM trips)) AS percent
FROM trips
GROUP BY station
ORDER BY percent DESC, station;
