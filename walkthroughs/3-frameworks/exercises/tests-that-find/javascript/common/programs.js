/** What several people wrote: grams and cents to a price in cents. Not all of it is right. */
const programs = {
  amber(grams, cents) {
    if (grams > 10000) return 1590;
    if (cents >= 5000) return 0;
    return grams > 2000 ? 890 : 490;
  },
  birch(grams, cents) {
    const prices = [490, 890, 1590];
    const step = [2000, 10000].filter((limit) => grams > limit).length;
    return step < 2 && cents >= 5000 ? 0 : prices[step];
  },
  cedar(grams, cents) {
    if (grams > 10000) return 1590;
    if (cents >= 5000) return 0;
    return grams >= 2000 ? 890 : 490;
  },
  dune(grams, cents) {
    if (grams >= 10000) return 1590;
    if (cents >= 5000) return 0;
    return grams > 2000 ? 890 : 490;
  },
  elm(grams, cents) {
    if (grams > 10000) return 1590;
    if (cents > 5000) return 0;
    return grams > 2000 ? 890 : 490;
  },
  fern(grams, cents) {
    if (cents >= 5000) return 0;
    if (grams > 10000) return 1590;
    return grams > 2000 ? 890 : 490;
  },
  gale(grams, cents) {
    if (cents >= 5000 && grams <= 10000) return 0;
    return grams > 2000 ? 890 : 490;
  },
  hazel(grams, cents) {
    const kilograms = Math.floor(grams / 1000);
    if (grams > 10000) return 1590;
    if (cents >= 5000) return 0;
    return kilograms > 2 ? 890 : 490;
  },
  iris(grams, cents) {
    if (grams > 10000) return 1590;
    if (grams > 2000) return 890;
    return cents >= 5000 ? 0 : 490;
  },
};

module.exports = { programs };
