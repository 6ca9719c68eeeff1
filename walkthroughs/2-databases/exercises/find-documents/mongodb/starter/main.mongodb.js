// TODO 1: published posts about speed, only the title
db.posts.find({ published: true });

// TODO 2: the two posts with the most likes, title and likes

// TODO 3: at least 40 likes, or about servers, only the title

// TODO 4: how many posts come from the US
