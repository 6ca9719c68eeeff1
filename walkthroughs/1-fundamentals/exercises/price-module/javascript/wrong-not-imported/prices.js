const PRICES = { pen: 120, notebook: 450, ruler: 190, stapler: 1250 };

/** What one piece costs, in cents. */
function unitPrice(product) {
  return PRICES[product];
}

/** What a quantity of a product costs, in cents: 10 percent less from 10 pieces on. */
function linePrice(product, quantity) {
  const price = unitPrice(product) * quantity;
  return quantity >= 10 ? price - price / 10 : price;
}

module.exports = { unitPrice, linePrice };
