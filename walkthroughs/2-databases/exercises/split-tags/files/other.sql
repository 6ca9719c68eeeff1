INSERT INTO posts (id, title, tags) VALUES
  (4, 'Caching', 'Speed ,servers'),
  (5, 'Faster queries', 'speed, sql, SPEED');
