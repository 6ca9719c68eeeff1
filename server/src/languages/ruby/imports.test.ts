import { describe, expect, it } from 'vitest';
import { importPaths, namePaths, underscore } from './imports';

describe('names of files', () => {
  it.each([
    ['User', 'user'],
    ['Admin::UsersController', 'admin/users_controller'],
    ['HTMLParser', 'html_parser'],
    ['OAuth2Client', 'o_auth2_client'],
  ])('%s is in %s', (name, path) => expect(underscore(name)).toBe(path));
});

describe('constants', () => {
  it('are loaded from the file that is named like them', () => {
    expect(namePaths('app/controllers/users_controller.rb', 'UserSearch')).toEqual([
      { path: 'user_search.rb', exact: false, member: 'UserSearch' },
    ]);
  });

  it('in a namespace have a folder', () => {
    expect(namePaths('a.rb', 'Admin.UserSearch')).toEqual([
      { path: 'admin/user_search.rb', exact: false, member: 'UserSearch' },
      { path: 'admin/user_search.rb', exact: false, member: 'Admin' },
    ]);
  });

  it('are no functions and no lists', () => {
    expect(namePaths('a.rb', 'helper')).toEqual([]);
    expect(namePaths('a.rb', 'LIMITS')).toEqual([]);
  });
});

describe('require', () => {
  it('of a path beside the file', () => {
    expect(importPaths('lib/app.rb', './db', '*')).toEqual([
      { path: 'lib/db.rb', exact: true, member: '*' },
    ]);
    expect(importPaths('lib/a/app.rb', '../db.rb', 'find')).toEqual([
      { path: 'lib/db.rb', exact: true, member: 'find' },
    ]);
  });

  it('of a path in the load path', () => {
    expect(importPaths('bin/run.rb', 'shop/db', '*')).toEqual([
      { path: 'shop/db.rb', exact: false, member: '*' },
    ]);
  });
});
