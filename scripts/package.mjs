// npm run package: dist/backend-tutor-<version>.vsix, the only one there.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledFiles, ensureBuilt } from './build.mjs';
import { Advice, isMain, main, progress } from './lib/messages.mjs';
import { dist, extensionDist, root } from './lib/paths.mjs';
import { run } from './lib/process.mjs';
import { ensureSetup } from './setup.mjs';

/** PostgreSQL alone takes 7 of them. */
const LARGEST_MB = 16;
const MB = 1024 * 1024;

/**
 * Packages the extension. What goes in is decided by `files` in package.json.
 * @returns {Promise<string>} the package's path
 * @throws {Advice} when the packager refuses or the package is too large
 */
export async function packageExtension() {
  await ensureBuilt({ mode: 'production' });
  const { name, version, files } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const missing = files.filter(
    (/** @type {string} */ file) => !file.includes('*') && !existsSync(path.join(root, file)),
  );
  if (missing.length > 0) throw new Advice(`Cannot package: ${missing.join(', ')} is missing.`);
  for (const old of readdirSync(dist).filter((file) => file.endsWith('.vsix'))) {
    rmSync(path.join(dist, old));
  }
  // Left by a development build; production builds remove their own.
  for (const map of readdirSync(extensionDist).filter((file) => file.endsWith('.map'))) {
    rmSync(path.join(extensionDist, map));
  }
  writeFileSync(path.join(extensionDist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices());
  const vsix = path.join(dist, `${name}-${version}.vsix`);
  const { code, output } = await run(
    process.execPath,
    [
      path.join(root, 'node_modules/@vscode/vsce/vsce'),
      ...['package', '--no-dependencies', '--skip-license'],
      // There is no repository on the web for them to point to.
      '--no-rewrite-relative-links',
      ...['--out', vsix],
    ],
    { cwd: root },
  );
  if (code !== 0 || !existsSync(vsix)) {
    throw new Advice(`The packager refused:\n${output.trim()}`);
  }
  const { size } = statSync(vsix);
  progress(`${path.relative(root, vsix)}: ${(size / MB).toFixed(2)} MB`);
  if (size > LARGEST_MB * MB) {
    throw new Advice(
      `The package is larger than ${LARGEST_MB} MB: look at "files" in package.json.`,
    );
  }
  return vsix;
}

/**
 * The licences of the packages whose code is in the bundles: they ask to be passed on with it.
 * @returns {string}
 * @throws {Advice} when a package comes without a licence
 */
function thirdPartyNotices() {
  const folders = new Set(
    bundledFiles().flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const notices = [...folders].sort().map((folder) => {
    const absolute = path.join(root, folder);
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(absolute, 'package.json'), 'utf8'),
    );
    const file = readdirSync(absolute).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
    if (file === undefined && license === undefined) {
      throw new Advice(`${name} comes without a licence, so it cannot be packaged.`);
    }
    const text = file === undefined ? '' : readFileSync(path.join(absolute, file), 'utf8').trim();
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}`;
  });
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Backend Tutor contains code of these packages.${line}${notices.join(line)}\n`;
}

if (isMain(import.meta)) {
  await main(async () => {
    await ensureSetup();
    console.log(await packageExtension());
  });
}
