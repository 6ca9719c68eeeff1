import { parseArgs } from 'node:util';
import { skippedFolders } from '../platform/node/files';
import { type SeverityChoice, severityChoices } from '../report/severityChoice';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'lsp' }
  | ScanCommand;

export interface ScanCommand {
  readonly kind: 'scan';
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly output: string | undefined;
  readonly listRules: boolean;
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, SeverityChoice>>;
  readonly colour: boolean;
  readonly quiet: boolean;
  /** With the repairs of each finding. */
  readonly fixes: boolean;
  /** Set to repair what is found. */
  readonly fix: FixCommand | undefined;
}

interface FixCommand {
  /** Also with fixes that a person has to look at. */
  readonly unsafe: boolean;
  /** Shows the changes and writes nothing. */
  readonly dryRun: boolean;
}

const formats = ['text', 'json', 'sarif'] as const;
type OutputFormat = (typeof formats)[number];

/** A mistake on the command line, as a sentence for a person. */
export class UsageError extends Error {}

export const helpText = `Backend Tutor finds security problems in JavaScript, TypeScript, Python, Java, Ruby, PHP and
SQL, in templates, and in configuration files such as Dockerfiles and workflows.

Usage:
  backend-tutor scan PATH…      look at files and folders
  backend-tutor scan --fix PATH…    repair what has a proved fix, and say what is left
  backend-tutor lsp --stdio     run the language server for an editor

Options of scan:
  --format text|json|sarif      how to print the findings (default: text)
  --output FILE                 write to FILE instead of standard output
  --exclude GLOB                leave out paths, such as 'legacy' or '**/*.test.js'; may be repeated
  --rule ID=SEVERITY            error, warning, hint, off or default; may be repeated
  --fix                         apply the fixes that keep what the program does
  --unsafe-fixes                with --fix: also those that you have to look at afterwards
  --dry-run                     with --fix: print the changes as a unified diff, write nothing
  --fixes                       show how each finding can be repaired, in every format (slower)
  --list-rules                  print the rules (with --format json as JSON) and stop
  --no-color                    no colours; NO_COLOR and FORCE_COLOR are respected, too
  --quiet                       findings only: no progress, notes or summary
  --help, --version

In folders, files are chosen by their names, and these folders are left out:
  ${[...skippedFolders].join(', ')}.
A file that is named itself is always looked at.

With --fix, files stay as they are that are read-only or generated ("@generated", "DO NOT EDIT",
minified), or that changed meanwhile. Libraries that the new code needs are added to package.json,
requirements.txt, pyproject.toml, pom.xml, build.gradle, Gemfile or composer.json; install them.

Exit code: 0 no findings, or none left after --fix; 1 findings; 2 the scan could not be done.
`;

/**
 * @param argv without the program's own name
 * @throws UsageError
 */
export function readCommand(argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined) {
    throw new UsageError(
      'Say what to do: "backend-tutor scan PATH" or "backend-tutor lsp --stdio".',
    );
  }
  if (first === '--help' || first === '-h' || first === 'help') return { kind: 'help' };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (first === 'lsp') return { kind: 'lsp' };
  if (first !== 'scan') {
    const hint = first.startsWith('-') ? '' : ` To scan it: backend-tutor scan ${first}`;
    throw new UsageError(`There is no command "${first}".${hint}`);
  }
  return readScan(rest);
}

function readScan(args: string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const format = formats.find((each) => each === values.format);
  if (format === undefined) {
    throw new UsageError(`--format must be one of ${formats.join(', ')}, not "${values.format}".`);
  }
  if (values['list-rules'] && format === 'sarif') {
    throw new UsageError('--list-rules prints text or json; SARIF lists the rules in each scan.');
  }
  if (positionals.length === 0 && !values['list-rules']) {
    throw new UsageError('Say what to scan: "backend-tutor scan ." scans this folder.');
  }
  const { fix, 'unsafe-fixes': unsafe, 'dry-run': dryRun } = values;
  if (!fix && (unsafe || dryRun)) {
    throw new UsageError(`--${unsafe ? 'unsafe-fixes' : 'dry-run'} goes together with --fix.`);
  }
  if (dryRun && (format !== 'text' || values.fixes)) {
    throw new UsageError('--dry-run prints a unified diff and nothing else.');
  }
  const rules: Record<string, SeverityChoice> = {};
  for (const each of values.rule) {
    const [id = '', wanted, ...more] = each.split('=');
    const severity = severityChoices.find((known) => known === wanted);
    if (id === '' || severity === undefined || more.length > 0) {
      throw new UsageError(
        `--rule takes ID=SEVERITY, such as sql-injection=warning, with ${severityChoices.join(', ')}; not "${each}".`,
      );
    }
    rules[id] = severity;
  }
  return {
    kind: 'scan',
    paths: positionals,
    format,
    output: values.output,
    listRules: values['list-rules'],
    exclude: values.exclude,
    rules,
    colour: !values['no-color'],
    quiet: values.quiet,
    fixes: values.fixes,
    fix: fix ? { unsafe, dryRun } : undefined,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        output: { type: 'string', short: 'o' },
        exclude: { type: 'string', multiple: true, default: [] },
        rule: { type: 'string', multiple: true, default: [] },
        fix: { type: 'boolean', default: false },
        'unsafe-fixes': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        fixes: { type: 'boolean', default: false },
        'list-rules': { type: 'boolean', default: false },
        'no-color': { type: 'boolean', default: false },
        quiet: { type: 'boolean', short: 'q', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (error) {
    // Node's message goes on with advice about `--` that fits no option of ours.
    throw new UsageError(`${(error as Error).message.split('. ')[0]!.replace(/\.$/, '')}.`);
  }
}
