DELETE FROM page_visits WHERE page = '/start' AND day = '2026-05-01';
DELETE FROM settings WHERE user_name = 'ada';
DELETE FROM subscribers WHERE email = 'ben@example.com';
