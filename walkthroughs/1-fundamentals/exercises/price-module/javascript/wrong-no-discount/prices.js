const PRICES = { pen: 120, notebook: 450, ruler: 190, stapler: 1250 };

/** What one piece costs, in cents. */
function unitPrice(product) {
  return PRICES[product];
}

function linePrice(product, quantity) {
  return unitPrice(product) * quantity;
}

module.exports = { unitPrice, linePrice };
