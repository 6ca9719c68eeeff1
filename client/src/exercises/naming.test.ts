import { expect, it } from 'vitest';
import { namesFor } from './naming';

it('writes names as the language of a track does', () => {
  const text = 'Call `linePrice` and `withDiscount()`, not `Main`, `total` or `a = linePrice(1)`.';
  expect(namesFor('java', text)).toBe(text);
  expect(namesFor('ruby', text)).toBe(
    'Call `line_price` and `with_discount()`, not `Main`, `total` or `a = linePrice(1)`.',
  );
});
