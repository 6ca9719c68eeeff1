import { describe, expect, it } from 'vitest';
import { importPaths as javascriptPaths } from './javascript/imports';
import { importPaths as pythonPaths } from './python/imports';

describe('imports of JavaScript and TypeScript', () => {
  const first = (source: string) =>
    javascriptPaths('/app/src/routes/users.js', source, 'find').map(({ path }) => path);

  it('finds files beside and above, with and without an ending', () => {
    expect(first('./db')).toContain('/app/src/routes/db.ts');
    expect(first('../db.js')[0]).toBe('/app/src/db.js');
    expect(first('../db.js')).toContain('/app/src/db.ts');
    expect(first('..')).toContain('/app/src/index.js');
  });

  it('leaves packages alone', () => {
    expect(first('express')).toEqual([]);
    expect(first('@app/db')).toEqual([]);
    expect(first('.hidden')).toEqual([]);
  });
});

describe('imports of Python', () => {
  it('goes up by the dots', () => {
    expect(pythonPaths('/app/api/users.py', '..db', 'query')).toEqual([
      { path: '/app/db/query.py', exact: true, member: '*' },
      { path: '/app/db/query/__init__.py', exact: true, member: '*' },
      { path: '/app/db.py', exact: true, member: 'query' },
      { path: '/app/db/__init__.py', exact: true, member: 'query' },
    ]);
    expect(pythonPaths('/app/api/users.py', '.', 'db')[0]?.path).toBe('/app/api/db.py');
  });

  it('finds an absolute import by the end of the path', () => {
    expect(pythonPaths('/app/api/users.py', 'app.db', '*')).toEqual([
      { path: 'app/db.py', exact: false, member: '*' },
      { path: 'app/db/__init__.py', exact: false, member: '*' },
    ]);
  });
});
