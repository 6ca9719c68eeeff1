INSERT INTO page_visits (page, day, visits)
VALUES ('/start', '2026-05-01', 3)
ON CONFLICT (page, day) DO UPDATE
SET visits = page_visits.visits + excluded.visits
RETURNING visits;

INSERT INTO settings (user_name, theme)
VALUES ('ada', 'dark');

INSERT INTO subscribers (email, name)
VALUES ('ben@example.com', 'Ben')
ON CONFLICT (email) DO NOTHING;
