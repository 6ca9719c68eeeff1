import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const serverBundle = path.join(root, 'dist/extension/server.js');
export const cliBundle = path.join(root, 'dist/extension/cli.js');

/** Builds the server and the command line where they are not up to date. */
export function build(): void {
  const script = path.join(root, 'scripts/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--version'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

/** A route with an SQL injection that has a proved fix. */
export const injection = `const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/users', async (req, res) => {
  const name = req.query.name;
  const result = await pool.query("SELECT * FROM users WHERE name = '" + name + "'");
  res.json(result.rows);
});
`;
