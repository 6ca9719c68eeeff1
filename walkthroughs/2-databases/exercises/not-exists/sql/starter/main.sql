-- TODO 1: cooks who have a recipe, name

-- TODO 2: cooks without any recipe, name
SELECT name
FROM cooks
WHERE id NOT IN (SELECT cook_id FROM recipes)
ORDER BY name;

-- TODO 3: the longest recipe of each cook, cook_id, title and minutes
