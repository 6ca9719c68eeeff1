import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Marks the lines for the runner: the editor's own log comes through the same channel. */
const MARK = '[editor-suite]';
const TEST_TIMEOUT_MS = 60_000;

/**
 * Runs test files inside an extension host. Tells the runner (scripts/editor-tests.mjs) of each test
 * and, at the end, the sums: without that last line the runner counts the run as failed, since an
 * editor that dies early may still say that all went well.
 *
 * @param endings of the names of the files that are run, in this order
 * @throws when a test failed, which is how the host learns of it.
 */
export async function runSuite(...endings: readonly string[]): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TEST_TIMEOUT_MS,
    reporter: 'base',
    forbidOnly: process.env.CI !== undefined,
  });
  const files = readdirSync(__dirname);
  for (const ending of endings) {
    for (const name of files.filter((file) => file.endsWith(ending))) {
      mocha.addFile(path.join(__dirname, name));
    }
  }
  const only = process.env.EDITOR_TESTS_GREP;
  if (only) mocha.grep(only);
  await mocha.loadFilesAsync();
  const sums = await new Promise<{ passed: number; failed: number; skipped: number }>((resolve) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    mocha
      .run(() => resolve(counts))
      .on('pass', (test) => {
        counts.passed += 1;
        report(`pass ${test.fullTitle()} (${test.duration} ms)`);
      })
      .on('fail', (test, error) => {
        counts.failed += 1;
        report(`FAIL ${test.fullTitle()}\n${error.stack ?? error.message}`);
      })
      .on('pending', (test) => {
        counts.skipped += 1;
        report(`skip ${test.fullTitle()}`);
      });
  });
  report(`result ${JSON.stringify(sums)}`);
  if (sums.failed > 0) throw new Error(`${sums.failed} of the editor tests failed.`);
}

function report(text: string): void {
  for (const line of text.split('\n')) console.log(`${MARK} ${line}`);
}
