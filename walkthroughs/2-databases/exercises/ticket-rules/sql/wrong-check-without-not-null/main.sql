CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats > 0)
);

CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id),
  seat TEXT NOT NULL,
  price NUMERIC(8, 2) CHECK (price >= 0),
  email TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'reserved' CHECK (status IN ('reserved', 'paid', 'used')),
  UNIQUE (event_id, seat)
);
