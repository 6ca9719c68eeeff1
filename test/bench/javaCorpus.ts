import { assemble } from './corpus';
import type { Random } from './random';
import { capital, type Entity, entityAt } from './vocabulary';

/** A Spring controller over JdbcTemplate, with validation, helpers and inner classes. */
export function javaFile(lines: number, random: Random): string {
  return assemble(
    head,
    lines,
    (index) => unit(entityAt(index, random), random),
    (rows) => table(rows, random),
  );
}

const head = [
  'package app;',
  '',
  'import java.util.ArrayList;',
  'import java.util.List;',
  'import java.util.Map;',
  'import org.springframework.jdbc.core.JdbcTemplate;',
  'import org.springframework.web.bind.annotation.*;',
  '',
  '@RestController',
  'public class Api {',
  '    private final JdbcTemplate jdbc;',
  '',
  '    public Api(JdbcTemplate jdbc) {',
  '        this.jdbc = jdbc;',
  '    }',
];

/** A constant table of any length, which also closes the class. */
function table(rows: number, random: Random): string[] {
  const entries = Array.from(
    { length: rows },
    (_, row) => `        "${random.pick(['Open', 'Closed', 'New', 'Done'])} ${row}",`,
  );
  return ['    static final String[] LABELS = {', ...entries, '    };', '}'];
}

function unit(entity: Entity, random: Random): string[] {
  return random.pick([list, detail, create, search, validator, record])(entity, random);
}

function list({ many, fields }: Entity, random: Random): string[] {
  return [
    `    @GetMapping("/${many}")`,
    `    public List<Map<String, Object>> list${capital(many)}(@RequestParam(defaultValue = "1") int page) {`,
    `        int size = ${10 + random.below(90)};`,
    '        int offset = (Math.max(page, 1) - 1) * size;',
    '        return jdbc.queryForList(',
    `            "SELECT id, ${fields.join(', ')} FROM ${many} ORDER BY id LIMIT ? OFFSET ?",`,
    '            size, offset);',
    '    }',
  ];
}

function detail({ one, many }: Entity, random: Random): string[] {
  const query = random.chance(0.3)
    ? [
        `        String sql = "SELECT * FROM ${many} WHERE code = '" + code + "'";`,
        '        var rows = jdbc.queryForList(sql);',
      ]
    : [
        `        String sql = "SELECT * FROM ${many} WHERE code = ?";`,
        '        var rows = jdbc.queryForList(sql, code);',
      ];
  return [
    `    @GetMapping("/${many}/by-code")`,
    `    public Object ${one}ByCode(@RequestParam String code) {`,
    ...query,
    '        if (rows.isEmpty()) {',
    `            throw new IllegalArgumentException("There is no such ${one}.");`,
    '        }',
    '        return rows.get(0);',
    '    }',
  ];
}

function create({ one, many, fields }: Entity): string[] {
  return [
    `    @PostMapping("/${many}")`,
    `    public Object create${capital(one)}(@RequestBody Map<String, String> data) {`,
    ...fields.flatMap((field) => [
      `        String ${field} = data.get("${field}");`,
      `        if (${field} == null || ${field}.isBlank()) {`,
      `            return Map.of("error", "${field} is missing", "field", "${field}");`,
      '        }',
    ]),
    '        // The database gives the key.',
    '        int count = jdbc.update(',
    `            "INSERT INTO ${many} (${fields.join(', ')}) VALUES (${fields.map(() => '?').join(', ')})",`,
    `            ${fields.join(', ')});`,
    '        return Map.of("created", count);',
    '    }',
  ];
}

function search({ many, fields }: Entity): string[] {
  const [first = 'name', second = 'status'] = fields;
  return [
    `    List<Map<String, Object>> search${capital(many)}(String text, int limit, String order) {`,
    '        List<String> conditions = new ArrayList<>();',
    '        List<Object> values = new ArrayList<>();',
    '        for (String word : text.split(" ")) {',
    '            if (word.length() < 3) {',
    '                continue;',
    '            }',
    '            values.add("%" + word + "%");',
    '            values.add("%" + word + "%");',
    `            conditions.add("(${first} LIKE ? OR ${second} LIKE ?)");`,
    '        }',
    `        String ordering = "newest".equals(order) ? "id DESC" : "${first} ASC";`,
    '        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);',
    `        String sql = "SELECT * FROM ${many}" + where + " ORDER BY " + ordering;`,
    '        return jdbc.queryForList(sql, values.toArray());',
    '    }',
  ];
}

function validator({ one, fields }: Entity, random: Random): string[] {
  return [
    `    static List<String> validate${capital(one)}(Map<String, String> data) {`,
    '        List<String> problems = new ArrayList<>();',
    ...fields.flatMap((field) => [
      `        String ${field} = String.valueOf(data.getOrDefault("${field}", ""));`,
      `        if (${field}.length() > ${50 + random.below(200)}) {`,
      `            problems.add("${field} is too long: " + ${field}.length());`,
      '        }',
    ]),
    '        return problems;',
    '    }',
  ];
}

function record({ one, fields }: Entity): string[] {
  return [
    `    static class ${capital(one)} {`,
    ...fields.map((field) => `        private String ${field};`),
    ...fields.flatMap((field) => [
      `        String get${capital(field)}() {`,
      `            return ${field};`,
      '        }',
      `        void set${capital(field)}(String ${field}) {`,
      `            this.${field} = ${field};`,
      '        }',
    ]),
    '    }',
  ];
}
