-- TODO 1: id and name of the contacts without a phone number
SELECT id, name
FROM contacts
WHERE phone = NULL
ORDER BY id;

-- TODO 2: id and name of the contacts who are not in Oslo

-- TODO 3: id and called

-- TODO 4: contacts and with_phone
