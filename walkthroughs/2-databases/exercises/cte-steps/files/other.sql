INSERT INTO trips (id, station, day, minutes) VALUES
  (7, 'Harbour', '2026-05-02', 55),
  (8, 'Harbour', '2026-05-04', 12),
  (9, 'Bridge', '2026-05-04', 8);
