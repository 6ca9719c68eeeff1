-- Two queries that work and that nobody can read. Format this document
-- (right-click, Format Document), save, and read them again.

select title from posts where author_id in (select id from authors where name='Ada') and published order by created_at desc;

with post_counts as (select author_id,count(*) as post_count from posts group by author_id) select authors.name,post_counts.post_count from authors join post_counts on post_counts.author_id=authors.id where post_counts.post_count>(select avg(post_count) from post_counts) order by post_counts.post_count desc;

-- Then write one more query: the authors who have no post at all. NOT EXISTS helps.
