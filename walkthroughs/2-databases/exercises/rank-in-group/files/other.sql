INSERT INTO runs (id, runner, club, day, kilometers) VALUES
  (8, 'Eli', 'West', '2026-05-06', 4),
  (9, 'Dia', 'South', '2026-05-07', 21),
  (10, 'Fin', 'North', '2026-05-08', 30);
