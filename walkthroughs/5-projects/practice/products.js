// A list of products that can be filtered. Run it: node products.js
const products = [
  { id: 1, name: 'Notebook', category: 'paper', priceCents: 350 },
  { id: 2, name: 'Fountain pen', category: 'pens', priceCents: 2900 },
  { id: 3, name: 'Pencil', category: 'pens', priceCents: 120 },
  { id: 4, name: 'Sketchbook', category: 'paper', priceCents: 1250 },
];

const sortable = ['name', 'priceCents'];

function list(query) {
  let found = products;
  if (query.category !== undefined) {
    found = found.filter((product) => product.category === query.category);
  }
  // Your task: keep only products that cost at most query.maxPrice cents, when it is given.
  // It arrives as text; text that is no number changes nothing.

  const key = sortable.includes(query.sort) ? query.sort : 'name';
  return [...found].sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0));
}

const cheapPens = list({ category: 'pens', maxPrice: '1000' });
console.log('pens up to 10.00:', cheapPens.map((product) => product.name).join(', '));
console.log(cheapPens.length === 1 ? 'The filter works.' : 'The filter by price is still missing.');
