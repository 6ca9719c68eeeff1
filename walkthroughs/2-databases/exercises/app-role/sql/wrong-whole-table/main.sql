CREATE ROLE blog_app LOGIN;

GRANT SELECT ON posts TO blog_app;
GRANT SELECT, INSERT ON comments TO blog_app;
GRANT SELECT ON readers TO blog_app;
