import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Installs the built extension into a folder of extensions: the files that a package would hold,
 * and no others.
 * @param {string} extensions
 */
export async function unpackExtension(extensions) {
  const { default: vsce } = await import('@vscode/vsce');
  const { name, publisher, version } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const target = path.join(extensions, `${publisher}.${name}-${version}`);
  const files = await vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
  for (const file of files) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(target, file));
  }
}
