-- TODO 1: who plays in Night Ferry, name and role

-- TODO 2: every actor with the number of films, name and film_count

-- TODO 3: who played together with Noor, name
