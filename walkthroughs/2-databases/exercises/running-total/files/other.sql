INSERT INTO runs (id, runner, club, day, kilometers) VALUES
  (8, 'Ada', 'North', '2026-05-03', 6),
  (9, 'Eli', 'West', '2026-05-07', 10),
  (10, 'Dia', 'South', '2026-04-28', 3);
