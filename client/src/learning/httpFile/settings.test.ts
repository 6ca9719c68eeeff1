import { expect, it } from 'vitest';
import { parseHttpFile } from './parse';
import { parseSettings, withSettings } from './settings';

const file = [
  '@token = {{$dotenv TOKEN}}',
  '@key = {{$processEnv SHOP_KEY}}',
  'GET http://localhost:3000/?key={{key}}',
  'Authorization: Bearer {{token}}',
].join('\n');

it('fills in what .env and the environment hold', () => {
  const { requests, mistakes } = parseHttpFile(file);
  expect(mistakes).toEqual([]);
  const settings = parseSettings('# mine\nTOKEN = "otter 7"\r\nOTHER=x # no\n');
  expect(settings.get('OTHER')).toBe('x');
  const result = withSettings(requests[0]!, settings, { SHOP_KEY: 'k1' });
  expect(result).toMatchObject({
    request: {
      url: 'http://localhost:3000/?key=k1',
      headers: { Authorization: 'Bearer otter 7' },
    },
  });
});

it('names what is missing', () => {
  const [request] = parseHttpFile(file).requests;
  expect(withSettings(request!, new Map(), { SHOP_KEY: 'k1' })).toEqual({
    missing: 'TOKEN is not set: write TOKEN=… into a file .env beside this one.',
  });
  expect(withSettings(request!, new Map([['TOKEN', 't']]), {})).toEqual({
    missing: 'SHOP_KEY is not set in the environment.',
  });
});
