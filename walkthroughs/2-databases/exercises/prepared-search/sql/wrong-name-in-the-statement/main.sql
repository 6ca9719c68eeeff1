PREPARE find_posts (TEXT) AS
SELECT id, title
FROM posts
WHERE published AND $1 <> '' AND author = 'O''Hara'
ORDER BY id;

EXECUTE find_posts('O''Hara');
