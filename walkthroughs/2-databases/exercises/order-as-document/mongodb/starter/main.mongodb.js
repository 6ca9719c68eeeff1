// TODO 1: insert order 2 with its two lines

// TODO 2: orders with a line for the product pot, only _id

// TODO 3: each order with name and email of its customer
