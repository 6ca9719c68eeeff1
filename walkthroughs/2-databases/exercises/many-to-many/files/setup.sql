CREATE TABLE students (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE courses (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  student1 TEXT,
  student2 TEXT
);

INSERT INTO students (id, name) VALUES (1, 'Nadia'), (2, 'Oskar'), (3, 'Mei');
INSERT INTO courses (id, title) VALUES (1, 'Pottery'), (2, 'Spanish');
