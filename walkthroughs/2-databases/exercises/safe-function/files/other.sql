INSERT INTO posts (id, title, published) VALUES (4, 'Hello, blog', TRUE), (5, 'It''s alive', FALSE);
