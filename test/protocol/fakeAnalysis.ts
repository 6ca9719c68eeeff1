import type { AnalysedDocument, Analysis, AnalysisOptions } from '../../server/src/analysis';
import type { Finding, RuleInfo } from '../../server/src/report/finding';

const rule = (id: string, fix: boolean): RuleInfo => ({
  id,
  title: `Title of ${id}`,
  cwe: [89],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'sql'],
  fix,
  docs: {
    what: 'What it is.',
    why: '```js\ncode\n```\n\nWhy it is `bad`.\n\nMore.',
    how: 'How to fix it.',
  },
  url: `https://example.org/${id}`,
});

/**
 * An analysis by words, to test the server around it: `BAD` has a proved fix to `GOOD`, `WORSE` one
 * to `BAD`, `WARN` a fix to look at. `CRASH` makes it throw.
 */
export function fakeAnalysis(): Analysis & { openDocuments: number } {
  const analysis = {
    /** Documents that are open and not disposed. */
    openDocuments: 0,
    rules: [rule('bad-word', true), rule('warn-word', true)],
    languageOf(id: string | undefined, path: string) {
      const known: Record<string, 'javascript' | 'sql'> = {
        javascript: 'javascript',
        sql: 'sql',
        '.js': 'javascript',
        '.sql': 'sql',
      };
      return known[id ?? ''] ?? known[path.slice(path.lastIndexOf('.'))];
    },
    async open(path: string, languageId: string | undefined, text: string) {
      analysis.openDocuments++;
      return fakeDocument(
        path,
        analysis.languageOf(languageId, path)!,
        text,
        () => analysis.openDocuments--,
      );
    },
    project() {
      return {
        open: (path: string, languageId: string | undefined, text: string) =>
          analysis.open(path, languageId, text),
        findingsElsewhere: () => [],
        storedFindings: async () => [],
        addPath: () => new Set<string>(),
        removePath: () => new Set<string>(),
        changedOnDisk: () => new Set<string>(),
        reaching: () => [],
        release() {},
        releaseUnused() {},
      };
    },
  };
  return analysis;
}

function fakeDocument(
  path: string,
  language: 'javascript' | 'sql',
  initial: string,
  onDispose: () => void,
): AnalysedDocument {
  let text = initial;
  const findings = ({ rules }: AnalysisOptions): Finding[] => {
    if (text.includes('CRASH')) throw new Error('the analysis crashed');
    return [...text.matchAll(/BAD|WORSE|WARN/g)].flatMap((match) => {
      const ruleId = match[0] === 'WARN' ? 'warn-word' : 'bad-word';
      const severity = rules[ruleId] ?? (match[0] === 'WARN' ? 'warning' : 'error');
      if (severity === 'off') return [];
      const span = { start: match.index, end: match.index + match[0].length };
      return {
        ...span,
        ruleId,
        severity,
        message: `${match[0]} is no good word.`,
        trace: [{ start: 0, end: 1, message: 'It comes from here.' }],
        incomplete: match[0] === 'WORSE',
      };
    });
  };
  const replacement = (finding: Finding) =>
    ({ BAD: 'GOOD', WORSE: 'BAD', WARN: 'LOOK' })[text.slice(finding.start, finding.end)]!;
  return {
    path,
    language,
    get text() {
      return text;
    },
    version: 0,
    get notAnalysed() {
      return text.includes('\0') ? 'This is binary.' : undefined;
    },
    get hasSyntaxError() {
      return text.includes('((');
    },
    update(next) {
      text = next;
    },
    findings,
    fixes: (finding) => [
      {
        title: `Write ${replacement(finding)}`,
        kind: finding.ruleId === 'warn-word' ? 'preview' : 'proved',
        edits: [{ start: finding.start, end: finding.end, newText: replacement(finding) }],
      },
    ],
    suppress(finding) {
      const start = text.lastIndexOf('\n', finding.start - 1) + 1;
      const newText = `// allow ${finding.ruleId}: {say $why}\n`;
      return {
        fix: { title: 'Suppress this', kind: 'proved', edits: [{ start, end: start, newText }] },
        reasonPlaceholder: '{say $why}',
      };
    },
    fixAll(options, { ruleId } = {}) {
      const all = findings(options);
      if (all.length === 0 || ruleId === 'warn-word') {
        return { text, edits: [], packages: [], left: all };
      }
      const fixed = text.replaceAll(/BAD|WORSE/g, 'GOOD');
      const edits = [...text.matchAll(/BAD|WORSE/g)].map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
        newText: 'GOOD',
      }));
      const left = all.filter((finding) => finding.ruleId === 'warn-word');
      return { text: fixed, edits, packages: [], left };
    },
    formatSql: ({ keywordCase, tabWidth }) => [
      { start: 0, end: text.length, newText: `${keywordCase} ${tabWidth}` },
    ],
    formatSqlStringAt: (offset) =>
      text[offset] === '`'
        ? {
            title: 'Format the SQL',
            kind: 'proved',
            edits: [{ start: offset, end: offset, newText: ' ' }],
          }
        : undefined,
    dispose: onDispose,
  };
}
