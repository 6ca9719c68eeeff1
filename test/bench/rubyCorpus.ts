import { assemble } from './corpus';
import type { Random } from './random';
import { capital, type Entity, entityAt } from './vocabulary';

/** A Sinatra application over SQLite, with validation, repositories and helpers. */
export function rubyFile(lines: number, random: Random): string {
  return assemble(
    head,
    lines,
    (index) => unit(entityAt(index, random), random),
    (rows) => table(rows, random),
  );
}

const head = [
  "require 'json'",
  "require 'sinatra'",
  "require 'sqlite3'",
  '',
  "DB = SQLite3::Database.new(ENV.fetch('DATABASE', 'app.db'))",
  'DB.results_as_hash = true',
];

function table(rows: number, random: Random): string[] {
  const entries = Array.from(
    { length: rows },
    (_, row) => `  label_${row}: '${random.pick(['Open', 'Closed', 'New', 'Done'])} ${row}',`,
  );
  return ['LABELS = {', ...entries, '}.freeze'];
}

function unit(entity: Entity, random: Random): string[] {
  return random.pick([list, detail, create, search, validator, repository])(entity, random);
}

function list({ many, fields }: Entity, random: Random): string[] {
  return [
    `get '/${many}' do`,
    "  page = [params['page'].to_i, 1].max",
    `  size = ${10 + random.below(90)}`,
    '  rows = DB.execute(',
    `    'SELECT id, ${fields.join(', ')} FROM ${many} ORDER BY id LIMIT ? OFFSET ?',`,
    '    [size, (page - 1) * size]',
    '  )',
    `  items = rows.map { |row| row.merge('link' => "/${many}/#{row['id']}") }`,
    '  JSON.generate(page: page, items: items)',
    'end',
  ];
}

function detail({ one, many }: Entity, random: Random): string[] {
  const query = random.chance(0.3)
    ? [`  row = DB.execute("SELECT * FROM ${many} WHERE code = '#{params['code']}'").first`]
    : [`  row = DB.execute('SELECT * FROM ${many} WHERE code = ?', [params['code']]).first`];
  return [
    `get '/${many}/by-code' do`,
    ...query,
    `  halt 404, 'There is no such ${one}.' if row.nil?`,
    '  JSON.generate(row)',
    'end',
  ];
}

function create({ many, fields }: Entity): string[] {
  return [
    `post '/${many}' do`,
    '  data = JSON.parse(request.body.read)',
    ...fields.flatMap((field) => [
      `  ${field} = data['${field}']`,
      `  unless ${field}.is_a?(String) && !${field}.strip.empty?`,
      `    halt 400, JSON.generate(error: '${field} is missing', field: '${field}')`,
      '  end',
    ]),
    '  # The database gives the key.',
    '  DB.execute(',
    `    'INSERT INTO ${many} (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})',`,
    `    [${fields.join(', ')}]`,
    '  )',
    '  status 201',
    '  JSON.generate(id: DB.last_insert_row_id)',
    'end',
  ];
}

function search({ many, fields }: Entity): string[] {
  const [first = 'name', second = 'status'] = fields;
  return [
    `def search_${many}(text, limit: 50, order: nil)`,
    '  conditions = []',
    '  values = []',
    '  text.split.each do |word|',
    '    next if word.length < 3',
    '',
    "    values.push('%' + word + '%', '%' + word + '%')",
    `    conditions << '(${first} LIKE ? OR ${second} LIKE ?)'`,
    '  end',
    `  ordering = order == 'newest' ? 'id DESC' : '${first} ASC'`,
    "  where = conditions.empty? ? '' : ' WHERE ' + conditions.join(' AND ')",
    `  DB.execute('SELECT * FROM ${many}' + where + ' ORDER BY ' + ordering, values).first(limit)`,
    'end',
  ];
}

function validator({ one, fields }: Entity, random: Random): string[] {
  return [
    `def validate_${one}(data)`,
    '  problems = []',
    ...fields.flatMap((field) => [
      `  ${field} = data.fetch('${field}', '').to_s`,
      `  if ${field}.length > ${50 + random.below(200)}`,
      `    problems << "${field} is too long: #{${field}.length}"`,
      `  elsif ${field} !~ /\\A[\\w ]*\\z/`,
      `    problems << '${field} has characters that are not allowed'`,
      '  end',
    ]),
    '  problems',
    'end',
  ];
}

function repository({ one, many, fields }: Entity): string[] {
  const [first = 'name'] = fields;
  return [
    `class ${capital(one)}Repository`,
    '  def initialize(db)',
    '    @db = db',
    '    @cache = {}',
    '  end',
    '',
    `  def rename(key, ${first})`,
    `    @db.execute('UPDATE ${many} SET ${first} = ? WHERE id = ?', [${first}, key])`,
    '    @cache.delete(key)',
    '    @db.changes == 1',
    '  end',
    '',
    '  def count(since = nil)',
    `    sql = 'SELECT count(*) AS n FROM ${many} WHERE updated_at > ?'`,
    "    @db.execute(sql, [since || '1970-01-01']).first['n']",
    '  end',
    'end',
  ];
}
