module.exports = {
  products: [
    { name: 'desk lamp', price: 39 },
    { name: 'floor lamp', price: 120 },
    { name: 'wool rug', price: 85 },
    { name: 'oak table', price: 450 },
  ],
  adminPhrase: 'amber-falcon-7731',
};
