ALTER TABLE posts ADD COLUMN slug TEXT;

UPDATE posts
SET slug = CASE id WHEN 1 THEN 'hello-world' WHEN 2 THEN 'joins-in-pictures' ELSE 'indexes' END
WHERE id <= 3;

ALTER TABLE posts
  ALTER COLUMN slug SET NOT NULL,
  ADD UNIQUE (slug);
