-- TODO 1: short comedies, title and minutes
SELECT title, minutes
FROM films;

-- TODO 2: the three best films since 2015, title, year and rating

-- TODO 3: the genres
