SELECT title, minutes
FROM recipes
WHERE minutes > (SELECT AVG(minutes) FROM recipes)
ORDER BY title;

SELECT title
FROM recipes
WHERE minutes = (SELECT MIN(minutes) FROM recipes)
ORDER BY title;

SELECT title
FROM recipes
WHERE cook_id IN (1, 2)
ORDER BY title;
