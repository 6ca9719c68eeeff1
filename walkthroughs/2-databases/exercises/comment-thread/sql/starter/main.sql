-- TODO 1: this finds the direct answers only. Make it find the whole thread.
SELECT id, author, 1 AS depth
FROM comments
WHERE answers = 1
ORDER BY depth, id;

-- TODO 2: from comment 6 up to the top, id and author
