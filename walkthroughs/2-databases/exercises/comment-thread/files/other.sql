INSERT INTO comments (id, answers, author) VALUES
  (8, 6, 'Fay'),
  (9, 3, 'Gus'),
  (10, 8, 'Ada'),
  (11, NULL, 'Hal');
UPDATE comments SET answers = 11 WHERE id = 1;
