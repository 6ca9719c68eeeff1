INSERT INTO posts (id, author, title, published) VALUES
  (6, 'O''Hara', 'Locks and keys', TRUE),
  (7, 'Linus', 'Branches', TRUE),
  (8, ''' OR ''1''=''1', 'A strange name', TRUE);
