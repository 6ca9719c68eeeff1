CREATE FUNCTION search_posts(searched TEXT) RETURNS TABLE (id INTEGER, title TEXT)
LANGUAGE plpgsql AS $$
BEGIN
  IF searched LIKE '%--%' THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE
    'SELECT id, title FROM posts WHERE published AND title = ''' || searched || '''';
END
$$;
