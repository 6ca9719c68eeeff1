db.rooms.replaceOne({ _id: 1 }, { seats: 9 });

db.rooms.updateMany({ floor: 2 }, { $addToSet: { equipment: 'whiteboard' } });

db.rooms.deleteMany({ closed: true });

db.rooms.updateOne({ name: 'Eclipse' }, { $set: { floor: 4, seats: 20 } }, { upsert: true });
