import { assemble } from './corpus';
import type { Random } from './random';
import { capital, type Entity, entityAt } from './vocabulary';

/** Plain PHP over PDO: pages, validation, repositories and helpers. */
export function phpFile(lines: number, random: Random): string {
  return assemble(
    head,
    lines,
    (index) => unit(entityAt(index, random), random),
    (rows) => table(rows, random),
  );
}

const head = [
  '<?php',
  'declare(strict_types=1);',
  '',
  "$db = new PDO(getenv('DATABASE') ?: 'sqlite:app.db');",
  '$db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);',
];

function table(rows: number, random: Random): string[] {
  const entries = Array.from(
    { length: rows },
    (_, row) => `    'label_${row}' => '${random.pick(['Open', 'Closed', 'New', 'Done'])} ${row}',`,
  );
  return ['$labels = [', ...entries, '];'];
}

function unit(entity: Entity, random: Random): string[] {
  return random.pick([list, detail, create, search, validator, repository])(entity, random);
}

function list({ many, fields }: Entity, random: Random): string[] {
  return [
    `function list_${many}(PDO $db): string`,
    '{',
    "    $page = max(1, (int) ($_GET['page'] ?? 1));",
    `    $size = ${10 + random.below(90)};`,
    '    $statement = $db->prepare(',
    `        'SELECT id, ${fields.join(', ')} FROM ${many} ORDER BY id LIMIT ? OFFSET ?'`,
    '    );',
    '    $statement->execute([$size, ($page - 1) * $size]);',
    '    $rows = $statement->fetchAll(PDO::FETCH_ASSOC);',
    "    return json_encode(['page' => $page, 'items' => $rows]);",
    '}',
  ];
}

function detail({ one, many }: Entity, random: Random): string[] {
  const query = random.chance(0.3)
    ? [
        `    $row = $db->query("SELECT * FROM ${many} WHERE code = '" . $_GET['code'] . "'")->fetch();`,
      ]
    : [
        `    $statement = $db->prepare('SELECT * FROM ${many} WHERE code = ?');`,
        "    $statement->execute([$_GET['code']]);",
        '    $row = $statement->fetch();',
      ];
  return [
    `function ${one}_by_code(PDO $db): string`,
    '{',
    ...query,
    '    if ($row === false) {',
    '        http_response_code(404);',
    `        return 'There is no such ${one}.';`,
    '    }',
    '    return json_encode($row);',
    '}',
  ];
}

function create({ one, many, fields }: Entity): string[] {
  return [
    `function create_${one}(PDO $db, array $data): array`,
    '{',
    ...fields.flatMap((field) => [
      `    $${field} = $data['${field}'] ?? null;`,
      `    if (!is_string($${field}) || trim($${field}) === '') {`,
      `        return ['error' => '${field} is missing', 'field' => '${field}'];`,
      '    }',
    ]),
    '    // The database gives the key.',
    '    $statement = $db->prepare(',
    `        'INSERT INTO ${many} (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})'`,
    '    );',
    `    $statement->execute([${fields.map((field) => `$${field}`).join(', ')}]);`,
    "    return ['id' => $db->lastInsertId()];",
    '}',
  ];
}

function search({ many, fields }: Entity): string[] {
  const [first = 'name', second = 'status'] = fields;
  return [
    `function search_${many}(PDO $db, string $text, int $limit = 50, ?string $order = null): array`,
    '{',
    '    $conditions = [];',
    '    $values = [];',
    "    foreach (explode(' ', $text) as $word) {",
    '        if (strlen($word) < 3) {',
    '            continue;',
    '        }',
    '        array_push($values, "%$word%", "%$word%");',
    `        $conditions[] = '(${first} LIKE ? OR ${second} LIKE ?)';`,
    '    }',
    `    $ordering = $order === 'newest' ? 'id DESC' : '${first} ASC';`,
    "    $where = $conditions ? ' WHERE ' . implode(' AND ', $conditions) : '';",
    `    $statement = $db->prepare('SELECT * FROM ${many}' . $where . ' ORDER BY ' . $ordering);`,
    '    $statement->execute($values);',
    '    return array_slice($statement->fetchAll(), 0, $limit);',
    '}',
  ];
}

function validator({ one, fields }: Entity, random: Random): string[] {
  return [
    `function validate_${one}(array $data): array`,
    '{',
    '    $problems = [];',
    ...fields.flatMap((field) => [
      `    $${field} = (string) ($data['${field}'] ?? '');`,
      `    if (strlen($${field}) > ${50 + random.below(200)}) {`,
      `        $problems[] = sprintf('${field} is too long: %d', strlen($${field}));`,
      `    } elseif (!ctype_alnum(str_replace(' ', '', $${field}))) {`,
      `        $problems[] = '${field} has characters that are not allowed';`,
      '    }',
    ]),
    '    return $problems;',
    '}',
  ];
}

function repository({ one, many, fields }: Entity): string[] {
  const [first = 'name'] = fields;
  return [
    `class ${capital(one)}Repository`,
    '{',
    '    private array $cache = [];',
    '',
    '    public function __construct(private PDO $db)',
    '    {',
    '    }',
    '',
    `    public function rename(int $key, string $${first}): bool`,
    '    {',
    `        $statement = $this->db->prepare('UPDATE ${many} SET ${first} = ? WHERE id = ?');`,
    `        $statement->execute([$${first}, $key]);`,
    '        unset($this->cache[$key]);',
    '        return $statement->rowCount() === 1;',
    '    }',
    '}',
  ];
}
