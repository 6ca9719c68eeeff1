const { formatCents } = require('./money');
const { linePrice } = require('./prices');

/** The lines of a receipt, and its total. */
function receipt(items) {
  const lines = [];
  let total = 0;
  for (const { product, quantity } of items) {
    const cost = linePrice(product, quantity);
    total += cost;
    lines.push(`${quantity} x ${product} = ${formatCents(cost)}`);
  }
  return [...lines, `Total: ${formatCents(total)}`];
}

module.exports = { receipt };
