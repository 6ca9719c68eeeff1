GRANT SELECT, INSERT, UPDATE, DELETE ON orders TO shop; -- finds grant-all (warning)
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO shop WITH GRANT OPTION; -- finds grant-all (warning)
GRANT SELECT, INSERT ON orders TO shop;
GRANT SELECT ON orders TO app_user; -- finds grant-all (hint)
GRANT DELETE ON orders TO app_user; -- finds grant-all (warning)
GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT writer TO ada;
REVOKE ALL ON orders FROM shop;
