WITH RECURSIVE thread AS (
  SELECT id, author, 0 AS depth
  FROM comments
  WHERE id = 1
  UNION ALL
  SELECT comments.id, comments.author, thread.depth + 1
  FROM comments
  JOIN thread ON comments.answers = thread.id
)
SELECT id, author, depth
FROM thread
ORDER BY depth, id;

WITH RECURSIVE way AS (
  SELECT id, author, answers, 0 AS steps
  FROM comments
  WHERE id = 6
  UNION ALL
  SELECT comments.id, comments.author, comments.answers, way.steps + 1
  FROM comments
  JOIN way ON comments.answers = way.id
)
SELECT id, author
FROM way
ORDER BY steps;
