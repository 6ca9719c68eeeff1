CREATE FUNCTION search_posts(searched TEXT) RETURNS TABLE (id INTEGER, title TEXT)
LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT id, title FROM posts WHERE published AND title = $1'
    USING searched;
END
$$;
