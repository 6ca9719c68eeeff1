-- Three jobs for a blog. Two of the statements below change far more than their comment says.
-- Add what is missing, and save. The step is ticked when no statement is marked any more.

-- 1. List the ten newest published posts.
SELECT id, title
FROM posts
WHERE published
ORDER BY created_at DESC
LIMIT 10;

-- 2. Publish post 3.
UPDATE posts
SET published = TRUE;

-- 3. Remove comment 17, which is spam.
DELETE FROM comments;
