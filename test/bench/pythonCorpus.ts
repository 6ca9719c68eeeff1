import { assemble } from './corpus';
import type { Random } from './random';
import { capital, type Entity, entityAt } from './vocabulary';

/** Flask routes over SQLite, with repositories, validation and helpers. */
export function pythonFile(lines: number, random: Random): string {
  const write = new Writer(random);
  return assemble(
    head,
    lines,
    (index) => ['', ...write.unit(entityAt(index, random))],
    (rows) => write.table(rows),
  );
}

const head = [
  'import os',
  'import sqlite3',
  '',
  'from flask import Flask, abort, g, jsonify, request',
  'from werkzeug.security import check_password_hash, generate_password_hash',
  '',
  'app = Flask(__name__)',
  'DATABASE = os.environ.get("DATABASE", "app.db")',
  '',
  '',
  'def get_db():',
  '    if "db" not in g:',
  '        g.db = sqlite3.connect(DATABASE)',
  '        g.db.row_factory = sqlite3.Row',
  '    return g.db',
];

class Writer {
  constructor(private readonly random: Random) {}

  unit(entity: Entity): string[] {
    const units = [
      () => this.list(entity),
      () => this.detail(entity),
      () => this.create(entity),
      () => this.search(entity),
      () => this.validator(entity),
      () => this.repository(entity),
      () => this.login(entity),
      () => this.totals(entity),
    ];
    return this.random.pick(units)();
  }

  /** A constant dictionary, which can have any number of rows. */
  table(rows: number): string[] {
    const entries = Array.from(
      { length: rows },
      (_, row) =>
        `    "label_${row}": "${this.random.pick(['Open', 'Closed', 'New', 'Done'])} ${row}",`,
    );
    return ['LABELS = {', ...entries, '}'];
  }

  private list({ many, fields }: Entity): string[] {
    return [
      `@app.get("/${many}")`,
      `def list_${many}():`,
      `    """All ${many}, a page at a time."""`,
      '    page = max(1, request.args.get("page", 1, type=int))',
      `    size = ${10 + this.random.below(90)}`,
      '    rows = get_db().execute(',
      `        "SELECT id, ${fields.join(', ')} FROM ${many} ORDER BY id LIMIT ? OFFSET ?",`,
      '        (size, (page - 1) * size),',
      '    ).fetchall()',
      `    items = [{**dict(row), "link": f"/${many}/{row['id']}"} for row in rows]`,
      '    return jsonify(page=page, items=items)',
    ];
  }

  private detail({ one, many }: Entity): string[] {
    const query = this.random.chance(0.3)
      ? [
          `    sql = f"SELECT * FROM ${many} WHERE code = '{request.args['code']}'"`,
          '    row = get_db().execute(sql).fetchone()',
        ]
      : [
          `    sql = "SELECT * FROM ${many} WHERE code = ?"`,
          '    row = get_db().execute(sql, (request.args["code"],)).fetchone()',
        ];
    return [
      `@app.get("/${many}/by-code")`,
      `def ${one}_by_code():`,
      ...query,
      '    if row is None:',
      `        abort(404, description="There is no such ${one}.")`,
      '    return jsonify(dict(row))',
    ];
  }

  private create({ one, many, fields }: Entity): string[] {
    const holes = fields.map(() => '?').join(', ');
    return [
      `@app.post("/${many}")`,
      `def create_${one}():`,
      '    data = request.get_json()',
      ...fields.flatMap((field) => [
        `    ${field} = data.get("${field}")`,
        `    if not isinstance(${field}, str) or ${field}.strip() == "":`,
        `        return jsonify(error="${field} is missing", field="${field}"), 400`,
      ]),
      '    # The database gives the key.',
      '    db = get_db()',
      '    cursor = db.execute(',
      `        "INSERT INTO ${many} (${fields.join(', ')}) VALUES (${holes})",`,
      `        (${fields.join(', ')}),`,
      '    )',
      '    db.commit()',
      `    app.logger.info("created ${one} %s", cursor.lastrowid)`,
      '    return jsonify(id=cursor.lastrowid), 201',
    ];
  }

  private search({ many, fields }: Entity): string[] {
    const [first = 'name', second = 'status'] = fields;
    return [
      `def search_${many}(text, limit=50, order=None):`,
      '    conditions = []',
      '    values = []',
      '    for word in text.split():',
      '        if len(word) < 3:',
      '            continue',
      '        values.extend([f"%{word}%", f"%{word}%"])',
      `        conditions.append("(${first} LIKE ? OR ${second} LIKE ?)")`,
      `    ordering = "id DESC" if order == "newest" else "${first} ASC"`,
      '    where = " WHERE " + " AND ".join(conditions) if conditions else ""',
      `    sql = "SELECT * FROM ${many}" + where + " ORDER BY " + ordering`,
      '    rows = get_db().execute(sql, values).fetchall()',
      '    return [dict(row) for row in rows][:limit]',
    ];
  }

  private validator({ one, fields }: Entity): string[] {
    return [
      `def validate_${one}(data):`,
      '    problems = []',
      ...fields.flatMap((field) => [
        `    ${field} = str(data.get("${field}", ""))`,
        `    if len(${field}) > ${50 + this.random.below(200)}:`,
        `        problems.append("${field} is too long: %d" % len(${field}))`,
        `    elif not ${field}.replace(" ", "").isalnum():`,
        `        problems.append("${field} has characters that are not allowed")`,
      ]),
      '    return problems',
    ];
  }

  private repository({ one, many, fields }: Entity): string[] {
    const [first = 'name'] = fields;
    return [
      `class ${capital(one)}Repository:`,
      '    def __init__(self, db):',
      '        self.db = db',
      '        self.cache = {}',
      '',
      `    def rename(self, key: int, ${first}: str) -> bool:`,
      `        sql = "UPDATE ${many} SET ${first} = ? WHERE id = ?"`,
      `        cursor = self.db.execute(sql, (${first}, key))`,
      '        self.cache.pop(key, None)',
      '        return cursor.rowcount == 1',
      '',
      '    def remove(self, key: int) -> None:',
      `        self.db.execute("DELETE FROM ${many} WHERE id = ?", (key,))`,
      '',
      '    def count(self, since=None):',
      `        sql = "SELECT count(*) FROM ${many} WHERE updated_at > ?"`,
      '        row = self.db.execute(sql, (since or "1970-01-01",)).fetchone()',
      '        return int(row[0])',
    ];
  }

  private login({ one, many }: Entity): string[] {
    return [
      `@app.post("/${many}/login")`,
      `def login_${one}():`,
      '    data = request.get_json()',
      `    sql = "SELECT id, password_hash FROM ${many} WHERE email = ?"`,
      '    row = get_db().execute(sql, (data["email"],)).fetchone()',
      '    if row is None or not check_password_hash(row["password_hash"], data["password"]):',
      '        return jsonify(error="The e-mail address or the password is wrong."), 401',
      '    new_hash = generate_password_hash(data["password"])',
      '    return jsonify(id=row["id"], renewed=len(new_hash) > 0)',
    ];
  }

  private totals({ one, many }: Entity): string[] {
    return [
      `def total_${many}(items, rate=0.${10 + this.random.below(80)}):`,
      '    total = 0',
      '    by_day = {}',
      '    for index, item in enumerate(items):',
      '        count = item.get("count", 1)',
      '        if count == 0:',
      '            continue',
      '        elif count == 1:',
      '            total += item["price"]',
      '        else:',
      '            total += item["price"] * count * (1 - rate)',
      '        by_day[index % 7] = by_day.get(index % 7, 0) + item["price"]',
      '    days = sorted((day, value) for day, value in by_day.items() if value > 0)',
      `    return {"${one}": round(total, 2), "days": days}`,
    ];
  }
}
