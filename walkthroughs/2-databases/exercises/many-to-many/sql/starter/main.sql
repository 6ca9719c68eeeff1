-- TODO 1: drop the two numbered columns

-- TODO 2: create enrolments
