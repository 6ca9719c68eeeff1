SELECT posts.title, authors.name, COUNT(comments.id) AS comments
FROM posts
JOIN authors ON authors.id = posts.author_id
LEFT JOIN comments ON comments.post_id = posts.id
WHERE posts.published_at IS NOT NULL
GROUP BY posts.id, authors.name
ORDER BY posts.published_at DESC
LIMIT 3;

SELECT posts.slug, posts.title
FROM tags
JOIN post_tags ON post_tags.tag_id = tags.id
JOIN posts ON posts.id = post_tags.post_id
WHERE tags.name = 'sql' AND posts.published_at IS NOT NULL
ORDER BY posts.published_at DESC;

SELECT tags.name, COUNT(posts.id) AS posts
FROM tags
LEFT JOIN post_tags ON post_tags.tag_id = tags.id
LEFT JOIN posts ON posts.id = post_tags.post_id AND posts.published_at IS NOT NULL
GROUP BY tags.id, tags.name
ORDER BY COUNT(posts.id) DESC, tags.name;

SELECT name
FROM authors
WHERE NOT EXISTS (
  SELECT 1
  FROM posts
  WHERE posts.author_id = authors.id AND posts.published_at IS NOT NULL
)
ORDER BY name;

WITH numbered AS (
  SELECT
    author_id,
    title,
    ROW_NUMBER() OVER (PARTITION BY author_id ORDER BY published_at DESC) AS place
  FROM posts
  WHERE published_at IS NOT NULL
)
SELECT authors.name, numbered.title
FROM numbered
JOIN authors ON authors.id = numbered.author_id
WHERE numbered.place = 1
ORDER BY authors.name;

WITH monthly AS (
  SELECT to_char(published_at, 'YYYY-MM') AS month, COUNT(*) AS posts
  FROM posts
  WHERE published_at IS NOT NULL
  GROUP BY month
)
SELECT month, posts, posts AS total
FROM monthly
ORDER BY month;
