// A shop's cart. Prices are whole cents, because fractions are stored with a tiny error.
// Run this file with: node cart.js

const cart = [
  { name: 'Notebook', price: 450, quantity: 2 },
  { name: 'Pen', price: 120, quantity: 5 },
];

function linePrice(item) {
  return item.price * item.quantity;
}

function cartTotal(items) {
  let total = 0;
  for (const item of items) {
    total += linePrice(item);
  }
  return total;
}

console.log('Total in cents:', cartTotal(cart));

// Your task
// 1. Write a function withDiscount(total, percent) that returns the total after the
//    discount, rounded to whole cents with Math.round.
// 2. Print the total of the cart with 10 percent off.
//
// The cart costs 1500 cents, so you should see 1350.
