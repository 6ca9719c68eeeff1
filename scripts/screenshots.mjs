// npm run screenshots -- --out DIR: pictures of what a learner sees, each with a name that says
// what it shows: <theme>-<thing>.png.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { Advice, main, progress } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';
import { ensureSetup } from './setup.mjs';
import { launchBrowser } from './workbench/browser.mjs';
import { startServer, workbenchUrl } from './workbench/server.mjs';
import { unpackExtension } from './workbench/unpack.mjs';

/** @typedef {import('playwright-core').Page} Page */

const SIZE = { width: 1440, height: 1000 };
const TIMEOUT_MS = 30_000;

const THEMES = /** @type {const} */ ({
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Default High Contrast',
});
/** In high contrast, only the first page of each walkthrough: the rest differs by text alone. */
const BRIEF = new Set(['contrast']);

const SHOP = `CREATE TABLE customers (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  email varchar(80) UNIQUE
);
CREATE TABLE products (id int PRIMARY KEY, title text NOT NULL, price numeric(8, 2) NOT NULL);
CREATE TABLE orders (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customers,
  placed date NOT NULL
);
CREATE TABLE order_items (
  order_id int REFERENCES orders,
  product_id int REFERENCES products,
  quantity int NOT NULL,
  PRIMARY KEY (order_id, product_id)
);
INSERT INTO customers (name, email)
  SELECT 'Customer ' || n, CASE WHEN n % 3 = 0 THEN NULL WHEN n % 5 = 0 THEN n::text || '@example.org' ELSE 'c' || n || '@example.org' END
  FROM generate_series(1, 500) AS n;
INSERT INTO orders (customer_id, placed) SELECT n, date '2026-01-01' + n FROM generate_series(1, 300) AS n;
`;

const QUESTIONS = `SELECT id, name, email, CASE id WHEN 2 THEN '' END AS note FROM customers ORDER BY id;

SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY 2 DESC LIMIT 5;

SELECT name, emial FROM customers;
`;

const POSTS = `db.posts.insertMany([
  { title: 'Trees', author: { name: 'Ada' }, tags: ['data', 'c'], likes: 3 },
  { title: 'Keys', author: { name: 'Lin' }, tags: ['data', 'sql'], likes: 9, draft: null },
]);

db.posts.find({ tags: 'data' }).sort({ likes: -1 });
`;

await main(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (values.out === undefined) throw new Advice('Usage: npm run screenshots -- --out DIR');
  const out = path.resolve(process.env.INIT_CWD ?? process.cwd(), values.out);
  await ensureSetup();
  await ensureBuilt();
  mkdirSync(out, { recursive: true });
  const temporary = mkdtempSync(path.join(tmpdir(), 'backend-tutor-pictures-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  const extensions = path.join(temporary, 'extensions');
  await unpackExtension(extensions);

  let taken = 0;
  const browser = await launchBrowser();
  try {
    for (const [name, theme] of Object.entries(THEMES)) {
      const folder = path.join(temporary, name, 'practice');
      cpSync(path.join(root, 'test/editor/fixtures'), folder, { recursive: true });
      writeFileSync(path.join(folder, 'shop.sql'), SHOP);
      writeFileSync(path.join(folder, 'questions.sql'), QUESTIONS);
      writeFileSync(path.join(folder, 'posts.mongodb.js'), POSTS);
      const server = await startServer({
        test: true,
        extensions,
        settings: { 'workbench.colorTheme': theme, 'workbench.reduceMotion': 'on' },
      });
      try {
        const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' });
        page.setDefaultTimeout(TIMEOUT_MS);
        await page.goto(workbenchUrl(server.host, folder, [['skipWelcome', 'true']]));
        await page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row');
        const take = async (/** @type {string} */ thing) => {
          await page.screenshot({ path: path.join(out, `${name}-${thing}.png`) });
          taken += 1;
        };
        try {
          await takeFixes(page, take);
          await takeSnippets(page, take);
          await takeDatabases(page, take);
          await takeCourse(page, take, path.join(folder, 'backend-tutor-practice'));
          await takeWalkthroughs(page, take, BRIEF.has(name));
        } catch (error) {
          await take('failure');
          throw error;
        }
        await page.close();
      } finally {
        await server.stop();
      }
      progress(`${name}: ${taken} pictures so far`);
    }
  } finally {
    await browser.close();
  }
  console.log(`${taken} pictures in ${out}`);
});

/** @param {Page} page @param {(thing: string) => Promise<void>} take */
async function takeFixes(page, take) {
  await openFile(page, 'injection.js');
  const squiggle = page.locator('.cdr.squiggly-error').first();
  await squiggle.waitFor();
  await take('fix-1-before');

  await page.mouse.move(0, 0);
  const box = await squiggle.boundingBox();
  if (box === null) throw new Error('The squiggle has no place on the page.');
  await page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 5 });
  await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents >> text=Why it matters');
  await take('squiggle-hover');

  await page.mouse.click(box.x + 40, box.y + box.height / 2);
  // Out of the way of the hover, which would cover the code.
  await page.mouse.move(SIZE.width / 2, SIZE.height - 100);
  await page.waitForSelector('.monaco-hover', { state: 'hidden' });
  await openFixes(page);
  await take('fix-2-menu');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'query parameter' }).click();
  await page.waitForFunction(() =>
    document.querySelector('.view-lines')?.textContent?.includes('$1'),
  );
  await settle(page);
  await take('fix-3-after');
  await runCommand(page, 'File: Revert File');
}

/** Opens the menu of fixes; again when the editor, still busy with the click, closed it. */
async function openFixes(/** @type {Page} */ page) {
  const end = Date.now() + TIMEOUT_MS;
  const choice = page.locator('.action-widget .monaco-list-row').first();
  while (!(await choice.isVisible())) {
    if (Date.now() > end) throw new Error('The menu of fixes does not open.');
    await page.keyboard.press('Control+.');
    await choice.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await settle(page);
}

/** @param {Page} page @param {(thing: string) => Promise<void>} take */
async function takeSnippets(page, take) {
  await runCommand(page, 'Backend Tutor: Insert Framework Snippet');
  await page.waitForSelector('.quick-input-widget .monaco-list-row >> text=Express');
  await take('snippets-1-framework');
  await page.keyboard.type('Express');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-title >> text=Express');
  // Wide enough that the list does not cover the preview.
  await page.setViewportSize({ ...SIZE, width: 2000 });
  await page.waitForSelector('.editor-group-container >> nth=1 >> .view-line');
  await settle(page);
  await take('snippets-2-preview');
  await page.setViewportSize(SIZE);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
}

/** @param {Page} page @param {(thing: string) => Promise<void>} take */
async function takeDatabases(page, take) {
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'shop.sql');
  await page.waitForSelector('.codelens-decoration >> text=Run all');
  await goToLine(page, 1);
  await runCommand(page, 'Backend Tutor: Run All Statements');
  await waitInFrame(page, 'main [role=tab]');

  await openFile(page, 'questions.sql');
  await runLine(page, 1);
  await waitInFrame(page, 'td.null');
  await settle(page);
  await take('database-1-rows');
  await runLine(page, 5);
  await waitInFrame(page, '.problem');
  await settle(page);
  await take('database-2-mistake');
  await goToLine(page, 3);
  await runCommand(page, 'Backend Tutor: Explain Statement');
  await waitInFrame(page, '.step');
  await settle(page);
  await take('database-3-plan');
  await runCommand(page, 'Backend Tutor: Show Entity-Relationship Picture');
  await waitInFrame(page, 'svg .box');
  await settle(page);
  await take('database-4-picture');
  await runCommand(page, 'View: Close All Editors');

  await openFile(page, 'posts.mongodb.js');
  await runLine(page, 1);
  await waitInFrame(page, '.tree');
  await runLine(page, 6);
  await waitInFrame(page, '.tree .string');
  await settle(page);
  await take('database-5-documents');
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'View: Hide Panel');
}

/** An exercise that fails and then passes, a quiz, a lesson, the tools. @param {Page} page @param {(thing: string) => Promise<void>} take @param {string} practice */
async function takeCourse(page, take, practice) {
  const step = '1-fundamentals';
  const exercise = (/** @type {string} */ id) =>
    path.join(root, 'walkthroughs', step, 'exercises', id);
  await runCommand(page, 'Backend Tutor: Show the Roadmap');
  await page.locator('.monaco-list-row', { hasText: 'Programming fundamentals' }).first().click();
  await page.waitForSelector('.monaco-list-row >> text=Values, names and functions');
  await settle(page);
  await take('course-1-roadmap');

  await startExercise(page, exercise('receipt'));
  await page.waitForSelector('.tab.active >> text=main.js');
  await page.waitForSelector('.codelens-decoration >> text=Check');
  await settle(page);
  await runCommand(page, 'Backend Tutor: Check Exercise');
  await waitInFrame(page, '.card.failed');
  await settle(page);
  await take('course-2-failed');
  cpSync(
    path.join(exercise('receipt'), 'javascript', 'solution'),
    path.join(practice, step, 'receipt', 'javascript'),
    { recursive: true },
  );
  await runCommand(page, 'Backend Tutor: Check Exercise');
  await waitInFrame(page, '.card.passed');
  await settle(page);
  await take('course-3-passed');

  await runCommand(page, 'View: Close All Editors');
  await startExercise(page, exercise('which-structure'));
  await waitInFrame(page, 'fieldset');
  await settle(page);
  await take('course-4-quiz');
  for (const frame of page.frames()) {
    await frame
      .evaluate(() => {
        for (const field of document.querySelectorAll('fieldset'))
          field.querySelector('input')?.click();
        document.querySelector('form')?.requestSubmit();
      })
      .catch(() => undefined);
  }
  await waitInFrame(page, '.why');
  await settle(page);
  await take('course-5-answers');

  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Backend Tutor: Open Lesson');
  await page.waitForSelector('.quick-input-title >> text=Open lesson');
  await page.keyboard.type('Longer joins');
  await page.waitForSelector('.quick-input-widget .monaco-list-row.focused >> text=Longer joins');
  await page.keyboard.press('Enter');
  await waitInFrame(page, 'h1 ~ h2');
  await settle(page);
  await take('course-6-lesson');
  await runCommand(page, 'Backend Tutor: Show Tools (Doctor)');
  await page.waitForSelector('.monaco-list-row >> text=Git');
  await settle(page);
  await take('course-7-tools');
  await runCommand(page, 'View: Show Explorer');
}

/** Starts an exercise by its title. @param {Page} page @param {string} folder of the exercise */
async function startExercise(page, folder) {
  const { title } = JSON.parse(readFileSync(path.join(folder, 'exercise.json'), 'utf8'));
  await runCommand(page, 'Backend Tutor: Start Exercise');
  await page.waitForSelector('.quick-input-title >> text=Start exercise');
  await page.keyboard.type(title);
  await page.waitForSelector(`.quick-input-widget .monaco-list-row.focused >> text=${title}`);
  await page.keyboard.press('Enter');
}

/** @param {Page} page @param {number} line */
async function runLine(page, line) {
  await goToLine(page, line);
  await page.keyboard.press('Control+Enter');
}

/** @param {Page} page @param {number} line */
async function goToLine(page, line) {
  await page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+g');
  await page.waitForSelector('.quick-input-widget:visible input');
  await page.locator('.quick-input-widget input').first().fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
}

/** Waits until the page of a view or an editor shows something. @param {Page} page @param {string} selector */
async function waitInFrame(page, selector) {
  const end = Date.now() + TIMEOUT_MS;
  while (Date.now() < end) {
    for (const frame of page.frames().slice(1)) {
      const isThere = await frame
        .evaluate((wanted) => document.querySelector(wanted) !== null, selector)
        .catch(() => false);
      if (isThere) return;
    }
    await sleep(50);
  }
  throw new Error(`No page shows ${selector}.`);
}

/** @param {Page} page @param {(thing: string) => Promise<void>} take @param {boolean} brief */
async function takeWalkthroughs(page, take, brief) {
  const { contributes, publisher, name } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  await runCommand(page, 'View: Close All Editors');
  for (const [index, { id, title, steps }] of contributes.walkthroughs.entries()) {
    await runCommand(page, 'Backend Tutor: Open Walkthrough');
    await page.waitForSelector(`.quick-input-widget .monaco-list-row >> text=${title}`);
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    for (const [number, step] of (brief ? steps.slice(0, 1) : steps).entries()) {
      const selector = `[data-step-id="${publisher}.${name}#${id}#${step.id}"]`;
      await page.waitForSelector(selector);
      await page.click(`${selector} .step-title`);
      await page.waitForSelector(`${selector}.expanded`);
      await waitForLesson(page, step.media.markdown);
      await settle(page);
      await take(`walkthrough-${index + 1}-${id}-${number + 1}-${step.id}`);
    }
    await runCommand(page, 'View: Close All Editors');
  }
}

/**
 * Waits until the frame of a walkthrough shows a lesson, which it does some time after the click.
 * @param {Page} page @param {string} lesson its file
 */
async function waitForLesson(page, lesson) {
  const heading = /^# (.*)$/m.exec(readFileSync(path.join(root, lesson), 'utf8'))?.[1];
  const end = Date.now() + TIMEOUT_MS;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const shown = await frame
        .evaluate(() => [
          document.querySelector('h1')?.textContent,
          [...document.images].every((image) => image.complete),
        ])
        .catch(() => []);
      if (shown[0] === heading && shown[1] === true) return;
    }
    await sleep(50);
  }
  throw new Error(`The page does not show ${lesson}.`);
}

/** @param {Page} page @param {string} file */
async function openFile(page, file) {
  await page.click(`.explorer-folders-view .monaco-list-row >> text="${file}"`);
  await page.waitForSelector(`.tab.active >> text=${file}`);
}

/** @param {Page} page @param {string} title as the command palette shows it */
async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget:visible input');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.waitForSelector(`.quick-input-widget .monaco-list-row.focused >> text=${title}`);
  await page.keyboard.press('Enter');
}

/** Waits until two pictures in a row are the same: nothing moves or loads any more. */
async function settle(/** @type {Page} */ page) {
  const end = Date.now() + 3000;
  let last = await page.screenshot();
  while (Date.now() < end) {
    await sleep(100);
    const next = await page.screenshot();
    if (next.equals(last)) return;
    last = next;
  }
}
