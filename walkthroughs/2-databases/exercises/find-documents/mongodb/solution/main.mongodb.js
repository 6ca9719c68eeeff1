db.posts.find({ tags: 'speed', published: true }, { title: 1, _id: 0 }).sort({ title: 1 });

db.posts.find({}, { title: 1, likes: 1, _id: 0 }).sort({ likes: -1 }).limit(2);

db.posts
  .find({ $or: [{ likes: { $gte: 40 } }, { tags: 'servers' }] }, { title: 1, _id: 0 })
  .sort({ _id: 1 });

db.posts.countDocuments({ 'author.country': 'US' });
