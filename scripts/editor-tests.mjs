// The editor suite (test/editor) inside a real extension host: desktop VS Code where
// VSCODE_EXECUTABLE names one, else the workbench in a headless browser. Two rounds: all tests, and
// after a restart of the editor those that look at what is kept.
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { EXTENSION, ensureBuilt } from './build.mjs';
import { isMain, main, progress } from './lib/messages.mjs';
import { editorTestsDist, root } from './lib/paths.mjs';
import { ensureSetup } from './setup.mjs';

const MARK = '[editor-suite] ';
const WATCHDOG_MS = 20 * 60_000;
const ROUNDS = ['index.js', 'restarted.js'];

/** @typedef {{ passed: number, failed: number }} Sums */

/**
 * Runs the suite and shows each test on stderr.
 * @returns {Promise<Sums>} a run that did not come to its end counts as one more failure
 */
export async function runEditorTests() {
  rmSync(editorTestsDist, { recursive: true, force: true });
  await ensureBuilt({ targets: [...EXTENSION, 'editorTests'], quiet: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-editor-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeFolder);
  const workspace = path.join(folder, 'workspace');
  cpSync(path.join(root, 'test/editor/fixtures'), workspace, { recursive: true });
  const log = new SuiteLog();
  try {
    const desktop = process.env.VSCODE_EXECUTABLE;
    await (desktop === undefined
      ? runInWorkbench(workspace, log)
      : runInDesktop(desktop, workspace, log));
  } catch (error) {
    log.explain(/** @type {Error} */ (error).message);
  } finally {
    removeFolder();
    process.removeListener('exit', removeFolder);
  }
  return log.sums();
}

/** What came out of the extension host: the suite's lines, and the rest in case of a failure. */
class SuiteLog {
  /**
   * Called when a test wants to know what is on the page.
   * @type {(question: { selector: string, answer: string }) => void}
   */
  onLook = () => {};
  /** @type {Sums[]} one for each round that came to its end */
  #results = [];
  /** @type {string[]} */
  #other = [];
  #started = Date.now();

  /** @param {string} text one or more lines */
  add(text) {
    for (const line of text.split('\n')) {
      const at = line.indexOf(MARK);
      if (at < 0) {
        if (!/^\s*(?:at .*)?$/.test(line)) this.#other.push(line);
        continue;
      }
      const said = line.slice(at + MARK.length);
      const question = /^look (\{.*\})/.exec(said);
      if (question?.[1] !== undefined) {
        this.onLook(JSON.parse(question[1]));
        continue;
      }
      const result = /^result (\{.*?\})/.exec(said);
      if (result?.[1] !== undefined) this.#results.push(JSON.parse(result[1]));
      else progress(`  ${said}`);
    }
  }

  /** @param {string} message */
  explain(message) {
    this.#other.push(message);
  }

  sums() {
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    const passed = this.#results.reduce((sum, round) => sum + round.passed, 0);
    const failed = this.#results.reduce((sum, round) => sum + round.failed, 0);
    if (this.#results.length === ROUNDS.length && passed + failed > 0) {
      progress(`  editor suite: ${seconds} s`);
      return { passed, failed };
    }
    progress('  FAIL the editor suite did not come to its end. The last lines of the log:');
    for (const line of this.#other.slice(-30)) progress(`    ${line}`);
    return { passed, failed: failed + 1 };
  }
}

/** @param {string} workspace @param {SuiteLog} log */
async function runInWorkbench(workspace, log) {
  const { startServer, workbenchUrl } = await import('./workbench/server.mjs');
  const { launchBrowser } = await import('./workbench/browser.mjs');
  const server = await startServer({ test: true });
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      /** @type {(reason: string) => void} */
      let end = () => {};
      await page.exposeFunction('codeAutomationLog', (_type, /** @type {unknown[]} */ args) => {
        log.add(format(...args));
      });
      await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
        end(`The editor ended with code ${code}.`);
      });
      log.onLook = ({ selector, answer }) => {
        look(page, selector)
          .then((seen) => writeAnswer(path.join(workspace, answer), seen))
          .catch((error) => log.explain(String(error)));
      };
      page.on('crash', () => end('The browser tab crashed.'));
      browser.on('disconnected', () => end('The browser ended.'));
      server.ended.then(() => end('The workbench server ended.'));
      const remote = (/** @type {string} */ file) => `vscode-remote://${server.host}${file}`;
      for (const round of ROUNDS) {
        /** @type {Promise<string>} */
        const ended = new Promise((resolve) => {
          end = resolve;
        });
        const watchdog = setTimeout(
          () => end(`The suite was still running after ${WATCHDOG_MS / 60_000} minutes.`),
          WATCHDOG_MS,
        );
        await page.goto(
          workbenchUrl(server.host, workspace, [
            ['extensionDevelopmentPath', remote(root)],
            ['extensionTestsPath', remote(path.join(editorTestsDist, round))],
            ['skipWelcome', 'true'],
          ]),
        );
        log.explain(await ended);
        clearTimeout(watchdog);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 */
function look(page, selector) {
  return page.$$eval(selector, (elements) =>
    elements.map((element) => ({
      attributes: Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name, value]),
      ),
      text: element.textContent,
    })),
  );
}

/** @param {string} file @param {unknown} answer */
function writeAnswer(file, answer) {
  // Renamed into place: the test reads as soon as the file is there.
  writeFileSync(`${file}.tmp`, JSON.stringify(answer));
  renameSync(`${file}.tmp`, file);
}

/** @param {string} executable @param {string} workspace @param {SuiteLog} log */
async function runInDesktop(executable, workspace, log) {
  const { runTests } = await import('@vscode/test-electron');
  const write = process.stdout.write;
  // runTests sends the editor's output to stdout and gives no other way to read it.
  process.stdout.write = (chunk) => {
    log.add(String(chunk));
    return true;
  };
  try {
    for (const round of ROUNDS) {
      await runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: root,
        extensionTestsPath: path.join(editorTestsDist, round),
        launchArgs: [workspace, '--disable-workspace-trust', '--skip-welcome', '--disable-gpu'],
      });
    }
  } finally {
    process.stdout.write = write;
  }
}

if (isMain(import.meta)) {
  await main(async () => {
    await ensureSetup();
    const { passed, failed } = await runEditorTests();
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  });
}
