import { describe, expect, it } from 'vitest';
import type { CqlQuery } from '../model';
import { checkCql } from './cql';

const readings = `
CREATE TABLE readings (
  sensor text,
  day date,
  time timestamp,
  value double,
  PRIMARY KEY ((sensor, day), time)
) WITH CLUSTERING ORDER BY (time DESC);
`;
const dayOfSensor: CqlQuery = {
  name: 'A day of a sensor',
  columns: ['time', 'value'],
  where: ['sensor', 'day'],
  order: ['time desc'],
  try: 'Look at the key.',
};
const answer = "SELECT time, value FROM readings WHERE sensor = 's1' AND day = '2026-05-01';";

function texts(script: string, queries = [dayOfSensor], setup = ''): string[] {
  return checkCql(script, { queries }, setup).problems.map(
    ({ name, expected, seen, tryNext }) => `${name} | ${expected} | ${seen} | ${tryNext}`,
  );
}

/** What is said about a statement on the table above. */
function said(statement: string): string {
  return texts(`${readings}\n${statement}`, []).join('\n');
}

/** What is said about a table. */
function saidOfTable(table: string): string {
  return texts(table, []).join('\n');
}

describe('a query of the task', () => {
  it('is answered by a table whose key fits', () => {
    expect(checkCql(readings + answer, { queries: [dayOfSensor] })).toEqual({
      requirements: [{ name: 'A day of a sensor', passed: true }],
      problems: [],
    });
  });

  it('may ask a table that is given', () => {
    expect(texts(answer, [dayOfSensor], readings)).toEqual([]);
  });

  it('may say the order itself, also reversed', () => {
    const up = readings.replace('DESC', 'ASC');
    const asked = answer.replace(';', ' ORDER BY time DESC;');
    expect(texts(up + asked)).toEqual([]);
    expect(texts(up + answer)[0]).toContain('time desc | rows in the order time asc');
  });

  it('is missed when there is no SELECT, or one that asks something else', () => {
    expect(texts(readings)[0]).toContain('knows sensor, day | no SELECT | Look at the key.');
    expect(texts(`${readings}SELECT * FROM readings;`)[0]).toContain('| no WHERE |');
    const more = answer.replace(';', " AND time > '2026-05-01 10:00';");
    expect(texts(readings + more)[0]).toContain('WHERE with sensor =, day =, time >');
    expect(texts(readings + answer.replace('time, value', 'time'))[0]).toContain('no value');
  });

  it('may know a range', () => {
    const since = { ...dayOfSensor, where: ['sensor', 'day', 'time range'] };
    const script = readings + answer.replace(';', " AND time >= '2026-05-01 10:00';");
    expect(texts(script, [since])).toEqual([]);
    expect(texts(script, [{ ...since, where: ['sensor', 'day', 'time <'] }])).toHaveLength(1);
    expect(texts(readings + answer, [since])).toHaveLength(1);
  });

  it('is found among several, in any order', () => {
    const rooms = 'CREATE TABLE rooms (room text PRIMARY KEY, floor int);';
    const floor = { name: 'Floor', columns: ['floor'], where: ['room'], try: 'Ask.' };
    const script = `${rooms}${readings}SELECT floor FROM rooms WHERE room = 'a';${answer}`;
    expect(texts(script, [dayOfSensor, floor])).toEqual([]);
    expect(texts(script.replace("= 'a'", "= 'a' AND floor = 1"), [dayOfSensor, floor])).toEqual([
      expect.stringContaining('Floor | conditions on the key of rooms (room)'),
    ]);
  });

  it('wants an example in each table when asked for', () => {
    const check = (script: string) =>
      checkCql(script, { queries: [dayOfSensor], inserts: true }).problems.map(
        ({ expected }) => expected,
      );
    const row = "INSERT INTO readings (sensor, day, time) VALUES ('s1', '2026-05-01', 1);";
    expect(check(readings + answer)).toEqual(['an INSERT into readings']);
    expect(check(readings + row + answer)).toEqual([]);
  });

  it('looks at what happens when the table is filled', () => {
    const rows = [
      { sensor: 's1', day: '1', time: '10:00', value: 1 },
      { sensor: 's1', day: '1', time: '10:01', value: 1 },
      { sensor: 's1', day: '2', time: '10:00', value: 2 },
    ];
    const check = (script: string) =>
      checkCql(script, { queries: [{ ...dayOfSensor, largestPartition: 2 }], rows }).problems;
    expect(check(readings + answer)).toEqual([]);
    const wide = readings.replace('(sensor, day), time', 'sensor, day, time');
    const ordered = wide.replace('(time DESC)', '(day DESC, time DESC)');
    expect(check(ordered + answer)[0]?.seen).toContain('sensor = s1 grows');
    const replaced = readings
      .replace('(sensor, day), time', '(sensor, day)')
      .replace(/ WITH.*/, ';');
    expect(
      checkCql(replaced + answer, { queries: [{ ...dayOfSensor, order: [] }], rows }).problems[0]
        ?.seen,
    ).toContain('replaces the first');
    const numbered = readings
      .replace('time)', 'number)')
      .replace('sensor text', 'number int, sensor text');
    expect(
      checkCql(numbered.replace('(time DESC)', '(number DESC)') + answer, {
        queries: [{ ...dayOfSensor, order: [] }],
        rows,
      }).problems,
    ).toEqual([]);
  });
});

describe('WHERE', () => {
  it.each([
    ["WHERE sensor = 's1'", 'no condition on `day`'],
    ["WHERE day = '2026-05-01' AND time > '10:00'", 'no condition on `sensor`'],
    ["WHERE sensor > 's1' AND day = '2026-05-01'", '`sensor >`'],
    [
      "WHERE sensor = 's1' AND day = '2026-05-01' AND value > 3",
      '`value`, which is not in the key',
    ],
    ["WHERE place = 'x'", '`place`'],
    ["WHERE sensor = 7 AND day = '2026-05-01'", 'the type text for sensor'],
    ["WHERE sensor = 's1' AND day = '2026-05-01' ALLOW FILTERING", 'reads every row'],
    ["WHERE sensor = 's1' OR sensor = 's2'", 'CQL has no OR'],
    ["WHERE sensor LIKE 's%'", 'one of = <'],
    ['WHERE sensor = s1', "'s1'"],
  ])('%s', (where, words) => {
    expect(said(`SELECT value FROM readings ${where};`)).toContain(words);
  });

  it.each([
    '',
    "WHERE sensor = 's1' AND day = '2026-05-01'",
    "WHERE sensor IN ('s1', 's2') AND day = ? AND time >= :since AND time < '2026-05-02'",
    "WHERE sensor = 's1' AND day = '2026-05-01' LIMIT 10",
    "WHERE sensor = 's1' AND day = '2026-05-01' AND time = toTimestamp(now())",
  ])('allows %s', (where) => {
    expect(said(`SELECT value FROM readings ${where};`)).toBe('');
  });

  it('uses clustering columns from the left', () => {
    const table =
      'CREATE TABLE t (a int, b int, c int, d int, PRIMARY KEY (a, b, c, d));\nSELECT * FROM t WHERE ';
    expect(saidOfTable(`${table}a = 1 AND b = 2 AND c > 3;`)).toBe('');
    expect(saidOfTable(`${table}a = 1 AND c = 3;`)).toContain('on `b` before one on `c`');
    expect(saidOfTable(`${table}a = 1 AND b > 2 AND c = 3;`)).toContain('after the range on `b`');
  });
});

describe('ORDER BY and GROUP BY', () => {
  const table = `CREATE TABLE t (a int, b int, c int, v int, PRIMARY KEY (a, b, c))
    WITH CLUSTERING ORDER BY (b DESC, c ASC);\nSELECT b, count(*) AS n, max(v) FROM t WHERE a = 1`;

  it.each([
    'ORDER BY b',
    'ORDER BY b DESC, c ASC',
    'ORDER BY b ASC, c DESC',
    'AND b = 2 ORDER BY c DESC',
    'GROUP BY a, b',
  ])('allows %s', (rest) => {
    expect(saidOfTable(`${table} ${rest};`)).toBe('');
  });

  it.each([
    ['ORDER BY c', 'from the left (b, c)'],
    ['ORDER BY v', '`v`'],
    ['ORDER BY b ASC, c ASC', 'all of it reversed'],
    ['GROUP BY b', 'with the key from the left: a, b, c'],
  ])('%s', (rest, words) => {
    expect(saidOfTable(`${table} ${rest};`)).toContain(words);
  });

  it('needs one partition', () => {
    expect(said('SELECT * FROM readings ORDER BY time;')).toContain('without a value');
  });
});

describe('CREATE TABLE', () => {
  it.each([
    'CREATE TABLE IF NOT EXISTS shop.t (a int PRIMARY KEY, tags set<text>, m map<text, frozen<list<int>>>);',
    'CREATE TABLE t ("A" int, b text static, c timeuuid, PRIMARY KEY ("A", c)) WITH comment = \'x\' AND CLUSTERING ORDER BY (c DESC);',
    "CREATE TABLE t (a int PRIMARY KEY) WITH compaction = {'class': 'x', 'y': 1}; -- end",
  ])('reads %s', (table) => {
    expect(saidOfTable(table)).toBe('');
  });

  it.each([
    ['CREATE TABLE t (a int);', 'a table without one'],
    ['CREATE TABLE t (a integer PRIMARY KEY);', 'Use `int`'],
    ['CREATE TABLE t (a money PRIMARY KEY);', 'a type of Cassandra'],
    ['CREATE TABLE t (a varchar(20) PRIMARY KEY);', 'Leave the length out'],
    ['CREATE TABLE t (a int PRIMARY KEY, b text NOT NULL);', 'Remove `NOT`'],
    ['CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES u (id));', 'Remove `REFERENCES`'],
    ['CREATE TABLE t (a int, b int, PRIMARY KEY (a, c));', '`c`, which is none'],
    ['CREATE TABLE t (a int, b int, PRIMARY KEY (a, a));', '`a` twice'],
    ['CREATE TABLE t (a int, a int, PRIMARY KEY (a));', '`a` twice'],
    ['CREATE TABLE t (a int PRIMARY KEY, b int, PRIMARY KEY (a, b));', 'a second one'],
    ['CREATE TABLE t (a list<text> PRIMARY KEY);', 'of the type list<text>'],
    ['CREATE TABLE t (a map<int> PRIMARY KEY);', '2 types in map'],
    ['CREATE TABLE t (a int PRIMARY KEY,);', 'Remove the comma'],
    ['CREATE TABLE t (a int PRIMARY KEY b int);', 'a comma or the end'],
    [
      'CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b, c)) WITH CLUSTERING ORDER BY (c DESC);',
      'in their order in the key: b, c',
    ],
    [
      'CREATE TABLE t (a int PRIMARY KEY) WITH CLUSTERING ORDER BY (a DESC);',
      'a key with clustering columns',
    ],
    [`${readings}${readings}`, 'a second table `readings`'],
  ])('%s', (table, words) => {
    expect(saidOfTable(table)).toContain(words);
  });
});

describe('INSERT', () => {
  it.each([
    [
      "INSERT INTO readings (sensor, day, time, value) VALUES ('s1', '2026-05-01', '2026-05-01 10:00', 2.5);",
      '',
    ],
    ["INSERT INTO readings (sensor, day, value) VALUES ('s1', '2026-05-01', 2);", 'none for time'],
    ["INSERT INTO readings (sensor) VALUES ('s1', 2);", '1 values, one for each column'],
    [
      "INSERT INTO readings (sensor, day, time) VALUES ('s1', '2026-05-01', null);",
      'part of the key',
    ],
    [
      "INSERT INTO readings (sensor, day, time, value) VALUES ('s1', '2026-05-01', 1, '2');",
      'without quotes',
    ],
    ["INSERT INTO readings (sensor, place) VALUES ('s1', 2);", '`place`'],
    ["INSERT INTO reading (sensor) VALUES ('s1');", '(readings)'],
    ["INSERT INTO readings (sensor) VALUES ('s1'), ('s2');", 'one row at a time'],
    ["INSERT INTO readings VALUES ('s1');", 'Name the columns'],
  ])('%s', (statement, words) => {
    if (words === '') expect(said(statement)).toBe('');
    else expect(said(statement)).toContain(words);
  });
});

describe('what cannot be read', () => {
  it.each([
    ["SELECT * FROM readings WHERE sensor = 's1;", "a closing '"],
    ['SELECT # FROM readings;', '`#`'],
    ['SELECT * FROM readings JOIN rooms;', 'Leave the join out'],
    ['CREATE INDEX ON readings (value);', 'Leave the index out'],
    ['DROP TABLE readings;', 'CREATE TABLE, INSERT or SELECT'],
    ['SELECT * FROM readings LIMIT', 'a value | the end of the statement'],
    ['SELECT * FROM readings SELECT 1;', '`;`'],
  ])('%s', (statement, words) => {
    expect(said(statement)).toContain(words);
  });

  it('is told at its place, each statement for itself', () => {
    const script = 'SELECT FROM;\nSELECT a b FROM t;\n';
    expect(checkCql(script, { queries: [dayOfSensor] })).toMatchObject({
      requirements: [{ passed: false }],
      problems: [
        { name: 'Line 1', offset: 11 },
        { name: 'Line 2', offset: 22 },
      ],
    });
  });
});
