import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Advice } from '../lib/messages.mjs';
import { cacheFolder } from '../lib/paths.mjs';
import { findOnPath, run } from '../lib/process.mjs';
import { installOnce, installWorkbench, npmInstall } from './install.mjs';

const NPM_CHROMIUM = '153.0.0';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chromium: CHROMIUM_PATH, one that is installed, or one from npm in the cache folder.
 * @returns {Promise<{ program: string, libraries?: string }>} the program, and a folder of shared
 *   libraries that it may need
 * @throws {Advice} when there is none for this platform
 */
async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) {
    if (existsSync(given)) return { program: given };
    throw new Advice(`CHROMIUM_PATH names ${given}, which is not there.`);
  }
  const installed = [
    ...NAMES.map(findOnPath),
    ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
  ].find((file) => file !== undefined && existsSync(file));
  return installed === undefined ? installChromium() : { program: installed };
}

async function installChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Advice('No Chromium or Chrome found: install one, or set CHROMIUM_PATH.');
  }
  const folder = path.join(cacheFolder(), `chromium-${NPM_CHROMIUM}`);
  await installOnce(folder, 'Chromium (once, about 300 MB)', (target) =>
    npmInstall(target, { '@sparticuz/chromium': NPM_CHROMIUM }),
  );
  // The package unpacks its program into the temporary folder, and only with a newer Node.js.
  const temporary = path.join(folder, 'unpacked');
  mkdirSync(temporary, { recursive: true });
  const { node } = await installWorkbench();
  const { code, stdout, output } = await run(
    node,
    [
      '--input-type=module',
      '--eval',
      "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());",
    ],
    // The second variable makes it unpack the libraries that a bare Linux lacks, too.
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    },
  );
  if (code !== 0) {
    throw new Advice(`No Chromium found, and npm's could not be unpacked:\n${output.trim()}`);
  }
  return { program: stdout.trim(), libraries: path.join(temporary, 'al2023', 'lib') };
}

/**
 * Starts a headless browser with a fresh profile.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { program: executablePath, libraries } = await findChromium();
  const env = libraries === undefined ? undefined : { ...process.env, LD_LIBRARY_PATH: libraries };
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ executablePath, args: FLAGS, env });
  } catch (error) {
    const reason = /** @type {Error} */ (error).message;
    const library = /lib[\w.+-]+\.so[.\d]*(?=: cannot open)/.exec(reason)?.[0];
    throw new Advice(
      library === undefined
        ? `${executablePath} does not start: ${reason}`
        : `${executablePath} needs ${library}: on Debian run "apt-get install chromium", which brings it.`,
    );
  }
}
