-- TODO 1: three more visits of /start on 2026-05-01
INSERT INTO page_visits (page, day, visits)
VALUES ('/start', '2026-05-01', 3);

-- TODO 2: ada chooses dark

-- TODO 3: ben@example.com signs up
