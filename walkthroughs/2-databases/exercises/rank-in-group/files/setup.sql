CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  runner TEXT NOT NULL,
  club TEXT NOT NULL,
  day DATE NOT NULL,
  kilometers INTEGER NOT NULL
);

INSERT INTO runs (id, runner, club, day, kilometers) VALUES
  (1, 'Ada', 'North', '2026-05-01', 8),
  (2, 'Ben', 'North', '2026-05-01', 12),
  (3, 'Cho', 'South', '2026-05-02', 21),
  (4, 'Ada', 'North', '2026-05-03', 15),
  (5, 'Dia', 'South', '2026-05-03', 9),
  (6, 'Ben', 'North', '2026-05-05', 5),
  (7, 'Cho', 'South', '2026-05-06', 9);
