SELECT title, minutes
FROM recipes
WHERE minutes > (SELECT AVG(minutes) FROM recipes)
ORDER BY title;

SELECT title
FROM recipes
ORDER BY minutes, title
LIMIT 1;

SELECT title
FROM recipes
WHERE cook_id IN (SELECT id FROM cooks WHERE name IN ('Ana', 'Bo'))
ORDER BY title;
