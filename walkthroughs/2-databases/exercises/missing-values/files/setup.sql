CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  nickname TEXT,
  phone TEXT,
  city TEXT
);

INSERT INTO contacts (id, name, nickname, phone, city) VALUES
  (1, 'Ingrid', NULL, '555-0101', NULL),
  (2, 'Tomasz', 'Tom', NULL, 'Oslo'),
  (3, 'Leila', NULL, NULL, 'Bergen'),
  (4, 'Katherine', 'Kit', '555-0104', 'Oslo'),
  (5, 'Amadou', 'Ama', '555-0105', 'Bergen');
