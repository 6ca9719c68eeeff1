import { describe, expect, it } from 'vitest';
import type { RuleInfo } from './finding';
import { rulesToJson, toJson } from './json';
import { toSarif } from './sarif';
import type { ScanReport } from './scanReport';
import { rulesToTerminal, toTerminal } from './terminal';

const text = 'const id = req.query.id;\n\tdb.query("😀 " + id);\n';
const sink = { start: text.indexOf('"😀'), end: text.indexOf(');') };

const rules: RuleInfo[] = [
  {
    id: 'sql-injection',
    title: 'SQL injection',
    cwe: [89, 564],
    owasp: 'A05:2025 Injection',
    severity: 'error',
    languages: ['javascript', 'python'],
    fix: true,
    docs: { what: 'A `query` is built from text.', why: 'It can be changed.', how: 'Use [it](x).' },
    url: 'https://cwe.mitre.org/data/definitions/89.html',
  },
  {
    id: 'sql-syntax',
    title: 'SQL that does not parse',
    cwe: [],
    owasp: '',
    severity: 'hint',
    languages: ['sql'],
    fix: false,
    docs: { what: '', why: '', how: '' },
    url: '',
  },
];

const report: ScanReport = {
  files: [
    {
      path: 'src/my app.js',
      text,
      results: [
        {
          finding: {
            ...sink,
            ruleId: 'sql-injection',
            severity: 'error',
            message:
              'This query is built from what the visitor sent, so the visitor can change it.',
            trace: [
              { start: 11, end: 20, message: 'The visitor sends this.' },
              { ...sink, message: 'It ends up in the query.' },
            ],
            incomplete: true,
          },
          fixes: [
            {
              title: 'Use a parameter',
              kind: 'proved',
              edits: [{ ...sink, newText: '"?", [id]' }],
            },
            { title: 'Look', kind: 'preview', edits: [{ ...sink, newText: '' }] },
          ],
        },
      ],
    },
  ],
  scanned: 3,
  notices: [{ path: 'a.bin', message: 'This file is binary.' }],
};

const plain = { width: 80, colour: false, quiet: false };

describe('toTerminal', () => {
  it('shows the place, the frame, the way of the data and the fixes', () => {
    expect(toTerminal(report, plain)).toBe(`src/my app.js:2:11  error  sql-injection
  This query is built from what the visitor sent, so the visitor can change it.

  1 | const id = req.query.id;
> 2 |   db.query("😀 " + id);
    |            ^^^^^^^^^^

  The way of the data:
  1. The visitor sends this.
     src/my app.js:1:12
  2. It ends up in the query.
     src/my app.js:2:11

  Fix: Use a parameter
  Fix: Look (look at the result before you keep it)

  This code is too involved to follow to its end. There may be more to find.

1 finding (1 error) in 1 of 3 files. 1 file could not be analysed.
`);
  });

  it('says when there is nothing', () => {
    const empty = { files: [], scanned: 1, notices: [] };
    expect(toTerminal(empty, plain)).toBe('No findings in 1 file.\n');
    expect(toTerminal(empty, { ...plain, quiet: true })).toBe('');
  });

  it('colours on demand only', () => {
    expect(toTerminal(report, { ...plain, colour: true })).toContain('\u001b[31merror\u001b[0m');
    expect(toTerminal(report, plain)).not.toContain('\u001b');
  });

  it('passes no control character of a file on to the terminal', () => {
    const nasty = 'x(\u001b]0;title\u0007\u202e);';
    const shown = toTerminal(withText(nasty, 0, 2), plain);
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(shown).toContain('x(\ufffd]0;title\ufffd\ufffd);');
  });

  it('keeps to the width and shows the marked part of a long line', () => {
    const long = `${'a😀 '.repeat(50_000)}db.query(x)${' b'.repeat(50_000)}`;
    const start = long.indexOf('db.query');
    const shown = toTerminal(withText(long, start, start + 11), plain);
    const frame = shown.split('\n').find((line) => line.includes('db.query'))!;
    expect(frame.length).toBeLessThanOrEqual(80);
    expect(frame).toMatch(/\| ….*db\.query\(x\).*…$/);
    expect(shown).toContain('^'.repeat(11));
  });

  it('shows the first lines of a long finding', () => {
    const many = Array.from({ length: 20 }, (_, index) => `line${index}`).join('\r\n');
    const shown = toTerminal(withText(many, 0, many.length), plain);
    expect(shown).toContain('> 4 | line3');
    expect(shown).not.toContain('> 5');
    expect(shown).toContain('… to line 20');
  });
});

describe('toJson', () => {
  it('counts lines and columns from 1', () => {
    const [finding] = toJson(report, '1.2.3').findings;
    expect(finding!.range.start).toEqual({ line: 2, column: 11, offset: sink.start });
    expect(finding!.trace[0]!.range.end).toEqual({ line: 1, column: 21, offset: 20 });
    expect(finding!.fixes.map(({ kind }) => kind)).toEqual(['proved', 'preview']);
  });

  it('lists rules', () => {
    expect(rulesToJson(rules)[0]).toEqual({
      id: 'sql-injection',
      title: 'SQL injection',
      cwe: ['CWE-89', 'CWE-564'],
      owasp: 'A05:2025 Injection',
      severity: 'error',
      languages: ['javascript', 'python'],
      fix: true,
    });
    expect(rulesToTerminal(rules)).toBe(
      'sql-injection  error  CWE-89, CWE-564  javascript, python  SQL injection\n' +
        'sql-syntax     hint                    sql                 SQL that does not parse\n',
    );
  });
});

describe('toSarif', () => {
  const options = { version: '1.2.3', rules, root: 'file:///project/', successful: true };
  // Read as plain data, the way that other tools will.
  const log = JSON.parse(JSON.stringify(toSarif(report, options)));
  const [run] = log.runs;
  const [result] = run.results;

  it('describes the tool and its rules', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({ name: 'Backend Tutor', version: '1.2.3' });
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'sql-injection',
      name: 'SqlInjection',
      helpUri: 'https://cwe.mitre.org/data/definitions/89.html',
      help: { text: 'It can be changed.\n\nUse it.' },
      properties: {
        tags: ['security', 'external/cwe/cwe-089', 'external/cwe/cwe-564', 'OWASP A05:2025'],
        'security-severity': '8.0',
      },
    });
    expect(run.tool.driver.rules[1].properties.tags).toEqual([]);
    expect(run.tool.driver.rules[1]).not.toHaveProperty('helpUri');
  });

  it('places the result', () => {
    expect(result).toMatchObject({ ruleId: 'sql-injection', ruleIndex: 0, level: 'error' });
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'src/my%20app.js', uriBaseId: '%SRCROOT%', index: 0 },
      region: {
        startLine: 2,
        startColumn: 11,
        endLine: 2,
        endColumn: 21,
        snippet: { text: '"😀 " + id' },
      },
    });
    expect(run.originalUriBaseIds['%SRCROOT%'].uri).toBe('file:///project/');
  });

  it('carries the flow and the proved fix', () => {
    const steps = result.codeFlows[0].threadFlows[0].locations;
    expect(steps.map(({ location }: never) => (location as { message: unknown }).message)).toEqual([
      { text: 'The visitor sends this.' },
      { text: 'It ends up in the query.' },
    ]);
    expect(result.fixes).toHaveLength(1);
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe(
      '"?", [id]',
    );
  });

  it('notes what was not analysed', () => {
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ message: { text: 'This file is binary.' } }],
    });
  });

  it('keeps the fingerprint when lines move, and tells equal lines apart', () => {
    const line = 'db.query(a + b);\n';
    const prints = (source: string) => {
      const starts = [...source.matchAll(/a \+ b/g)].map(({ index }) => index);
      const moved = withText(source, 0, 0);
      const { finding } = moved.files[0]!.results[0]!;
      const results = starts.map((start) => ({
        finding: { ...finding, start, end: start + 5 },
        fixes: [],
      }));
      const sarif = toSarif({ ...moved, files: [{ ...moved.files[0]!, results }] }, options);
      return JSON.parse(JSON.stringify(sarif)).runs[0].results.map(
        (each: { partialFingerprints: Record<string, string> }) =>
          each.partialFingerprints['backendTutor/v1'],
      );
    };
    expect(new Set(prints(line + line)).size).toBe(2);
    expect(prints(`// more\n  ${line}`)).toEqual(prints(line));
  });

  it('gives a weakness of its own a rule of its own', () => {
    const [first] = report.files;
    const [result] = first!.results;
    const results = [564, 89, undefined].map((cwe) => ({
      ...result!,
      finding: { ...result!.finding, cwe },
    }));
    const sarif = toSarif({ ...report, files: [{ ...first!, results }] }, options);
    const run = JSON.parse(JSON.stringify(sarif)).runs[0];
    const ids = run.results.map((each: { ruleId: string }) => each.ruleId);
    expect(ids).toEqual(['sql-injection/564', 'sql-injection', 'sql-injection']);
    const variant = run.tool.driver.rules[run.results[0].ruleIndex];
    expect(variant.id).toBe('sql-injection/564');
    expect(variant.properties.tags.slice(1, 3)).toEqual([
      'external/cwe/cwe-564',
      'external/cwe/cwe-089',
    ]);
  });

  it('uses absolute addresses outside the root', () => {
    const uriOf = (path: string) => {
      const file = { ...report.files[0]!, path };
      const sarif = JSON.parse(JSON.stringify(toSarif({ ...report, files: [file] }, options)));
      return sarif.runs[0].artifacts[0].location;
    };
    expect(uriOf('/other/a.js')).toEqual({ uri: 'file:///other/a.js' });
    expect(uriOf('C:/other/a.js')).toEqual({ uri: 'file:///C:/other/a.js' });
  });
});

function withText(source: string, start: number, end: number): ScanReport {
  const finding = { ...report.files[0]!.results[0]!.finding, start, end, trace: [] };
  return {
    files: [{ path: 'a.js', text: source, results: [{ finding, fixes: [] }] }],
    scanned: 1,
    notices: [],
  };
}
