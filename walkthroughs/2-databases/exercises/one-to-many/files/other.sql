INSERT INTO old_tracks (album, artist, year, position, track) VALUES
  ('North', 'Ida Berg', 2008, 1, 'Fjord'),
  ('North', 'Ida Berg', 2008, 2, 'Birch');
