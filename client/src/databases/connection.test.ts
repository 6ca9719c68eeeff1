import { describe, expect, test } from 'vitest';
import { readTarget } from './connection';

describe('the setting', () => {
  test.each([
    ['', undefined],
    ['  ', undefined],
    ['postgres://ada:secret@localhost:5432/shop', ['postgresql', 'postgres://localhost:5432/shop']],
    ['postgresql://localhost/shop?password=secret', ['postgresql', 'postgresql://localhost/shop']],
    ['mysql://root:secret@127.0.0.1/shop', ['mysql', 'mysql://127.0.0.1/shop']],
    ['mariadb://root@db/shop', ['mysql', 'mariadb://db/shop']],
    ['mongodb+srv://a:b@c.example/shop', ['mongodb', 'mongodb+srv://c.example/shop']],
    ['postgres://ada:se@cret@localhost/shop', ['postgresql', 'postgres://localhost/shop']],
    ['env:DATABASE', ['postgresql', 'postgres://db/x']],
  ])('%s', (setting, expected) => {
    const target = readTarget(setting, { DATABASE: 'postgres://u:secret@db/x' });
    expect(target && [target.kind, target.label]).toEqual(expected);
    expect(target?.label ?? '').not.toContain('secret');
  });

  test.each(['sqlite:///secret', 'secret', 'env:NOTHING', 'http://x:secret@y'])(
    '%s is refused, and its text is not repeated',
    (setting) => {
      const read = (): unknown => readTarget(setting, {});
      expect(read).toThrow(/backendTutor\.database\.connection/);
      expect(read).not.toThrow(/secret/);
    },
  );
});
