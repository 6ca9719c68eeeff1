import { expect, it } from 'vitest';
import { importPaths, namePaths } from './imports';

it('finds the class of an import by the end of its path', () => {
  expect(importPaths('/app/a.php', 'App\\Models', 'User').map(({ path }) => path)).toEqual([
    'App/Models/User.php',
    'Models/User.php',
  ]);
});

it('finds a class of the same namespace, and nothing for functions', () => {
  expect(namePaths('/app/a.php', 'User', 'App')[0]?.path).toBe('App/User.php');
  expect(namePaths('/app/a.php', 'User', undefined)).toEqual([
    { path: 'User.php', exact: false, member: 'User' },
  ]);
  expect(namePaths('/app/a.php', 'strlen', 'App')).toEqual([]);
});

it('finds an included file beside the one that includes it', () => {
  expect(importPaths('/app/web/a.php', '../db.php', '*')[0]).toEqual({
    path: '/app/db.php',
    exact: true,
    member: '*',
  });
});
