import { expect, it } from 'vitest';
import { plainText } from './plainText';

it('keeps the words and the code', () => {
  const markdown =
    '## Why\n\nUse **one** `SELECT *` and `a * b`, see [it](x.md).\n\n```js\nx * y\n```\n';
  expect(plainText(markdown)).toBe('Why\n\nUse one SELECT * and a * b, see it.\n\nx * y');
});
