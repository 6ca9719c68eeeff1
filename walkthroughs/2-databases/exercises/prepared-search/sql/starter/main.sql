-- What the server sends now for the visitor's text: ' OR '1'='1
-- TODO: write PREPARE with $1, then EXECUTE it for the author O'Hara.
SELECT id, title
FROM posts
WHERE published AND author = '' OR '1'='1'
ORDER BY id;
