-- TODO: this fails, because three posts have no slug yet.
ALTER TABLE posts ADD COLUMN slug TEXT NOT NULL;
