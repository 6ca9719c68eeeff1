INSERT INTO contacts (id, name, nickname, phone, city) VALUES
  (6, 'Ferran', NULL, NULL, NULL),
  (7, 'Yuki', 'Yu', '555-0107', 'Tromsø');
