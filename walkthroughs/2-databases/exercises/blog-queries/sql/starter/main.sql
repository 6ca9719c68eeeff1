-- TODO 1: front page (title, name, comments)

-- TODO 2: posts about sql (slug, title)

-- TODO 3: list of tags (name, posts)

-- TODO 4: authors who have not published (name)

-- TODO 5: newest post of each author (name, title)

-- TODO 6: archive (month, posts, total)
