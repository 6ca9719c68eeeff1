db.orders.aggregate([
  { $match: { paid: true } },
  { $group: { _id: '$city', orders: { $sum: 1 } } },
  { $sort: { _id: 1 } },
]);

db.orders.aggregate([
  { $unwind: '$lines' },
  {
    $group: {
      _id: '$lines.product',
      pieces: { $sum: '$lines.quantity' },
      revenue: { $sum: { $multiply: ['$lines.quantity', '$lines.price'] } },
    },
  },
  { $sort: { revenue: -1, _id: 1 } },
]);
