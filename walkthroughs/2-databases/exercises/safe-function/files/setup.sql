CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  published BOOLEAN NOT NULL
);

CREATE TABLE readers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL
);

INSERT INTO posts (id, title, published) VALUES
  (1, 'Hello, blog', TRUE),
  (2, 'It''s alive', TRUE),
  (3, 'Not yet', FALSE);
INSERT INTO readers (id, name, password_hash) VALUES (1, 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA');
