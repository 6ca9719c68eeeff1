CREATE ROLE blog_app LOGIN;

GRANT ALL ON posts, comments, readers TO blog_app;
