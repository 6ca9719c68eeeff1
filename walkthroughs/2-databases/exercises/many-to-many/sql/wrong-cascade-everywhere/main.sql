ALTER TABLE courses
  DROP COLUMN student1,
  DROP COLUMN student2;

CREATE TABLE enrolments (
  student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE CASCADE,
  course_id INTEGER NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  enrolled_on DATE NOT NULL DEFAULT CURRENT_DATE,
  PRIMARY KEY (student_id, course_id)
);
