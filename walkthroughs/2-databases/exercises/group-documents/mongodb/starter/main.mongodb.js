// TODO 1: paid orders of each city
db.orders.aggregate([{ $group: { _id: '$city', orders: { $sum: 1 } } }]);

// TODO 2: pieces and revenue of each product
