import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Analysis } from '../server/src/analysis';
import { openAnalysis } from '../server/src/testing/analysis';

/**
 * A practice file has findings at first exactly where its step is ticked by their going away.
 * This file stands apart from walkthroughs.test.ts, because the server starts web-tree-sitter in
 * a way of its own, and that happens once in a process.
 */

interface Step {
  id: string;
  description: string;
  completion: string;
}

const options = { rules: {}, sqlDialect: 'auto' } as const;

const steps = readdirSync(__dirname)
  .filter((folder) => existsSync(path.join(__dirname, folder, 'walkthrough.json')))
  .flatMap((folder) => {
    const text = readFileSync(path.join(__dirname, folder, 'walkthrough.json'), 'utf8');
    const walkthrough: { steps: Step[] } = JSON.parse(text);
    return walkthrough.steps.map((step) => ({ folder, ...step }));
  });

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

/** The ids of the rules that find something in a practice file, named as in a completion key. */
async function rulesFound(file: string): Promise<Set<string>> {
  const [folder, name] = file.split('/');
  const code = readFileSync(path.join(__dirname, folder!, 'practice', name!), 'utf8');
  const document = await analysis.open(name!, undefined, code);
  const found = new Set<string>(document.findings(options).map(({ ruleId }) => ruleId));
  document.dispose();
  return found;
}

const withKind = (kind: string) =>
  steps
    .filter(({ completion }) => completion.startsWith(`did.${kind}.`))
    .map((step) => ({ ...step, rest: step.completion.slice(`did.${kind}.`.length) }));

it.each(withKind('clean'))('$folder, $id: the file has something to clean', async ({ rest }) => {
  expect((await rulesFound(rest)).size).toBeGreaterThan(0);
});

it.each(withKind('fix'))('$folder, $id: each file has the finding to fix', async (step) => {
  const opened = [...step.description.matchAll(/openPractice\?([^)\s]+)/g)].map(
    (match): string => JSON.parse(decodeURIComponent(match[1]!))[0],
  );
  for (const file of opened) expect(await rulesFound(file), file).toContain(step.rest);
});

it.each(withKind('edit'))('$folder, $id: the file has no finding', async ({ rest }) => {
  expect(await rulesFound(rest)).toEqual(new Set());
});
