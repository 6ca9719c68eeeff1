db.orders.insertOne({
  _id: 2,
  customer_id: 'ada',
  customer: { name: 'Ada', email: 'ada@example.com' },
  ordered_on: '2026-05-02',
  lines: [
    { product_id: 'pot', name: 'Teapot', price: 24, quantity: 1 },
    { product_id: 'tea', name: 'Green tea', price: 4, quantity: 3 },
  ],
});

db.orders.find({ 'lines.product_id': 'pot' }, { _id: 1 }).sort({ _id: 1 });

db.orders.aggregate([
  { $lookup: { from: 'customers', localField: 'customer_id', foreignField: '_id', as: 'customer' } },
  { $unwind: '$customer' },
  { $project: { name: '$customer.name', email: '$customer.email' } },
  { $sort: { _id: 1 } },
]);
