SELECT title, minutes
FROM films
WHERE genre = 'comedy' AND minutes < 95
ORDER BY minutes, title;

SELECT title, year, rating
FROM films
WHERE year > 2015
ORDER BY rating DESC, year DESC
LIMIT 3;

SELECT DISTINCT genre
FROM films
ORDER BY genre;
