// TODO 1: one seat more for the room with _id 1
db.rooms.updateOne({ _id: 1 }, { $set: { seats: 9 } });

// TODO 2: a whiteboard for each room on floor 2

// TODO 3: delete the closed rooms

// TODO 4: Eclipse is on floor 4 and has 20 seats
