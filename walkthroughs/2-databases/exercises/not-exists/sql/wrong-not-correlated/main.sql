SELECT name
FROM cooks
WHERE EXISTS (SELECT 1 FROM recipes WHERE recipes.cook_id = cooks.id)
ORDER BY name;

SELECT name
FROM cooks
WHERE NOT EXISTS (SELECT 1 FROM recipes WHERE recipes.cook_id = cooks.id)
ORDER BY name;

SELECT cook_id, title, minutes
FROM recipes
WHERE minutes = (
  SELECT MAX(other.minutes)
  FROM recipes AS other
)
ORDER BY cook_id, title;
