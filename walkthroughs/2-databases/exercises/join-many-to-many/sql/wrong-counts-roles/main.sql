SELECT actors.name, roles.role
FROM films
JOIN roles ON roles.film_id = films.id
JOIN actors ON actors.id = roles.actor_id
WHERE films.title = 'Night Ferry'
ORDER BY actors.name, roles.role;

SELECT actors.name, COUNT(roles.film_id) AS film_count
FROM actors
LEFT JOIN roles ON roles.actor_id = actors.id
GROUP BY actors.id, actors.name
ORDER BY actors.name;

SELECT DISTINCT other.name
FROM actors AS noor
JOIN roles AS hers ON hers.actor_id = noor.id
JOIN roles AS theirs ON theirs.film_id = hers.film_id
JOIN actors AS other ON other.id = theirs.actor_id
WHERE noor.name = 'Noor' AND other.id <> noor.id
ORDER BY other.name;
