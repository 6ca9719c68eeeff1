import { expect, it } from 'vitest';
import { Program, type ProgramFile } from '../engine/program';
import { createParsing } from '../parsing/parsing';
import { loadWasm } from '../testing/analysis';
import { codeLanguage } from './languages';

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
it('the same text again has the same sites, also those that others reach', async () => {
  const grammar = await (await createParsing(loadWasm)).load('javascript');
  const { frontEnd, model } = codeLanguage('javascript');
  const read = (path: string, text: string): ProgramFile => {
    const parsed = grammar.open(text);
    const module = frontEnd.lower(parsed.tree);
    parsed.dispose();
    return { path, module, model };
  };
  const stored = read('/p/data.js', data);
  const program = new Program({
    load: (_, { path }) => (path.endsWith('data') || path.endsWith('data.js') ? stored : undefined),
  });
  program.analyse(read('/p/route.js', route));
  const count = ({ sites }: ReturnType<Program['analyse']>) =>
    sites.filter(({ kind, through }) => kind === 'sql' && through.length > 0).length;
  const before = program.analyse(stored);
  expect(count(before)).toBe(2);
  expect(count(program.analyseVariant(read('/p/data.js', data)))).toBe(2);
  expect(count(program.analyse(stored))).toBe(2);
});
