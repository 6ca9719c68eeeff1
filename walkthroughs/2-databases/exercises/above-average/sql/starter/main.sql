-- TODO 1: recipes that take longer than average, title and minutes
SELECT title, minutes
FROM recipes
WHERE minutes > 20
ORDER BY title;

-- TODO 2: the quickest recipe, title

-- TODO 3: recipes by Ana or Bo, title
