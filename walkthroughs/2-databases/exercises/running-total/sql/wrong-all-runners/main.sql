SELECT
  runner,
  day,
  kilometers,
  SUM(kilometers) OVER (PARTITION BY runner ORDER BY day, id) AS total
FROM runs
ORDER BY runner, day, id;

SELECT
  runner,
  day,
  kilometers - LAG(kilometers) OVER (ORDER BY runner, day, id) AS change
FROM runs
ORDER BY runner, day, id;
