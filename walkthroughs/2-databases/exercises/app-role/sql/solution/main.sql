CREATE ROLE blog_app LOGIN;

GRANT SELECT ON posts TO blog_app;
GRANT SELECT, INSERT ON comments TO blog_app;
GRANT SELECT (id, name) ON readers TO blog_app;
