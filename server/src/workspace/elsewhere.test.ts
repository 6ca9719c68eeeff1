import { expect, it } from 'vitest';
import { applyEdits } from '../report/finding';
import { openAnalysis } from '../testing/analysis';

const data = `const { Pool } = require('pg');
const pool = new Pool();
const SORT = { name: 'name' };
exports.find = (name) => pool.query("SELECT * FROM t WHERE name = '" + name + "'");
exports.sorted = (by) => pool.query('SELECT * FROM t ORDER BY ' + by);
`;
const route = `const app = require('express')();
const db = require('./data');
app.get('/', (req) => db.find(req.query.name));
app.get('/sorted', (req) => db.sorted(req.query.by));
`;
const options = { rules: {}, sqlDialect: 'auto' } as const;

it('a fix of what another file reaches is judged with that file', async () => {
  const analysis = await openAnalysis();
  const files: Record<string, string> = { '/p/data.js': data, '/p/route.js': route };
  const project = analysis.project({ paths: Object.keys(files), read: (path) => files[path] });
  const caller = await project.open('/p/route.js', undefined, route);
  caller.findings(options);
  const document = await project.open('/p/data.js', undefined, data);
  caller.findings(options);
  const [value, ...more] = document.findings(options);
  expect(value).toMatchObject({ ruleId: 'sql-injection', severity: 'error' });
  const [fix] = document.fixes(value!);
  expect(applyEdits(data, fix!.edits)).toContain(
    'pool.query("SELECT * FROM t WHERE name = $1", [name])',
  );
  // Nothing that leaves the flow as it is passes for a repair.
  for (const finding of more) {
    for (const { edits } of document.fixes(finding)) {
      expect(applyEdits(data, edits)).not.toContain("ORDER BY ' + by)");
    }
  }
});
