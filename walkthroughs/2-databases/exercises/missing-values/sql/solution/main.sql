SELECT id, name
FROM contacts
WHERE phone IS NULL
ORDER BY id;

SELECT id, name
FROM contacts
WHERE city <> 'Oslo' OR city IS NULL
ORDER BY id;

SELECT id, COALESCE(nickname, name) AS called
FROM contacts
ORDER BY id;

SELECT COUNT(*) AS contacts, COUNT(phone) AS with_phone
FROM contacts;
