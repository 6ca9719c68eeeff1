CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  room_id INTEGER NOT NULL,
  author TEXT NOT NULL,
  sent_at TIMESTAMP NOT NULL
);

INSERT INTO messages (id, room_id, author, sent_at)
SELECT
  number,
  number * 37 % 500 + 1,
  'author' || number % 90,
  TIMESTAMP '2026-01-01 08:00' + number * INTERVAL '1 minute'
FROM generate_series(1, 30000) AS number;

-- What follows is for the check. It looks into the plan of a query.
CREATE FUNCTION plan_of(query TEXT) RETURNS JSON LANGUAGE plpgsql AS $$
DECLARE
  plan JSON;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
  RETURN plan;
END
$$;

CREATE FUNCTION has_step(query TEXT, step TEXT) RETURNS BOOLEAN LANGUAGE sql AS $$
  SELECT plan_of(query)::text LIKE '%"Node Type": "%' || step || '%"%'
$$;

CREATE FUNCTION has_cost_above(query TEXT, cost NUMERIC) RETURNS BOOLEAN LANGUAGE sql AS $$
  SELECT (plan_of(query) -> 0 -> 'Plan' ->> 'Total Cost')::numeric > cost
$$;

ANALYZE;
