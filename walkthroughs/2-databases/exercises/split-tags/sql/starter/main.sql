-- TODO 1 and 2: create tags and post_tags

-- TODO 3: fill both

-- TODO 4: drop the old column
