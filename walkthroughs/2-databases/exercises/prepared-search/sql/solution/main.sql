PREPARE find_posts (TEXT) AS
SELECT id, title
FROM posts
WHERE published AND author = $1
ORDER BY id;

EXECUTE find_posts('O''Hara');
