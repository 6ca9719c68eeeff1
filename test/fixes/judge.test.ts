import { expect, it } from 'vitest';
import type { AnalysedDocument } from '../../server/src/analysis';
import {
  applyEdits,
  type Finding,
  type Severity,
  type TextEdit,
} from '../../server/src/report/finding';
import { sortEdits } from '../../server/src/rules/edits';
import { judgeFile } from './judge';

/** A word that is a finding, and what its fix writes instead. */
interface Word {
  readonly ruleId?: string;
  readonly severity?: Severity;
  readonly fix?: string;
  /** Edits, counted from the word's start, where one replacement is not enough. */
  readonly edits?: readonly TextEdit[];
}

/** An analysis by words: `((` does not parse, and `AWAY` makes a finding in another file. */
function document(text: string, words: Record<string, Word>): AnalysedDocument {
  const findings = (): Finding[] =>
    [...text.matchAll(/[A-Z]+/g)].flatMap(({ 0: word, index }) => {
      const known = words[word];
      if (known === undefined) return [];
      const { ruleId = word.toLowerCase(), severity = 'error' } = known;
      const span = { start: index, end: index + word.length };
      return [{ ...span, ruleId, severity, message: '', trace: [], incomplete: false }];
    });
  const fixes = ({ start, end }: Finding) => {
    const { fix, edits } = words[text.slice(start, end)] ?? {};
    const moved = edits?.map((edit) => ({
      ...edit,
      start: edit.start + start,
      end: edit.end + start,
    }));
    const whole = fix === undefined ? undefined : [{ start, end, newText: fix }];
    const chosen = moved ?? whole;
    return chosen ? [{ title: 'Repair it', kind: 'proved' as const, edits: chosen }] : [];
  };
  return {
    path: 'a.js',
    language: 'javascript',
    text,
    version: 0,
    notAnalysed: undefined,
    hasSyntaxError: text.includes('(('),
    update() {},
    findings,
    fixes,
    suppress: () => undefined,
    fixAll() {
      const edits =
        sortEdits(findings().flatMap((finding) => fixes(finding)[0]?.edits ?? [])) ?? [];
      return { text: applyEdits(text, edits), edits, packages: [], left: [] };
    },
    formatSql: () => [],
    formatSqlStringAt: () => undefined,
    dispose() {},
  };
}

async function judge(text: string, words: Record<string, Word>) {
  const { findings, together } = await judgeFile(
    {
      document: document(text, words),
      options: { rules: {}, sqlDialect: 'auto' },
      open: async (changed) => ({
        document: document(changed, words),
        elsewhere: new Map(changed.includes('AWAY') ? [['b.js rule', 1]] : []),
      }),
    },
    new Set(['error', 'warning', 'hint']),
  );
  return { each: findings.map(({ why }) => why), together: together?.why, findings };
}

it('proves a fix that takes the finding away', async () => {
  const { findings, each, together } = await judge('x BAD y BAD z', { BAD: { fix: 'good' } });
  expect({ each, together }).toEqual({ each: [undefined, undefined], together: undefined });
  expect(findings.map(({ fixed }) => fixed)).toEqual(['x good y BAD z', 'x BAD y good z']);
});

it('knows findings without a fix', async () => {
  const { findings, together } = await judge('x BAD y', { BAD: {} });
  expect(findings).toMatchObject([{ fix: undefined, fixed: undefined, why: undefined }]);
  expect(together).toBeUndefined();
});

const note: Word = { severity: 'hint' };

it.each<[what: string, text: string, words: Record<string, Word>, why: string | undefined]>([
  ['does not parse', 'x BAD', { BAD: { fix: '((' } }, 'the result does not parse'],
  ['did not parse before either', 'x BAD ((', { BAD: { fix: 'good' } }, undefined],
  ['leaves the finding', 'x BAD', { BAD: { fix: 'BAD !' } }, 'the finding is still there'],
  ['moves the finding', 'x BAD', { BAD: { fix: 'not BAD' } }, 'the finding is still there'],
  [
    'makes the finding another one of its rule',
    'x BAD',
    { BAD: { fix: 'WORSE', ruleId: 'a' }, WORSE: { ruleId: 'a' } },
    'the finding is still there',
  ],
  ['adds a finding', 'x BAD', { BAD: { fix: 'NEW' }, NEW: {} }, 'a new finding: new'],
  [
    'adds a finding where another of its rule goes',
    'OLD BAD',
    {
      OLD: { ruleId: 'a' },
      BAD: {
        edits: [
          { start: -4, end: -1, newText: 'gone' },
          { start: 0, end: 3, newText: 'good NEW' },
        ],
      },
      NEW: { ruleId: 'b' },
    },
    'a new finding: b',
  ],
  ['adds a hint', 'x BAD', { BAD: { fix: 'NOTE' }, NOTE: note }, undefined],
  [
    'makes a hint more',
    'NOTE BAD',
    {
      NOTE: { ruleId: 'n', severity: 'hint' },
      BAD: { edits: [{ start: -5, end: 3, newText: 'LOUD good' }] },
      LOUD: { ruleId: 'n' },
    },
    'a new finding: n',
  ],
  [
    'is offered again',
    'x BAD',
    { BAD: { fix: 'NOTE' }, NOTE: { severity: 'hint', fix: 'NOTE' } },
    'the same fix is offered again',
  ],
  ['changes nothing', 'x BAD', { BAD: { fix: 'BAD' } }, 'it changes nothing'],
  [
    'has edits that overlap',
    'x BAD',
    {
      BAD: {
        edits: [
          { start: 0, end: 3, newText: '' },
          { start: 1, end: 2, newText: '' },
        ],
      },
    },
    'its edits overlap',
  ],
  [
    'makes a finding in another file',
    'x BAD',
    { BAD: { fix: 'AWAY' } },
    'a new finding in another file: b.js rule',
  ],
])('a fix that %s', async (_, text, words, why) => {
  const { findings } = await judge(text, { ...words });
  expect(findings.find(({ finding }) => text.slice(finding.start).startsWith('BAD'))?.why).toBe(
    why,
  );
});

it('judges all fixes of a file together', async () => {
  const words = { BAD: { fix: '(' } };
  expect(await judge('x BADBAD', { ...words, BADBAD: { fix: '(' } })).toMatchObject({
    each: [undefined],
    together: undefined,
  });
  expect(await judge('(BAD', words)).toMatchObject({ together: 'the result does not parse' });
  const { each, together } = await judge('x BAD-BAD', { BAD: { fix: '(-(' } });
  expect({ each, together }).toEqual({ each: [undefined, undefined], together: undefined });
});
