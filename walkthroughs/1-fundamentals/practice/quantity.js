// A shop reads the quantity from a form. The form sends text, and not always good text.
// Run this file with: node quantity.js

const received = ['2', '10', '-3', '1.5', 'many', ''];

function parseQuantity(text) {
  return Number(text);
}

let total = 0;
for (const text of received) {
  const quantity = parseQuantity(text);
  console.log(JSON.stringify(text), '->', quantity);
  total += quantity;
}
console.log('Total:', total);

// Your task
// 1. Let parseQuantity throw an Error when the text is not a whole number from 1 to 99.
//    The message should tell the user what is allowed.
// 2. Catch the error inside the loop, print its message, and go on with the next text.
//
// Only '2' and '10' are good, so the total should be 12.
