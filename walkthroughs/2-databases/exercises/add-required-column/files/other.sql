INSERT INTO posts (id, title, body) VALUES
  (4, 'What is a Window Function', 'Rows beside rows.'),
  (5, 'NULL', 'No value.');
