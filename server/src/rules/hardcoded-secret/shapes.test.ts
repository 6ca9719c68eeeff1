import { describe, expect, it } from 'vitest';
import { isRandomLooking, knownSecret, passwordInUrl } from './shapes';

/** Put together here, so that no scanner takes this file for a leak. */
const random = 'a8Kd93jfLq02mXz7Vw5bTg1RcYn4eHs6uPo';

describe('secrets of known services', () => {
  it.each([
    ['AKIA', 'Q4VD2XWLRT7MNB3K'],
    ['sk_', `live_${random}`],
    ['ghp', `_${random}Z`],
    ['glpat', `-${random}`],
    ['xoxb', `-1234567-${random}`],
    ['AIza', random],
    ['npm', `_${random}Z`],
    ['sk-', `ant-${random}`],
    ['-----BEGIN RSA', ` PRIVATE KEY-----\nMIIEpAIBAAKCAQEA${random}${random}`],
    ['postgres key in a PEM of one line: -----BEGIN', ` PRIVATE KEY-----\\n${random}${random}`],
    ['ey', `JhbGciOiJIUzI1NiJ9${random}.eyJzdWIiOiI3IiwibmFtZSI6${random}.${random}`],
  ])('%s…', (start, rest) => {
    expect(knownSecret(start + rest)).toBeDefined();
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    `sk_test_${random}`,
    `AIza${'X'.repeat(35)}`,
    '-----BEGIN PRIVATE KEY-----',
    `-----BEGIN PUBLIC KEY-----\n${random}${random}`,
    'skateboard-and-some-more-text-behind-it',
    'a plain sentence about AKIA and eyJ',
  ])('not %s', (text) => {
    expect(knownSecret(text)).toBeUndefined();
  });
});

describe('addresses with a password', () => {
  it.each([
    'postgres://shop:x7Kq-92mPw@db.shop.internal/shop',
    'https://ci:9f8e7d6c@git.shop.io/x.git',
  ])('%s', (url) => expect(passwordInUrl(url)).toBe(true));

  it.each([
    'postgres://postgres:postgres@localhost/shop',
    'postgres://user:password@db.shop.internal/shop',
    'https://user:${TOKEN}@git.shop.io',
    'https://ada:9f8e7d6c@example.com',
    'https://shop.io/a:b@c',
  ])('not %s', (url) => expect(passwordInUrl(url)).toBe(false));
});

describe('texts that look random', () => {
  it.each(['b7e1f09c3d5a48269ce4', random])('%s', (text) => {
    expect(isRandomLooking(text, false)).toBe(true);
  });

  it.each([
    'user-password-field',
    '/etc/shop/key9f8e7d6c5b4a3210',
    '2024-01-31',
    'v1.22.333',
    'product_code_12',
    'aaaaaaaaaaaaaaaaaaaa1',
  ])('not %s', (text) => expect(isRandomLooking(text, false)).toBe(false));

  it('asks less of a password, which a person chose', () => {
    expect(isRandomLooking('hunter2!', true)).toBe(true);
    expect(isRandomLooking('Passwort', true)).toBe(false);
  });
});
