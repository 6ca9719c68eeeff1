-- Questions that need more than one table. The tables are those of blog.sql.

-- Every post with the name of its author.
SELECT posts.title, authors.name
FROM posts
JOIN authors ON authors.id = posts.author_id;

-- Every author with the number of posts, also the authors without any.
SELECT authors.name, COUNT(posts.id) AS post_count
FROM authors
LEFT JOIN posts ON posts.author_id = authors.id
GROUP BY authors.id, authors.name
ORDER BY post_count DESC;

-- Your task: write the queries below the comments, and save.

-- 1. The titles of all posts that have the tag 'sql'.
--    Join posts to post_tags, and post_tags to tags.

-- 2. Every tag with the number of its posts, also the tags that no post has.
