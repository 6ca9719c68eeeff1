ALTER TABLE posts ADD COLUMN slug TEXT;

UPDATE posts
SET slug = lower(replace(title, ' ', '-'))
WHERE slug IS NULL;

ALTER TABLE posts
  ALTER COLUMN slug SET NOT NULL,
  ADD UNIQUE (slug);
