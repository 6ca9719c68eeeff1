db.rooms.updateOne({ _id: 1 }, { $inc: { seats: 1 } });

db.rooms.updateMany({ floor: 2 }, { $addToSet: { equipment: 'whiteboard' } });

db.rooms.deleteMany({});

db.rooms.updateOne({ name: 'Eclipse' }, { $set: { floor: 4, seats: 20 } }, { upsert: true });
