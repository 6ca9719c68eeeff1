CREATE TABLE trips (
  id INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  day DATE NOT NULL,
  minutes INTEGER NOT NULL
);

INSERT INTO trips (id, station, day, minutes) VALUES
  (1, 'Bridge', '2026-05-01', 10),
  (2, 'Park', '2026-05-01', 40),
  (3, 'Park', '2026-05-01', 25),
  (4, 'Bridge', '2026-05-02', 40),
  (5, 'School', '2026-05-03', 60),
  (6, 'Park', '2026-05-03', 30);
