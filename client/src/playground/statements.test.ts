import { expect, test } from 'vitest';
import { kindOfFile, placeAt, placesIn } from './statements';

const text = `-- first
SELECT 1; SELECT 2;

  SELECT 3
`;
const places = placesIn(text, 'sql', 'postgresql');
const at = (mark: string, plus = 0): string | undefined => {
  const place = placeAt(places, text, text.indexOf(mark) + plus);
  return place && text.slice(place.start, place.end);
};

test('the cursor chooses a statement', () => {
  expect(at('SELECT 1', 3)).toBe('SELECT 1');
  expect(at('; SELECT 2')).toBe('SELECT 1');
  expect(at('SELECT 2')).toBe('SELECT 2');
  expect(at('SELECT 2;', 9)).toBe('SELECT 2');
  expect(at('-- first', 2)).toBe('SELECT 1');
  expect(at('  SELECT 3')).toBe('SELECT 3');
  expect(placeAt(places, text, text.length)).toEqual(places[2]);
  expect(placeAt([], '', 0)).toBeUndefined();
});

test('statements have their verbs', () => {
  expect(placesIn('with a as (select 1) select * from a', 'sql', 'postgresql')[0]?.verb).toBe(
    'WITH',
  );
  expect(placesIn('use shop\ndb.a.find()', 'mongodb', 'postgresql')).toHaveLength(2);
});

test('files are known by their names', () => {
  expect(kindOfFile('/a/main.mongodb.js', 'javascript')).toBe('mongodb');
  expect(kindOfFile('/a/main.sql', 'sql')).toBe('sql');
  expect(kindOfFile('Untitled-1', 'sql')).toBe('sql');
  expect(kindOfFile('/a/main.js', 'javascript')).toBeUndefined();
});
