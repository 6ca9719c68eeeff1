-- TODO: add the constraints that the task asks for.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  name TEXT,
  seats INTEGER
);

CREATE TABLE tickets (
  id INTEGER PRIMARY KEY,
  event_id INTEGER,
  seat TEXT,
  price NUMERIC(8, 2),
  email TEXT,
  status TEXT
);
