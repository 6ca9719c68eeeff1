import { describe, expect, it } from 'vitest';
import { checkModule } from '../../ir/check';
import { dump } from '../../ir/dump';
import { importPaths, namePaths } from './imports';
import { lowerProperties } from './properties';

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

describe('files of properties', () => {
  it('are looked for among the resources and beside the class', () => {
    const paths = importPaths('/app/src/main/java/com/shop/A.java', '/app.properties', '*');
    expect(paths.map(({ path }) => path)).toEqual([
      '/app/src/main/resources/app.properties',
      '/app/src/main/java/com/shop/app.properties',
    ]);
  });

  it('are modules of constants', () => {
    const module = lowerProperties('# note\nhash.name = MD5\nempty=\n');
    expect(checkModule(module)).toEqual([]);
    expect(module.body.map(dump)).toEqual([
      '(expr (assign const (name hash.name) (literal "MD5")))',
      '(expr (assign const (name empty) (literal "")))',
    ]);
  });
});
