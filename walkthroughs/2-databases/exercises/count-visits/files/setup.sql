CREATE TABLE page_visits (
  page TEXT NOT NULL,
  day DATE NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (page, day)
);

CREATE TABLE settings (
  user_name TEXT PRIMARY KEY,
  theme TEXT NOT NULL
);

CREATE TABLE subscribers (
  email TEXT PRIMARY KEY,
  name TEXT NOT NULL
);

INSERT INTO page_visits (page, day, visits) VALUES
  ('/start', '2026-04-30', 18),
  ('/start', '2026-05-01', 40),
  ('/about', '2026-05-01', 7);
INSERT INTO settings (user_name, theme) VALUES ('ada', 'light'), ('linus', 'light');
INSERT INTO subscribers (email, name) VALUES ('ben@example.com', 'Benjamin');
