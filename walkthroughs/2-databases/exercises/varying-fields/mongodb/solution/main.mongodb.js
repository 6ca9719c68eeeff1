db.users.find({ newsletter: { $exists: false } }, { name: 1, _id: 0 }).sort({ _id: 1 });

db.users
  .find({ $or: [{ phone: { $exists: true } }, { phones: { $exists: true } }] }, { name: 1, _id: 0 })
  .sort({ _id: 1 });

db.users.updateMany({ phone: { $exists: true } }, [
  { $set: { phones: ['$phone'] } },
  { $unset: 'phone' },
]);

db.users.updateMany({ newsletter: { $exists: false } }, { $set: { newsletter: false } });
