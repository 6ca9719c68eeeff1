import { describe, expect, it } from 'vitest';
import { importPaths, namePaths } from './imports';

describe('imports of Java', () => {
  it('finds a class by its package', () => {
    expect(importPaths('/app/src/web/A.java', 'com.shop.db', 'Users')).toEqual([
      { path: 'com/shop/db/Users.java', exact: false, member: 'Users' },
    ]);
    expect(importPaths('/app/A.java', 'com.shop.db', '*')).toEqual([]);
  });

  it('finds a class of the same package', () => {
    expect(namePaths('/app/src/com/shop/A.java', 'Users', 'com.shop')).toEqual([
      { path: '/app/src/com/shop/Users.java', exact: true, member: 'Users' },
      { path: 'com/shop/Users.java', exact: false, member: 'Users' },
    ]);
    expect(namePaths('/app/A.java', 'users', undefined)).toEqual([]);
  });
});
