CREATE TABLE old_tracks (
  album TEXT,
  artist TEXT,
  year INTEGER,
  position INTEGER,
  track TEXT
);

INSERT INTO old_tracks (album, artist, year, position, track) VALUES
  ('Low Tide', 'Mira Sol', 2019, 1, 'Shells'),
  ('Low Tide', 'Mira Sol', 2019, 2, 'Harbour Lights'),
  ('Low Tide', 'Mira Sol', 2019, 3, 'Drift'),
  ('North', 'The Lanterns', 2021, 1, 'Compass'),
  ('North', 'The Lanterns', 2021, 2, 'Snowblind');
