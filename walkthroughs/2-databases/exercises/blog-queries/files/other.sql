INSERT INTO authors (id, name, email) VALUES (4, 'Radia', 'radia@example.com'), (5, 'Barbara', 'barbara@example.com');
INSERT INTO posts (id, author_id, slug, title, body, published_at) VALUES
  (7, 4, 'trees', 'Spanning trees', 'Bridges.', '2026-04-21 08:00'),
  (8, 5, 'draft', 'A draft', 'Later.', NULL),
  (9, 3, 'backups', 'Backups', 'Twice.', '2026-01-15 08:00');
INSERT INTO post_tags (post_id, tag_id) VALUES (7, 4), (8, 4), (8, 2), (9, 2);
INSERT INTO comments (id, post_id, author_name, body) VALUES (7, 7, 'Ada', 'A poem.'), (8, 8, 'Ada', 'Early.');
