import { describe, expect, it } from 'vitest';
import { readCommand, UsageError } from './args';

describe('readCommand', () => {
  it('reads a scan', () => {
    expect(
      readCommand([
        'scan',
        'src',
        '--format=sarif',
        '--output',
        'out.sarif',
        '--exclude',
        'a',
        '--exclude',
        'b',
        '--rule',
        'sql-injection=hint',
        '--no-color',
        'more',
      ]),
    ).toEqual({
      kind: 'scan',
      paths: ['src', 'more'],
      format: 'sarif',
      output: 'out.sarif',
      listRules: false,
      exclude: ['a', 'b'],
      rules: { 'sql-injection': 'hint' },
      colour: false,
      quiet: false,
      fixes: false,
      fix: undefined,
    });
  });

  it('reads what is to be fixed', () => {
    expect(readCommand(['scan', 'src', '--fix'])).toMatchObject({
      fix: { unsafe: false, dryRun: false },
    });
    expect(readCommand(['scan', 'src', '--fix', '--unsafe-fixes', '--dry-run'])).toMatchObject({
      fix: { unsafe: true, dryRun: true },
    });
  });

  it.each<[string[], string]>([
    [['--help'], 'help'],
    [['scan', '--help'], 'help'],
    [['--version'], 'version'],
    [['scan', '--version'], 'version'],
    [['lsp', '--stdio'], 'lsp'],
    [['scan', '--list-rules'], 'scan'],
  ])('%j is %s', (argv, kind) => {
    expect(readCommand(argv).kind).toBe(kind);
  });

  it.each<[string[], string]>([
    [[], 'Say what to do'],
    [['src/app.js'], 'There is no command "src/app.js". To scan it: backend-tutor scan src/app.js'],
    [['scan'], 'Say what to scan'],
    [['scan', '.', '--fromat', 'json'], "Unknown option '--fromat'"],
    [['scan', '.', '--format', 'xml'], '--format must be one of text, json, sarif, not "xml"'],
    [['scan', '.', '--output'], "Option '-o, --output <value>' argument missing"],
    [['scan', '.', '--rule', 'sql-injection'], '--rule takes ID=SEVERITY'],
    [['scan', '.', '--rule', 'sql-injection=loud'], 'not "sql-injection=loud"'],
    [['scan', '.', '--dry-run'], '--dry-run goes together with --fix'],
    [['scan', '.', '--unsafe-fixes'], '--unsafe-fixes goes together with --fix'],
    [['scan', '.', '--fix', '--dry-run', '--format', 'json'], '--dry-run prints a unified diff'],
    [['scan', '--list-rules', '--format', 'sarif'], '--list-rules prints text or json'],
  ])('%j is refused with advice', (argv, message) => {
    expect(() => readCommand(argv)).toThrow(UsageError);
    expect(() => readCommand(argv)).toThrow(message);
  });
});
