import { assemble } from './corpus';
import type { Random } from './random';
import { capital, type Entity, entityAt } from './vocabulary';

/** Express routes over PostgreSQL, with services, validation and helpers. */
export function javascriptFile(lines: number, random: Random, typed: boolean): string {
  const write = new Writer(random, typed);
  return assemble(
    write.head(),
    lines,
    (index) => write.unit(entityAt(index, random), index),
    (rows) => write.table(rows),
  );
}

class Writer {
  constructor(
    private readonly random: Random,
    private readonly typed: boolean,
  ) {}

  head(): string[] {
    return this.typed
      ? [
          "import bcrypt from 'bcrypt';",
          "import express, { type NextFunction, type Request, type Response } from 'express';",
          "import { Pool } from 'pg';",
          '',
          'const app = express();',
          'const pool = new Pool({ connectionString: process.env.DATABASE_URL });',
          'app.use(express.json());',
        ]
      : [
          "const bcrypt = require('bcrypt');",
          "const express = require('express');",
          "const { Pool } = require('pg');",
          '',
          'const app = express();',
          'const pool = new Pool({ connectionString: process.env.DATABASE_URL });',
          'app.use(express.json());',
        ];
  }

  unit(entity: Entity, index: number): string[] {
    const units = [
      () => this.list(entity),
      () => this.detail(entity),
      () => this.create(entity),
      () => this.search(entity),
      () => this.validator(entity),
      () => this.service(entity),
      () => this.login(entity, index),
      () => this.totals(entity),
    ];
    return this.random.pick(units)();
  }

  /** A constant object, which can have any number of rows. */
  table(rows: number): string[] {
    const entries = Array.from(
      { length: rows },
      (_, row) =>
        `  label_${row}: '${this.random.pick(['Open', 'Closed', 'New', 'Done'])} ${row}',`,
    );
    return [`const labels${this.type('Record<string, string>')} = {`, ...entries, '};'];
  }

  private type(text: string): string {
    return this.typed ? `: ${text}` : '';
  }

  private handler(args = 'req, res'): string {
    if (!this.typed) return `async (${args}) =>`;
    return `async (${args
      .replace('req', 'req: Request')
      .replace('res', 'res: Response')
      .replace('next', 'next: NextFunction')}) =>`;
  }

  private list({ many, fields }: Entity): string[] {
    return [
      `/** All ${many}, a page at a time. */`,
      `app.get('/${many}', ${this.handler('req, res, next')} {`,
      '  try {',
      '    const page = Math.max(1, Number(req.query.page) || 1);',
      `    const size = ${10 + this.random.below(90)};`,
      '    const { rows } = await pool.query(',
      `      'SELECT id, ${fields.join(', ')} FROM ${many} ORDER BY id LIMIT $1 OFFSET $2',`,
      '      [size, (page - 1) * size],',
      '    );',
      `    res.json({ page, items: rows.map((row) => ({ ...row, link: \`/${many}/\${row.id}\` })) });`,
      '  } catch (error) {',
      '    next(error);',
      '  }',
      '});',
    ];
  }

  private detail({ one, many }: Entity): string[] {
    const query = this.random.chance(0.3)
      ? [
          `  const sql = \`SELECT * FROM ${many} WHERE id = \${req.params.id}\`;`,
          '  const found = await pool.query(sql);',
        ]
      : [
          `  const sql = 'SELECT * FROM ${many} WHERE id = $1';`,
          '  const found = await pool.query(sql, [req.params.id]);',
        ];
    return [
      `app.get('/${many}/:id', ${this.handler()} {`,
      ...query,
      '  if (found.rowCount === 0) {',
      `    res.status(404).json({ error: 'There is no such ${one}.' });`,
      '    return;',
      '  }',
      '  res.json(found.rows[0]);',
      '});',
    ];
  }

  private create({ one, many, fields }: Entity): string[] {
    const holes = fields.map((_, at) => `$${at + 1}`).join(', ');
    return [
      `app.post('/${many}', ${this.handler()} {`,
      `  const { ${fields.join(', ')} } = req.body;`,
      ...fields.flatMap((field) => [
        `  if (typeof ${field} !== 'string' || ${field}.trim() === '') {`,
        `    return res.status(400).json({ error: '${field} is missing', field: '${field}' });`,
        '  }',
      ]),
      '  // The database gives the key.',
      '  const result = await pool.query(',
      `    'INSERT INTO ${many} (${fields.join(', ')}) VALUES (${holes}) RETURNING id',`,
      `    [${fields.join(', ')}],`,
      '  );',
      `  const ${one} = { id: result.rows[0].id, ${fields.join(', ')} };`,
      `  console.log(\`created ${one} \${${one}.id}\`);`,
      `  return res.status(201).json(${one});`,
      '});',
    ];
  }

  private search({ many, fields }: Entity): string[] {
    const [first = 'name', second = 'status'] = fields;
    return [
      `async function search${capital(many)}(text${this.type('string')}, options${this.type('{ limit?: number; order?: string }')} = {}) {`,
      '  const conditions = [];',
      `  const values${this.type('unknown[]')} = [];`,
      "  for (const word of text.split(' ')) {",
      '    if (word.length < 3) continue;',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is text of the file.
      '    values.push(`%${word}%`);',
      `    conditions.push(\`${first} ILIKE $\${values.length} OR ${second} ILIKE $\${values.length}\`);`,
      '  }',
      `  const order = options.order === 'newest' ? 'id DESC' : '${first} ASC';`,
      "  const where = conditions.length > 0 ? ' WHERE ' + conditions.join(' AND ') : '';",
      `  const sql = 'SELECT * FROM ${many}' + where + ' ORDER BY ' + order;`,
      '  const found = await pool.query(sql, values);',
      '  return found.rows.slice(0, options.limit ?? 50);',
      '}',
    ];
  }

  private validator({ one, fields }: Entity): string[] {
    return [
      `function validate${capital(one)}(input${this.type('Record<string, unknown>')})${this.type('string[]')} {`,
      `  const problems${this.type('string[]')} = [];`,
      ...fields.flatMap((field) => [
        `  const ${field} = input.${field} ?? '';`,
        `  if (String(${field}).length > ${50 + this.random.below(200)}) {`,
        `    problems.push('${field} is too long: ' + String(${field}).length);`,
        `  } else if (!/^[\\w .@-]+$/.test(String(${field}))) {`,
        `    problems.push(\`${field} has characters that are not allowed\`);`,
        '  }',
      ]),
      '  return problems;',
      '}',
    ];
  }

  private service({ one, many, fields }: Entity): string[] {
    const [first = 'name'] = fields;
    const field = this.typed ? ['  private readonly cache = new Map<number, unknown>();', ''] : [];
    return [
      `class ${capital(one)}Service {`,
      ...field,
      `  constructor(${this.typed ? 'private readonly db: Pool' : 'db'}) {`,
      this.typed ? '    this.cache.clear();' : '    this.db = db;',
      '  }',
      '',
      `  async rename(id${this.type('number')}, ${first}${this.type('string')}) {`,
      `    const sql = 'UPDATE ${many} SET ${first} = $1 WHERE id = $2';`,
      `    const result = await this.db.query(sql, [${first}, id]);`,
      '    return result.rowCount === 1;',
      '  }',
      '',
      `  async remove(id${this.type('number')}) {`,
      `    await this.db.query('DELETE FROM ${many} WHERE id = $1', [id]);`,
      '  }',
      '',
      `  async count(filter${this.type('{ since?: Date }')} = {}) {`,
      "    const since = filter.since?.toISOString() ?? '1970-01-01';",
      `    const sql = 'SELECT count(*) AS total FROM ${many} WHERE updated_at > $1';`,
      '    const { rows } = await this.db.query(sql, [since]);',
      '    return Number(rows[0].total);',
      '  }',
      '}',
    ];
  }

  private login({ many }: Entity, index: number): string[] {
    return [
      `app.post('/${many}/login', ${this.handler()} {`,
      '  const { email, password } = req.body;',
      `  const sql = 'SELECT id, password_hash FROM ${many} WHERE email = $1';`,
      '  const { rows } = await pool.query(sql, [email]);',
      '  const account = rows[0];',
      '  if (!account || !(await bcrypt.compare(password, account.password_hash))) {',
      "    res.status(401).json({ error: 'The e-mail address or the password is wrong.' });",
      '    return;',
      '  }',
      `  res.json({ id: account.id, session: 'session-${index}' });`,
      '});',
    ];
  }

  private totals({ one, many }: Entity): string[] {
    return [
      `function total${capital(many)}(items${this.type('{ price: number; count?: number }[]')}, rate = 0.${10 + this.random.below(80)}) {`,
      '  let sum = 0;',
      '  const byDay = new Map();',
      '  for (let index = 0; index < items.length; index++) {',
      '    const item = items[index];',
      '    const count = item.count || 1;',
      '    switch (count) {',
      '      case 0:',
      '        continue;',
      '      case 1:',
      '        sum += item.price;',
      '        break;',
      '      default:',
      '        sum += item.price * count * (1 - rate);',
      '    }',
      '    byDay.set(index % 7, (byDay.get(index % 7) ?? 0) + item.price);',
      '  }',
      '  const days = [...byDay.entries()].filter(([, value]) => value > 0).sort();',
      `  return { ${one}: Math.round(sum * 100) / 100, days };`,
      '}',
    ];
  }
}
