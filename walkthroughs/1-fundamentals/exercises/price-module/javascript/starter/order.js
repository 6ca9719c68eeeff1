const { formatCents } = require('./money');
// TODO: import linePrice, too.

/** The lines of a receipt, and its total. */
function receipt(items) {
  const lines = [];
  let total = 0;
  for (const { product, quantity } of items) {
    // TODO: let linePrice say what it costs.
    const cost = 0;
    total += cost;
    lines.push(`${quantity} x ${product} = ${formatCents(cost)}`);
  }
  return [...lines, `Total: ${formatCents(total)}`];
}

module.exports = { receipt };
